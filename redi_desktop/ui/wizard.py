"""The shell of the pages: the rail above, the page, and the buttons that lead on and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from redi_desktop.casefile.changes import Change
from redi_desktop.casefile.steps import Step, following, preceding, reports, step_of
from redi_desktop.i18n import _
from redi_desktop.ui.case_session import CaseSession
from redi_desktop.ui.deleting import delete
from redi_desktop.ui.live_result import NOTHING, LiveResult
from redi_desktop.ui.page_frame import PageFrame
from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.pages.tab_place import TabPlace
from redi_desktop.ui.step_rail import StepRail
from redi_desktop.ui.taking_out import take_out
from redi_desktop.ui.theme import HALF, UNIT, set_role
from redi_desktop.words.vocabulary import label

PageMaker = Callable[[], Page]
POLISHED_AT_ONCE = 60
"""Widgets that the style looks at in one piece of work, some ten milliseconds."""


class Wizard(QWidget):
    """Leads through the open case; any step opens at any time. A page is made when it is first shown."""

    step_changed = Signal(object)
    typed = Signal()
    """Something was typed, be it a value or only half of one."""

    def __init__(self, makers: Mapping[Step, PageMaker], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._makers = makers
        self._frames: dict[Step, PageFrame] = {}
        self._ends: dict[Step, TabPlace] = {}
        self._stale: set[Step] = set()
        self._unspoken: set[Step] = set()
        self._session: CaseSession | None = None
        self._step = Step.REQUEST
        self._half_typed: dict[str, str] = {}
        self.rail = StepRail(self)
        self.rail.chosen.connect(self.go)
        self._stack = QStackedWidget(self)
        self._stack.setMinimumSize(QSize(1, 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(UNIT * 2, 0, UNIT * 2, UNIT)
        top.addWidget(self.rail)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self._top, self._foot = top, QHBoxLayout()
        column.addWidget(self._build_foot())
        self.rail.folded.connect(self._on_folded)

    def _on_folded(self, folded: bool) -> None:
        """Where the steps take one line, the edges around the page are thin too."""
        edge, side = (HALF, UNIT * 3) if folded else (UNIT, UNIT * 2)
        self._top.setContentsMargins(side, 0, UNIT * 2, edge)
        self._foot.setContentsMargins(UNIT * 3, edge, UNIT * 3, edge)

    def _build_foot(self) -> QWidget:
        frame = QFrame(self)
        set_role(frame, "foot")
        foot = self._foot
        frame.setLayout(foot)
        foot.setContentsMargins(UNIT * 3, UNIT, UNIT * 3, UNIT)
        self.back, self.next = QPushButton(self), QPushButton(self)
        set_role(self.next, "primary")
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        for button in (self.back, self.next):
            button.setAutoDefault(True)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.next)
        return frame

    @property
    def step(self) -> Step:
        """The step that is open."""
        return self._step

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self._frame(self._step).page

    @property
    def live(self) -> LiveResult:
        """What is known of the open case."""
        return self._session.live if self._session is not None else NOTHING

    def half_typed(self) -> dict[str, str]:
        """What stands half-typed on the pages, by its place in the case."""
        texts = dict(self._half_typed)
        for frame in self._frames.values():
            texts |= frame.page.half_typed()
        return texts

    def take_half_typed(self, texts: Mapping[str, str]) -> None:
        """Put half-typed texts back; those of a page that is not made yet when it is shown."""
        self._half_typed |= texts
        self._put_back(self._step)

    def set_session(self, session: CaseSession | None, step: Step = Step.REQUEST) -> None:
        """Show another case, from its given step on; or none."""
        if self._session is not None:
            self._session.assessed.disconnect(self._on_assessed)
        self._session = session
        self._half_typed = {}
        for frame in self._frames.values():
            frame.forget()
        if session is None:
            return
        session.assessed.connect(self._on_assessed)
        self._stale = set(self._frames)
        self._set_reports(session.live)
        self._show(step)

    def go(self, step: Step) -> None:
        """Open a step; where it is open already, type on."""
        if step is not self._step:
            self._frame(self._step).remember_focus()
            self._left()
        self._show(step)

    def go_on(self) -> None:
        """To the next step, if there is one."""
        step = following(self._step)
        if step is not None:
            self.go(step)

    def go_back(self) -> None:
        """To the step before, if there is one."""
        step = preceding(self._step)
        if step is not None:
            self.go(step)

    def show_field(self, path: str) -> None:
        """Open the page of a field, and go there."""
        self.go(step_of(path))
        self._frame(self._step).show_field(path)

    def warm(self) -> Iterator[None]:
        """Make the pages that nobody has opened yet, and show the case on them: a piece of work before each stop."""
        for step in Step:
            if step not in self._frames:
                page = self._makers[step]()
                yield
                if step in self._frames:  # somebody was faster
                    page.deleteLater()
                else:
                    self._take(step, page)
                    yield
            if self._session is not None and step in self._stale:
                yield from self._frames[step].page.prepare(self._session.case, self._session.live)
                if step in self._frames:  # nobody has let go of it meanwhile
                    self._bring_up_to_date(step)
                    yield
            while step in self._frames and not self._frames[step].page.is_whole():
                yield  # the rows of two pages made in one turn would hold the window up
        for frame in tuple(self._frames.values()):
            yield from self._polished(frame)

    @staticmethod
    def _polished(frame: PageFrame) -> Iterator[None]:
        """Let the style look at every widget of a page before it is shown, some at a time; not at closed lists."""
        for place, widget in enumerate(frame.findChildren(QWidget) if isValid(frame) else ()):
            if isValid(widget) and widget.window() is frame.window():
                widget.ensurePolished()
            if place % POLISHED_AT_ONCE == POLISHED_AT_ONCE - 1:
                yield

    def let_go(self) -> Iterator[None]:
        """Let go of the pages that nobody sees, one after the other; what stands half-typed on them is kept."""
        for step in tuple(self._frames):
            if not isValid(self):
                return
            if step is not self._step or not self.isVisible():
                frame = self._frames.pop(step)
                self._half_typed |= frame.page.half_typed()
                for told in (self._stale, self._unspoken):
                    told.discard(step)
                del self._ends[step]
                take_out(self._stack, frame)
                yield from delete(frame)

    def showEvent(self, event: QShowEvent) -> None:
        """The open page may have been let go of meanwhile."""
        super().showEvent(event)
        if self._session is not None and self._step not in self._frames:
            self._show(self._step)

    def retranslate(self) -> None:
        """Say everything again in the language in use; the hidden pages when they are shown."""
        self.rail.retranslate()
        self._unspoken = set(self._frames)
        self._refresh()
        self._name_buttons()

    def _show(self, step: Step) -> None:
        frame = self._frame(step)
        self._step = step
        self._refresh()
        self._turn_to(frame)
        self.rail.set_current(step)
        self._name_buttons()
        self._ends[step].lead_to((self.next, self.back))
        frame.restore_focus()
        if self._stack.hasFocus():  # nothing can be typed or chosen on that page yet
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self.step_changed.emit(step)

    def _turn_to(self, frame: PageFrame) -> None:
        if self._stack.currentWidget() is not frame:
            # From the page that is going to be hidden, Qt would hand the focus to the first button of the next one and
            # scroll there.
            self._stack.setFocus(Qt.FocusReason.OtherFocusReason)
            self._stack.setCurrentWidget(frame)

    def _frame(self, step: Step) -> PageFrame:
        if step not in self._frames:
            self._take(step, self._makers[step]())
        return self._frames[step]

    def _take(self, step: Step, page: Page) -> None:
        """Give a new page its frame and its place."""
        page.changed.connect(self._on_changed)
        page.field_left.connect(self._left)
        page.field_asked.connect(self.show_field)
        self._frames[step] = PageFrame(page, self._stack)
        self._stack.addWidget(self._frames[step])
        self._ends[step] = TabPlace(self._frames[step])
        self._stale.add(step)

    def _refresh(self) -> None:
        """Bring the open page up to date, where the language or the case changed while it was hidden."""
        if self._step in self._unspoken:
            self._unspoken.discard(self._step)
            self._frame(self._step).retranslate()
        self._bring_up_to_date(self._step)

    def _bring_up_to_date(self, step: Step) -> None:
        if self._session is not None and step in self._stale:
            self._stale.discard(step)
            self._frame(step).page.apply(self._session.case, self._session.live)
            self._put_back(step)

    def _put_back(self, step: Step) -> None:
        """Let a page have the half-typed texts that belong to it."""
        if self._half_typed and self._session is not None:
            for path in self._frame(step).page.take_half_typed(self._half_typed):
                self._half_typed.pop(path)

    def _name_buttons(self) -> None:
        after, before = following(self._step), preceding(self._step)
        self.next.setVisible(after is not None)
        self.back.setVisible(before is not None)
        if after is not None:
            self.next.setText(_("Next: {step}").format(step=label(after)))
        if before is not None:
            self.back.setText(_("Back: {step}").format(step=label(before)))

    def _set_reports(self, live: LiveResult) -> None:
        if self._session is not None:
            self.rail.set_reports(reports(self._session.case, live.findings, live.assessment is not None))

    def _on_changed(self, change: Change, place: str) -> None:
        if self._session is not None:
            self._session.change(change, place)
        self.typed.emit()

    def _left(self) -> None:
        if self._session is not None:
            self._session.field_left()

    def _on_assessed(self, live: LiveResult) -> None:
        self._stale = set(self._frames)
        self._refresh()
        self._set_reports(live)

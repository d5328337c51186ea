"""The panel that opens beside an amount and says why it is what it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from redi_desktop.engine.assess import Assessment
from redi_desktop.i18n import _
from redi_desktop.ui.pages.remove_button import RemoveButton
from redi_desktop.ui.theme import UNIT, set_role
from redi_desktop.ui.why.asked import Asked, explain
from redi_desktop.ui.why.chain import Chain
from redi_desktop.ui.why.looks_wrong import LooksWrong
from redi_desktop.ui.why.origin import origins_of
from redi_desktop.words import persons as person_words


class WhyPanel(QFrame):
    """One question at a time. ``field_asked`` carries the place that an amount came from."""

    field_asked = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.setAutoFillBackground(True)
        self._asked: Asked | None = None
        self._assessment: Assessment | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT * 2, UNIT, UNIT, UNIT * 2)
        column.setSpacing(UNIT)
        column.addLayout(self._build_head())
        self.chain = Chain(self)
        self.chain.setFrameShape(QFrame.Shape.NoFrame)
        self.chain.currentItemChanged.connect(self._show_origins)
        column.addWidget(self.chain, 1)
        self.looks_wrong = LooksWrong(self)
        self.looks_wrong.chosen.connect(self._go_to)
        column.addWidget(self.looks_wrong)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close_panel, context=_WITHIN)
        self.hide()

    def _build_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        self._title = QLabel(self)
        self._title.setWordWrap(True)
        set_role(self._title, "section")
        self._close = RemoveButton(self)
        self._close.clicked.connect(self.close_panel)
        head.addWidget(self._title, 1)
        head.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignTop)
        return head

    @property
    def asked(self) -> Asked | None:
        """The question that is being answered; ``None`` while the panel is closed."""
        return self._asked

    def ask(self, asked: Asked, assessment: Assessment) -> None:
        """Answer a question about a result."""
        if asked != self._asked:
            self.chain.clear()
        self._asked = asked
        self.show_result(assessment)

    def show_result(self, assessment: Assessment | None) -> None:
        """Answer the same question about the result as it is now; close where there is none any more."""
        if self._asked is None:
            return
        roots = explain(assessment, self._asked) if assessment is not None else ()
        if assessment is None or not roots:
            self.close_panel()
            return
        self._assessment = assessment
        self.chain.show_explanations(roots, person_words.names(assessment.facts.household.persons))
        self.retranslate_frame()
        self.show()

    def retranslate_frame(self) -> None:
        """Say what stands around the explanation in the language in use."""
        self._title.setText(_("Why this amount?"))
        self.setAccessibleName(_("Why this amount?"))
        self.chain.setAccessibleName(_("How the amount comes about, step by step"))
        self._close.name(_("Close (Esc)"))
        self.looks_wrong.retranslate()
        self._show_origins()

    def close_panel(self) -> None:
        """Go away; who asked takes the focus back."""
        if self._asked is not None:
            self._asked = self._assessment = None
            self.hide()
            self.closed.emit()

    def _show_origins(self) -> None:
        nodes, assessment = self.chain.nodes(), self._assessment
        if assessment is None or not nodes:
            return
        names = person_words.names(assessment.facts.household.persons)
        self.looks_wrong.show_origins(origins_of(nodes, assessment, names))

    def _go_to(self, path: str) -> None:
        self.close_panel()
        self.field_asked.emit(path)


_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut

"""The first screen: make the vault on the first day, unlock it on all others, and find a way in when all else fails."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from redi_desktop.errors import UserError
from redi_desktop.i18n import N_, _
from redi_desktop.ui.entrance.form import EntranceForm, Way
from redi_desktop.ui.entrance.ways import Entered, made_form, uncovered
from redi_desktop.ui.entrance.wrong_tries import WrongTries
from redi_desktop.ui.fields.field import announce
from redi_desktop.ui.flow_layout import FlowLayout
from redi_desktop.ui.focus_in_sight import FocusInSight
from redi_desktop.ui.locking.leaving import Wait
from redi_desktop.ui.notice_bar import NoticeBar
from redi_desktop.ui.scroll_area import ScrollArea
from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.theme import UNIT, characters_wide, set_role
from redi_desktop.ui.top_bar import LanguageSwitch

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.recovery import RecoveryCode
    from redi_desktop.store.vault import Vault

CARD_CHARACTERS = 74
_WAYS = {
    Way.OPEN: N_("I have a vault already"),
    Way.MAKE: N_("Make a new vault"),
    Way.RECOVER: N_("I have lost my passphrase"),
    Way.RESTORE: N_("Restore a backup"),
}


class UnlockScreen(QWidget):
    """A card with one way in at a time; ``opened`` carries the vault. The key is derived off the window's thread."""

    opened = Signal(object)
    language_chosen = Signal(str)
    manual_asked = Signal()

    def __init__(self, services: Services, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self.form: EntranceForm | None = None
        self._way, self._tries = Way.OPEN, WrongTries(self)
        self.waiting: Vault | None = None
        """The vault that was just made, while its recovery sheet is still to be typed back."""
        self._build()
        self.languages.chosen.connect(self.language_chosen)
        self.go.clicked.connect(self.submit)
        self._show(self._first_way())

    def _build(self) -> None:
        self.languages = LanguageSwitch(self)
        top = QHBoxLayout()
        top.setContentsMargins(UNIT, UNIT, UNIT, 0)
        top.addStretch(1)
        self.manual = QPushButton(self)
        set_role(self.manual, "flat")
        self.manual.clicked.connect(self.manual_asked)
        top.addWidget(self.manual)
        top.addWidget(self.languages)
        self._card = QFrame()
        set_role(self._card, "card")
        self._fill_card()
        middle = QWidget()
        sides = QHBoxLayout()
        sides.addStretch(1)
        sides.addWidget(self._card)
        sides.addStretch(1)
        centred = QVBoxLayout(middle)
        centred.addStretch(1)
        centred.addLayout(sides)
        centred.addStretch(2)
        self._area = ScrollArea(self)
        self._area.setWidget(middle)
        FocusInSight(self._area).follow(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(top)
        whole.addWidget(self._area, 1)

    def _fill_card(self) -> None:
        column = QVBoxLayout(self._card)
        column.setContentsMargins(UNIT * 4, UNIT * 3, UNIT * 4, UNIT * 3)
        column.setSpacing(UNIT * 2)
        self.title, self._intro, self.notice = QLabel(), QLabel(), NoticeBar()
        set_role(self.title, "title")
        self.title.setWordWrap(True)
        self._intro.setWordWrap(True)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.hide()
        self.go = QPushButton()
        self.go.setAutoDefault(True)
        set_role(self.go, "primary")
        self._links = {way: self._link() for way in _WAYS}
        self._ways = QWidget()
        flow = FlowLayout(self._ways)
        for link in self._links.values():
            flow.addWidget(link)
        self._form_place = QVBoxLayout()
        for widget in (self.title, self._intro, self.notice):
            column.addWidget(widget)
        column.addLayout(self._form_place)
        column.addWidget(self.busy)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self._ways)

    def _link(self) -> QPushButton:
        link = QPushButton()
        set_role(link, "link")
        link.clicked.connect(self._on_way)
        return link

    @property
    def way(self) -> Way:
        """What the screen is for now."""
        return self._way

    def begin(self) -> None:
        """Show the screen anew, nothing typed, the focus where typing begins."""
        self.waiting = None
        self.take(self._first_way())

    def take(self, way: Way) -> None:
        """Turn to another way in."""
        self.notice.clear()
        self._show(way)
        self.focus_first()

    def cover(self, vault: Vault, wait: Wait, problem: UserError | None) -> None:
        """Ask for the passphrase of a vault that is still open, and say why it is."""
        from redi_desktop.ui.entrance.uncovering import UncoveringForm

        form = self.form
        if not isinstance(form, UncoveringForm) or self._way is not Way.UNCOVER:
            form = UncoveringForm(self._services.vaults, self._folder(), vault, self._tries)
            self._way, self.waiting = Way.UNCOVER, None
            self._put(form)
            self.focus_first()
        form.wait_for(wait)
        if problem is not None and wait is Wait.TROUBLE:
            self.notice.tell(problem)
        self.retranslate()

    def release(self) -> None:
        """The vault that was still open is closed; what is being typed stays."""
        from redi_desktop.ui.entrance.uncovering import UncoveringForm

        if isinstance(self.form, UncoveringForm):
            self._way = Way.OPEN
            self.form.release()
            self.notice.clear()
            self._offer_ways(self.form)
            self.retranslate()

    def forget(self) -> None:
        """Nobody is there any more: what was typed of a secret must not stand here."""
        if self.form is not None and self._way is not Way.MAKE and not self.is_busy:
            self.form.forget()

    def focus_first(self) -> None:
        """Put the focus where typing begins."""
        if self.form is not None:
            self.form.initial_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        if self.form is not None:
            self.form.retranslate()
            self.title.setText(self.form.title())
            self._say_step()
        for way, link in self._links.items():
            link.setText(_(_WAYS[way]))
        self.manual.setText(_("Manual"))
        self.manual.setToolTip(_("Manual (F1)"))
        self.languages.retranslate()
        self.notice.retranslate()
        self.busy.setAccessibleName(_("Opening the vault"))
        self._card.setFixedWidth(min(characters_wide(self.fontMetrics(), CARD_CHARACTERS), 1240))

    def submit(self) -> None:
        """Go this way, where everything that is needed was typed."""
        form = self.form
        if form is None or self.is_busy or not form.ready() or not form.complete():
            return
        self.notice.clear()
        self._set_busy(True)
        work = form.work()
        if self._way is Way.UNCOVER:  # beside the store, which may be waiting for a disk
            self._tasks.aside(partial(uncovered, work), self._on_entered, self._on_failed)
        else:
            self._tasks.on_store(Entered(work), self._on_entered, self._on_failed)
        self._tasks.aside(lambda: self._services.parameters)  # they are there once the key is

    def open_with(self, passphrase: str) -> None:
        """Unlock as if that had been typed."""
        from redi_desktop.ui.entrance.opening import OpeningForm

        if isinstance(self.form, OpeningForm):
            self.form.passphrase.set_value(passphrase)
            self.submit()

    @property
    def is_busy(self) -> bool:
        """Whether the key is being derived."""
        return self.busy.isVisibleTo(self)

    def _first_way(self) -> Way:
        kept, folder = self._services.settings.vault_folder, self._folder()
        return Way.OPEN if kept or self._services.vaults.exists(folder) else Way.MAKE

    def _folder(self) -> Path:
        kept = self._services.settings.vault_folder
        return Path(kept) if kept else self._services.default_vault_folder

    def _show(self, way: Way) -> None:
        self._way = way
        self._put(made_form(way, self._services, self._folder(), self._tries))

    def _put(self, form: EntranceForm) -> None:
        before, self.form = self.form, form
        if before is not None:
            self._form_place.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._form_place.addWidget(form)
        form.submitted.connect(self.submit)
        form.changed.connect(self._say_step)
        self._offer_ways(form)
        self.retranslate()
        self._area.verticalScrollBar().setValue(0)
        form.show()

    def _offer_ways(self, form: EntranceForm) -> None:
        for way, link in self._links.items():
            link.setVisible(way in form.ways)
        self._ways.setVisible(bool(form.ways))

    def _say_step(self) -> None:
        """What is to be done now, and the button that does it."""
        if self.form is not None:
            self._intro.setText(self.form.intro())
        self._say_action()

    def _say_action(self) -> None:
        if self.form is not None:
            self.go.setText(self.form.action())
            self.go.setEnabled(self.form.ready() and not self.is_busy)

    def _set_busy(self, busy: bool) -> None:
        self.busy.setVisible(busy)
        for widget in (self.form, *self._links.values()):
            if widget is not None:
                widget.setEnabled(not busy)
        self._say_action()
        if busy:
            announce(self, _("Opening the vault"))

    def _on_way(self) -> None:
        sender = self.sender()
        self.take(next(way for way, link in self._links.items() if link is sender))

    def _on_entered(self, entered: tuple[Vault, RecoveryCode | None]) -> None:
        vault, unproven = entered
        self._set_busy(False)
        if self.form is not None:
            self.form.entered()
            self.form.forget()
        if unproven is None:
            self.waiting = None
            self.opened.emit(vault)
        else:
            self._ask_for_sheet(vault, unproven)

    def _ask_for_sheet(self, vault: Vault, code: RecoveryCode) -> None:
        from redi_desktop.ui.entrance.sheet import SheetForm

        self._way, self.waiting = Way.SHEET, vault
        self._put(SheetForm(vault, code, self._services, self._tasks))
        self.focus_first()

    def _on_failed(self, problem: UserError) -> None:
        self._set_busy(False)
        if self.form is None or not self.form.told(problem):
            self.notice.tell(problem)
        self.focus_first()

"""The first screen: make the vault on the first day, unlock it on all others."""

from __future__ import annotations

from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from redi_desktop.errors import UserError, WrongPassphrase
from redi_desktop.i18n import _
from redi_desktop.ui.fields.field import Field, announce
from redi_desktop.ui.folder_field import FolderField
from redi_desktop.ui.notice_bar import NoticeBar
from redi_desktop.ui.passphrase_field import PassphraseField
from redi_desktop.ui.passphrase_words import length_words
from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.theme import UNIT, characters_wide, set_role
from redi_desktop.ui.top_bar import LanguageSwitch
from redi_desktop.words import problems

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.vault import Vault

CARD_CHARACTERS = 66


class Way(Enum):
    """What the screen is for."""

    MAKE = "make"
    OPEN = "open"


class UnlockScreen(QWidget):
    """Asks for folder and passphrase; ``opened`` carries the vault. The key is derived off the window's thread."""

    opened = Signal(object)
    language_chosen = Signal(str)

    def __init__(self, services: Services, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._way = Way.OPEN
        self._build()
        self._connect()
        self._begin()
        self.retranslate()

    def _build(self) -> None:
        self.languages = LanguageSwitch(self)
        top = QHBoxLayout()
        top.setContentsMargins(UNIT, UNIT, UNIT, 0)
        top.addStretch(1)
        top.addWidget(self.languages)
        self._card = QFrame()
        set_role(self._card, "card")
        self._fill_card()
        middle = QWidget()
        centred = QVBoxLayout(middle)
        sides = QHBoxLayout()
        sides.addStretch(1)
        sides.addWidget(self._card)
        sides.addStretch(1)
        centred.addStretch(1)
        centred.addLayout(sides)
        centred.addStretch(2)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(top)
        whole.addWidget(area, 1)

    def _fill_card(self) -> None:
        column = QVBoxLayout(self._card)
        column.setContentsMargins(UNIT * 4, UNIT * 4, UNIT * 4, UNIT * 3)
        column.setSpacing(UNIT * 2)
        self.title, self._intro = QLabel(), QLabel()
        set_role(self.title, "title")
        self._intro.setWordWrap(True)
        self.notice = NoticeBar()
        self.folder, self.passphrase, self.again = FolderField(), PassphraseField(), PassphraseField()
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.hide()
        texts = (self.title, self._intro, self.notice)
        for widget in (*texts, self.folder, self.passphrase, self.again, self.busy):
            column.addWidget(widget)
        self.go, self.other_way = QPushButton(), QPushButton()
        self.go.setAutoDefault(True)
        set_role(self.go, "primary")
        set_role(self.other_way, "link")
        foot = QHBoxLayout()
        foot.addWidget(self.other_way)
        foot.addStretch(1)
        foot.addWidget(self.go)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.languages.chosen.connect(self.language_chosen)
        self.go.clicked.connect(self.submit)
        self.other_way.clicked.connect(self._turn)
        self.passphrase.entered.connect(self._on_passphrase_entered)
        self.again.entered.connect(self.submit)
        self.passphrase.edited.connect(self._on_edited)
        self.again.edited.connect(self._on_edited)

    @property
    def way(self) -> Way:
        """Whether a vault is going to be made or opened."""
        return self._way

    def begin(self) -> None:
        """Show the screen anew, nothing typed, the focus where typing begins."""
        self.passphrase.forget()
        self.again.forget()
        self.notice.clear()
        self._begin()
        self.retranslate()
        self.focus_first()

    def focus_first(self) -> None:
        """Put the focus where typing begins."""
        self.passphrase.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        make = self._way is Way.MAKE
        self.title.setText(_("Welcome to REDI Desktop") if make else _("Unlock your cases"))
        self._intro.setText(_make_words() if make else _("Your cases are in an encrypted vault on this computer."))
        self.folder.set_texts(_("&Folder of the vault"), _folder_words() if make else "")
        self._say_length()
        self.again.set_texts(_("The same &again"), _("So that no slip of the finger locks you out."))
        self.go.setText(_("Make the vault") if make else _("Unlock"))
        self.other_way.setText(_("I have a vault already") if make else _("Make a new vault"))
        self.again.setVisible(make)
        self.languages.retranslate()
        self.notice.retranslate()
        self.busy.setAccessibleName(_("Opening the vault"))
        self._card.setFixedWidth(min(characters_wide(self.fontMetrics(), CARD_CHARACTERS), 1200))

    def submit(self) -> None:
        """Make or open the vault, where everything that is needed was typed."""
        folder, passphrase = self.folder.value(), self.passphrase.value()
        if self.busy.isVisibleTo(self) or not self._complete():
            return
        self.notice.clear()
        self._set_busy(True)
        vaults = self._services.vaults
        act = vaults.create if self._way is Way.MAKE else vaults.open
        self._tasks.on_store(partial(act, folder or Path(), passphrase), self._on_opened, self._on_failed)

    def open_with(self, passphrase: str) -> None:
        """Unlock as if that had been typed."""
        self.passphrase.set_value(passphrase)
        self.submit()

    def _begin(self) -> None:
        kept = self._services.settings.vault_folder
        folder = Path(kept) if kept else self._services.default_vault_folder
        self._way = Way.OPEN if kept or self._services.vaults.exists(folder) else Way.MAKE
        self.folder.set_value(folder)

    def _complete(self) -> bool:
        """Say what is still needed, at its field; whether nothing is."""
        same = self._way is Way.OPEN or self.again.value() == self.passphrase.value()
        needed: tuple[tuple[Field[Any], bool, str], ...] = (
            (self.folder, self.folder.value() is not None, _("Choose a folder.")),
            (self.passphrase, bool(self.passphrase.value()), _("Type your passphrase.")),
            (self.again, same, _("This is not the same as above. Type it once more.")),
        )
        for field, is_well, words in needed:
            field.set_error(None if is_well else words)
            field.settle()
        wrong = [field for field, is_well, _words in needed if not is_well]
        if wrong:
            wrong[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def _set_busy(self, busy: bool) -> None:
        self.busy.setVisible(busy)
        for widget in (self.folder, self.passphrase, self.again, self.go, self.other_way):
            widget.setEnabled(not busy)
        if busy:
            announce(self, _("Opening the vault"))

    def _say_length(self) -> None:
        words = length_words(self.passphrase.value()) if self._way is Way.MAKE else ""
        self.passphrase.set_texts(_("&Passphrase"), words)

    def _turn(self) -> None:
        self._way = Way.OPEN if self._way is Way.MAKE else Way.MAKE
        self.notice.clear()
        for field in (self.folder, self.passphrase, self.again):
            field.set_error(None)
        self.retranslate()
        self.focus_first()

    def _on_passphrase_entered(self) -> None:
        if self._way is Way.OPEN:
            self.submit()
        else:
            self.again.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_edited(self) -> None:
        self.passphrase.set_error(None)
        self.again.set_error(None)
        if self._way is Way.MAKE:
            self._say_length()

    def _on_opened(self, vault: Vault) -> None:
        self._set_busy(False)
        self.passphrase.forget()
        self.again.forget()
        self.opened.emit(vault)

    def _on_failed(self, problem: UserError) -> None:
        self._set_busy(False)
        if isinstance(problem, WrongPassphrase):
            self.passphrase.set_error(problems.sentence(problem))
            self.passphrase.settle()
        else:
            self.notice.tell(problem)
        self.focus_first()


def _make_words() -> str:
    return _(
        "Your cases will be kept in one encrypted vault on this computer. Nobody can open it without the passphrase, "
        "and nobody can give you a new one: not your CPAS, not the makers of this program."
    )


def _folder_words() -> str:
    return _("A local disk, not a folder that is copied to a cloud service.")

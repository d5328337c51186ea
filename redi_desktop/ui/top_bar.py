"""The head of the window: whose case is open, when it was saved, undo and redo, and the language."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from redi_desktop.formatting import date_short, time_short
from redi_desktop.i18n import LANGUAGES, _, language
from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.icons import icon, icon_side
from redi_desktop.ui.theme import HALF, UNIT, characters_wide, set_role

ROOMY_CHARACTERS = 140
"""From this width on, 1024 pixels at 100 %, the first buttons bear their names."""

WORDY_CHARACTERS = 172
"""From this one on, 1260 pixels at 100 %, what is not saved yet is said in full beside the name of the case."""


class LanguageSwitch(QWidget):
    """One button for each language, all in sight."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, spoken in enumerate(LANGUAGES):
            button = QPushButton(spoken.code.upper(), self)
            button.setCheckable(True)
            button.setAccessibleName(spoken.name)
            button.setToolTip(spoken.name)
            set_role(button, "flat")
            self._group.addButton(button, place)
            row.addWidget(button)
        self._group.idClicked.connect(self._on_clicked)
        self.retranslate()

    def button(self, code: str) -> QPushButton:
        """The button of a language."""
        place = next(place for place, spoken in enumerate(LANGUAGES) if spoken.code == code)
        button = self._group.button(place)
        assert isinstance(button, QPushButton)
        return button

    def retranslate(self) -> None:
        """Mark the language in use."""
        self.setAccessibleName(_("Language of the window"))
        self.button(language()).setChecked(True)

    def _on_clicked(self, place: int) -> None:
        self.chosen.emit(LANGUAGES[place].code)


class ElidedLabel(QLabel):
    """A text on one line, cut with dots where there is no room; pointing at it shows the whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as has room."""
        room, painter = self.contentsRect(), QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)

    def show_text(self, text: str) -> None:
        """Show a text."""
        self.setText(text)
        self.setToolTip(text)


class SavedLine(QLabel):
    """When the case was last saved, or that it is not yet; in few words where there is little room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at: datetime | None = None
        self._earlier = self._waiting = self._failed = self._new = self._short = False
        set_role(self, "quiet")

    def reset(self) -> None:
        """Another case, or none: nothing to say."""
        self._at, self._new, self._waiting, self._failed = None, False, False, False
        self.retranslate()

    def saved(self, at: datetime, *, earlier: bool = False) -> None:
        """Everything is in the vault since then; ``earlier``: on another day."""
        self._at, self._earlier, self._waiting, self._failed = at, earlier, False, False
        self.retranslate()

    def nothing_yet(self) -> None:
        """A new case, of which nothing is kept as long as nothing is typed."""
        self.reset()
        self._new = True
        self.retranslate()

    def waiting(self) -> None:
        """Something was typed that is not in the vault yet."""
        if not self._waiting:
            self._waiting = True
            self.retranslate()

    def failed(self) -> None:
        """It could not be saved; another try follows."""
        self._failed = True
        self.retranslate()

    def set_short(self, short: bool) -> None:
        """Leave the room to the name of the case, or say it in full."""
        if short != self._short:
            self._short = short
            self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in use."""
        words = self._words()
        not_yet = self._short and (self._failed or self._waiting or self._at is None)
        self.setText(_("Not saved yet") if words and not_yet else words)
        self.setToolTip(words)
        self.setAccessibleName(words)

    def _words(self) -> str:
        if self._failed:
            return _("Not saved yet: trying again")
        if self._waiting:
            return _("Saved as soon as the field is left")
        if self._at is not None and self._earlier:
            return _("Saved on {date}").format(date=date_short(self._at.date()))
        if self._at is not None:
            return _("Saved at {time}").format(time=time_short(self._at))
        return _("Kept as soon as something is typed") if self._new else ""


class TopBar(QFrame):
    """Head of the main window. What its buttons ask for is done by the window."""

    cases_toggled = Signal(bool)
    undo_asked = Signal()
    redo_asked = Signal()
    lock_asked = Signal()
    today_asked = Signal()
    case_asked = Signal()
    settings_asked = Signal()
    parameters_asked = Signal()
    manual_asked = Signal()
    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "bar")
        self.cases, self.today = self._button(), self._button()
        self.case, self.undo, self.redo = self._button(), self._button(), self._button()
        self.parameters, self.settings, self.help, self.lock = (self._button() for _place in range(4))
        self.cases.setCheckable(True)
        self.title, self.saved_line = ElidedLabel(self), SavedLine(self)
        set_role(self.title, "strong")
        self.languages = LanguageSwitch(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(UNIT, HALF, UNIT, HALF)
        row.setSpacing(UNIT)
        row.addWidget(self.cases)
        row.addWidget(self.today)
        row.addWidget(self.title, 1)
        of_the_case, of_the_window = (self.case, self.undo, self.redo), (self.parameters, self.settings, self.help)
        for widget in (self.saved_line, *of_the_case, *of_the_window, self.lock, self.languages):
            row.addWidget(widget)
        self.cases.toggled.connect(self.cases_toggled)
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        self.lock.clicked.connect(self.lock_asked)
        self.today.clicked.connect(self.today_asked)
        self.case.clicked.connect(self.case_asked)
        self.parameters.clicked.connect(self.parameters_asked)
        self.settings.clicked.connect(self.settings_asked)
        self.help.clicked.connect(self.manual_asked)
        self.languages.chosen.connect(self.language_chosen)

    def _button(self) -> QPushButton:
        button = QPushButton(self)
        set_role(button, "flat")
        return button

    def show_folded(self, shown: bool) -> None:
        """Mark whether the list is shown."""
        blocked = self.cases.blockSignals(True)
        self.cases.setChecked(shown)
        self.cases.blockSignals(blocked)

    def show_case(self, shown: bool) -> None:
        """Whether there is a case to do something with."""
        for widget in (self.case, self.undo, self.redo):
            widget.setVisible(shown)

    def set_undo(self, can_undo: bool, can_redo: bool) -> None:
        """Say whether there is anything to take back or to do again."""
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._name_buttons()
        for button, name, hint in (
            (self.cases, _("Cases"), _("Show or hide the list of cases (F4)")),
            (self.today, _("Today"), _("What is due (Alt+Home)")),
            (self.case, _("This case"), _("This case: archive, hand over, export, erase (F6)")),
            (self.parameters, _("Amounts and rules"), _("Amounts and rules: see, compare, adopt (F9)")),
            (self.settings, _("Settings"), _("Settings (F10)")),
            (self.help, _("Manual"), _("Manual (F1)")),
            (self.undo, _("Undo"), _("Undo (Ctrl+Z)")),
            (self.redo, _("Redo"), _("Redo (Ctrl+Y)")),
            (self.lock, _("Lock"), _("Save and lock (Ctrl+L)")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(hint)
        self.saved_line.retranslate()
        self.languages.retranslate()
        self._draw_icons()

    def changeEvent(self, event: QEvent) -> None:
        """The icons follow the colours and the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "lock"):
            self._draw_icons()
            self._name_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the icons speak for themselves."""
        super().resizeEvent(event)
        self._name_buttons()

    def _name_buttons(self) -> None:
        across = self.width() * 1000 / characters_wide(self.fontMetrics(), 1000)
        room = across >= ROOMY_CHARACTERS
        for button, name in ((self.cases, _("Cases")), (self.today, _("Today")), (self.case, _("This case"))):
            button.setText(name if room else "")
        self.saved_line.set_short(across < WORDY_CHARACTERS)

    def _draw_icons(self) -> None:
        colour, side = current_colours().text, icon_side(self) + HALF // 2
        for button, name in (
            (self.cases, "list"),
            (self.today, "today"),
            (self.case, "folder"),
            (self.undo, "undo"),
            (self.redo, "redo"),
            (self.parameters, "parameters"),
            (self.settings, "settings"),
            (self.help, "help"),
            (self.lock, "lock"),
        ):
            button.setIcon(icon(name, colour))
            button.setIconSize(QSize(side, side))

"""One of a few, all of them in sight: a row of buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from redi_desktop.ui.arrow_button import ARROWS, ArrowButton
from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.fields.choice_field import E
from redi_desktop.ui.fields.field import Field, without_mnemonic
from redi_desktop.ui.flow_layout import FlowLayout
from redi_desktop.ui.icons import icon, icon_side
from redi_desktop.ui.theme import HALF, UNIT, set_role


class Segment(ArrowButton):
    """One choice; the chosen one bears a tick, so that it is known without its colour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoDefault(False)
        set_role(self, "segment")
        self.toggled.connect(self._on_toggled)

    def sizeHint(self) -> QSize:
        """Wide enough for the bold text and the tick, so that nothing moves when another is chosen."""
        hint, bold = super().sizeHint(), QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        text = QFontMetrics(bold).horizontalAdvance(without_mnemonic(self.text()))
        return QSize(max(hint.width(), text + icon_side(self) + 5 * UNIT), hint.height())

    def changeEvent(self, event: QEvent) -> None:
        """The tick follows the colours and the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._on_toggled(self.isChecked())

    def _on_toggled(self, checked: bool) -> None:
        side = icon_side(self)
        self.setIconSize(QSize(side, side))
        self.setIcon(icon("check", current_colours().accent) if checked else QIcon())


class SegmentRow(QWidget):
    """The buttons of one choice: one stop of the Tab key, arrows and first letters move inside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = QButtonGroup(self)
        self.group.setExclusive(True)
        self._flow = FlowLayout(self, spacing=HALF)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stop: QAbstractButton | None = None

    def buttons(self) -> list[QAbstractButton]:
        """The buttons, from left to right."""
        return self.group.buttons()

    def add(self) -> Segment:
        """One more button."""
        button = Segment(self)
        self.group.addButton(button, len(self.buttons()))
        self._flow.addWidget(button)
        return button

    def choose(self, place: int) -> None:
        """Mark a button as chosen, or none of them where ``place`` is -1."""
        self.group.setExclusive(False)
        for number, button in enumerate(self.buttons()):
            button.setChecked(number == place)
        self.group.setExclusive(True)
        self.aim_focus()

    def aim_focus(self) -> None:
        """Let the Tab key stop at the chosen button, or at the first."""
        buttons = self.buttons()
        stop = self.group.checkedButton() or next(iter(buttons), None)
        for button in buttons:
            policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        self.stop = stop

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the button at which the Tab key stops."""
        if self.stop is not None:
            self.stop.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the neighbour, a letter the next button that begins with it."""
        place = self._neighbour(event.key()) if event.key() in ARROWS else self._beginning_with(event.text())
        if place is None:
            super().keyPressEvent(event)
            return
        button = self.buttons()[place]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        button.click()

    def _here(self) -> int:
        focused = next((place for place, button in enumerate(self.buttons()) if button.hasFocus()), None)
        return self.group.checkedId() if focused is None else focused

    def _neighbour(self, key: int) -> int:
        step, chosen = ARROWS[Qt.Key(key)], self.group.checkedButton() is not None
        return (self._here() + step) % len(self.buttons()) if chosen else 0

    def _beginning_with(self, letter: str) -> int | None:
        names = [without_mnemonic(button.text()).casefold() for button in self.buttons()]
        after = [*range(self._here() + 1, len(names)), *range(self._here() + 1)]
        found = (place for place in after if letter.strip() and names[place].startswith(letter.casefold()))
        return next(found, None)


class SegmentedField(Field[E]):
    """A choice among a few ``members``, each shown in the words that ``label_of`` gives."""

    def __init__(self, members: Sequence[E], label_of: Callable[[E], str], parent: QWidget | None = None) -> None:
        self._row = SegmentRow()
        super().__init__(self._row, parent, wide=True)
        self._members, self._label_of = tuple(members), label_of
        for _member in self._members:
            self._row.add()
        self._row.choose(-1)
        self._row.group.idClicked.connect(self._on_clicked)
        self._name_editor("")

    @property
    def editor(self) -> QWidget:
        """The button at which the Tab key stops."""
        return self._row.stop or self._row

    def relabel(self) -> None:
        """Say every choice in the language in use."""
        self._name_editor(without_mnemonic(self.label.text()))
        super().relabel()

    def value(self) -> E | None:
        """What is chosen."""
        place = self._row.group.checkedId()
        return self._members[place] if place >= 0 else None

    def set_value(self, value: E | None) -> None:
        """Show a choice."""
        if value != self.value():
            self._row.choose(self._members.index(value) if value in self._members else -1)

    def forget(self) -> None:
        """Choose nothing."""
        self.set_value(None)
        super().forget()

    def _name_editor(self, name: str) -> None:
        self._row.setAccessibleName(name)
        for member, button in zip(self._members, self._row.buttons(), strict=True):
            words = self._label_of(member)
            button.setText(words)
            button.setAccessibleName(f"{name}: {words}" if name else words)

    def _on_clicked(self, _place: int) -> None:
        self._row.aim_focus()
        self._note_typing()
        self._note_left()

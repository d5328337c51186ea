"""A choice with consequences for others: passing over the choices with the keyboard changes nothing yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.fields.calm_combo_box import CalmComboBox
from redi_desktop.ui.fields.choice_field import ChoiceField, E

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAB = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_GOES_ON = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
"""How a person leaves the field: not by the lock, nor because something else is shown."""
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Who comes back from another window or from the open list goes on choosing."""


class DeliberateChoice(ChoiceField[E]):
    """What the arrows and letters come across is shown and said, but it is chosen with Enter or by leaving the field.

    Escape goes back to what was chosen before. A click in the list, or Enter there, chooses at once as everywhere.
    """

    def __init__(self, members: Sequence[E], label_of: Callable[[E], str], parent: QWidget | None = None) -> None:
        self._chosen: E | None = None
        self._box = DeliberateBox()
        super().__init__(members, label_of, parent)
        self._box.decided.connect(self._decide)
        self._box.given_up.connect(self._give_up)

    def combo_made(self) -> CalmComboBox:
        """The list that tells passing over from choosing."""
        return self._box

    def set_value(self, value: E | None) -> None:
        """Show what was chosen."""
        self._chosen = value
        self._box.is_passing = False
        super().set_value(value)

    def relabel(self) -> None:
        """Say how it is chosen, to who does not see that nothing has changed yet."""
        super().relabel()
        self._box.setAccessibleDescription(_("Chosen with Enter or by leaving the field; Escape goes back."))

    def _on_activated(self, place: int) -> None:
        if self._box.by_key:
            self._box.is_passing = self.value() != self._chosen
        else:
            self._choose(place)

    def _decide(self) -> None:
        self._choose(self._box.currentIndex())

    def _choose(self, place: int) -> None:
        self._box.is_passing, chosen = False, self.value()
        if chosen != self._chosen:
            self._chosen = chosen
            super()._on_activated(place)

    def _give_up(self) -> None:
        self.set_value(self._chosen)


class DeliberateBox(CalmComboBox):
    """A list of which the keys only show the choices; ``decided`` says that the one in sight is meant."""

    decided = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_passing, self.by_key = False, False
        """Whether what is in sight is not chosen yet; whether a key is just going over it."""

    def event(self, event: QEvent) -> bool:
        """Choose before the Tab key looks where to go: the choice may bring the next field about."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _TAB:
            self._leave()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass over the choices, choose, or go back."""
        if self.is_passing and event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        if event.key() in _ENTER:
            self._leave()
        self.by_key = True
        super().keyPressEvent(event)
        self.by_key = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who goes on has chosen; who is led away, as by the lock, has not."""
        now, reason = QApplication.focusWidget(), event.reason()
        page_is_turned = now is not None and now.isAncestorOf(self)
        if reason in _GOES_ON or page_is_turned:
            self._leave()
        elif self.is_passing and reason not in _STAYS:
            self.given_up.emit()
        super().focusOutEvent(event)

    def _leave(self) -> None:
        if self.is_passing:
            self.decided.emit()

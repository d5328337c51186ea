"""The list that drops down of every choice: as wide as its longest words, whatever is chosen."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFontMetricsF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QWidget

LEAST_CHARACTERS = 8


class CalmComboBox(QComboBox):
    """A list that the mouse wheel does not change while the page is scrolled.

    WORKAROUND: with the policy AdjustToContents Qt makes the list that drops down, eight widgets, for a choice that
    nobody has opened, and lays the page out once more a moment after each change of its words
    (``QComboBoxPrivate::adjustComboBoxSize`` in qtbase/src/widgets/widgets/qcombobox.cpp). The width is measured here
    instead; who changes the words calls :meth:`measure_again`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._longest: int | None = None
        self.setMinimumContentsLength(LEAST_CHARACTERS)

    def measure_again(self) -> None:
        """The words have changed."""
        self._longest = None
        self.updateGeometry()

    def longest(self) -> int:
        """The width of the longest choice, in pixels."""
        metrics = self.fontMetrics()
        return max((metrics.horizontalAdvance(self.itemText(place)) for place in range(self.count())), default=0)

    def sizeHint(self) -> QSize:
        """Room for the longest choice."""
        if self._longest is None:
            self._longest = self.longest()
        return self._room_for(self._longest)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return self._room_for(0)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text changes its size."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._longest = None
        super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _room_for(self, width: int) -> QSize:
        """The list with words of this width in it, but never narrower than a few letters; as wide with the focus."""
        metrics, option = self.fontMetrics(), QStyleOptionComboBox()
        self.initStyleOption(option)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        wide = max(width, LEAST_CHARACTERS * metrics.horizontalAdvance("X"))
        words = QSize(wide, max(ceil(QFontMetricsF(metrics).height()), 14) + 2)
        return self.style().sizeFromContents(QStyle.ContentsType.CT_ComboBox, option, words, self)

"""A page beside the wizard's: cards under a title, and the way back to where one was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.focus_in_sight import FocusInSight
from redi_desktop.ui.growing import Growing
from redi_desktop.ui.scroll_area import ScrollArea
from redi_desktop.ui.theme import UNIT, page_width, set_role


class AsidePage(ScrollArea):
    """Title, way back, and a column that scrolls. ``closed`` asks for the way back; Escape does too."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.growing = Growing(self)
        self._column = QWidget()
        self.body = QVBoxLayout(self._column)
        self.body.setContentsMargins(UNIT * 3, UNIT * 2, UNIT * 3, UNIT * 3)
        self.body.setSpacing(UNIT * 2)
        self._heading, self.back = QLabel(self._column), QPushButton(self._column)
        set_role(self._heading, "title")
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.back)
        self.body.addLayout(head)
        self.setWidget(beside_nothing(self._column))
        self.back.clicked.connect(self.closed)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)
        FocusInSight(self).follow(True)
        self._fit()

    def title(self) -> str:
        """The page's name."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say title and way back in the language in use; pages add their cards."""
        self._heading.setText(self.title())
        self.setAccessibleName(self.title())
        self.back.setText(_("Back"))
        self.back.setToolTip(_("Back to where you were (Esc)"))

    def focus_first(self) -> None:
        """Begin at the top."""
        self.verticalScrollBar().setValue(0)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """The width goes with the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self._column.setMaximumWidth(page_width(self) + 6 * UNIT)


def beside_nothing(column: QWidget) -> QWidget:
    """Room for a column that has a largest width.

    Side by side with a stretch, its height is asked for the width that it really gets; alone in its layout Qt would ask
    for that of the whole room, and texts that take more lines would be cut.
    """
    room = QWidget()
    sides = QHBoxLayout(room)
    sides.setContentsMargins(0, 0, 0, 0)
    sides.setSpacing(0)
    sides.addWidget(column, 1)
    sides.addStretch(0)
    return room

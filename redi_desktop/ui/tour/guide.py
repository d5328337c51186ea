"""The card that leads through the tour, and the ring around what it speaks of. The window stays usable meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.fields.field import announce
from redi_desktop.ui.flow_layout import FlowLayout
from redi_desktop.ui.theme import HALF, UNIT, characters_wide, set_role
from redi_desktop.ui.tour.stops import STOPS, Stop

CARD_CHARACTERS = 54


class Ring(QWidget):
    """A frame around a part of the window; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_colours().accent), 3))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), UNIT, UNIT)


class Guide(QFrame):
    """One stop after the other. ``reached`` asks for the part of the window to be shown; ``ended`` closes the tour."""

    reached = Signal(object)
    ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, "guide")
        self._place = 0
        self._target = QRect()
        self.ring = Ring(parent)
        self._build()
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.ended.emit, context=within)
        self.hide()

    def _build(self) -> None:
        self._title, self._text, self._count = QLabel(self), QLabel(self), QLabel(self)
        set_role(self._title, "section")
        set_role(self._count, "quiet")
        for text in (self._title, self._text):
            text.setWordWrap(True)
        self.skip, self.back, self.next = QPushButton(self), QPushButton(self), QPushButton(self)
        set_role(self.skip, "flat")
        set_role(self.next, "primary")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(UNIT * 2, UNIT * 2, UNIT * 2, UNIT * 2)
        self._column.setSpacing(UNIT)
        for widget in (self._title, self._text, self._count):
            self._column.addWidget(widget)
        self._row = FlowLayout()
        for button in (self.next, self.back, self.skip):
            self._row.addWidget(button)
        self._column.addLayout(self._row)
        self.skip.clicked.connect(self.ended)
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self._on_next)
        for button in (self.skip, self.back, self.next):
            button.setAutoDefault(True)

    @property
    def stop(self) -> Stop:
        """Where the tour is."""
        return STOPS[self._place]

    def begin(self) -> None:
        """Start at the first stop."""
        self._go(0)

    def point_at(self, target: QRect) -> None:
        """Stand beside a part of the window, in its coordinates."""
        self._target = target
        self.ring.setGeometry(target.adjusted(-HALF, -HALF, HALF, HALF).intersected(self._window().rect()))
        self._lay_out()
        for widget in (self.ring, self):
            widget.show()
            widget.raise_()

    def close_all(self) -> None:
        """Go away."""
        self.ring.hide()
        self.hide()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        title, text = self.stop.words()
        self._title.setText(title)
        self._text.setText(text)
        self._count.setText(_("{place} of {count}").format(place=self._place + 1, count=len(STOPS)))
        self.setAccessibleName(_("Tour of the window"))
        self.skip.setText(_("Leave the tour"))
        self.back.setText(_("Previous"))
        self.next.setText(_("Finish") if self._place == len(STOPS) - 1 else _("Next"))
        self.back.setVisible(self._place > 0)
        self.skip.setVisible(self._place < len(STOPS) - 1)
        if not self.isHidden():
            self._lay_out()

    def _go(self, place: int) -> None:
        self._place = place
        self.retranslate()
        self.reached.emit(self.stop)
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, " ".join(self.stop.words()))

    def _on_next(self) -> None:
        if self._place + 1 < len(STOPS):
            self._go(self._place + 1)
        else:
            self.ended.emit()

    def _on_back(self) -> None:
        self._go(max(self._place - 1, 0))

    def _window(self) -> QWidget:
        parent = self.parentWidget()
        return parent if parent is not None else self

    def _lay_out(self) -> None:
        for layout in (self._row, self._column):
            layout.invalidate()  # they hear of a button that has come or gone only in the next turn
        width = min(characters_wide(self.fontMetrics(), CARD_CHARACTERS), self._window().width() - 2 * UNIT)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        self.setGeometry(
            QRect(_beside(self._target, QSize(width, height), self._window().rect()), QSize(width, height))
        )


def _beside(target: QRect, size: QSize, room: QRect) -> QPoint:
    """Where a card stands beside a part of the window: right, left, below, above; else at its foot."""
    gap = UNIT * 2
    places = (
        QPoint(target.right() + gap, target.top()),
        QPoint(target.left() - gap - size.width(), target.top()),
        QPoint(target.left(), target.bottom() + gap),
        QPoint(target.left(), target.top() - gap - size.height()),
        target.bottomRight() - QPoint(size.width() + gap, size.height() + 4 * gap),
    )
    inside = room.adjusted(UNIT, UNIT, -UNIT, -UNIT)
    for place in places:
        moved = _within(QRect(place, size), inside)
        if not moved.intersects(target):
            return moved.topLeft()
    return _within(QRect(places[-1], size), inside).topLeft()


def _within(card: QRect, room: QRect) -> QRect:
    """The card moved as little as it takes to be in sight."""
    left = max(min(card.left(), room.right() - card.width()), room.left())
    top = max(min(card.top(), room.bottom() - card.height()), room.top())
    return QRect(QPoint(left, top), card.size())

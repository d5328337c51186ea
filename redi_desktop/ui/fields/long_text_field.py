"""Free text of several lines: a reason, a comment."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from redi_desktop.ui.fields.field import Field
from redi_desktop.ui.fields.line_field import is_undo


class GrowingTextEdit(QPlainTextEdit):
    """A text that is as high as what stands in it, between a few lines and many; the Tab key leaves it."""

    left = Signal()

    def __init__(self, fewest_lines: int, most_lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fewest, self._most = fewest_lines, most_lines
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    def sizeHint(self) -> QSize:
        """High enough for its lines."""
        lines = min(max(round(self.document().size().height()), self._fewest), self._most)
        return QSize(super().sizeHint().width(), lines * ceil(QFontMetricsF(self.font()).lineSpacing()) + 18)

    def minimumSizeHint(self) -> QSize:
        """Narrow where it must be, but never lower."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere at another width.

        WORKAROUND: Qt lays them out, and says so, only when they are drawn.
        """
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            block = self.document().firstBlock()
            while block.isValid():
                self.document().documentLayout().blockBoundingRect(block)
                block = block.next()
            self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the text is left."""
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the undo and redo keys on to the window."""
        if is_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_size_changed(self) -> None:
        self.updateGeometry()


class LongTextField(Field[str]):
    """Text of several lines; nothing is ``""``, never ``None``."""

    def __init__(self, parent: QWidget | None = None, *, fewest_lines: int = 3, most_lines: int = 14) -> None:
        self._text = GrowingTextEdit(fewest_lines, most_lines)
        super().__init__(self._text, parent, wide=True)
        self._text.textChanged.connect(self._note_typing)
        self._text.left.connect(self._note_left)

    def set_prompt(self, text: str) -> None:
        """Say in grey what could stand here, while nothing does."""
        self._text.setPlaceholderText(text)

    def value(self) -> str:
        """The text without the space around it."""
        return self._text.toPlainText().strip()

    def set_value(self, value: str | None) -> None:
        """Show a text; the cursor stays where the text is the same."""
        if (value or "") == self.value():
            return
        blocked = self._text.blockSignals(True)
        self._text.setPlainText(value or "")
        self._text.blockSignals(blocked)

    def forget(self) -> None:
        """Empty the field."""
        self.set_value("")
        super().forget()

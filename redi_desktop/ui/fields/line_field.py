"""Fields of one line: what is typed is read at each keystroke and written properly when the field is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from redi_desktop.formatting import NotUnderstood
from redi_desktop.ui.fields.field import Field, T
from redi_desktop.ui.theme import characters_wide
from redi_desktop.words import problems


class CaseLineEdit(QLineEdit):
    """A line whose undo keys are those of the case."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the undo and redo keys on to the window."""
        if is_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


def is_undo(event: QKeyEvent) -> bool:
    """Whether a key takes something back or does it again."""
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


class SizedLineEdit(CaseLineEdit):
    """A line as wide as what is going to stand in it."""

    def __init__(self, characters: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._characters = characters
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """So many characters of the font in use."""
        hint = super().sizeHint()
        return QSize(characters_wide(self.fontMetrics(), self._characters) + 2 * 9, hint.height())

    def minimumSizeHint(self) -> QSize:
        """It may not become narrower than half of that."""
        hint = self.sizeHint()
        return QSize(hint.width() // 2, hint.height())


class LineField(Field[T]):
    """A field of one line. ``read`` makes a value of the text or raises NotUnderstood, ``write`` the text of a value.

    Enter leaves the field for the next one, as the Tab key does.
    """

    def __init__(self, characters: int, parent: QWidget | None = None, *, wide: bool = False) -> None:
        self._line = CaseLineEdit() if wide else SizedLineEdit(characters)
        super().__init__(self._line, parent, wide=wide)
        self._misread: NotUnderstood | None = None
        self._value: T | None = None
        self._writing = False
        self._line.textChanged.connect(self._on_text_changed)
        self._line.editingFinished.connect(self._on_editing_finished)
        self._line.returnPressed.connect(self._go_on)

    def read(self, text: str) -> T | None:
        """The value of a text that is not empty; raises NotUnderstood."""
        raise NotImplementedError

    def write(self, value: T) -> str:
        """The value as the language in use writes it."""
        raise NotImplementedError

    def text(self) -> str:
        """What stands in the line, understood or not."""
        return self._line.text()

    def value(self) -> T | None:
        """What was typed, as far as it is understood."""
        return self._value

    def understood(self) -> bool:
        """Whether the text can be read."""
        return self._misread is None

    def draft(self) -> str:
        """The text, while it cannot be read."""
        return "" if self.understood() else self.text()

    def set_draft(self, text: str) -> None:
        """Put the text back, with what is wrong with it."""
        if not self.text():
            self._write(text)
            self._misread, self._value = self._attempt(self.read, text)
            self._show_error()

    def set_value(self, value: T | None) -> None:
        """Show a value; the text stays where it says the same, or where it is half-typed and nothing is known."""
        if value == self._value:
            return
        self._misread = None
        self._value = value
        self._write("" if value is None else self.write(value))
        self._show_error()

    def forget(self) -> None:
        """Empty the field."""
        self._misread = None
        self._value = None
        self._write("")
        super().forget()

    def relabel(self) -> None:
        """Write the value as the language in use does, unless it is being typed."""
        if self._value is not None and not self._typing:
            self._write(self.write(self._value))
        super().relabel()

    def _own_error(self) -> str | None:
        return problems.sentence(self._misread) if self._misread is not None else None

    def _write(self, text: str) -> None:
        """Write into the line what nobody has typed."""
        self._writing = True
        self._line.setText(text)
        self._writing = False
        self._show_beginning()

    def _on_text_changed(self, text: str) -> None:
        """Somebody typed, or dictated: a screen reader sets the whole text without a key."""
        if self._writing:
            return
        self._misread, self._value = self._attempt(self.read, text)
        self._note_typing()

    @staticmethod
    def _attempt(read: Callable[[str], T | None], text: str) -> tuple[NotUnderstood | None, T | None]:
        if not text.strip():
            return None, None
        try:
            return None, read(text)
        except NotUnderstood as misread:
            return misread, None

    def _on_editing_finished(self) -> None:
        if self._value is not None:
            self._rewrite(self.write(self._value))
        self._show_beginning()
        self._note_left()

    def _show_beginning(self) -> None:
        """Where there is no room for all, a name is seen from its first letter, and no figure without its millions."""
        if not self._line.hasFocus():
            self._line.setCursorPosition(0)

    def _rewrite(self, text: str) -> None:
        if text != self._line.text():
            self._write(text)

    def _go_on(self) -> None:
        self.focusNextPrevChild(True)


def right_aligned(line: QLineEdit) -> None:
    """Figures stand at the right of their field."""
    line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

"""What every field has: a name above, help below, an error in words, and one way to give and take a value."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.icons import icon_side, pixmap
from redi_desktop.ui.theme import HALF, refresh, set_role

T = TypeVar("T")


class ErrorLine(QWidget):
    """What is wrong with a field, after a mark: it is told without its colour too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(HALF)
        self._icon, self.words = QLabel(self), QLabel(self)
        self.words.setWordWrap(True)
        set_role(self.words, "error")
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def draw_icon(self) -> None:
        """The mark in the colours and the size of the text in use."""
        mark = pixmap("attention", current_colours().brick, icon_side(self.words), self.devicePixelRatioF())
        self._icon.setPixmap(mark)


class Field(QWidget, Generic[T]):
    """One value that a person can give.

    ``edited`` is emitted at each keystroke or choice, ``left`` when the editor is left or a choice is made. What the
    page says with :meth:`set_error` waits while someone is typing, and goes as soon as it is mended. The editor of a
    ``wide`` field takes all the width that there is.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, editor: QWidget, parent: QWidget | None = None, *, wide: bool = False) -> None:
        super().__init__(parent)
        self._editor = editor
        self.wide = wide
        self._typing = False
        self._given_error: str | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(HALF)
        self._build_label()
        self._layout.addWidget(editor, alignment=Qt.AlignmentFlag(0) if wide else Qt.AlignmentFlag.AlignLeft)
        self._help_line: QLabel | None = None
        self._error: ErrorLine | None = None
        self._layout.addStretch(1)

    def _build_label(self) -> None:
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setBuddy(self._editor)
        self.label.hide()
        self._layout.addWidget(self.label)

    @property
    def help(self) -> QLabel:
        """The line below the editor; made when there is first something to say, as that of an error."""
        if self._help_line is None:
            self._help_line = QLabel(self)
            self._help_line.setWordWrap(True)
            self._help_line.hide()
            set_role(self._help_line, "help")
            below = self._layout.count() - 1 if self._error is None else self._layout.indexOf(self._error)
            self._layout.insertWidget(below, self._help_line)
        return self._help_line

    @property
    def editor(self) -> QWidget:
        """The widget that takes the focus."""
        return self._editor

    def stops(self) -> list[QWidget]:
        """Where the Tab key stops in the field."""
        return [self.editor]

    def set_texts(self, label: str, help_text: str = "") -> None:
        """Name the field (``&`` marks the letter that leads here with Alt) and explain it."""
        if bool(label) is not bool(self.label.text()):  # who hides the name of a row's field keeps it hidden
            self.label.setVisible(bool(label))
        self.label.setText(label)
        if help_text or self._help_line is not None:
            self.help.setText(help_text)
            self.help.setVisible(bool(help_text))
        self._name_editor(without_mnemonic(label))
        self.relabel()

    def relabel(self) -> None:
        """Say everything again in the language in use; fields with words of their own add to it."""
        self._show_error()

    def value(self) -> T | None:
        """What was given; ``None`` where nothing was, or where it is not understood."""
        raise NotImplementedError

    def set_value(self, value: T | None) -> None:
        """Show a value. Emits nothing; what is being typed stays as it is where it means the same."""
        raise NotImplementedError

    def understood(self) -> bool:
        """Whether what stands there can be read; an empty field can."""
        return True

    def draft(self) -> str:
        """What stands half-typed in the field and is no value yet; empty where nothing does."""
        return ""

    def set_draft(self, text: str) -> None:
        """Put back what stood half-typed here; a field that only takes whole values takes none."""

    def forget(self) -> None:
        """Drop what is half-typed: another case is going to be shown."""
        self._typing = False
        self.set_error(None)

    def set_error(self, text: str | None) -> None:
        """Say what to change, or that all is well."""
        self._given_error = text or None
        self._show_error()

    def settle(self) -> None:
        """Typing is over, though the editor was not left: an error need not wait any longer."""
        self._typing = False
        self._show_error()

    def error_text(self) -> str:
        """The error on the screen; empty where there is none."""
        return self._error.words.text() if self._error is not None and not self._error.isHidden() else ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the editor.

        WORKAROUND: a focus proxy would do it too, but the Tab key stops at whatever has one, wherever it stands.
        """
        self.editor.setFocus(event.reason())

    def changeEvent(self, event: QEvent) -> None:
        """The icon follows the colours and the size of the text."""
        super().changeEvent(event)
        changed = event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if changed and self._error is not None and self.error_text():
            self._error.draw_icon()

    def _name_editor(self, name: str) -> None:
        self._editor.setAccessibleName(name)

    def _own_error(self) -> str | None:
        """What the field itself has to say about what stands there."""
        return None

    def _note_typing(self) -> None:
        self._typing = True
        self._show_error()
        self.edited.emit()

    def _note_left(self) -> None:
        self._typing = False
        self._show_error()
        self.left.emit()

    def _show_error(self) -> None:
        wanted = self._own_error() or self._given_error or ""
        shown = self.error_text()
        if self._typing and not shown:
            wanted = ""
        explained = self._help_line.text() if self._help_line is not None else ""
        self._editor.setAccessibleDescription(" ".join(part for part in (explained, wanted) if part))
        if wanted == shown:
            return
        self._write_error(wanted)
        self._editor.setProperty("wrong", bool(wanted))
        refresh(self._editor)
        if wanted:
            announce(self._editor, wanted)

    def _write_error(self, text: str) -> None:
        """The line is made when there is first something to say: nearly all fields do without."""
        if self._error is None:
            self._error = ErrorLine(self)
            self._layout.insertWidget(self._layout.count() - 1, self._error)
        self._error.words.setText(text)
        self._error.setVisible(bool(text))
        if text:
            self._error.draw_icon()


def without_mnemonic(text: str) -> str:
    """The text as it is read aloud: ``&Rent`` is ``Rent``, ``A && B`` is ``A & B``."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say something now; what is hidden, as behind the lock, is not said either."""
    if QAccessible.isActive() and widget.isVisible():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))

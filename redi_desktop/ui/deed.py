"""Something that is done with a button and may take a while: what it does, that it is under way, what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from redi_desktop.errors import UserError
from redi_desktop.ui.fields.field import announce
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.theme import UNIT, set_role
from redi_desktop.words import problems

T = TypeVar("T")


class Deed(QWidget):
    """A button, a bar while the work goes on off the window's thread, and a sentence about how it ended."""

    asked = Signal()
    done = Signal(object)

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._words: Callable[[Any], str] | None = None
        self._focus_waits_at: QWidget | None = None
        self.button, self.busy, self._fine, self.trouble = (
            QPushButton(self), QProgressBar(self), QLabel(self), Notice(self),
        )  # fmt: skip
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.asked)
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.hide()
        self._fine.setWordWrap(True)
        self._fine.hide()
        set_role(self._fine, "quiet")
        line = QHBoxLayout()
        line.setSpacing(UNIT * 2)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._fine, 1)
        line.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(line)
        column.addWidget(self.busy)
        column.addWidget(self.trouble)

    def set_text(self, words: str) -> None:
        """Name the button."""
        self.button.setText(words)
        self.busy.setAccessibleName(words)

    @property
    def is_under_way(self) -> bool:
        """Whether it is being done."""
        return not self.busy.isHidden()

    def text(self) -> str:
        """How it ended; empty where nothing was done yet."""
        return self.trouble.text() or ("" if self._fine.isHidden() else self._fine.text())

    def run(self, work: Callable[[], T], words: Callable[[T], str], *, beside_store: bool = False) -> None:
        """Do it in the store's thread, or in the other one; ``words`` says what came of it."""
        self._words = words
        self._begin()
        run = self._tasks.aside if beside_store else self._tasks.on_store
        run(work, self._on_done, self._on_failed)

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Say something about it."""
        self.trouble.show_text(words if wrong else "")
        self._fine.setText("" if wrong else words)
        self._fine.setVisible(bool(words) and not wrong)
        if words and not wrong:
            announce(self, words)

    def _begin(self) -> None:
        self.say("")
        had_focus = self.button.hasFocus()
        self.button.setEnabled(False)
        self._focus_waits_at = QApplication.focusWidget() if had_focus else None
        self.busy.show()

    def _end(self) -> None:
        """The button comes back, and the focus that Qt moved on from it, unless somebody went elsewhere since."""
        self.button.setEnabled(True)
        self.busy.hide()
        waits_at, self._focus_waits_at = self._focus_waits_at, None
        if waits_at is not None and QApplication.focusWidget() is waits_at:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_done(self, result: Any) -> None:
        self._end()
        self.say(self._words(result) if self._words is not None else "")
        self.done.emit(result)

    def _on_failed(self, problem: UserError) -> None:
        self._end()
        self.say(problems.sentence(problem), wrong=True)

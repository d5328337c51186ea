"""One question that would decide a right, answered in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from redi_desktop.casefile.rights import answer
from redi_desktop.engine.rights.asked_facts import AskedFact
from redi_desktop.i18n import _
from redi_desktop.ui.pages.answer_field import AnswerField
from redi_desktop.ui.pages.remove_button import RemoveButton
from redi_desktop.ui.theme import UNIT


class QuestionSeen(NamedTuple):
    """What a row shows: the question, what hangs on it, and the answer that was given."""

    words: str
    decides: str
    given: str | None


class QuestionRow(QWidget):
    """``changed(change, place)`` carries the answer; the cross takes it back."""

    changed = Signal(object, str)
    left = Signal()

    def __init__(
        self, key: str, fact: AskedFact, parent: QWidget, today: Callable[[], date], *, months: bool = False
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._seen: QuestionSeen | None = None
        self._answer = AnswerField(fact, self, today, months=months)
        self.field = self._answer.field
        self.take_back = RemoveButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(self.field, 1)
        row.addWidget(self.take_back, alignment=Qt.AlignmentFlag.AlignTop)
        self.field.edited.connect(self._on_edited)
        self.field.left.connect(self.left)
        self.take_back.clicked.connect(self._on_taken_back)

    @property
    def place(self) -> str:
        """The place of the answer in the case."""
        return f"answers.{self._key}"

    def show_question(self, seen: QuestionSeen) -> None:
        """Show the question and the answer that was given."""
        if seen == self._seen:
            return
        self._seen = seen
        if self._answer.text() != seen.given:
            self._answer.show(seen.given)
        self.field.set_texts(seen.words, seen.decides)
        self.take_back.name(_("Take the answer back: {question}").format(question=seen.words))
        self.take_back.setVisible(seen.given is not None)

    def stops(self) -> list[QWidget]:
        """What the Tab key visits."""
        return [*self.field.stops(), self.take_back]

    def _on_edited(self) -> None:
        self.changed.emit(partial(answer, key=self._key, text=self._answer.text()), self.place)

    def _on_taken_back(self) -> None:
        self.field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(partial(answer, key=self._key, text=None), "")
        self.left.emit()

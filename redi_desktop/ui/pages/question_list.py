"""The questions that would decide rights, those on which most hang first; what was answered stays to be changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.rights import asked_of
from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.rights.answers import answer_key
from redi_desktop.engine.rights.asked_facts import AskedFact
from redi_desktop.engine.rights.questions import Asked
from redi_desktop.engine.rights.result import Question, RightResult, open_questions
from redi_desktop.formatting import join_list
from redi_desktop.i18n import _
from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.pages.question_row import QuestionRow, QuestionSeen
from redi_desktop.ui.pages.tab_place import TabPlace
from redi_desktop.ui.theme import UNIT
from redi_desktop.words import persons as person_words
from redi_desktop.words.rights import question_words, with_answers

AT_A_TIME = 4
"""Open questions shown until more are asked for."""
MOST_NAMED = 3
"""Rights named under a question."""


class QuestionList(QWidget):
    """A question keeps its place while the page is open, answered or not: nothing moves under the hand."""

    def __init__(self, page: Page, today: Callable[[], date]) -> None:
        super().__init__(page)
        self._page, self._today = page, today
        self._wanted = AT_A_TIME
        self._rows: dict[str, QuestionRow] = {}
        self._shown: tuple[str, ...] = ()
        self._place = TabPlace(self)
        self.more = QPushButton(self)
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._on_more)
        self._case: CaseFile | None = None
        self._assessment: Assessment | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(UNIT * 2)
        self._layout.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_questions(self, case: CaseFile, assessment: Assessment) -> bool:
        """Show what would decide something, and what was answered; tells whether there is anything."""
        self._case, self._assessment = case, assessment
        rights = assessment.parameters.rights
        facts = rights.pack.facts if rights is not None else {}
        given = {answer.key: answer.text for answer in case.answers if asked_of(answer.key).fact in facts}
        waiting = {answer_key(question.asked): question for question in open_questions(assessment.rights)}
        keys = self._chosen(given, waiting)
        names = person_words.names(case.household.persons)
        hangs = _hanging(assessment.rights)
        for key in keys:
            question = waiting.get(key) or Question(asked_of(key), 0)
            words = question_words(question, facts, names)
            self._row(key, question.asked, facts).show_question(
                QuestionSeen(words, _decides(hangs.get(question.asked.fact, [])), given.get(key))
            )
        self._arrange(keys)
        rest = sum(1 for key in waiting if key not in keys)
        self.more.setVisible(rest > 0)
        self.more.setText(_("More questions ({count})").format(count=rest))
        return bool(keys)

    def rows(self) -> list[QuestionRow]:
        """The questions on the screen."""
        return [self._rows[key] for key in self._shown]

    def row(self, key: str) -> QuestionRow:
        """The row of one question."""
        return self._rows[key]

    def forget(self) -> None:
        """Another case is going to be shown."""
        for row in self._rows.values():
            self._page.unregister(row.place)
            self._layout.removeWidget(row)
            self._page.leaving.take(row)
        self._rows, self._shown, self._wanted = {}, (), AT_A_TIME
        self._case = self._assessment = None

    def _chosen(self, given: Mapping[str, str], waiting: Mapping[str, Question]) -> tuple[str, ...]:
        """What is on the screen stays, then open questions up to the number wanted, then what was answered before."""
        stay = [key for key in self._shown if key in given or key in waiting]
        still_open = sum(1 for key in stay if key not in given)
        fresh = [key for key in waiting if key not in stay and key not in given]
        answered = [key for key in given if key not in stay]
        return (*stay, *fresh[: max(0, self._wanted - still_open)], *answered)

    def _row(self, key: str, asked: Asked, facts: Mapping[str, AskedFact]) -> QuestionRow:
        if key not in self._rows:
            months = bool(asked.months_of)
            row = QuestionRow(key, facts[asked.fact], self, self._today, months=months)
            row.changed.connect(self._page.changed)
            row.left.connect(self._page.field_left)
            self._rows[key] = row
            self._page.register(row.place, row.field)
        return self._rows[key]

    def _arrange(self, keys: tuple[str, ...]) -> None:
        if keys == self._shown:
            return
        self._shown = keys
        for place, key in enumerate(keys):
            self._layout.insertWidget(place, self._rows[key])
            self._rows[key].show()
        for key, row in self._rows.items():
            row.setVisible(key in keys)
        self._place.lead_to(stop for row in self.rows() for stop in row.stops())

    def _on_more(self) -> None:
        if self._case is None or self._assessment is None:
            return
        before = len(self._shown)
        self._wanted += AT_A_TIME
        self.show_questions(self._case, self._assessment)
        fresh = self.rows()[before:]
        if fresh:
            fresh[0].field.editor.setFocus()


def _hanging(results: tuple[RightResult, ...]) -> dict[str, list[str]]:
    """The rights that hang on each fact, by name."""
    found: dict[str, list[str]] = {}
    for result in results:
        for question in result.questions:
            found.setdefault(question.asked.fact, []).append(with_answers(result))
    return found


def _decides(names: list[str]) -> str:
    if not names:
        return ""
    more = len(names) - MOST_NAMED
    named = names if more <= 0 else [*names[:MOST_NAMED], _("{count} more").format(count=more)]
    return _("Would decide: {rights}").format(rights=join_list(named))

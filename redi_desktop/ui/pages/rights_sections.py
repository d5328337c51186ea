"""The rights of a household on the page of the result: first those to take up, then what would decide others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QWidget

from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.right_states import RightStatus
from redi_desktop.engine.rights.result import NOT_PURSUED, Outcome, RightResult, open_rights
from redi_desktop.engine.rights.same_money import is_listed
from redi_desktop.formatting import join_list
from redi_desktop.i18n import _
from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.pages.question_list import QuestionList
from redi_desktop.ui.pages.right_list import RightList
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.theme import set_role
from redi_desktop.words.pack_texts import with_pack_language
from redi_desktop.words.rights import texts_of

MOST_AT_FIRST = 12


class Sorted(NamedTuple):
    """Rights by what is to be done with them: to take up, perhaps open, noted as done with, there already."""

    first: tuple[RightResult, ...]
    perhaps: tuple[RightResult, ...]
    noted: tuple[RightResult, ...]
    there: tuple[RightResult, ...]


class RightsSections(QObject):
    """Three sections of a page. ``asked`` carries the question about one of the rights."""

    asked = Signal(object)

    def __init__(self, page: Page, today: Callable[[], date]) -> None:
        super().__init__(page)
        page.take_part(self)
        self._shown: tuple[object, ...] | None = None
        self._first, self._questions, self._others = Section(page), Section(page), Section(page)
        self.first = RightList(page, today, at_first=MOST_AT_FIRST)
        self.questions = QuestionList(page, today)
        self.others = RightList(page, today, at_first=0)
        self._none, self._there = QLabel(page), QLabel(page)
        for text in (self._none, self._there):
            text.setWordWrap(True)
            set_role(text, "quiet")
        for section, widgets in (
            (self._first, (self._none, self.first)),
            (self._questions, (self.questions,)),
            (self._others, (self._there, self.others)),
        ):
            for widget in widgets:
                section.body.addWidget(widget)
        for rights in (self.first, self.others):
            rights.asked.connect(self.asked)

    @property
    def widgets(self) -> tuple[Section, ...]:
        """The sections, in their order."""
        return self._first, self._questions, self._others

    def show_result(self, case: CaseFile, assessment: Assessment) -> None:
        """Show the rights of a result; an amount that changes none of them leaves them as they are."""
        shown = (case.id, case.household.persons, assessment.rights)
        if self._shown is not None and all(new is old for new, old in zip(shown, self._shown, strict=True)):
            return
        self._shown = shown
        known = bool(assessment.rights)
        sorted_ = sorted_rights(assessment.rights)
        self._first.setVisible(known)
        self._none.setVisible(not sorted_.first)
        self.first.show_rights(sorted_.first)
        self._questions.setVisible(self.questions.show_questions(case, assessment))
        others = (*sorted_.noted, *sorted_.perhaps)
        self._others.setVisible(bool(others or sorted_.there))
        self.others.show_rights(others)
        self._there.setText(_there_words(sorted_.there))
        self._there.setVisible(bool(sorted_.there))

    def hide(self) -> None:
        """There is no result."""
        self._shown = None
        for section in self.widgets:
            section.hide()

    def focus_first(self) -> QWidget | None:
        """Where one begins with the rights."""
        rows = self.first.rows()
        return rows[0].state.editor if rows else None

    def retranslate(self) -> None:
        """Say again what does not come with the next result."""
        self._shown = None
        self._first.set_texts(
            _("Rights to look at first"),
            with_pack_language(
                _("Probably open to this household and not taken up. What they bring comes before any aid.")
            ),
        )
        self._none.setText(_("Nothing that is probably open is left to take up."))
        self._questions.set_texts(_("Questions that would decide"), _("Asked only where a right hangs on them."))
        self._others.set_texts(_("Perhaps open, or noted before"))
        self.first.retranslate()
        self.others.retranslate()

    def forget(self) -> None:
        """Another case is going to be shown."""
        self._shown = None
        for part in (self.first, self.questions, self.others):
            part.forget()


def sorted_rights(results: tuple[RightResult, ...]) -> Sorted:
    """The rights of a result by what is to be done with them."""
    noted = [result for result in results if result.state is not None and _is_settled(result)]
    open_still = [result for result in results if result.outcome is Outcome.POSSIBLE and is_listed(result)]
    perhaps = [result for result in open_still if result not in noted]
    there = [result for result in results if result.held and result.state is None]
    return Sorted(open_rights(results), tuple(perhaps), tuple(noted), tuple(there))


def _is_settled(result: RightResult) -> bool:
    status = result.state.status if result.state else RightStatus.TO_EXAMINE
    return status in NOT_PURSUED or status is RightStatus.GRANTED


def _there_words(results: tuple[RightResult, ...]) -> str:
    return _("There already: {rights}.").format(rights=join_list(texts_of(result.right).name for result in results))

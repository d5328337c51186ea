"""Rights in words: names and texts of the pack in the reader's language, amounts with their date, questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal

from redi_desktop.engine.money import Period
from redi_desktop.engine.rights.asked_facts import AskedFact
from redi_desktop.engine.rights.pack import AmountIs, Right, RightTexts
from redi_desktop.engine.rights.result import Question, RightResult
from redi_desktop.formatting import join_list, money
from redi_desktop.i18n import FIRST_LANGUAGE, N_, language, ngettext
from redi_desktop.i18n import gettext as _
from redi_desktop.words.pack_texts import in_language, pack_text
from redi_desktop.words.values import written_date
from redi_desktop.words.vocabulary import label

_AMOUNTS: dict[AmountIs, str] = {
    AmountIs.EXACT: N_("{amount} {period}"),
    AmountIs.ABOUT: N_("about {amount} {period}"),
    AmountIs.MOST: N_("at most {amount} {period}"),
    AmountIs.LEAST: N_("at least {amount} {period}"),
}


def texts_of(right: Right) -> RightTexts:
    """All that the pack tells of a right, in the current language; where neither it nor the program can, in French."""
    told = right.texts.get(language())
    if told is not None:
        return told
    french = right.texts[FIRST_LANGUAGE]
    return RightTexts(**{field.name: pack_text(getattr(french, field.name)) for field in fields(french)})


def amount_words(result: RightResult) -> str:
    """The amount for this household, with its date where that is long ago; empty where none is known."""
    if result.amount is None:
        return ""
    right, dated = result.right, result.amount_date
    told = amount_told(result.amount, result.amount_is, right.amount_period)
    if dated is None or not result.amount_is_old:
        return told
    return _("{amount} (figure of {date})").format(amount=told, date=written_date(dated.text))


def amount_told(amount: Decimal, how: AmountIs, period: Period) -> str:
    """An amount per period, and whether it is exact, a ceiling, a floor or approximate."""
    return _(_AMOUNTS[how]).format(amount=money(amount), period=label(period))


def same_money_words(result: RightResult) -> str:
    """The rights for whose money this one stands in the list; empty for most."""
    if not result.same_money:
        return ""
    return _("the same money as: {rights}").format(rights=join_list(texts_of(one).name for one in result.same_money))


def answers_words(result: RightResult) -> str:
    """How many answers are needed to decide; empty where none is."""
    needed = len(result.questions) + result.further_questions
    if not needed:
        return ""
    return ngettext("{count} answer would decide", "{count} answers are needed to decide", needed).format(count=needed)


def with_answers(result: RightResult) -> str:
    """The name of a right, and where one answer is not enough how many it needs."""
    name, needed = texts_of(result.right).name, len(result.questions) + result.further_questions
    if needed <= 1:
        return name
    words = ngettext("{right} ({count} answer in all)", "{right} ({count} answers in all)", needed)
    return words.format(right=name, count=needed)


def further_words(result: RightResult) -> str:
    """How many questions come after those that are asked first; empty where they are all."""
    further = result.further_questions
    if not further:
        return ""
    return ngettext("Then {count} more question", "Then {count} more questions", further).format(count=further)


def question_words(question: Question, facts: Mapping[str, AskedFact], persons: Mapping[str, str]) -> str:
    """The question as it is put to the household, with the names of those it is about where they are not all."""
    asked = question.asked
    fact = facts[asked.fact]
    if asked.months_of:
        return months_question(in_language(fact.choices[asked.months_of]))
    return of_persons(in_language(fact.question), asked.persons, persons)


def months_question(value: str) -> str:
    """For how long something has been received."""
    return _("For how many months has the household had this without a break: {value}?").format(value=value)


def of_persons(question: str, asked: tuple[str, ...], persons: Mapping[str, str]) -> str:
    """A question with the names of the persons that it is about."""
    names = join_list(persons.get(person, person) for person in asked if person)
    return _("{question} ({persons})").format(question=question, persons=names) if names else question

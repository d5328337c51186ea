"""The answers that were given to the questions of rights, with the questions, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from redi_desktop.engine.right_states import Answer
from redi_desktop.engine.rights.answers import read_answers, split_key
from redi_desktop.engine.rights.asked_facts import AskedFact, FactKind
from redi_desktop.formatting import date_short, join_list, quantity
from redi_desktop.i18n import _
from redi_desktop.report.content import Block, Column, Heading, Row, Table
from redi_desktop.report.reported import yes_no
from redi_desktop.words.pack_texts import in_language
from redi_desktop.words.rights import months_question, of_persons


def told_answers(answers: Sequence[Answer], persons: Mapping[str, str]) -> Iterator[Block]:
    """A table of question and answer; what the catalogue does not know any more stands as it is kept."""
    if not answers:
        return
    from redi_desktop.packs.embedded import load_embedded_rights

    facts = load_embedded_rights().facts
    caption = _("Answers given")
    rows = tuple(Row(_in_words(answer, facts, persons)) for answer in answers)
    yield Heading(caption, 3)
    yield Table(caption, (Column(_("Question"), share=4), Column(_("Answer"), share=2)), rows)


def _in_words(answer: Answer, facts: Mapping[str, AskedFact], persons: Mapping[str, str]) -> tuple[str, str]:
    fact_id, person, value = split_key(answer.key)
    fact = facts.get(fact_id)
    if fact is None or read_answers({answer.key: answer.text}, facts)[1]:
        return answer.key, answer.text
    if value:
        return months_question(in_language(fact.choices[value])), quantity(Decimal(answer.text))
    return of_persons(in_language(fact.question), (person,), persons), _answer_words(fact, answer.text.strip())


def _answer_words(fact: AskedFact, text: str) -> str:
    if fact.kind is FactKind.YES_NO:
        return yes_no(text == "yes")
    if fact.kind is FactKind.NUMBER:
        return quantity(Decimal(text))
    if fact.kind is FactKind.DATE:
        return date_short(date.fromisoformat(text))
    chosen = [in_language(fact.choices[one.strip()]) for one in text.split(";") if one.strip()]
    return join_list(chosen) if chosen else _("None of them")

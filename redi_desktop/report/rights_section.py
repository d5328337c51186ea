"""The rights examined: those to ask for first, those that one answer would decide, how far each is."""

from __future__ import annotations

from collections.abc import Iterable

from redi_desktop.engine.right_states import RightState, RightStatus
from redi_desktop.engine.rights.result import Outcome, RightResult, open_questions
from redi_desktop.engine.rights.same_money import is_listed
from redi_desktop.formatting import date_short
from redi_desktop.i18n import _, ngettext
from redi_desktop.report.content import Block, Bullets, Column, Heading, NotedText, Paragraph, Row, Table, Tone
from redi_desktop.report.reported import NOTHING, Reported, notes
from redi_desktop.words.rights import (
    amount_words,
    question_words,
    same_money_words,
    texts_of,
    with_pack_language,
)
from redi_desktop.words.vocabulary import label

MOST_QUESTIONS = 6
_TAKEN = frozenset({RightStatus.GRANTED, RightStatus.REFUSED, RightStatus.NOT_APPLICABLE})


def rights_section(reported: Reported) -> list[Block]:
    """Likely rights in full, the questions that decide most, those the worker noted something about, and counts."""
    results = reported.assessment.rights
    if not results:
        return []
    likely = [result for result in results if _is_first(result)]
    noted = [result for result in results if result.state is not None and result not in likely]
    blocks: list[Block] = [Heading(_("Rights examined")), _counts(results)]
    if likely:
        blocks += [
            Heading(_("Likely open: to be asked for before any aid"), 3),
            right_table(likely, _("Likely rights")),
        ]
    if noted:
        blocks += [Heading(_("Noted by the worker"), 3), right_table(noted, _("Rights noted by the worker"))]
    return [*blocks, *_questions(reported, results)]


def _is_first(result: RightResult) -> bool:
    taken = result.state is not None and result.state.status in _TAKEN
    return result.outcome is Outcome.LIKELY and is_listed(result) and not taken


def right_table(results: Iterable[RightResult], caption: str, with_how: bool = False) -> Table:
    """A row for each right: what it is, who gives it (and how to ask), its amount, how far it is."""
    columns = (
        Column(_("Right"), share=6 if with_how else 11),
        Column(_("Where and how") if with_how else _("Where"), share=9 if with_how else 6),
        Column(_("Amount"), share=4),
        Column(_("State"), share=4),
    )
    return Table(caption, columns, tuple(_row(result, with_how) for result in results))


def _row(result: RightResult, with_how: bool) -> Row:
    texts = texts_of(result.right)
    through = [texts_of(right).name for right in result.through]
    opened = _("Opens through: {rights}").format(rights=", ".join(through)) if through else ""
    remark = notes(opened, same_money_words(result))
    where = NotedText(texts.authority, notes(texts.how, texts.documents) if with_how else "")
    return Row((NotedText(texts.name, remark), where, amount_words(result) or NOTHING, _state(result.state)))


def _state(state: RightState | None) -> NotedText:
    if state is None:
        return NotedText(label(RightStatus.TO_EXAMINE))
    return NotedText(label(state.status), notes(date_short(state.since) if state.since else "", state.remark))


def _questions(reported: Reported, results: tuple[RightResult, ...]) -> list[Block]:
    rights = reported.assessment.parameters.rights
    questions = open_questions(results)[:MOST_QUESTIONS]
    if rights is None or not questions:
        return []
    told = tuple(question_words(question, rights.pack.facts, reported.persons) for question in questions)
    return [Heading(_("Questions that would decide most"), 3), Bullets(told)]


def _counts(results: tuple[RightResult, ...]) -> Paragraph:
    """How many rights were looked at, and what became of the others."""
    possible = sum(1 for result in results if result.outcome is Outcome.POSSIBLE)
    closed = sum(1 for result in results if result.outcome is Outcome.NOT)
    words = ngettext(
        "{count} right was looked at: {possible} possible once a question is answered, {closed} not open.",
        "{count} rights were looked at: {possible} possible once a question is answered, {closed} not open.",
        len(results),
    )
    counted = words.format(count=len(results), possible=possible, closed=closed)
    return Paragraph(with_pack_language(counted), Tone.QUIET)

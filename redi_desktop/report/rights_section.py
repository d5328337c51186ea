"""The rights examined: those to ask for first; in the annex how far each is and what one answer would decide."""

from __future__ import annotations

from collections.abc import Iterable

from redi_desktop.engine.right_states import RightState, RightStatus
from redi_desktop.engine.rights.result import Outcome, RightResult, open_questions, open_rights
from redi_desktop.engine.rights.same_money import is_listed
from redi_desktop.formatting import date_short
from redi_desktop.i18n import _, ngettext
from redi_desktop.report.content import Block, Bullets, Callout, Column, Heading, NotedText, Paragraph, Row, Table, Tone
from redi_desktop.report.reported import NOTHING, Reported, notes
from redi_desktop.words.pack_texts import with_pack_language
from redi_desktop.words.rights import amount_words, question_words, same_money_words, texts_of
from redi_desktop.words.vocabulary import label

MOST_QUESTIONS = 6
_TAKEN = frozenset({RightStatus.GRANTED, RightStatus.REFUSED, RightStatus.NOT_APPLICABLE})


MOST_NAMED = 5
"""So many rights are named before the proposal; the annex has them all."""


def rights_section(reported: Reported) -> list[Block]:
    """How many rights were looked at, and those to take up before any aid is proposed."""
    results = reported.assessment.rights
    if not results:
        return []
    return [Heading(_("Rights examined")), _counts(results), *_to_take_up(results)]


def _to_take_up(results: tuple[RightResult, ...]) -> list[Block]:
    names = [texts_of(result.right).name for result in open_rights(results)]
    if not names:
        return []
    more = len(names) - MOST_NAMED
    if more > 0:
        words = ngettext("{count} other", "{count} others", more)
        names = [*names[:MOST_NAMED], words.format(count=more)]
    return [Callout(_("Rights to take up first"), (" · ".join(names),), Tone.ATTENTION)]


def rights_one_by_one(reported: Reported) -> list[Block]:
    """Likely rights in full, those the worker noted something about, and the questions that decide most."""
    results = reported.assessment.rights
    likely = [result for result in results if _is_first(result)]
    noted = [result for result in results if result.state is not None and result not in likely]
    questions = _questions(reported, results)
    if not (likely or noted or questions):
        return []
    blocks: list[Block] = [Heading(_("Rights, one by one"))]
    if likely:
        blocks += [
            Heading(_("Likely open: to be asked for before any aid"), 3),
            right_table(likely, _("Likely rights")),
        ]
    if noted:
        blocks += [Heading(_("Noted by the worker"), 3), right_table(noted, _("Rights noted by the worker"))]
    return [*blocks, *questions]


def _is_first(result: RightResult) -> bool:
    taken = result.state is not None and result.state.status in _TAKEN
    return result.outcome is Outcome.LIKELY and is_listed(result) and not taken


def right_table(results: Iterable[RightResult], caption: str, with_how: bool = False) -> Table:
    """A row for each right: what it is, who gives it (and how to ask), its amount, how far it is."""
    columns = (
        Column(_("Right"), share=6 if with_how else 9),
        Column(_("Where and how") if with_how else _("Where"), share=9 if with_how else 6),
        Column(_("Amount"), share=4 if with_how else 5),
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

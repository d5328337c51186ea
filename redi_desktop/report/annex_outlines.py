"""Whole chains of reasons in the annex: the integration income, the likely rights, the proposal."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.rights.reasons import explain_right
from redi_desktop.engine.rights.result import Outcome, RightResult
from redi_desktop.engine.rights.same_money import is_listed
from redi_desktop.i18n import _
from redi_desktop.report.content import Block, Column, Heading, Outline, Row, Table
from redi_desktop.report.reported import Reported
from redi_desktop.report.rights_section import right_table
from redi_desktop.words.explain_rights import EXPLANATIONS as RIGHTS
from redi_desktop.words.explanations import sentence
from redi_desktop.words.rights import further_words, question_words, texts_of

Said = Callable[[Explanation], str]


def outline(node: Explanation, said: Said, depth: int = 0) -> Iterator[tuple[int, str]]:
    """A chain of reasons with the depth of each sentence."""
    yield depth, said(node)
    for part in node.parts:
        yield from outline(part, said, depth + 1)


def integration_income_outline(reported: Reported) -> list[Block]:
    """Every step of the integration income, down to the legal amounts."""
    income = reported.assessment.integration_income
    if income is None or not (income.monthly or income.resources):
        return []
    steps = tuple(outline(income.explanation, lambda node: sentence(node, reported.persons)))
    return [Heading(_("Integration income, step by step")), Outline(steps)]


def proposal_outline(reported: Reported) -> list[Block]:
    """Every step from the deficit to the proposal."""
    node = reported.assessment.proposal.explanation
    steps = tuple(outline(node, lambda part: sentence(part, reported.persons)))
    return [Heading(_("Proposal of aid")), Outline(steps)]


def rights_outline(reported: Reported) -> list[Block]:
    """Why each likely right is likely, and which answers would decide the possible ones."""
    results = reported.assessment.rights
    open_now = [result for result in results if result.outcome is Outcome.LIKELY and is_listed(result)]
    likely = [explain_right(result) for result in open_now]
    possible = [result for result in results if result.outcome is Outcome.POSSIBLE and result.questions]
    if not likely and not possible:
        return []
    reasons = tuple(step for node in likely for step in outline(node, lambda part: _said(part, reported)))
    blocks: list[Block] = [Heading(_("Rights examined"))]
    if reasons:
        blocks += [right_table(open_now, _("Likely rights"), with_how=True), Outline(reasons)]
    return [*blocks, _to_ask(reported, possible)] if possible else blocks


def _said(node: Explanation, reported: Reported) -> str:
    say = RIGHTS.get(node.rule)
    return say(node, reported.persons) if say else sentence(node, reported.persons)


def _to_ask(reported: Reported, possible: list[RightResult]) -> Table:
    """The possible rights with the questions that would decide each."""
    columns = (Column(_("Possible right"), share=2), Column(_("What would decide"), share=3))
    rows = tuple(Row((texts_of(result.right).name, _questions(reported, result))) for result in possible)
    return Table(_("Possible rights and what would decide them"), columns, rows)


def _questions(reported: Reported, result: RightResult) -> str:
    rights = reported.assessment.parameters.rights
    facts = rights.pack.facts if rights is not None else {}
    asked = [question_words(question, facts, reported.persons) for question in result.questions]
    return "\n".join(line for line in (*asked, further_words(result)) if line)

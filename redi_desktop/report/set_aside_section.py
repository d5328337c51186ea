"""What was told, and what was set aside: by the worker against a rule, by the policy against what is paid."""

from __future__ import annotations

from collections.abc import Iterator

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.money import ZERO
from redi_desktop.engine.reasons import explain_debt, explain_expense, explain_income
from redi_desktop.engine.rights.result import NOT_PURSUED
from redi_desktop.formatting import money
from redi_desktop.i18n import _
from redi_desktop.report.content import Block, Bullets, Heading, Paragraph
from redi_desktop.report.reported import Reported
from redi_desktop.words.explanations import sentence
from redi_desktop.words.pack_texts import in_language
from redi_desktop.words.rights import texts_of
from redi_desktop.words.vocabulary import label

_TOLD_WITH = frozenset({"input.typed", "expense.cap"})


def told_section(reported: Reported) -> Iterator[Block]:
    """What was typed, in sentences: incomes and debts (expenses stand with their needs)."""
    assessment = reported.assessment
    if assessment.incomes:
        yield Heading(_("What comes in"))
        yield Bullets(tuple(_with_typed(reported, explain_income(line)) for line in assessment.incomes))
        words = _("What comes in and counts: {amount} per month.")
        yield Paragraph(words.format(amount=money(assessment.income_total)))
    if assessment.retained.debts:
        yield Heading(_("Debts"))
        yield Bullets(tuple(_with_typed(reported, explain_debt(line)) for line in assessment.retained.debts))


def _with_typed(reported: Reported, node: Explanation) -> str:
    """A node's sentence, and those of what was typed for it and of what the policy makes of it."""
    told = [part for part in node.parts if part.rule in _TOLD_WITH]
    return " ".join(sentence(part, reported.persons) for part in (node, *told))


def set_aside_section(reported: Reported) -> list[Block]:
    """Where the worker or the policy differs from what the rule or the baskets would do, and why."""
    by_worker = [*_by_worker(reported), *_rights_set_aside(reported)]
    by_policy = [*_caps(reported), *_lines_set_aside(reported)]
    blocks: list[Block] = [Heading(_("What the worker decided"))]
    if by_worker:
        blocks.append(Paragraph(_("Here the worker differs from what the rule would do, for the reason given.")))
        blocks.append(Bullets(tuple(by_worker)))
    else:
        blocks.append(Paragraph(_("Nothing was set aside: every amount follows the rule for its kind.")))
    if by_policy:
        blocks += [Heading(_("What the policy of the CPAS sets aside")), Bullets(tuple(by_policy))]
    return blocks


def _by_worker(reported: Reported) -> Iterator[str]:
    assessment = reported.assessment
    differing = [explain_income(line) for line in assessment.incomes if line.counted != line.counted_by_rule]
    differing += [
        explain_expense(assessment, line)
        for line in assessment.retained.expenses
        if not line.by_default or line.expense.retained is not None
    ]
    differing += [explain_debt(line) for line in assessment.retained.debts if line.debt.accepted_share != 1]
    differing += [part for part in assessment.proposal.explanation.parts if part.rule == "aid.worker"]
    for node in differing:
        yield _with_typed(reported, node)


def _rights_set_aside(reported: Reported) -> Iterator[str]:
    for result in reported.assessment.rights:
        state = result.state
        if state is not None and state.status in NOT_PURSUED:
            words = _("{name}: {state}. {remark}")
            told = words.format(
                name=texts_of(result.right).name, state=label(state.status), remark=state.remark.strip()
            )
            yield told.strip()


def _caps(reported: Reported) -> Iterator[str]:
    for line in reported.assessment.retained.expenses:
        if line.cap is not None:
            yield _with_typed(reported, explain_expense(reported.assessment, line))


def _lines_set_aside(reported: Reported) -> Iterator[str]:
    budget = reported.assessment.retained
    for place in budget.set_aside:
        line = budget.reference.lines[place]
        if line.amount > ZERO:
            words = _("{item}, {amount} per month: the policy does not count this.")
            yield words.format(item=in_language(line.item.label), amount=money(line.amount))

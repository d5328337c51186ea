"""An assessment as plain text for a terminal, in the current language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.reasons import explain_balance
from redi_desktop.engine.rights.result import Outcome, RightResult, open_questions
from redi_desktop.formatting import date_short, money, percent
from redi_desktop.i18n import gettext as _
from redi_desktop.words import explanations, findings, persons
from redi_desktop.words.balance import balance_sentence
from redi_desktop.words.pack_texts import in_language, with_pack_language
from redi_desktop.words.rights import amount_words, question_words, texts_of
from redi_desktop.words.vocabulary import label

_GAP = "  "
_MOST_QUESTIONS = 6


def summary(assessment: Assessment, explained: bool = False) -> str:
    """The budget by need, the balance, the rights to ask for first, the proposal, what must be read with them.

    ``explained`` adds why the balance and the integration income are what they are.
    """
    names = persons.names(assessment.facts.household.persons)
    parts = [
        [*_head(assessment)],
        table(_needs(assessment)),
        [*_outcome(assessment)],
        [*_rights(assessment, names)],
        [*_proposal(assessment, names)],
        [f"- {findings.sentence(finding)} [{finding.field}]" for finding in assessment.findings],
    ]
    if explained:
        parts.append([*_outline(explain_balance(assessment), names)])
        income = assessment.integration_income
        if income is not None:
            parts.append([*_outline(income.explanation, names)])
    return "\n\n".join("\n".join(part) for part in parts if part)


def table(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Rows under each other, every column as wide as its longest cell: names to the left, figures to the right."""
    all_rows = list(rows)
    widths = [max(len(cell) for cell in column) for column in zip(*all_rows, strict=True)]
    return [_laid_out(row, widths) for row in all_rows]


def _laid_out(row: tuple[str, ...], widths: list[int]) -> str:
    name, *figures = row
    cells = [figure.rjust(width) for figure, width in zip(figures, widths[1:], strict=True)]
    return _GAP.join((name.ljust(widths[0]), *cells)).rstrip()


def _outline(explanation: Explanation, names: Mapping[str, str]) -> Iterator[str]:
    yield from ("  " * line.depth + line.text for line in explanations.outline(explanation, names))


def _head(assessment: Assessment) -> Iterator[str]:
    pack = assessment.parameters.pack
    title = in_language(pack.title)
    yield _("Budget at {date}").format(date=date_short(assessment.reference_date))
    yield _("{pack}, version {version}, fingerprint {fingerprint}").format(
        pack=title, version=pack.version, fingerprint=pack.fingerprint[:12]
    )


def _needs(assessment: Assessment) -> Iterator[tuple[str, ...]]:
    yield _("Need"), _("Reference"), _("Real"), _("Retained"), _("Difference")
    for row in assessment.need_rows:
        real = money(row.real) if row.real is not None else "-"
        yield label(row.need), money(row.reference), real, money(row.retained), money(row.difference)
    budget = assessment.retained
    if budget.debts:
        real_debts = sum((line.real for line in budget.debts), Decimal(0))
        accepted = money(budget.debts_total)
        yield _("Debts"), money(Decimal(0)), money(real_debts), accepted, accepted
    difference = budget.total - budget.reference_total
    yield _("Total"), money(budget.reference_total), "", money(budget.total), money(difference)


def _outcome(assessment: Assessment) -> Iterator[str]:
    rows = [(label(group), money(amount)) for group, amount in assessment.retained.by_group.items()]
    yield from table([*rows, (_("What comes in"), money(assessment.income_total))])
    yield balance_sentence(assessment.balance)
    yield _("{share} of the retained budget rests on estimates.").format(share=percent(assessment.estimate_share))


def _rights(assessment: Assessment, names: Mapping[str, str]) -> Iterator[str]:
    """The integration income, the rights that are likely open, the questions that would decide most."""
    income = assessment.integration_income
    if income is not None:
        yield _("Integration income: {amount} per month.").format(amount=money(income.monthly))
    likely = [result for result in assessment.rights if result.outcome is Outcome.LIKELY and result.is_open]
    if likely:
        yield with_pack_language(_("Likely open: to be asked for before any aid"))
        yield from (f"- {_right(result)}" for result in likely if not result.held)
    rights = assessment.parameters.rights
    questions = open_questions(assessment.rights)[:_MOST_QUESTIONS] if rights is not None else ()
    if questions and rights is not None:
        yield _("Questions that would decide most")
        yield from (f"- {question_words(question, rights.pack.facts, names)}" for question in questions)


def _right(result: RightResult) -> str:
    name, amount = texts_of(result.right).name, amount_words(result)
    return _("{name}: {amount}").format(name=name, amount=amount) if amount else name


def _proposal(assessment: Assessment, names: Mapping[str, str]) -> Iterator[str]:
    yield from _outline(assessment.proposal.explanation, names)

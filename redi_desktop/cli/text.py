"""An assessment as plain text for a terminal, in the current language."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.reasons import explain_balance
from redi_desktop.formatting import date_short, money, percent
from redi_desktop.i18n import gettext as _
from redi_desktop.i18n import language
from redi_desktop.words import explanations, findings, persons
from redi_desktop.words.balance import balance_sentence
from redi_desktop.words.vocabulary import label

_WIDTH, _NUMBER = 34, 15


def summary(assessment: Assessment, explained: bool = False) -> str:
    """The budget by need, the balance, what must be read with them and, if asked, why."""
    lines = [*_head(assessment), *_needs(assessment), *_outcome(assessment), *_remarks(assessment)]
    if explained:
        names = persons.names(assessment.facts.household.persons)
        lines.append("")
        lines += ["  " * line.depth + line.text for line in explanations.outline(explain_balance(assessment), names)]
    return "\n".join(lines)


def _row(*cells: str) -> str:
    name, *figures = cells
    return f"{name:<{_WIDTH}}" + "".join(f"{figure:>{_NUMBER}}" for figure in figures)


def _head(assessment: Assessment) -> Iterator[str]:
    pack = assessment.parameters.pack
    title = pack.title.get(language(), pack.title["fr"])
    yield _("Budget at {date}").format(date=date_short(assessment.reference_date))
    yield _("{pack}, version {version}, fingerprint {fingerprint}").format(
        pack=title, version=pack.version, fingerprint=pack.fingerprint[:12]
    )
    yield ""


def _needs(assessment: Assessment) -> Iterator[str]:
    yield _row(_("Need"), _("Reference"), _("Real"), _("Retained"), _("Difference"))
    for row in assessment.need_rows:
        real = money(row.real) if row.real is not None else "-"
        yield _row(label(row.need), money(row.reference), real, money(row.retained), money(row.difference))
    budget = assessment.retained
    if budget.debts:
        real_debts = sum((line.real for line in budget.debts), Decimal(0))
        accepted = money(budget.debts_total)
        yield _row(_("Debts"), money(Decimal(0)), money(real_debts), accepted, accepted)
    difference = budget.total - budget.reference_total
    yield _row(_("Total"), money(budget.reference_total), "", money(budget.total), money(difference))
    yield ""


def _outcome(assessment: Assessment) -> Iterator[str]:
    for group, amount in assessment.retained.by_group.items():
        yield _row(label(group), money(amount))
    yield _row(_("What comes in"), money(assessment.income_total))
    yield balance_sentence(assessment.balance)
    names = persons.names(assessment.facts.household.persons)
    yield from (line.text for line in explanations.outline(assessment.proposal.explanation, names))
    yield _("{share} of the retained budget rests on estimates.").format(share=percent(assessment.estimate_share))


def _remarks(assessment: Assessment) -> Iterator[str]:
    for finding in assessment.findings:
        yield f"- {findings.sentence(finding)} [{finding.field}]"

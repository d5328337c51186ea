"""The monthly budget to take home: what comes in, what to pay, what to put aside, and blank columns to follow it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.baskets import ReferenceLine
from redi_desktop.engine.expenses import ExpenseKind, PaidBy
from redi_desktop.engine.money import ZERO
from redi_desktop.engine.needs import Group, Need
from redi_desktop.formatting import date_long, money
from redi_desktop.i18n import N_, _
from redi_desktop.report.balance_figures import income_parts
from redi_desktop.report.balance_section import income_names
from redi_desktop.report.content import (
    Block,
    Column,
    Document,
    DocumentKind,
    Heading,
    NotedText,
    Paragraph,
    Particulars,
    Row,
    RowKind,
    Table,
)
from redi_desktop.report.reported import Reported
from redi_desktop.words.balance import balance_sentence
from redi_desktop.words.plain_needs import plain_need
from redi_desktop.words.vocabulary import label

PAGES = 2
BLANK_COLUMNS = 3
_NEEDS = tuple(Need)
_KINDS = frozenset(kind.value for kind in ExpenseKind)
_HINTS: dict[Group, str] = {
    Group.FIXED: N_("These come back each month or each year. Pay them first."),
    Group.LIVING: N_("What you spend from day to day."),
    Group.RESERVE: N_("Put this aside each month: the cost comes later."),
}


class _Entry(NamedTuple):
    """A line of the budget: what it is for, who hands over the money."""

    name: str
    payer: PaidBy


def monthly_budget(reported: Reported) -> Document:
    """The budget in the current language."""
    pairs = [(_("For"), reported.applicant)] if reported.applicant else []
    pairs.append((_("Date"), date_long(reported.today)))
    return reported.document(
        DocumentKind.MONTHLY_BUDGET,
        _("My budget for each month"),
        _("Budget to take home"),
        Particulars(tuple(pairs), short=True),
        tuple(_blocks(reported)),
        most_pages=PAGES,
    )


def _blocks(reported: Reported) -> list[Block]:
    blocks: list[Block] = [
        Paragraph(_("Write the month above a blank column, and below it what you received and paid.")),
        Heading(_("What comes in")),
        _incomes(reported),
    ]
    for group in Group:
        table = _group(reported, group)
        if table is not None:
            blocks += [Heading(label(group)), Paragraph(_(_HINTS[group])), table]
    blocks += [Heading(_("At the end of the month")), Paragraph(balance_sentence(reported.assessment.balance))]
    return [*blocks, _end(reported)]


def _columns(name: str, with_payer: bool = True) -> tuple[Column, ...]:
    words = (Column(name, share=4), Column(_("Who pays"), share=2)) if with_payer else (Column(name, share=6),)
    blank = tuple(Column(_("Month:"), share=2) for _place in range(BLANK_COLUMNS))
    return (*words, Column(_("Planned"), amounts=True), *blank)


def _blank() -> tuple[str, ...]:
    return ("",) * BLANK_COLUMNS


def _incomes(reported: Reported) -> Table:
    parts = income_parts(reported.assessment)
    named = zip(income_names(reported), parts, strict=True)
    rows = [Row((name, money(part.amount), *_blank())) for name, part in named]
    total = Row((_("Total"), money(reported.assessment.income_total), *_blank()), RowKind.TOTAL)
    return Table(_("What comes in"), _columns(_("Where it comes from"), False), (*rows, total), writable=True)


def _group(reported: Reported, group: Group) -> Table | None:
    amounts = _entries(reported, group)
    if not amounts:
        return None
    rows = [
        Row((entry.name, label(entry.payer), money(amount), *_blank())) for entry, amount in amounts.items() if amount
    ]
    total = money(reported.assessment.retained.by_group[group])
    last = Row((_("Total"), "", total, *_blank()), RowKind.TOTAL)
    return Table(label(group), _columns(_("What it is for")), (*rows, last), writable=True)


def _entries(reported: Reported, group: Group) -> dict[_Entry, Decimal]:
    """The amounts of a group by what they are for and who pays; real expenses first, then debts, then the baskets."""
    budget = reported.assessment.retained
    amounts: dict[_Entry, Decimal] = {}

    def add(name: str, payer: PaidBy, amount: Decimal) -> None:
        entry = _Entry(name, payer)
        amounts[entry] = amounts.get(entry, ZERO) + amount

    for expense in budget.expenses:
        if expense.rule.group is group and expense.retained:
            kind = expense.expense.kind or ExpenseKind.OTHER
            add(label(kind), expense.expense.paid_by, expense.retained)
    for debt in budget.debts if group is Group.FIXED else ():
        add(_("Debt: {name}").format(name=debt.debt.kind.strip() or _("Debt")), PaidBy.HOUSEHOLD, debt.retained)
    lines = sorted(zip(reported.assessment.reference.lines, budget.kept, strict=True), key=lambda pair: _place(pair[0]))
    for line, kept in lines:
        if kept and line.item.group is group:
            kind_key = line.item.expense_kind
            name = label(ExpenseKind(kind_key)) if kind_key in _KINDS else plain_need(line.item.need)
            add(name, PaidBy.HOUSEHOLD, line.amount)
    return amounts


def _place(line: ReferenceLine) -> int:
    """Where a line stands: by need, in their order."""
    return _NEEDS.index(line.item.need)


def _end(reported: Reported) -> Table:
    assessment = reported.assessment
    rows = (
        Row((_("What comes in"), money(assessment.income_total), *_blank())),
        Row((_("What is needed"), money(assessment.retained.total), *_blank())),
        Row((NotedText(_("What is left or missing")), money(assessment.balance), *_blank()), RowKind.TOTAL),
    )
    return Table(_("At the end of the month"), _columns(_("What remains"), False), rows, writable=True)

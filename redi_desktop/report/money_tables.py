"""Incomes, real expenses and debts as tables: what was told, what it rests on, what is retained of it and why."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from redi_desktop.engine.expense_lines import DebtLine, ExpenseLine
from redi_desktop.engine.expenses import PaidBy
from redi_desktop.engine.income import IncomeLine
from redi_desktop.engine.money import ZERO, Period
from redi_desktop.formatting import money, percent
from redi_desktop.i18n import _
from redi_desktop.report.balance_figures import income_parts
from redi_desktop.report.content import Column, NotedText, Row, RowKind, Table
from redi_desktop.report.marks import income_mark, marked
from redi_desktop.report.reported import NOTHING, Reported, notes, with_period
from redi_desktop.words.vocabulary import label


def income_table(reported: Reported) -> Table:
    """Every income, with the sum of those that count."""
    columns = (
        Column(_("Income"), share=6),
        Column(_("Received"), share=3),
        Column(_("Proof"), share=2),
        Column(_("Per month"), amounts=True),
        Column(_("Counted"), amounts=True),
    )
    parts = income_parts(reported.assessment)
    marks = {part.key: income_mark(place) for place, part in enumerate(parts)}
    rows = [_income_row(reported, line, marks) for line in reported.assessment.incomes]
    total = (_("Total"), "", "", "", money(reported.assessment.income_total))
    return Table(_("What comes in"), columns, (*rows, Row(total, RowKind.TOTAL)))


def _income_row(reported: Reported, line: IncomeLine, marks: Mapping[str, str]) -> Row:
    income = line.income
    kind = label(income.kind) if income.kind else NOTHING
    mark = marks.get(income.id) or marks.get(income.kind or "", "") if line.counted else ""
    person = reported.person(income.person)
    named = _("{item} ({person})").format(item=kind, person=person) if person else kind
    name = NotedText(marked(mark, named), _income_reason(line))
    received = with_period(money(income.amount or ZERO), income.period)
    counted = money(line.amount) if line.counted else NOTHING
    return Row((name, received, label(income.evidence), _monthly(line.amount, income.period), counted))


def _income_reason(line: IncomeLine) -> str:
    """Why an income counts or not, where that has to be said."""
    reason = line.income.reason.strip()
    if line.counted == line.counted_by_rule:
        rule = "" if line.counted else _("Not counted: meant for one cost, or not regular.")
        return notes(rule, reason)
    if not reason:
        return _("Counted, against the rule.") if line.counted else _("Not counted, against the rule.")
    words = _("Counted because: {reason}") if line.counted else _("Not counted because: {reason}")
    return words.format(reason=reason)


def expense_table(reported: Reported) -> Table:
    """Every real expense, with what is retained of it."""
    columns = (
        Column(_("Expense"), share=5),
        Column(_("Paid"), share=5),
        Column(_("In the budget"), share=7),
        Column(_("Per month"), amounts=True),
        Column(_("Retained"), amounts=True),
    )
    lines = reported.assessment.retained.expenses
    rows = [_expense_row(reported, line) for line in lines]
    paid = sum((line.real for line in lines if line.expense.period is not Period.ONCE), ZERO)
    retained = sum((line.retained for line in lines), ZERO)
    total = Row((_("Total"), "", "", money(paid), money(retained)), RowKind.TOTAL)
    return Table(_("What is really paid"), columns, (*rows, total))


def _expense_row(reported: Reported, line: ExpenseLine) -> Row:
    expense = line.expense
    name = NotedText(label(expense.kind) if expense.kind else NOTHING, reported.person(expense.person))
    amount = with_period(money(expense.amount or ZERO), expense.period)
    paid = NotedText(amount, notes(_paid_by(expense.paid_by), label(expense.evidence)))
    treatment = NotedText(label(line.treatment), notes(_set_amount(line), expense.reason))
    retained = money(line.retained) if line.retained else NOTHING
    return Row((name, paid, treatment, _monthly(line.real, expense.period), retained))


def _paid_by(payer: PaidBy) -> str:
    """Who pays, where it is not the household."""
    return "" if payer is PaidBy.HOUSEHOLD else _("Paid by: {who}").format(who=label(payer))


def _set_amount(line: ExpenseLine) -> str:
    expense = line.expense
    if expense.retained is None:
        return ""
    return _("The worker retains {amount}.").format(amount=with_period(money(expense.retained), expense.period))


def _monthly(amount: Decimal, period: Period) -> str:
    return NOTHING if period is Period.ONCE else money(amount)


def debt_table(reported: Reported) -> Table:
    """Every debt, with the part of its payment that is accepted."""
    columns = (
        Column(_("Debt"), share=3),
        Column(_("Repayment"), share=4),
        Column(_("Left to pay"), amounts=True),
        Column(_("Per month"), amounts=True),
        Column(_("Accepted"), amounts=True),
        Column(_("Retained"), amounts=True),
    )
    lines = reported.assessment.retained.debts
    paid = money(sum((line.real for line in lines), ZERO))
    retained = money(reported.assessment.retained.debts_total)
    total = Row((_("Total"), "", "", paid, "", retained), RowKind.TOTAL)
    return Table(_("Debts"), columns, (*(_debt_row(line) for line in lines), total))


def _debt_row(line: DebtLine) -> Row:
    debt = line.debt
    left = NOTHING if debt.remaining is None else money(debt.remaining)
    name = NotedText(debt.kind.strip() or _("Debt"), debt.reason)
    share = percent(debt.accepted_share)
    return Row((name, label(debt.plan), left, money(line.real), share, money(line.retained)))

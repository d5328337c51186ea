"""The budget in one table: each need with its debts and sum, then the same sum by group."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from redi_desktop.engine.balance import NeedRow
from redi_desktop.engine.money import ZERO
from redi_desktop.engine.needs import Group
from redi_desktop.formatting import money, signed_money
from redi_desktop.i18n import _
from redi_desktop.report.balance_figures import DEBTS, balance_figures
from redi_desktop.report.content import Column, Row, RowKind, Table
from redi_desktop.report.marks import marked, need_mark
from redi_desktop.report.reported import NOTHING, Reported
from redi_desktop.words.vocabulary import label


def budget_table(reported: Reported, with_marks: bool = False) -> Table:
    """Reference, real, retained and difference; ``with_marks`` where the picture stands beside it."""
    columns = (
        Column(_("Need")),
        Column(_("Reference"), amounts=True),
        Column(_("Really paid"), amounts=True),
        Column(_("Retained"), amounts=True),
        Column(_("Difference"), amounts=True),
    )
    rows = (*_needs(reported, with_marks), _total(reported), *_groups(reported))
    return Table(_("Budget by need and by group, in euro per month"), columns, rows)


def _needs(reported: Reported, with_marks: bool) -> list[Row]:
    budget = reported.assessment.retained
    marks = _marks(reported) if with_marks else None
    rows = [_need_row(row, marks) for row in reported.assessment.need_rows]
    if budget.debts:
        paid = sum((line.real for line in budget.debts), ZERO)
        name = _named(_("Debts"), DEBTS, marks)
        rows.append(Row((name, NOTHING, money(paid), money(budget.debts_total), signed_money(budget.debts_total))))
    return rows


def _marks(reported: Reported) -> dict[str, str]:
    needed = balance_figures(reported.assessment).needed
    return {segment.key: need_mark(place) for place, segment in enumerate(needed)}


def _named(name: str, key: str, marks: Mapping[str, str] | None) -> str:
    return name if marks is None else marked(marks.get(key, ""), name, room=2)


def _need_row(row: NeedRow, marks: Mapping[str, str] | None) -> Row:
    real = NOTHING if row.real is None else money(row.real)
    name = _named(label(row.need), row.need.value, marks)
    return Row((name, money(row.reference), real, money(row.retained), _difference(row.difference)))


def _total(reported: Reported) -> Row:
    budget = reported.assessment.retained
    sums = (money(budget.reference_total), _real_total(reported), money(budget.total))
    return Row((_("Total"), *sums, _difference(budget.total - budget.reference_total)), RowKind.TOTAL)


def _real_total(reported: Reported) -> str:
    """What is really paid, as far as it is known, debts included."""
    known = [row.real for row in reported.assessment.need_rows if row.real is not None]
    known += [line.real for line in reported.assessment.retained.debts]
    return money(sum(known, ZERO)) if known else NOTHING


def _groups(reported: Reported) -> list[Row]:
    heading = Row((_("The same total by group"),), RowKind.PART)
    return [heading, *(_group_row(reported, group) for group in Group)]


def _group_row(reported: Reported, group: Group) -> Row:
    budget = reported.assessment.retained
    reference, retained = budget.reference_by_group[group], budget.by_group[group]
    name = label(group)
    if group is Group.FIXED and budget.debts_total:
        name = _("{group}, accepted debts included").format(group=name)
    return Row((name, money(reference), NOTHING, money(retained), _difference(retained - reference)))


def _difference(amount: Decimal) -> str:
    return signed_money(amount) if amount else NOTHING

"""The budget of a case as a workbook with live formulas: change an amount and the balance follows.

Amounts of the baskets stand as values; everything that is worked out from them and from what was typed is a formula,
with the rounding of the engine: once to the cent, when a line is made.
"""

from __future__ import annotations

from openpyxl import Workbook

from redi_desktop.engine.baskets import ReferenceLine
from redi_desktop.engine.expense_lines import ExpenseLine
from redi_desktop.engine.expenses import Treatment
from redi_desktop.engine.income import IncomeLine
from redi_desktop.engine.money import MONTHS_RATIO, ZERO, Period
from redi_desktop.engine.needs import Group, Need
from redi_desktop.engine.prices import ONE
from redi_desktop.formatting import date_long
from redi_desktop.i18n import _
from redi_desktop.report.exports.sheets import EUROS, SHARE, Formula, Sheet, Value, new_workbook, workbook_bytes
from redi_desktop.report.parameters_section import parameters_used
from redi_desktop.report.reported import Reported
from redi_desktop.words.pack_texts import in_language
from redi_desktop.words.units import unit_word
from redi_desktop.words.vocabulary import label

_COUNTS = frozenset({Treatment.REPLACE, Treatment.ADD})


def budget_workbook(reported: Reported) -> bytes:
    """The workbook in the current language."""
    title = _("Budget for one month")
    workbook = new_workbook(title, reported.today)
    book = _Book(workbook, reported)
    book.fill()
    return workbook_bytes(workbook, reported.today)


class _Book:
    """The sheets of one budget: the sums first, then what they are made of."""

    def __init__(self, workbook: Workbook, reported: Reported) -> None:
        self._reported, self._assessment = reported, reported.assessment
        self._sums = Sheet(workbook, _("Budget"), ("", EUROS, EUROS, EUROS, EUROS))
        self._incomes = Sheet(workbook, _("Income"), ("", "", EUROS, "", EUROS, "0", EUROS))
        self._expenses = Sheet(workbook, _("Expenses"), ("", "", "", "", EUROS, "", EUROS, "", EUROS, EUROS))
        self._debts = Sheet(workbook, _("Debts"), ("", EUROS, SHARE, EUROS))
        formats = ("", "", "", "", "", "0.###", "", "", "0.00000", SHARE, "", EUROS, "0", EUROS)
        self._lines = Sheet(workbook, _("Baskets"), formats)
        self._origin = Sheet(workbook, _("Origin"))
        self._ends: dict[Sheet, int] = {}

    def fill(self) -> None:
        """Write every sheet; the sums last, since they name the others."""
        self._fill_incomes()
        self._fill_expenses()
        self._fill_debts()
        self._fill_lines()
        self._fill_origin()
        self._fill_sums()
        for sheet in (self._sums, self._incomes, self._expenses, self._debts, self._lines, self._origin):
            sheet.finish()

    def _fill_incomes(self) -> None:
        sheet = self._incomes
        sheet.head(
            (_("Income"), _("Person"), _("Amount"), _("Period"), _("Per month"), _("Counted (1 or 0)"), _("Retained"))
        )
        for line in self._assessment.incomes:
            row = sheet.row + 1
            retained = Formula(f"=E{row}*F{row}")
            sheet.add((*self._income(line, row), int(line.counted), retained))
        self._ends[sheet] = sheet.row

    def _income(self, line: IncomeLine, row: int) -> tuple[Value, ...]:
        income = line.income
        name = label(income.kind) if income.kind else ""
        monthly = _monthly(f"C{row}", income.period)
        return (name, self._reported.person(income.person), income.amount, label(income.period), monthly)

    def _fill_expenses(self) -> None:
        sheet = self._expenses
        sheet.head(
            (
                *(_("Expense"), _("Need"), _("Group"), _("Person"), _("Amount"), _("Period"), _("Per month")),
                *(_("In the budget"), _("The worker retains"), _("Retained"), _("Paid by"), _("Proof"), _("Reason")),
            )
        )
        for line in self._assessment.retained.expenses:
            row = sheet.row + 1
            expense = line.expense
            sheet.add(
                (
                    label(expense.kind) if expense.kind else "",
                    label(line.rule.need),
                    label(line.rule.group),
                    self._reported.person(expense.person),
                    expense.amount,
                    label(expense.period),
                    _monthly(f"E{row}", expense.period),
                    label(line.treatment),
                    expense.retained,
                    _retained(line, row),
                    label(expense.paid_by),
                    label(expense.evidence),
                    expense.reason,
                )
            )
        self._ends[sheet] = sheet.row

    def _fill_debts(self) -> None:
        sheet = self._debts
        sheet.head((_("Debt"), _("Repayment per month"), _("Accepted share"), _("Retained"), _("Plan"), _("Reason")))
        for line in self._assessment.retained.debts:
            row = sheet.row + 1
            debt = line.debt
            retained = Formula(f"=ROUND(B{row}*C{row},2)")
            name = debt.kind.strip() or _("Debt")
            sheet.add((name, line.real, line.share, retained, label(debt.plan), debt.reason))
        self._ends[sheet] = sheet.row

    def _fill_lines(self) -> None:
        sheet = self._lines
        sheet.head(
            (
                *(_("Need"), _("Group"), _("Item"), _("Person"), _("Rests on"), _("Quantity"), _("Unit"), _("Period")),
                *(_("Price"), _("Share of the month"), _("Source"), _("Per month"), _("Kept (1 or 0)"), _("Retained")),
            )
        )
        for line, kept in zip(self._assessment.reference.lines, self._assessment.retained.kept, strict=True):
            row = sheet.row + 1
            sheet.add((*self._line(line), line.amount, int(kept), Formula(f"=L{row}*M{row}")))
        self._ends[sheet] = sheet.row

    def _line(self, line: ReferenceLine) -> tuple[Value, ...]:
        item, price = line.item, line.priced.price
        period = label(Period(item.period))
        if item.lifetime_months is not None:
            period = _("for {months} months").format(months=item.lifetime_months)
        return (
            *(label(item.need), label(item.group), in_language(item.label), self._reported.person(line.person_id)),
            *(label(item.provenance), item.quantity, unit_word(item.quantity_unit), period, price.unit_price),
            *(line.member.person.custody_share if line.member else ONE, price.source_id),
        )

    def _fill_origin(self) -> None:
        sheet, reported = self._origin, self._reported
        sheet.head((_("What"), _("Value"), _("Version"), _("Fingerprint")))
        sheet.add((_("Case"), reported.reference))
        sheet.add((_("Date of the budget"), date_long(self._assessment.reference_date)))
        sheet.add((_("Date"), date_long(reported.today)))
        for used in parameters_used(reported):
            sheet.add((used.name, used.title, used.version, used.fingerprint))
        sheet.add((_("Note"), in_language(reported.pack.method)))

    def _fill_sums(self) -> None:
        sheet = self._sums
        sheet.title(_("Budget for one month"))
        first = sheet.head((_("Need"), _("Reference"), _("Really paid"), _("Retained"), _("Difference"))) + 1
        for need in Need:
            self._need(need)
        if self._assessment.retained.debts:
            row = sheet.row + 1
            paid, kept = self._sum(self._debts, 2), self._sum(self._debts, 4)
            sheet.add((_("Debts"), None, paid, kept, _cents(f"D{row}-B{row}")))
        total = sheet.row + 1
        sums: list[Value] = [_cents(f"SUM({letter}{first}:{letter}{total - 1})") for letter in "BCDE"]
        sheet.add((_("Total"), *sums), strong=True)
        self._groups()
        self._balance(total)

    def _need(self, need: Need) -> None:
        sheet, row = self._sums, self._sums.row + 1
        reference = _cents(f"SUMIFS({self._column(self._lines, 12)},{self._column(self._lines, 1)},A{row})")
        real = _cents(f"SUMIFS({self._column(self._expenses, 7)},{self._column(self._expenses, 2)},A{row})")
        retained = _cents(
            f"SUMIFS({self._column(self._lines, 14)},{self._column(self._lines, 1)},A{row})"
            f"+SUMIFS({self._column(self._expenses, 10)},{self._column(self._expenses, 2)},A{row})"
        )
        sheet.add((label(need), reference, real, retained, _cents(f"D{row}-B{row}")))

    def _groups(self) -> None:
        sheet = self._sums
        sheet.add(())
        for group in Group:
            row = sheet.row + 1
            debts = f"+SUM({self._column(self._debts, 4)})" if group is Group.FIXED else ""
            reference = _cents(f"SUMIFS({self._column(self._lines, 12)},{self._column(self._lines, 2)},A{row})")
            retained = _cents(
                f"SUMIFS({self._column(self._lines, 14)},{self._column(self._lines, 2)},A{row})"
                f"+SUMIFS({self._column(self._expenses, 10)},{self._column(self._expenses, 3)},A{row}){debts}"
            )
            sheet.add((label(group), reference, None, retained, _cents(f"D{row}-B{row}")))

    def _balance(self, total: int) -> None:
        sheet = self._sums
        sheet.add(())
        income = sheet.add((_("What comes in"), None, None, self._sum(self._incomes, 7)))
        needed = sheet.add((_("What is needed"), None, None, Formula(f"=D{total}")))
        words = _("What is left or missing")
        sheet.add((words, None, None, _cents(f"D{income}-D{needed}")), strong=True)

    def _column(self, sheet: Sheet, column: int) -> str:
        return sheet.range(column, 2, self._ends[sheet])

    def _sum(self, sheet: Sheet, column: int) -> Formula:
        return _cents(f"SUM({self._column(sheet, column)})")


def _cents(expression: str) -> Formula:
    """A sum of amounts to the cent: spreadsheets reckon in binary and would be a hair beside it."""
    return Formula(f"=ROUND({expression},2)")


def _monthly(cell: str, period: Period) -> Value:
    """A typed amount per month; what comes once has none."""
    if period is Period.ONCE:
        return ZERO
    multiplier, divisor = MONTHS_RATIO[period]
    return Formula(f"=ROUND({cell}*{multiplier}/{divisor},2)")


def _retained(line: ExpenseLine, row: int) -> Value:
    """What the budget keeps of an expense: the worker's own amount, or what is paid as far as the policy lets it."""
    if line.treatment not in _COUNTS:
        return ZERO
    if line.expense.retained is not None:
        return _monthly(f"I{row}", line.expense.period)
    return Formula(f"=G{row}" if line.cap is None else f"=MIN(G{row},{line.retained})")

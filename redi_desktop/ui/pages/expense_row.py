"""One real expense: what it is for, how much and how often; the rest is a click away."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from redi_desktop.casefile import changes
from redi_desktop.engine.expenses import REASON_REQUIRED, Treatment
from redi_desktop.i18n import _
from redi_desktop.ui.fields import MoneyField
from redi_desktop.ui.pages.expense_details import ExpenseDetails
from redi_desktop.ui.pages.expense_kinds import ExpenseKindField, ExpenseKinds
from redi_desktop.ui.pages.expense_words import ExpenseSeen, outcome
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.pages.period_field import PeriodField
from redi_desktop.ui.pages.row import Row
from redi_desktop.ui.theme import HALF, UNIT, set_role
from redi_desktop.words.vocabulary import label


class ExpenseRow(Row[ExpenseSeen]):
    """An expense on one line, and below it what the reference says and what is done with it."""

    change_row = staticmethod(changes.change_expense)

    def __init__(self, row_id: str, parent: QWidget | None = None, *, kinds: ExpenseKinds) -> None:
        super().__init__(row_id, parent)
        self._headed = True
        self._details: ExpenseDetails | None = None
        self._lines = self.build_lined()
        self.kind = ExpenseKindField(kinds, self)
        self.amount = MoneyField(self, characters=12)
        self.period = PeriodField(self)
        self.more = QPushButton(self)
        self.outcome = QLabel(self)
        self._build()

    def _build(self) -> None:
        self.more.setAutoDefault(False)
        self.more.setCheckable(True)
        self.more.toggled.connect(self._show_details)
        set_role(self.more, "unfold")
        self.outcome.setWordWrap(True)
        set_role(self.outcome, "help")
        self._lines.setSpacing(HALF)
        self._lines.addLayout(FieldLine(self.kind, self.amount, self.period))
        below = QHBoxLayout()
        below.setSpacing(UNIT)
        below.addWidget(self.outcome, 1)
        below.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignTop)
        self._lines.addLayout(below)
        self.bind("kind", self.kind)
        self.bind("amount", self.amount)
        self.bind("period", self.period)

    def first_field(self) -> QWidget:
        """The kind, or the amount where the kind is known."""
        return (self.kind if self.kind.value() is None else self.amount).editor

    def is_unfinished(self) -> bool:
        """No amount yet."""
        return self.amount.value() is None

    def show_seen(self, seen: ExpenseSeen) -> None:
        """Persons are named in the details alone: where there are none, other names are no news."""
        before = self._seen
        if self._details is None and before is not None and before.persons != seen.persons:
            self._seen = before._replace(persons=seen.persons)
        super().show_seen(seen)

    def _show(self, seen: ExpenseSeen) -> None:
        expense = seen.expense
        self.kind.set_value(expense.kind)
        self.amount.set_value(expense.amount)
        self.period.set_value(expense.period)
        if self._details is not None:
            self._details.show_expense(expense, seen.persons)
        elif _needs_reason(seen):
            self._unfold()

    def reveal(self, name: str) -> None:
        """Open the details where the field stands there."""
        if name not in ("", "kind", "amount", "period"):
            self.more.setChecked(True)

    def set_headed(self, headed: bool) -> None:
        """Show the names above the fields, or (below the first row) leave them to the screen reader."""
        if headed != self._headed:
            self._headed = headed
            self._name_fields()

    def retranslate(self) -> None:
        """Say every text of the row."""
        self._name_fields()
        self.more.setText(_("Details"))
        if self._details is not None:
            self._details.retranslate()
        self._say_seen()

    def _name_fields(self) -> None:
        self.kind.set_texts(_("What for"))
        self.amount.set_texts(_("Amount"))
        self.period.set_texts(_("How often"))
        for field in (self.kind, self.amount, self.period):
            field.label.setVisible(self._headed)

    def _say_seen(self) -> None:
        """What depends on the expense: its effect, and how it is called."""
        kind = self._seen.expense.kind if self._seen else None
        what = label(kind) if kind is not None else _("this row")
        text = outcome(self._seen) if self._seen else ""
        self.outcome.setText(text)
        self.more.setAccessibleName(_("Details of {name}").format(name=what))
        self.remove.name(_("Remove {name}").format(name=what))

    def _show_details(self, shown: bool) -> None:
        details = self._details or self._make_details()
        details.setVisible(shown)

    def _unfold(self) -> None:
        """Open the details with what else is new: shown by a click, the whole page would be laid out once more."""
        self._make_details()
        with QSignalBlocker(self.more):
            self.more.setChecked(True)

    def _make_details(self) -> ExpenseDetails:
        """Qt shows them in its next turn."""
        details = self._details = ExpenseDetails(self)
        self._lines.addWidget(details)
        for name, field in details.fields().items():
            self.bind(name, field)
        details.retranslate()
        if self._seen is not None:
            details.show_expense(self._seen.expense, self._seen.persons)
        self.grown.emit(self)
        return details


def _needs_reason(seen: ExpenseSeen) -> bool:
    expense = seen.expense
    unreasoned = not expense.reason.strip()
    return unreasoned and (expense.treatment is Treatment.LEAVE_OUT or expense.kind in REASON_REQUIRED)

"""One debt: to whom, how much a month, how much is left, under which plan, and the part that the budget accepts."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QLabel, QWidget

from redi_desktop.casefile import debts
from redi_desktop.casefile.changes import Change, percent_of
from redi_desktop.engine.expense_lines import DebtLine
from redi_desktop.engine.expenses import Debt, DebtPlan
from redi_desktop.formatting import money, percent
from redi_desktop.i18n import _
from redi_desktop.ui.fields import ChoiceField, MoneyField, TextField, WholeNumberField
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.pages.row import Row
from redi_desktop.ui.theme import UNIT, set_role
from redi_desktop.words.vocabulary import label


class DebtSeen(NamedTuple):
    """What a row shows: the debt, and its line in the result once there is one."""

    debt: Debt
    line: DebtLine | None


class DebtRow(Row[DebtSeen]):
    """A debt on two lines; a reason is asked where not everything is accepted."""

    change_row = staticmethod(debts.change_debt)

    def __init__(self, row_id: str, parent: QWidget | None = None) -> None:
        super().__init__(row_id, parent)
        self._lines = self.build_lined(UNIT * 3 // 2)
        self._build_amounts()
        self._build_acceptance()

    def _build_amounts(self) -> None:
        self.kind = TextField(self, characters=28, longest=80)
        self.monthly = MoneyField(self, characters=12)
        self.remaining = MoneyField(self, characters=12)
        self._lines.addLayout(FieldLine(self.kind, self.monthly, self.remaining))
        for name, field in (("kind", self.kind), ("monthly", self.monthly), ("remaining", self.remaining)):
            self.bind(name, field)

    def _build_acceptance(self) -> None:
        self.plan = ChoiceField(tuple(DebtPlan), label, self)
        self.share = WholeNumberField(self, most=100)
        self.reason = TextField(self, characters=36)
        self.outcome = QLabel(self)
        self.outcome.setWordWrap(True)
        set_role(self.outcome, "help")
        self._lines.addLayout(FieldLine(self.plan, self.share, self.reason))
        self._lines.addWidget(self.outcome)
        self.bind("plan", self.plan)
        self.bind("accepted_share", self.share, self._accepted)
        self.bind("reason", self.reason)

    def first_field(self) -> QWidget:
        """To whom, or the payment where that is known."""
        return (self.monthly if self.kind.value() else self.kind).editor

    def is_unfinished(self) -> bool:
        """No payment yet."""
        return self.monthly.value() is None

    def _show(self, seen: DebtSeen) -> None:
        debt = seen.debt
        self.kind.set_value(debt.kind)
        self.monthly.set_value(debt.monthly)
        self.remaining.set_value(debt.remaining)
        self.plan.set_value(debt.plan)
        self.share.set_value(percent_of(debt.accepted_share))
        self.reason.set_value(debt.reason)

    def retranslate(self) -> None:
        """Say every text of the row."""
        self.kind.set_texts(_("To whom, or for what"))
        self.monthly.set_texts(_("Paid per month"))
        self.remaining.set_texts(_("Still owed (optional)"))
        self.plan.set_texts(_("Plan"))
        self.share.set_texts(_("Accepted share, in %"))
        self._say_seen()

    def _say_seen(self) -> None:
        """What depends on the debt: what of it counts, and why."""
        debt = self._seen.debt if self._seen else Debt(id="")
        whole = debt.accepted_share == 1
        self.reason.set_texts(_("Reason") if whole else _("Why not everything"), _("It is printed in the report."))
        self.outcome.setText(_outcome(self._seen.line) if self._seen and self._seen.line else "")
        self.outcome.setVisible(bool(self.outcome.text()))
        self.remove.name(_("Remove {name}").format(name=debt.kind or _("this row")))

    def _accepted(self) -> Change:
        return partial(debts.accept_percent, row_id=self.row_id, percent=self.share.value())


def _outcome(line: DebtLine) -> str:
    """What of the payment the budget takes, and what it does not."""
    beside = line.real - line.retained
    if not beside:
        return _("The whole payment is in the budget.")
    capped = line.share < line.debt.accepted_share
    words = _("In the budget: {accepted}. The other {rest} is paid all the same: it weighs on the household.")
    if capped:
        words = _(
            "The CPAS's policy accepts at most {share}. In the budget: {accepted}. The other {rest} is paid all the "
            "same: it weighs on the household."
        )
    return words.format(share=percent(line.share), accepted=money(line.retained), rest=money(beside))

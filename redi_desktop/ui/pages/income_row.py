"""One income: whose it is, what it is, how much and how often, and whether it counts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from redi_desktop.casefile import changes
from redi_desktop.casefile.changes import Change
from redi_desktop.engine.income import Evidence, Income, IncomeKind, IncomeLine, counts_by_rule
from redi_desktop.engine.money import Period
from redi_desktop.formatting import money
from redi_desktop.i18n import _
from redi_desktop.ui.fields import ChoiceField, MoneyField, SwitchField, TextField
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.pages.period_field import PeriodField
from redi_desktop.ui.pages.row import Row
from redi_desktop.ui.theme import UNIT
from redi_desktop.words.vocabulary import label


class IncomeSeen(NamedTuple):
    """What a row shows: the income, its line in the result once there is one, and how the persons are called."""

    income: Income
    line: IncomeLine | None
    persons: Mapping[str, str]


class IncomeRow(Row[IncomeSeen]):
    """An income on two lines; a reason is asked where the worker differs from the rule."""

    change_row = staticmethod(changes.change_income)

    def __init__(self, row_id: str, parent: QWidget | None = None) -> None:
        super().__init__(row_id, parent)
        self._names: Mapping[str, str] = {}
        self._lines = self.build_lined(UNIT * 3 // 2)
        self._build_amount()
        self._build_grounds()

    def _build_amount(self) -> None:
        self.kind = ChoiceField(tuple(IncomeKind), label, self)
        self.amount = MoneyField(self, characters=12)
        self.period = PeriodField(self)
        self.person = ChoiceField[str]((), self._person_name, self, none_label=_household)
        self._lines.addLayout(FieldLine(self.kind, self.amount, self.period))
        self.bind("kind", self.kind)
        self.bind("amount", self.amount)
        self.bind("period", self.period)
        self.bind("person", self.person)

    def _build_grounds(self) -> None:
        self.evidence = ChoiceField(tuple(Evidence), label, self)
        self.counted = SwitchField(self)
        self.reason = TextField(self, characters=36)
        self._lines.addLayout(FieldLine(self.person, self.evidence, self.counted, self.reason))
        self.bind("evidence", self.evidence)
        self.bind("counted", self.counted, self._counted)
        self.bind("reason", self.reason)

    def is_unfinished(self) -> bool:
        """No amount yet."""
        return self.amount.value() is None

    def _show(self, seen: IncomeSeen) -> None:
        income = seen.income
        if seen.persons != self._names:
            self._names = seen.persons
            self.person.set_members(tuple(seen.persons))
            self.person.setVisible(len(seen.persons) > 1)
        self.kind.set_value(income.kind)
        self.amount.set_value(income.amount)
        self.period.set_value(income.period)
        self.person.set_value(income.person)
        self.evidence.set_value(income.evidence)
        by_rule = counts_by_rule(income)
        self.counted.set_value(by_rule if income.counted is None else income.counted)
        self.reason.set_value(income.reason)
        self.reason.setVisible(bool(income.reason) or income.counted not in (None, by_rule))

    def retranslate(self) -> None:
        """Say every text of the row."""
        self.kind.set_texts(_("Kind of income"))
        self.amount.set_texts(_("Amount"))
        self.person.set_texts(_("Whose"))
        self.evidence.set_texts(_("Evidence"))
        self.reason.set_texts(_("Why this differs from the rule"))
        self._say_seen()

    def _say_seen(self) -> None:
        """What depends on the income: its amount in a month, whether the rule counts it."""
        income = self._seen.income if self._seen else Income(id="")
        line = self._seen.line if self._seen else None
        monthly = line is not None and income.period not in (Period.MONTH, Period.ONCE)
        per_month = _("= {amount} per month").format(amount=money(line.amount)) if line and monthly else ""
        self.period.set_texts(_("How often"), per_month)
        left_out = income.kind is not None and not counts_by_rule(income)
        rule = _("By the rule it does not count: it is not regular or is meant for one purpose.") if left_out else ""
        self.counted.set_texts(_("Counts in the budget"), rule)
        what = label(income.kind) if income.kind else ""
        self.remove.name(_("Remove {name}").format(name=what))

    def _person_name(self, person: str) -> str:
        return self._names.get(person, "")

    def _counted(self) -> Change:
        return partial(changes.income_counted, row_id=self.row_id, counted=self.counted.value())


def _household() -> str:
    return _("The household")

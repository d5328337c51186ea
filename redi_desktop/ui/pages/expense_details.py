"""What is only sometimes said of an expense: made when it is first asked for, so that a long list stays light."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from redi_desktop.engine.expenses import Expense, PaidBy, Treatment
from redi_desktop.engine.income import Evidence
from redi_desktop.i18n import _
from redi_desktop.ui.fields import ChoiceField, Field, MoneyField, TextField
from redi_desktop.ui.pages.expense_words import usual_treatment
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.theme import UNIT
from redi_desktop.words.vocabulary import label


class ExpenseDetails(QWidget):
    """Treatment, amount retained, reason, proof, who pays, whose it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._expense = Expense(id="")
        self._names: Mapping[str, str] = {}
        self.evidence = ChoiceField(tuple(Evidence), label, self)
        self.paid_by = ChoiceField(tuple(PaidBy), label, self)
        self.person = ChoiceField[str]((), self._person_name, self, none_label=_household)
        self.treatment = ChoiceField(tuple(Treatment), label, self, none_label=_usual)
        self.retained = MoneyField(self, characters=12)
        self.reason = TextField(self, characters=48)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, UNIT)
        lines.setSpacing(UNIT * 3 // 2)
        lines.addLayout(FieldLine(self.evidence, self.paid_by, self.person))
        lines.addLayout(FieldLine(self.treatment, self.retained))
        lines.addWidget(self.reason)

    def fields(self) -> dict[str, Field[object]]:
        """The fields, by the attribute of the expense that each is for, in the order of the Tab key."""
        names = ("evidence", "paid_by", "person", "treatment", "retained", "reason")
        return {name: getattr(self, name) for name in names}

    def show_expense(self, expense: Expense, names: Mapping[str, str]) -> None:
        """Show an expense as it is now."""
        if names != self._names:
            self._names = names
            self.person.set_members(tuple(names))
        self.person.setVisible(len(names) > 1)
        rule_changed = (expense.kind, expense.period) != (self._expense.kind, self._expense.period)
        self._expense = expense
        if rule_changed:
            self._name_treatment()
        for name, field in self.fields().items():
            field.set_value(getattr(expense, name))

    def retranslate(self) -> None:
        """Say every text."""
        self._name_treatment()
        self.retained.set_texts(_("Retained instead"), _("Empty: the whole amount."))
        self.reason.set_texts(_("Reason"), _("It is printed in the report, beside the amount."))
        self.evidence.set_texts(_("Evidence"))
        self.paid_by.set_texts(_("Who pays"))
        self.person.set_texts(_("Whose"))

    def _name_treatment(self) -> None:
        known = self._expense.kind is not None
        self.treatment.set_texts(_("In the budget"), usual_treatment(self._expense) if known else "")

    def _person_name(self, person: str) -> str:
        return self._names.get(person, "")


def _usual() -> str:
    return _("As usual")


def _household() -> str:
    return _("The household")

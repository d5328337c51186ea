"""The rules of a policy that stand under one heading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.column_layout import ColumnLayout
from redi_desktop.ui.fields import Field
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.parameters.policy_caps import OTHER_CAPS, RENT_CAPS
from redi_desktop.ui.parameters.policy_rules_form import Rule, made_field
from redi_desktop.ui.theme import UNIT, set_role
from redi_desktop.words.policy_rules import rule_help, rule_name


class RuleGroup(QWidget):
    """A heading, and a field for each rule; rules that are not wide stand beside each other."""

    def __init__(
        self, head: str, rules: Iterable[Rule], today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._head, self._heading = head, QLabel(self)
        set_role(self._heading, "strong")
        self.fields: dict[str, Field[Any]] = {}
        self._column = ColumnLayout(self)
        self._column.setSpacing(UNIT * 2)
        self._column.addWidget(self._heading)
        line: list[Field[Any]] = []
        for rule in rules:
            field = self.fields[rule.key] = made_field(rule, today)
            if rule.wide:
                self._end_line(line)
                self._column.addWidget(field)
            else:
                line.append(field)
        self._end_line(line)
        self.retranslate()

    def _end_line(self, line: list[Field[Any]]) -> None:
        if line:
            self._column.addLayout(FieldLine(*line))
            line.clear()

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show what each rule says."""
        for key, field in self.fields.items():
            field.set_value(values[key])

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._heading.setText(_(self._head))
        for key, field in self.fields.items():
            field.set_texts(_name(key), _help(key))


def _name(key: str) -> str:
    names = {
        "id": _("Identifier"),
        "version": _("Version"),
        RENT_CAPS: _("Largest rents by number of bedrooms"),
        OTHER_CAPS: _("Other expenses: at most so many times the reference"),
    }
    return names.get(key) or rule_name(key)


def _help(key: str) -> str:
    helps = {
        RENT_CAPS: _("As 1: 750; 2: 875. Empty: the whole rent counts."),
        OTHER_CAPS: _("As Water: 2; Electricity: 1.5. Empty: they count as they are."),
        "aid.coverage_share": _("In per cent. 100: the whole deficit."),
        "expenses.max_accepted_debt_share": _("In per cent."),
    }
    return helps.get(key) or rule_help(key)

"""The rules of the CPAS as a form, with help: nobody has to write the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from redi_desktop.engine.policy import Policy
from redi_desktop.errors import ParameterError
from redi_desktop.i18n import _
from redi_desktop.packs import editing
from redi_desktop.packs.archive import POLICY
from redi_desktop.packs.parcel import Role, parcel_of
from redi_desktop.packs.policy_writing import policy_file
from redi_desktop.ui.fields import Field
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.parameters.kept_fields import put_back, written
from redi_desktop.ui.parameters.policy_caps import OTHER_CAPS, RENT_CAPS
from redi_desktop.ui.parameters.policy_rules_form import RULES, Rule, made_field, policy_of, values_of
from redi_desktop.ui.parameters.room_state import RoomState, of_program
from redi_desktop.ui.theme import set_role
from redi_desktop.words import problems
from redi_desktop.words.policy_rules import rule_help, rule_name


class PolicySection(Section):
    """``made`` carries the role and the policy that came of the form, to be looked at before it is adopted."""

    made = Signal(object, object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._base: Policy = of_program(Role.POLICY).policy
        self.fields: dict[str, Field[Any]] = {}
        self._heads: dict[str, QLabel] = {}
        self.look, self.wrong = QPushButton(self), Notice(self)
        for head, rules in RULES.items():
            self._add_group(head, rules)
        self.add_line(self.look)
        self.body.addWidget(self.wrong)
        self.look.clicked.connect(self.submit)

    def _add_group(self, head: str, rules: tuple[Rule, ...]) -> None:
        label = QLabel(self)
        set_role(label, "strong")
        self._heads[head] = label
        self.body.addWidget(label)
        line: list[Field[Any]] = []
        for rule in rules:
            field = made_field(rule, self._today)
            self.fields[rule.key] = field
            if rule.wide:
                self._end_line(line)
                self.body.addWidget(field)
            else:
                line.append(field)
        self._end_line(line)

    def _end_line(self, line: list[Field[Any]]) -> None:
        if line:
            self.body.addLayout(FieldLine(*line))
            line.clear()

    def apply(self, state: RoomState) -> None:
        """Begin with the policy in use, else with the example."""
        parcel = state.parcels.get(Role.POLICY)
        self._base = (parcel or of_program(Role.POLICY)).policy
        version = editing.next_version(self._base.version) if parcel is not None else "1"
        shown = replace(self._base, version=version)
        for key, value in values_of(shown).items():
            self.fields[key].set_value(value)
        self.wrong.show_text("")

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _("Each rule is followed in the order shown in the explanation of a proposal.")
        self.set_texts(_("The rules of your CPAS"), words)
        for head, label in self._heads.items():
            label.setText(_(head))
        for key, field in self.fields.items():
            field.set_texts(_name(key), _help(key))
        self.look.setText(_("Look at what it changes"))

    def half_made(self) -> dict[str, Any]:
        """What stands in the form."""
        return written(self.fields)

    def take_half_made(self, kept: Mapping[str, Any]) -> None:
        """Show it again."""
        put_back(self.fields, kept)

    def submit(self) -> None:
        """Make a policy of what stands in the form, or say what is missing."""
        values = {key: field.value() for key, field in self.fields.items()}
        try:
            if not all(field.understood() for field in self.fields.values()):
                raise ParameterError("form_incomplete")
            content = policy_file(policy_of(values, self._base))
            parcel = parcel_of({POLICY: content})
        except ParameterError as error:
            self.wrong.show_text(_named(problems.sentence(error), error))
            return
        self.wrong.show_text("")
        self.made.emit(Role.POLICY, parcel)


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


def _named(words: str, error: ParameterError) -> str:
    """A fault with the name of the rule it is about."""
    key = str(error.values.get("key", ""))
    name = rule_name(key)
    return f"{name}: {words}" if key and name != key else words

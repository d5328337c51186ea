"""The rules of the CPAS as a form, with help: nobody has to write the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from redi_desktop.engine.policy import Policy
from redi_desktop.errors import ParameterError
from redi_desktop.i18n import _
from redi_desktop.packs import editing
from redi_desktop.packs.archive import POLICY
from redi_desktop.packs.parcel import Role, parcel_of
from redi_desktop.packs.policy_writing import policy_file
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.parameters.kept_fields import Fields, put_back, written
from redi_desktop.ui.parameters.policy_rules_form import RULES, policy_of, values_of
from redi_desktop.ui.parameters.room_state import RoomState, of_program
from redi_desktop.ui.parameters.rule_group import RuleGroup
from redi_desktop.words import problems
from redi_desktop.words.policy_rules import rule_name


class PolicySection(Section):
    """``made`` carries the role and the policy that came of the form, to be looked at before it is adopted.

    It has many fields: they are made group by group, and ``whole`` says that all are there.
    """

    made = Signal(object, object)
    whole = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._base: Policy = of_program(Role.POLICY).policy
        self._shown: Mapping[str, Any] = {}
        self._groups: list[RuleGroup] = []
        self.look, self.wrong = QPushButton(), Notice(self)
        self.look.clicked.connect(self.submit)

    @property
    def is_whole(self) -> bool:
        """Whether every group of fields is there."""
        return len(self._groups) == len(RULES)

    def pieces(self) -> Iterator[None]:
        """Make the groups that are not there yet, one before each stop."""
        while not self.is_whole:
            self._add_group()
            yield

    @property
    def fields(self) -> Fields:
        """Every field by its rule; those that are not there yet are made."""
        for _piece in self.pieces():
            pass
        return {key: field for group in self._groups for key, field in group.fields.items()}

    def _add_group(self) -> None:
        head, rules = tuple(RULES.items())[len(self._groups)]
        group = RuleGroup(head, rules, self._today)
        if self._shown:
            group.show_values(self._shown)
        self._groups.append(group)
        self.body.addWidget(group)
        if self.is_whole:
            self.add_line(self.look)
            self.body.addWidget(self.wrong)
            self.whole.emit()

    def apply(self, state: RoomState) -> None:
        """Begin with the policy in use, else with the example."""
        parcel = state.parcels.get(Role.POLICY)
        self._base = (parcel or of_program(Role.POLICY)).policy
        version = editing.next_version(self._base.version) if parcel is not None else "1"
        self._shown = values_of(replace(self._base, version=version))
        for group in self._groups:
            group.show_values(self._shown)
        self.wrong.show_text("")

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _("Each rule is followed in the order shown in the explanation of a proposal.")
        self.set_texts(_("The rules of your CPAS"), words)
        for group in self._groups:
            group.retranslate()
        self.look.setText(_("Look at what it changes"))

    def half_made(self) -> dict[str, Any]:
        """What stands in the form."""
        return written(self.fields)

    def take_half_made(self, kept: Mapping[str, Any]) -> None:
        """Show it again."""
        put_back(self.fields, kept)

    def submit(self) -> None:
        """Make a policy of what stands in the form, or say what is missing."""
        fields = self.fields
        values = {key: field.value() for key, field in fields.items()}
        try:
            if not all(field.understood() for field in fields.values()):
                raise ParameterError("form_incomplete")
            content = policy_file(policy_of(values, self._base))
            parcel = parcel_of({POLICY: content})
        except ParameterError as error:
            self.wrong.show_text(_named(problems.sentence(error), error))
            return
        self.wrong.show_text("")
        self.made.emit(Role.POLICY, parcel)


def _named(words: str, error: ParameterError) -> str:
    """A fault with the name of the rule it is about."""
    key = str(error.values.get("key", ""))
    name = rule_name(key)
    return f"{name}: {words}" if key and name != key else words

"""What a finding is about, by the name that it has on the screen or on paper."""

from __future__ import annotations

import re
from collections.abc import Mapping

from redi_desktop.engine.facts import Facts
from redi_desktop.engine.findings import Finding
from redi_desktop.i18n import gettext as _
from redi_desktop.words.findings import sentence
from redi_desktop.words.vocabulary import label

_PLACE = re.compile(r"(household\.persons|incomes|expenses|debts)\[(\d+)\]")


def about(finding: Finding, facts: Facts, called: Mapping[str, str]) -> str:
    """The sentence, after the name of the person or row of the facts that it is about; who is not called stays away."""
    name, said = _name(finding.field, facts, called), sentence(finding)
    return _("{name}: {sentence}").format(name=name, sentence=said) if name else said


def _name(field: str, facts: Facts, called: Mapping[str, str]) -> str:
    found = _PLACE.match(field)
    if found is None:
        return ""
    place = int(found[2])
    if found[1] == "household.persons":
        return called.get(facts.household.persons[place].id, "")
    if found[1] == "debts":
        return facts.debts[place].kind.strip() or _("Debt")
    kind = facts.incomes[place].kind if found[1] == "incomes" else facts.expenses[place].kind
    return label(kind) if kind is not None else ""

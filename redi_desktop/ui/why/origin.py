"""Where an explanation comes from: the field of the case that a step of it rests on."""

from __future__ import annotations

from typing import NamedTuple

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.facts import Facts
from redi_desktop.i18n import _
from redi_desktop.words.vocabulary import label

_CONDITION_FIELDS = (
    ("social_energy", "dwelling.social_energy_tariff"),
    ("heating_", "dwelling.heating"),
    ("new_lease", "dwelling.new_lease"),
    ("bedrooms", "dwelling.bedrooms"),
    ("tenant", "dwelling.tenure"),
    ("option_", "options"),
    ("bim", "household.persons"),
    ("household_size", "household.persons"),
    ("adults", "household.persons"),
    ("child", "household.persons"),
    ("ri", "incomes"),
)


class Origin(NamedTuple):
    """A place of the case (``incomes[0].amount``) and how it is called on the screen."""

    path: str
    name: str


def origin_of(nodes: tuple[Explanation, ...], facts: Facts, names: dict[str, str]) -> Origin | None:
    """The field that a step rests on; ``nodes`` is the step with those that it stands under, the outermost first."""
    for node in reversed(nodes):
        origin = _of_node(node, facts, names)
        if origin is not None:
            return origin
    return None


def item_of(nodes: tuple[Explanation, ...]) -> str:
    """The identifier of the basket item that a step is about; empty for none."""
    return next((str(node.values["item"]) for node in reversed(nodes) if "item" in node.values), "")


def _of_node(node: Explanation, facts: Facts, names: dict[str, str]) -> Origin | None:
    if node.rule.startswith(("expense.", "income.", "debt.")):
        return _of_row(node, facts)
    if node.rule == "match.region":
        return Origin("household.region", _("Region"))
    if node.rule == "match.tenure":
        return Origin("dwelling.tenure", _("Dwelling"))
    if node.rule == "match.condition":
        return _of_condition(str(node.values["condition"]))
    if node.rule in ("line.person", "line.custody_share"):
        return _of_person(node, facts, names)
    return None


def _of_row(node: Explanation, facts: Facts) -> Origin | None:
    for place, expense in enumerate(facts.expenses):
        if node.values.get("expense") == expense.id:
            return Origin(f"expenses[{place}].amount", label(expense.kind) if expense.kind else _("Expense"))
    for place, income in enumerate(facts.incomes):
        if node.values.get("income") == income.id:
            return Origin(f"incomes[{place}].amount", label(income.kind) if income.kind else _("Income"))
    for place, debt in enumerate(facts.debts):
        if node.values.get("debt") == debt.id:
            return Origin(f"debts[{place}].monthly", debt.kind or _("Debt"))
    return None


def _of_person(node: Explanation, facts: Facts, names: dict[str, str]) -> Origin | None:
    for place, person in enumerate(facts.household.persons):
        if node.values.get("person") == person.id:
            return Origin(f"household.persons[{place}].birth_date", names.get(person.id, person.id))
    return None


def _of_condition(condition: str) -> Origin | None:
    terms = [term.strip().lstrip("!") for term in condition.split("&")]
    for start, path in _CONDITION_FIELDS:
        if any(term.startswith(start) for term in terms):
            return Origin(path, _page_name(path))
    return None


def _page_name(path: str) -> str:
    names = {
        "dwelling.social_energy_tariff": _("Social tariff for energy"),
        "dwelling.heating": _("Heating"),
        "dwelling.new_lease": _("New lease"),
        "dwelling.bedrooms": _("Bedrooms"),
        "dwelling.tenure": _("Dwelling"),
        "household.persons": _("Household"),
        "incomes": _("Income"),
        "options": _("Expenses"),
    }
    return names[path]

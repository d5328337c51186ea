"""Where a step of an explanation comes from: a field of the case, an item of the baskets, the pack itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from redi_desktop.casefile.steps import step_of
from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.facts import Facts
from redi_desktop.i18n import _
from redi_desktop.words.pack_texts import in_language
from redi_desktop.words.vocabulary import label

SOURCES = "sources"
"""The place on the page of the result where the packs are named."""
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


_PAGES = {"pressure.income": "incomes", "pressure.debts": "debts", "pressure.beside_debts": "debts"}
"""Parts of a deficit that rest on everything that stands on a page."""


class Origin(NamedTuple):
    """A place to go to (``incomes[0].amount``), and the words that lead there."""

    path: str
    words: str


def origins_of(nodes: tuple[Explanation, ...], assessment: Assessment, names: Mapping[str, str]) -> tuple[Origin, ...]:
    """Where a step comes from, the nearest first; ``nodes`` is the step with those above it, the outermost first."""
    found = [*_field(nodes, assessment.facts, names), *_item(nodes, assessment), *_pack(nodes, assessment)]
    return tuple({origin.path: origin for origin in reversed(found)}.values())[::-1]


def _field(nodes: tuple[Explanation, ...], facts: Facts, names: Mapping[str, str]) -> Iterator[Origin]:
    """The field of the case that the step rests on, or the nearest of those above it."""
    for node in reversed(nodes):
        found = _of_node(node, facts, names)
        if found is not None:
            path, name = found
            yield Origin(path, _("Go to: {field}").format(field=name))
            return


def _item(nodes: tuple[Explanation, ...], assessment: Assessment) -> Iterator[Origin]:
    """The item of the baskets that is looked at: what is really paid can take its place."""
    pack = assessment.parameters.pack
    item = next((str(node.values["item"]) for node in reversed(nodes) if "item" in node.values), None)
    if item is None:
        return
    kind = next((one.expense_kind for one in pack.items if one.id == item), "")
    words = _("Item “{item}”: type what is really paid").format(item=_item_name(item, pack))
    place = next((place for place, row in enumerate(assessment.facts.expenses) if row.kind == kind), None)
    known = kind in set(ExpenseKind) and place is not None
    yield Origin(f"expenses[{place}].amount" if known else "expenses", words)


def _item_name(item: str, pack: BasketPack) -> str:
    return next((in_language(one.label) for one in pack.items if one.id == item), item)


def _pack(nodes: tuple[Explanation, ...], assessment: Assessment) -> Iterator[Origin]:
    """The pack that the figure stands in."""
    if any("item" in node.values for node in nodes):
        pack = assessment.parameters.pack
        words = _("The baskets {pack}, version {version}").format(pack=in_language(pack.title), version=pack.version)
        yield Origin(SOURCES, words)
    elif nodes[0].rule.startswith("right.") and assessment.parameters.rights is not None:
        rights = assessment.parameters.rights.pack
        words = _("The rights {pack}, version {version}").format(pack=in_language(rights.title), version=rights.version)
        yield Origin(SOURCES, words)
    elif nodes[0].rule.startswith("ri.") and assessment.parameters.legal is not None:
        legal = assessment.parameters.legal
        words = _("The legal amounts {pack}, version {version}")
        yield Origin(SOURCES, words.format(pack=in_language(legal.title), version=legal.version))


Place = tuple[str, str]
"""The path of a field and its name."""


def _of_node(node: Explanation, facts: Facts, names: Mapping[str, str]) -> Place | None:
    if node.rule.startswith(("expense.", "income.", "debt.", "ri.")):
        return _of_row(node, facts)
    if node.rule == "match.region":
        return "household.region", _("Region")
    if node.rule == "match.tenure":
        return "dwelling.tenure", _("Dwelling")
    if node.rule == "match.condition":
        return _of_condition(str(node.values["condition"]))
    if node.rule in ("line.person", "line.custody_share"):
        return _of_person(node, facts, names)
    if node.rule == "aid.worker":
        return "proposal.amount", _("Proposal")
    if node.rule in _PAGES:
        return _PAGES[node.rule], label(step_of(_PAGES[node.rule]))
    return _of_right(node) if node.rule.startswith("right.") else None


def _of_row(node: Explanation, facts: Facts) -> Place | None:
    row_id = node.values.get("id") if node.rule.startswith("ri.") else None
    for place, expense in enumerate(facts.expenses):
        if node.values.get("expense") == expense.id:
            return f"expenses[{place}].amount", label(expense.kind) if expense.kind else _("Expense")
    for place, income in enumerate(facts.incomes):
        if income.id in (node.values.get("income"), row_id):
            return f"incomes[{place}].amount", label(income.kind) if income.kind else _("Income")
    for place, debt in enumerate(facts.debts):
        if node.values.get("debt") == debt.id:
            return f"debts[{place}].monthly", debt.kind or _("Debt")
    return None


def _of_person(node: Explanation, facts: Facts, names: Mapping[str, str]) -> Place | None:
    for place, person in enumerate(facts.household.persons):
        if node.values.get("person") == person.id:
            return f"household.persons[{place}].birth_date", names.get(person.id, person.id)
    return None


def _of_right(node: Explanation) -> Place | None:
    """The field in which the fact of a condition stands, by the name of its page."""
    path = str(node.values.get("place") or "")
    return (path, label(step_of(path))) if path else None


def _of_condition(condition: str) -> Place | None:
    terms = [term.strip().lstrip("!") for term in condition.split("&")]
    for start, path in _CONDITION_FIELDS:
        if any(term.startswith(start) for term in terms):
            return path, _page_name(path)
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

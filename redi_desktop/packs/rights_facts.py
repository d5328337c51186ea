"""The facts that rights ask about, as the tables of a pack name them: each with its question and its answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from redi_desktop.engine.rights.asked_facts import About, AskedFact, FactKind, FactUnit
from redi_desktop.packs.manifest import LANGUAGES
from redi_desktop.packs.table import Row

FACT_COLUMNS = (
    *("fact", "kind", "unit", "about", "indexed"),
    *(f"{column}_{code}" for column in ("name", "question") for code in LANGUAGES),
)
CHOICE_COLUMNS = ("fact", "value", *(f"label_{code}" for code in LANGUAGES))
_LISTED = frozenset({FactKind.CHOICE, FactKind.SET})
Choices = Mapping[str, Mapping[str, Mapping[str, str]]]


def choices(rows: Iterable[Row]) -> Choices:
    """The answers to choose from: a word in each language, by fact and value."""
    found: dict[str, dict[str, Mapping[str, str]]] = {}
    for row in rows:
        values = found.setdefault(row.identifier("fact"), {})
        values[row.new_identifier("value", values)] = in_languages(row, "label")
    return found


def facts(rows: Iterable[Row], listed: Choices) -> dict[str, AskedFact]:
    """The facts by identifier; one to choose from has its answers listed, and no other has."""
    found: dict[str, AskedFact] = {}
    for row in rows:
        fact = row.new_identifier("fact", found)
        found[fact] = _fact(row, fact, listed)
    return found


def check_choices(rows: Iterable[Row], known: Mapping[str, AskedFact]) -> None:
    """Refuse answers to a fact that is not listed."""
    for row in rows:
        if row.text("fact") not in known:
            row.refuse("fact", "pack_fact_unknown")


def in_languages(row: Row, column: str) -> dict[str, str]:
    """A text that must be there in every language."""
    return {code: row.required(f"{column}_{code}") for code in LANGUAGES}


def _fact(row: Row, fact: str, listed: Choices) -> AskedFact:
    kind = row.choice("kind", FactKind)
    if kind in _LISTED and fact not in listed:
        row.refuse("kind", "pack_choices_missing")
    if kind not in _LISTED and fact in listed:
        row.refuse("kind", "pack_choices_unexpected")
    unit = _unit(row, kind)
    return AskedFact(
        id=fact,
        kind=kind,
        unit=unit,
        about=row.choice("about", About),
        indexed=_indexed(row, unit),
        name=in_languages(row, "name"),
        question=in_languages(row, "question"),
        choices=listed.get(fact, {}),
    )


def _unit(row: Row, kind: FactKind) -> FactUnit | None:
    if kind is FactKind.NUMBER:
        return row.choice("unit", FactUnit)
    if row.text("unit"):
        row.refuse("unit", "pack_cell_not_empty")
    return None


def _indexed(row: Row, unit: FactUnit | None) -> bool:
    written = row.required("indexed")
    if written not in ("yes", "no"):
        row.refuse("indexed", "pack_value_unknown", known="yes, no")
    if written == "yes" and unit not in (FactUnit.EURO, FactUnit.EURO_MONTH, FactUnit.EURO_YEAR):
        row.refuse("indexed", "pack_indexed_not_euro")
    return written == "yes"

"""The rows of a rights pack's tables, each checked and turned into what the engine holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import TypeVar

from redi_desktop.engine.basket_pack import IndexValue, PriceIndex, Source
from redi_desktop.engine.money import Period
from redi_desktop.engine.months import Month
from redi_desktop.engine.rights.asked_facts import AskedFact
from redi_desktop.engine.rights.language import parse_right_amount, parse_right_condition
from redi_desktop.engine.rights.pack import (
    AmountIs,
    Confidence,
    Granting,
    Opening,
    Right,
    RightsRegion,
    RightTexts,
    WrittenDate,
)
from redi_desktop.engine.rights.ready import has_ceiling
from redi_desktop.engine.rights.tokens import BadRightCondition, Fault
from redi_desktop.engine.rights.tree import (
    All,
    Amount,
    Condition,
    Holds,
    IsOneOf,
    IsYes,
    facts_named,
    holds_number,
)
from redi_desktop.packs.manifest import LANGUAGES
from redi_desktop.packs.sourced_rows import next_index_value
from redi_desktop.packs.table import Row

T = TypeVar("T")
RIGHT_COLUMNS = (
    *("id", "regions", "automatic", "condition", "held", "opens", "amount", "amount_period", "amount_is"),
    *("amount_date", "worth", "same_money", "ceiling", "ceiling_date", *(f"url_{code}" for code in LANGUAGES)),
    *("checked_on", "confidence", "legal_basis", "note"),
)
TEXT_COLUMNS = ("id", "name", "condition", "authority", "how", "documents", "amount", "basis", "remark")
INDEX_COLUMNS = ("month", "index", "source_id")
_MAY_BE_EMPTY = frozenset({"amount", "remark"})
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?\Z", re.ASCII)
_ADDRESS = re.compile(r"https?://[^\s/]+(/\S*)?\Z")
Texts = Mapping[str, Mapping[str, RightTexts]]


def texts(rows: Iterable[Row]) -> dict[str, RightTexts]:
    """What the rights are called and ask for in one language, by right."""
    found: dict[str, RightTexts] = {}
    for row in rows:
        right = row.new_identifier("id", found)
        words = {name: row.text(name) if name in _MAY_BE_EMPTY else row.required(name) for name in TEXT_COLUMNS[1:]}
        found[right] = RightTexts(**words)
    return found


def check_texts(rows: Iterable[Row], known: Mapping[str, Right]) -> None:
    """Refuse texts of a right that is not listed."""
    for row in rows:
        if row.text("id") not in known:
            row.refuse("id", "pack_right_unknown")


def health_index(rows: Iterable[Row], sources: Mapping[str, Source]) -> PriceIndex:
    """The health index, month after month without a gap."""
    values: list[IndexValue] = []
    for row in rows:
        values.append(next_index_value(row, values, sources))
    return PriceIndex(tuple(values))


def rights(rows: Iterable[Row], facts: Mapping[str, AskedFact], words: Texts, index: PriceIndex) -> dict[str, Right]:
    """The rights, in the order of the file; the same money is named after one of them."""
    found: dict[str, Right] = {}
    sharing: list[Row] = []
    for row in rows:
        right_id = row.new_identifier("id", found)
        right = found[right_id] = _right(row, right_id, facts, words, index)
        if right.same_money:
            sharing.append(row)
    for row in sharing:
        if row.text("same_money") not in found:
            row.refuse("same_money", "pack_right_unknown")
    return found


def _right(row: Row, right_id: str, facts: Mapping[str, AskedFact], words: Texts, index: PriceIndex) -> Right:
    condition = _condition(row, "condition", facts)
    confidence = row.choice("confidence", Confidence)
    row.required("legal_basis")
    return Right(
        id=right_id,
        regions=_regions(row, condition),
        granting=row.choice("automatic", Granting),
        condition=condition,
        condition_text=row.text("condition"),
        held=_condition(row, "held", facts) if row.text("held") else None,
        opens=_openings(row, facts),
        amount=_amount(row, facts),
        amount_period=row.choice("amount_period", Period) if row.text("amount") else Period.MONTH,
        amount_is=row.choice("amount_is", AmountIs) if row.text("amount") else AmountIs.ABOUT,
        amount_date=_date(row, "amount_date"),
        worth=_worth(row),
        same_money=row.identifier("same_money") if row.text("same_money") else "",
        ceiling_date=_ceiling_date(row, condition, facts, index),
        url=_addresses(row, confidence),
        checked_on=row.day("checked_on"),
        confidence=confidence,
        texts=_texts(row, right_id, words),
        note=row.text("note"),
    )


def _condition(row: Row, column: str, facts: Mapping[str, AskedFact]) -> Condition:
    return _read(row, column, lambda text: parse_right_condition(text, facts))


def _read(row: Row, column: str, reader: Callable[[str], T]) -> T:
    text = row.required(column)
    try:
        return reader(text)
    except BadRightCondition as error:
        code = "pack_fact_unknown" if error.fault is Fault.FACT_UNKNOWN else "pack_right_condition_bad"
        row.refuse(column, code, value=error.term, position=error.position, fault=error.fault.value)


def _regions(row: Row, condition: Condition) -> frozenset[RightsRegion]:
    names = row.required("regions").split(";")
    if not set(names) <= set(RightsRegion) or len(set(names)) != len(names):
        row.refuse("regions", "pack_value_unknown", known=", ".join(RightsRegion))
    regions = frozenset(RightsRegion(name) for name in names)
    if regions != frozenset(RightsRegion) and "region" not in facts_named(condition):
        row.refuse("condition", "pack_right_region_unasked")
    return regions


def _openings(row: Row, facts: Mapping[str, AskedFact]) -> tuple[Opening, ...]:
    if not row.text("opens"):
        return ()
    tree = _condition(row, "opens", facts)
    openings = [_opening(part) for part in (tree.parts if isinstance(tree, All) else (tree,))]
    if None in openings:
        row.refuse("opens", "pack_opening_bad")
    return tuple(opening for opening in openings if opening)


def _opening(part: Condition) -> Opening | None:
    if isinstance(part, IsYes):
        return Opening(part.fact, part.expected)
    if isinstance(part, Holds) and not part.months:
        return Opening(part.fact, part.value, in_set=True)
    if isinstance(part, IsOneOf) and len(part.values) == 1 and not part.negated:
        return Opening(part.fact, next(iter(part.values)))
    return None


def _amount(row: Row, facts: Mapping[str, AskedFact]) -> Amount | None:
    if not row.text("amount"):
        for column in ("amount_period", "amount_is"):
            if row.text(column):
                row.refuse(column, "pack_cell_not_empty")
        return None
    amount = _read(row, "amount", lambda text: parse_right_amount(text, facts))
    if holds_number(amount) and not row.text("amount_date"):
        row.refuse("amount_date", "pack_cell_empty")
    return amount


def _worth(row: Row) -> Decimal:
    if row.text("amount") and not row.text("worth"):
        return Decimal(0)
    return row.not_negative("worth")


def _date(row: Row, column: str) -> WrittenDate | None:
    text = row.text(column)
    if not text:
        return None
    match = _DATE.match(text)
    if match is None:
        row.refuse(column, "pack_written_date_bad")
    return WrittenDate(text, Month(int(match[1]), int(match[2] or 1)))


def _ceiling_date(
    row: Row, condition: Condition, facts: Mapping[str, AskedFact], index: PriceIndex
) -> WrittenDate | None:
    written = _date(row, "ceiling_date")
    if has_ceiling(condition, facts):
        if written is None:
            row.refuse("ceiling_date", "pack_ceiling_undated")
        if not index.first <= written.month <= index.last:
            row.refuse("ceiling_date", "pack_ceiling_outside_index", first=index.first, last=index.last)
    return written


def _addresses(row: Row, confidence: Confidence) -> dict[str, str]:
    found = {code: row.text(f"url_{code}") for code in LANGUAGES if row.text(f"url_{code}")}
    for code, address in found.items():
        if not _ADDRESS.match(address):
            row.refuse(f"url_{code}", "pack_address_bad")
    if confidence is Confidence.SOURCED and not found:
        row.refuse("confidence", "pack_right_without_source")
    return found


def _texts(row: Row, right: str, words: Texts) -> dict[str, RightTexts]:
    for code, rights_told in words.items():
        if right not in rights_told:
            row.refuse("id", "pack_language_missing", language=code)
    return {code: rights_told[right] for code, rights_told in words.items()}

"""New prices in a basket pack and new amounts in legal tables: what one form takes, and the draft that it gives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.indexed_amounts import UNCONFIRMED, Proposed
from redi_desktop.engine.legal_tables import DatedValue, ValueStatus
from redi_desktop.engine.months import Month
from redi_desktop.errors import ParameterError
from redi_desktop.packs.basket_rows import CPI, HEALTH
from redi_desktop.packs.draft import Cells, Draft
from redi_desktop.packs.editing import find, put_row, with_cells, with_row


class NewPrice(NamedTuple):
    """What an item costs from a month on, and who says so; ``provenance`` empty leaves it as it was."""

    item_id: str
    unit_price: Decimal
    month: Month
    source_id: str
    provenance: str = ""
    note: str = ""


class IndexMonth(NamedTuple):
    """A month of the price indices, base 2013; either may come later than the other."""

    month: Month
    cpi: Decimal | None
    health: Decimal | None
    source_id: str


def with_index_month(draft: Draft, added: IndexMonth) -> Draft:
    """The basket pack with a further month of the consumer price index, the health index, or both."""
    for series, value in ((CPI, added.cpi), (HEALTH, added.health)):
        if value is not None:
            draft = _with_index(draft, series, added.month, value, added.source_id)
    return draft


def repriced(draft: Draft, prices: Iterable[NewPrice]) -> Draft:
    """The basket pack with new prices: a tariff more where the item has tariffs, else another price and its month.

    Raises :class:`ParameterError` for an item that is not there.
    """
    for price in prices:
        draft = _repriced(draft, price)
    return draft


def with_amount(draft: Draft, value: DatedValue) -> Draft:
    """The legal tables with an amount, in the place of one of the same name and day."""
    return put_row(draft, "amounts.csv", _amount_cells(value))


def with_proposed(draft: Draft, proposed: Iterable[Proposed]) -> Draft:
    """The legal tables with the amounts that the index rule gives, marked as computed."""
    for one in proposed:
        draft = with_amount(draft, one.value)
    return draft


def confirmed(draft: Draft, value_id: str, day: date, source_url: str, value: Decimal | None = None) -> Draft:
    """The legal tables with an amount that somebody has seen published, there or at another value.

    The doubt that it was not seen goes; other doubts stay, and with one the amount stays doubtful.
    """
    key = (value_id, day.isoformat())
    row = find(draft, "amounts.csv", key)
    doubts = [doubt for doubt in (row or {}).get("doubt", "").split() if doubt != UNCONFIRMED]
    cells = {"source_url": source_url, "doubt": " ".join(doubts)}
    if not doubts:
        cells["status"] = ValueStatus.PUBLISHED.value
    if value is not None:
        cells["value"] = f"{value:f}"
    return with_cells(draft, "amounts.csv", key, cells)


def with_seen_amount(
    draft: Draft, dated: Sequence[DatedValue], day: date, value: Decimal | None, source_url: str
) -> Draft:
    """The legal tables with an amount that was seen published: a new one after ``dated``, or one of it confirmed.

    Raises :class:`ParameterError` where there is nothing to confirm and no value.
    """
    if value is None or any(one.valid_from == day for one in dated):
        return confirmed(draft, dated[-1].id, day, source_url, value)
    seen = replace(
        dated[-1], valid_from=day, value=value, status=ValueStatus.PUBLISHED, source=source_url, note="", doubts=()
    )
    return with_amount(draft, seen)


def _with_index(draft: Draft, series: tuple[str, str], month: Month, value: Decimal, source_id: str) -> Draft:
    cells = {"month": str(month), "series": series[0], "base": series[1], "index": f"{value:f}"}
    return with_row(draft, "price_index.csv", cells | {"source_id": source_id})


def _repriced(draft: Draft, price: NewPrice) -> Draft:
    if find(draft, "items.csv", (price.item_id,)) is None:
        raise ParameterError("pack_has_no_item", field=f"items.csv:{price.item_id}", item=price.item_id)
    said = {"source_id": price.source_id} | {
        name: text for name, text in (("provenance", price.provenance), ("note", price.note)) if text
    }
    if any(row["item_id"] == price.item_id for row in draft.tables["tariffs.csv"]):
        tariff = {"item_id": price.item_id, "valid_from": str(price.month), "unit_price": f"{price.unit_price:f}"}
        return put_row(draft, "tariffs.csv", tariff | {"source_id": price.source_id})
    cells = {"unit_price": f"{price.unit_price:f}", "price_date": str(price.month)}
    return with_cells(draft, "items.csv", (price.item_id,), cells | said)


def _amount_cells(value: DatedValue) -> Cells:
    return {
        "id": value.id,
        "valid_from": value.valid_from.isoformat(),
        "value": f"{value.value:f}",
        "unit": value.unit,
        "period": value.period,
        "status": value.status.value,
        "source_url": value.source,
        "legal_basis": value.legal_basis,
        "note": value.note,
        "doubt": " ".join(value.doubts),
    }

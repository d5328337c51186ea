"""``redi-desktop pack price``: what an item costs at a date, and why."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from redi_desktop.cli.output import place_of, show
from redi_desktop.engine import explanation
from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.engine.baskets import ReferenceLine, explain_line
from redi_desktop.engine.explanation import as_data
from redi_desktop.engine.months import Month
from redi_desktop.engine.prices import priced_item
from redi_desktop.errors import CaseError
from redi_desktop.packs.baskets import load_baskets
from redi_desktop.words import explanations


def price(arguments: argparse.Namespace) -> int:
    """Price an item."""
    data, words = _price(load_baskets(place_of(arguments.pack)), arguments)
    show(data, arguments.format, words)
    return 0


COMMANDS = {"price": price}


def _price(pack: BasketPack, arguments: argparse.Namespace) -> tuple[dict[str, Any], list[str]]:
    item = pack.item_by_id.get(arguments.item)
    if item is None:
        raise CaseError("item_unknown", field="ITEM", item=arguments.item[:80])
    month = _month(arguments.date, pack)
    priced = priced_item(pack, item, month, max(1, arguments.persons))
    explained = explain_line(pack, ReferenceLine(priced, None, priced.amount))
    data = {
        "format": "redi-price/1",
        "explanation_format": explanation.FORMAT,
        "pack": {"id": pack.id, "version": pack.version, "fingerprint": pack.fingerprint},
        "item_id": item.id,
        "month": str(month),
        "index_month": str(priced.price.index_to.month) if priced.price.index_to else None,
        "unit_price": str(priced.price.unit_price),
        "household_size": priced.household_size,
        "per_month": str(priced.amount),
        "explanation": as_data(explained),
    }
    return data, ["  " * line.depth + line.text for line in explanations.outline(explained, {})]


def _month(written: str, pack: BasketPack) -> Month:
    try:
        month = Month.of(date.fromisoformat(written))
    except ValueError as error:
        raise CaseError("date_option_bad", field="--date", value=written[:40]) from error
    if month < pack.valid_from:
        raise CaseError("date_before_pack", field="--date", first_month=pack.valid_from)
    return month

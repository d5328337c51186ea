"""``redi-desktop pack price``: what an item costs at a date, and why."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from redi_desktop.cli.output import place_of, show
from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.engine.explanation import Explanation, as_data
from redi_desktop.engine.money import Period
from redi_desktop.engine.months import Month
from redi_desktop.engine.prices import PricedItem, explain_price, priced_item
from redi_desktop.errors import CaseError
from redi_desktop.formatting import money
from redi_desktop.i18n import gettext as _
from redi_desktop.i18n import language
from redi_desktop.packs.baskets import load_baskets
from redi_desktop.words import explanations
from redi_desktop.words.explaining import price_words, shown_price
from redi_desktop.words.units import unit_word
from redi_desktop.words.vocabulary import label


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
    explained = explain_price(pack, priced)
    data = {
        "format": "redi-price/1",
        "pack": {"id": pack.id, "version": pack.version, "fingerprint": pack.fingerprint},
        "item_id": item.id,
        "month": str(month),
        "index_month": str(priced.price.index_to.month) if priced.price.index_to else None,
        "unit_price": str(priced.price.unit_price),
        "per_month": str(priced.amount),
        "explanation": as_data(explained),
    }
    return data, _price_words(priced, explained)


def _price_words(priced: PricedItem, explained: Explanation) -> list[str]:
    item = priced.item
    name = item.label.get(language(), item.label["fr"])
    period = label(Period.MONTH)
    head = _("{item}: {price} ({unit}), {amount} {period}.").format(
        item=name,
        price=price_words(shown_price(priced.price.unit_price)),
        unit=unit_word(item.quantity_unit),
        amount=money(priced.amount),
        period=period,
    )
    return [head, *("  " * line.depth + line.text for line in explanations.outline(explained, {}, 1))]


def _month(written: str, pack: BasketPack) -> Month:
    try:
        month = Month.of(date.fromisoformat(written))
    except ValueError as error:
        raise CaseError("date_option_bad", field="--date", value=written[:40]) from error
    if month < pack.valid_from:
        raise CaseError("date_before_pack", field="--date", first_month=pack.valid_from)
    return month

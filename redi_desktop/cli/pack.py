"""``redi-desktop pack``: check a pack, and say what an item costs at a date and why."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

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
from redi_desktop.packs.embedded import load_embedded
from redi_desktop.packs.places import pack_place
from redi_desktop.words import explanations
from redi_desktop.words.explaining import price_words, shown_price
from redi_desktop.words.units import unit_word
from redi_desktop.words.vocabulary import label


def add_command(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``pack`` with its own commands."""
    pack = verbs.add_parser("pack", help="check a basket pack, or price one of its items")
    inner = pack.add_subparsers(dest="pack_command", required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--lang", choices=("fr", "nl", "de", "en"), help="language of the words")
    common.add_argument("--format", choices=("json", "text"), default="text")
    checking = inner.add_parser("check", parents=[common], help="read a pack strictly and say what is in it")
    checking.add_argument("pack", type=Path, nargs="?", metavar="DIR|FILE")
    pricing = inner.add_parser("price", parents=[common], help="what an item costs at a date, and why")
    pricing.add_argument("item", metavar="ITEM")
    pricing.add_argument("--date", required=True, metavar="YYYY-MM-DD")
    pricing.add_argument("--persons", type=int, default=1, help="size of the household (for food)")
    pricing.add_argument("--pack", type=Path, metavar="DIR|FILE")


def run(arguments: argparse.Namespace) -> int:
    """Carry out the command; raises the errors that become words and an exit status."""
    pack = load_baskets(pack_place(arguments.pack)) if arguments.pack else load_embedded()
    if arguments.pack_command == "check":
        _show(_content(pack), arguments.format, _content_words(pack))
        return 0
    data, words = _price(pack, arguments)
    _show(data, arguments.format, words)
    return 0


def _show(data: dict[str, Any], form: str, words: list[str]) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=1) if form == "json" else "\n".join(words))


def _content(pack: BasketPack) -> dict[str, Any]:
    return {
        "format": "redi-pack-check/1",
        "id": pack.id,
        "version": pack.version,
        "title": dict(pack.title),
        "fingerprint": pack.fingerprint,
        "items": len(pack.items),
        "tariffs": sum(len(tariffs) for tariffs in pack.tariffs.values()),
        "sources": len(pack.sources),
        "first_month": str(pack.valid_from),
        "last_index_month": str(pack.index.last),
    }


def _content_words(pack: BasketPack) -> list[str]:
    content = _content(pack)
    words = _("{title}, version {version}: {items} items, {tariffs} tariffs, {sources} sources; index to {last}.")
    title = pack.title.get(language(), pack.title["fr"])
    return [
        words.format(title=title, last=content["last_index_month"], **{k: content[k] for k in _NUMBERS}),
        _("Fingerprint: {fingerprint}").format(fingerprint=pack.fingerprint),
    ]


_NUMBERS = ("version", "items", "tariffs", "sources")


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

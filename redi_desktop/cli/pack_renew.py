"""``redi-desktop pack price-index|reprice|amount|pivots``: a new month, prices or legal amounts give a new version."""

from __future__ import annotations

import argparse
import csv
import io
from decimal import Decimal
from pathlib import Path
from typing import Any

from redi_desktop.cli import file_input
from redi_desktop.cli.output import place_of, show
from redi_desktop.cli.pack_writing import write_changed
from redi_desktop.engine.index_rule import Crossing, crossings, next_pivot, smoothed_values
from redi_desktop.engine.indexed_amounts import Proposed, proposed_amounts
from redi_desktop.engine.months import Month
from redi_desktop.errors import ParameterError
from redi_desktop.formatting import date_short, month_long, number
from redi_desktop.i18n import gettext as _
from redi_desktop.packs import repricing
from redi_desktop.packs.basket_rows import HEALTH
from redi_desktop.packs.baskets import INDEX, load_baskets
from redi_desktop.packs.draft import read_draft
from redi_desktop.packs.files_given import read_sheet
from redi_desktop.packs.kinds import BASKETS, LEGAL, PackKind, kind_of
from redi_desktop.packs.legal import AMOUNTS, load_legal
from redi_desktop.packs.places import PackPlace
from redi_desktop.packs.table import Row, read_table

PRICE_COLUMNS = ("item_id", "unit_price", "month", "source_id", "provenance", "note")


def price_index(arguments: argparse.Namespace) -> int:
    """Add a month of the price index."""
    old = read_draft(_of_kind(arguments.pack, BASKETS))
    cpi, health = (_number(arguments, name) for name in ("cpi", "health"))
    if cpi is None and health is None:
        raise ParameterError("pack_number_bad", field="--cpi", file="--cpi", line=1, column="--cpi", value="")
    added = repricing.IndexMonth(_month(arguments.month), cpi, health, arguments.source)
    return write_changed(repricing.with_index_month(old, added), old, arguments)


def reprice(arguments: argparse.Namespace) -> int:
    """Take new prices from a table."""
    old = read_draft(_of_kind(arguments.pack, BASKETS))
    rows = read_table(arguments.prices.name, _with_all_columns(read_sheet(arguments.prices)), PRICE_COLUMNS)
    return write_changed(repricing.repriced(old, [_new_price(row) for row in rows]), old, arguments)


def amount(arguments: argparse.Namespace) -> int:
    """Add or confirm a legal amount."""
    place = _of_kind(arguments.pack, LEGAL)
    old, tables = read_draft(place), load_legal(place)
    day, value = file_input.day(arguments.day), _number(arguments, "value")
    dated = tables.values.get(arguments.id, ())
    if day is None or not dated:
        place_named = {"file": AMOUNTS, "value": arguments.id}
        raise ParameterError("pack_value_missing", field=f"{AMOUNTS}:{arguments.id}", **place_named)
    return write_changed(repricing.with_seen_amount(old, dated, day, value, arguments.source_url), old, arguments)


def pivots(arguments: argparse.Namespace) -> int:
    """Say which pivots were crossed and which legal amounts follow; write them where asked."""
    pack, place = load_baskets(_of_kind(arguments.pack, BASKETS)), _of_kind(arguments.tables, LEGAL)
    if pack.health_index is None:
        series, base = HEALTH
        raise ParameterError("pack_index_missing", field=INDEX, file=INDEX, series=series, base=base)
    tables, found = load_legal(place), crossings(pack.health_index)
    proposed = proposed_amounts(tables, found)
    if arguments.out is not None:
        old = read_draft(place)
        return write_changed(repricing.with_proposed(old, proposed), old, arguments)
    last, following = smoothed_values(pack.health_index)[-1], next_pivot(pack.health_index)
    data = {
        "format": "redi-pivots/1",
        "last_month": str(last.month),
        "smoothed": str(last.value),
        "next_pivot": str(following),
        "crossings": [_crossing(one) for one in found],
        "proposed": [_proposed(one) for one in proposed],
    }
    words = [
        *(_crossing_words(one) for one in found[-4:]),
        _("Smoothed health index of {month}: {value}; the next pivot is {pivot}.").format(
            month=month_long(last.month.first_day()), value=number(last.value), pivot=number(following)
        ),
        *_proposed_words(proposed),
    ]
    show(data, arguments.format, words)
    return 0


COMMANDS = {"price-index": price_index, "reprice": reprice, "amount": amount, "pivots": pivots}


def _of_kind(path: Path, kind: PackKind) -> PackPlace:
    place = place_of(path)
    found = kind_of(place)
    if found.format != kind.format:
        raise ParameterError("pack_kind_unfit", field=str(path), expected=kind.format.name, found=found.format.name)
    return place


def _number(arguments: argparse.Namespace, name: str) -> Decimal | None:
    written = getattr(arguments, name)
    return None if written is None else _row(f"--{name}", written).decimal(f"--{name}")


def _month(written: str) -> Month:
    return _row("--month", written).month("--month")


def _row(option: str, written: str) -> Row:
    """An option read as strictly as a cell of a table."""
    return Row(option, 1, {option: written})


def _with_all_columns(content: bytes) -> bytes:
    """A table of prices with the columns that may be left out."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    missing = [column for column in PRICE_COLUMNS[4:] if rows and column not in rows[0]]
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(
        [*row, *(missing if number == 0 else [""] * len(missing))] for number, row in enumerate(rows)
    )
    return text.getvalue().encode()


def _new_price(row: Row) -> repricing.NewPrice:
    return repricing.NewPrice(
        item_id=row.identifier("item_id"),
        unit_price=row.decimal("unit_price"),
        month=row.month("month"),
        source_id=row.required("source_id"),
        provenance=row.text("provenance"),
        note=row.text("note"),
    )


def _crossing(one: Crossing) -> dict[str, str]:
    return {
        "pivot": str(one.pivot),
        "reached_in": str(one.reached.month),
        "smoothed": str(one.reached.value),
        "benefits_from": str(one.benefits_from),
        "coefficient": str(one.coefficient),
    }


def _proposed(one: Proposed) -> dict[str, Any]:
    return {
        "id": one.value.id,
        "valid_from": one.value.valid_from.isoformat(),
        "value": str(one.value.value),
        "before": str(one.before.value),
        "status": one.value.status.value,
        "doubts": list(one.value.doubts),
        "note": one.value.note,
    }


def _crossing_words(one: Crossing) -> str:
    return _("Pivot {pivot} reached in {month} ({value}): benefits 2 % higher from {first_month}.").format(
        pivot=number(one.pivot),
        month=month_long(one.reached.month.first_day()),
        value=number(one.reached.value),
        first_month=month_long(one.benefits_from.first_day()),
    )


def _proposed_words(proposed: tuple[Proposed, ...]) -> list[str]:
    if not proposed:
        return [_("The legal amounts have followed every pivot.")]
    head = _("Computed, to be confirmed by somebody who sees them published:")
    line = _("- {id} from {date}: {before} > {value}")
    return [
        head,
        *(
            line.format(
                id=one.value.id,
                date=date_short(one.value.valid_from),
                before=number(one.before.value),
                value=number(one.value.value),
            )
            for one in proposed
        ),
    ]

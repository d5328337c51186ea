"""Ways to spoil the tables of a pack: wrong cells, rows and columns, sealed again as if they were right.

A way takes the files of a sound pack and chance, and gives the content of a ``.redipack`` file that must be refused:
its checksums fit, so that nothing but the strictness of the loader finds the fault. A way that the pack gives no hold
to raises :class:`NoHold`.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable, Mapping
from random import Random
from typing import NamedTuple

from redi_desktop.packs.archive import MANIFEST, archived
from redi_desktop.packs.draft import table_text
from redi_desktop.packs.forms import TableForm, choices

Files = Mapping[str, bytes]
Rows = list[dict[str, str]]


class Sound(NamedTuple):
    """A pack with nothing wrong, the forms of its tables, and chance."""

    files: Files
    forms: tuple[TableForm, ...]
    chance: Random


Way = Callable[[Sound], bytes]
NOT_NUMBERS = ("abc", "1,5", "NaN", "Infinity", "1e5", "0x10", "--1", "١٢", "1.2.3", "½", "1 000")
NOT_DAYS = ("2026-02-30", "2026-13-01", "01/02/2026", "yesterday", "20260201")
NOT_MONTHS = ("2026-13", "2026-00", "2026", "05-2026", "2026-5", "２０２６-05", "soon", "2026-05-01x", "9" * 50)


class NoHold(Exception):
    """This pack has nothing that can be spoilt in this way."""


def sealed(files: Files) -> dict[str, bytes]:
    """The files with the checksums of what they hold now."""
    manifest = files[MANIFEST].decode()
    for name, content in files.items():
        checksum = hashlib.sha256(content).hexdigest()
        manifest = re.sub(rf'"{re.escape(name)}" = "[0-9a-f]*"', f'"{name}" = "{checksum}"', manifest)
    return {**files, MANIFEST: manifest.encode()}


def rows_of(files: Files, form: TableForm) -> Rows:
    """The rows of a table."""
    return list(csv.DictReader(io.StringIO(files[form.file].decode())))


def _with_rows(files: Files, form: TableForm, rows: Rows) -> bytes:
    return archived(sealed({**files, form.file: table_text(form.columns, rows).encode()}))


def _cell(pack: Sound, columns: str, bad: tuple[str, ...]) -> bytes:
    """One cell of a kind of columns that is filled in, with something that it cannot hold."""
    places = [(form, column) for form in pack.forms for column in sorted(getattr(form, columns))]
    pack.chance.shuffle(places)
    for form, column in places:
        rows = rows_of(pack.files, form)
        filled = [number for number, row in enumerate(rows) if row[column]]
        if filled:
            rows[pack.chance.choice(filled)][column] = pack.chance.choice(bad)
            return _with_rows(pack.files, form, rows)
    raise NoHold(columns)


def wrong_number(pack: Sound) -> bytes:
    """A text where a number must stand."""
    return _cell(pack, "numbers", NOT_NUMBERS)


def huge_number(pack: Sound) -> bytes:
    """A number with more digits than anything costs."""
    return _cell(pack, "numbers", ("9" * pack.chance.randint(10, 5000), "1e999999999", "0." + "1" * 5000))


def wrong_month(pack: Sound) -> bytes:
    """A month that is none."""
    return _cell(pack, "months", NOT_MONTHS)


def wrong_day(pack: Sound) -> bytes:
    """A day that is none; sources may say when they were read in words, so theirs are left alone."""
    dated = tuple(form for form in pack.forms if form.file != "sources.csv")
    return _cell(pack._replace(forms=dated), "days", NOT_DAYS)


def key_emptied(pack: Sound) -> bytes:
    """A row without what names it."""
    return _cell(pack, "key", ("", "   "))


def unknown_value(pack: Sound) -> bytes:
    """A word that is not on the list."""
    listed = [(form, column) for form in pack.forms for column in form.columns if choices(form, column)]
    if not listed:
        raise NoHold("choices")
    form, column = pack.chance.choice(listed)
    rows = rows_of(pack.files, form)
    pack.chance.choice(rows)[column] = pack.chance.choice(("no_such_thing", "FOOD", "any,any", "\u202efood"))
    return _with_rows(pack.files, form, rows)


def row_twice(pack: Sound) -> bytes:
    """A row that stands twice."""
    form = pack.chance.choice([form for form in pack.forms if rows_of(pack.files, form)])
    rows = rows_of(pack.files, form)
    return _with_rows(pack.files, form, [*rows, pack.chance.choice(rows)])


def dates_swapped(pack: Sound) -> bytes:
    """Two dated values of one thing in each other's place."""
    for form in pack.chance.sample(pack.forms, len(pack.forms)):
        name = [column for column in form.key if column != form.dated]
        rows = rows_of(pack.files, form) if form.dated else []
        pairs = [n for n in range(1, len(rows)) if all(rows[n][part] == rows[n - 1][part] for part in name)]
        if pairs:
            place = pack.chance.choice(pairs)
            earlier, later = rows[place - 1], rows[place]
            earlier[form.dated], later[form.dated] = later[form.dated], earlier[form.dated]
            return _with_rows(pack.files, form, rows)
    raise NoHold("dated values")


def month_missing(pack: Sound) -> bytes:
    """A gap in an index."""
    indices = [form for form in pack.forms if form.value == "index"]
    if not indices:
        raise NoHold("index")
    rows = rows_of(pack.files, indices[0])
    return _with_rows(pack.files, indices[0], rows[: (gap := pack.chance.randint(1, 60))] + rows[gap + 1 :])


def source_unknown(pack: Sound) -> bytes:
    """A source that is not listed."""
    naming = [form for form in pack.forms if "source_id" in form.columns and form.file != "sources.csv"]
    if not naming:
        raise NoHold("sources")
    form = pack.chance.choice(naming)
    rows = rows_of(pack.files, form)
    pack.chance.choice(rows)["source_id"] = "NOBODY"
    return _with_rows(pack.files, form, rows)


def condition_unknown(pack: Sound) -> bytes:
    """A condition that asks for what is not known."""
    asking = [form for form in pack.forms if "condition" in form.columns and form.file in ("items.csv", "rights.csv")]
    if not asking:
        raise NoHold("conditions")
    rows = rows_of(pack.files, asking[0])
    bad = ("bimm", "bim&", "bedrooms>=many", "((((", "__import__('os')")
    pack.chance.choice(rows)["condition"] = pack.chance.choice(bad)
    return _with_rows(pack.files, asking[0], rows)


def column_changed(pack: Sound) -> bytes:
    """A column too many, too few, twice, or misspelt."""
    form = pack.chance.choice(pack.forms)
    lines = pack.files[form.file].decode().split("\n")
    header = lines[0].split(",")
    place = pack.chance.randrange(len(header))
    change = pack.chance.choice(("drop", "twice", "misspell", "add"))
    if change == "drop":
        header.pop(place)
    elif change == "twice":
        header[place] = header[place - 1]
    elif change == "misspell":
        header[place] += "s"
    else:
        header.append("colour")
    return archived(sealed({**pack.files, form.file: "\n".join([",".join(header), *lines[1:]]).encode()}))


def row_cut(pack: Sound) -> bytes:
    """A row with a cell too few or too many."""
    form = pack.chance.choice([form for form in pack.forms if rows_of(pack.files, form)])
    text = io.StringIO()
    rows = list(csv.reader(io.StringIO(pack.files[form.file].decode())))
    row = rows[pack.chance.randrange(1, len(rows))]
    if pack.chance.random() < 0.5:
        row.pop()
    else:
        row.append("x")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return archived(sealed({**pack.files, form.file: text.getvalue().encode()}))


def text_spoilt(pack: Sound) -> bytes:
    """Bytes that are no text, a quote that is never closed, nothing at all."""
    form = pack.chance.choice(pack.forms)
    content = pack.files[form.file]
    middle = pack.chance.randrange(len(content) // 2, len(content))
    spoilt = pack.chance.choice(
        (content[:middle] + b"\xff\xfe" + content[middle:], content + b'"half a row', b"", b"\n", b"\x00" * 200)
    )
    return archived(sealed({**pack.files, form.file: spoilt}))


WAYS: tuple[Way, ...] = (
    *(wrong_number, huge_number, wrong_month, wrong_day, key_emptied, unknown_value, row_twice, dates_swapped),
    *(month_missing, source_unknown, condition_unknown, column_changed, row_cut, text_spoilt),
)
"""Every way to spoil a table."""

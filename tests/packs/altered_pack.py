"""The embedded pack held in memory, to be spoilt one cell at a time and sealed again."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from redi_desktop.errors import ParameterError
from redi_desktop.packs.embedded import OPEN_BASKETS
from redi_desktop.packs.manifest import FILE
from redi_desktop.paths import resource

Files = dict[str, bytes]
Fault = Callable[[Files], Files]
Table = list[list[str]]


@cache
def _embedded() -> tuple[tuple[str, bytes], ...]:
    folder: Path = resource("parameters", OPEN_BASKETS)
    paths = (path for path in sorted(folder.iterdir()) if path.suffix in (".csv", ".toml"))
    return tuple((path.name, path.read_bytes()) for path in paths)


def whole() -> Files:
    """The files of the pack, as they are."""
    return dict(_embedded())


class MemoryPlace:
    """A pack that stands nowhere but in memory."""

    def __init__(self, files: Files) -> None:
        self.files = files

    def read(self, name: str) -> bytes:
        """The content of a file."""
        if name not in self.files:
            raise ParameterError("pack_file_missing", field=name)
        return self.files[name]


def sealed(files: Files) -> Files:
    """The pack with the checksums of what it holds now."""
    manifest = files[FILE].decode()
    for name, content in files.items():
        checksum = hashlib.sha256(content).hexdigest()
        manifest = re.sub(rf'"{re.escape(name)}" = "[0-9a-f]*"', f'"{name}" = "{checksum}"', manifest)
    return files | {FILE: manifest.encode()}


def rows_of(content: bytes) -> Table:
    """A CSV table as a list of rows, the header first."""
    return list(csv.reader(io.StringIO(content.decode())))


def table_changed(name: str, change: Callable[[Table], Table]) -> Fault:
    """A fault in a table whose checksum is right all the same."""

    def apply(files: Files) -> Files:
        written = io.StringIO()
        csv.writer(written, lineterminator="\n").writerows(change(rows_of(files[name])))
        return sealed(files | {name: written.getvalue().encode()})

    return apply


def cell(name: str, line: int, column: str, written: str) -> Fault:
    """One cell holds something else; the header is line 1."""

    def change(table: Table) -> Table:
        table[line - 1][table[0].index(column)] = written
        return table

    return table_changed(name, change)


def manifest_changed(old: str, new: str) -> Fault:
    """Another text in ``pack.toml``."""

    def apply(files: Files) -> Files:
        manifest = files[FILE].decode()
        assert old in manifest
        return files | {FILE: manifest.replace(old, new, 1).encode()}

    return apply


def line_of(name: str, **cells: str) -> int:
    """The first line of a table whose cells are these."""
    header, *rows = rows_of(whole()[name])
    for line, row in enumerate(rows, 2):
        if all(row[header.index(column)] == written for column, written in cells.items()):
            return line
    raise LookupError(cells)


def without_column(name: str, column: str) -> Fault:
    """A table lacks a column."""

    def change(table: Table) -> Table:
        place = table[0].index(column)
        return [row[:place] + row[place + 1 :] for row in table]

    return table_changed(name, change)

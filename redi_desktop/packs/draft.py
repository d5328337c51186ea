"""A pack being read as tables or written anew: every cell as text, nothing sealed yet.

A draft never changes; an operation gives another one (:mod:`redi_desktop.packs.editing`). :func:`sealed` makes it a
pack again: checksums, manifest, and the loader's whole strictness.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from redi_desktop.packs.archive import MANIFEST, README
from redi_desktop.packs.forms import FORMS, TableForm
from redi_desktop.packs.kinds import FilesInMemory, PackKind, kind_of
from redi_desktop.packs.manifest import Manifest, read_checked, read_manifest
from redi_desktop.packs.places import PackPlace, companion
from redi_desktop.packs.table import read_table
from redi_desktop.packs.toml_text import Plain, table

Cells = Mapping[str, str]


class Head(NamedTuple):
    """What a manifest says besides the checksums; ``regions`` only where the format has them."""

    id: str
    version: str
    title: Mapping[str, str]
    method: Mapping[str, str]
    licence: str
    regions: tuple[str, ...]
    valid_from: str
    valid_until: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A pack as its head and tables; ``tables`` by file name, each row a cell by column."""

    kind: PackKind
    head: Head
    tables: Mapping[str, tuple[Cells, ...]]
    readme: bytes = b""

    @property
    def forms(self) -> tuple[TableForm, ...]:
        """The form of each of its tables."""
        return FORMS[self.kind.format.name]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of all of its tables."""
        return tuple(column for form in self.forms for column in form.columns)


def read_draft(place: PackPlace) -> Draft:
    """A pack as tables, once it has loaded; raises :class:`ParameterError`."""
    kind = kind_of(place)
    kind.load(place)
    manifest = read_manifest(place, kind.files, kind.format)
    tables = {
        form.file: tuple(row.cells for row in read_table(form.file, _content(place, manifest, form), form.columns))
        for form in FORMS[kind.format.name]
    }
    return Draft(kind, _head(manifest), tables, _readme(place))


def sealed(draft: Draft) -> dict[str, bytes]:
    """The files of the pack that a draft stands for; raises :class:`ParameterError` where it is not one."""
    files = written_tables(draft)
    files[MANIFEST] = manifest_text(draft, files).encode()
    if draft.readme:
        files[README] = draft.readme
    draft.kind.load(FilesInMemory(files))
    return files


def written_tables(draft: Draft) -> dict[str, bytes]:
    """Each table as CSV, its columns in their order."""
    return {form.file: table_text(form.columns, draft.tables.get(form.file, ())).encode() for form in draft.forms}


def table_text(columns: tuple[str, ...], rows: Iterable[Cells]) -> str:
    """One table as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row.get(column, "") for column in columns] for row in rows)
    return text.getvalue()


def manifest_text(draft: Draft, files: Mapping[str, bytes]) -> str:
    """The manifest that vouches for these files."""
    head = draft.head
    top: dict[str, Plain] = {"format": draft.kind.format.name, "id": head.id, "version": head.version}
    top |= {"title": head.title, "licence": head.licence}
    if draft.kind.format.regional:
        top["regions"] = head.regions
    top["valid_from"] = head.valid_from
    if head.valid_until:
        top["valid_until"] = head.valid_until
    sums = {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(draft.kind.files)}
    return "\n".join((table("", top), table("method", dict(head.method)), table("files", dict(sums))))


def _head(manifest: Manifest) -> Head:
    until = manifest.valid_until
    return Head(
        id=manifest.id,
        version=manifest.version,
        title=manifest.title,
        method=manifest.method,
        licence=manifest.licence,
        regions=tuple(sorted(manifest.regions)),
        valid_from=str(manifest.valid_from),
        valid_until=str(until) if until else "",
    )


def _content(place: PackPlace, manifest: Manifest, form: TableForm) -> bytes:
    return read_checked(place, manifest, form.file)


def _readme(place: PackPlace) -> bytes:
    return companion(place, README) or b""

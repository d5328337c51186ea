"""The three kinds of pack in one list: baskets, legal tables, rights; and a pack as all of its files."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from typing import NamedTuple

from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.engine.rights.pack import RightsPack
from redi_desktop.errors import ParameterError
from redi_desktop.packs import baskets, legal, manifest, rights
from redi_desktop.packs.archive import COMPANIONS, LINES, MANIFEST, archived
from redi_desktop.packs.lines import line_digests
from redi_desktop.packs.manifest import PackFormat
from redi_desktop.packs.places import PackPlace, companion

AnyPack = BasketPack | LegalTables | RightsPack


class PackKind(NamedTuple):
    """A kind of pack: its format, the files it must have, and how it is loaded."""

    format: PackFormat
    files: tuple[str, ...]
    load: Callable[[PackPlace], AnyPack]


BASKETS = PackKind(manifest.BASKETS, baskets.FILES, baskets.load_baskets)
LEGAL = PackKind(manifest.LEGAL, legal.FILES, legal.load_legal)
RIGHTS = PackKind(manifest.RIGHTS, rights.FILES, rights.load_rights)
KINDS: Mapping[str, PackKind] = {kind.format.name: kind for kind in (BASKETS, LEGAL, RIGHTS)}


class FilesInMemory:
    """A pack as files that stand nowhere but in memory; a :class:`PackPlace`."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files

    def read(self, name: str) -> bytes:
        """The content of one file."""
        if name not in self.files:
            raise ParameterError("pack_file_missing", field=name)
        return self.files[name]


def kind_of(place: PackPlace) -> PackKind:
    """Which kind of pack stands there; raises :class:`ParameterError` where its manifest does not say."""
    try:
        found = tomllib.loads(place.read(MANIFEST).decode("utf-8")).get("format")
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ParameterError("pack_manifest_unreadable", field=MANIFEST, detail=str(error)) from error
    kind = KINDS.get(str(found))
    if kind is None:
        expected = ", ".join(KINDS)
        raise ParameterError(
            "pack_format_unknown", field=f"{MANIFEST}:format", file=MANIFEST, found=found, expected=expected
        )
    return kind


def load_any(place: PackPlace) -> AnyPack:
    """Read, check and hold a pack of whichever kind it is; raises :class:`ParameterError`."""
    return kind_of(place).load(place)


def files_of(place: PackPlace) -> dict[str, bytes]:
    """All the files of a pack, as they are: the manifest, what it vouches for, and the companions that are there."""
    found = {name: place.read(name) for name in (MANIFEST, *kind_of(place).files)}
    companions = ((name, companion(place, name)) for name in COMPANIONS)
    return found | {name: content for name, content in companions if content is not None}


def packed(place: PackPlace) -> bytes:
    """The content of a pack's ``.redipack`` file, loaded to prove it; raises :class:`ParameterError`."""
    kind = kind_of(place)
    kind.load(place)
    files = files_of(place)
    return archived(files | {LINES: line_digests({name: files[name] for name in kind.files})})

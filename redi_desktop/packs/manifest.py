"""``pack.toml``: what a pack is called, what it covers, how it was made, and the checksum of each of its files."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, NoReturn

from redi_desktop.engine.dated_pack import DatedPack
from redi_desktop.engine.household import Region
from redi_desktop.engine.months import Month
from redi_desktop.errors import ParameterError
from redi_desktop.packs.archive import LINES, MANIFEST, SIGNATURE
from redi_desktop.packs.lines import first_altered_line
from redi_desktop.packs.places import PackPlace, companion
from redi_desktop.packs.table import Row, read_table

FILE = MANIFEST
LANGUAGES = ("fr", "nl")
_KEYS = ("format", "id", "version", "title", "method", "licence", "valid_from", "valid_until", "files")
_OPTIONAL = frozenset({"valid_until"})
_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{0,63}\Z", re.ASCII)
_CHECKSUM = re.compile(r"[0-9a-f]{64}\Z", re.ASCII)


class PackFormat(NamedTuple):
    """A kind of pack: the name of its format, and whether it says which regions it covers."""

    name: str
    regional: bool

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that its manifest may have."""
        return (*_KEYS, "regions") if self.regional else _KEYS


BASKETS = PackFormat("redi-baskets/1", regional=True)
LEGAL = PackFormat("redi-legal/1", regional=False)
RIGHTS = PackFormat("redi-rights/1", regional=False)


@dataclass(frozen=True, eq=False, kw_only=True)
class Manifest(DatedPack):
    """What ``pack.toml`` says, checked, with the checksum of each file; no ``regions`` where the format has none."""

    regions: frozenset[Region]
    checksums: Mapping[str, str]


def read_manifest(place: PackPlace, files: Sequence[str], pack_format: PackFormat = BASKETS) -> Manifest:
    """Read and check ``pack.toml``; raises :class:`ParameterError` naming the key.

    A signature that does not fit the manifest is refused here, so that no pack is read over it.
    """
    content = place.read(FILE)
    data = _parse(content)
    _check_signature(place, content)
    _check_keys(data, pack_format)
    first, last = _month(data, "valid_from"), _month(data, "valid_until") if "valid_until" in data else None
    if last is not None and last < first:
        _refuse("valid_until", "pack_dates_swapped")
    return Manifest(
        id=_name(data, "id"),
        version=_name(data, "version"),
        title=_both_languages(data, "title"),
        method=_both_languages(data, "method"),
        licence=_text(data["licence"], "licence"),
        regions=_regions(data) if pack_format.regional else frozenset(),
        valid_from=first,
        valid_until=last,
        checksums=_checksums(data, files),
        fingerprint=hashlib.sha256(content).hexdigest(),
    )


def read_checked(place: PackPlace, manifest: Manifest, name: str) -> bytes:
    """A file of the pack, refused when it is not the one the manifest vouches for."""
    content = place.read(name)
    found = hashlib.sha256(content).hexdigest()
    if found != manifest.checksums[name]:
        digests = companion(place, LINES) or b""
        line = first_altered_line(digests, name, manifest.checksums[name], content)
        if line is not None:
            raise ParameterError("pack_line_altered", field=f"{name}:{line}", file=name, line=line)
        raise ParameterError("pack_file_altered", field=name, file=name, found=found[:12])
    return content


def read_rows(
    place: PackPlace, manifest: Manifest, name: str, columns: Sequence[str], *, may_be_empty: bool = False
) -> list[Row]:
    """The rows of a table of the pack that the manifest vouches for."""
    rows = list(read_table(name, read_checked(place, manifest, name), columns))
    if not rows and not may_be_empty:
        raise ParameterError("pack_table_empty", field=name, file=name)
    return rows


def _check_signature(place: PackPlace, content: bytes) -> None:
    signature = companion(place, SIGNATURE)
    if signature is not None:
        from redi_desktop.packs.signature import verified  # most packs are unsigned and need no cryptography

        verified(signature, content)


def _refuse(key: str, code: str, **values: object) -> NoReturn:
    raise ParameterError(code, field=f"{FILE}:{key}", file=FILE, key=key, **values)


def _parse(content: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ParameterError("pack_manifest_unreadable", field=FILE, detail=str(error)) from error


def _check_keys(data: Mapping[str, Any], pack_format: PackFormat) -> None:
    found = data.get("format", pack_format.name)
    if found != pack_format.name:
        _refuse("format", "pack_format_unknown", found=found, expected=pack_format.name)
    for key in data:
        if key not in pack_format.keys:
            _refuse(key, "pack_key_unknown")
    for key in pack_format.keys:
        if key not in data and key not in _OPTIONAL:
            _refuse(key, "pack_key_missing")


def _text(value: object, key: str) -> str:
    if not isinstance(value, str) or not value.strip():
        _refuse(key, "pack_text_missing")
    return value.strip()


def _name(data: Mapping[str, Any], key: str) -> str:
    name = _text(data[key], key)
    if not _NAME.match(name):
        _refuse(key, "pack_identifier_bad", value=name)
    return name


def _month(data: Mapping[str, Any], key: str) -> Month:
    try:
        return Month.parse(_text(data[key], key))
    except ValueError:
        _refuse(key, "pack_month_bad", value=data[key])


def _both_languages(data: Mapping[str, Any], key: str) -> dict[str, str]:
    texts = data[key]
    if not isinstance(texts, dict) or set(texts) != set(LANGUAGES):
        _refuse(key, "pack_languages_missing", languages=", ".join(LANGUAGES))
    return {language: _text(texts[language], f"{key}.{language}") for language in LANGUAGES}


def _regions(data: Mapping[str, Any]) -> frozenset[Region]:
    listed = data["regions"]
    if not isinstance(listed, list) or not listed:
        _refuse("regions", "pack_text_missing")
    try:
        return frozenset(Region(region) for region in listed)
    except ValueError:
        _refuse("regions", "pack_value_unknown", known=", ".join(Region), value=", ".join(map(str, listed)))


def _checksums(data: Mapping[str, Any], files: Sequence[str]) -> dict[str, str]:
    listed = data["files"]
    if not isinstance(listed, dict) or set(listed) != set(files):
        _refuse("files", "pack_files_differ", expected=", ".join(files))
    for name, checksum in listed.items():
        if not isinstance(checksum, str) or not _CHECKSUM.match(checksum):
            _refuse(f"files.{name}", "pack_checksum_bad")
    return dict(listed)

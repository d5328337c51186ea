"""Public JSON forms read strictly into frozen dataclasses, and written with nothing but what was said.

Amounts are strings (``"650.00"``), dates ``YYYY-MM-DD``. A key that is not known, a key that stands twice and a
number in disguise are errors that name their place.
"""

from __future__ import annotations

import dataclasses
import json
import re
import types
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from redi_desktop.casefile.misread import misread
from redi_desktop.errors import CaseError

T = TypeVar("T")
LARGEST_BYTES = 5_000_000
_PLAIN_NUMBER = re.compile(r"-?\d{1,28}(\.\d{1,60})?", re.ASCII)


class _Number(str):
    """A number of the file that JSON would have made a float of, kept as it was written."""

    __slots__ = ()


def parse(content: bytes | str, *, too_large: str, not_an_object: str) -> dict[str, Any]:
    """The JSON object in ``content``; raises :class:`CaseError`, with the codes given where the form differs."""
    raw = content.encode() if isinstance(content, str) else content
    if len(raw) > LARGEST_BYTES:
        raise CaseError(too_large, bytes=len(raw))
    try:
        data = json.loads(raw, parse_float=_Number, parse_constant=_Number, object_pairs_hook=_no_repeated_key)
    except json.JSONDecodeError as error:
        raise CaseError("not_json_at", line=error.lineno, column=error.colno) from error
    except (ValueError, RecursionError) as error:
        raise CaseError("not_json") from error
    if not isinstance(data, dict):
        raise CaseError(not_an_object)
    return data


def convert(content: Mapping[str, Any], kind: type[T]) -> T:
    """Plain dictionaries as a dataclass; raises :class:`CaseError` naming the field that is wrong."""
    _refuse_unknown_keys(content, kind, "")
    _refuse_numbers_in_disguise(content, kind, "")
    try:
        return msgspec.convert(content, kind, str_keys=True)
    except msgspec.ValidationError as error:
        raise misread(content, kind, error, inner_types) from error


def said(value: Any) -> dict[str, Any]:
    """A dataclass as plain dictionaries: what equals its default is left out."""
    found = {}
    for entry in dataclasses.fields(value):
        content = getattr(value, entry.name)
        default = entry.default if entry.default is not dataclasses.MISSING else None
        if content is not None and content != default:
            found[entry.name] = _plain(content)
    return found


def written(data: Mapping[str, Any]) -> bytes:
    """Plain dictionaries as UTF-8 JSON, the same bytes each time."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return said(value)
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return format(value, "f") if value.is_finite() else str(value)
    return value.isoformat() if isinstance(value, date) else value


def _no_repeated_key(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise CaseError("key_repeated", field=next(key for key in keys if keys.count(key) > 1))
    return found


def _inner_type(hint: Any) -> Any:
    """The dataclass (or scalar) that a hint is about: of ``X | None`` and ``tuple[X, ...]`` it is X."""
    if get_origin(hint) in (Union, types.UnionType):
        return _inner_type(next(inner for inner in get_args(hint) if inner is not type(None)))
    return get_args(hint)[0] if get_origin(hint) is tuple else hint


@cache
def inner_types(kind: type) -> dict[str, Any]:
    """What each field of a dataclass is about; it follows from the type alone, and looking it up is slow."""
    return {name: _inner_type(hint) for name, hint in get_type_hints(kind).items()}


@cache
def _is_form(inner: Any) -> bool:
    """Whether a field holds a dataclass."""
    return isinstance(inner, type) and dataclasses.is_dataclass(inner)


@cache
def _known_keys(kind: type) -> frozenset[str]:
    return frozenset(entry.name for entry in dataclasses.fields(kind))


def _children(data: Mapping[str, Any], kind: type, place: str) -> Iterator[tuple[Any, Any, str]]:
    types_of = inner_types(kind)
    for key, value in data.items():
        inner, field = types_of[key], f"{place}{key}"
        rows = enumerate(value) if isinstance(value, list) else [(None, value)]
        for number, row in rows:
            yield inner, row, field if number is None else f"{field}[{number}]"


def _refuse_unknown_keys(data: Mapping[str, Any], kind: type, place: str) -> None:
    known = _known_keys(kind)
    for key in data:
        if key not in known:
            raise CaseError("key_unknown", field=f"{place}{key}")
    for inner, row, field in _children(data, kind, place):
        if isinstance(row, dict) and _is_form(inner):
            _refuse_unknown_keys(row, inner, f"{field}.")


def _refuse_numbers_in_disguise(data: Mapping[str, Any], kind: type, place: str) -> None:
    """An amount that is not a plain decimal number (NaN, 1e3, full-width digits, a truth value) names its field."""
    for inner, row, field in _children(data, kind, place):
        if isinstance(row, dict) and _is_form(inner):
            _refuse_numbers_in_disguise(row, inner, f"{field}.")
        elif inner is Decimal and row is not None and not _is_plain_number(row):
            raise CaseError("amount_not_a_number", field=field, value=str(row)[:40])
        elif inner is str and isinstance(row, str):
            _refuse_no_text(row, field)


def _refuse_no_text(row: str, field: str) -> None:
    if isinstance(row, _Number):
        raise CaseError("value_no_text", field=field, value=str(row)[:40])
    if not row.isascii() and any("\ud800" <= character <= "\udfff" for character in row):
        raise CaseError("character_not_storable", field=field)


def _is_plain_number(value: Any) -> bool:
    if isinstance(value, bool):
        return False
    return isinstance(value, int) or (isinstance(value, str) and _PLAIN_NUMBER.fullmatch(value) is not None)

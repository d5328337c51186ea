"""Which form a value should have had, told from the dataclass that a public JSON form is read into."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import Any

import msgspec

from redi_desktop.errors import CaseError

_PLACE = re.compile(r"- at `\$\.?([^`]*)`")
_MISSING = re.compile(r"missing required field `(\w+)`")
_SHAPE = re.compile(r"^Expected `(array|object)`")
_SHAPES = {"array": "value_no_list", "object": "value_no_object"}
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_LONGEST_SHOWN = 40
_CODES: dict[type, str] = {
    date: "value_no_date",
    bool: "value_no_truth",
    int: "value_no_whole_number",
    str: "value_no_text",
}
TypesOf = Callable[[type], Mapping[str, Any]]
"""What each field of a dataclass is about."""


def misread(content: Mapping[str, Any], kind: type, error: msgspec.ValidationError, types_of: TypesOf) -> CaseError:
    """The error for the user: the field, what stands there, and what could stand there."""
    found = _PLACE.search(str(error))
    place = found[1] if found else ""
    missing = _MISSING.search(str(error))
    if missing:
        return CaseError("key_missing", field=f"{place}.{missing[1]}" if place else missing[1])
    value, about = _at(content, kind, place, types_of)
    shape = _SHAPE.search(str(error))
    code = _SHAPES[shape[1]] if shape else _CODES.get(about, "value_not_understood")
    if shape is None and isinstance(about, type) and issubclass(about, Enum):
        allowed = ", ".join(str(member.value) for member in about)
        return CaseError("value_not_in_list", field=place, value=str(value)[:_LONGEST_SHOWN], allowed=allowed)
    return CaseError(code, field=place, value=str(value)[:_LONGEST_SHOWN])


def _at(content: Mapping[str, Any], kind: Any, place: str, types_of: TypesOf) -> tuple[Any, Any]:
    """The value at a place, and what it is about; of a list, what its rows are about."""
    value: Any = content
    for name, number in _STEP.findall(place):
        if number:
            value = value[int(number)] if isinstance(value, list) else value
        else:
            kind = types_of(kind).get(name) if isinstance(kind, type) and dataclasses.is_dataclass(kind) else None
            value = value.get(name) if isinstance(value, dict) else None
    return value, kind

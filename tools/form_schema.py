"""JSON Schemas of the public forms: from the dataclasses that are read, and from the places of what is written."""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from tools.result_places import Place

DIALECT = "https://json-schema.org/draft/2020-12/schema"
EXPLANATION = "redi-explanation-1.schema.json"
READ_AMOUNT = {"type": ["string", "integer"], "pattern": r"^-?\d{1,28}(\.\d{1,60})?$"}
_SIMPLE: dict[Any, dict[str, Any]] = {
    Decimal: READ_AMOUNT,
    date: {"type": "string", "format": "date"},
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
}
_KINDS: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "amount": {"type": "string", "pattern": r"^-?\d+\.\d{2}$"},
    "date": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    "whole number": {"type": "integer"},
    "true or false": {"type": "boolean"},
    "nothing": {"type": "null"},
    "explanation": {"$ref": EXPLANATION},
    "anything": {},
    "object": {"type": "object", "properties": {}, "required": [], "additionalProperties": False},
    "list": {"type": "array", "items": {}},
}


# What is read: dataclasses --------------------------------------------------------------------------------------------


def parts_of(kind: type) -> Iterator[type]:
    """The dataclass and every dataclass within it, each once, outermost first."""
    seen: list[type] = []
    waiting = [kind]
    while waiting:
        current = waiting.pop(0)
        if current in seen:
            continue
        seen.append(current)
        hints = get_type_hints(current)
        inner = (bare(hints[entry.name]) for entry in dataclasses.fields(current))
        waiting += [one for one in inner if dataclasses.is_dataclass(one) and isinstance(one, type)]
    yield from seen


def bare(hint: Any) -> Any:
    """What a hint is about: of ``X | None`` and ``tuple[X, ...]`` it is X."""
    if get_origin(hint) in (Union, types.UnionType):
        return bare(next(one for one in get_args(hint) if one is not type(None)))
    return get_args(hint)[0] if is_list(hint) else hint


def is_list(hint: Any) -> bool:
    """Whether a hint is a tuple of any length, which is a list in JSON."""
    return get_origin(hint) is tuple


def schema_of_type(kind: type, form: str) -> str:
    """The JSON Schema of a form that is read into a dataclass."""
    top, *inner = parts_of(kind)
    whole = _object(top)
    whole["properties"] = {"format": {"const": form}, "expected": {"type": "object"}, **whole["properties"]}
    whole["required"] = ["format", *whole["required"]]
    return written({**_head(form), **whole, "$defs": {one.__name__: _object(one) for one in inner}})


def _object(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    entries = dataclasses.fields(kind)
    needed = (entry for entry in entries if entry.default is dataclasses.MISSING is entry.default_factory)
    return {
        "type": "object",
        "description": " ".join(str(kind.__doc__).split()),
        "properties": {entry.name: _of_hint(hints[entry.name]) for entry in entries},
        "required": [entry.name for entry in needed],
        "additionalProperties": False,
    }


def _of_hint(hint: Any) -> dict[str, Any]:
    inner = bare(hint)
    schema: dict[str, Any]
    if isinstance(inner, type) and issubclass(inner, Enum):
        schema = {"enum": [member.value for member in inner]}
    elif dataclasses.is_dataclass(inner) and isinstance(inner, type):
        schema = {"$ref": f"#/$defs/{inner.__name__}"}
    else:
        schema = _SIMPLE[inner]
    if is_list(hint):
        return {"type": "array", "items": schema}
    return {"anyOf": [schema, {"type": "null"}]} if type(None) in get_args(hint) else schema


# What is written: places ----------------------------------------------------------------------------------------------


def schema_of_places(places: Sequence[Place], form: str) -> str:
    """The JSON Schema of a form that is written; every place is one step below a place that stands before it."""
    whole = _of_kind("object")
    for place, kinds, meaning in places:
        schema = {"description": meaning, **_of_kinds(kinds)}
        _put(whole, place, schema)
    whole["properties"]["format"] = {"const": form}
    return written({**_head(form), **whole})


def _of_kinds(kinds: str) -> dict[str, Any]:
    names = kinds.split(" or ") if kinds not in _KINDS else [kinds]
    schemas = [_of_kind(name) for name in names]
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}


def _of_kind(name: str) -> dict[str, Any]:
    copied: dict[str, Any] = json.loads(json.dumps(_KINDS[name]))
    return copied


def _put(whole: dict[str, Any], place: str, schema: dict[str, Any]) -> None:
    above, step = _above(place)
    holder = _at(whole, above)
    if step == "[]":
        holder["items"] = schema
    elif step == "*":
        holder["additionalProperties"] = schema
    else:
        name = step.removesuffix("?")
        holder["properties"][name] = schema
        if name == step:
            holder["required"].append(name)


def _above(place: str) -> tuple[list[str], str]:
    steps = place.replace("[]", ".[]").split(".")
    return steps[:-1], steps[-1]


def _at(whole: dict[str, Any], steps: list[str]) -> dict[str, Any]:
    found = whole
    for step in steps:
        inner = {"[]": "items", "*": "additionalProperties"}.get(step)
        found = found[inner] if inner else found["properties"][step]
        found = next((one for one in found.get("anyOf", [found]) if one.get("type") in ("object", "array")), found)
        if not found:  # a row of a list is an object where something stands in it
            found.update(_of_kind("object"))
    return found


def explanation_schema(form: str, rules: Sequence[str]) -> str:
    """The JSON Schema of a node of an explanation."""
    node = {
        "type": "object",
        "properties": {
            "rule": {"enum": list(rules)},
            "amount": {"type": "string", "pattern": r"^-?\d+(\.\d+)?(E[+-]?\d+)?$"},
            "values": {"type": "object"},
            "parts": {"type": "array", "items": {"$ref": "#"}},
        },
        "required": ["rule"],
        "additionalProperties": False,
    }
    return written({**_head(form), "$id": EXPLANATION, **node})


def _head(form: str) -> dict[str, Any]:
    return {"$schema": DIALECT, "title": form}


def written(schema: dict[str, Any]) -> str:
    """The same text each time."""
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"

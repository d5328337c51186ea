"""The public form of a case, written down from its types: ``docs/case-format.md`` and a JSON Schema.

Run as ``python -m tools.case_format write|check``; ``check`` fails where the files differ from the types.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import types
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from redi_desktop.casefile.model import FORMAT, CaseFile

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "case-format.md"
SCHEMA = ROOT / "docs" / "schemas" / "redi-case-1.schema.json"
AMOUNT = {"type": ["string", "integer"], "pattern": r"^-?\d{1,28}(\.\d{1,60})?$"}
_HEAD = f"""# The case format, `{FORMAT}`

Written from the types by `python -m tools.case_format write`; checked in CI. The JSON Schema stands in
`docs/schemas/redi-case-1.schema.json`.

A case is one JSON object with `"format": "{FORMAT}"`. Amounts are euro, strings with a point (`"650.00"`); dates are
written `YYYY-MM-DD`. What is left out takes the default given here, or is missing: missing is never zero, and
what cannot be computed without it is named. A key that is not listed is an error, but for `expected`, where worked
examples carry their results. Rows (`persons`, `incomes`, `expenses`, `debts`) bear an `id` unique in its list; `person`
refers to the `id` of a person.
"""


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
        inner = (_bare(hints[entry.name]) for entry in dataclasses.fields(current))
        waiting += [one for one in inner if dataclasses.is_dataclass(one) and isinstance(one, type)]
    yield from seen


def _bare(hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        return next(one for one in get_args(hint) if one is not type(None))
    return get_args(hint)[0] if get_origin(hint) is tuple else hint


def _is_list(hint: Any) -> bool:
    return get_origin(hint) is tuple


def _default(entry: dataclasses.Field[Any]) -> Any:
    if entry.default is not dataclasses.MISSING:
        return entry.default
    return None


def _type_words(hint: Any) -> str:
    bare = _bare(hint)
    if isinstance(bare, type) and issubclass(bare, Enum):
        words = " · ".join(f"`{member.value}`" for member in bare)
    elif dataclasses.is_dataclass(bare) and isinstance(bare, type):
        words = f"[{bare.__name__}](#{bare.__name__.lower()})"
    else:
        known = {Decimal: "amount or share", date: "date", str: "text", bool: "`true` or `false`", int: "whole number"}
        words = known[bare]
    return f"list of {words}" if _is_list(hint) else words


def _default_words(entry: dataclasses.Field[Any]) -> str:
    default = _default(entry)
    if entry.default_factory is not dataclasses.MISSING:
        return "a new one"
    if entry.default is dataclasses.MISSING:
        return "**required**"
    if isinstance(default, Enum):
        return f"`{default.value}`"
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    if default is None:
        return "missing"
    if dataclasses.is_dataclass(default) or default in ("", ()):
        return "empty"
    return f"`{default}`"


def page() -> str:
    """The whole of ``docs/case-format.md``."""
    lines = [_HEAD]
    for kind in parts_of(CaseFile):
        hints = get_type_hints(kind)
        lines += [f"## {kind.__name__}", "", " ".join(str(kind.__doc__).split()), ""]
        lines += ["| key | value | left out |", "|---|---|---|"]
        for entry in dataclasses.fields(kind):
            lines.append(f"| `{entry.name}` | {_type_words(hints[entry.name])} | {_default_words(entry)} |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _schema_of(hint: Any) -> dict[str, Any]:
    bare = _bare(hint)
    schema: dict[str, Any]
    if isinstance(bare, type) and issubclass(bare, Enum):
        schema = {"enum": [member.value for member in bare]}
    elif dataclasses.is_dataclass(bare) and isinstance(bare, type):
        schema = {"$ref": f"#/$defs/{bare.__name__}"}
    else:
        simple: dict[Any, dict[str, Any]] = {
            Decimal: AMOUNT,
            date: {"type": "string", "format": "date"},
            str: {"type": "string"},
            bool: {"type": "boolean"},
            int: {"type": "integer"},
        }
        schema = simple[bare]
    if _is_list(hint):
        return {"type": "array", "items": schema}
    if type(None) in get_args(hint):
        return {"anyOf": [schema, {"type": "null"}]}
    return schema


def _object(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    required = [
        entry.name
        for entry in dataclasses.fields(kind)
        if entry.default is dataclasses.MISSING and entry.default_factory is dataclasses.MISSING
    ]
    return {
        "type": "object",
        "description": " ".join(str(kind.__doc__).split()),
        "properties": {entry.name: _schema_of(hints[entry.name]) for entry in dataclasses.fields(kind)},
        "required": required,
        "additionalProperties": False,
    }


def schema() -> str:
    """The whole JSON Schema of a case."""
    top, *inner = parts_of(CaseFile)
    case = _object(top)
    case["properties"] = {"format": {"const": FORMAT}, "expected": {"type": "object"}, **case["properties"]}
    case["required"] = ["format", *case["required"]]
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        **case,
        "$defs": {kind.__name__: _object(kind) for kind in inner},
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def main(arguments: list[str]) -> int:
    """Write the files, or say which of them no longer tells the truth."""
    wanted = {PAGE: page(), SCHEMA: schema()}
    if arguments == ["write"]:
        for path, content in wanted.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return 0
    stale = [path for path, content in wanted.items() if not path.exists() or path.read_text("utf-8") != content]
    for path in stale:
        print(f"{path.relative_to(ROOT)} differs from the types: run `python -m tools.case_format write`")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

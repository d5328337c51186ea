"""TOML as the program writes it: texts quoted, decimals as quoted numbers, dates plain."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

Plain = str | bool | int | Decimal | date | Sequence[str] | Mapping[str, str]
"""What a key may hold."""


def quoted(text: str) -> str:
    """A text between quotation marks, read back as it was."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def written(value: Plain) -> str:
    """A value as it stands behind ``=``."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return f'"{value:f}"'
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{quoted(key)} = {quoted(text)}" for key, text in value.items()) + " }"
    return "[" + ", ".join(map(quoted, value)) + "]"


def table(name: str, values: Mapping[str, Plain]) -> str:
    """A table under its name, one key a line; the top of the file has none."""
    head = f"[{name}]\n" if name else ""
    return head + "".join(f"{_key(key)} = {written(value)}\n" for key, value in values.items())


def _key(key: str) -> str:
    bare = key.replace("_", "").replace("-", "")
    return key if bare.isascii() and bare.isalpha() else quoted(key)

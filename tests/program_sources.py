"""The program's own sources, read once for all tests of a process that look into them."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

PACKAGE = Path(__file__).resolve().parents[1] / "redi_desktop"


class Call(NamedTuple):
    """A call in a source: the last name of what is called, the call, and the file it stands in, from the package."""

    name: str
    node: ast.Call
    place: str


@cache
def trees() -> Mapping[str, ast.Module]:
    """Every source of the package by its place in it."""
    files = sorted(PACKAGE.rglob("*.py"))
    read = {file.relative_to(PACKAGE).as_posix(): ast.parse(file.read_text(encoding="utf-8")) for file in files}
    return MappingProxyType(read)


@cache
def calls() -> tuple[Call, ...]:
    """Every call of the package."""
    return tuple(
        Call(str(getattr(node.func, "id", None) or getattr(node.func, "attr", "")), node, place)
        for place, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
    )

"""What the tests that look into the program's own sources want of them: read once, and without the trees."""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).resolve().parents[1] / "redi_desktop"


class Call(NamedTuple):
    """A call in a source: the last name of what is called and the name before it, and what is handed over in writing.

    Of ``words`` those that are no text are ``None``; ``place`` is the file, from the package, ``line`` where in it.
    """

    name: str
    owner: str
    words: tuple[str | None, ...]
    keywords: frozenset[str | None]
    place: str
    line: int


class Sources(NamedTuple):
    """Every call of the package, every module that it names, and how many files it has."""

    calls: tuple[Call, ...]
    imports: frozenset[tuple[str, str]]
    files: int


@cache
def sources() -> Sources:
    """Read them all; a tree goes before the next one comes, for together they are most of what a test run holds."""
    calls: list[Call] = []
    imports: set[tuple[str, str]] = set()
    files = sorted(PACKAGE.rglob("*.py"))
    gc.disable()
    try:
        for file in files:
            place = file.relative_to(PACKAGE).as_posix()
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    calls.append(_call(node, place))
                imports.update((place, name) for name in _imported(node))
    finally:
        gc.enable()
    return Sources(tuple(calls), frozenset(imports), len(files))


def _call(node: ast.Call, place: str) -> Call:
    words = tuple(_text(word) for word in node.args)
    keywords = frozenset(keyword.arg for keyword in node.keywords)
    return Call(_last_name(node.func), _owner(node.func), words, keywords, place, node.lineno)


def _text(word: ast.expr) -> str | None:
    return word.value if isinstance(word, ast.Constant) and isinstance(word.value, str) else None


def _last_name(function: ast.expr) -> str:
    return str(getattr(function, "attr", getattr(function, "id", "")))


def _owner(function: ast.expr) -> str:
    before = getattr(function, "value", None)
    return before.id if isinstance(before, ast.Name) else ""


def _imported(node: ast.AST) -> Iterator[str]:
    """Every module that a source imports, by a statement or by a call with its name."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)
    elif isinstance(node, ast.Call) and _last_name(node.func) in {"import_module", "__import__"}:
        yield from (str(argument.value) for argument in node.args if isinstance(argument, ast.Constant))

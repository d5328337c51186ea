"""The checklist of a release: each box names what decides it, and that exists."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "release.md").read_text(encoding="utf-8")
BOXES = [" ".join(box.split()) for box in re.findall(r"^- \[ \] (.+(?:\n {6}.+)*)", TEXT, re.MULTILINE)]


def named(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def exists(name: str) -> bool:
    """Whether a command of dev.py, a module of tools, a test or a file is there."""
    words = name.split()
    if words[:2] == ["python3", "dev.py"]:
        return words[2] in (*dev.COMMANDS, *dev.TOOLS)
    if words[:2] == ["python3", "-m"]:
        return (ROOT / (words[2].replace(".", "/") + ".py")).exists()
    path, _, test = name.partition("::")
    if not test:
        return (ROOT / path).exists() or path in ("dist/", "out/package", "SHA256SUMS")
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef) and node.name == test for node in tree.body)


@pytest.mark.parametrize("box", BOXES, ids=lambda box: box.split(":")[0][:50])
def test_a_box_names_what_decides_it(box):
    assert named(box)
    assert [name for name in named(box) if not exists(name)] == []


def test_the_list_has_boxes_for_every_part_of_a_release():
    assert len(BOXES) >= 15
    assert TEXT.count("- [x]") == 0


def written_in(path: Path, wanted: str) -> list[str]:
    """The texts of a source that are no docstrings, where it has the word at all; of any other file, all of it."""
    content = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix != ".py" or wanted not in content:
        return [content]
    tree = ast.parse(content)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in told)
    return [node.value for node in constants if isinstance(node.value, str)]


def test_the_version_is_written_nowhere_else():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    pattern = re.compile(rf"(?<![\d.]){re.escape(version)}(?![\d.])")
    kept = [*(ROOT / "redi_desktop").rglob("*.py"), *(ROOT / "installer" / "linux").iterdir()]
    kept += [path for path in (ROOT / "installer" / "windows").iterdir() if path.is_file()]
    places = [path.name for path in kept if any(map(pattern.search, written_in(path, version)))]
    assert places == []

"""dev.py starts on a machine where nothing is installed, stays short, and says clearly what is wrong."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import system_libraries

ROOT = Path(__file__).resolve().parents[2]
BARE = ["dev.py", "tools/__init__.py", "tools/system_libraries.py"]


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the Python of the machine as a newcomer would: without what is installed for the project."""
    return subprocess.run([sys.executable, "-S", *arguments], cwd=ROOT, capture_output=True, text=True)


def test_it_stays_under_150_lines():
    assert len((ROOT / "dev.py").read_text(encoding="utf-8").splitlines()) < 150


@pytest.mark.parametrize("name", BARE)
def test_it_needs_nothing_but_the_standard_library(name):
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    imports = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imports |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imports} <= {*sys.stdlib_module_names, "tools"}


@pytest.mark.parametrize("arguments", [["dance"], []], ids=["unknown", "none"])
def test_without_a_command_that_it_knows_it_lists_them(arguments):
    done = python("dev.py", *arguments)
    assert done.returncode == 2
    assert "python3 dev.py run" in done.stderr
    assert all(name in done.stderr for name in arguments)


def test_help_is_no_mistake():
    done = python("dev.py", "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "python3 dev.py test" in done.stdout


def test_an_older_python_is_refused_in_one_sentence():
    done = python("-c", "import sys; sys.version_info = (3, 10, 0); import dev; sys.exit(dev.main(['run']))")
    assert done.returncode == 2
    assert done.stderr.startswith("REDI Desktop needs Python 3.11 or newer; this is ")


def test_who_may_not_install_gets_the_one_command_to_type(monkeypatch):
    monkeypatch.setattr(system_libraries, "loads", lambda library: library != "libxcb-cursor.so.0")
    monkeypatch.setattr(system_libraries, "as_root", lambda: None)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(sys, "platform", "linux")
    said = (system_libraries.provide() or "").strip().splitlines()
    assert said[-1].strip() == ("sudo apt-get update && sudo apt-get install -y --no-install-recommends libxcb-cursor0")


def test_a_machine_that_has_everything_is_left_alone(monkeypatch):
    monkeypatch.setattr(system_libraries, "loads", lambda library: True)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("a command was run"))
    assert system_libraries.provide() is None

"""What is built for others holds the whole program and nothing else."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The files of a freshly built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_resources_lie_inside_the_package(names):
    shipped = {
        path.relative_to(ROOT).as_posix()
        for kind in ("fonts/*", "icons/*", "parameters/**/*.*", "i18n/*/LC_MESSAGES/*.mo")
        for path in (ROOT / "resources").glob(kind)
        if path.is_file()
    }
    assert shipped
    assert {f"redi_desktop/{name}" for name in shipped} <= names


def test_tools_and_tests_stay_behind(names):
    assert {name.split("/")[0].split("-")[0] for name in names} == {"redi_desktop"}


def test_the_version_stands_in_one_place():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert metadata.version("redi-desktop") == declared


def test_the_program_says_its_version():
    done = subprocess.run([sys.executable, "-m", "redi_desktop", "--version"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert metadata.version("redi-desktop") in done.stdout

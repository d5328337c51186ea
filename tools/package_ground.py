"""What the steps of packaging share: places, the version, the date that every file gets, running commands."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INSTALLER = ROOT / "installer"
BUILD = ROOT / "build" / "package"
SOURCE = BUILD / "source"
"""The committed sources, without what is being worked on: what is built here is what is tagged."""
DIST = ROOT / "dist"
NAME = "redi-desktop"
BUILT_FROM = "BUILT-FROM"
"""The file in ``dist/`` that names the commit."""


class PackagingFailed(Exception):
    """A step that could not be done; the message is for whoever makes the release."""


@cache
def version() -> str:
    """The version of the program, which stands in ``pyproject.toml`` alone."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(declared["project"]["version"])


@cache
def commit() -> str:
    """What is packaged: the last commit, as it was when this began, whatever is committed meanwhile."""
    said = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True)
    if said.returncode:
        raise PackagingFailed("There is no git history here: packages are built from a commit.")
    return said.stdout.strip()


@cache
def epoch() -> int:
    """The moment that every file in a package gets: ``SOURCE_DATE_EPOCH``, or that of the commit."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told:
        return int(told)
    said = subprocess.run(["git", "log", "-1", "--format=%ct", commit()], cwd=ROOT, capture_output=True, check=True)
    return int(said.stdout)


def environment(**more: str) -> dict[str, str]:
    """The environment in which the same sources give the same bytes."""
    fixed = {"SOURCE_DATE_EPOCH": str(epoch()), "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    return {**os.environ, **fixed, **more}


def run(*command: object, cwd: Path = ROOT, env: Mapping[str, str] | None = None, quiet: bool = True) -> str:
    """Run a command and return what it printed; raises :class:`PackagingFailed` with its words where it fails."""
    words = [str(part) for part in command]
    done = subprocess.run(
        words, cwd=cwd, env=dict(env) if env else environment(), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
    )  # fmt: skip
    if not quiet:
        print(done.stdout, end="", flush=True)
    if done.returncode:
        tail = "\n".join(done.stdout.splitlines()[-30:])
        raise PackagingFailed(f"{' '.join(words[:6])} gave {done.returncode}:\n{tail}")
    return done.stdout


def python(*arguments: object, cwd: Path = ROOT) -> str:
    """Run a module with the Python that runs this."""
    return run(sys.executable, "-m", *arguments, cwd=cwd)


def sha256(path: Path) -> str:
    """The checksum of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def megabytes(paths: Iterable[Path]) -> float:
    """How much files hold together, in millions of bytes."""
    return sum(path.lstat().st_size for path in paths) / 1e6


def files_below(folder: Path) -> list[Path]:
    """Every file of a tree, in an order that is always the same."""
    return sorted(path for path in folder.rglob("*") if path.is_file() or path.is_symlink())


def settle_dates(folder: Path) -> None:
    """Give everything in a tree the date of the release."""
    for path in [*folder.rglob("*"), folder]:
        os.utime(path, (epoch(), epoch()), follow_symlinks=False)

"""Proves that a commit gives the same bytes: everything is built again in a checkout of its own and compared."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tools.package_ground import BUILD, BUILT_FROM, DIST, ROOT, PackagingFailed, run, sha256

AGAIN = BUILD.parent / "again"


def compare(only: str | None) -> None:
    """Build the commit of ``dist/`` again, from nothing; raises :class:`PackagingFailed` where a byte differs."""
    commit = (DIST / BUILT_FROM).read_text(encoding="ascii").strip()
    _take_away()
    run("git", "worktree", "add", "--detach", AGAIN, commit)
    try:
        choice = ("--only", only) if only else ()
        print(f"Building {commit} again, in a clean checkout", flush=True)
        run(sys.executable, "-m", "tools.package", *choice, cwd=AGAIN)
        for line in differences(DIST, AGAIN / "dist"):
            print(line, flush=True)
    finally:
        _take_away()


def differences(first: Path, second: Path) -> list[str]:
    """One line for each file that was built twice; raises where the two are not the same bytes."""
    told, other = [], []
    for path in sorted(second.iterdir()):
        if sha256(path) == sha256(first / path.name):
            told.append(f"the same bytes: {path.name}")
        else:
            other.append(path.name)
    if other or not told:
        raise PackagingFailed(f"Built twice, and not the same: {', '.join(other) or 'there is nothing'}")
    return told


def _take_away() -> None:
    for command in (("remove", "--force", str(AGAIN)), ("prune",)):
        subprocess.run(["git", "worktree", *command], cwd=ROOT, capture_output=True, check=False)

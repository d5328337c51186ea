"""The record of a release, in ``docs/release-record``: what was built and what the checks said, for others to compare.

Written anew as a whole by ``dev.py package --check --record``; the packages themselves stay out of the repository.
"""

from __future__ import annotations

import platform
import shutil
import sys
from pathlib import Path

from tools.package_ground import BUILT_FROM, DIST, NAME, ROOT, PackagingFailed, megabytes, run, sha256, version

RECORD = ROOT / "docs" / "release-record"
SEEN = ROOT / "out" / "package"
_LOGS = (
    "checks.txt", "self-test.txt", "self-test-no-network.txt", "windows-self-test.txt", "sockets-self-test.txt",
    "sockets-session.txt",
)  # fmt: skip
_LARGEST = 3.0
"""Megabytes that the record may take in the repository."""
_COLOURS = 128
_TOOLS = (
    *(("dpkg-deb", "--version"), ("makensis", "-VERSION")),
    *(("x86_64-w64-mingw32-gcc", "--version"), ("wine", "--version")),
)


def write() -> None:
    """Write all of it; raises :class:`PackagingFailed` where a check is missing, or did not hold."""
    checks = SEEN / "checks.txt"
    told = checks.read_text(encoding="utf-8") if checks.exists() else ""
    if "FAILED" in told or told.count("everything held") < 3 or checked_line() not in told:
        raise PackagingFailed("What is in dist/ was not checked as a whole: dev.py package --check comes first.")
    shutil.rmtree(RECORD, ignore_errors=True)
    RECORD.mkdir(parents=True)
    for path in (DIST / "SHA256SUMS", DIST / f"{NAME}-{version()}.cdx.json", *(SEEN / name for name in _LOGS)):
        shutil.copy(path, RECORD)
    (RECORD / "sockets-window.txt").write_text(_only_addresses(SEEN / "sockets-window.txt"), encoding="utf-8")
    for path in sorted([*SEEN.glob("*.png"), *(SEEN / "setup").glob("*.png")]):
        _keep_picture(path)
    (RECORD / "README.md").write_text(_page(), encoding="utf-8")
    size = megabytes(RECORD.iterdir())
    print(f"{RECORD.relative_to(ROOT)}: {len(list(RECORD.iterdir()))} files, {size:.1f} MB", flush=True)
    if size > _LARGEST:
        raise PackagingFailed(f"The record takes {size:.1f} MB, more than {_LARGEST}.")


def checked_line() -> str:
    """What the log of the checks says first: which files they are about."""
    return f"dist: commit {_commit()}, SHA256SUMS {sha256(DIST / 'SHA256SUMS')}"


def _commit() -> str:
    path = DIST / BUILT_FROM
    return path.read_text(encoding="ascii").strip() if path.exists() else "unknown"


def _only_addresses(path: Path) -> str:
    """Which sockets the window asked for; what it told the display is left out."""
    calls = ("socket(", "connect(", "bind(", "socketpair(")
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return "\n".join(line for line in lines if any(call in line for call in calls)) + "\n"


def _keep_picture(path: Path) -> None:
    from PIL import Image

    with Image.open(path) as picture:
        shown = picture.convert("RGB")
    if path.parent.name == "setup":
        shown = shown.crop(shown.getbbox())
    small = shown.quantize(_COLOURS, dither=Image.Dither.NONE)
    small.save(RECORD / path.name, optimize=True)


def _page() -> str:
    lines = [
        "# Record of a release",
        "",
        f"Version {version()}, built from commit `{_commit()}` by `dev.py package`, checked by `--check`, written by",
        "`--record`. The packages are not in the repository (150 MB): whoever receives them compares with",
        "`sha256sum -c SHA256SUMS`; whoever builds the commit again finds the same bytes (`dev.py package --twice`).",
        "",
        "| file | bytes |",
        "|---|---|",
    ]
    named = [line.split("  ", 1)[1] for line in (DIST / "SHA256SUMS").read_text(encoding="utf-8").splitlines()]
    lines += [f"| {name} | {(DIST / name).stat().st_size:,} |" for name in named]
    lines += ["", "Built with:", "", f"- Python {platform.python_version()} on {_system()}"]
    lines += [f"- {' '.join(command[:1])}: {run(*command).splitlines()[0]}" for command in _TOOLS]
    lines += [
        "",
        "`checks.txt` says what was tried and held, the other texts what the program itself said, the pictures",
    ]
    lines += ["what was on the screen: Linux in a clean Debian, Windows under wine, the pages of the setup.", ""]
    return "\n".join(lines)


def _system() -> str:
    if not sys.platform.startswith("linux"):
        return platform.system()
    return platform.freedesktop_os_release().get("PRETTY_NAME", "Linux")

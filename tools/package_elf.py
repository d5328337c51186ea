"""What the Linux libraries in a bundle ask the loader for: who needs whom, and which Debian packages that makes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tools.package_ground import PackagingFailed, files_below, run
from tools.system_libraries import LIBRARIES

_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)", re.MULTILINE)
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)")
_MAGIC = b"\x7fELF"
_OF_A_WHEEL = re.compile(r"lib.+-[0-9a-f]{8}\.so.*|lib(Qt6|pyside6|shiboken6|icu\w+\.so\.73).*")
_BROUGHT_ALONG = re.compile(
    r"lib(python3|ffi|expat|bz2|lzma|mpdec|xcb-(cursor|icccm|image|keysyms|render-util|util)|xkbcommon-x11)\b.*"
)
"""Beside those of the wheels: what Python itself needs, and small libraries that a desktop may lack."""
_OTHER_PACKAGES = {
    "libc.so.6": "libc6", "libm.so.6": "libc6", "libdl.so.2": "libc6", "libpthread.so.0": "libc6",
    "librt.so.1": "libc6", "libutil.so.1": "libc6", "libresolv.so.2": "libc6", "ld-linux-x86-64.so.2": "libc6",
    "libcrypt.so.1": "libcrypt1", "libstdc++.so.6": "libstdc++6", "libgcc_s.so.1": "libgcc-s1",
    "libz.so.1": "zlib1g", "libuuid.so.1": "libuuid1", "libzstd.so.1": "libzstd1", "libcups.so.2": "libcups2",
    "libgthread-2.0.so.0": "libglib2.0-0", "libgio-2.0.so.0": "libglib2.0-0", "libgobject-2.0.so.0": "libglib2.0-0",
    "libxcb.so.1": "libxcb1", "libxcb-glx.so.0": "libxcb-glx0", "libxcb-render.so.0": "libxcb-render0",
}  # fmt: skip
WISHED_FOR = frozenset({"libcups2"})
"""Without these a part of Qt stays away and the program runs: printing on paper."""


@dataclass(frozen=True, slots=True)
class Elf:
    """One library or program: what it asks for by name, and the newest C library it knows."""

    path: Path
    needs: frozenset[str]
    glibc: tuple[int, int]


def read(path: Path) -> Elf | None:
    """What a file asks for; None where it is no library or program."""
    with path.open("rb") as file:
        if file.read(4) != _MAGIC:
            return None
    told = run("objdump", "-p", path)
    versions = [(int(major), int(minor)) for major, minor in _GLIBC.findall(told)]
    return Elf(path, frozenset(_NEEDED.findall(told)), max(versions, default=(0, 0)))


def leave_to_the_system(bundle: Path) -> None:
    """Take out of a bundle the libraries that the system keeps up to date, and those that nobody there asks for."""
    for path in bundle.glob("lib*.so*"):
        if not _OF_A_WHEEL.fullmatch(path.name) and not _BROUGHT_ALONG.fullmatch(path.name):
            path.unlink()
    while gone := _unasked(bundle):
        for path in gone:
            path.unlink()


def _unasked(bundle: Path) -> list[Path]:
    """Libraries beside the modules, not modules themselves, that nothing in the bundle asks for; dead links too."""
    dead = [path for path in bundle.rglob("*") if path.is_symlink() and not path.exists()]
    asked = frozenset[str]().union(*(elf.needs for elf in everything(bundle)))
    places = [*bundle.glob("lib*.so*"), *bundle.glob("PySide6/Qt/lib/*"), *bundle.glob("*.libs/*")]
    return dead or [path for path in places if path.name not in asked and "libpython3" not in path.name]


def everything(folder: Path) -> list[Elf]:
    """Every library and program of a tree."""
    found = [read(path) for path in files_below(folder) if not path.is_symlink() and path.is_file()]
    return [elf for elf in found if elf is not None]


def debian_packages(folder: Path) -> set[str]:
    """The Debian packages that have what a tree asks for and does not bring along.

    Raises :class:`PackagingFailed` for a library whose package is not known.
    """
    elves, brought = everything(folder), {path.name for path in files_below(folder)}
    asked = frozenset[str]().union(*(elf.needs for elf in elves)) - brought
    known = {**LIBRARIES, **_OTHER_PACKAGES}
    unknown = sorted(name for name in asked if name not in known)
    if unknown:
        raise PackagingFailed(f"Which Debian package has {', '.join(unknown)}?")
    return {known[name] for name in asked}


def newest_glibc(folder: Path) -> str:
    """The oldest C library with which everything in a tree runs."""
    major, minor = max(elf.glibc for elf in everything(folder))
    return f"{major}.{minor}"

"""What lies in the packages that were built: nothing of a network, nothing of QML, every file on a list."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.package_ground import BUILD, DIST, NAME, PackagingFailed, version

FORBIDDEN = re.compile(
    r"(Qt6?(Network|Qml|Quick|WebEngine|WebSockets|WebChannel|Pdf|Sql|Test|Designer)\w*|_socket|_ssl|_asyncio|libssl"
    r"|tls|networkinformation|qmltooling|webengine)([.\d\-/].*|$)",
    re.IGNORECASE,
)
"""File and folder names that must not be in a package, from their beginning."""


def offending(names: Iterable[str]) -> list[str]:
    """The paths of which a part names a network, QML or web library."""
    parts = ((name, part.removeprefix("lib")) for name in names for part in name.split("/"))
    return sorted({name for name, part in parts if FORBIDDEN.match(part)})


def check() -> Iterator[str]:
    """Look at the file lists of what was built; raises where one names what must not be there."""
    lists = {
        "Debian package": _names_below(BUILD / "deb"),
        "Windows setup": _names_below(BUILD / "windows" / "payload"),
    }
    for what, names in lists.items():
        if not names:
            continue
        found = offending(names)
        if found:
            raise PackagingFailed(f"The {what} has {', '.join(found[:10])}")
        yield f"{what}: {len(names)} files, none of a network, QML or web library"
    listed = DIST / f"{NAME}-{version()}-windows-files.txt"
    if listed.exists() and lists["Windows setup"]:
        told = {line.split(maxsplit=2)[2] for line in listed.read_text(encoding="utf-8").splitlines()}
        if told != set(lists["Windows setup"]):
            raise PackagingFailed("The list of files is not that of the Windows setup.")
        yield f"Windows setup: every one of {len(told)} files is on the list"
    yield from _stdlib()


def _names_below(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir() or path.is_symlink()]


def _stdlib() -> Iterator[str]:
    """The frozen program has no module that could open a socket."""
    for archive in (BUILD / "deb" / "usr" / "lib" / NAME / "_internal").glob("base_library.zip"):
        with zipfile.ZipFile(archive) as packed:
            found = [
                name for name in packed.namelist() if re.match(r"(socket|ssl|asyncio|http|urllib/request)\b", name)
            ]
        if found:
            raise PackagingFailed(f"The library of the frozen program has {', '.join(found)}")
        yield "Linux program: its Python has no module for sockets, TLS or HTTP"

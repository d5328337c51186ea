"""``pack.lines``: a short digest of every line of a pack's tables, to say which line of a tampered file differs.

It proves nothing by itself (the manifest's checksums do) and only helps where the table that it was made from is the
one that the manifest vouches for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from itertools import zip_longest

FORMAT = "redi-lines/1"
_SHORT = 8


def line_digests(files: Mapping[str, bytes]) -> bytes:
    """The content of ``pack.lines`` for these tables: name, SHA-256 and one short digest a line."""
    rows = (f"{name} {_sha256(files[name])} {' '.join(_digests(files[name]))}\n" for name in sorted(files))
    return (f"{FORMAT}\n" + "".join(rows)).encode("ascii")


def first_altered_line(digests: bytes, name: str, checksum: str, content: bytes) -> int | None:
    """The first line of a table that is not the one vouched for; ``None`` where the digests cannot tell."""
    for row in digests.decode("ascii", "replace").splitlines()[1:]:
        vouched = row.split(" ")
        if vouched[:2] == [name, checksum]:
            pairs = enumerate(zip_longest(vouched[2:], _digests(content)), 1)
            return next((number for number, (was, found) in pairs if was != found), None)
    return None


def vouched_checksum(digests: bytes, name: str) -> str | None:
    """The SHA-256 that a file had when its lines were noted; ``None`` where they were not."""
    rows = (row.split(" ") for row in digests.decode("ascii", "replace").splitlines()[1:])
    return next((row[1] for row in rows if row[0] == name and len(row) > 1), None)


def _digests(content: bytes) -> Iterator[str]:
    return (_sha256(line)[:_SHORT] for line in content.split(b"\n"))


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

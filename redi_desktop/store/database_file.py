"""What can be told of a database file before its key is known: that it is there, and that it may be ours."""

from __future__ import annotations

from pathlib import Path

from redi_desktop.errors import NotAVault, VaultDamaged, VaultMissing
from redi_desktop.store.failures import told

PAGE = 4096
_PLAIN_SQLITE = b"SQLite format 3\x00"
_LEAST_VARIETY = 200
"""Distinct byte values in an encrypted page: 256 as a rule, never under 240; text has about 80."""


def refuse_what_cannot_be_ours(path: Path) -> None:
    """Raise where the file is missing, too short, plain SQLite, or of another kind.

    SQLCipher would take an empty or missing file for a new database and open it, and would answer all the rest with
    the same words. What looks encrypted is let through: the key tells.
    """
    page = _first_page(path)
    if page is None:
        raise VaultMissing("database_missing", file=path.name)
    if not page:
        raise VaultDamaged("database_empty")
    if page.startswith(_PLAIN_SQLITE):
        raise NotAVault("database_not_encrypted")
    if len(page) < PAGE:
        raise VaultDamaged("database_truncated")
    if page.strip(b"\x00") and len(set(page)) < _LEAST_VARIETY:
        raise NotAVault("database_foreign")


def _first_page(path: Path) -> bytes | None:
    """As much of it as there is; None where there is no file."""
    with told():
        try:
            with path.open("rb") as file:
                return file.read(PAGE)
        except FileNotFoundError:
            return None

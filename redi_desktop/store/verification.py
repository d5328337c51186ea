"""The full check of a vault: pages, tables, search, key files, journal, and each case against the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from redi_desktop.errors import VaultDamaged
from redi_desktop.store.cases import CaseStore
from redi_desktop.store.connection import Database
from redi_desktop.store.faults import Fault, FaultKind
from redi_desktop.store.key_file import KeyFile, holds
from redi_desktop.store.layout import VaultFiles


@dataclass(frozen=True, slots=True)
class VaultCheck:
    """What a check found, and over how much."""

    faults: tuple[Fault, ...]
    cases: int
    entries: int

    @property
    def fine(self) -> bool:
        """Nothing at all is wrong."""
        return not self.faults

    @property
    def data_sound(self) -> bool:
        """All that was saved is there and right, whatever else needs mending."""
        mendable = {FaultKind.FREE_PAGE, FaultKind.KEY_FILE, FaultKind.SEARCH}
        return all(fault.kind in mendable for fault in self.faults)


def check_database(database: Database, cases: CaseStore) -> VaultCheck:
    """Check a connection that has just been opened: one that has met a bad page answers wrongly ever after.

    Both integrity checks are run and every row of their answers counts: SQLCipher's misses a file that was cut at
    the end of a page, SQLite's does not see free pages.
    """
    faults = [*_pages(database)]
    if any(fault.kind is FaultKind.STRUCTURE for fault in faults):
        return VaultCheck(tuple(faults), 0, 0)
    for check in (lambda: _references(database), lambda: _search(database), cases.journal.verify, cases.verify):
        faults += _guarded(check)
    return VaultCheck(tuple(faults), _count(database, "case_file"), _count(database, "journal"))


def check_key_files(files: VaultFiles, keys: KeyFile) -> tuple[Fault, ...]:
    """Whether the key file and its copy are both what opened the vault."""
    paths = (files.keys, files.keys_copy)
    return tuple(Fault(FaultKind.KEY_FILE, path.name) for path in paths if not holds(path, keys))


def _guarded(check: Callable[[], Iterable[Fault]]) -> tuple[Fault, ...]:
    try:
        return tuple(check())
    except VaultDamaged as damage:
        return (Fault(FaultKind.STRUCTURE, damage.code),)


def _pages(database: Database) -> Iterator[Fault]:
    structure = _guarded(lambda: _integrity(database))
    yield from structure
    if not structure:
        for (line,) in database.rows("PRAGMA cipher_integrity_check"):
            yield Fault(FaultKind.FREE_PAGE, str(line))


def _integrity(database: Database) -> Iterator[Fault]:
    for (line,) in database.rows("PRAGMA integrity_check"):
        if line != "ok":
            yield Fault(FaultKind.STRUCTURE, str(line))


def _references(database: Database) -> Iterator[Fault]:
    for table, *_ in database.rows("PRAGMA foreign_key_check"):
        yield Fault(FaultKind.REFERENCE, str(table))


def _search(database: Database) -> Iterator[Fault]:
    """Compare the search index with the words kept beside each case. The index is no data: it can be made again."""
    if not database.writable:
        return  # SQLite asks for this check as for a write
    try:
        database.run("INSERT INTO case_search (case_search, rank) VALUES ('integrity-check', 1)")
    except VaultDamaged:
        yield Fault(FaultKind.SEARCH)


def _count(database: Database, table: str) -> int:
    row = database.row(f"SELECT count(*) FROM {table}")
    return int(row[0]) if row else 0

"""The full check of a vault: pages, tables, search, key files, journal, and all that the journal vouches for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from redi_desktop.errors import VaultDamaged
from redi_desktop.store.backup_manifest import Backup, backups_in
from redi_desktop.store.connection import Database
from redi_desktop.store.contents import Contents
from redi_desktop.store.faults import Fault, FaultKind
from redi_desktop.store.key_file import KeyFile, holds
from redi_desktop.store.keys import DataKey
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
    def readable(self) -> bool:
        """Every page that holds data can be read, and the tables are in order."""
        return all(fault.kind is not FaultKind.STRUCTURE for fault in self.faults)

    @property
    def data_sound(self) -> bool:
        """All that was saved is there and right, whatever else needs mending."""
        mendable = {FaultKind.FREE_PAGE, FaultKind.KEY_FILE, FaultKind.SEARCH, FaultKind.BACKUP}
        return all(fault.kind in mendable for fault in self.faults)


def check_database(contents: Contents) -> VaultCheck:
    """Check a connection that has just been opened: one that has met a bad page answers wrongly ever after.

    Both integrity checks are run and every row of their answers counts: SQLCipher's misses a file that was cut at
    the end of a page, SQLite's does not see free pages. Of a database that waits for a migration, no more than its
    pages, references and journal can be checked.
    """
    database = contents.database
    faults = [*_pages(database)]
    if not VaultCheck(tuple(faults), 0, 0).readable:
        return VaultCheck(tuple(faults), 0, 0)
    checks: list[Callable[[], Iterable[Fault]]] = [lambda: _references(database), contents.journal.verify]
    if contents.is_present_form:
        parts = (contents.cases, contents.assessments, contents.decisions, contents.parameters, contents.adoptions)
        checks += [lambda: _search(database), *(part.verify for part in parts)]
    for check in checks:
        faults += _guarded(check)
    return VaultCheck(tuple(faults), count_rows(database, "case_file"), count_rows(database, "journal"))


def check_key_files(files: VaultFiles, keys: KeyFile | None) -> tuple[Fault, ...]:
    """Whether the key file and its copy are both what opened the vault."""
    paths = (files.keys, files.keys_copy)
    return tuple(Fault(FaultKind.KEY_FILE, path.name) for path in paths if keys is None or not holds(path, keys))


def check_against_backups(files: VaultFiles, vault: str, key: DataKey, contents: Contents) -> tuple[Fault, ...]:
    """Whether the vault contains what its backups vouch for: if not, an older file was put in its place.

    Backups that were left behind when an older one was restored do not count.
    """
    return _guarded(lambda: _rolled_back(backups_in(files.backups), vault, key, contents))


def _rolled_back(backups: Iterable[Backup], vault: str, key: DataKey, contents: Contents) -> Iterator[Fault]:
    abandoned, checkpoint = contents.settings.abandoned_backups, contents.journal.checkpoint()
    first = checkpoint.sequence if checkpoint else 0
    for backup in backups:
        manifest = backup.manifest
        ours = manifest.vault == vault and manifest.is_sealed_by(key) and backup.name not in abandoned
        if not ours or manifest.sequence < first:
            continue
        found = contents.journal.chain_at(manifest.sequence)
        if found is None or found.hex() != manifest.chain:
            yield Fault(FaultKind.ROLLED_BACK, backup.name)


def count_rows(database: Database, table: str) -> int:
    """How many rows a table has."""
    row = database.row(f"SELECT count(*) FROM {table}")
    return int(row[0]) if row else 0


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

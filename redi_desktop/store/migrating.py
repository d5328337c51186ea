"""Brings a database to the form that this version of the program knows."""

from __future__ import annotations

from collections.abc import Sequence

from redi_desktop.errors import VaultDamaged
from redi_desktop.store import clock as clocks
from redi_desktop.store.clock import Clock
from redi_desktop.store.connection import Database, has_table, schema_version
from redi_desktop.store.migrations import MIGRATIONS, Migration

KNOWN_VERSION = len(MIGRATIONS)
"""``user_version`` counts the migrations that are in."""


def pending(database: Database, migrations: Sequence[Migration] = MIGRATIONS) -> tuple[Migration, ...]:
    """The migrations that are not in yet, oldest first."""
    return tuple(migrations[schema_version(database) :])


def migrate(database: Database, clock: Clock, migrations: Sequence[Migration] = MIGRATIONS) -> tuple[str, ...]:
    """Apply what is pending, each migration in one transaction with its record; gives the names of what was applied.

    A new vault gets all of them in the one transaction that makes it. A migration after which the database is not
    sound, or has lost a case or a journal row, leaves no trace: :class:`VaultDamaged`. The caller has made a verified
    backup of a vault that is in use.
    """
    waiting, done = pending(database, migrations), schema_version(database)
    for number, migration in enumerate(waiting, start=done + 1):
        with database.joined():
            before = _rows(database)
            migration.apply(database.run)
            database.run(
                "INSERT INTO migration (number, name, applied_at) VALUES (?, ?, ?)",
                number,
                migration.name,
                clocks.written(clock()),
            )
            database.run(f"PRAGMA user_version = {number}")
            _check(database, before)
    return tuple(migration.name for migration in waiting)


def _rows(database: Database) -> dict[str, int]:
    """How many rows there are of what no migration may lose."""
    counted = {}
    for table in ("case_file", "case_content", "journal"):
        if has_table(database, table):
            row = database.row(f"SELECT count(*) FROM {table}")
            counted[table] = int(row[0]) if row else 0
    return counted


def _check(database: Database, before: dict[str, int]) -> None:
    sound = database.rows("PRAGMA integrity_check") == [("ok",)]
    if not sound or database.rows("PRAGMA foreign_key_check") or _lost(_rows(database), before):
        raise VaultDamaged("database_damaged")


def _lost(after: dict[str, int], before: dict[str, int]) -> bool:
    return any(after.get(table, 0) < count for table, count in before.items())

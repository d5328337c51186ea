"""Brings a database to the form that this version of the program knows."""

from __future__ import annotations

from collections.abc import Sequence

from redi_desktop.store import clock as clocks
from redi_desktop.store.clock import Clock
from redi_desktop.store.connection import Database, schema_version
from redi_desktop.store.migrations import MIGRATIONS, Migration

KNOWN_VERSION = len(MIGRATIONS)
"""``user_version`` counts the migrations that are in."""


def migrate(database: Database, clock: Clock, migrations: Sequence[Migration] = MIGRATIONS) -> tuple[str, ...]:
    """Apply what is pending, each migration in one transaction with its record; gives the names of what was applied."""
    pending = tuple(enumerate(migrations, start=1))[schema_version(database) :]
    for number, migration in pending:
        with database.transaction():
            migration.apply(database.run)
            database.run(
                "INSERT INTO migration (number, name, applied_at) VALUES (?, ?, ?)",
                number,
                migration.name,
                clocks.written(clock()),
            )
            database.run(f"PRAGMA user_version = {number}")
    return tuple(migration.name for _, migration in pending)

"""Old databases are brought up to date step by step, each step whole or not at all."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlcipher3

from redi_desktop.store import clock
from redi_desktop.store.connection import Database, create_database, schema_version
from redi_desktop.store.keys import DataKey
from redi_desktop.store.migrating import migrate
from redi_desktop.store.migrations import MIGRATIONS, Migration, Run


@pytest.fixture
def database(tmp_path: Path):
    made = create_database(tmp_path / "old.db", DataKey.fresh())
    yield made
    made.close()


def schema(database: Database) -> list[tuple[str, str, str]]:
    """Every table, index and trigger, word for word."""
    return database.rows("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")


def add_colour(run: Run) -> None:
    run("ALTER TABLE case_file ADD COLUMN colour TEXT")


def break_halfway(run: Run) -> None:
    run("CREATE TABLE half (x)")
    run("INSERT INTO nowhere VALUES (1)")


@pytest.mark.parametrize("done", range(len(MIGRATIONS) + 1))
def test_a_vault_of_any_age_ends_with_the_schema_of_a_new_one(database, vault, done):
    migrate(database, clock.now, MIGRATIONS[:done])
    migrate(database, clock.now)
    assert schema(database) == schema(vault.cases.database)
    assert schema_version(database) == len(MIGRATIONS)


def test_each_migration_leaves_its_record(database):
    names = migrate(database, lambda: datetime(2026, 11, 21, tzinfo=UTC))
    assert database.rows("SELECT number, name, applied_at FROM migration") == [
        (number, name, "2026-11-21T00:00:00.000+00:00") for number, name in enumerate(names, start=1)
    ]


def test_what_is_pending_is_applied_once(database):
    later = (*MIGRATIONS, Migration("add_colour", add_colour))
    migrate(database, clock.now)
    assert migrate(database, clock.now, later) == ("add_colour",)
    assert migrate(database, clock.now, later) == ()


def test_a_migration_that_fails_leaves_no_trace_and_those_before_it_stand(database):
    later = (*MIGRATIONS, Migration("add_colour", add_colour), Migration("break_halfway", break_halfway))
    with pytest.raises(sqlcipher3.OperationalError):
        migrate(database, clock.now, later)
    assert schema_version(database) == len(MIGRATIONS) + 1
    assert database.rows("SELECT name FROM migration ORDER BY number DESC LIMIT 1") == [("add_colour",)]
    assert not database.rows("SELECT 1 FROM sqlite_master WHERE name = 'half'")


def test_migrations_have_names_of_their_own():
    names = [migration.name for migration in MIGRATIONS]
    assert len(set(names)) == len(names)

"""The one connection to the encrypted database: opened in a fixed order, checked, and spoken to in transactions.

The order and each setting have their reason in measurements: ``TRUNCATE`` with ``EXTRA`` lost no acknowledged save
in 500 simulated power cuts where the library's own defaults lost a quarter; ``mode=rw`` because a missing file
would otherwise become a new empty database; ``EXCLUSIVE`` so that no second program reads or writes beside us.
``Connection.backup`` is never used: it copies a damaged page as zeros and says nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import sqlcipher3

from redi_desktop.durable_files import new_private_file
from redi_desktop.errors import NotAVault, StorageFailed, VaultDamaged, VaultError, VaultNewer
from redi_desktop.store.failures import told
from redi_desktop.store.keys import DataKey

APPLICATION_ID = int.from_bytes(b"REDI")
_SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "EXTRA", 3),
    ("locking_mode", "EXCLUSIVE", "exclusive"),
)


class Driver(Protocol):
    """As much of a database driver as the check for encryption needs."""

    def execute(self, sql: str, /) -> Any:
        """Run one statement."""
        ...


@dataclass(slots=True)
class Database:
    """An open database. Everything runs in the thread that opened it, and errors are those of the user."""

    connection: sqlcipher3.Connection
    path: Path
    writable: bool
    #: What to say where a later version has changed the database, which is then only read.
    newer: VaultNewer | None = None

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with told():
            return list(self.connection.execute(sql, values))

    def row(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        """The first row of a query, if any."""
        with told():
            row: tuple[Any, ...] | None = self.connection.execute(sql, values).fetchone()
            return row

    def each(self, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """The rows of a query one by one, for what would be too much at once."""
        with told():
            yield from self.connection.execute(sql, values)

    def run(self, sql: str, *values: object) -> None:
        """Run a statement that changes something."""
        with told():
            self.connection.execute(sql, values)

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return bool(self.connection.in_transaction)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is inside, on the disk when it ends, or nothing of it."""
        if not self.writable:
            raise StorageFailed("read_only")
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            self.take_back()
            raise

    def take_back(self) -> None:
        """Undo the transaction, and forget every page that was read in it.

        WORKAROUND: SQLCipher 4.19 looks at a page that it puts back into its cache before it has decrypted it (the
        order of ``xReiniter`` and the codec in ``pager_playback_one_page``). One page in some three thousand then looks
        like another, and the first page, which is always held, makes the whole database seem malformed until it is
        read again. Measured: 5 of 23,353 openings without the forgetting, 0 of 23,706 with it.
        """
        if self.in_transaction:  # a full or failing disk has already rolled it back
            self.run("ROLLBACK")
        with suppress(sqlcipher3.Error):
            self.connection.execute("PRAGMA shrink_memory")

    @contextmanager
    def joined(self) -> Iterator[None]:
        """A part of the transaction that is open, else one of its own."""
        if self.in_transaction:
            yield
        else:
            with self.transaction():
                yield

    def close(self) -> None:
        """Close; to close twice does nothing."""
        with told():
            self.connection.close()


def create_database(path: Path, key: DataKey) -> Database:
    """A new encrypted database in the place of whatever ``path`` was, without a table yet."""
    with told():
        journal_of(path).unlink(missing_ok=True)  # one left by a creation that broke off would be rolled back into ours
        os.close(new_private_file(path))
        database = Database(_connect(path, key, "rw"), path, True)
    try:
        _settle(database)
        database.run(f"PRAGMA application_id = {APPLICATION_ID}")
    except BaseException:
        database.close()
        raise
    return database


def open_database(path: Path, key: DataKey, known_version: int, writable: bool = True) -> Database:
    """The database of a vault, for reading alone where it cannot be written or a later version has changed it.

    The caller has seen that the file may be ours (:mod:`redi_desktop.store.database_file`) and holds the vault's
    lock. Raises :class:`VaultDamaged` where the key does not open it.
    """
    database = _recognised(path, key, writable)
    try:
        if (found := schema_version(database)) > known_version:
            if writable:
                database.close()
                return open_database(path, key, known_version, writable=False)
            database.newer = VaultNewer("vault_newer", found=found, known=known_version)
        _settle(database)
    except BaseException:
        database.close()
        raise
    return database


def reopen_database(database: Database, key: DataKey, known_version: int) -> None:
    """Give an open database a fresh connection, which remembers no page of the old one."""
    database.close()
    database.connection = open_database(database.path, key, known_version, database.writable).connection


def schema_version(database: Database) -> int:
    """How many migrations are in."""
    row = database.row("PRAGMA user_version")
    return int(row[0]) if row else 0


def has_table(database: Database, name: str) -> bool:
    """Whether the database has got that table yet."""
    return database.row("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", name) is not None


def journal_of(path: Path) -> Path:
    """The file in which SQLite keeps what a transaction has to undo."""
    return path.with_name(path.name + "-journal")


def assert_encrypted(driver: Driver) -> None:
    """Raise where the driver has no encryption: the standard library's takes a key and writes plain text."""
    version = driver.execute("PRAGMA cipher_version").fetchone()
    if version is None or int(str(version[0]).partition(".")[0]) < 4:
        raise VaultError("encryption_missing")


def _recognised(path: Path, key: DataKey, writable: bool) -> Database:
    """A connection that the key opens, to a database of ours; what a crash left to undo is undone."""
    with told():
        database = Database(_connect(path, key, "rw" if writable else "ro"), path, writable)
    try:
        database.row("SELECT count(*) FROM sqlite_master")
        if database.row("PRAGMA application_id") != (APPLICATION_ID,):
            raise NotAVault("database_of_another_program")
    except BaseException:
        database.close()
        raise
    return database


def _connect(path: Path, key: DataKey, mode: str) -> sqlcipher3.Connection:
    connection = sqlcipher3.connect(f"{_uri(path)}?mode={mode}", uri=True, timeout=0, isolation_level=None)
    try:
        assert_encrypted(connection)
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("PRAGMA cipher_memory_security = ON")
        connection.set_key(key.for_database)
    except BaseException:
        connection.close()
        raise
    return connection


def _settle(database: Database) -> None:
    """Make every setting, read each of them back, and take the file for ourselves."""
    for name, value, expected in _SETTINGS:
        database.run(f"PRAGMA {name} = {value}")
        if database.row(f"PRAGMA {name}") != (expected,):
            raise VaultDamaged("database_setting_refused", setting=name)
    if database.writable:
        database.writable = _taken_for_writing(database)


def _taken_for_writing(database: Database) -> bool:
    """Hold the file against every other program from now on; false where it can only be read.

    SQLite falls back to reading without a word, so a write is tried: the version number it already has, taken back.
    """
    database.run("BEGIN EXCLUSIVE")
    try:
        database.run(f"PRAGMA user_version = {schema_version(database)}")
    except StorageFailed:
        return False
    finally:
        database.take_back()
    return True


def _uri(path: Path) -> str:
    """The path as SQLite reads it; a Windows share keeps its two slashes behind an empty authority."""
    uri = path.absolute().as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)

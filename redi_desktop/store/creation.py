"""Lays down the files of a new vault, so that a kill midway leaves no vault or a whole one.

The database is made under another name and renamed once it is complete; that rename is the moment of birth. The
keys are on the disk before it, as ``keys.new.json``, which opens nothing by itself and which a later opening takes
for the key file if the last step was missed. No file under its final name is ever written over here.
"""

from __future__ import annotations

import secrets

from redi_desktop.durable_files import move_durably, sync_folder, write_durably
from redi_desktop.store import clock as clocks
from redi_desktop.store.acts import Act
from redi_desktop.store.clock import Clock
from redi_desktop.store.connection import Database, create_database, journal_of
from redi_desktop.store.failures import told
from redi_desktop.store.journal import Journal
from redi_desktop.store.key_cost import KeyLimits
from redi_desktop.store.key_file import KeyFile, write_key_file
from redi_desktop.store.keys import DataKey
from redi_desktop.store.layout import VaultFiles
from redi_desktop.store.migrating import migrate

VAULT_ID_BYTES = 16


def lay_down(files: VaultFiles, passphrase: str, limits: KeyLimits, clock: Clock) -> tuple[KeyFile, DataKey]:
    """Make the files of a new vault in a folder that holds none and whose lock is ours."""
    key = DataKey.fresh()
    key_file = KeyFile.sealing(key, secrets.token_hex(VAULT_ID_BYTES), passphrase, limits)
    with told():
        write_durably(files.keys_new, key_file.written())
        _make_database(files, key_file.vault, key, clock)
        journal_of(files.database).unlink(missing_ok=True)
        move_durably(files.database_part, files.database)
        write_key_file(files, key_file)
        files.keys_new.unlink()
        sync_folder(files.folder)
    return key_file, key


def _make_database(files: VaultFiles, vault: str, key: DataKey, clock: Clock) -> None:
    database = create_database(files.database_part, key)
    try:
        with database.transaction():
            migrate(database, clock)
            _register(database, vault, key, clock)
    finally:
        database.close()
    journal_of(files.database_part).unlink(missing_ok=True)


def _register(database: Database, vault: str, key: DataKey, clock: Clock) -> None:
    """Write the vault's own row and the first row of its journal, within the transaction that makes the tables."""
    created = clocks.written(clock())
    database.run("INSERT INTO vault (only_row, id, created_at) VALUES (1, ?, ?)", vault, created)
    Journal.of(database, key, clock).append(Act.VAULT_CREATED)

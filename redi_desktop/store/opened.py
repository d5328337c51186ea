"""What an open vault consists of: its files, its lock, its key and its database."""

from __future__ import annotations

from dataclasses import dataclass

from redi_desktop.errors import VaultDamaged
from redi_desktop.store.clock import Clock
from redi_desktop.store.connection import Database, reopen_database
from redi_desktop.store.key_cost import KeyLimits
from redi_desktop.store.key_file import KeyFile
from redi_desktop.store.keys import DataKey
from redi_desktop.store.layout import VaultFiles
from redi_desktop.store.lock import VaultLock
from redi_desktop.store.migrating import KNOWN_VERSION


@dataclass(slots=True)
class Opened:
    """The parts of an open vault. ``key_file`` is None after a recovery that set no new passphrase."""

    files: VaultFiles
    lock: VaultLock | None
    key_file: KeyFile | None
    key: DataKey
    database: Database
    limits: KeyLimits
    clock: Clock

    def vault_id(self) -> str:
        """The vault's own identifier, as the database keeps it."""
        row = self.database.row("SELECT id FROM vault")
        if row is None:
            raise VaultDamaged("database_damaged")
        return str(row[0])

    def reopen(self) -> None:
        """Give the database a fresh connection, which remembers no page of the old one."""
        reopen_database(self.database, self.key, KNOWN_VERSION)

    def close(self) -> None:
        """Close the database and let go of the lock; to close twice does nothing."""
        try:
            self.database.close()
        finally:
            if self.lock:
                self.lock.release()

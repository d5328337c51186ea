"""The files of a vault's folder, by name. None of these names says anything about a person."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from redi_desktop.durable_files import PART
from redi_desktop.store.failures import told

DATABASE = "dossiers.db"
KEYS = "keys.json"
KEYS_COPY = "keys.bak.json"
KEYS_NEW = "keys.new.json"
LOCK = "lock"
BACKUPS = "backups"
REPLACED = "replaced"
MANIFEST = "backup.json"


@dataclass(frozen=True, slots=True)
class VaultFiles:
    """Where each file of one vault stands."""

    folder: Path

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.folder / DATABASE

    @property
    def database_part(self) -> Path:
        """The database while the vault is being made; it counts for nothing."""
        return self.folder / (DATABASE + PART)

    @property
    def keys(self) -> Path:
        """The wrapped data key."""
        return self.folder / KEYS

    @property
    def keys_copy(self) -> Path:
        """The same again, for the day the first is damaged."""
        return self.folder / KEYS_COPY

    @property
    def keys_new(self) -> Path:
        """The wrapped data key of a database that is about to take its place: it opens nothing by itself."""
        return self.folder / KEYS_NEW

    @property
    def lock(self) -> Path:
        """The file whose lock keeps a second window out."""
        return self.folder / LOCK

    @property
    def backups(self) -> Path:
        """The folder of the backups, a folder each."""
        return self.folder / BACKUPS

    @property
    def replaced(self) -> Path:
        """The folder of what a restored backup or a renewed key has replaced, a folder each."""
        return self.folder / REPLACED

    @property
    def manifest(self) -> Path:
        """What a backup says of itself; a folder that holds one is a backup, not a vault to work in."""
        return self.folder / MANIFEST

    def any_present(self) -> bool:
        """Whether a vault, or what is left of one, stands here; a creation that broke off does not count."""
        with told():
            return any(path.exists() for path in (self.database, self.keys, self.keys_copy))

"""The vault: one folder with the worker's cases, opened by a passphrase. The one door to everything in this package."""

from __future__ import annotations

import logging
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from redi_desktop.errors import StorageFailed, VaultError, VaultMissing
from redi_desktop.store import clock as clocks
from redi_desktop.store.cases import CaseStore
from redi_desktop.store.clock import Clock
from redi_desktop.store.connection import Database, open_database, reopen_database
from redi_desktop.store.creation import lay_down
from redi_desktop.store.database_file import refuse_what_cannot_be_ours
from redi_desktop.store.failures import told
from redi_desktop.store.journal import Act, Journal
from redi_desktop.store.key_cost import SAFE_LIMITS, KeyLimits
from redi_desktop.store.key_file import KeyFile, mend_key_files, read_key_file, write_key_file
from redi_desktop.store.keys import DataKey
from redi_desktop.store.layout import VaultFiles
from redi_desktop.store.lock import VaultLock
from redi_desktop.store.migrating import KNOWN_VERSION, migrate
from redi_desktop.store.verification import VaultCheck, check_database, check_key_files

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Opened:
    files: VaultFiles
    lock: VaultLock | None
    key_file: KeyFile
    key: DataKey
    database: Database


class Vault:
    """An open vault. It belongs to the thread that opened it, and is closed by hand or by leaving its context.

    What can go wrong, with its codes, stands in the docstring of :mod:`redi_desktop.store`.
    """

    def __init__(self, opened: _Opened, limits: KeyLimits, clock: Clock) -> None:
        """For :meth:`create` and :meth:`open`."""
        self._opened = opened
        self._limits = limits
        self._journal = Journal.of(opened.database, opened.key, clock)
        self._cases = CaseStore(opened.database, self._journal, clock)

    @staticmethod
    def present(folder: Path) -> bool:
        """Whether that folder holds a vault, or what is left of one: then it is opened, and none is made there."""
        return VaultFiles(folder).any_present()

    @classmethod
    def create(
        cls, folder: Path, passphrase: str, *, limits: KeyLimits = SAFE_LIMITS, clock: Clock = clocks.now
    ) -> Vault:
        """Make a vault in a folder that holds none, and open it."""
        files = VaultFiles(folder)
        with ExitStack() as undo:
            with told():
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _refuse_present(files)
            lock = VaultLock.take(files.lock, clock)
            undo.callback(lock.release)
            _refuse_present(files)
            key_file, key = lay_down(files, passphrase, limits, clock)
            database = open_database(files.database, key, KNOWN_VERSION)
            undo.pop_all()
        return cls(_Opened(files, lock, key_file, key, database), limits, clock)

    @classmethod
    def open(
        cls, folder: Path, passphrase: str, *, limits: KeyLimits = SAFE_LIMITS, clock: Clock = clocks.now
    ) -> Vault:
        """Open the vault of a folder; read-only where the folder or the database cannot be written."""
        files = VaultFiles(folder)
        if not files.any_present():
            raise VaultMissing("vault_missing", folder=str(folder))
        refuse_what_cannot_be_ours(files.database)
        with ExitStack() as undo:
            lock = _lock_if_writable(files, clock)
            if lock:
                undo.callback(lock.release)
            key_file = read_key_file(files, limits)
            key = key_file.open(passphrase)
            database = open_database(files.database, key, KNOWN_VERSION, writable=lock is not None)
            undo.callback(database.close)
            migrate(database, clock)
            _mend(files, key_file, database)
            undo.pop_all()
        return cls(_Opened(files, lock, key_file, key, database), limits, clock)

    @property
    def folder(self) -> Path:
        """Where the vault stands."""
        return self._opened.files.folder

    @property
    def id(self) -> str:
        """The vault's own identifier, which its copies and its key file share."""
        return self._opened.key_file.vault

    @property
    def writable(self) -> bool:
        """Whether cases can be saved."""
        return self._opened.database.writable

    @property
    def cases(self) -> CaseStore:
        """The cases."""
        return self._cases

    @property
    def journal(self) -> Journal:
        """What was done, in order."""
        return self._journal

    def change_passphrase(self, old: str, new: str) -> None:
        """Wrap the same key under another passphrase; the database is not touched.

        Raises :class:`WrongPassphrase` where ``old`` is not the present one. Copies of the former key file, if
        somebody kept one, still open with the former passphrase.
        """
        opened = self._opened
        opened.key_file.open(old)
        renewed = KeyFile.sealing(opened.key, self.id, new, self._limits)
        try:
            with opened.database.transaction():
                self._journal.append(Act.PASSPHRASE_CHANGED)
                write_key_file(opened.files, renewed)
        except BaseException:
            # an error means that the old passphrase is still the one
            with suppress(StorageFailed):
                write_key_file(opened.files, opened.key_file)
            raise
        opened.key_file = renewed

    def verify(self) -> VaultCheck:
        """Check everything, as it is on the disk; the worker's cases stay open meanwhile.

        Raises :class:`VaultDamaged` where the database cannot even be opened again; the vault is then closed.
        """
        opened = self._opened
        reopen_database(opened.database, opened.key, KNOWN_VERSION)
        found = check_database(opened.database, self._cases)
        keys = check_key_files(opened.files, opened.key_file)
        return replace(found, faults=(*found.faults, *keys))

    def close(self) -> None:
        """Close the database and let go of the lock; to close twice does nothing."""
        try:
            self._opened.database.close()
        finally:
            if self._opened.lock:
                self._opened.lock.release()

    def __enter__(self) -> Self:
        """The vault itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()


def _refuse_present(files: VaultFiles) -> None:
    if files.any_present():
        raise VaultError("vault_exists", folder=str(files.folder))


def _lock_if_writable(files: VaultFiles, clock: Clock) -> VaultLock | None:
    """The lock; none in a folder that cannot be written, where the database is then opened for reading alone."""
    try:
        return VaultLock.take(files.lock, clock)
    except StorageFailed as failure:
        if failure.code != "read_only":
            raise
        return None


def _mend(files: VaultFiles, key_file: KeyFile, database: Database) -> None:
    """Write a damaged or stale key file again, now that what was read has opened the vault."""
    if not database.writable:
        return
    try:
        if mend_key_files(files, key_file):
            _log.warning("key_file_mended")
    except StorageFailed:
        _log.warning("key_file_not_mended")

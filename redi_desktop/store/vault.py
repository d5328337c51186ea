"""The vault: one folder with the worker's cases, opened by a passphrase. The one door to everything in this package."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from redi_desktop.errors import VaultError, VaultNewer
from redi_desktop.store import clock as clocks
from redi_desktop.store.acts import Act
from redi_desktop.store.adoptions import Adoptions
from redi_desktop.store.assessments import Assessments
from redi_desktop.store.backup_manifest import Backup, BackupReason
from redi_desktop.store.backups import Backups
from redi_desktop.store.cases import CaseStore
from redi_desktop.store.clock import Clock
from redi_desktop.store.connection import open_database
from redi_desktop.store.contents import Contents
from redi_desktop.store.creation import lay_down
from redi_desktop.store.decisions import Decisions
from redi_desktop.store.drafts import Drafts
from redi_desktop.store.failures import told
from redi_desktop.store.journal import Journal
from redi_desktop.store.journal_pruning import prune
from redi_desktop.store.kept_parameters import KeptParameters
from redi_desktop.store.key_cost import SAFE_LIMITS, KeyLimits
from redi_desktop.store.key_file import read_key_file
from redi_desktop.store.layout import VaultFiles
from redi_desktop.store.lock import VaultLock
from redi_desktop.store.migrating import KNOWN_VERSION
from redi_desktop.store.opened import Opened
from redi_desktop.store.opening import opened_vault, vault_lock
from redi_desktop.store.recomputing import Recomputation, recompute
from redi_desktop.store.recovery import RecoveryCode
from redi_desktop.store.renewing import renew
from redi_desktop.store.replacing import expire_replaced
from redi_desktop.store.retention import Retention
from redi_desktop.store.settings_kept import VaultSettings
from redi_desktop.store.unlocking import with_passphrase, with_recovery
from redi_desktop.store.verification import VaultCheck, check_against_backups, check_database, check_key_files
from redi_desktop.store.ways_in import prove_sheet, wrap_key


class Vault:
    """An open vault. It belongs to the thread that opened it, and is closed by hand or by leaving its context.

    What can go wrong, with its codes, stands in the docstring of :mod:`redi_desktop.store`.
    """

    def __init__(self, opened: Opened) -> None:
        """For :meth:`create` and :meth:`open`."""
        self._opened = opened
        self._contents = Contents.of(opened.database, opened.key, opened.clock)
        self._backups = Backups(opened, self._contents)
        self._id = opened.vault_id()

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
        return cls(Opened(files, lock, key_file, key, database, limits, clock))

    @classmethod
    def open(
        cls, folder: Path, passphrase: str, *, limits: KeyLimits = SAFE_LIMITS, clock: Clock = clocks.now
    ) -> Vault:
        """Open the vault of a folder.

        It is opened for reading alone where the folder or the database cannot be written, and where a newer version of
        the program has changed it (:attr:`newer`).
        """
        files = VaultFiles(folder)
        with vault_lock(files, clock) as lock:
            unlocked = with_passphrase(files, passphrase, limits, lock is not None)
            return cls(opened_vault(files, lock, unlocked, Act.VAULT_OPENED, limits, clock))

    @classmethod
    def open_with_recovery(
        cls,
        folder: Path,
        sheet_text: str,
        new_passphrase: str | None = None,
        *,
        limits: KeyLimits = SAFE_LIMITS,
        clock: Clock = clocks.now,
    ) -> Vault:
        """Open the vault with what its recovery sheet says; neither the key file nor its passphrase is needed.

        With ``new_passphrase`` a fresh key file is written, and the former passphrase opens the vault no more.
        """
        files = VaultFiles(folder)
        with vault_lock(files, clock) as lock:
            unlocked = with_recovery(files, sheet_text, limits, lock is not None)
            vault = cls(opened_vault(files, lock, unlocked, Act.VAULT_RECOVERED, limits, clock))
        try:
            if new_passphrase is not None:
                vault.set_passphrase(new_passphrase)
        except BaseException:
            vault.close()
            raise
        return vault

    @property
    def folder(self) -> Path:
        """Where the vault stands."""
        return self._opened.files.folder

    @property
    def id(self) -> str:
        """The vault's own identifier, which its copies and its key file share."""
        return self._id

    @property
    def clock(self) -> Clock:
        """The clock that the vault goes by."""
        return self._opened.clock

    @property
    def writable(self) -> bool:
        """Whether cases can be saved."""
        return self._opened.database.writable

    @property
    def newer(self) -> VaultNewer | None:
        """What to tell where a newer version of the program has changed the vault, which can then only be read."""
        return self._opened.database.newer

    @property
    def cases(self) -> CaseStore:
        """The cases."""
        return self._contents.cases

    @property
    def drafts(self) -> Drafts:
        """Half-typed texts."""
        return self._contents.drafts

    @property
    def parameters(self) -> KeptParameters:
        """The packs and policies that results were computed with."""
        return self._contents.parameters

    @property
    def assessments(self) -> Assessments:
        """The frozen results."""
        return self._contents.assessments

    @property
    def decisions(self) -> Decisions:
        """What the committee decided."""
        return self._contents.decisions

    @property
    def journal(self) -> Journal:
        """What was done, in order."""
        return self._contents.journal

    @property
    def settings(self) -> VaultSettings:
        """What the CPAS has chosen for this vault, and what the vault remembers of its care."""
        return self._contents.settings

    @property
    def adoptions(self) -> Adoptions:
        """Which packs and which policy the vault goes by."""
        return self._contents.adoptions

    @property
    def retention(self) -> Retention:
        """Which closed cases are due to be erased."""
        return Retention(self._contents)

    @property
    def backups(self) -> Backups:
        """The backups."""
        return self._backups

    @property
    def contents(self) -> Contents:
        """All parts together, for what reads or writes several of them."""
        return self._contents

    def recompute(self, assessment_id: str) -> Recomputation:
        """Compute a frozen result again, and say whether the cents are the same."""
        return recompute(self.assessments.load(assessment_id), self.parameters)

    def check_passphrase(self, passphrase: str) -> None:
        """Raise :class:`WrongPassphrase` where it is not that of the vault; nothing is opened or written."""
        opened = self._opened
        (opened.key_file or read_key_file(opened.files, opened.limits)).open(passphrase)

    def change_passphrase(self, old: str, new: str) -> None:
        """Wrap the same key under another passphrase, after a backup; the database is not touched.

        Raises :class:`WrongPassphrase` where ``old`` is not the present one. Copies of the former key file, as in that
        backup, still open with the former passphrase.
        """
        if self._opened.key_file:
            self._opened.key_file.open(old)
        self.backups.make(BackupReason.BEFORE_CHANGE)
        self.set_passphrase(new)

    def set_passphrase(self, new: str) -> None:
        """Wrap the key under a passphrase without asking for the former one: after a recovery."""
        wrap_key(self._opened, self._contents, new)

    def recovery_code(self) -> RecoveryCode:
        """What the recovery sheet says: the key itself. Whoever reads it opens the vault."""
        return RecoveryCode.of(self._opened.key, self.id)

    def prove_recovery(self, sheet_text: str) -> None:
        """Take what was typed back from the sheet and open the vault with it, and nothing else.

        Raises :class:`VaultError` with a code that begins with ``recovery_``; the vault stays open either way.
        """
        prove_sheet(self._opened, self._contents, sheet_text)

    def renew_key(self, passphrase: str) -> None:
        """Give the vault a new key, which ``passphrase`` opens; the recovery sheets printed so far open it no more.

        Raises :class:`WrongPassphrase`. Backups made before stay under the old key.
        """
        if self._opened.key_file:
            self._opened.key_file.open(passphrase)
        renew(self._opened, self._contents, passphrase)

    def daily_care(self) -> Backup | None:
        """To be called after a save: on the first of a day, back up, shorten the journal, take away what has expired.

        Gives the backup that was made. Does nothing, in a fraction of a millisecond, where nothing is due.
        """
        if not self.writable or not self.backups.due:
            return None
        made = self.backups.make(BackupReason.DAY)
        now = self._opened.clock()
        prune(self._contents, now)
        expire_replaced(self._opened.files, now)
        return made

    def verify(self) -> VaultCheck:
        """Check everything, as it is on the disk; the worker's cases stay open meanwhile.

        Raises :class:`VaultDamaged` where the database cannot even be opened again; the vault is then closed.
        """
        opened = self._opened
        opened.reopen()
        found = check_database(self._contents)
        keys = check_key_files(opened.files, opened.key_file)
        older = check_against_backups(opened.files, self.id, opened.key, self._contents) if found.readable else ()
        return replace(found, faults=(*found.faults, *keys, *older))

    def close(self) -> None:
        """Close the database and let go of the lock; to close twice does nothing."""
        self._opened.close()

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

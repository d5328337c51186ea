"""The order in which a vault is opened, from its folder to a database that is up to date."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from redi_desktop.errors import StorageFailed, VaultError, VaultMissing, VaultNewer
from redi_desktop.store.acts import Act
from redi_desktop.store.backup_manifest import BackupReason
from redi_desktop.store.backups import Backups
from redi_desktop.store.clock import Clock
from redi_desktop.store.connection import journal_of, schema_version
from redi_desktop.store.contents import Contents
from redi_desktop.store.database_file import refuse_what_cannot_be_ours
from redi_desktop.store.failures import is_of_the_schema, told
from redi_desktop.store.glances import GlanceRows
from redi_desktop.store.key_cost import KeyLimits
from redi_desktop.store.key_file import KeyFile, mend_key_files
from redi_desktop.store.layout import VaultFiles
from redi_desktop.store.lock import VaultLock
from redi_desktop.store.migrating import KNOWN_VERSION, migrate, pending
from redi_desktop.store.opened import Opened
from redi_desktop.store.unlocking import Unlocked

_log = logging.getLogger(__name__)


@contextmanager
def vault_lock(files: VaultFiles, clock: Clock) -> Iterator[VaultLock | None]:
    """The lock of a folder that may hold a vault, let go of where something goes wrong inside.

    None in a folder that cannot be written, where the database is then opened for reading alone.
    """
    _refuse_what_is_no_vault(files)
    lock = _lock_if_writable(files, clock)
    try:
        yield lock
    except BaseException:
        if lock:
            lock.release()
        raise


def opened_vault(
    files: VaultFiles, lock: VaultLock | None, unlocked: Unlocked, act: Act, limits: KeyLimits, clock: Clock
) -> Opened:
    """Bring what was unlocked up to date, mend its key files, and tell the journal how it was opened."""
    opened = Opened(files, lock, unlocked.key_file, unlocked.key, unlocked.database, limits, clock)
    try:
        if opened.database.newer:
            _refuse_unreadable(opened)
        else:
            _bring_up_to_date(opened)
            _renew_glances(opened)
        if opened.key_file and opened.key_file.vault != opened.vault_id():
            opened.key_file = None
        if opened.database.writable:
            _mend(files, opened.key_file)
            _tell(opened, act)
    except BaseException:
        opened.database.close()
        raise
    return opened


def _refuse_what_is_no_vault(files: VaultFiles) -> None:
    if not files.any_present():
        raise VaultMissing("vault_missing", folder=str(files.folder))
    if files.manifest.exists():
        raise VaultError("folder_is_backup", folder=str(files.folder))
    refuse_what_cannot_be_ours(files.database)


def _lock_if_writable(files: VaultFiles, clock: Clock) -> VaultLock | None:
    try:
        return VaultLock.take(files.lock, clock)
    except StorageFailed as failure:
        if failure.code != "read_only":
            raise
        return None


def _bring_up_to_date(opened: Opened) -> None:
    """Apply what is pending, after a verified backup of the vault as it was."""
    if not pending(opened.database):
        return
    if not opened.database.writable:
        raise StorageFailed("read_only")
    Backups(opened, _contents(opened)).make(BackupReason.BEFORE_MIGRATION)
    migrate(opened.database, opened.clock)
    _contents(opened).journal.note(Act.VAULT_MIGRATED)


def _renew_glances(opened: Opened) -> None:
    """Make again what the list shows of each case, where it is behind; nothing else rests on it."""
    glances = GlanceRows(opened.database)
    if opened.database.writable and glances.any_behind:
        try:
            with opened.database.transaction():
                glances.bring_up_to_date()
        except StorageFailed:
            _log.warning("glances_not_renewed")


def _refuse_unreadable(opened: Opened) -> None:
    """See that what a later version has made of the tables can be read; raise :class:`VaultNewer` where it cannot."""
    found = schema_version(opened.database)
    try:
        contents = _contents(opened)
        for shown in contents.cases.list(include_archived=True)[:1]:
            contents.cases.open(shown.id)
        contents.journal.head()
    except Exception as error:
        if isinstance(error, ValueError) or is_of_the_schema(error):
            raise VaultNewer("vault_newer_unreadable", found=found, known=KNOWN_VERSION) from error
        raise


def _contents(opened: Opened) -> Contents:
    return Contents.of(opened.database, opened.key, opened.clock)


def _mend(files: VaultFiles, key_file: KeyFile | None) -> None:
    """Write a damaged or stale key file again, now that what was read has opened the vault; sweep what a kill left."""
    try:
        if key_file and mend_key_files(files, key_file):
            _log.warning("key_file_mended")
        with told():
            for leftover in (files.database_part, journal_of(files.database_part)):
                leftover.unlink(missing_ok=True)
    except StorageFailed:
        _log.warning("key_file_not_mended")


def _tell(opened: Opened, act: Act) -> None:
    """A full disk keeps nobody from reading the cases."""
    try:
        _contents(opened).journal.note(act)
    except StorageFailed:
        _log.warning("opening_not_journaled")

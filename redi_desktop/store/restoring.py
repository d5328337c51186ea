"""Puts a backup back in the place of a vault: copied, verified, swapped in; the old file is kept."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from redi_desktop.durable_files import copy_durably
from redi_desktop.errors import UserError, VaultDamaged, VaultError, VaultNewer, WrongPassphrase
from redi_desktop.store import clock as clocks
from redi_desktop.store.acts import Act
from redi_desktop.store.backup_manifest import Backup, backups_in, digest_of
from redi_desktop.store.clock import Clock
from redi_desktop.store.connection import Database, open_database
from redi_desktop.store.contents import Contents
from redi_desktop.store.failures import told
from redi_desktop.store.key_cost import SAFE_LIMITS, KeyLimits
from redi_desktop.store.key_file import KeyFile, read_key_file
from redi_desktop.store.keys import DataKey
from redi_desktop.store.layout import VaultFiles
from redi_desktop.store.lock import VaultLock
from redi_desktop.store.migrating import KNOWN_VERSION, migrate
from redi_desktop.store.recovery import RecoveryCode
from redi_desktop.store.replacing import replace_database
from redi_desktop.store.verification import check_database


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and where the old database is kept; None where there was none."""

    backup: Backup
    replaced: Path | None


def restore(
    folder: Path,
    backup_folder: Path,
    passphrase: str,
    *,
    sheet_text: str | None = None,
    limits: KeyLimits = SAFE_LIMITS,
    clock: Clock = clocks.now,
) -> Restored:
    """Restore a backup into a vault's folder, which is closed; the folder may have lost everything.

    The passphrase is that of the vault, or the one of the day the backup was made; or the recovery sheet stands in for
    both. Nothing is touched before the copy has been opened and checked: :class:`VaultDamaged` ``backup_damaged``.
    """
    files, backup = VaultFiles(folder), Backup.at(backup_folder)
    if not backup.is_intact():
        raise VaultDamaged("backup_damaged", name=backup.name)
    with ExitStack() as undo:
        with told():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = VaultLock.take(files.lock, clock)
        undo.callback(lock.release)
        _refuse_other(files, backup, limits)
        key, keys = _key(files, backup, passphrase, sheet_text, limits)
        with told():
            copy_durably(backup.files.database, files.database_part)
        undo.callback(files.database_part.unlink, missing_ok=True)
        _prepare(files, backup, key, clock)
        _settle(files.database, key)
        replaced = replace_database(files, files.database_part, keys, clock)
    return Restored(backup, replaced)


def _refuse_other(files: VaultFiles, backup: Backup, limits: KeyLimits) -> None:
    """A backup does not take the place of another vault."""
    try:
        present = read_key_file(files, limits).vault
    except VaultError:
        return
    if present != backup.manifest.vault:
        raise VaultError("backup_of_another_vault", name=backup.name)


def _key(
    files: VaultFiles, backup: Backup, passphrase: str, sheet_text: str | None, limits: KeyLimits
) -> tuple[DataKey, KeyFile | None]:
    """The key that opens the backup, and the key file to put beside it; None where the present one is right."""
    if sheet_text is not None:
        key = RecoveryCode.read(sheet_text).key
        if not _opens(backup, key):
            raise VaultError("recovery_does_not_open")
        return key, None
    troubles: list[UserError] = []
    for place, own in ((files, True), (backup.files, False)):
        try:
            key_file = read_key_file(place, limits)
            key = key_file.open(passphrase)
        except VaultError as trouble:
            troubles.append(trouble)
            continue
        if _opens(backup, key):
            return key, None if own else key_file
    raise next((trouble for trouble in troubles if isinstance(trouble, WrongPassphrase)), None) or VaultDamaged(
        "backup_damaged", name=backup.name
    )


def _opens(backup: Backup, key: DataKey) -> bool:
    return backup.manifest.is_sealed_by(key)


def _prepare(files: VaultFiles, backup: Backup, key: DataKey, clock: Clock) -> None:
    """Check the copy, bring it up to date, and write into its journal that it was restored."""
    database = open_database(files.database_part, key, KNOWN_VERSION)
    try:
        if database.newer:
            raise VaultNewer("backup_newer", name=backup.name)
        if not check_database(Contents.of(database, key, clock)).data_sound:
            raise VaultDamaged("backup_damaged", name=backup.name)
        migrate(database, clock)
        _tell(files, database, backup, key, clock)
    finally:
        database.close()
    if digest_of(backup.files.database) != backup.manifest.sha256:
        raise VaultDamaged("backup_damaged", name=backup.name)


def _tell(files: VaultFiles, database: Database, backup: Backup, key: DataKey, clock: Clock) -> None:
    contents = Contents.of(database, key, clock)
    later = [other.name for other in backups_in(files.backups) if other.manifest.sequence > backup.manifest.sequence]
    with database.transaction():
        abandoned = contents.settings.abandoned_backups | set(later)
        contents.settings.remember("abandoned_backups", " ".join(sorted(abandoned)))
        contents.journal.append(Act.VAULT_RESTORED, place=backup.name)


def _settle(path: Path, key: DataKey) -> None:
    """Let the old database undo what a crash has left half done, where it still opens: then its journal can go."""
    try:
        open_database(path, key, KNOWN_VERSION).close()
    except VaultError:
        return

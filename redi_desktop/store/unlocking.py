"""Finds the key that opens a vault's database: from a passphrase, or from what stands on the recovery sheet."""

from __future__ import annotations

from typing import NamedTuple

from redi_desktop.errors import KeyFileDamaged, NotAVault, VaultDamaged, VaultError, VaultMissing, WrongPassphrase
from redi_desktop.store.connection import Database, open_database
from redi_desktop.store.key_cost import KeyLimits
from redi_desktop.store.key_file import KeyFile, read_key_file, waiting_key_file
from redi_desktop.store.keys import DataKey
from redi_desktop.store.layout import VaultFiles
from redi_desktop.store.migrating import KNOWN_VERSION
from redi_desktop.store.recovery import RecoveryCode


class Unlocked(NamedTuple):
    """An open database, the key that opened it, and the key file that held the key, if any did."""

    key_file: KeyFile | None
    key: DataKey
    database: Database


def with_passphrase(files: VaultFiles, passphrase: str, limits: KeyLimits, writable: bool) -> Unlocked:
    """Open the database with the key file's key.

    Where that does not fit, the key file of a renewal or restoration that broke off after the database had taken its
    place is tried as well. What is raised is the trouble with the key file itself.
    """
    key_file = read_key_file(files, limits)
    try:
        return _opened(files, key_file, passphrase, writable)
    except (WrongPassphrase, VaultDamaged) as trouble:
        waiting = waiting_key_file(files, limits)
        if waiting is None or waiting == key_file:
            raise
        try:
            return _opened(files, waiting, passphrase, writable)
        except VaultError:
            raise trouble from None


def with_recovery(files: VaultFiles, sheet_text: str, limits: KeyLimits, writable: bool) -> Unlocked:
    """Open the database with the key on a sheet; a sound key file that is there is kept, but not needed."""
    code = RecoveryCode.read(sheet_text)
    try:
        database = open_database(files.database, code.key, KNOWN_VERSION, writable)
    except VaultDamaged as damage:
        other = _other_vault(files, code, limits)
        raise VaultError("recovery_of_another_vault" if other else "recovery_does_not_open") from damage
    return Unlocked(_sound_key_file(files, limits), code.key, database)


def _opened(files: VaultFiles, key_file: KeyFile, passphrase: str, writable: bool) -> Unlocked:
    key = key_file.open(passphrase)
    return Unlocked(key_file, key, open_database(files.database, key, KNOWN_VERSION, writable))


def _other_vault(files: VaultFiles, code: RecoveryCode, limits: KeyLimits) -> bool:
    """Whether the key file, if one can be read, is that of another vault than the sheet."""
    key_file = _sound_key_file(files, limits)
    return key_file is not None and not code.is_of(key_file.vault)


def _sound_key_file(files: VaultFiles, limits: KeyLimits) -> KeyFile | None:
    try:
        return read_key_file(files, limits)
    except (KeyFileDamaged, NotAVault, VaultMissing):
        return None

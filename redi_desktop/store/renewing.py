"""Gives a vault a new data key: for the day a recovery sheet is lost or somebody may have seen it.

The database is copied, the copy is re-encrypted and checked, and then takes the old one's place. Backups made before
stay under the old key, and so does every copy of them: they are no safer than the sheet was.
"""

from __future__ import annotations

import os

from redi_desktop.durable_files import new_private_file
from redi_desktop.errors import VaultDamaged, VaultError
from redi_desktop.store.acts import Act
from redi_desktop.store.backup_manifest import BackupReason
from redi_desktop.store.backups import Backups
from redi_desktop.store.connection import journal_of, open_database
from redi_desktop.store.contents import Contents
from redi_desktop.store.failures import told
from redi_desktop.store.key_file import KeyFile
from redi_desktop.store.keys import DataKey
from redi_desktop.store.migrating import KNOWN_VERSION
from redi_desktop.store.opened import Opened
from redi_desktop.store.replacing import forget_replaced, replace_database
from redi_desktop.store.verification import check_database


def renew(opened: Opened, contents: Contents, passphrase: str) -> None:
    """Re-encrypt an open vault under a fresh key, which ``passphrase`` will open.

    A verified backup is made before and another after; the old database is kept until that one is there. On any
    error the vault is what it was.
    """
    backups = Backups(opened, contents)
    backups.make(BackupReason.BEFORE_RENEWAL)
    key = DataKey.fresh()
    keys = KeyFile.sealing(key, opened.vault_id(), passphrase, opened.limits)
    part = opened.files.database_part
    try:
        _copy(opened, contents)
        _rekey(opened, key)
        opened.database.close()
        kept = replace_database(opened.files, part, keys, opened.clock)
    except BaseException:
        part.unlink(missing_ok=True)
        _reopen(opened, key, keys)
        raise
    _reopen(opened, key, keys)
    backups.make(BackupReason.AFTER_RENEWAL)
    if kept:
        forget_replaced(kept)


def _copy(opened: Opened, contents: Contents) -> None:
    """A copy of the database, still under the old key, which knows that it is being renewed."""
    part = opened.files.database_part
    with told():
        os.close(new_private_file(part))
    contents.database.run("VACUUM INTO ?", str(part))
    database = open_database(part, opened.key, KNOWN_VERSION)
    try:
        copy = Contents.of(database, opened.key, opened.clock)
        with database.transaction():
            copy.journal.keys.keep(database)
            copy.settings.remember("recovery_proven", "")
            copy.journal.append(Act.VAULT_RENEWED)
    finally:
        database.close()


def _rekey(opened: Opened, key: DataKey) -> None:
    """Encrypt the copy anew and see that it opens, whole, with nothing but the new key."""
    part = opened.files.database_part
    database = open_database(part, opened.key, KNOWN_VERSION)
    try:
        database.run(f'PRAGMA rekey = "{key.for_database}"')
    finally:
        database.close()
    with told():
        journal_of(part).unlink(missing_ok=True)
    database = open_database(part, key, KNOWN_VERSION)
    try:
        if not check_database(Contents.of(database, key, opened.clock)).fine:
            raise VaultDamaged("backup_not_verified")
    finally:
        database.close()
    with told():
        journal_of(part).unlink(missing_ok=True)


def _reopen(opened: Opened, key: DataKey, keys: KeyFile) -> None:
    """Open whichever of the two databases stands in the vault's place now."""
    try:
        database = open_database(opened.files.database, key, KNOWN_VERSION)
    except VaultError:
        opened.reopen()
        return
    opened.database.close()
    opened.database.connection = database.connection
    opened.key, opened.key_file = key, keys

"""The ways into an open vault: its passphrase, chosen anew, and its recovery sheet, tried out."""

from __future__ import annotations

from contextlib import suppress

from redi_desktop.errors import StorageFailed, VaultError
from redi_desktop.store import clock as clocks
from redi_desktop.store.acts import Act
from redi_desktop.store.contents import Contents
from redi_desktop.store.key_file import KeyFile, write_key_file
from redi_desktop.store.opened import Opened
from redi_desktop.store.recovery import RecoveryCode


def wrap_key(opened: Opened, contents: Contents, passphrase: str) -> None:
    """Wrap the key under another passphrase; on an error the old one still opens the vault."""
    renewed = KeyFile.sealing(opened.key, opened.vault_id(), passphrase, opened.limits)
    try:
        with opened.database.transaction():
            contents.journal.append(Act.PASSPHRASE_CHANGED)
            write_key_file(opened.files, renewed)
    except BaseException:
        if opened.key_file:
            with suppress(StorageFailed):
                write_key_file(opened.files, opened.key_file)
        raise
    opened.key_file = renewed


def prove_sheet(opened: Opened, contents: Contents, sheet_text: str) -> None:
    """Open the vault with what was typed back from the sheet, and nothing else.

    Raises :class:`VaultError` with a code that begins with ``recovery_``; the vault stays open either way.
    """
    code = RecoveryCode.read(sheet_text)
    if not code.is_of(opened.vault_id()):
        raise VaultError("recovery_of_another_vault")
    if code.key != opened.key:
        raise VaultError("recovery_does_not_open")
    opened.key = code.key
    opened.reopen()
    if opened.database.writable:
        with opened.database.transaction():
            contents.settings.remember("recovery_proven", clocks.written(opened.clock()))
            contents.journal.append(Act.RECOVERY_PROVEN)

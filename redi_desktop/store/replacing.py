"""Puts another database in the place of a vault's own, so that a kill at any step leaves the one or the other, whole.

What is replaced is kept in a folder of its own under ``replaced/``, which is a vault that can be opened. The order::

    1  the old database, settled (nothing to undo), its keys beside it, in replaced/
    2  the keys of the new one as keys.new.json, which an opening tries where keys.json does not fit
    3  the old journal file goes: a stray one would be rolled back into the new database
    4  the new database takes the place of the old: the moment that counts
    5  keys.json and its copy
"""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from itertools import chain, count
from pathlib import Path

from redi_desktop.durable_files import PART, copy_durably, move_durably, sync_folder, write_durably
from redi_desktop.store.clock import Clock
from redi_desktop.store.connection import journal_of
from redi_desktop.store.failures import told
from redi_desktop.store.key_file import KeyFile, write_key_file
from redi_desktop.store.layout import VaultFiles

KEPT_FOR = timedelta(days=30)
_STAMP = "%Y-%m-%d_%H%M%S"


def replace_database(files: VaultFiles, fresh: Path, keys: KeyFile | None, clock: Clock) -> Path | None:
    """Put ``fresh``, closed and checked, in the place of the closed database; gives the folder of the old one.

    ``keys`` are those that open it, where they are others than the present ones. Nothing is kept where there is no old
    database.
    """
    with told():
        kept = _set_aside(files, clock()) if files.database.exists() else None
        if keys:
            write_durably(files.keys_new, keys.written())
        journal_of(files.database).unlink(missing_ok=True)
        sync_folder(files.folder)
        move_durably(fresh, files.database)
        if keys:
            write_key_file(files, keys)
            files.keys_new.unlink(missing_ok=True)
    return kept


def expire_replaced(files: VaultFiles, now: datetime) -> None:
    """Take away what was replaced more than a month ago: it holds what may have been erased since."""
    with told():
        for folder in files.replaced.glob("*") if files.replaced.is_dir() else ():
            if now - _stamped(folder, now) > KEPT_FOR:
                shutil.rmtree(folder, ignore_errors=True)


def forget_replaced(folder: Path) -> None:
    """Take away what was replaced."""
    shutil.rmtree(folder, ignore_errors=True)


def _set_aside(files: VaultFiles, moment: datetime) -> Path:
    files.replaced.mkdir(mode=0o700, exist_ok=True)
    folder = _free(files.replaced, moment.strftime(_STAMP))
    part = folder.with_name(folder.name + PART)
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(mode=0o700)
    old = VaultFiles(part)
    copy_durably(files.database, old.database)
    hot = journal_of(files.database)
    if hot.exists() and hot.stat().st_size:
        copy_durably(hot, journal_of(old.database))
    for keys, kept in ((files.keys, old.keys), (files.keys_copy, old.keys_copy)):
        if keys.exists():
            copy_durably(keys, kept)
    move_durably(part, folder)
    return folder


def _free(parent: Path, stem: str) -> Path:
    names = chain((stem,), (f"{stem}_{number}" for number in count(2)))
    return next(parent / name for name in names if not (parent / name).exists())


def _stamped(folder: Path, now: datetime) -> datetime:
    try:
        return datetime.strptime(folder.name[:17], _STAMP).replace(tzinfo=now.tzinfo)
    except ValueError:
        return now

"""Verified backups: made, rotated, copied to another disk.

A backup is a folder with a copy of the database, its own copy of the key file, and a manifest. It is made under another
name, opened again and checked as a vault is; only then does it get its name. A backup that could not be verified
never exists. ``VACUUM INTO`` reads every page and refuses a damaged one, which ``Connection.backup`` copies as zeros.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, count
from pathlib import Path

from redi_desktop.durable_files import PART, copy_durably, move_durably, new_private_file, sync_folder, write_durably
from redi_desktop.errors import VaultDamaged, VaultError
from redi_desktop.store import clock as clocks
from redi_desktop.store.acts import Act
from redi_desktop.store.backup_manifest import (
    ELSEWHERE,
    FORMAT,
    Backup,
    BackupReason,
    Manifest,
    backups_in,
    digest_of,
    each_backup_in,
)
from redi_desktop.store.backup_rotation import superfluous
from redi_desktop.store.connection import has_table, open_database, schema_version
from redi_desktop.store.contents import Contents
from redi_desktop.store.failures import told
from redi_desktop.store.faults import Fault, FaultKind
from redi_desktop.store.layout import VaultFiles
from redi_desktop.store.migrating import KNOWN_VERSION
from redi_desktop.store.opened import Opened
from redi_desktop.store.places import on_one_disk
from redi_desktop.store.replacing import KEPT_FOR
from redi_desktop.store.verification import VaultCheck, check_database, count_rows
from redi_desktop.version import program_version

REMIND_AFTER = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Backups:
    """The backups of one open vault."""

    opened: Opened
    contents: Contents

    def list(self) -> tuple[Backup, ...]:
        """The backups in the vault's own folder, the latest first."""
        return backups_in(self.opened.files.backups)

    @property
    def last(self) -> Backup | None:
        """The latest backup of the vault as it is now, not one left behind when an older one was restored."""
        abandoned = self._abandoned()
        each = each_backup_in(self.opened.files.backups)
        return next((backup for backup in each if backup.name not in abandoned), None)

    @property
    def due(self) -> bool:
        """Whether something was done since the last backup, and that one is of another day."""
        last = self.last
        if last is None:
            return True
        today = self.opened.clock().astimezone().date()
        return last.manifest.made.astimezone().date() != today and self._has_news(last)

    def make(self, reason: BackupReason = BackupReason.BY_HAND) -> Backup:
        """Make a backup, verify it, and throw away those that the rotation does not keep.

        Raises :class:`VaultDamaged` where the vault or the copy is not sound: then no backup is made and none is
        thrown away. A case need not wait: the vault stays open.
        """
        files = self.opened.files
        with told():
            files.backups.mkdir(mode=0o700, exist_ok=True)
            _sweep(files.backups)
            part = files.backups / (self._free_name() + PART)
            part.mkdir(mode=0o700)
            try:
                self._fill(VaultFiles(part), reason)
                sync_folder(part)
                folder = part.with_name(part.name.removesuffix(PART))
                move_durably(part, folder)
            except BaseException:
                shutil.rmtree(part, ignore_errors=True)
                raise
        if self.contents.is_present_form and self.opened.database.writable:
            self.contents.journal.note(Act.BACKUP_MADE, place=folder.name)
        made = Backup.at(folder)
        self._rotate(files.backups, made)
        return made

    def verify(self, backup: Backup) -> tuple[Fault, ...]:
        """Check a backup to its last byte, and everything in it as a vault is checked.

        One that was made before the key was renewed can only be compared with its manifest.
        """
        manifest = backup.manifest
        if manifest.vault != self.opened.vault_id():
            raise VaultError("backup_of_another_vault", name=backup.name)
        if not backup.is_intact() or not (manifest.is_sealed_by(self.opened.key) or self._made_before_renewal(backup)):
            return (Fault(FaultKind.BACKUP, backup.name),)
        return self._faults_inside(backup) if manifest.is_sealed_by(self.opened.key) else ()

    def copy_to(self, folder: Path) -> Path:
        """Copy the last backup, made now if one is due, to another disk, and check what arrived there.

        Gives the folder of the copy. Raises :class:`VaultError` ``backup_place_bad`` for a place inside the vault and
        ``backup_place_missing`` for one that is not there: a disk that is not plugged in is not made up for.
        """
        if folder.resolve().is_relative_to(self.opened.files.folder.resolve()):
            raise VaultError("backup_place_bad")
        if not folder.is_dir():
            raise VaultError("backup_place_missing", folder=str(folder))
        last = self.last
        if last is None or self._has_news(last):
            last = self.make()
        with told():
            place = folder / (ELSEWHERE + last.manifest.vault[:8])
            place.mkdir(mode=0o700, exist_ok=True)
            _sweep(place)
            target = _copied(last, place)
        if self.opened.database.writable:
            self._note_copy(last, elsewhere=not on_one_disk(place, self.opened.files.folder))
        self._rotate(place, Backup.at(target))
        return target

    @property
    def last_copy_elsewhere(self) -> datetime | None:
        """When a backup was last copied to another disk."""
        return self.contents.settings.last_copy_elsewhere

    @property
    def reminder(self) -> bool:
        """Whether it is time to copy a backup to another disk: none has gone there for a week."""
        last = self.last_copy_elsewhere or self._born()
        return abs(self.opened.clock() - last) > REMIND_AFTER

    def _rotate(self, folder: Path, made: Backup) -> None:
        """Throw away what need not be kept, never what has just been made.

        What was left behind when an older backup was restored takes no other's place, and goes after a month.
        """
        abandoned = self._abandoned()
        current = [made, *(backup for backup in backups_in(folder) if backup.name not in {made.name, *abandoned})]
        left = [backup for backup in backups_in(folder) if backup.name in abandoned]
        old = [backup for backup in left if self.opened.clock() - backup.manifest.made > KEPT_FOR]
        with told():
            for backup in (*superfluous(current), *old):
                shutil.rmtree(backup.folder)

    def _abandoned(self) -> frozenset[str]:
        return self.contents.settings.abandoned_backups if self.contents.is_present_form else frozenset()

    def _faults_inside(self, backup: Backup) -> tuple[Fault, ...]:
        database = open_database(backup.files.database, self.opened.key, KNOWN_VERSION, writable=False)
        try:
            return check_database(Contents.of(database, self.opened.key, self.opened.clock)).faults
        finally:
            database.close()

    def _made_before_renewal(self, backup: Backup) -> bool:
        row = self.contents.database.row("SELECT max(sequence) FROM journal WHERE act = ?", Act.VAULT_RENEWED)
        return bool(row and row[0] is not None and backup.manifest.sequence < int(row[0]))

    def _has_news(self, last: Backup) -> bool:
        return self.contents.journal.changed_since(last.manifest.sequence)

    def _born(self) -> datetime:
        row = self.contents.database.row("SELECT created_at FROM vault")
        return clocks.read(row[0]) if row else self.opened.clock()

    def _note_copy(self, copied: Backup, *, elsewhere: bool) -> None:
        with self.contents.database.transaction():
            if elsewhere:
                self.contents.settings.remember("last_copy_elsewhere", clocks.written(self.opened.clock()))
            self.contents.journal.append(Act.BACKUP_COPIED, place=copied.name)

    def _free_name(self) -> str:
        """Journal's sequence and day: it sorts as the vault grew, and says nothing about anybody."""
        sequence, _ = self.contents.journal.head()
        stem = f"{sequence:08d}_{self.opened.clock().astimezone().date().isoformat()}"
        names = chain((stem,), (f"{stem}_{number}" for number in count(2)))
        return next(name for name in names if not (self.opened.files.backups / name).exists())

    def _fill(self, part: VaultFiles, reason: BackupReason) -> None:
        opened = self.opened
        os.close(new_private_file(part.database))
        self.contents.database.run("VACUUM INTO ?", str(part.database))
        check = self._checked(part.database)
        if opened.key_file:
            write_durably(part.keys, opened.key_file.written())
        write_durably(part.manifest, self._manifest(part, reason, check).written())

    def _checked(self, path: Path) -> VaultCheck:
        """Open the copy afresh and check it; raises :class:`VaultDamaged` where it is not the vault's equal."""
        head, counts = self.contents.journal.head(), _counts(self.contents)
        database = open_database(path, self.opened.key, KNOWN_VERSION, writable=False)
        try:
            copy = Contents.of(database, self.opened.key, self.opened.clock)
            check = check_database(copy)
            if not check.fine or copy.journal.head() != head or _counts(copy) != counts:
                raise VaultDamaged("backup_not_verified")
        finally:
            database.close()
        return check

    def _manifest(self, part: VaultFiles, reason: BackupReason, check: VaultCheck) -> Manifest:
        sequence, chain = self.contents.journal.head()
        return Manifest(
            format=FORMAT,
            vault=self.opened.vault_id(),
            sequence=sequence,
            chain=chain.hex(),
            made_at=clocks.written(self.opened.clock()),
            reason=reason,
            schema=schema_version(self.contents.database),
            program=program_version(),
            cases=check.cases,
            entries=check.entries,
            size=part.database.stat().st_size,
            sha256=digest_of(part.database),
            keys=digest_of(part.keys) if part.keys.exists() else "",
            seal="",
        ).sealed(self.opened.key)


def _counts(contents: Contents) -> dict[str, int]:
    tables = ("case_file", "case_content", "case_past", "draft", "assessment", "decision", "parameter_file", "journal")
    database = contents.database
    return {table: count_rows(database, table) for table in tables if has_table(database, table)}


def _copied(backup: Backup, place: Path) -> Path:
    """Copy a backup's files and read them back."""
    part, target = place / (backup.name + PART), place / backup.name
    if target.exists():
        shutil.rmtree(target)
    part.mkdir(mode=0o700)
    try:
        for path in sorted(backup.folder.iterdir()):
            copy_durably(path, part / path.name)
        if not Backup.at(part).is_intact():
            raise VaultDamaged("backup_not_verified")
        sync_folder(part)
        move_durably(part, target)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return target


def _sweep(folder: Path) -> None:
    """Take away what a kill has left of unfinished backups."""
    for path in folder.glob(f"*{PART}"):
        shutil.rmtree(path, ignore_errors=True)

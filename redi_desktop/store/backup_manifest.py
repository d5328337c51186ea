"""What a backup says of itself: ``backup.json``, sealed under a key that follows from the vault's own.

::

    {"format": "redi-backup/1", "vault": "<identifier>", "sequence": 812, "chain": "<hexadecimal>",
     "made_at": "2026-11-21T09:12:44.031+00:00", "reason": "day", "schema": 4, "program": "0.1.0",
     "cases": 112, "entries": 812, "size": 2650112, "sha256": "<of the database>", "keys": "<of the key file>",
     "seal": "<HMAC-SHA256 of everything before it>"}

``sequence`` and ``chain`` are the head of the journal: a vault whose journal ends before it was put back to an earlier
day. Nothing in it is about a case.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import msgspec

from redi_desktop.errors import VaultDamaged, VaultError, VaultNewer
from redi_desktop.store import clock as clocks
from redi_desktop.store.failures import told
from redi_desktop.store.keys import DataKey, keyed_digest
from redi_desktop.store.layout import VaultFiles

ELSEWHERE = "REDI-Desktop-"
"""How the folder of copies on another disk begins; the beginning of the vault's identifier follows."""
FORMAT = "redi-backup/1"
LARGEST_FILE = 16_384
_OURS = re.compile(r"redi-backup/([0-9]{1,4})")
_CHUNK = 1 << 20

Digest = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]


class BackupReason(StrEnum):
    """Why a backup was made."""

    DAY = "day"
    BY_HAND = "by_hand"
    BEFORE_MIGRATION = "before_migration"
    BEFORE_IMPORT = "before_import"
    BEFORE_CHANGE = "before_change"
    BEFORE_RENEWAL = "before_renewal"
    AFTER_RENEWAL = "after_renewal"


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The manifest of one backup."""

    format: str
    vault: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}$")]
    sequence: int
    chain: Digest
    made_at: str
    reason: BackupReason
    schema: int
    program: str
    cases: int
    entries: int
    size: int
    sha256: Digest
    keys: str
    seal: str

    def sealed(self, key: DataKey) -> Manifest:
        """The manifest with the seal that only the holder of the key can make."""
        return msgspec.structs.replace(self, seal=self._seal(key))

    def is_sealed_by(self, key: DataKey) -> bool:
        """Whether the holder of that key has made it."""
        return self.seal == self._seal(key)

    def written(self) -> bytes:
        """The bytes of the file, the same each time."""
        return json.dumps(msgspec.to_builtins(self), indent=1).encode() + b"\n"

    @property
    def made(self) -> datetime:
        """When the backup was made, by the clock of that moment."""
        return clocks.read(self.made_at)

    def _seal(self, key: DataKey) -> str:
        content = msgspec.structs.replace(self, seal="").written()
        return keyed_digest(key.derived("redi-desktop backup manifest"), content).hex()


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its folder, and what its manifest says."""

    folder: Path
    manifest: Manifest

    @property
    def name(self) -> str:
        """The name of its folder, by which the journal and the worker call it."""
        return self.folder.name

    @property
    def files(self) -> VaultFiles:
        """Its files, which bear the names that a vault's have."""
        return VaultFiles(self.folder)

    @classmethod
    def at(cls, folder: Path) -> Backup:
        """The backup in a folder; raises :class:`VaultError` where there is none or its manifest cannot be read."""
        try:
            with told():
                return cls(folder, _parsed(_content(VaultFiles(folder).manifest), folder.name))
        except FileNotFoundError as error:
            raise VaultError("backup_missing", folder=str(folder)) from error

    def is_intact(self) -> bool:
        """Whether its files are, byte for byte, what the manifest vouches for; asks for no key."""
        try:
            with told():
                return (digest_of(self.files.database), _digest_if_any(self.files.keys)) == (
                    self.manifest.sha256,
                    self.manifest.keys,
                )
        except (FileNotFoundError, VaultError):
            return False


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """The backups in a folder, the one with the latest journal first; what is no whole backup is passed over."""
    return _latest_first(each_backup_in(folder))


def backups_near(folder: Path) -> tuple[Backup, ...]:
    """Those in a folder; where there are none, those that lie a step below it, or the folder itself if it is one.

    Who looks for a backup points to the vault, or to the disk onto which copies were made.
    """
    found = backups_in(folder)
    if found:
        return found
    with told():
        below = sorted(folder.glob(f"{ELSEWHERE}*")) if folder.is_dir() else []
    near = [backup for place in (folder / "backups", *below) for backup in each_backup_in(place)]
    if not near:
        with suppress(VaultError):
            near = [Backup.at(folder)]
    return _latest_first(near)


def _latest_first(found: Iterable[Backup]) -> tuple[Backup, ...]:
    return tuple(sorted(found, key=lambda backup: (backup.manifest.sequence, backup.name), reverse=True))


def each_backup_in(folder: Path) -> Iterator[Backup]:
    """The same one by one, by their names, which begin with the sequence: for who needs no more than the first."""
    with told():
        inside = sorted(folder.iterdir(), reverse=True) if folder.is_dir() else []
    for path in inside:
        with suppress(VaultError):
            yield Backup.at(path)


def _digest_if_any(path: Path) -> str:
    return digest_of(path) if path.exists() else ""


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise VaultError("backup_missing", folder=str(path.parent))
    with path.open("rb") as file:
        return file.read(LARGEST_FILE)


def _parsed(content: bytes, name: str) -> Manifest:
    _refuse_newer(content, name)
    try:
        manifest = msgspec.json.decode(content, type=Manifest)
        clocks.read(manifest.made_at)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
        raise VaultDamaged("backup_damaged", name=name) from error
    if manifest.format != FORMAT or manifest.written() != content:
        raise VaultDamaged("backup_damaged", name=name)
    return manifest


def _refuse_newer(content: bytes, name: str) -> None:
    try:
        data: Any = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return
    form = data.get("format") if isinstance(data, dict) else None
    version = _OURS.fullmatch(form) if isinstance(form, str) else None
    if version and int(version[1]) > int(FORMAT.rpartition("/")[2]):
        raise VaultNewer("backup_newer", name=name)

"""``keys.json``: the wrapped data key on the disk, with its copy.

::

    {"format": "redi-keys/1", "vault": "<32 hexadecimal digits>",
     "slots": [{"kind": "passphrase", "function": "argon2id", "memory_kib": 65536, "passes": 3, "lanes": 4,
                "salt": "<base64>", "nonce": "<base64>", "sealed": "<base64>"}],
     "checksum": "<SHA-256 of everything before it, hexadecimal>"}

It is read only as it was written, byte for byte. AES-GCM alone cannot tell a wrong passphrase from a damaged file;
the checksum can. A damaged file gives way to its copy, and is written again from it once the vault has opened. An
attacker can compute the checksum: it guards against the disk, the associated data of :mod:`redi_desktop.store.keys`
against people.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from redi_desktop.durable_files import write_durably
from redi_desktop.errors import (
    KeyFileDamaged,
    NotAVault,
    StorageFailed,
    UserError,
    VaultMissing,
    VaultNewer,
    WrongPassphrase,
)
from redi_desktop.store.failures import of_disk, told
from redi_desktop.store.key_cost import KeyCost, KeyLimits
from redi_desktop.store.keys import NONCE_BYTES, SALT_BYTES, DataKey, WrappedKey, derive, unwrap, wrap
from redi_desktop.store.layout import VaultFiles

_log = logging.getLogger(__name__)

FORMAT = "redi-keys/1"
LARGEST_FILE = 16_384
MOST_SLOTS = 4
SEALED_BYTES = 48
"""The data key and the tag of AES-GCM."""
_OURS = re.compile(r"redi-keys/([0-9]{1,4})")

Salt = Annotated[bytes, msgspec.Meta(min_length=SALT_BYTES, max_length=SALT_BYTES)]
Nonce = Annotated[bytes, msgspec.Meta(min_length=NONCE_BYTES, max_length=NONCE_BYTES)]
Sealed = Annotated[bytes, msgspec.Meta(min_length=SEALED_BYTES, max_length=SEALED_BYTES)]


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to the data key."""

    kind: Literal["passphrase"]
    function: Literal["argon2id"]
    memory_kib: int
    passes: int
    lanes: int
    salt: Salt
    nonce: Nonce
    sealed: Sealed

    @classmethod
    def of(cls, wrapped: WrappedKey) -> Slot:
        """The slot as it is written."""
        cost = wrapped.cost
        return cls(
            "passphrase", "argon2id", cost.memory, cost.passes, cost.lanes, wrapped.salt, wrapped.nonce, wrapped.sealed
        )

    @property
    def wrapped(self) -> WrappedKey:
        """The slot as it is tried."""
        return WrappedKey(KeyCost(self.memory_kib, self.passes, self.lanes), self.salt, self.nonce, self.sealed)


class _Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: Literal["redi-keys/1"]
    vault: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}$")]
    slots: Annotated[tuple[Slot, ...], msgspec.Meta(min_length=1, max_length=MOST_SLOTS)]
    checksum: str


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The key file of one vault."""

    vault: str
    slots: tuple[Slot, ...]

    @classmethod
    def sealing(cls, key: DataKey, vault: str, passphrase: str, limits: KeyLimits) -> KeyFile:
        """Wrap a data key under a passphrase, at the cost that suits this machine, and see that it opens again."""
        cost = limits.calibrated(lambda trial: derive(passphrase, bytes(SALT_BYTES), trial))
        sealed = cls(vault, (Slot.of(wrap(key, passphrase, cost, _header(vault))),))
        if cls.parse(sealed.written(), limits).open(passphrase) != key:
            raise RuntimeError("the key that was wrapped is not the key that is unwrapped")
        return sealed

    @classmethod
    def parse(cls, content: bytes, limits: KeyLimits) -> KeyFile:
        """Read a key file; raises :class:`KeyFileDamaged`, :class:`NotAVault` or :class:`VaultNewer`."""
        _refuse_foreign(content)
        try:
            written = msgspec.json.decode(content, type=_Written)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise KeyFileDamaged("key_file_damaged") from error
        found = cls(written.vault, written.slots)
        if found.written() != content:
            raise KeyFileDamaged("key_file_damaged")
        if not all(limits.admit(slot.wrapped.cost) for slot in found.slots):
            raise KeyFileDamaged("key_cost_out_of_range")
        return found

    def written(self) -> bytes:
        """The bytes of the file, the same each time."""
        return json.dumps({**self._body(), "checksum": self._checksum()}, indent=1).encode() + b"\n"

    def open(self, passphrase: str) -> DataKey:
        """The data key; raises :class:`WrongPassphrase`."""
        for slot in self.slots:
            try:
                return unwrap(slot.wrapped, passphrase, _header(self.vault))
            except WrongPassphrase:
                if slot is self.slots[-1]:
                    raise
        raise AssertionError("a key file has at least one slot")

    def _body(self) -> dict[str, Any]:
        return {"format": FORMAT, "vault": self.vault, "slots": msgspec.to_builtins(self.slots)}

    def _checksum(self) -> str:
        return hashlib.sha256(json.dumps(self._body(), separators=(",", ":")).encode()).hexdigest()


def read_key_file(files: VaultFiles, limits: KeyLimits) -> KeyFile:
    """The first sound one of the key file, its copy, and that of a creation which broke off at its last step.

    Where none is sound, the trouble of the first that is there is raised; :class:`VaultMissing` where there is none
    at all.
    """
    troubles: list[UserError] = []
    for path in (files.keys, files.keys_copy, files.keys_new):
        try:
            return KeyFile.parse(_content(path), limits)
        except FileNotFoundError:
            continue
        except (KeyFileDamaged, NotAVault, VaultNewer) as trouble:
            troubles.append(trouble)
    raise troubles[0] if troubles else VaultMissing("key_file_missing", file=files.keys.name)


def waiting_key_file(files: VaultFiles, limits: KeyLimits) -> KeyFile | None:
    """The key file of a database that was about to take its place when something broke off; None as a rule."""
    try:
        return KeyFile.parse(_content(files.keys_new), limits)
    except (FileNotFoundError, KeyFileDamaged, NotAVault, VaultNewer):
        return None


def write_key_file(files: VaultFiles, keys: KeyFile) -> None:
    """Write the key file, then its copy.

    From the moment that the first is whole on the disk it is the one that counts, so a copy that could not follow
    is no failure: it is written at the next opening.
    """
    with told():
        write_durably(files.keys, keys.written())
    try:
        write_durably(files.keys_copy, keys.written())
    except OSError:
        _log.warning("key_copy_not_written")


def mend_key_files(files: VaultFiles, keys: KeyFile) -> bool:
    """Make both files what ``keys`` says, which has just opened the vault; true where something was to be mended."""
    with told():
        stale = [path for path in (files.keys, files.keys_copy) if not holds(path, keys)]
        for path in stale:
            write_durably(path, keys.written())
        files.keys_new.unlink(missing_ok=True)
    return bool(stale)


def holds(path: Path, keys: KeyFile) -> bool:
    """Whether a file is that key file, byte for byte."""
    try:
        return _content(path) == keys.written()
    except (FileNotFoundError, StorageFailed):
        return False


def _content(path: Path) -> bytes:
    """What the file holds; FileNotFoundError where there is none."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise of_disk(error) from error


def _header(vault: str) -> str:
    return f"{FORMAT} {vault}"


def _refuse_foreign(content: bytes) -> None:
    """Raise where the file is JSON and says itself that it is something else, or a key file of a later version."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return
    found = data.get("format") if isinstance(data, dict) else None
    version = _OURS.fullmatch(found) if isinstance(found, str) else None
    if version is None:
        raise NotAVault("key_file_foreign")
    if int(version[1]) > 1:
        raise VaultNewer("key_file_newer", found=found, known=FORMAT)

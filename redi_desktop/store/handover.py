"""One case for a colleague, in one file that a one-time passphrase opens. Never the whole vault.

::

    redi-handover/1, and the end of a line
    {"memory_kib": 65536, "passes": 3, "lanes": 4, "salt": "<base64>", "nonce": "<base64>"}, and the end of a line
    AES-256-GCM, under an Argon2id key of the passphrase, of the parcel (compressed JSON); all that precedes is bound
    SHA-256 of everything before it, 32 bytes

The checksum tells a damaged file from a wrong passphrase, as that of ``keys.json`` does. The passphrase goes to the
colleague by another way than the file.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import zlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from redi_desktop.durable_files import write_durably
from redi_desktop.errors import NotAVault, VaultDamaged, VaultError, VaultMissing, VaultNewer, WrongPassphrase
from redi_desktop.store.acts import Act
from redi_desktop.store.backup_manifest import BackupReason
from redi_desktop.store.failures import told
from redi_desktop.store.handover_parcel import Parcel, pack, unpack
from redi_desktop.store.key_cost import SAFE_LIMITS, KeyCost, KeyLimits
from redi_desktop.store.keys import NONCE_BYTES, SALT_BYTES, derive
from redi_desktop.store.vault import Vault

FORMAT = b"redi-handover/1\n"
SUFFIX = ".redicase"
MOST_MEBIBYTES = 32
_LARGEST = MOST_MEBIBYTES << 20
_LARGEST_OPENED = 4 * _LARGEST
_CHECKSUM = hashlib.sha256().digest_size

Salt = Annotated[bytes, msgspec.Meta(min_length=SALT_BYTES, max_length=SALT_BYTES)]
Nonce = Annotated[bytes, msgspec.Meta(min_length=NONCE_BYTES, max_length=NONCE_BYTES)]


class _Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    memory_kib: int
    passes: int
    lanes: int
    salt: Salt
    nonce: Nonce

    @property
    def cost(self) -> KeyCost:
        return KeyCost(self.memory_kib, self.passes, self.lanes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """That the person agrees to the handover: on which day, and how they said so (in the worker's words)."""

    given_on: date
    how: str


def hand_over(
    vault: Vault,
    case_id: str,
    path: Path,
    passphrase: str,
    agreement: Agreement,
    *,
    limits: KeyLimits = SAFE_LIMITS,
) -> None:
    """Write one case with its history into a file for a colleague, and tell the journal.

    The case stays in the vault; to erase it is another act. Raises :class:`VaultError` ``handover_agreement_missing``
    where nothing is said about how the person agreed.
    """
    if not agreement.how.strip():
        raise VaultError("handover_agreement_missing", field="agreement.how")
    parcel = pack(vault.contents, case_id, {"given_on": agreement.given_on.isoformat(), "how": agreement.how.strip()})
    content = _sealed(parcel.written(), passphrase, limits)
    if len(content) > _LARGEST:
        raise VaultError("handover_too_large", mebibytes=len(content) >> 20, most=MOST_MEBIBYTES)
    opened(content, passphrase, path.name, limits)
    with vault.contents.database.transaction(), told():
        vault.journal.append(Act.CASE_HANDED_OVER, case_id)
        write_durably(path, content)


def take_over(vault: Vault, path: Path, passphrase: str, *, limits: KeyLimits = SAFE_LIMITS) -> str:
    """Put the case of a colleague's file into this vault, as a new one with its history; gives its identifier.

    A verified backup is made first. Raises :class:`VaultDamaged` ``handover_damaged``, :class:`WrongPassphrase`
    ``handover_passphrase_wrong`` and their like; then nothing is taken over.
    """
    parcel = Parcel.read(opened(_content(path), passphrase, path.name, limits), path.name)
    vault.backups.make(BackupReason.BEFORE_IMPORT)
    return unpack(parcel, vault.contents)


def opened(content: bytes, passphrase: str, name: str, limits: KeyLimits = SAFE_LIMITS) -> bytes:
    """What the passphrase makes of a handover file's content."""
    header, sealed = _parsed(content, name, limits)
    bound = content[: len(content) - _CHECKSUM - len(sealed)]
    try:
        plain = AESGCM(derive(passphrase, header.salt, header.cost)).decrypt(header.nonce, sealed, bound)
    except InvalidTag as error:
        raise WrongPassphrase("handover_passphrase_wrong") from error
    return _expanded(plain, name)


def _sealed(plain: bytes, passphrase: str, limits: KeyLimits) -> bytes:
    if not passphrase:
        raise VaultError("passphrase_empty")
    cost, salt, nonce = limits.floor, secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    header = _Header(cost.memory, cost.passes, cost.lanes, salt, nonce)
    bound = FORMAT + json.dumps(msgspec.to_builtins(header)).encode() + b"\n"
    content = bound + AESGCM(derive(passphrase, salt, cost)).encrypt(nonce, zlib.compress(plain, 9), bound)
    return content + hashlib.sha256(content).digest()


def _parsed(content: bytes, name: str, limits: KeyLimits) -> tuple[_Header, bytes]:
    """The header and the sealed part of a file that is whole; the order of the checks decides what is told."""
    whole = hashlib.sha256(content[:-_CHECKSUM]).digest() == content[-_CHECKSUM:]
    if not content.startswith(FORMAT):
        if whole and content.startswith(b"redi-handover/"):
            raise VaultNewer("handover_newer", file=name)
        raise NotAVault("handover_foreign", file=name)
    first, _, sealed = content[len(FORMAT) : -_CHECKSUM].partition(b"\n")
    try:
        header = msgspec.json.decode(first, type=_Header)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise VaultDamaged("handover_damaged", file=name) from error
    if not whole or not limits.admit(header.cost):
        raise VaultDamaged("handover_damaged", file=name)
    return header, sealed


def _expanded(compressed: bytes, name: str) -> bytes:
    """The parcel, which may not grow beyond all bounds when it is expanded."""
    try:
        expander = zlib.decompressobj()
        plain = expander.decompress(compressed, _LARGEST_OPENED)
    except zlib.error as error:
        raise VaultDamaged("handover_damaged", file=name) from error
    if expander.unconsumed_tail:
        raise VaultError("handover_too_large", mebibytes=_LARGEST_OPENED >> 20, most=MOST_MEBIBYTES)
    return plain


def _content(path: Path) -> bytes:
    with told():
        if not path.is_file():
            raise VaultMissing("handover_missing", file=path.name)
        if path.stat().st_size > _LARGEST:
            raise VaultError("handover_too_large", mebibytes=path.stat().st_size >> 20, most=MOST_MEBIBYTES)
        return path.read_bytes()

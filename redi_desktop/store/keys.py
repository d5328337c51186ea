"""The data key of a vault, and how a passphrase wraps it.

The key is 32 random bytes. It opens the database as it is (a raw key: SQLCipher derives nothing from it) and is
wrapped with AES-256-GCM under a key that Argon2id makes of the passphrase. What the wrapped key stands beside
(format, vault, salt, cost) is associated data, so that none of it can be changed unseen. A new passphrase wraps the
same key again; the database is never re-keyed.

Python cannot wipe what it has held in memory; nothing here promises that.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from redi_desktop.errors import VaultError, WrongPassphrase
from redi_desktop.store.key_cost import KeyCost

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12


@dataclass(frozen=True, slots=True, repr=False)
class DataKey:
    """The key of one vault; it is not shown when the object is printed."""

    material: bytes

    @classmethod
    def fresh(cls) -> DataKey:
        """A new random key."""
        return cls(secrets.token_bytes(KEY_BYTES))

    @property
    def for_database(self) -> str:
        """The key as SQLCipher takes one that it must not derive."""
        return f"x'{self.material.hex()}'"

    def derived(self, purpose: str) -> bytes:
        """A key of its own for one purpose (HKDF-SHA256)."""
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose.encode()).derive(self.material)


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """A data key that a passphrase opens, with what is needed to try one."""

    cost: KeyCost
    salt: bytes
    nonce: bytes
    sealed: bytes


def derive(passphrase: str, salt: bytes, cost: KeyCost) -> bytes:
    """The wrapping key that Argon2id makes of a passphrase.

    The passphrase is NFC-normalised first: an é typed on another keyboard may come as two characters.
    """
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    function = Argon2id(salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory)
    try:
        return function.derive(secret)
    except MemoryError as error:
        raise VaultError("memory_short", mebibytes=cost.memory // 1024) from error


def wrap(key: DataKey, passphrase: str, cost: KeyCost, header: str) -> WrappedKey:
    """Seal the data key under a passphrase; ``header`` names the vault it is for."""
    if not passphrase:
        raise VaultError("passphrase_empty")
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    cipher = AESGCM(derive(passphrase, salt, cost))
    sealed = cipher.encrypt(nonce, key.material, _bound(header, salt, cost))
    return WrappedKey(cost, salt, nonce, sealed)


def unwrap(wrapped: WrappedKey, passphrase: str, header: str) -> DataKey:
    """The data key; raises :class:`WrongPassphrase` where this passphrase does not open it."""
    cipher = AESGCM(derive(passphrase, wrapped.salt, wrapped.cost))
    bound = _bound(header, wrapped.salt, wrapped.cost)
    try:
        return DataKey(cipher.decrypt(wrapped.nonce, wrapped.sealed, bound))
    except InvalidTag as error:
        raise WrongPassphrase("wrong_passphrase") from error


def keyed_digest(key: bytes, content: bytes) -> bytes:
    """HMAC-SHA256."""
    return hmac.new(key, content, hashlib.sha256).digest()


def _bound(header: str, salt: bytes, cost: KeyCost) -> bytes:
    """The associated data: everything the wrapped key stands beside."""
    return f"{header}\n{salt.hex()}\n{cost.memory} {cost.passes} {cost.lanes}".encode()

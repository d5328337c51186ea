"""The keys that packs are signed with: a private one that its keeper guards, a public one that is handed out.

The private key is an ordinary PEM file (PKCS 8), closed with a passphrase where one is given. The public one is a small
TOML file with the signer's name, so that it can be read before it is trusted.
"""

from __future__ import annotations

import base64
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from redi_desktop.errors import ParameterError
from redi_desktop.packs.signature import (
    PublicKey,
    decoded,
    read_fields,
    signature_file,
    signed_words,
    signer_name,
)
from redi_desktop.packs.toml_text import table

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import KeySerializationEncryption

PUBLIC_FORMAT = "redi-public-key/1"
PRIVATE_SUFFIX, PUBLIC_SUFFIX = ".redikey", ".redipub"
_KEY_BYTES = 32


class KeyFiles(NamedTuple):
    """The content of the two files of a new key."""

    private: bytes
    public: bytes


def new_key(signer: str, passphrase: str = "") -> KeyFiles:
    """A fresh key for a signer; raises :class:`ParameterError` for a name that is none."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import (
        BestAvailableEncryption,
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    name = signer_name(signer, PUBLIC_SUFFIX)
    key = Ed25519PrivateKey.generate()
    closing: KeySerializationEncryption = NoEncryption()
    if passphrase:
        closing = BestAvailableEncryption(passphrase.encode())
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, closing)
    return KeyFiles(private, public_file(PublicKey(name, key.public_key().public_bytes_raw())))


def public_file(public: PublicKey) -> bytes:
    """The content of a public key's file."""
    encoded = base64.b64encode(public.key).decode("ascii")
    return table("", {"format": PUBLIC_FORMAT, "signer": public.signer, "public_key": encoded}).encode()


def read_public(content: bytes, file: str) -> PublicKey:
    """A public key from its file; raises :class:`ParameterError` naming file and key."""
    data = read_fields(content, file, PUBLIC_FORMAT, ("signer", "public_key"))
    return PublicKey(signer_name(data["signer"], file), decoded(data["public_key"], _KEY_BYTES, file))


def read_private(content: bytes, file: str, passphrase: str = "") -> Ed25519PrivateKey:
    """A private key from its file; raises :class:`ParameterError`, with its own code for a wrong passphrase."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(content, passphrase.encode() or None)
    except TypeError as error:
        code = "signing_key_open" if passphrase else "signing_key_closed"
        raise ParameterError(code, field=file, file=file) from error
    except (ValueError, UnsupportedAlgorithm) as error:
        code = "signing_key_passphrase" if b"ENCRYPTED" in content and passphrase else "signing_key_unreadable"
        raise ParameterError(code, field=file, file=file) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise ParameterError("signing_key_unreadable", field=file, file=file)
    return key


def sign(manifest: bytes, key: Ed25519PrivateKey, signer: str, day: date) -> bytes:
    """The content of ``pack.sig`` for a manifest."""
    by = PublicKey(signer_name(signer, "pack.sig"), key.public_key().public_bytes_raw())
    return signature_file(by, day, key.sign(signed_words(manifest, by.signer, day)))

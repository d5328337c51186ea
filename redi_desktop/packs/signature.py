"""``pack.sig``: who vouches for a pack. An Ed25519 signature over its manifest, which holds the checksum of every file.

A pack may go unsigned, and that is said. A signature that does not fit is refused wherever the pack is read, so that
no altered pack is ever taken for a signed one. Whether the *key* is one that the CPAS knows is another question:
:func:`trust` answers it from the public keys that were given to it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import tomllib
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple, NoReturn

from redi_desktop.engine.vouched import Origin, Vouched
from redi_desktop.errors import ParameterError
from redi_desktop.packs.archive import MANIFEST, SIGNATURE
from redi_desktop.packs.places import PackPlace, companion
from redi_desktop.packs.toml_text import Plain, table

FORMAT = "redi-signature/1"
LONGEST_NAME = 120
_KEY_BYTES, _SIGNATURE_BYTES = 32, 64


class Trust(StrEnum):
    """What a signature is worth here."""

    UNSIGNED = "unsigned"
    UNKNOWN_KEY = "unknown_key"
    """The signature fits, but nobody here has said whose key it is."""
    KNOWN_KEY = "known_key"


class PublicKey(NamedTuple):
    """The key of a federation or CPAS, and its name as the one who keeps the key wrote it."""

    signer: str
    key: bytes

    @property
    def fingerprint(self) -> str:
        """A short form to read out on the telephone: sixteen characters in fours."""
        digest = hashlib.sha256(self.key).hexdigest()[:16]
        return " ".join(digest[start : start + 4] for start in range(0, 16, 4))


class Seal(NamedTuple):
    """A signature that fits its pack: by which key, and on which day by the signer's own account."""

    by: PublicKey
    signed_on: date


def signed_words(manifest: bytes, signer: str, day: date) -> bytes:
    """What is signed: the manifest, and with it the name and the day."""
    return b"\n".join((FORMAT.encode(), signer.encode(), day.isoformat().encode(), manifest))


def signature_file(by: PublicKey, day: date, signature: bytes) -> bytes:
    """The content of ``pack.sig``."""
    values: dict[str, Plain] = {"format": FORMAT, "signer": by.signer, "signed_on": day}
    values |= {"public_key": _encoded(by.key), "signature": _encoded(signature)}
    return table("", values).encode()


def seal_of(place: PackPlace) -> Seal | None:
    """Who signed the pack, ``None`` for nobody; raises :class:`ParameterError` for a signature that does not fit."""
    content = companion(place, SIGNATURE)
    return None if content is None else verified(content, place.read(MANIFEST))


def verified(content: bytes, manifest: bytes) -> Seal:
    """The seal of a manifest, from the content of ``pack.sig``; raises :class:`ParameterError`."""
    from cryptography.exceptions import InvalidSignature  # few packs are signed: a program that starts need not load it
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    data = read_fields(content, SIGNATURE, FORMAT, ("signer", "signed_on", "public_key", "signature"))
    day = data["signed_on"]
    if not isinstance(day, date) or isinstance(day, datetime):
        _refuse(SIGNATURE, "pack_signature_unreadable", key="signed_on")
    by = PublicKey(signer_name(data["signer"], SIGNATURE), decoded(data["public_key"], _KEY_BYTES, SIGNATURE))
    signature = decoded(data["signature"], _SIGNATURE_BYTES, SIGNATURE)
    try:
        key = Ed25519PublicKey.from_public_bytes(by.key)
        key.verify(signature, signed_words(manifest, by.signer, day))
    except (InvalidSignature, ValueError) as error:
        raise ParameterError("pack_signature_bad", field=SIGNATURE, signer=by.signer) from error
    return Seal(by, day)


def trust(seal: Seal | None, known: Iterable[PublicKey]) -> Trust:
    """What a seal is worth where these keys are known."""
    if seal is None:
        return Trust.UNSIGNED
    return Trust.KNOWN_KEY if seal.by.key in {public.key for public in known} else Trust.UNKNOWN_KEY


def vouched_by(seal: Seal | None, known: Iterable[PublicKey]) -> Vouched:
    """The same, with the name, as a result hands it on."""
    if seal is None:
        return Vouched(Origin.UNSIGNED)
    origin = Origin.KNOWN_KEY if trust(seal, known) is Trust.KNOWN_KEY else Origin.UNKNOWN_KEY
    return Vouched(origin, seal.by.signer, seal.by.fingerprint, seal.signed_on)


def read_fields(content: bytes, file: str, file_format: str, keys: tuple[str, ...]) -> dict[str, Any]:
    """The fields of a small TOML file that must have exactly these keys besides its format."""
    try:
        data = tomllib.loads(content.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ParameterError("pack_signature_unreadable", field=file, file=file, key="") from error
    if data.get("format") != file_format:
        _refuse(file, "pack_signature_unreadable", key="format")
    for key in sorted(set(keys) ^ (set(data) - {"format"})):
        _refuse(file, "pack_signature_unreadable", key=key)
    return data


def signer_name(value: object, file: str) -> str:
    """A name of one line; raises :class:`ParameterError`."""
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_NAME or not value.isprintable():
        _refuse(file, "pack_signature_unreadable", key="signer")
    return value


def decoded(value: object, length: int, file: str) -> bytes:
    """So many bytes from their base64 form; raises :class:`ParameterError`."""
    try:
        found = base64.b64decode(str(value), validate=True)
    except (binascii.Error, ValueError):
        found = b""
    if len(found) != length:
        _refuse(file, "pack_signature_unreadable", key="public_key" if length == _KEY_BYTES else "signature")
    return found


def _refuse(file: str, code: str, key: str) -> NoReturn:
    raise ParameterError(code, field=f"{file}:{key}", file=file, key=key)


def _encoded(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")

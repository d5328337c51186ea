"""The recovery sheet: the data key itself, in a form that can be printed and typed back.

It opens the vault without a passphrase and without ``keys.json``. Sixteen groups of five characters in Crockford's
base 32 (https://www.crockford.com/base32.html: no I, L, O, U)::

    group       four characters, and a fifth that checks them and their place
    content     1 character   version of this form
                4             tag: the first 20 bits of the vault's identifier
                52            the 256 bits of the key, then four bits of zero
                7             checksum: the first 35 bits of the SHA-256 of what precedes, as text

The fifth character is a sum over GF(32) with a different weight for each of the four: it notices every character
that is wrong and every two neighbours that changed places, and it differs from group to group, so that groups
that changed places are noticed as well.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from redi_desktop.errors import VaultError
from redi_desktop.store.keys import KEY_BYTES, DataKey

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 16
GROUP_LENGTH = 5
LENGTH = GROUPS * GROUP_LENGTH
_VERSION = 1
_TAG, _KEY, _CHECKSUM = 4, 52, 7
_BITS = 5
_MISTAKEN = str.maketrans({"O": "0", "I": "1", "L": "1"})
_SEPARATORS = frozenset(" \t\r\n\f\v\u00a0\u202f-–—.,;:·_/")


@dataclass(frozen=True, slots=True, repr=False)
class RecoveryCode:
    """What a sheet says: the key, and the tag of the vault that it is for. It is not shown when it is printed."""

    key: DataKey
    tag: str

    @classmethod
    def of(cls, key: DataKey, vault: str) -> RecoveryCode:
        """The code for a vault's key; ``vault`` is its identifier."""
        return cls(key, _tag_of(vault))

    @property
    def groups(self) -> tuple[str, ...]:
        """The sixteen groups, as they are printed."""
        body = ALPHABET[_VERSION] + self.tag + _written(int.from_bytes(self.key.material) << 4, _KEY)
        text = body + _checksum(body)
        pieces = (text[at : at + GROUP_LENGTH - 1] for at in range(0, len(text), GROUP_LENGTH - 1))
        return tuple(piece + _check(piece, place) for place, piece in enumerate(pieces))

    def is_of(self, vault: str) -> bool:
        """Whether the sheet was printed for that vault."""
        return self.tag == _tag_of(vault)

    @classmethod
    def read(cls, text: str) -> RecoveryCode:
        """What was typed back: small letters, spaces and dashes are fine, O is read as 0, I and L as 1.

        Raises :class:`VaultError` with a code that begins with ``recovery_`` and names the first group that is wrong.
        """
        typed = plain(text)
        for place, group in enumerate(_pieces(typed), start=1):
            _refuse_foreign(group, place)
            if len(group) == GROUP_LENGTH and not group_fits(group, place):
                raise VaultError("recovery_group_wrong", group=place)
        if len(typed) != LENGTH:
            raise VaultError("recovery_incomplete", found=len(typed), expected=LENGTH)
        return cls._decoded("".join(group[:-1] for group in _pieces(typed)))

    @classmethod
    def _decoded(cls, content: str) -> RecoveryCode:
        body, checksum = content[:-_CHECKSUM], content[-_CHECKSUM:]
        if _checksum(body) != checksum:
            raise VaultError("recovery_code_wrong")
        if body[0] != ALPHABET[_VERSION]:
            raise VaultError("recovery_newer")
        number = _read(body[1 + _TAG :])
        return cls(DataKey((number >> 4).to_bytes(KEY_BYTES)), body[1 : 1 + _TAG])


def plain(text: str) -> str:
    """The characters that were typed, as the sheet writes them, without what stands between them."""
    bare = "".join(character for character in text if character not in _SEPARATORS)
    return bare.upper().translate(_MISTAKEN)


def group_fits(group: str, place: int) -> bool:
    """Whether a whole group, as the sheet writes it, can stand at that place (from 1): for a mark while it is typed."""
    whole = len(group) == GROUP_LENGTH and all(character in ALPHABET for character in group)
    return whole and _check(group[:-1], place - 1) == group[-1]


def _refuse_foreign(group: str, place: int) -> None:
    for character in group:
        if character not in ALPHABET:
            raise VaultError("recovery_character", character=character, group=place)


def _pieces(typed: str) -> list[str]:
    return [typed[at : at + GROUP_LENGTH] for at in range(0, len(typed), GROUP_LENGTH)]


def _tag_of(vault: str) -> str:
    return _written(int(vault[: _TAG * _BITS // 4], 16), _TAG)


def _checksum(body: str) -> str:
    digest = int.from_bytes(hashlib.sha256(body.encode()).digest())
    return _written(digest >> (256 - _CHECKSUM * _BITS), _CHECKSUM)


def _written(number: int, length: int) -> str:
    return "".join(ALPHABET[number >> (_BITS * place) & 31] for place in reversed(range(length)))


def _read(text: str) -> int:
    number = 0
    for character in text:
        number = number << _BITS | ALPHABET.index(character)
    return number


def _check(characters: str, place: int) -> str:
    """The fifth character of a group: the weighted sum of the others, and its place, in GF(32)."""
    total = place
    for weight, character in enumerate(characters, start=2):
        total ^= _times(weight, ALPHABET.index(character))
    return ALPHABET[total]


def _times(left: int, right: int) -> int:
    """The product in GF(32), modulo x⁵ + x² + 1."""
    product = 0
    while right:
        if right & 1:
            product ^= left
        left = left << 1 ^ (0b100101 if left & 16 else 0)
        right >>= 1
    return product

"""Who vouches for a pack or a policy: found where it is read, handed on with the result. It changes no amount."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Origin(StrEnum):
    """Who stands behind it."""

    PROGRAM = "program"
    """It came with the program, this version or an earlier one."""
    UNSIGNED = "unsigned"
    KNOWN_KEY = "known_key"
    UNKNOWN_KEY = "unknown_key"
    """The signature fits, but nobody here has said whose key it is."""
    NOT_KNOWN = "not_known"
    """It bears no signature, and how it came here was not written down."""


class Vouched(NamedTuple):
    """The one who signed it, where somebody did: the name, the short form of the key, and the day by their account."""

    origin: Origin
    signer: str = ""
    key: str = ""
    day: date | None = None


BY_PROGRAM = Vouched(Origin.PROGRAM)

"""What the sets of parameters and the corners of the room are called."""

from __future__ import annotations

from enum import StrEnum

from redi_desktop.i18n import N_, _
from redi_desktop.packs.parcel import Parcel, Role
from redi_desktop.words.pack_texts import in_language

_ROLES: dict[Role, str] = {
    Role.BASKETS: N_("Baskets and prices"),
    Role.LEGAL: N_("Legal amounts"),
    Role.RIGHTS: N_("Rights"),
    Role.POLICY: N_("Policy of the CPAS"),
}


class Corner(StrEnum):
    """The corners of the room, one shown at a time."""

    LOOK = "look"
    VERSIONS = "versions"
    MAKE = "make"
    POLICY = "policy"
    INDEX = "index"
    CASES = "cases"
    KEYS = "keys"


_CORNERS: dict[Corner, str] = {
    Corner.LOOK: N_("Look up"),
    Corner.VERSIONS: N_("In use and versions"),
    Corner.MAKE: N_("A pack of your own"),
    Corner.POLICY: N_("Policy"),
    Corner.INDEX: N_("Index and amounts"),
    Corner.CASES: N_("All cases"),
    Corner.KEYS: N_("Signatures"),
}


def role_word(role: Role) -> str:
    """What a set of parameters is for."""
    return _(_ROLES[role])


def corner_word(corner: Corner) -> str:
    """What a corner of the room is called."""
    return _(_CORNERS[corner])


def called(parcel: Parcel) -> str:
    """Title and version."""
    title = in_language(parcel.content.title)
    return _("{title}, version {version}").format(title=title, version=parcel.content.version)

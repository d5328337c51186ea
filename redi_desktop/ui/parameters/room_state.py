"""What the room of the parameters shows, read in one go on the store's thread."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from redi_desktop.engine.assess import Parameters
from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.engine.rights.pack import RightsPack
from redi_desktop.errors import ParameterError, VaultError
from redi_desktop.packs.archive import MANIFEST, POLICY
from redi_desktop.packs.embedded import EXAMPLE_POLICY, LEGAL_TABLES, OPEN_BASKETS, RIGHTS
from redi_desktop.packs.parcel import Parcel, Role, read_parcel
from redi_desktop.packs.places import PackFolder
from redi_desktop.packs.signature import PublicKey
from redi_desktop.paths import resource

if TYPE_CHECKING:
    from redi_desktop.store.adoptions import Adoption
    from redi_desktop.store.vault import Vault

_EMBEDDED = {Role.BASKETS: OPEN_BASKETS, Role.LEGAL: LEGAL_TABLES, Role.RIGHTS: RIGHTS, Role.POLICY: EXAMPLE_POLICY}


class Named(NamedTuple):
    """What a set is called."""

    title: Mapping[str, str]
    version: str


@dataclass(frozen=True, slots=True)
class RoomState:
    """What is in use by role (a policy may be missing), what was adopted, and whose signatures are known.

    ``names`` gives title and version of everything that an adoption names, by fingerprint.
    """

    parcels: Mapping[Role, Parcel]
    adoptions: tuple[Adoption, ...]
    names: Mapping[str, Named]
    known: tuple[PublicKey, ...]

    @property
    def used(self) -> tuple[str, ...]:
        """The fingerprints of what is in use."""
        return tuple(parcel.fingerprint for parcel in self.parcels.values())

    @property
    def baskets(self) -> BasketPack:
        """The basket pack in use."""
        content = self.parcels[Role.BASKETS].content
        assert isinstance(content, BasketPack)
        return content

    @property
    def legal(self) -> LegalTables:
        """The legal tables in use."""
        content = self.parcels[Role.LEGAL].content
        assert isinstance(content, LegalTables)
        return content

    @property
    def rights(self) -> RightsPack:
        """The rights in use."""
        content = self.parcels[Role.RIGHTS].content
        assert isinstance(content, RightsPack)
        return content

    @property
    def parameters(self) -> Parameters:
        """All of it as a computation takes it."""
        policy = self.parcels.get(Role.POLICY)
        return Parameters(self.baskets, policy.policy if policy else None, self.legal, self.rights)

    def with_parcel(self, role: Role, parcel: Parcel | None) -> Parameters:
        """The same with one set in the place of another; no policy where ``parcel`` is ``None``."""
        others = {one: there for one, there in self.parcels.items() if one is not role}
        return RoomState(others if parcel is None else {**others, role: parcel}, (), {}, ()).parameters


def of_program(role: Role) -> Parcel:
    """The set that comes with the program; the policy is the example that no CPAS has adopted."""
    return _embedded(_EMBEDDED[role])


@cache
def _embedded(name: str) -> Parcel:
    return read_parcel(PackFolder(resource("parameters", name)))


def room_state(vault: Vault) -> RoomState:
    """Read all of it; raises :class:`VaultError` where what is in use is not there or is damaged."""
    adoptions, in_use = vault.adoptions.list(), vault.adoptions.in_use()
    parcels: dict[Role, Parcel] = {role: of_program(role) for role in Role if role is not Role.POLICY}
    decided = {adoption.role for adoption in adoptions}
    for role, fingerprint in in_use.items():
        is_there = role in parcels and fingerprint == parcels[role].fingerprint
        if fingerprint and not is_there and (role in decided or can_be_read(vault, fingerprint)):
            parcels[role] = parcel_kept(vault, role, fingerprint)
    named = dict.fromkeys(one for adoption in adoptions for one in (adoption.before, adoption.fingerprint) if one)
    names = {one: _named(vault, one) for one in named}
    return RoomState(parcels, adoptions, names, vault.settings.trusted_keys)


def parcel_kept(vault: Vault, role: Role, fingerprint: str) -> Parcel:
    """A set that is or was in use; raises :class:`VaultError` where it is not there or is damaged."""
    own = of_program(role)
    return own if own.fingerprint == fingerprint else vault.parameters.parcel(fingerprint)


def can_be_read(vault: Vault, fingerprint: str) -> bool:
    """Whether this version of the program still reads what an older one brought."""
    try:
        vault.parameters.parcel(fingerprint)
    except VaultError:
        return False
    return True


def _named(vault: Vault, fingerprint: str) -> Named:
    """Title and version from the file that vouches for a set, without loading the rest of it."""
    for name in (MANIFEST, POLICY):
        try:
            data = tomllib.loads(vault.parameters.file(fingerprint, name).decode("utf-8"))
        except (ParameterError, ValueError):
            continue
        return Named(data.get("title", {}), str(data.get("version", "")))
    return Named({}, fingerprint[:12])

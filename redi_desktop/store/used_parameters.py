"""Which parameters a computation used, and the same again from what the vault has kept."""

from __future__ import annotations

from collections.abc import Mapping

from redi_desktop.engine.assess import Parameters
from redi_desktop.engine.vouched import Vouched
from redi_desktop.errors import VaultError
from redi_desktop.packs.embedded import LEGAL_TABLES, OPEN_BASKETS, RIGHTS
from redi_desktop.packs.parcel import Role
from redi_desktop.packs.places import PackFolder
from redi_desktop.paths import resource
from redi_desktop.store.kept_parameters import KeptParameters

__all__ = ["EMBEDDED", "Role", "fingerprints_of", "keep_used", "parameters_of"]
EMBEDDED = {Role.BASKETS: OPEN_BASKETS, Role.LEGAL: LEGAL_TABLES, Role.RIGHTS: RIGHTS}
"""The folders of the packs that come with the program."""


def fingerprints_of(parameters: Parameters) -> dict[Role, str]:
    """What a computation rests on, by fingerprint."""
    used = {
        Role.BASKETS: parameters.pack,
        Role.POLICY: parameters.policy,
        Role.LEGAL: parameters.legal,
        Role.RIGHTS: parameters.rights.pack if parameters.rights else None,
    }
    return {role: pack.fingerprint for role, pack in used.items() if pack is not None}


def keep_used(fingerprints: Mapping[Role, str], kept: KeptParameters) -> None:
    """See that the vault holds all of them; those that come with the program are put there now.

    Raises :class:`VaultError` ``pack_not_kept`` for one that was imported and never kept.
    """
    for role, fingerprint in fingerprints.items():
        if not kept.holds(fingerprint) and role in EMBEDDED:
            kept.keep_pack(PackFolder(resource("parameters", EMBEDDED[role])))
        if not kept.holds(fingerprint):
            raise VaultError("pack_not_kept", fingerprint=fingerprint[:12])


def parameters_of(
    fingerprints: Mapping[Role, str], kept: KeptParameters, vouched: Mapping[str, Vouched] | None = None
) -> Parameters:
    """The parameters as they were; raises :class:`VaultError` where one is not there or is damaged.

    ``vouched`` says who vouches for each, where a document is made of it
    (:func:`redi_desktop.store.vouching.vouched_for`).
    """
    policy, legal, rights = (fingerprints.get(role) for role in (Role.POLICY, Role.LEGAL, Role.RIGHTS))
    return Parameters(
        kept.baskets(fingerprints[Role.BASKETS]),
        kept.policy(policy) if policy else None,
        kept.legal(legal) if legal else None,
        kept.rights(rights) if rights else None,
        vouched,
    )

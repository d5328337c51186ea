"""Who vouches for the parameters that a vault holds, as far as it knows: for those in use and for older ones alike."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from redi_desktop.engine.vouched import BY_PROGRAM, Origin, Vouched
from redi_desktop.packs.signature import vouched_by

if TYPE_CHECKING:
    from redi_desktop.store.vault import Vault


def vouched_for(fingerprints: Collection[str], vault: Vault, known: Mapping[str, Vouched]) -> dict[str, Vouched]:
    """Who vouches for each: as ``known`` already, the program that the vault began with, or the one who signed it.

    A signature is kept with what it signs; whether its key is known is judged by the keys that the vault knows now.
    What bears none was adopted here without one, or it is not known where it came from.
    """
    begun = set(vault.adoptions.begun_with().values())
    adopted = {one.fingerprint for one in vault.adoptions.list()}
    found = {one: known[one] for one in fingerprints if one in known}
    for one in set(fingerprints) - found.keys():
        found[one] = BY_PROGRAM if one in begun else _signed(vault, one, adopted)
    return found


def _signed(vault: Vault, fingerprint: str, adopted: set[str]) -> Vouched:
    seal = vault.parameters.seal(fingerprint)
    if seal is None and fingerprint not in adopted:
        return Vouched(Origin.NOT_KNOWN)
    return vouched_by(seal, vault.settings.trusted_keys)

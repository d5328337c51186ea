"""What a pack's signature is worth, in a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from redi_desktop.formatting import date_short
from redi_desktop.i18n import gettext as _
from redi_desktop.packs.signature import PublicKey, Seal, Trust, trust


def trust_words(seal: Seal | None, known: Iterable[PublicKey]) -> str:
    """Who vouches for the pack, and whether that key is known here."""
    if seal is None:
        return _("Not signed: nobody but the one you have it from vouches for it.")
    values = {"signer": seal.by.signer, "day": date_short(seal.signed_on), "key": seal.by.fingerprint}
    if trust(seal, known) is Trust.KNOWN_KEY:
        return _("Signed by {signer} on {day} (key {key}).").format(**values)
    return _("Signed on {day} in the name of {signer} with a key that is not known here ({key}).").format(**values)

"""What a pack's signature is worth, in a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from redi_desktop.engine.assess import Parameters
from redi_desktop.engine.vouched import Origin, Vouched
from redi_desktop.formatting import date_short
from redi_desktop.i18n import gettext as _
from redi_desktop.packs.signature import PublicKey, Seal, Trust, trust

_GROUP = 8


def fingerprint_words(fingerprint: str) -> str:
    """A fingerprint in groups that can be read aloud, and that a narrow line can break between."""
    groups = (fingerprint[start : start + _GROUP] for start in range(0, len(fingerprint), _GROUP))
    return _("Fingerprint: {fingerprint}").format(fingerprint=" ".join(groups))


def trust_words(seal: Seal | None, known: Iterable[PublicKey]) -> str:
    """Who vouches for the pack, and whether that key is known here."""
    if seal is None:
        return _("Not signed: nobody but the one you have it from vouches for it.")
    values = {"signer": seal.by.signer, "day": date_short(seal.signed_on), "key": seal.by.fingerprint}
    if trust(seal, known) is Trust.KNOWN_KEY:
        return _("Signed by {signer} on {day} (key {key}).").format(**values)
    return _("Signed on {day} in the name of {signer} with a key that is not known here ({key}).").format(**values)


def vouching_words(parameters: Parameters) -> str:
    """Who vouches for all that a result rests on, on one line; empty where that is not known."""
    rights = parameters.rights.pack if parameters.rights is not None else None
    used = (
        (_("Baskets"), parameters.pack),
        (_("Policy"), parameters.policy),
        (_("Legal amounts"), parameters.legal),
        (_("Catalogue of rights"), rights),
    )
    names: dict[str, list[str]] = {}
    for name, one in used:
        if one is not None and one.fingerprint in parameters.vouched:
            names.setdefault(_vouched_words(parameters.vouched[one.fingerprint]), []).append(name)
    words = _("{names}: {vouched}")
    return " · ".join(words.format(names=", ".join(alike), vouched=how) for how, alike in names.items())


def _vouched_words(vouched: Vouched) -> str:
    day = date_short(vouched.day) if vouched.day is not None else ""
    words = {
        Origin.PROGRAM: _("supplied with the program"),
        Origin.UNSIGNED: _("not signed"),
        Origin.KNOWN_KEY: _("signed by {signer} on {day}"),
        Origin.NOT_KNOWN: _("not known who vouches for it"),
        Origin.UNKNOWN_KEY: _("signed on {day} in the name of {signer}, with a key that is not known here"),
    }
    return words[vouched.origin].format(signer=vouched.signer, day=day)

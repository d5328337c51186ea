"""``redi-desktop pack check``: what a pack holds, who vouches for it, and whether it has grown old."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from redi_desktop.cli import file_input
from redi_desktop.cli.output import identity, place_of, show
from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.engine.findings import Finding
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.engine.months import Month
from redi_desktop.engine.rights.pack import RightsPack
from redi_desktop.engine.staleness import Staleness, old_baskets
from redi_desktop.i18n import gettext as _
from redi_desktop.packs.embedded import load_embedded
from redi_desktop.packs.kinds import AnyPack, load_any
from redi_desktop.packs.places import PackPlace
from redi_desktop.packs.signature import Trust, seal_of, trust
from redi_desktop.words import findings
from redi_desktop.words.pack_texts import in_language
from redi_desktop.words.pack_trust import trust_words


def check(arguments: argparse.Namespace) -> int:
    """Read a pack strictly and say what is in it."""
    place = place_of(arguments.pack)
    pack = load_any(place)
    old = old_findings(pack, file_input.day(arguments.date) or date.today())
    show(_data(pack, place, old), arguments.format, _words(pack, place, old))
    return 0


COMMANDS = {"check": check}


def old_findings(pack: AnyPack, day: date) -> tuple[Finding, ...]:
    """What has grown old in a pack on a day; legal tables are held against the embedded health index."""
    if isinstance(pack, BasketPack):
        return tuple(old_baskets(pack, Month.of(day)))
    if isinstance(pack, LegalTables):
        return Staleness(load_embedded(), pack, None).at(day)
    return Staleness(load_embedded(), None, pack).at(day)


def _data(pack: AnyPack, place: PackPlace, old: tuple[Finding, ...]) -> dict[str, Any]:
    seal = seal_of(place)
    return {
        "format": "redi-pack-check/1",
        **identity(pack),
        "title": dict(pack.title),
        **_content(pack),
        "first_month": str(pack.valid_from),
        "last_month": str(pack.valid_until) if pack.valid_until else None,
        "signature": trust(seal, ()).value if seal is None else Trust.UNKNOWN_KEY.value,
        "signer": seal.by.signer if seal else None,
        "old": [finding.code for finding in old],
    }


def _content(pack: AnyPack) -> dict[str, Any]:
    if isinstance(pack, BasketPack):
        return {
            "items": len(pack.items),
            "tariffs": sum(len(tariffs) for tariffs in pack.tariffs.values()),
            "sources": len(pack.sources),
            "last_index_month": str(pack.index.last),
        }
    if isinstance(pack, RightsPack):
        return {"rights": len(pack.rights), "facts": len(pack.facts), "sources": len(pack.sources)}
    return {"amounts": len(pack.values), "values": sum(len(dated) for dated in pack.values.values())}


def _words(pack: AnyPack, place: PackPlace, old: tuple[Finding, ...]) -> list[str]:
    title = in_language(pack.title)
    content = _content(pack)
    if isinstance(pack, BasketPack):
        words = _("{title}, version {version}: {items} items, {tariffs} tariffs, {sources} sources; index to {last}.")
        head = words.format(title=title, version=pack.version, last=content.pop("last_index_month"), **content)
    elif isinstance(pack, RightsPack):
        words = _("{title}, version {version}: {rights} rights, {facts} questions, {sources} sources.")
        head = words.format(title=title, version=pack.version, **content)
    else:
        words = _("{title}, version {version}: {amounts} amounts with {values} dated values.")
        head = words.format(title=title, version=pack.version, **content)
    fingerprint = _("Fingerprint: {fingerprint}").format(fingerprint=pack.fingerprint)
    return [head, fingerprint, trust_words(seal_of(place), ()), *(f"- {findings.sentence(one)}" for one in old)]

"""The options of every command about cases, and what they lead to: the case, the parameters, the result."""

from __future__ import annotations

import argparse
from pathlib import Path

from redi_desktop import i18n
from redi_desktop.casefile.json_form import from_json
from redi_desktop.casefile.model import CaseFile
from redi_desktop.cli import file_input
from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.packs.baskets import load_baskets
from redi_desktop.packs.embedded import parameters_with
from redi_desktop.packs.places import pack_place
from redi_desktop.packs.signature import seal_of, vouched_by


def options(several: bool = False) -> argparse.ArgumentParser:
    """The options, to be a parent of a command; ``several``: it takes any number of cases."""
    common = argparse.ArgumentParser(add_help=False)
    if several:
        common.add_argument("cases", type=Path, nargs="+", metavar="CASE.json")
    else:
        common.add_argument("case", type=Path, metavar="CASE.json")
    common.add_argument("--date", metavar="YYYY-MM-DD", help="date of the budget, instead of the case's own")
    common.add_argument("--pack", type=Path, metavar="DIR|FILE", help="basket pack, instead of the embedded one")
    common.add_argument("--policy", type=Path, metavar="FILE", help="the CPAS's rules for complementary aid (TOML)")
    common.add_argument("--lang", "--language", choices=i18n.LANGUAGE_CODES, help="language of the words")
    return common


def case_at(path: Path) -> CaseFile:
    """The case in a file; raises :class:`CaseError`."""
    return from_json(file_input.content(path, "case_too_large"))


def parameters(arguments: argparse.Namespace) -> Parameters:
    """The packs and the policy that were asked for; raises :class:`ParameterError`."""
    from redi_desktop.cli.output import policy_at

    place = pack_place(arguments.pack) if arguments.pack else None
    pack = load_baskets(place) if place is not None else None
    parcel = policy_at(arguments.policy) if arguments.policy else None
    vouched = {pack.fingerprint: vouched_by(seal_of(place), ())} if place is not None and pack is not None else {}
    if parcel is not None:
        vouched[parcel.fingerprint] = vouched_by(parcel.seal, ())
    return parameters_with(pack, parcel.policy if parcel is not None else None, vouched)


def assessed(arguments: argparse.Namespace, case: CaseFile) -> Assessment:
    """The result of a case; raises :class:`BadFacts`."""
    return assess(case.facts, parameters(arguments), file_input.day(arguments.date))

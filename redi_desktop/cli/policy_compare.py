"""``redi-desktop policy check|diff``: the rules of a CPAS, and what a new version of them changes."""

from __future__ import annotations

import argparse
from typing import Any

from redi_desktop.cli.case_effects import effects, effects_data, effects_words
from redi_desktop.cli.output import identity, place_of, policy_at, show
from redi_desktop.engine.assess import Parameters
from redi_desktop.engine.policy import Policy
from redi_desktop.formatting import date_short
from redi_desktop.i18n import gettext as _
from redi_desktop.packs.baskets import load_baskets
from redi_desktop.packs.comparison import as_data
from redi_desktop.packs.parcel import compare_parcels
from redi_desktop.packs.policy_comparison import policy_rules
from redi_desktop.words.pack_changes import outline, value_words
from redi_desktop.words.pack_texts import in_language
from redi_desktop.words.pack_trust import trust_words
from redi_desktop.words.policy_rules import rule_name


def check(arguments: argparse.Namespace) -> int:
    """Read a policy strictly and print its rules."""
    parcel = policy_at(arguments.policy)
    policy, rules = parcel.policy, policy_rules(parcel.vouched)
    words = [*_words(policy, rules), trust_words(parcel.seal, ())]
    show(_data(policy, rules) | {"signer": parcel.seal.by.signer if parcel.seal else None}, arguments.format, words)
    return 0


def _data(policy: Policy, rules: dict[str, str]) -> dict[str, Any]:
    return {
        "format": "redi-policy-check/1",
        **identity(policy),
        "title": dict(policy.title),
        "adopted_on": policy.adopted_on.isoformat(),
        "valid_from": policy.valid_from.isoformat(),
        "rules": rules,
    }


def _words(policy: Policy, rules: dict[str, str]) -> list[str]:
    head = _("{title}, version {version}: adopted on {adopted}, in force from {first_day}.").format(
        title=in_language(policy.title),
        version=policy.version,
        adopted=date_short(policy.adopted_on),
        first_day=date_short(policy.valid_from),
    )
    fingerprint = _("Fingerprint: {fingerprint}").format(fingerprint=policy.fingerprint)
    shown = (f"- {rule_name(key)}: {value_words(value)}" for key, value in rules.items())
    return [head, fingerprint, *shown]


def diff(arguments: argparse.Namespace) -> int:
    """Compare two policies, and say what that does to cases."""
    old, new = policy_at(arguments.old), policy_at(arguments.new)
    comparison = compare_parcels(old, new)
    pack = load_baskets(place_of(arguments.pack))
    before, after = (Parameters(pack, parcel.policy) for parcel in (old, new))
    found = effects(arguments, before, after)
    data = as_data(comparison) | {"format": "redi-policy-diff/1", "cases": effects_data(found)}
    show(data, arguments.format, [*outline(comparison), *effects_words(found)])
    return 0


COMMANDS = {"check": check, "diff": diff}

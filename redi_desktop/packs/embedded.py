"""The packs that come with the program."""

from __future__ import annotations

from collections.abc import Mapping

from redi_desktop.engine.assess import Parameters
from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.engine.policy import Policy
from redi_desktop.engine.rights.pack import RightsPack
from redi_desktop.engine.vouched import BY_PROGRAM, Vouched
from redi_desktop.packs.baskets import load_baskets
from redi_desktop.packs.places import PackFolder
from redi_desktop.paths import resource

OPEN_BASKETS = "open-baskets-be"
LEGAL_TABLES = "legal-be"
RIGHTS = "rights-be"
EXAMPLE_POLICY = "policy-example"


def load_embedded() -> BasketPack:
    """The open baskets, made from public figures (not the licensed budgets of CEBUD)."""
    return load_baskets(PackFolder(resource("parameters", OPEN_BASKETS)))


def load_embedded_legal() -> LegalTables:
    """The Belgian legal amounts, from public pages, with what was computed and what is doubtful marked so."""
    from redi_desktop.packs.legal import load_legal

    return load_legal(PackFolder(resource("parameters", LEGAL_TABLES)))


def load_embedded_rights() -> RightsPack:
    """The rights and reductions to look at first, from public pages, with dates, confidence and doubts."""
    from redi_desktop.packs.rights import load_rights

    return load_rights(PackFolder(resource("parameters", RIGHTS)))


def parameters_of_program() -> Parameters:
    """All that comes with the program; no policy."""
    return parameters_with()


def parameters_with(
    pack: BasketPack | None = None, policy: Policy | None = None, vouched: Mapping[str, Vouched] | None = None
) -> Parameters:
    """The same with other baskets or with a policy; ``vouched`` says who vouches for those."""
    own, legal, rights = load_embedded(), load_embedded_legal(), load_embedded_rights()
    program = dict.fromkeys((own.fingerprint, legal.fingerprint, rights.fingerprint), BY_PROGRAM)
    return Parameters(pack or own, policy, legal, rights, {**(vouched or {}), **program})


def load_example_policy() -> Policy:
    """A policy that shows every key: no CPAS has adopted it, and it is used only where somebody chooses it."""
    from redi_desktop.packs.policy_file import load_policy

    return load_policy(resource("parameters", EXAMPLE_POLICY) / "policy.toml")

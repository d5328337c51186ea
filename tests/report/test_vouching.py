"""A result and its documents say who vouches for the parameters: the program, a signature, or nobody."""

from __future__ import annotations

from datetime import date

import pytest

from redi_desktop import i18n
from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.engine.vouched import BY_PROGRAM, Origin, Vouched
from redi_desktop.packs.embedded import load_example_policy, parameters_of_program, parameters_with
from redi_desktop.packs.parcel import Role, open_parcel, signed_parcel
from redi_desktop.packs.signing_keys import new_key, read_private, read_public
from redi_desktop.paths import resource
from redi_desktop.report.content import DocumentKind, Letterhead, Particulars
from redi_desktop.report.make import make
from redi_desktop.store.vault import Vault
from redi_desktop.store.vouching import vouched_for
from redi_desktop.ui.parameters.in_use import in_use
from redi_desktop.words.pack_trust import vouching_words
from tests.report import reported_cases as cases
from tests.ui.shell_at_work import CHEAP, PASSPHRASE

DAY, NAME = date(2026, 11, 21), "Fédération des CPAS"
PROGRAM = parameters_of_program()
POLICY = open_parcel(resource("parameters", "policy-example", "policy.toml"))


def words_with(vouched: Vouched) -> str:
    policy = load_example_policy()
    return vouching_words(parameters_with(policy=policy, vouched={policy.fingerprint: vouched}))


def test_who_vouches_is_said_on_one_line_the_same_only_once():
    i18n.set_language("en")
    assert vouching_words(PROGRAM) == "Baskets, Legal amounts, Catalogue of rights: supplied with the program"
    unsigned = words_with(Vouched(Origin.UNSIGNED))
    assert unsigned.startswith("Baskets, Legal amounts, Catalogue of rights: supplied with the program · Policy: not s")
    assert "Policy: signed by Fédération" in words_with(Vouched(Origin.KNOWN_KEY, NAME, "0123", DAY))
    assert "a key that is not known here" in words_with(Vouched(Origin.UNKNOWN_KEY, NAME, "0123", DAY))
    assert vouching_words(Parameters(PROGRAM.pack)) == ""


@pytest.mark.parametrize("kind", [DocumentKind.SOCIAL_REPORT, DocumentKind.EXPLANATION])
def test_the_documents_say_it_where_the_figures_come_from(kind):
    case = cases.namur()
    document = make(kind, case, assess(case.facts, PROGRAM), Letterhead("", "", "", ""), "nl", DAY)
    with i18n.speaking("nl"):
        pair = (i18n.gettext("Digital signatures"), vouching_words(PROGRAM))
    assert sum(pair in block.pairs for block in document.blocks if isinstance(block, Particulars)) == 1


def test_a_signature_counts_as_known_once_its_key_is_and_what_the_program_brought_is_its_own(tmp_path):
    keys = new_key(NAME)
    signed = signed_parcel(POLICY, read_private(keys.private, "key"), NAME, DAY)
    with Vault.create(tmp_path / "vault", PASSPHRASE, limits=CHEAP) as vault:
        vault.adoptions.adopt(Role.POLICY, signed, None, "Council of 3 September")
        found = in_use(vault, PROGRAM)
        assert found.vouched[POLICY.fingerprint].origin is Origin.UNKNOWN_KEY
        assert found.vouched[PROGRAM.pack.fingerprint] == BY_PROGRAM
        vault.settings.trust(read_public(keys.public, "federation.redipub"))
        known = in_use(vault, PROGRAM).vouched[POLICY.fingerprint]
        assert (known.origin, known.signer, known.day) == (Origin.KNOWN_KEY, NAME, DAY)


def test_of_a_kept_result_it_is_said_as_far_as_the_vault_knows(tmp_path):
    i18n.set_language("en")
    keys = new_key(NAME)
    signed = signed_parcel(POLICY, read_private(keys.private, "key"), NAME, DAY)
    with Vault.create(tmp_path / "vault", PASSPHRASE, limits=CHEAP) as vault:
        vault.adoptions.adopt(Role.POLICY, signed, None, "Council of 3 September")
        vault.adoptions.adopt(Role.POLICY, None, signed, "Council of 4 October")
        strange = vault.parameters.keep_policy(POLICY.vouched + b"\n")
        own = PROGRAM.pack.fingerprint
        found = vouched_for([POLICY.fingerprint, strange, own], vault, PROGRAM.vouched)
    assert [found[one].origin for one in (POLICY.fingerprint, strange)] == [Origin.UNKNOWN_KEY, Origin.NOT_KNOWN]
    assert found[own] == BY_PROGRAM
    assert "Policy: not known who vouches for it" in words_with(found[strange])

"""Other packs and policies are adopted with a reason, kept with their signature, and can be left again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.engine.months import Month
from redi_desktop.errors import VaultDamaged, VaultError
from redi_desktop.packs import editing
from redi_desktop.packs.baskets import load_baskets
from redi_desktop.packs.draft import sealed
from redi_desktop.packs.kinds import FilesInMemory
from redi_desktop.packs.parcel import Parcel, Role, open_parcel, parcel_of, signed_parcel
from redi_desktop.packs.repricing import IndexMonth, NewPrice, repriced, with_index_month
from redi_desktop.packs.signing_keys import new_key, read_private, read_public
from redi_desktop.paths import resource
from redi_desktop.store.acts import Act
from redi_desktop.store.recomputing import Outcome
from redi_desktop.store.used_parameters import parameters_of
from tests.packs.small_draft import BREAD, small_draft
from tests.ui.sample_cases import lone_mother

POLICY = open_parcel(resource("parameters", "policy-example", "policy.toml"))
FIRST = parcel_of(sealed(small_draft()))
KEYS = new_key("Fédération des CPAS")


def version(number: int, price: str) -> Parcel:
    """A further version: another month of the index, and another price of bread."""
    month = Month(2026, 7).plus(number)
    draft = with_index_month(small_draft(), IndexMonth(Month(2026, 8), Decimal(140) + number, None, "CPI_REPO"))
    source = (editing.find(draft, "items.csv", (BREAD,)) or {})["source_id"]
    draft = repriced(draft, [NewPrice(BREAD, Decimal(price), month, source)])
    return parcel_of(sealed(editing.with_head(draft, version=f"2026.7.{number}")))


def signed(parcel: Parcel) -> Parcel:
    return signed_parcel(parcel, read_private(KEYS.private, "key"), "Fédération des CPAS", date(2026, 11, 21))


def test_without_a_reason_nothing_is_adopted(vault):
    with pytest.raises(VaultError, match="adoption_reason_missing"):
        vault.adoptions.adopt(Role.BASKETS, version(1, "1.30"), FIRST, "  \n")
    assert vault.adoptions.list() == ()
    assert not vault.parameters.holds(FIRST.fingerprint)


def test_what_is_adopted_is_used_and_the_journal_keeps_when(vault):
    new = version(1, "1.30")
    adoption = vault.adoptions.adopt(Role.BASKETS, new, FIRST, " Council of\n3 December ")
    assert vault.adoptions.in_use() == {Role.BASKETS: new.fingerprint}
    assert (adoption.before, adoption.reason) == (FIRST.fingerprint, "Council of 3 December")
    entry = vault.journal.entries()[-1]
    assert (entry.act, entry.sequence, entry.place) == (
        Act.PARAMETERS_ADOPTED, adoption.entry, f"baskets {new.fingerprint[:12]}",
    )  # fmt: skip
    back = vault.adoptions.adopt(Role.BASKETS, vault.parameters.parcel(adoption.before), new, "Wrong prices")
    assert vault.adoptions.in_use() == {Role.BASKETS: FIRST.fingerprint}
    assert vault.adoptions.list() == (adoption, back)
    assert vault.verify().fine


def test_a_policy_is_adopted_and_given_up(vault):
    vault.adoptions.adopt(Role.POLICY, POLICY, None, "Adopted by the council")
    used = {Role.BASKETS: vault.parameters.keep_parcel(FIRST)} | vault.adoptions.in_use()
    assert parameters_of(used, vault.parameters).policy == POLICY.policy
    vault.adoptions.adopt(Role.POLICY, None, POLICY, "Withdrawn")
    assert vault.adoptions.in_use() == {Role.POLICY: ""}


def test_an_adoption_altered_behind_the_program_is_found(vault):
    vault.adoptions.adopt(Role.POLICY, POLICY, None, "Adopted by the council")
    written = vault.settings.memory("adoptions").replace("council", "mayor")
    with vault.contents.database.transaction():
        vault.settings.remember("adoptions", written)
    assert [fault.detail for fault in vault.adoptions.verify()] == [f"adoption {vault.adoptions.list()[0].entry}"]


@pytest.mark.parametrize("parcel", [FIRST, POLICY], ids=["pack", "policy"])
def test_a_signature_is_kept_and_travels_with_what_is_kept(vault, parcel):
    vault.parameters.keep_parcel(parcel)
    fingerprint = vault.parameters.keep_parcel(signed(parcel))
    kept = vault.parameters.parcel(fingerprint)
    assert kept.seal == signed(parcel).seal
    vault.parameters.keep_files(fingerprint, vault.parameters.files(fingerprint))
    spoilt = vault.parameters.files(fingerprint) | {"pack.sig": kept.files["pack.sig"].replace(b"CPAS", b"CPBS")}
    with pytest.raises(VaultDamaged):
        vault.parameters.keep_files(fingerprint, spoilt)
    assert vault.verify().fine


def test_trusted_keys_are_chosen_and_the_journal_keeps_that_they_were(vault):
    key = read_public(KEYS.public, "federation.redipub")
    vault.settings.trust(key)
    vault.settings.trust(key)
    assert vault.settings.trusted_keys == (key,)
    vault.settings.distrust(key)
    assert vault.settings.trusted_keys == ()
    assert [entry.place for entry in vault.journal.entries() if entry.act is Act.SETTING_CHANGED] == [
        "trusted_keys"
    ] * 2


def test_an_old_result_is_the_same_to_the_cent_after_three_pack_changes(vault):
    case = replace(lone_mother(), reference_date=date(2026, 8, 15))
    vault.cases.save(case, "test")
    packs = [FIRST, version(1, "1.30"), version(2, "1.60"), version(3, "2.10")]
    frozen = []
    for number, pack in enumerate(packs):
        if number:
            vault.adoptions.adopt(Role.BASKETS, pack, packs[number - 1], f"Version {number}")
        else:
            vault.parameters.keep_parcel(pack)
        frozen.append(
            vault.assessments.freeze(case, assess(case.facts, Parameters(load_baskets(FilesInMemory(pack.files)))))
        )
    totals = [vault.assessments.load(one).result["reference_budget"]["total"] for one in frozen]
    assert len(set(totals)) == 4
    for one in frozen:
        assert vault.recompute(one).outcome is Outcome.SAME

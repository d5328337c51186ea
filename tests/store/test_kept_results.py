"""A frozen result says for ever what it said, and can be computed again to the cent."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal

import pytest

from redi_desktop.casefile.json_form import from_data
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.errors import VaultDamaged, VaultError
from redi_desktop.packs.embedded import load_embedded, load_embedded_legal, load_embedded_rights
from redi_desktop.packs.policy_file import load_policy
from redi_desktop.store import recomputing
from redi_desktop.store.acts import Act
from redi_desktop.store.faults import FaultKind
from redi_desktop.store.recomputing import Outcome
from redi_desktop.store.used_parameters import Role
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import family

DECISION = {"verdict": "granted", "decided_on": "2026-12-01", "amount": "120.00", "conditions": "Trois mois."}


POLICY = """
format = "redi-policy/1"
id = "invented"
version = "1"
adopted_on = 2025-12-01
valid_from = 2026-01-01

[title]
fr = "Règlement inventé"
nl = "Verzonnen reglement"

[target_group]
tenures = []
income_kinds = []
excluded_activities = []

[expenses]
count_debts = true
max_accepted_debt_share = "1"
count_car = "if_necessary"

[income]
count_child_benefit = true
count_maintenance_received = true
count_one_off = false

[aid]
coverage_share = "0.80"
ceiling_per_month = "250.00"
smallest_amount = "10.00"
duration_months = 6
review_after_months = 3

[aid.rounding]
step = "5.00"
mode = "down"

[funding]
scheme = "own_funds"

[activation]
required = false
exemptions = []
"""


@pytest.fixture(scope="module")
def parameters() -> Parameters:
    return Parameters(load_embedded(), None, load_embedded_legal(), load_embedded_rights())


@pytest.fixture
def case() -> CaseFile:
    return from_data(
        {
            "format": "redi-case/1",
            "reference_date": "2024-05-15",
            "household": {
                "region": "flanders",
                "persons": [
                    {"id": "p1", "role": "applicant", "birth_date": "1989-01-01", "sex": "f", "activity": "jobseeker"}
                ],
            },
            "dwelling": {"tenure": "private_rent", "heating": "gas"},
            "incomes": [{"id": "i1", "person": "p1", "kind": "unemployment", "amount": "1288.46", "period": "month"}],
            "expenses": [{"id": "e1", "kind": "rent", "amount": "650.00", "period": "month"}],
        }
    )


@pytest.fixture
def frozen(vault: Vault, case: CaseFile, parameters: Parameters) -> str:
    """The identifier of a frozen result; the case has been changed since."""
    vault.cases.save(case, "expenses")
    identifier = vault.assessments.freeze(case, assess(case.facts, parameters))
    vault.cases.save(dataclasses.replace(case, incomes=()), "incomes")
    return identifier


def test_a_result_keeps_what_it_rests_on(vault, case, frozen, parameters):
    kept = vault.assessments.load(frozen)
    assert kept.case == case
    assert kept.reference_date == date(2024, 5, 15)
    assert kept.parameters[Role.BASKETS] == parameters.pack.fingerprint
    assert set(kept.parameters) == {Role.BASKETS, Role.LEGAL, Role.RIGHTS}
    assert Decimal(kept.result["balance"]) == assess(case.facts, parameters).balance
    assert [each.id for each in vault.assessments.list(case.id)] == [frozen]
    assert vault.verify().fine


def test_computed_again_it_gives_the_same_cents(vault, frozen):
    again = vault.recompute(frozen)
    assert (again.outcome, again.differences) == (Outcome.SAME, ())


def test_the_pack_is_kept_once_and_is_the_same_pack(vault, case, frozen, parameters):
    vault.assessments.freeze(case, assess(case.facts, parameters, date(2025, 2, 1)))
    assert vault.cases.database.rows("SELECT count(*) FROM parameter_set") == [(3,)]
    kept = vault.parameters.baskets(parameters.pack.fingerprint)
    assert (kept.items, kept.tariffs, kept.sources) == (
        parameters.pack.items, parameters.pack.tariffs, parameters.pack.sources,
    )  # fmt: skip


def test_another_engine_says_what_differs(vault, frozen, monkeypatch):
    def dearer(facts, used, day):
        assessment = assess(facts, used, day)
        return dataclasses.replace(assessment, balance=assessment.balance - 1)

    monkeypatch.setattr(recomputing, "assess", dearer)
    again = vault.recompute(frozen)
    assert again.outcome is Outcome.DIFFERS
    assert {difference.place for difference in again.differences} == {"balance"}
    (difference,) = again.differences
    assert Decimal(difference.frozen) - Decimal(difference.now) == 1


def test_what_is_said_otherwise_is_told_from_other_cents(vault, frozen, monkeypatch):
    def later(facts, used, day):
        return dataclasses.replace(assess(facts, used, day), engine_version="later")

    monkeypatch.setattr(recomputing, "assess", later)
    again = vault.recompute(frozen)
    assert again.outcome is Outcome.SAME_CENTS
    assert [difference.place for difference in again.differences] == ["engine_version"]


def test_a_policy_is_kept_with_the_result(vault, case, parameters, tmp_path):
    path = tmp_path / "policy.toml"
    path.write_text(POLICY)
    policy = load_policy(path)
    with_policy = Parameters(parameters.pack, policy)
    vault.cases.save(case, "expenses")
    day = max(policy.valid_from, date(2026, 1, 1))
    with pytest.raises(VaultError, match="pack_not_kept"):
        vault.assessments.freeze(case, assess(case.facts, with_policy, day))
    assert vault.parameters.keep_policy(path.read_bytes()) == policy.fingerprint
    identifier = vault.assessments.freeze(case, assess(case.facts, with_policy, day))
    assert vault.recompute(identifier).outcome is Outcome.SAME


def test_a_case_that_was_not_saved_has_no_result_to_keep(vault, case, parameters):
    with pytest.raises(VaultError, match="case_missing"):
        vault.assessments.freeze(case, assess(case.facts, parameters))


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE assessment SET reference_date = '2025-01-01'",
        "UPDATE assessment SET made_at = '2025-01-01T00:00:00.000+00:00'",
        "UPDATE assessment SET entry = 1",
        "UPDATE assessment SET result = (SELECT content FROM assessment)",
        "DELETE FROM assessment_parameter",
        "DELETE FROM assessment",
        "UPDATE assessment SET id = 'x'",
    ],
)
def test_a_result_changed_behind_the_journal_is_noticed(vault, frozen, tampering):
    vault.cases.database.run("PRAGMA foreign_keys = OFF")
    vault.cases.database.run(tampering)
    assert FaultKind.ASSESSMENT in {fault.kind for fault in vault.verify().faults}


def test_a_pack_changed_in_the_vault_is_noticed_and_not_used(vault, frozen):
    assert vault.verify().fine
    vault.cases.database.run(
        "UPDATE parameter_file SET content = (SELECT content FROM parameter_file ORDER BY length(content) LIMIT 1)"
        " WHERE length(content) = (SELECT max(length(content)) FROM parameter_file)"
    )
    assert {fault.kind for fault in vault.verify().faults} == {FaultKind.PACK}
    with pytest.raises(VaultDamaged, match="pack_kept_damaged"):
        vault.recompute(frozen)


def test_a_decision_is_noted_with_the_result_that_lay_before_the_committee(vault, case, frozen):
    identifier = vault.decisions.note(case.id, DECISION, frozen)
    (kept,) = vault.decisions.list(case.id)
    assert (kept.id, kept.decision, kept.assessment) == (identifier, DECISION, frozen)
    assert vault.verify().fine
    assert [entry.act for entry in vault.journal.entries(case.id)][-1] is Act.DECISION_NOTED


def test_a_correction_is_a_further_note(vault, case, frozen):
    vault.decisions.note(case.id, DECISION, frozen)
    vault.decisions.note(case.id, {**DECISION, "amount": "130.00"})
    assert [kept.decision["amount"] for kept in vault.decisions.list(case.id)] == ["130.00", "120.00"]


def test_a_decision_rests_on_a_result_of_its_own_case(vault, case, frozen):
    other = dataclasses.replace(case, id="0" * 32)
    vault.cases.save(other, "household")
    with pytest.raises(VaultError, match="assessment_missing"):
        vault.decisions.note(other.id, DECISION, frozen)
    with pytest.raises(VaultError, match="case_missing"):
        vault.decisions.note("nobody", DECISION)


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE decision SET content = CAST(replace(CAST(content AS TEXT), '120', '420') AS BLOB)",
        "DELETE FROM decision",
    ],
)
def test_a_decision_changed_behind_the_journal_is_noticed(vault, case, frozen, tampering):
    vault.decisions.note(case.id, DECISION, frozen)
    vault.cases.database.run(tampering)
    assert {fault.kind for fault in vault.verify().faults} == {FaultKind.DECISION}


def test_results_and_decisions_go_with_an_erased_case(vault, case, frozen):
    vault.decisions.note(case.id, DECISION, frozen)
    vault.cases.erase(case.id)
    for table in ("assessment", "assessment_parameter", "decision", "case_past", "draft"):
        assert vault.cases.database.rows(f"SELECT count(*) FROM {table}") == [(0,)]
    assert vault.verify().fine


def test_what_is_granted_in_a_year_follows_the_last_word_on_each_month(vault, case, frozen):
    granted = {"verdict": "granted", "amount": "100.00", "starts_on": "2026-11-01", "months": 4}
    other = family("Jan Peeters")
    vault.cases.save(other, "household")
    vault.decisions.note(case.id, granted, frozen)
    assert (vault.decisions.granted_in(2026), vault.decisions.granted_in(2027)) == (200, 200)
    vault.decisions.note(case.id, {**granted, "amount": "60.00", "starts_on": "2026-12-01"}, frozen)
    vault.decisions.note(other.id, {"verdict": "refused", "amount": "900.00", "starts_on": "2026-11-01", "months": 1})
    assert (vault.decisions.granted_in(2026), vault.decisions.granted_in(2027)) == (160, 180)

"""The journal tells what was done, and shows when somebody tampered with it or with a case."""

from __future__ import annotations

import dataclasses

import pytest

from redi_desktop.store.faults import FaultKind
from redi_desktop.store.journal import Act
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE, family


@pytest.fixture
def busy_vault(vault: Vault) -> Vault:
    """Ten saves of two cases."""
    cases = [family("Ayşe Çelik"), family("Jan Peeters")]
    for number in range(10):
        case = dataclasses.replace(cases[number % 2], comment=f"change {number}")
        vault.cases.save(case, f"expenses[{number}].amount")
    return vault


def kinds(vault: Vault) -> set[FaultKind]:
    """What the full check finds."""
    return {fault.kind for fault in vault.verify().faults}


def test_every_save_is_told_in_its_order(vault):
    case = family("Ayşe Çelik")
    vault.cases.save(case, "household.persons[0].name")
    vault.cases.save(dataclasses.replace(case, reference="17"), "reference")
    vault.cases.erase(case.id)
    told = [(entry.sequence, entry.act, entry.place) for entry in vault.journal.entries()]
    assert told == [
        (1, Act.VAULT_CREATED, ""),
        (2, Act.VAULT_OPENED, ""),
        (3, Act.CASE_CREATED, "household.persons[0].name"),
        (4, Act.CASE_SAVED, "reference"),
        (5, Act.CASE_ERASED, ""),
    ]
    assert [entry.sequence for entry in vault.journal.entries(case.id)] == [3, 4, 5]


def test_an_untouched_journal_is_fine(busy_vault):
    check = busy_vault.verify()
    assert (check.fine, check.entries, check.cases) == (True, 12, 2)


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE journal SET at = '2020-01-01T00:00:00.000+00:00' WHERE sequence = 4",
        "UPDATE journal SET place = 'nothing' WHERE sequence = 4",
        "UPDATE journal SET act = 'case_erased' WHERE sequence = 4",
        "UPDATE journal SET state = zeroblob(32) WHERE sequence = 4",
        "UPDATE journal SET chain = zeroblob(32) WHERE sequence = 4",
        "UPDATE journal SET subject = (SELECT subject FROM journal WHERE sequence = 5) WHERE sequence = 4",
        "DELETE FROM journal WHERE sequence = 4",
        "DELETE FROM journal WHERE sequence = 1",
        "DELETE FROM journal",
        "INSERT INTO journal SELECT sequence + 100, at, act, subject, place, state, chain FROM journal",
    ],
)
def test_a_changed_row_is_noticed(busy_vault, tampering):
    busy_vault.cases.database.run(tampering)
    assert FaultKind.JOURNAL in kinds(busy_vault)


def test_rows_that_changed_places_are_noticed(busy_vault):
    database = busy_vault.cases.database
    for old, new in ((4, 99), (6, 4), (99, 6)):
        database.run("UPDATE journal SET sequence = ? WHERE sequence = ?", new, old)
    assert FaultKind.JOURNAL in kinds(busy_vault)


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE case_content SET content = CAST(replace(CAST(content AS TEXT), 'change', 'other') AS BLOB)",
        "UPDATE case_file SET balance = '9.00'",
        "UPDATE case_file SET title = 'somebody'",
        "UPDATE case_file SET status = 'archived'",
        "UPDATE case_content SET words = 'nobody'",
    ],
)
def test_a_case_changed_behind_the_journal_is_noticed(busy_vault, tampering):
    busy_vault.cases.database.run(tampering)
    assert FaultKind.CASE in kinds(busy_vault)
    assert not busy_vault.verify().data_sound


def test_a_case_taken_out_behind_the_journal_is_noticed(busy_vault):
    busy_vault.cases.database.run("DELETE FROM case_file WHERE number = 1")
    assert FaultKind.CASE_LOST in kinds(busy_vault)


def test_the_last_rows_taken_out_are_noticed_by_the_state_of_the_case(busy_vault):
    busy_vault.cases.database.run("DELETE FROM journal WHERE sequence > 10")
    assert kinds(busy_vault) == {FaultKind.CASE}


def test_a_search_index_that_does_not_match_is_noticed_and_is_no_loss(busy_vault):
    busy_vault.cases.database.run("INSERT INTO case_search (case_search, rowid, words) VALUES ('delete', 1, 'ayse')")
    check = busy_vault.verify()
    assert {fault.kind for fault in check.faults} == {FaultKind.SEARCH}
    assert check.data_sound


def test_the_journal_names_nobody(busy_vault):
    rows = repr(busy_vault.cases.database.rows("SELECT * FROM journal"))
    identifiers = [shown.id for shown in busy_vault.cases.list()]
    assert all(word not in rows for word in ("Çelik", "Peeters", *identifiers))


def test_a_row_without_its_deed_cannot_be_written(vault):
    with pytest.raises(RuntimeError):
        vault.journal.append(Act.CASE_SAVED, "x")


def test_two_vaults_give_the_same_case_different_pseudonyms(vault, tmp_path):
    with Vault.create(tmp_path / "other", PASSPHRASE, limits=CHEAP) as other:
        assert vault.journal.subject("x") != other.journal.subject("x")

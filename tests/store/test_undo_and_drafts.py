"""Undo goes on after a restart, and what was half typed is there again after a kill."""

from __future__ import annotations

import dataclasses

import pytest

from redi_desktop.errors import CaseError
from redi_desktop.store import case_past
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE, family


@pytest.fixture
def steps(vault: Vault):
    """A case saved with the comments 0 to 4."""
    case = family("Ayşe Çelik")
    for number in range(5):
        vault.cases.save(dataclasses.replace(case, comment=str(number)), "comment")
    return case


def comments(vault: Vault, case_id: str) -> list[str]:
    """The comments of the earlier states, then of the present one."""
    opened = vault.cases.open(case_id)
    return [case.comment for case in (*opened.past, opened.case)]


def test_the_states_before_are_there_after_a_restart(vault, folder, steps):
    vault.close()
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as again:
        assert comments(again, steps.id) == ["0", "1", "2", "3", "4"]


def test_a_step_taken_back_is_no_further_step(vault, steps):
    vault.cases.save(dataclasses.replace(steps, comment="3"), "undo")
    assert comments(vault, steps.id) == ["0", "1", "2", "3"]
    vault.cases.save(dataclasses.replace(steps, comment="2"), "undo")
    assert comments(vault, steps.id) == ["0", "1", "2"]
    vault.cases.save(dataclasses.replace(steps, comment="another way"), "comment")
    assert comments(vault, steps.id) == ["0", "1", "2", "another way"]


def test_a_result_that_changed_without_the_case_is_no_step(vault, steps):
    from decimal import Decimal

    vault.cases.save(dataclasses.replace(steps, comment="4"), "reassess", Decimal(3))
    assert comments(vault, steps.id) == ["0", "1", "2", "3", "4"]


def test_the_number_of_states_is_bounded(vault, steps, monkeypatch):
    monkeypatch.setattr(case_past, "MOST_OF_A_CASE", 3)
    vault.cases.save(dataclasses.replace(steps, comment="5"), "comment")
    assert comments(vault, steps.id) == ["2", "3", "4", "5"]
    monkeypatch.setattr(case_past, "MOST_OF_ALL", 2)
    other = family("Jan Peeters")
    for number in range(3):
        vault.cases.save(dataclasses.replace(other, comment=str(number)), "comment")
    assert comments(vault, steps.id) == ["5"]
    assert comments(vault, other.id) == ["0", "1", "2"]


def test_earlier_states_can_be_forgotten(vault, steps):
    vault.cases.forget_past(steps.id)
    assert comments(vault, steps.id) == ["4"]


def test_what_is_half_typed_is_there_after_a_restart(vault, folder, steps):
    vault.drafts.save(steps.id, "incomes[0].amount", "1 23")
    vault.drafts.save(steps.id, "incomes[0].amount", "1 234,")
    vault.drafts.save(steps.id, "comment", "Madame dit que\n🙂")
    vault.close()
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as again:
        assert again.drafts.of(steps.id) == {"comment": "Madame dit que\n🙂", "incomes[0].amount": "1 234,"}
        again.drafts.clear(steps.id, "comment")
        assert list(again.drafts.of(steps.id)) == ["incomes[0].amount"]
        again.drafts.clear(steps.id)
        assert again.drafts.of(steps.id) == {}


def test_a_case_that_was_never_saved_can_have_a_draft(vault):
    vault.drafts.save("not-saved-yet", "household.persons[0].name", "Ay")
    assert vault.drafts.cases() == ("not-saved-yet",)
    vault.drafts.save("not-saved-yet", "household.persons[0].name", "")
    assert vault.drafts.cases() == ()


def test_half_a_character_is_no_draft(vault):
    with pytest.raises(CaseError):
        vault.drafts.save("x", "comment", "\ud83d")


def test_a_very_long_draft_is_cut_off(vault):
    vault.drafts.save("x", "comment", "é" * 1_500_000)
    assert len(vault.drafts.of("x")["comment"]) == 1_000_000

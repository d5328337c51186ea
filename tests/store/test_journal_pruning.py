"""The journal is shortened to the months it is kept for, and goes on vouching for everything that is there."""

from __future__ import annotations

import dataclasses

import pytest

from redi_desktop.errors import VaultDamaged, VaultError
from redi_desktop.store.acts import Act
from redi_desktop.store.faults import FaultKind
from redi_desktop.store.journal_pruning import prune
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE, family
from tests.store.moving_clock import MovingClock


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock()


@pytest.fixture
def vault(folder, clock):
    """A vault with three cases of fourteen months ago, one of them erased since, and a few younger rows."""
    with Vault.create(folder, PASSPHRASE, limits=CHEAP, clock=clock) as made:
        cases = [family(name) for name in ("Ayşe Çelik", "Jan Peeters", "Noémie Dupont")]
        for case in cases:
            for number in range(5):
                made.cases.save(dataclasses.replace(case, comment=str(number)), "comment")
        clock.move(days=300)
        made.cases.erase(cases[2].id)
        clock.move(days=120)
        made.cases.save(dataclasses.replace(cases[0], comment="later"), "comment")
        yield made


def kinds(vault: Vault) -> set[FaultKind]:
    return {fault.kind for fault in vault.verify().faults}


def test_old_rows_go_and_the_check_is_fine(vault, clock):
    before = vault.journal.head()[0]
    assert prune(vault.contents, clock()) == 16
    assert vault.verify().fine
    acts = [entry.act for entry in vault.journal.entries()]
    assert acts == [Act.CASE_ERASED, Act.CASE_SAVED, Act.STATE_CONFIRMED, Act.JOURNAL_PRUNED]
    assert vault.journal.head()[0] == before + 2
    assert prune(vault.contents, clock()) == 0


def test_it_goes_on_after_a_restart_and_a_second_time(vault, clock, folder):
    prune(vault.contents, clock())
    clock.move(days=400)
    vault.cases.save(family("Griet"), "household")
    assert prune(vault.contents, clock()) > 0
    vault.close()
    with Vault.open(folder, PASSPHRASE, limits=CHEAP, clock=clock) as again:
        assert again.verify().fine
        assert len(again.cases.list()) == 3


@pytest.mark.parametrize(
    "tampering",
    [
        "DELETE FROM journal_checkpoint",
        "UPDATE journal_checkpoint SET at = '2020-01-01T00:00:00.000+00:00'",
        "UPDATE journal_checkpoint SET sequence = sequence + 1",
        "UPDATE journal_checkpoint SET chain = zeroblob(32)",
        "DELETE FROM journal WHERE sequence = (SELECT min(sequence) FROM journal)",
        "UPDATE journal SET place = 'x' WHERE act = 'state_confirmed'",
    ],
)
def test_a_changed_beginning_is_noticed(vault, clock, tampering):
    prune(vault.contents, clock())
    vault.cases.database.run(tampering)
    assert FaultKind.JOURNAL in kinds(vault)


def test_a_case_changed_before_the_journal_was_shortened_stays_one(vault, clock):
    vault.cases.database.run("UPDATE case_file SET balance = '9.00' WHERE title = 'Jan Peeters'")
    prune(vault.contents, clock())
    assert kinds(vault) == {FaultKind.CASE}


def test_a_journal_that_was_changed_is_not_shortened(vault, clock):
    vault.cases.database.run("UPDATE journal SET place = 'x' WHERE sequence = 3")
    with pytest.raises(VaultDamaged, match="journal_broken"):
        prune(vault.contents, clock())
    assert vault.journal.checkpoint() is None


def test_a_clock_ten_years_ahead_takes_nothing_that_was_written_after(vault, clock):
    clock.move(days=3650)
    vault.cases.save(family("from the future"), "household")
    clock.move(days=-3650)
    vault.cases.save(family("back again"), "household")
    clock.move(days=800)
    prune(vault.contents, clock())
    assert vault.verify().fine
    titles = {entry.subject for entry in vault.journal.entries() if entry.act is Act.CASE_CREATED}
    assert len(titles) == 2


@pytest.mark.parametrize(("months", "gone"), [(6, True), (12, True)])
def test_the_cpas_chooses_how_long_it_goes_back(vault, clock, months, gone):
    vault.settings.choose_journal(months)
    assert vault.settings.journal_months == months
    assert (prune(vault.contents, clock()) > 0) is gone


@pytest.mark.parametrize("months", [5, 13])
def test_a_journal_is_kept_six_to_twelve_months(vault, months):
    with pytest.raises(VaultError, match="retention_out_of_range"):
        vault.settings.choose_journal(months)


def test_the_export_names_nobody_and_ends_with_the_head(vault, clock):
    exported = vault.journal.export()
    assert exported["format"] == "redi-journal/1"
    assert exported["head"] == {"sequence": vault.journal.head()[0], "chain": vault.journal.head()[1].hex()}
    assert len(exported["entries"]) == vault.journal.head()[0]
    assert not any(name in repr(exported) for name in ("Çelik", "Peeters"))

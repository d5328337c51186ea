"""Cases are saved as fields are left, found by their names, and never half of one."""

from __future__ import annotations

import dataclasses
import sys
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from redi_desktop.casefile.deadlines import Deadline, DeadlineKind
from redi_desktop.casefile.model import Status
from redi_desktop.engine.expenses import Expense
from redi_desktop.errors import CaseError, StorageFailed, VaultError, VaultNewer
from redi_desktop.store.cases import CaseStore
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE, family


def titles(cases: CaseStore, search: str = "", include_archived: bool = False) -> list[str]:
    """The names that the list shows."""
    return [shown.title for shown in cases.list(search, include_archived)]


def test_the_case_that_was_saved_last_is_on_top(vault):
    first, second = family("Jan Peeters"), family("Noémie Dupont")
    for case in (first, second, dataclasses.replace(first, comment="rang")):
        vault.cases.save(case, "household")
    assert titles(vault.cases) == ["Jan Peeters", "Noémie Dupont"]


def test_the_list_shows_the_balance_of_the_last_result(vault):
    case = family("Jan Peeters", reference="2026/17")
    vault.cases.save(case, "incomes", Decimal("-214.30"))
    (shown,) = vault.cases.list()
    assert (shown.balance, shown.reference, shown.status) == (Decimal("-214.30"), "2026/17", Status.OPEN)
    vault.cases.save(case, "incomes", None)
    assert vault.cases.list()[0].balance is None


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Ayşe Çelik", "celik"),
        ("Ayşe Çelik", "ÇEL"),
        ("Ayşe Çelik", "cel ay"),
        ("Łukasz Øst", "lukasz ost"),
        ("İrem Işık", "irem isik"),
        ("Anna Van den Berghe", "vandenberghe"),
        ("Anna Vandenberghe", "van den berghe"),
        ("Karel D'Hondt", "dhondt"),
        ("Karel D’Hondt", "d'h"),
        ("Strauß", "strauss"),
        ("Μαρία", "μαρια"),
        ("فاطمة", "فاطمة"),
    ],
)
def test_a_name_is_found_however_it_is_typed(vault, name, typed):
    vault.cases.save(family(name), "household")
    vault.cases.save(family("Someone Else"), "household")
    assert titles(vault.cases, typed) == [name]


def test_a_case_is_found_by_anybody_in_the_household_and_by_its_reference(vault):
    vault.cases.save(family("Jan Peeters", "Zoë Claes", reference="NAM-2026-17"), "household")
    assert titles(vault.cases, "zoe") == titles(vault.cases, "nam-2026") == ["Jan Peeters"]
    assert titles(vault.cases, "peetersz") == []


@pytest.mark.parametrize("typed", ['"', "*", "a OR", "NEAR(", "jan) OR (x", "'; --", "-", "^jan", "jan:"])
def test_what_is_typed_into_the_search_is_never_a_command(vault, typed):
    vault.cases.save(family("Jan Peeters"), "household")
    vault.cases.list(typed)


def test_a_name_that_was_corrected_is_no_longer_found_under_the_old_one(vault):
    case = family("Jan Peters")
    vault.cases.save(case, "household")
    vault.cases.save(dataclasses.replace(family("Jan Peeters"), id=case.id), "household")
    assert titles(vault.cases, "peters") == []
    assert titles(vault.cases, "peeters") == ["Jan Peeters"]


def test_the_list_knows_what_waits_in_each_case_without_reading_it(vault):
    case = family("Ayşe Çelik")
    vault.cases.save(case, "request")
    assert vault.cases.list()[0].glance.deadline == Deadline(date(2026, 12, 21), DeadlineKind.DECIDE)
    vault.cases.close(case.id, date(2026, 12, 1))
    assert vault.cases.list(include_archived=True)[0].glance.deadline is None


def test_cases_of_the_same_person_are_found_by_name_and_birth_date(vault):
    born = date(1989, 5, 3)
    first, twin, namesake = (family(name) for name in ("Ayşe Çelik", "celik AYSE", "Ayşe Çelik"))
    for case, day in ((first, born), (twin, born), (namesake, date(1990, 5, 3))):
        (person,) = case.household.persons
        household = dataclasses.replace(case.household, persons=(dataclasses.replace(person, birth_date=day),))
        vault.cases.save(dataclasses.replace(case, household=household), "household")
    vault.cases.close(first.id, date(2026, 11, 21))
    assert {shown.id for shown in vault.cases.of_same_person("Çelik, Ayşe", born)} == {first.id, twin.id}
    assert vault.cases.of_same_person("", born) == ()


def test_archived_cases_are_shown_when_they_are_asked_for(vault):
    vault.cases.save(dataclasses.replace(family("Jan Peeters"), status=Status.ARCHIVED), "status")
    assert titles(vault.cases) == titles(vault.cases, "jan") == []
    assert titles(vault.cases, "jan", include_archived=True) == ["Jan Peeters"]


def test_half_filled_rows_are_kept_as_they_are(vault):
    case = dataclasses.replace(family(""), expenses=(Expense(id="e1"),))
    vault.cases.save(case, "expenses")
    assert vault.cases.load(case.id) == case


def test_leaving_a_field_that_was_not_changed_writes_nothing(vault):
    case = family("Jan Peeters")
    first = vault.cases.save(case, "household", Decimal("1.00"))
    assert vault.cases.save(case, "reference", Decimal("1.00")) == first
    assert len(vault.journal.entries(case.id)) == 1


def test_a_change_made_from_an_older_state_does_not_overwrite_a_newer_one(vault):
    case = family("Jan Peeters")
    seen = vault.cases.save(case, "household", expected=0)
    newer = dataclasses.replace(case, comment="the first window")
    vault.cases.save(newer, "comment", expected=seen.revision)
    with pytest.raises(VaultError) as caught:
        vault.cases.save(dataclasses.replace(case, comment="the second"), "comment", expected=seen.revision)
    assert caught.value.code == "case_changed_meanwhile"
    assert vault.cases.load(case.id) == newer


def test_an_erased_case_is_nowhere_to_be_found(vault):
    kept, gone = family("Jan Peeters"), family("Jan Claes")
    for case in (kept, gone):
        vault.cases.save(case, "household")
    vault.cases.erase(gone.id)
    assert titles(vault.cases, "jan", include_archived=True) == ["Jan Peeters"]
    for attempt in (vault.cases.load, vault.cases.erase):
        with pytest.raises(VaultError) as caught:
            attempt(gone.id)
        assert caught.value.code == "case_missing"
    assert vault.verify().fine


def test_a_case_of_a_newer_form_is_neither_read_nor_written_over(vault):
    case = family("Jan Peeters")
    vault.cases.save(case, "household")
    vault.cases.database.run("UPDATE case_content SET form = 'redi-case/9'")
    with pytest.raises(VaultNewer) as caught:
        vault.cases.load(case.id)
    assert caught.value.values == {"found": "redi-case/9", "known": "redi-case/1"}
    with pytest.raises(VaultNewer):
        vault.cases.save(dataclasses.replace(case, comment="changed"), "comment")
    assert titles(vault.cases) == ["Jan Peeters"]


@pytest.mark.parametrize(
    ("spoilt", "code"),
    [
        (family("\ud83d"), "character_not_storable"),
        (family("x" * 6_000_000), "case_too_large"),
        (dataclasses.replace(family("x"), expenses=(Expense(id="e1", amount=Decimal("NaN")),)), "amount_not_a_number"),
    ],
)
def test_what_could_not_be_read_again_does_not_take_the_place_of_what_can(vault, spoilt, code):
    sound = family("Jan Peeters")
    vault.cases.save(sound, "household")
    with pytest.raises(CaseError) as caught:
        vault.cases.save(dataclasses.replace(spoilt, id=sound.id), "household")
    assert caught.value.code == code
    assert vault.cases.load(sound.id) == sound


def test_a_text_of_a_million_letters_is_kept(vault):
    case = family("Jan Peeters", comment="é" * 1_000_000 + "\x00\u202e🙂")
    vault.cases.save(case, "comment")
    assert vault.cases.load(case.id) == case


def test_many_cases_are_saved_all_or_none(vault):
    with pytest.raises(CaseError):
        vault.cases.save_all([(family("Jan"), None), (family("\ud83d"), None)], "demo")
    assert titles(vault.cases) == []
    vault.cases.save_all([(family("Jan"), None), (family("Griet"), Decimal(3))], "demo")
    assert titles(vault.cases) == ["Griet", "Jan"]


def test_a_full_disk_is_said_and_loses_nothing(vault):
    kept, database = family("Jan Peeters"), vault.cases.database
    vault.cases.save(kept, "household")
    (pages,) = database.row("PRAGMA page_count")
    database.run(f"PRAGMA max_page_count = {pages}")  # SQLite answers as it does when the disk has no page left
    with pytest.raises(StorageFailed) as caught:
        vault.cases.save(family("Griet", comment="x" * 50_000), "comment")
    assert caught.value.code == "disk_full"
    assert titles(vault.cases) == ["Jan Peeters"]
    database.run("PRAGMA max_page_count = 100000")
    vault.cases.save(family("Griet", comment="x" * 50_000), "comment")
    assert titles(vault.cases) == ["Griet", "Jan Peeters"]
    assert vault.verify().fine


@pytest.mark.skipif(sys.platform == "win32", reason="limits of another kind")
def test_a_disk_that_takes_no_more_is_said_and_loses_nothing(vault, folder):
    import resource

    kept, limits = family("Jan Peeters"), resource.getrlimit(resource.RLIMIT_FSIZE)
    vault.cases.save(kept, "household")
    resource.setrlimit(resource.RLIMIT_FSIZE, ((folder / "dossiers.db").stat().st_size, limits[1]))
    try:
        with pytest.raises(StorageFailed) as caught:
            vault.cases.save(family("Griet", comment="x" * 200_000), "comment")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert caught.value.code == "io"
    assert titles(vault.cases) == ["Jan Peeters"]
    vault.cases.save(family("Griet", comment="x" * 200_000), "comment")
    assert vault.verify().fine


def test_a_save_that_is_taken_back_leaves_no_page_in_the_memory_of_the_database(vault):
    """See :meth:`redi_desktop.store.connection.Database.take_back`; the torture does it ten thousand times."""
    statements: list[str] = []
    vault.cases.database.connection.set_trace_callback(statements.append)
    with pytest.raises(CaseError):
        vault.cases.save_all([(family("Jan"), None), (family("\ud83d"), None)], "demo")
    assert statements[-2:] == ["ROLLBACK", "PRAGMA shrink_memory"]


def test_a_clock_that_jumps_changes_neither_order_nor_chain(folder):
    moment = datetime(2026, 11, 21, 12, tzinfo=UTC)
    with Vault.create(folder, PASSPHRASE, limits=CHEAP, clock=lambda: moment) as vault:
        for number, jump in enumerate((timedelta(), timedelta(days=3650), timedelta(days=-1))):
            moment = datetime(2026, 11, 21, 12, tzinfo=UTC) + jump
            vault.cases.save(family(f"case {number}"), "household")
        assert titles(vault.cases) == ["case 2", "case 1", "case 0"]
        assert vault.cases.list()[0].changed_at == datetime(2026, 11, 20, 12, tzinfo=UTC)
        assert vault.verify().fine

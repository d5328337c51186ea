"""The room of the parameters: from an import to the cases it would change, to its adoption, and back again."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from redi_desktop.engine.assess import assess
from redi_desktop.engine.months import Month
from redi_desktop.packs import editing
from redi_desktop.packs.archive import PackInMemory, archived
from redi_desktop.packs.draft import Draft, sealed, written_tables
from redi_desktop.packs.forms import Subject
from redi_desktop.packs.kinds import FilesInMemory
from redi_desktop.packs.parcel import Role, open_parcel, parcel_of, signed_parcel, written_parcel
from redi_desktop.packs.repricing import IndexMonth, NewPrice, repriced, with_index_month
from redi_desktop.packs.signing_keys import new_key, read_private
from redi_desktop.packs.spreadsheet import head_sheet
from redi_desktop.store.acts import Act
from redi_desktop.ui.app import make_window
from redi_desktop.ui.parameters.all_cases import OWN_DATE
from redi_desktop.ui.parameters.role_words import Corner
from redi_desktop.ui.parameters.room_state import of_program
from tests.ui.sample_cases import lone_mother
from tests.ui.shell_at_work import PASSPHRASE, cheap_services, nameless, opening_form

AUGUST = date(2026, 8, 15)
PRICES = {"health_kit_thermo": "12.5", "food_hot_4_8": "2.20", "home_fridge": "700"}
PATIENCE = 8.0


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    ready = cheap_services(tmp_path_factory.mktemp("room"))
    with ready.vaults.create(ready.default_vault_folder, PASSPHRASE) as vault:
        case = lone_mother()
        vault.cases.save(replace(case, reference_date=AUGUST), "test")
        vault.cases.save(replace(case, id="earlier", reference_date=date(2023, 3, 1)), "test")
    return ready


@pytest.fixture(scope="module")
def main(qapp, made):
    """One window for all that follows."""
    window = make_window(qapp, made, "en")
    window.resize(1366, 768)
    window.show()
    opening_form(window).passphrase.set_value(PASSPHRASE)
    window.unlock.submit()
    until(lambda: window.main is not None)
    assert window.main is not None
    window.main.in_use._pause.stop()  # what the program brings is kept when a test says so
    yield window.main
    window.close()
    window.deleteLater()


@pytest.fixture
def room(main):
    main.navigation.show_parameters()
    page = main.asides.parameters()
    until(lambda: page.state is not None or page.trouble.text())
    assert page.trouble.text() == ""
    page.new.rest()
    return page


@pytest.fixture
def adopted(main, room):
    """Something was adopted before, be it by another test; gives the first of it."""
    if not room.state.adoptions:
        adoptions, example = main._vault.adoptions, of_program(Role.POLICY)
        in_store(room, partial(adoptions.adopt, Role.POLICY, example, None, "Tried"))
        in_store(room, partial(adoptions.adopt, Role.POLICY, None, example, "Left again"))
        room.refresh()
        until(lambda: len(room.state.adoptions) == 2)
    return room.state.adoptions[0]


@contextmanager
def told(signal) -> Iterator[list[Any]]:
    """What a signal carries meanwhile."""
    heard: list[Any] = []
    signal.connect(heard.append)
    yield heard
    signal.disconnect(heard.append)


def until(ready) -> None:
    """Let the window work until something is so."""
    ends = time.monotonic() + PATIENCE
    while not ready():
        assert time.monotonic() < ends, "the window did not get there"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)


def renewed(draft: Draft) -> Draft:
    """A further month of the index, and three other prices."""
    draft = with_index_month(draft, IndexMonth(Month(2026, 8), Decimal("141.00"), None, "CPI_REPO"))
    source = draft.tables["items.csv"][0]["source_id"]
    new = [NewPrice(item, Decimal(price), Month(2026, 8), source) for item, price in PRICES.items()]
    return editing.with_head(repriced(draft, new), version="2026.8")


def as_csv_files(draft: Draft, folder: Path) -> Path:
    folder.mkdir()
    for name, content in written_tables(draft).items():
        (folder / name).write_bytes(content)
    with (folder / "pack.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("key", "value"), *head_sheet(draft).rows])
    return folder


def in_store(room, work):
    """What comes of work on the vault, in the thread that it belongs to."""
    return room._tasks.on_store(work).result()


def adopt(main, room, reason: str) -> None:
    """Wait for the effects, give a reason, and adopt."""
    until(lambda: room.new._found is not None)
    assert not room.new.adopt.button.isEnabled()
    QTest.keyClicks(room.new.reason.editor, reason)
    room.new.adopt.button.click()
    until(lambda: not room.new.is_open)


def test_the_example_once_adopted_is_in_use_like_any_other(main, room):
    adoptions, example = main._vault.adoptions, of_program(Role.POLICY)
    for chosen, before in ((example, None), (None, example)):
        in_store(room, partial(adoptions.adopt, Role.POLICY, chosen, before, "Tried"))
        room.refresh()
        until(lambda chosen=chosen: room.state.parcels.get(Role.POLICY) == chosen)


def test_new_prices_are_imported_looked_at_adopted_and_left_again(main, made, room, tmp_path):
    own, draft = made.parameters, of_program(Role.BASKETS).draft()
    main.desk.open("mother")
    until(lambda: main.desk.session is not None)
    earlier = len(room.state.adoptions)
    before = main.desk.session.live.assessment.balance
    vault, session = main._vault, main.desk.session
    kept = in_store(room, partial(vault.assessments.freeze, session.case, session.live.assessment))
    main.navigation.show_parameters()
    room.making.import_folder(as_csv_files(renewed(draft), tmp_path / "new"))
    until(lambda: room.new.is_open)
    until(lambda: room.new.differences.isVisible())
    lines = room.new.differences.texts()
    assert sum("new" in line[0] and line[2] == "141" for line in lines) == 1
    assert sum(line[2] in ("12.5", "2.2", "700") for line in lines) == 3
    until(lambda: room.new._found is not None)
    assert room.new.progress.told.text() == "2 cases of 2 are affected."
    shown = room.new.effects.texts()
    assert shown[0][0] == "Amina: balance"
    assert {"Needed", "Balance", "Proposed aid"} <= {line[0] for line in shown}
    assert made.parameters is own
    adopt(main, room, "Council of 3 September")
    until(lambda: made.parameters.pack.version == "2026.8")
    after = main.desk.session.live.assessment.balance
    assert after == assess(replace(lone_mother(), reference_date=AUGUST).facts, made.parameters).balance != before
    until(lambda: len(room.state.adoptions) == earlier + 1)
    assert room.versions.history.texts()[0][2] == "Council of 3 September"
    room.versions.back.button.click()
    until(lambda: room.new.is_open)
    adopt(main, room, "The prices were wrong")
    until(lambda: made.parameters.pack.fingerprint == own.pack.fingerprint)
    assert main.desk.session.live.assessment.balance == before
    assert in_store(room, partial(vault.recompute, kept)).outcome.value == "same"
    acts = [entry.act for entry in in_store(room, vault.journal.entries)]
    assert acts.count(Act.PARAMETERS_ADOPTED) == earlier + 2
    assert [one.reason for one in in_store(room, vault.adoptions.list)][earlier:] == [
        "Council of 3 September",
        "The prices were wrong",
    ]


def test_what_an_item_would_cost_in_a_month_is_found_and_explained(room):
    room.show_corner(Corner.LOOK)
    looking = room.looking
    QTest.keyClicks(looking.search.editor, "zzz")
    assert looking.model.entries == ()
    looking.search.set_value("")
    looking.model.search("")
    looking.month.set_value(Month(2023, 3))
    looking.month.edited.emit()
    looking.show_entry(Subject.ITEM, "food_breakfast_1_3")
    why = looking.details.why.text()
    assert "March 2023" in why
    assert "Consumer price index" in why or "price index" in why
    assert looking.details.chart.isVisible()
    assert "01/07/2026" in looking.details.chart.accessibleDescription()
    looking.subject.set_value(Subject.LEGAL_AMOUNT)
    looking.subject.edited.emit()
    looking.table.selectRow(0)
    assert looking.details.source.text().startswith("Source:")


def test_every_corner_can_be_used_without_the_mouse_and_is_named(room):
    for corner in Corner:
        room.show_corner(corner)
        until(lambda: room.growing.is_done)
        assert [name for name in nameless(room) if not name.startswith("QHeaderView")] == []


def test_a_tampered_pack_is_refused_with_the_line(room, tmp_path):
    legal = of_program(Role.LEGAL)
    path = tmp_path / "tampered.redipack"
    path.write_bytes(written_parcel(legal))
    sound = PackInMemory(path.read_bytes(), path.name)
    files = {name: sound.read(name) for name in sound.names}
    lines = files["amounts.csv"].split(b"\n")
    lines[4] = lines[4].replace(b"1", b"9", 1)
    path.write_bytes(archived(files | {"amounts.csv": b"\n".join(lines)}))
    room.versions.open_file(path)
    until(lambda: bool(room.versions.open.text()))
    assert "amounts.csv, line 5" in room.versions.open.text()
    assert not room.new.is_open


def test_a_fault_is_told_while_it_is_typed_and_the_table_gives_a_pack(room):
    making = room.making
    room.show_corner(Corner.MAKE)
    making.role.set_value(Role.LEGAL)
    making.role.edited.emit()
    making.begin()
    table, model = making.table, making.table.model
    place = model.place_of(0, "value")
    assert model.columns[place.column()] == "value"
    assert "digits" in model.fault_with(place, "12345678901")
    table.view.setCurrentIndex(place)
    model.setData(place, "one euro")
    assert "one euro" in table.wrong.text()
    making.finish.button.click()
    until(lambda: bool(making.wrong.text()))
    assert "line 2" in making.wrong.text()
    place = model.place_of(0, "value")
    model.setData(place, "1,00")
    making.finish.button.click()
    until(lambda: room.new.is_open)
    until(lambda: room.new.differences.isVisible())
    assert [line[2] for line in room.new.differences.texts() if line[1]] == ["1"]
    room.new.rest()


def test_a_policy_is_made_in_a_form_and_its_rules_are_shown(room):
    room.show_corner(Corner.POLICY)
    policy = room.policy
    policy.fields["title.fr"].set_value("Règlement de X")
    policy.fields["aid.coverage_share"].set_value(50)
    policy.fields["expenses.rent_caps"].set_value("one bedroom 700")
    policy.submit()
    assert "1: 750" in policy.wrong.text()
    policy.fields["expenses.rent_caps"].set_value("1: 700; 2: 850,50")
    policy.fields["expenses.other_caps"].set_value("Internet et télévision: 1,5; Eau: 2")
    policy.submit()
    assert room.new.is_open
    found = room.new.parcel.policy
    assert (found.aid.coverage_share, found.expenses.rent_cap[2]) == (Decimal("0.50"), Decimal("850.50"))
    assert {kind.value: cap for kind, cap in found.expenses.cap_over_reference.items()} == {
        "internet_tv": Decimal("1.5"), "water": Decimal(2),
    }  # fmt: skip
    room.new.rest()


def test_a_new_index_month_says_from_when_legal_amounts_rise_and_proposes_them(room):
    room.show_corner(Corner.INDEX)
    room.month.health.set_value(Decimal(154))
    room.month.month.set_value(room.state.baskets.health_index.last.plus(1))
    room.month.look.button.click()
    until(lambda: room.new.is_open)
    assert "2 % higher from" in room.new.warning.text()
    room.new.rest()


def test_a_signature_counts_once_its_key_is_known(room, tmp_path):
    room.show_corner(Corner.KEYS)
    keys = new_key("Fédération des CPAS")
    (tmp_path / "federation.redipub").write_bytes(keys.public)
    example = of_program(Role.POLICY)
    signed = signed_parcel(example, read_private(keys.private, "key"), "Fédération des CPAS", date(2026, 11, 21))
    path = tmp_path / "policy.redipack"
    path.write_bytes(written_parcel(signed))
    room.versions.open_file(path)
    until(lambda: room.new.is_open)
    assert "not known here" in room.new.told.text()
    room.new.rest()
    room.keys.add_file(tmp_path / "federation.redipub")
    until(lambda: len(room.state.known) == 1)
    room.versions.open_file(path)
    until(lambda: room.new.is_open)
    assert "Signed by Fédération des CPAS" in room.new.told.text()
    room.new.rest()


def test_what_is_in_use_is_handed_on_as_a_file(room, tmp_path):
    room.show_corner(Corner.VERSIONS)
    room.versions.role.set_value(Role.BASKETS)
    path = tmp_path / "baskets.redipack"
    room.versions.save_to(path)
    until(lambda: bool(room.versions.save.text()))
    assert open_parcel(path).fingerprint == room.state.baskets.fingerprint


def test_all_open_cases_are_counted_again_beyond_an_amount_or_stopped(room, adopted):
    room.show_corner(Corner.CASES)
    section = room.all_cases
    section.against.set_value(str(adopted.entry))
    section.beyond.set_value(Decimal(1000))
    section._found = None
    section.begin()
    until(lambda: section._found is not None)
    assert section._found.seen == 2
    assert section._found.beyond == ()
    section.against.set_value(OWN_DATE)
    section.day.set_value(AUGUST)
    section._found = None
    section.beyond.set_value(Decimal(0))
    section.begin()
    until(lambda: section._found is not None)
    assert [one.case_id for one in section._found.beyond] == ["earlier"]
    section._found = None
    section.beyond.set_value(Decimal(5000))
    section.begin()
    until(lambda: section._found is not None)
    assert section.progress.told.text().endswith("1 more case changes, its balance by no more than €5,000.00.")
    section.beyond.set_value(Decimal(0))
    section._found = None
    section.sweep.progressed.connect(section.progress.stop.click)
    section.begin()
    until(lambda: section._found is not None)
    section.sweep.progressed.disconnect(section.progress.stop.click)
    assert section._found.stopped
    assert "Stopped" in section.progress.told.text()


def test_licensed_budgets_are_typed_in_the_simple_form(room):
    form = room.budgets
    room.show_corner(Corner.MAKE)
    form.check()
    until(lambda: bool(form.wrong.text()))
    model = form.table.model
    form.table.view.setCurrentIndex(model.index(0, model.columns.index("amount")))
    model.setData(form.table.view.currentIndex(), "forty")
    assert "forty" in form.table.wrong.text()
    typed = {"amount": "240.50", "age_min": "18", "age_max": "64"}
    for column, text in typed.items():
        model.setData(model.index(0, model.columns.index(column)), text)
    assert form.table.wrong.text() == ""
    form.id.set_value("cpas-x")
    for field in (*form.texts.values(), form.source, form.publisher):
        field.set_value("Budgets de X")
    form.check()
    until(lambda: room.new.is_open)
    (item,) = room.new.parcel.content.items
    assert (item.unit_price, item.age_max, item.escapes_size_factor) == (Decimal("240.50"), 64, True)


def test_a_newer_program_changes_no_result_until_somebody_has_looked(main, made, room):
    older = parcel_of(sealed(editing.with_head(of_program(Role.LEGAL).draft(), version="2020.1")))
    vault = main._vault
    in_store(room, partial(vault.adoptions.begin_with, {Role.LEGAL: FilesInMemory(older.files)}))
    main.in_use.look()
    until(lambda: made.parameters.legal.version == "2020.1")
    with told(main.in_use.failed) as problems:
        main.in_use.keep_of_program()
        until(lambda: bool(problems))
    assert problems[0].code == "program_brings_newer"
    room.refresh()
    until(lambda: room.state.legal.version == "2020.1")
    room.show_corner(Corner.VERSIONS)
    room.versions.role.set_value(Role.LEGAL)
    room.versions.brought.click()
    adopt(main, room, "Seen")
    until(lambda: made.parameters.legal.version == of_program(Role.LEGAL).content.version)

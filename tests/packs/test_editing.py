"""A pack of one's own: copied, changed, priced anew, sealed under its next version; and its faults meanwhile."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.engine.index_rule import crossings
from redi_desktop.engine.indexed_amounts import proposed_amounts
from redi_desktop.engine.legal_tables import LegalTables, ValueStatus
from redi_desktop.engine.months import Month
from redi_desktop.errors import ParameterError
from redi_desktop.packs import editing, repricing
from redi_desktop.packs.baskets import load_baskets
from redi_desktop.packs.draft import Draft, read_draft, sealed
from redi_desktop.packs.embedded import LEGAL_TABLES, OPEN_BASKETS, RIGHTS, load_embedded, load_embedded_legal
from redi_desktop.packs.faults import fault_of_row, faults, first_fault
from redi_desktop.packs.kinds import FilesInMemory
from redi_desktop.packs.legal import load_legal
from redi_desktop.packs.places import PackFolder
from redi_desktop.packs.repricing import IndexMonth, NewPrice
from redi_desktop.paths import resource
from tests.packs.small_draft import BREAD, embedded_draft, with_item
from tests.packs.small_draft import small_draft as baskets

ITEMS, TARIFFS = "items.csv", "tariffs.csv"


def legal() -> Draft:
    return embedded_draft(LEGAL_TABLES)


@cache
def as_it_is() -> BasketPack:
    return loaded(baskets())


def loaded(draft: Draft) -> BasketPack:
    return load_baskets(FilesInMemory(sealed(draft)))


def refused(operation, *arguments) -> ParameterError:
    with pytest.raises(ParameterError) as error:
        operation(*arguments)
    return error.value


@pytest.mark.parametrize("name", [OPEN_BASKETS, LEGAL_TABLES, RIGHTS])
def test_a_pack_that_nobody_changed_is_written_as_it_was(name):
    files, place = sealed(embedded_draft(name)), PackFolder(resource("parameters", name))
    assert all(files[file] == place.read(file) for file in files if file != "pack.toml")
    assert embedded_draft(name).head == read_draft(FilesInMemory(files)).head


def test_a_copy_bears_its_own_name_and_leaves_the_other_alone():
    before = baskets().head
    own = editing.own_copy(baskets(), "cpas-de-x", {"fr": "Paniers de X", "nl": 'Korven van "X"'})
    pack = loaded(own)
    assert (pack.id, pack.version, pack.title["nl"]) == ("cpas-de-x", "1", 'Korven van "X"')
    assert pack.fingerprint != as_it_is().fingerprint
    assert baskets().head is before


def test_a_changed_cell_is_the_only_one_that_changes():
    note = 'a "note", with, commas\nand more'
    pack = loaded(with_item(baskets(), BREAD, {"unit_price": "1.25", "note": note}))
    assert str(pack.item_by_id[BREAD].unit_price) == "1.25"
    assert pack.item_by_id[BREAD].note == note
    others = [item for item in pack.items if item.id != BREAD]
    assert others == [item for item in as_it_is().items if item.id != BREAD]


def test_an_item_comes_and_goes():
    cells = dict(editing.find(baskets(), ITEMS, (BREAD,)) or {}, item_id="own_bread", label_fr="Pain maison")
    with_one = editing.with_row(baskets(), ITEMS, cells)
    assert "own_bread" in loaded(with_one).item_by_id
    without = editing.without_row(with_one, ITEMS, ("own_bread",))
    assert loaded(without).items == as_it_is().items


@pytest.mark.parametrize(
    ("operation", "arguments", "code"),
    [
        (editing.with_cells, (ITEMS, ("nothing",), {}), "draft_row_missing"),
        (editing.without_row, (ITEMS, ("nothing",)), "draft_row_missing"),
        (editing.with_row, (ITEMS, {"item_id": BREAD}), "draft_row_exists"),
        (editing.with_row, (ITEMS, {"item_id": "x", "colour": "red"}), "pack_column_unknown"),
        (editing.with_row, ("colours.csv", {}), "draft_table_unknown"),
        (repricing.repriced, ([NewPrice("nothing", Decimal(1), Month(2026, 8), "EST25")],), "pack_has_no_item"),
    ],
)
def test_an_operation_on_what_is_not_there_says_so(operation, arguments, code):
    assert refused(operation, baskets(), *arguments).code == code


@pytest.mark.parametrize(
    ("version", "following"), [("2026.7", "2026.8"), ("1", "2"), ("2026.9-b", "2026.10-b"), ("first", "first.2")]
)
def test_a_version_is_followed_by_the_next(version, following):
    assert editing.next_version(version) == following


AUGUST = IndexMonth(Month(2026, 8), Decimal("140.50"), None, "CPI_REPO")


def test_a_further_month_of_the_index_moves_prices():
    pack = loaded(repricing.with_index_month(baskets(), AUGUST))
    assert (pack.index.last, str(pack.index.values[-1].value)) == (Month(2026, 8), "140.50")


def test_the_health_index_may_come_later():
    assert AUGUST.health is None
    health = loaded(repricing.with_index_month(baskets(), AUGUST)).health_index
    assert health is not None
    assert health.last == Month(2026, 6)
    july = IndexMonth(Month(2026, 7), None, Decimal("139.40"), "HI_REPO")
    health = loaded(repricing.with_index_month(baskets(), july)).health_index
    assert health is not None
    assert (health.last, str(health.values[-1].value)) == (Month(2026, 7), "139.40")


def test_a_month_too_far_is_refused_when_the_pack_is_sealed():
    october = AUGUST._replace(month=Month(2026, 10))
    assert refused(sealed, repricing.with_index_month(baskets(), october)).code == "pack_dates_gap"


def test_a_new_price_is_a_tariff_where_there_are_tariffs_and_else_another_price():
    prices = [
        NewPrice("water_wa_1", Decimal("260.00"), Month(2026, 8), "EST25"),
        NewPrice(BREAD, Decimal("1.25"), Month(2026, 7), "EST25", "estimate", "seen in the shop"),
    ]
    pack = loaded(repricing.repriced(baskets(), prices))
    assert str(pack.tariffs["water_wa_1"][-1].unit_price) == "260.00"
    assert len(pack.tariffs["water_wa_1"]) == len(as_it_is().tariffs["water_wa_1"]) + 1
    bread = pack.item_by_id[BREAD]
    assert (str(bread.unit_price), bread.price_date, bread.note) == ("1.25", Month(2026, 7), "seen in the shop")


def test_a_tariff_between_two_others_finds_its_place():
    dates = [tariff.valid_from for tariff in as_it_is().tariffs["water_wa_1"]]
    between, before = dates[0].plus(1), dates[0].plus(-1)
    for month in (between, before):
        pack = loaded(repricing.repriced(baskets(), [NewPrice("water_wa_1", Decimal(1), month, "EST25")]))
        assert [tariff.valid_from for tariff in pack.tariffs["water_wa_1"]] == sorted({*dates, month})


def load_amounts(draft: Draft) -> LegalTables:
    return load_legal(FilesInMemory(sealed(draft)))


def behind() -> Draft:
    """The legal tables as they were before September 2026."""
    draft = legal()
    for row in legal().tables["amounts.csv"]:
        if row["valid_from"] == "2026-09-01":
            draft = editing.without_row(draft, "amounts.csv", (row["id"], row["valid_from"]))
    return draft


def test_what_the_index_rule_proposes_can_be_taken_and_then_confirmed():
    health = load_embedded().health_index
    assert health is not None
    proposed = proposed_amounts(load_amounts(behind()), crossings(health))
    taken = repricing.with_proposed(behind(), proposed)
    rate = load_amounts(taken).at("integration_income.category_1", date(2026, 9, 1))
    assert (str(rate.value), rate.status) == ("911.56", ValueStatus.COMPUTED)
    sure = repricing.confirmed(taken, rate.id, rate.valid_from, "https://www.mi-is.be/")
    seen = load_amounts(sure).at(rate.id, date(2026, 10, 1))
    assert (seen.status, seen.doubts, seen.source) == (ValueStatus.PUBLISHED, (), "https://www.mi-is.be/")
    assert proposed_amounts(load_amounts(sure), crossings(health)) == ()


def test_an_amount_with_another_doubt_stays_doubtful_when_it_is_seen():
    day = date(2026, 9, 1)
    sure = repricing.confirmed(legal(), "integration_income.category_2", day, "https://x.be/", Decimal("1394.69"))
    seen = load_amounts(sure).at("integration_income.category_2", day)
    assert str(seen.value) == "1394.69"
    assert seen.status is ValueStatus.DOUBTFUL
    assert load_embedded_legal().at(seen.id, day).value != seen.value


def test_a_whole_pack_has_no_fault():
    assert first_fault(baskets()) is None
    assert faults(legal()) == ()


def test_every_fault_is_told_at_its_row():
    draft = with_item(baskets(), BREAD, {"unit_price": "cheap"})
    draft = with_item(draft, "water_wa_1", {"region": "limburg"})
    draft = editing.with_cells(draft, "sources.csv", ("EST25",), {"title": ""})
    told = faults(draft)
    assert [(error.code, error.values["row"]) for error in told] == [
        ("pack_cell_empty", "EST25"), ("pack_number_bad", BREAD), ("pack_value_unknown", "water_wa_1"),
    ]  # fmt: skip
    rows = [row["item_id"] for row in draft.tables[ITEMS]]
    assert told[1].field == f"items.csv:{rows.index(BREAD) + 2}:unit_price"
    assert told[2].field == f"items.csv:{rows.index('water_wa_1') + 2}:region"


def test_a_row_with_a_note_of_many_lines_does_not_shift_the_others():
    draft = with_item(baskets(), baskets().tables[ITEMS][0]["item_id"], {"note": "one\ntwo\nthree"})
    (told,) = faults(with_item(draft, BREAD, {"unit_price": "-"}))
    assert told.values["row"] == BREAD


def test_only_so_many_faults_are_told():
    draft = baskets()
    for row in draft.tables[ITEMS][:5]:
        draft = with_item(draft, row["item_id"], {"quantity": "0"})
    assert len(faults(draft, most=3)) == 3


def test_a_fault_of_the_head_is_told_alone():
    (told,) = faults(editing.with_head(legal(), id="NOT A NAME"))
    assert (told.code, told.field) == ("pack_identifier_bad", "pack.toml:id")


def test_one_row_is_checked_while_it_is_typed():
    row = dict(editing.find(baskets(), ITEMS, (BREAD,)) or {})
    number = [other["item_id"] for other in baskets().tables[ITEMS]].index(BREAD) + 2
    assert fault_of_row(baskets(), ITEMS, row) is None
    told = fault_of_row(baskets(), ITEMS, row | {"condition": "bimm"})
    assert told is not None
    assert (told.code, told.field) == ("pack_condition_unknown", f"items.csv:{number}:condition")
    tariff = {"item_id": "water_wa_1", "valid_from": "2030", "unit_price": "1", "source_id": "EST25"}
    told = fault_of_row(baskets(), TARIFFS, tariff)
    assert told is not None
    assert told.code == "pack_month_bad"


def test_old_results_stand_while_versions_follow_each_other():
    own, seen = editing.own_copy(baskets(), "own", {"fr": "x", "nl": "x"}), []
    for cents in (20, 30, 40):
        own = editing.with_head(own, version=editing.next_version(own.head.version))
        own = with_item(own, BREAD, {"unit_price": f"1.{cents}"})
        seen.append((sealed(own), loaded(own)))
    assert [pack.version for _, pack in seen] == ["2", "3", "4"]
    for files, pack in seen:
        again = load_baskets(FilesInMemory(files))
        assert again.fingerprint == pack.fingerprint
        assert again.items == pack.items

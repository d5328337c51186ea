"""What a new version changes is told value by value, under the need it is of, with old and new and their sources."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from redi_desktop import i18n
from redi_desktop.engine.months import Month
from redi_desktop.engine.needs import Need
from redi_desktop.errors import ParameterError
from redi_desktop.packs import editing, repricing
from redi_desktop.packs.comparison import Change, Difference, as_data, compare, grouped, same_value
from redi_desktop.packs.draft import Draft
from redi_desktop.packs.embedded import LEGAL_TABLES, RIGHTS
from redi_desktop.packs.forms import FORMS, Subject
from redi_desktop.packs.policy_comparison import compare_policies, policy_rules
from redi_desktop.packs.repricing import IndexMonth, NewPrice
from redi_desktop.paths import resource
from redi_desktop.words.pack_changes import row_source_words
from tests.packs.small_draft import BREAD, WATER, embedded_draft, small_draft, with_item

POLICY = resource("parameters", "policy-example", "policy.toml").read_bytes()
SOURCE = {
    "source_id": "SHOP", "title": "Prices in the shop", "publisher": "CPAS de X", "date": "2026-08",
    "read_on": "2026-08-20",
}  # fmt: skip


def only(old: Draft, new: Draft) -> Difference:
    (difference,) = compare(old, new).differences
    return difference


def test_a_pack_does_not_differ_from_itself_under_another_version():
    assert compare(small_draft(), editing.with_head(small_draft(), version="9")).differences == ()


def test_a_price_shows_old_and_new_under_its_need():
    one = only(small_draft(), with_item(small_draft(), BREAD, {"unit_price": "1.25"}))
    assert (one.change, one.subject, one.name, one.field) == (Change.CHANGED, Subject.ITEM, BREAD, "unit_price")
    assert (one.old, one.new, one.need) == ("1.05", "1.25", Need.FOOD)
    assert one.label["fr"].startswith("Repas tartines")
    assert one.old_source is not None
    assert "Nibud" in one.old_source.title


def test_another_source_is_named_on_its_side():
    new = editing.with_source(small_draft(), SOURCE)
    new = repricing.repriced(new, [NewPrice(BREAD, Decimal("1.25"), Month(2026, 8), "SHOP")])
    found = compare(small_draft(), new).differences
    assert {(one.subject, one.field) for one in found} == {
        (Subject.ITEM, "unit_price"), (Subject.ITEM, "price_date"), (Subject.ITEM, "source_id"),
        (Subject.SOURCE, "title"),
    }  # fmt: skip
    with i18n.speaking("fr"):
        told = {row_source_words(one.new_source) for one in found if one.name == BREAD}
    assert told == {"Prices in the shop (CPAS de X, août 2026)"}


def test_what_comes_and_what_goes_is_shown_by_its_value():
    new = repricing.repriced(small_draft(), [NewPrice(WATER, Decimal("260.00"), Month(2026, 8), "EST25")])
    one = only(small_draft(), new)
    assert (one.change, one.subject, one.name, one.when) == (Change.ADDED, Subject.TARIFF, WATER, "2026-08")
    assert (one.old, one.new, one.need) == (None, "260.00", Need.HOUSING)
    gone = only(new, small_draft())
    assert (gone.change, gone.old, gone.new) == (Change.REMOVED, "260.00", None)


def test_a_month_of_the_index_is_one_difference():
    new = repricing.with_index_month(small_draft(), IndexMonth(Month(2026, 8), Decimal("140.5"), None, "CPI_REPO"))
    one = only(small_draft(), new)
    assert (one.subject, one.name, one.when, one.new) == (Subject.INDEX_MONTH, "cpi 2013=100", "2026-08", "140.5")


def test_a_size_factor_is_of_its_need():
    factors = "household_size_factors.csv"
    one = only(small_draft(), editing.with_cells(small_draft(), factors, ("food", "1"), {"factor": "1.2"}))
    assert (one.subject, one.name, one.need) == (Subject.SIZE_FACTOR, "food 1", Need.FOOD)


def test_differences_are_gathered_by_need_with_the_rest_last():
    new = with_item(small_draft(), WATER, {"note": "dear"})
    new = with_item(new, BREAD, {"quantity": "2"})
    new = editing.with_head(new, licence="other", valid_until="")
    by_need = compare(small_draft(), new).by_need
    assert list(by_need) == [Need.FOOD, Need.HOUSING, None]
    assert [(one.change, one.field) for one in by_need[None]] == [
        (Change.CHANGED, "licence"), (Change.REMOVED, "valid_until"),
    ]  # fmt: skip
    assert list(grouped(compare(small_draft(), new).differences)) == [Subject.PACK, Subject.ITEM]


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [("1.50", "1.5", True), ("1.50", "1.51", False), ("a", "a ", False), (None, "", False), ("", "0", False)],
)
def test_the_same_number_is_the_same_value(old, new, same):
    assert same_value(old, new) is same


def test_legal_amounts_and_rights_are_compared_in_the_same_way():
    key = ("integration_income.category_1", "2026-09-01")
    legal = embedded_draft(LEGAL_TABLES)
    changes = compare(legal, editing.with_cells(legal, "amounts.csv", key, {"value": "912.00", "status": "published"}))
    assert {(one.name, one.when, one.field, one.new) for one in changes.differences} == {
        (key[0], key[1], "value", "912.00"), (key[0], key[1], "status", "published"),
    }  # fmt: skip
    rights = embedded_draft(RIGHTS)
    first = rights.tables["rights.csv"][0]["id"]
    one = only(rights, editing.with_cells(rights, "texts_nl.csv", (first,), {"name": "Anders"}))
    assert (one.subject, one.name, one.table, one.new) == (Subject.RIGHT_TEXT, first, "texts_nl.csv", "Anders")


def test_two_kinds_cannot_be_compared():
    with pytest.raises(ParameterError) as error:
        compare(small_draft(), embedded_draft(LEGAL_TABLES))
    assert error.value.code == "pack_kinds_differ"


def test_the_comparison_is_plain_data_for_other_programs():
    new = with_item(small_draft(), BREAD, {"unit_price": "1.25"})
    data = json.loads(json.dumps(as_data(compare(small_draft(), editing.with_head(new, version="8")))))
    assert all(isinstance(one["old_source"], str) and isinstance(one["new_source"], str) for one in data["differences"])
    assert data["format"] == "redi-pack-diff/1"
    assert (data["old"]["version"], data["new"]["version"]) == ("2026.7", "8")
    assert data["counts"] == {"added": 0, "removed": 0, "changed": 1}
    assert data["differences"][0]["need"] == "food"


def test_every_table_names_its_rows_by_columns_that_it_has():
    for forms in FORMS.values():
        for form in forms:
            named = {*form.key, form.value, form.dated or form.value, *form.numbers, *form.months, *form.days}
            assert named <= set(form.columns), form.file


def test_the_rules_of_a_policy_are_compared_by_key():
    new = POLICY.replace(b'"400.00"', b'"450.00"').replace(b'"4" = "1300.00"\n', b"").replace(b'"1.00" ', b'"1.0" ')
    new = new.replace(b"# ceiling =", b"ceiling =").replace(b'"2026.1"', b'"2026.2"')
    found = {one.field: (one.change, one.old, one.new) for one in compare_policies(POLICY, new).differences}
    assert found == {
        "aid.ceiling_per_month": (Change.CHANGED, "400.00", "450.00"),
        "expenses.rent_cap.4": (Change.REMOVED, "1300.00", None),
        "total_aid.ceiling": (Change.ADDED, None, "2500.00"),
    }
    assert compare_policies(POLICY, new).new.version == "2026.2"


def test_the_order_of_a_list_is_no_rule():
    turned = POLICY.replace(b'["health", "equity", ', b'["equity", "health", ')
    assert turned != POLICY
    assert compare_policies(POLICY, turned).differences == ()
    assert policy_rules(POLICY)["activation.required"] == "true"


def test_a_file_that_is_no_policy_is_refused_by_its_name():
    with pytest.raises(ParameterError) as error:
        compare_policies(POLICY, b"id = 1", new_file="theirs.toml")
    assert str(error.value.field).startswith("theirs.toml")

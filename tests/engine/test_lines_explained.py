"""Every reference line says why it is what it is, down to the source, and can be worked out again from what it says."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.baskets import explain_line
from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.household import Region
from redi_desktop.engine.money import to_cent
from redi_desktop.engine.months import Month
from tests.engine.households import adult, budget_of, child, euro, family, part_of

MONTHS_IN = {"month": Fraction(1), "day": Fraction(36525, 1200), "year": Fraction(1, 12)}


def lines_explained(result: Assessment) -> list[Explanation]:
    return [explain_line(result.parameters.pack, line) for line in result.reference.lines]


def value(node: Explanation, name: str) -> Fraction:
    return Fraction(str(node.values[name]))


def worked_out_again(line: Explanation) -> Fraction:
    """Euro per month, from nothing but what the tree says."""
    price = part_of(line, "price.")
    amount = value(price, "price") * value(line, "quantity")
    if price.rule != "price.tariff":
        amount *= value(price, "index_to") / value(price, "index_from")
    if line.values["period"] == "once":
        amount /= value(line, "lifetime_months")
    else:
        amount *= MONTHS_IN[str(line.values["period"])]
    for part in line.parts:
        if part.rule == "line.size_factor":
            amount *= value(part, "factor")
        if part.rule == "line.custody_share":
            amount *= value(part, "share")
    return amount


@pytest.mark.parametrize("month", [Month(2016, 1), Month(2021, 1), Month(2027, 6)])
def test_every_line_can_be_worked_out_again_from_its_explanation(month):
    for line in lines_explained(family(month.first_day())):
        exact = worked_out_again(line)
        assert abs(value(line, "exact") - exact) < Fraction(1, 10**18)
        assert line.amount == to_cent(Decimal(str(line.values["exact"])))


def test_every_line_ends_in_a_source_with_its_date():
    result = family()
    for line in lines_explained(result):
        source = part_of(part_of(line, "price."), "source")
        assert source.values["id"] in result.parameters.pack.sources
        assert source.values["title"]
        assert source.values["date"]


def test_every_line_says_what_it_rests_on_and_what_it_is_in_both_languages():
    for line in lines_explained(family()):
        label = line.values["label"]
        assert isinstance(label, dict)
        assert label["fr"]
        assert label["nl"]
        assert line.values["provenance"] in ("official", "published", "estimate")


def test_the_explanations_of_the_lines_are_the_lines():
    result = family()
    explained = lines_explained(result)
    assert [(node.values["item"], node.values.get("person"), node.amount) for node in explained] == [
        (line.item.id, line.person_id, line.amount) for line in result.reference.lines
    ]


def test_a_line_of_half_a_month_does_not_change_that_of_a_whole_part_of():
    whole, half = child("p2", 8), child("p3", 8, custody_share=Decimal("0.5"))
    for order in ((whole, half), (half, whole)):
        result = budget_of(adult(), *order)
        bread = {str(n.values.get("person")): n for n in lines_explained(result) if n.values["item"] == "bread"}
        assert bread["p2"].values["exact"] == euro("24.35")
        assert bread["p3"].values["exact"] == euro("12.175")
        assert "line.custody_share" not in [part.rule for part in bread["p2"].parts]


def price_node(item_id: str, month: Month) -> Explanation:
    result = budget_of(reference_date=month.first_day())
    (line,) = [node for node in lines_explained(result) if node.values["item"] == item_id]
    return part_of(line, "price.")


def test_a_tariff_in_force_is_named_with_its_month():
    price = price_node("water", Month(2021, 3))
    assert (price.rule, price.amount) == ("price.tariff", euro("30"))
    assert (price.values["price_month"], price.values["month"]) == ("2021-01", "2021-03")
    assert "index_from" not in price.values


def test_a_price_before_the_first_tariff_names_that_tariff_and_both_index_months():
    price = price_node("water", Month(2020, 4))
    assert price.rule == "price.before_first_tariff"
    assert (price.values["price"], price.values["price_month"]) == (20, "2020-07")
    assert (price.values["index_from"], price.values["index_to"]) == (106, 103)
    assert (price.values["index_from_month"], price.values["index_to_month"]) == ("2020-07", "2020-04")


def test_a_price_moved_by_the_index_names_both_months():
    price = price_node("phone", Month(2021, 6))
    assert price.rule == "price.indexed"
    assert (price.values["index_from_month"], price.values["index_to_month"]) == ("2021-01", "2021-06")
    assert [part.rule for part in price.parts] == ["source"]


def test_a_price_after_the_last_index_says_which_month_was_kept():
    price = price_node("phone", Month(2021, 8))
    assert part_of(price, "price.index_late").values == {"last_month": "2021-06"}
    assert price.values["month"] == "2021-08"


def test_a_line_says_what_made_it_apply():
    result = budget_of(adult(bim=True), region=Region.FLANDERS)
    explained = {str(node.values["item"]): node for node in lines_explained(result)}
    nodes = {item: {part.rule: part.values for part in node.parts} for item, node in explained.items()}
    assert nodes["bus_bim"]["match.condition"] == {"condition": "bim&!ri"}
    assert nodes["care_premium"]["match.region"] == {"region": "flanders"}
    assert nodes["studio"]["match.tenure"] == {"tenure": "private_rent"}
    assert nodes["skirt"]["match.person"]["sex"] == "f"
    assert (nodes["phone"]["match.person"]["age"], nodes["phone"]["match.person"]["age_min"]) == (40, 12)
    assert nodes["bread"]["line.size_factor"] == {"factor": Decimal("1.2"), "size": 1}

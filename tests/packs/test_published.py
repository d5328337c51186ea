"""The comparison with published family totals: the errors are those that the method states, and nothing is left out."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pytest

from redi_desktop.engine.household import Role
from redi_desktop.engine.published_totals import PublishedComparison, compare_published
from redi_desktop.errors import ParameterError
from redi_desktop.i18n import speaking
from redi_desktop.packs.embedded import load_embedded
from redi_desktop.packs.kinds import FilesInMemory
from redi_desktop.packs.published import embedded_published, load_households, load_totals
from redi_desktop.words.published import document


@cache
def comparison() -> PublishedComparison:
    place = embedded_published()
    return compare_published(load_totals(place), load_households(place), load_embedded())


def test_the_errors_are_those_that_the_method_states():
    found = comparison()
    assert len(found.counted) == 9
    assert round(found.mean_absolute_error * 100, 1) == Decimal("7.1")
    assert found.within(Decimal("0.10")) == 6
    assert found.largest is not None
    assert (found.largest.total.id, round(found.largest.share * 100, 1)) == ("B09", Decimal("-18.9"))


def test_every_total_is_compared_and_only_those_without_a_region_are_not_counted():
    ids = {row.total.id for row in comparison().rows}
    assert ids == {f"B{number:02d}" for number in range(1, 12)}
    assert ids - {row.total.id for row in comparison().counted} == {"B01", "B02"}
    assert len({row.total.id for row in comparison().counted}) == len(comparison().counted)


def test_the_examples_of_the_method_are_among_them():
    found = {row.total.id: str(row.computed) for row in comparison().counted}
    assert (found["B03"], found["B05"], found["B08"]) == ("1513.14", "1712.84", "1367.53")


def test_households_are_what_the_table_says():
    (couple,) = (row.assumed.facts for row in comparison().counted if row.total.id == "B04")
    persons = couple.household.persons
    assert [(person.role, str(person.sex)) for person in persons] == [
        (Role.APPLICANT, "f"), (Role.PARTNER, "m"), (Role.CHILD, "m"), (Role.CHILD, "f"),
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_the_document_states_errors_assumptions_and_sources(language):
    with speaking(language):
        text = "\n".join(document(comparison(), load_embedded()))
    rows = [line for line in text.splitlines() if line.startswith("| B")]
    assert len(rows) == len(comparison().rows)
    assert all(line.count("|") == 9 for line in rows)
    for total in load_totals(embedded_published()):
        assert total.source.split(" (")[0] in text
    assert text.count(" * ") >= 2 * len(comparison().counted)


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("f35 jobseeker", "x35", "adults"),
        (",no,", ",perhaps,", "central"),
        ("B01", "B99", "total_id"),
        ("m10", "10", "children"),
    ],
)
def test_a_household_that_is_not_understood_is_refused_at_its_row(old, new, column):
    place = embedded_published()
    files = {name: place.read(name) for name in ("totals.csv", "households.csv")}
    files["households.csv"] = files["households.csv"].replace(old.encode(), new.encode(), 1)
    with pytest.raises(ParameterError) as error:
        load_households(FilesInMemory(files))
    assert error.value.field == f"households.csv:2:{column}"

"""The annex shows every line, and the lines of each need add up to what is retained for it."""

from __future__ import annotations

import re
from decimal import Decimal

from redi_desktop import i18n
from redi_desktop.engine.money import ZERO
from redi_desktop.engine.needs import Need
from redi_desktop.formatting import parse_money
from redi_desktop.words.vocabulary import label
from tests.report import reported_cases as cases
from tests.report.extraction import Element, structure


def tree() -> Element:
    return structure(cases.namur_pdf("explanation"))


def table_of(need: Need) -> list[list[str]]:
    tables = [table for table in tree().all("Table") if table.attributes.get("Summary") == label(need)]
    return [[cell.text for cell in row.children] for row in tables[0].all("TR")]


def amounts(rows: list[list[str]]) -> list[Decimal]:
    return [ZERO if row[4] == "–" else parse_money(row[4]) for row in rows if len(row) == 5]


def test_the_lines_of_each_need_add_up_to_what_is_retained_for_it():
    retained = cases.assessed(cases.namur()).retained
    with i18n.speaking("fr"):
        for need in (need for need in Need if retained.by_need[need]):
            *lines, total = amounts(table_of(need)[1:])
            assert total == retained.by_need[need]
            assert sum(lines, ZERO) == total


def test_every_line_of_the_budget_is_there():
    assessment = cases.assessed(cases.namur())
    real = len(assessment.retained.expenses)
    with i18n.speaking("fr"):
        needs = [need for need in Need if assessment.retained.by_need[need]]
        printed = sum(len(amounts(table_of(need)[1:])) - 1 for need in needs)
    assert printed == len(assessment.reference.lines) + real


def test_a_line_tells_its_quantity_price_month_index_source_and_provenance():
    assessment = cases.assessed(cases.namur())
    line = next(line for line in assessment.reference.lines if line.item.id == "food_breakfast_4_8")
    with i18n.speaking("fr"):
        row = next(row for row in table_of(Need.FOOD) if row[0].startswith(line.item.label["fr"]))
    assert "0,85" in row[1]
    assert "50 %" in row[1].replace("\N{NO-BREAK SPACE}", " ")
    assert re.search(r"juillet 2023 × 1\d\d,\d+ / 1\d\d,\d+", row[2])
    assert "NIBUD FOOD" in row[3]


def test_what_the_worker_decided_is_listed_with_the_reason():
    listed = [element.text for element in tree().all("LBody")]
    assert any("Tarif social" in text for text in listed)
    assert any("Dépense ponctuelle" in text for text in listed)
    assert any("Plan en cours" in text for text in listed)


def test_every_source_of_the_budget_is_listed():
    assessment = cases.assessed(cases.namur())
    used = {line.priced.price.source_id.replace("_", " ") for line in assessment.reference.lines}
    tables = [table for table in tree().all("Table") if "Summary" in table.attributes]
    assert {row.children[0].text for row in tables[-1].all("TR")[1:]} == used

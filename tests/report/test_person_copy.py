"""The person's copy: two pages, large type, the same figures."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import pikepdf
import pytest

from redi_desktop import i18n
from redi_desktop.engine.money import ZERO
from redi_desktop.formatting import parse_money
from redi_desktop.report.make import to_bytes
from tests.report import reported_cases as cases
from tests.report.extraction import operations, structure, whole_text

SMALLEST_TYPE = 11


def sizes(content: bytes) -> set[float]:
    """The sizes of type in use, head and foot of the page aside."""
    found: set[float] = set()
    with pikepdf.open(BytesIO(content)) as pdf:
        for page in pdf.pages:
            inside: list[str] = []
            for operands, sign in operations(page):
                if sign in ("BDC", "BMC"):
                    inside.append(str(operands[0]))
                elif sign == "EMC":
                    inside.pop()
                elif sign == "Tf" and inside and inside[-1] in ("/TH", "/TD", "/LBody"):
                    found.add(float(operands[1]))
    return found


@pytest.mark.parametrize("language", ["fr", "nl"])
@pytest.mark.parametrize("name", ["namur", cases.shared_names()[0]])
def test_it_has_two_pages_in_large_type(name, language):
    content = cases.namur_pdf("person-copy", language)
    if name != "namur":
        content = to_bytes(cases.document(cases.shared_case(name), "person-copy", language), "pdf")
    with pikepdf.open(BytesIO(content)) as pdf:
        assert len(pdf.pages) <= 2
    assert min(sizes(content)) >= SMALLEST_TYPE


def test_its_tables_add_up_to_the_assessment():
    assessment = cases.assessed(cases.namur())
    tree = structure(cases.namur_pdf("person-copy", "nl"))
    tables = [table for table in tree.all("Table") if "Summary" in table.attributes][:2]
    with i18n.speaking("nl"):
        sums = [[parse_money(row.children[1].text) for row in table.all("TR")[1:]] for table in tables]
    for (*entries, total), wanted in zip(sums, (assessment.retained.total, assessment.income_total), strict=True):
        assert sum(entries, ZERO) == total == wanted


def test_many_incomes_become_one_line_for_each_kind():
    incomes = [{"id": f"i{place}", "kind": kind, "amount": "10"} for place, kind in enumerate(["wage", "pension"] * 9)]
    document = cases.document(cases.namur(incomes=incomes), "person-copy", "en")
    tree = structure(to_bytes(document, "pdf"))
    table = next(table for table in tree.all("Table") if table.attributes.get("Summary") == "What comes in")
    rows = [[cell.text.replace("\N{NO-BREAK SPACE}", " ") for cell in row.children] for row in table.all("TR")]
    assert rows[1:3] == [["A  Wage", "€90.00"], ["B  Pension", "€90.00"]]


def test_a_surplus_is_told_as_what_is_left():
    document = cases.document(cases.namur(incomes=[{"id": "i", "kind": "wage", "amount": "9000"}]), "person-copy", "en")
    assert cases.assessed(cases.namur()).balance < Decimal(0)
    assert "left each month" in getattr(document.blocks[0], "title", "")


def test_it_has_two_pages_however_much_was_typed():
    kinds = ["wage", "pension", "arr", "grapa", "rent_allowance", "holiday_pay", "other", "child_benefit"]
    incomes = [{"id": f"i{n}", "person": "p1", "kind": kind, "amount": "70"} for n, kind in enumerate(kinds)]
    reasons = "Parce que cela ne revient pas chaque mois. " * 9
    expenses = [
        {"id": f"e{n}", "kind": "leisure", "amount": "20", "treatment": "leave_out", "reason": reasons}
        for n in range(9)
    ]
    opinion = {"person_view": "Je voudrais que mes enfants restent dans leur école. " * 30}
    case = cases.judged(incomes=incomes, expenses=expenses, opinion=opinion)
    content = to_bytes(cases.document(case, "person-copy", "nl"), "pdf")
    with pikepdf.open(BytesIO(content)) as pdf:
        assert len(pdf.pages) == 2
    assert min(sizes(content)) >= SMALLEST_TYPE
    assert "Je voudrais que mes enfants restent dans leur école." in whole_text(content)

"""The monthly budget, the scenarios, the letter, the receipt, the information sheet and the intake form."""

from __future__ import annotations

from decimal import Decimal

import pytest

from redi_desktop import i18n
from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.steps import Step
from redi_desktop.engine.money import ZERO
from redi_desktop.engine.needs import Group
from redi_desktop.engine.scenario import play
from redi_desktop.errors import DocumentError
from redi_desktop.formatting import money, parse_money
from redi_desktop.report import kinds
from redi_desktop.report.chart_blocks import BalanceChart
from redi_desktop.report.content import Document, DocumentKind, Heading, RowKind, Table
from redi_desktop.report.form_blocks import FormHeading, Pictogram, Recipient
from redi_desktop.report.make import make, to_bytes
from redi_desktop.report.occasion import Choices
from redi_desktop.report.pictograms import pictogram
from redi_desktop.report.shapes import Circle, Line, Polygon
from redi_desktop.words.vocabulary import label
from tests.report import reported_cases as cases
from tests.report.extraction import structure, whole_text


def html(document: Document) -> str:
    return to_bytes(document, "html").decode()


def tables(document: Document) -> dict[str, Table]:
    return {block.caption: block for block in document.blocks if isinstance(block, Table)}


def amounts(table: Table, column: int) -> tuple[list[Decimal], Decimal]:
    with i18n.speaking("en"):
        *entries, total = [parse_money(str(row.cells[column])) for row in table.rows if row.kind is not RowKind.PART]
    return entries, total


def test_the_monthly_budget_adds_up_by_group_and_has_blank_columns():
    assessment = cases.assessed(cases.judged())
    document = cases.document(cases.judged(), "monthly-budget", "en")
    with i18n.speaking("en"):
        for group in Group:
            entries, total = amounts(tables(document)[label(group)], 2)
            assert sum(entries, ZERO) == total == assessment.retained.by_group[group]
    entries, total = amounts(tables(document)["What comes in"], 1)
    assert sum(entries, ZERO) == total == assessment.income_total
    for table in tables(document).values():
        assert table.writable
        assert all(row.cells[-3:] == ("", "", "") for row in table.rows)


def test_the_monthly_budget_says_who_pays():
    fixed = tables(cases.document(cases.judged(), "monthly-budget", "en"))["Fixed costs"]
    paid = {str(row.cells[0]): row.cells[1] for row in fixed.rows}
    assert paid["Rent"] == "The household"
    assert paid["Gas"] == "The debt mediator"


def test_scenarios_stand_side_by_side_with_what_the_engine_says():
    case = cases.judged()
    base = cases.assessed(case)
    parameters = base.parameters
    played = [play(base.facts, one, parameters, parameters.legal, base.reference_date) for one in case.scenarios]
    table = tables(cases.document(case, "scenarios", "en"))["Scenarios side by side, in euro per month"]
    rows = {str(row.cells[0]): row.cells[1:] for row in table.rows}
    results = [base, *(one.assessment for one in played if one.assessment)]
    with i18n.speaking("en"):
        assert rows["What is left or missing"] == tuple(money(one.balance) for one in results)
        assert rows["Proposed aid"] == tuple(money(one.proposal.amount) for one in results)
    assert [column.title for column in table.columns[1:3]] == ["Today", "Logement social"]


def test_scenarios_fit_one_page_however_many_there_are():
    many = [{"id": f"s{n}", "name": f"Scénario {n}", "changes": [{"kind": "drop_debts"}]} for n in range(9)]
    document = cases.document(cases.judged(scenarios=many), "scenarios", "fr")
    tree = structure(to_bytes(document, "pdf"))
    assert len(tree.all("Figure")) == 1
    assert "4 " in [block.text for block in document.blocks if hasattr(block, "text")][-1]


def test_a_scenario_that_gives_no_number_says_why():
    gone = [{"id": "s1", "name": "Elle part", "changes": [{"kind": "person_leaves", "person": "p1"}]}]
    document = cases.document(cases.judged(scenarios=gone), "scenarios", "en")
    assert "Only one person can be" not in html(document)
    assert "one person is the applicant" in html(document)


@pytest.mark.parametrize("verdict", ["granted", "granted_in_part", "refused", "adjourned"])
def test_the_letter_says_the_decision_its_reasons_and_the_appeal(verdict):
    case = cases.judged(decision={**cases.JUDGED["decision"], "verdict": verdict})
    text = html(cases.document(case, "decision-letter", "en"))
    assert case.decision.reasons in text
    assert "labour court within three months" in text
    assert ("€250.00" in text.split("Reasons")[0]) == (verdict in ("granted", "granted_in_part"))


def test_the_letter_computes_the_amount_where_there_is_a_result():
    case = cases.judged()
    assessment = cases.assessed(case)
    table = tables(cases.document(case, "decision-letter", "en"))["How the amount comes about"]
    with i18n.speaking("en"):
        shown = [parse_money(str(row.cells[1])) for row in table.rows]
    assert shown[:3] == [assessment.retained.total, assessment.income_total, assessment.balance]
    assert shown[-2:] == [assessment.proposal.computed, Decimal("250.00")]
    without = make("decision-letter", case, None, cases.LETTERHEAD, "en", cases.TODAY)
    assert tables(without) == {}


@pytest.mark.parametrize("asked", [None, "2026-07-06"])
def test_a_receipt_is_printed_from_the_first_field_on(asked):
    case = CaseFile(id="new") if asked is None else cases.namur(request={"date": asked}, household={}, incomes=[])
    document = make("acknowledgement", case, None, "CPAS de Namur", "fr", cases.TODAY)
    text = whole_text(to_bytes(document, "pdf"))
    assert ("5 août 2026" in text) == (asked is not None)
    assert isinstance(document.blocks[0], Recipient)


def test_the_information_sheet_says_how_long_and_who_answers():
    text = html(cases.document(cases.namur(), "information-sheet", "en", Choices(kept_months=120)))
    assert "The CPAS keeps your file 10 years after it is closed." in text
    assert "CPAS de Namur is responsible for your data." in text
    assert "Data Protection Authority" in text


def test_the_intake_form_follows_the_pages_and_names_nobody():
    document = make("intake-form", cases.judged(), None, cases.LETTERHEAD, "en", cases.TODAY)
    order = [block.pictogram for block in document.blocks if isinstance(block, FormHeading)]
    pages = [Pictogram.REQUEST, Pictogram.PEOPLE, Pictogram.HOME, Pictogram.INCOME, Pictogram.EXPENSES, Pictogram.DEBTS]
    assert order[:6] == pages
    steps = [Step.REQUEST, Step.HOUSEHOLD, Step.HOUSING, Step.INCOME, Step.EXPENSES]
    assert [step for step in Step if step in steps] == steps
    assert "Lefèvre" not in html(document)
    assert all(table.writable for table in tables(document).values())


def test_every_pictogram_stays_in_its_square():
    for name in Pictogram:
        for shape in pictogram(name, 24, "#000000").shapes:
            if isinstance(shape, Line):
                places = [shape.x1, shape.y1, shape.x2, shape.y2]
            elif isinstance(shape, Circle):
                places = [
                    shape.x - shape.radius,
                    shape.y - shape.radius,
                    shape.x + shape.radius,
                    shape.y + shape.radius,
                ]
            else:
                places = [place for corner in shape.corners for place in corner] if isinstance(shape, Polygon) else []
            assert all(0 <= place <= 24 for place in places), name


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("social-report", "document_needs_result"),
        ("scenarios", "document_needs_result"),
        ("decision-letter", "document_needs_decision"),
    ],
)
def test_what_is_lacking_is_said(kind, code):
    with pytest.raises(DocumentError) as refused:
        make(kind, cases.namur(), None, "", "fr", cases.TODAY)
    assert refused.value.code == code == kinds.lacking(DocumentKind(kind), cases.namur(), has_result=False)


def test_scenarios_need_one():
    with pytest.raises(DocumentError) as refused:
        cases.document(cases.namur(), "scenarios")
    assert refused.value.code == "document_needs_scenarios"


@pytest.mark.parametrize("language", cases.LANGUAGES)
def test_every_kind_has_its_name_and_purpose(language):
    with i18n.speaking(language):
        names = [kinds.name_of(kind) for kind in kinds.KINDS]
        assert len(set(names)) == len(DocumentKind) == len(names)
        assert all(kinds.purpose_of(kind) for kind in kinds.KINDS)


def test_documents_without_a_result_name_no_baskets():
    sheet = make("information-sheet", cases.namur(), None, "", "fr", cases.TODAY)
    assert cases.parameters().pack.id not in sheet.footer.origin
    assert not [block for block in sheet.blocks if isinstance(block, BalanceChart)]
    assert [block for block in sheet.blocks if isinstance(block, Heading)]

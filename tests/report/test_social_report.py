"""The social report says what the assessment says, to the cent, and its sums add up as printed."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pytest

from redi_desktop import i18n
from redi_desktop.demo import demo_cases
from redi_desktop.engine.money import ZERO
from redi_desktop.engine.needs import Need
from redi_desktop.formatting import money, percent
from redi_desktop.report.content import Heading, WritingSpace
from redi_desktop.report.make import to_bytes
from redi_desktop.words.balance import balance_sentence
from redi_desktop.words.vocabulary import label
from tests.report import reported_cases as cases
from tests.report.extraction import page_texts, structure, whole_text
from tests.report.printed_tables import amount, by_group, column, named, rows

PRINTED = ("fr", "nl")
NEEDS = "Budget by need and by group, in euro per month"
INCOMES, EXPENSES, DEBTS = "What comes in", "What is really paid", "Debts"
PRESSURES = "Where what is missing comes from"
RESTS, INCOME_STEPS = "What the retained budget rests on", "Integration income, step by step"
"""The captions of the report's tables."""


@cache
def demo_pdf(place: int, language: str) -> bytes:
    return to_bytes(cases.document(demo_cases()[place], "social-report", language), "pdf")


def report(language: str) -> bytes:
    return cases.namur_pdf("social-report", language)


@pytest.mark.parametrize("language", PRINTED)
@pytest.mark.parametrize(
    ("table", "places"),
    [
        (NEEDS, (1, 2, 3, 4)),
        (INCOMES, (4,)),
        (EXPENSES, (3, 4)),
        (DEBTS, (3, 5)),
        (RESTS, (2,)),
        (PRESSURES, (2,)),
    ],
    ids=["needs", "incomes", "expenses", "debts", "what it rests on", "where it comes from"],
)
def test_every_printed_total_is_the_sum_of_what_is_printed_above_it(language, table, places):
    with i18n.speaking(language):
        for place in places:
            entries, total = column(rows(report(language), table), place)
            assert sum(entries, ZERO) == total


@pytest.mark.parametrize("language", PRINTED)
def test_the_printed_budget_is_the_assessment_to_the_cent(language):
    assessment = cases.assessed(cases.namur())
    with i18n.speaking(language):
        table = rows(report(language), NEEDS)
        printed = {name: [amount(cell) for cell in row[1:]] for name, row in named(table).items()}
        for row in assessment.need_rows:
            shown = [row.reference, row.real or ZERO, row.retained, row.difference]
            assert printed[label(row.need)] == shown
        assert column(table, 3)[1] == assessment.retained.total
        for place in (1, 3, 4):
            groups, total = by_group(table, place)
            assert sum(groups, ZERO) == total
        assert column(rows(report(language), INCOMES), 4)[1] == assessment.income_total
        assert column(rows(report(language), RESTS), 2)[1] == assessment.retained.total


@pytest.mark.parametrize("name", cases.shared_names())
def test_the_worked_examples_are_printed_to_the_cent(name):
    content = to_bytes(cases.document(cases.shared_case(name), "social-report", "nl"), "pdf")
    wanted = cases.expected(name)["reference_budget"]
    with i18n.speaking("nl"):
        table = rows(content, NEEDS)
        printed = {name: amount(row[1]) for name, row in named(table).items()}
        assert {need: printed[label(need)] for need in Need} == {
            need: Decimal(wanted["by_need"][need.value]) for need in Need
        }
        assert column(table, 1)[1] == Decimal(wanted["total"])


@pytest.mark.parametrize("language", PRINTED)
@pytest.mark.parametrize("place", [0, 1, 2], ids=["lone mother with two", "single", "couple with three and debts"])
def test_three_households_are_printed_to_the_cent(place, language):
    content, assessment = demo_pdf(place, language), cases.assessed(demo_cases()[place])
    with i18n.speaking(language):
        needs = rows(content, NEEDS)
        printed = {name: amount(row[3]) for name, row in named(needs).items()}
        assert {need: printed[label(need)] for need in Need} == assessment.retained.by_need
        for caption, last in ((NEEDS, 3), (RESTS, 2)):
            entries, total = column(rows(content, caption), last)
            assert sum(entries, ZERO) == total == assessment.retained.total
        assert column(rows(content, INCOMES), 4)[1] == assessment.income_total
        missing = money(-assessment.balance).replace("\N{NO-BREAK SPACE}", " ")
    assert missing in whole_text(content)


@pytest.mark.parametrize("language", PRINTED)
def test_the_balance_is_said_in_a_sentence_and_in_the_picture(language):
    assessment = cases.assessed(cases.namur())
    tree = structure(report(language))
    with i18n.speaking(language):
        said = balance_sentence(assessment.balance).replace("\N{NO-BREAK SPACE}", " ")
        missing = money(-assessment.balance)
        assert said in [element.text for element in tree.all("P")]
        assert missing in tree.all("Figure")[0].alternative


@pytest.mark.parametrize(
    "written", ["", "Seule avec deux enfants.", "Le loyer pèse. " * 400], ids=["none", "short", "long"]
)
def test_need_income_balance_and_proposal_stand_on_the_first_page(written):
    case = cases.namur(opinion={"reasons": written})
    assessment = cases.assessed(case)
    with i18n.speaking("nl"):
        wanted = (assessment.retained.total, assessment.income_total, -assessment.balance, assessment.proposal.amount)
        first = page_texts(to_bytes(cases.document(case, language="nl"), "pdf"))[0].replace("\N{NO-BREAK SPACE}", " ")
        assert all(money(amount).replace("\N{NO-BREAK SPACE}", " ") in first for amount in wanted)


@pytest.mark.parametrize("language", PRINTED)
@pytest.mark.parametrize("place", [0, 1, 2], ids=["lone mother with two", "single", "couple with three and debts"])
def test_what_is_decided_on_fits_four_pages_and_the_annexes_follow(place, language):
    pages = page_texts(demo_pdf(place, language))
    with i18n.speaking(language):
        annexes = [i18n.gettext("Annexes") in text.split() for text in pages]
    assert not any(annexes[:3])
    assert all(annexes[4:])
    assert len(annexes) > 4


def test_the_opinion_of_the_worker_comes_before_every_figure():
    for case in (cases.namur(), cases.judged()):
        blocks = cases.document(case, language="en").blocks
        first = next(block for block in blocks if isinstance(block, (Heading, WritingSpace)))
        title = first.title if isinstance(first, WritingSpace) else first.text
        assert title == "Reasoned opinion of the social worker"
        assert blocks.index(first) == 0


@pytest.mark.parametrize("language", PRINTED)
def test_it_says_which_baskets_were_used_and_what_rests_on_estimates(language):
    assessment = cases.assessed(cases.namur())
    pack = assessment.parameters.pack
    text = whole_text(report(language))
    with i18n.speaking(language):
        share = percent(assessment.estimate_share).replace("\N{NO-BREAK SPACE}", " ")
    assert all(said in text for said in (pack.title[language], pack.version, pack.fingerprint, share))
    assert "CEBUD" in text


def test_it_is_marked_as_resting_on_reference_amounts_only_until_a_real_expense_is_known():
    plain = cases.document(cases.namur(expenses=[{"id": "e1", "kind": "rent", "amount": "745"}]), language="en")
    full = cases.document(cases.namur(), language="en")
    marked = [getattr(block, "title", "") for block in plain.blocks]
    assert "On reference amounts" in marked
    assert "On reference amounts" not in [getattr(block, "title", "") for block in full.blocks]


def test_reasons_are_printed_beside_what_they_are_for():
    with i18n.speaking("fr"):
        table = rows(report("fr"), EXPENSES)
    logopedics = next(row for row in table if "Zoë" in row[0])
    assert "Logopédie" in logopedics[2]


def test_a_case_without_income_or_expense_is_still_a_report():
    document = cases.document(cases.namur(incomes=[], expenses=[], debts=[]), language="en")
    text = whole_text(to_bytes(document, "pdf"))
    assert "No income is known." in text
    assert "No real expense is known" in text

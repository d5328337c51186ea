"""The parts of the social report beyond the budget: opinion, view, rights, integration income, proposal, decision."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import assess
from redi_desktop.engine.expenses import Debt, DebtPlan
from redi_desktop.engine.income import Income, IncomeKind
from redi_desktop.engine.money import ZERO
from redi_desktop.formatting import parse_money
from redi_desktop.i18n import speaking
from redi_desktop.report.content import (
    Block,
    Document,
    DocumentKind,
    Heading,
    NotedText,
    Particulars,
    RowKind,
    Signatures,
    Table,
    WritingSpace,
)
from redi_desktop.report.form_blocks import TickBoxes
from redi_desktop.report.letters import letters_in
from redi_desktop.report.make import make, to_bytes
from redi_desktop.report.occasion import Choices
from tests.report import reported_cases as cases


def report(case: CaseFile, choices: Choices | None = None) -> Document:
    return cases.document(case, "social-report", "en", choices or Choices())


def by_policy(case: CaseFile, kind: str = "social-report") -> Document:
    return make(kind, case, assess(case.facts, cases.with_policy()), cases.LETTERHEAD, "en", cases.TODAY)


def titles(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def table(document: Document, caption: str) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table) and block.caption == caption)


def after(document: Document, title: str) -> Block:
    """The block that follows a heading."""
    place = next(n for n, block in enumerate(document.blocks) if isinstance(block, Heading) and block.text == title)
    return document.blocks[place + 1]


def spaces(document: Document) -> list[str]:
    return [block.title for block in document.blocks if isinstance(block, WritingSpace)]


def test_what_creditors_can_seize_is_printed_with_the_debts():
    wage = Income(id="i1", person="p1", kind=IncomeKind.WAGE, amount=Decimal(2000))
    debt = Debt(id="d1", monthly=Decimal(50), plan=DebtPlan.COLLECTIVE)
    case = cases.namur(incomes=(wage,), debts=(debt,), reference_date=date(2026, 6, 15))
    seized = table(report(case), "What creditors can seize each month").rows[0].cells
    assert [str(cell) for cell in seized[1:]] == ["2", "€116.20", "€1,883.80"]
    assert "What creditors can seize each month" not in titles(report(cases.namur(incomes=(wage,), debts=())))


def test_what_was_thought_is_printed_and_leaves_no_space_to_write():
    document = report(cases.judged())
    text = to_bytes(document, "html").decode()
    opinion = cases.judged().opinion
    for said in (opinion.person_view, opinion.disagreements, opinion.reasons, *opinion.context.split("\n\n")):
        assert said in text
    assert spaces(document) == []


def test_what_was_not_thought_yet_has_space_to_be_written():
    assert spaces(report(cases.namur())) == [
        "Reasoned opinion of the social worker",
        "The person's own view",
        "Reasons and conditions",
    ]


def test_half_an_opinion_leaves_space_for_the_other_half():
    case = cases.namur(opinion={"context": "Seule avec deux enfants."})
    assert "What is proposed, and why" in spaces(report(case))


def test_rights_come_before_the_aid_and_the_aid_before_the_decision():
    order = titles(report(cases.judged()))
    assert order.index("Rights examined") < order.index("Proposal of aid") < order.index("Decision")
    assert order.index("Decision") < order.index("Deadlines") < order.index("Appeal") < order.index("Legal basis")


def test_each_likely_right_is_listed_with_where_and_how_far():
    assessment = cases.assessed(cases.judged())
    document = report(cases.judged())
    listed = {str(getattr(row.cells[0], "text", "")): row.cells for row in table(document, "Likely rights").rows}
    noted = {
        str(getattr(row.cells[0], "text", "")): row.cells for row in table(document, "Rights noted by the worker").rows
    }
    names = {result.right.texts["fr"].name for result in assessment.rights if result.outcome == "likely"}
    assert names == set(listed) | (set(noted) & names)
    bus = next(cells for name, cells in (listed | noted).items() if "TEC" in name)
    assert bus[3] == NotedText("Asked", "07/07/2026")
    refused = next(cells for name, cells in noted.items() if "alimentaire" in name)
    assert refused[3] == NotedText("Refused", "08/07/2026\nDéjà aidée par une voisine")


@pytest.mark.parametrize("name", cases.shared_names())
def test_the_steps_of_the_integration_income_add_up(name):
    case = cases.shared_case(name)
    income = cases.assessed(case).integration_income
    document = report(case)
    if income is None or not income.monthly:
        assert "Integration income" not in titles(document)
        return
    with speaking("en"):
        rows = table(document, "Integration income, step by step").rows
        amounts = {row.kind: parse_money(str(row.cells[1])) for row in rows}
        entries = [parse_money(str(row.cells[1]).replace("+", "")) for row in rows if row.kind is RowKind.ENTRY]
    assert amounts[RowKind.TOTAL] == income.monthly
    assert sum(entries, ZERO) == amounts[RowKind.SUBTOTAL] == income.yearly


def test_a_received_amount_that_differs_is_said():
    incomes = [{"id": "i1", "person": "p1", "kind": "integration_income", "amount": "1000"}]
    assert "To check." in to_bytes(report(cases.namur(incomes=incomes)), "html").decode()


def test_the_proposal_shows_each_step_of_the_policy():
    case = cases.judged()
    proposal = assess(case.facts, cases.with_policy()).proposal
    document = by_policy(case)
    rows = table(document, "From what is missing to what is proposed, in euro per month").rows
    assert len(rows) == len(proposal.explanation.parts) + 1
    with speaking("en"):
        assert parse_money(str(rows[-1].cells[1])) == proposal.amount
    conditions = after(document, "Conditions")
    assert isinstance(conditions, Particulars)
    assert dict(conditions.pairs)["For how long"] == "6 months"


def test_a_worker_who_proposes_another_amount_says_why():
    case = cases.namur(proposal={"amount": "120", "reason": "Le reste est payé par la famille."})
    for document in (report(case), cases.document(case, "explanation", "en")):
        assert "Le reste est payé par la famille." in to_bytes(document, "html").decode()


def test_a_national_register_number_is_printed_for_the_committee_and_nowhere_else():
    household = {**cases.NAMUR["household"], "persons": [dict(one) for one in cases.NAMUR["household"]["persons"]]}
    household["persons"][0]["niss"] = "42012205181"
    case = cases.judged(household=household)
    shown = {
        kind
        for kind in DocumentKind
        if "42.01.22-051.81" in to_bytes(cases.document(case, kind, "fr"), "html").decode()
    }
    assert shown == {DocumentKind.SOCIAL_REPORT}
    hidden = to_bytes(cases.document(case, "social-report", "fr", Choices(pseudonym=True)), "html").decode()
    assert "42.01.22" not in hidden


def test_an_undecided_case_has_a_block_to_decide_and_sign():
    document = report(cases.namur())
    boxes = next(block for block in document.blocks if isinstance(block, TickBoxes))
    assert boxes.answers == ("Granted", "Granted in part", "Refused", "Adjourned")
    assert isinstance(document.blocks[document.blocks.index(boxes) + 4], Signatures)


def test_a_decided_case_prints_what_was_decided():
    facts = after(report(cases.judged()), "Decision")
    assert isinstance(facts, Particulars)
    told = dict(facts.pairs)
    assert told["Per month"] == "€250.00"
    assert told["Until"] == "31\u00a0December 2026"
    assert told["Activation"] == "Exempt: Already working"


def test_deadlines_are_worked_out_from_the_dates():
    document = report(cases.judged())
    told = dict(pair for block in document.blocks if isinstance(block, Particulars) for pair in block.pairs)
    assert told["Decision at the latest on"] == "5\u00a0August 2026"
    assert told["Notification at the latest on"] == "24\u00a0July 2026"
    assert told["Appeal at the latest on"] == "18\u00a0October 2026"


@pytest.mark.parametrize(
    ("notified", "until"), [("2026-11-30", "28\u00a0February 2027"), ("2027-11-30", "29\u00a0February 2028")]
)
def test_an_appeal_ends_with_a_short_month(notified, until):
    case = cases.judged(decision={**cases.JUDGED["decision"], "notified_on": notified})
    told = dict(pair for block in report(case).blocks if isinstance(block, Particulars) for pair in block.pairs)
    assert told["Appeal at the latest on"] == until


def test_the_legal_basis_is_that_of_the_texts():
    html = to_bytes(report(cases.namur()), "html").decode()
    assert all(text in html for text in letters_in("en").say("report.legal_basis", {}))


def test_the_footer_names_program_baskets_policy_and_texts():
    assessment = assess(cases.judged().facts, cases.with_policy())
    policy = assessment.proposal.policy
    assert policy is not None
    origin = by_policy(cases.judged()).footer.origin
    pack = assessment.parameters.pack
    for said in (pack.version, pack.fingerprint[:12], policy.version, policy.fingerprint[:12], "21/11/2026"):
        assert said in origin


def test_under_a_pseudonym_nobody_is_named_and_no_cent_changes():
    case = cases.judged(
        opinion={"context": "Aïcha Lefèvre élève Noé et Zoë ; Madame LEFÈVRE cherche.", "person_view": "Noé reste."}
    )
    choices = Choices(pseudonym=True)
    for kind in ("social-report", "person-copy", "decision-letter", "explanation"):
        hidden = to_bytes(cases.document(case, kind, "fr", choices), "html").decode()
        assert not [name for name in ("Aïcha", "Lefèvre", "LEFÈVRE", "Noé", "Zoë") if name in hidden]
    assert (
        "Demandeur élève Enfant 1 et Enfant 2"
        in to_bytes(cases.document(case, "social-report", "fr", choices), "html").decode()
    )
    balance = cases.assessed(case).balance
    plain = cases.document(case, "social-report", "en")
    assert balance < Decimal(0)
    caption = "Budget by need and by group, in euro per month"
    assert table(plain, caption) == table(report(case, choices), caption)

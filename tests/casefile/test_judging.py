"""What is judged: the worker's own amount, the opinion, the decision taken over from the proposal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from redi_desktop.casefile import judging
from redi_desktop.casefile.judgement import ActivationPath, Decision, Verdict
from redi_desktop.casefile.live import countable_facts
from redi_desktop.casefile.model import CaseFile, Request
from redi_desktop.engine.aid import Proposal
from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.engine.policy import AidRules, Exemption, Policy
from tests.engine.households import embedded
from tests.ui.sample_cases import lone_mother

TODAY = date(2024, 5, 31)
RULES = Policy(
    id="namur",
    version="1",
    title={"fr": "Règlement"},
    adopted_on=date(2024, 1, 1),
    valid_from=date(2024, 1, 1),
    fingerprint="f",
    aid=AidRules(duration_months=6, review_after_months=9),
)


def proposed(policy: Policy | None = RULES) -> Proposal:
    return assess(lone_mother().facts, Parameters(embedded().pack, policy)).proposal


def granted(case: CaseFile) -> Decision:
    return judging.granted_as_proposed(case, proposed(), TODAY).decision


def test_granting_as_proposed_takes_amount_length_and_next_look():
    case = CaseFile(id="c", request=Request(date=date(2024, 5, 31)))
    decision = granted(case)
    assert (decision.verdict, decision.decided_on, decision.amount) == (Verdict.GRANTED, TODAY, proposed().amount)
    assert (decision.starts_on, decision.months) == (date(2024, 5, 31), 6)
    assert decision.review_on == date(2025, 2, 28)


def test_what_was_typed_of_a_decision_stays():
    typed = Decision(decided_on=date(2024, 6, 3), months=3, starts_on=date(2024, 6, 1), review_on=date(2024, 9, 1))
    assert granted(CaseFile(id="c", decision=typed)) == replace(
        typed, verdict=Verdict.GRANTED, amount=proposed().amount
    )


def test_without_a_policy_length_and_next_look_are_left_to_type():
    decision = judging.granted_as_proposed(CaseFile(id="c"), proposed(None), TODAY).decision
    assert (decision.months, decision.review_on, decision.starts_on) == (None, None, TODAY)


def test_who_is_not_exempt_any_more_has_no_reason_for_it():
    case = judging.change_decision(CaseFile(id="c"), activation=ActivationPath.EXEMPT, exemption=Exemption.HEALTH)
    assert judging.path_chosen(case, ActivationPath.AGREED).decision == Decision(activation=ActivationPath.AGREED)
    assert judging.path_chosen(case, ActivationPath.EXEMPT) == case


def test_texts_of_the_opinion_change_alone():
    case = judging.change_opinion(CaseFile(id="c"), context="Alone with two children.")
    assert judging.change_opinion(case, reasons="The rent.").opinion.context == "Alone with two children."


def test_another_amount_waits_for_its_reason_and_the_result_stays():
    case = judging.propose_instead(lone_mother(), amount=Decimal(100))
    waiting = countable_facts(case)
    assert waiting.facts.proposal.amount is None
    assert [finding.field for finding in waiting.unfinished] == ["proposal.reason"]
    reasoned = countable_facts(judging.propose_instead(case, reason="School costs"))
    assert reasoned.facts.proposal.amount == Decimal(100)
    assert reasoned.unfinished == ()

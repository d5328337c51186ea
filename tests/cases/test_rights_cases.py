"""Households and the rights found for them, as a social worker tells them: one sentence, one test.

Facts are the public JSON form without identifiers (persons are p1, p2 …); ``answers``, ``states`` (right: status) and
``worked_out`` (amounts of other parts of the engine) are given where the sentence speaks of them.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from redi_desktop.casefile.json_form import from_data
from redi_desktop.engine.right_states import RightStatus
from redi_desktop.engine.rights.answers import read_answers
from redi_desktop.engine.rights.result import Outcome, RightResult, open_rights
from redi_desktop.engine.rights.situation import WorkedOut
from tests.cases.test_cases import numbered, told
from tests.engine.rights.examined import Found, catalogue, examined

CASES = {
    case["case"]: case for file in sorted((Path(__file__).parent / "rights").glob("*.yaml")) for case in told(file)
}
OUTCOMES = {"likely": Outcome.LIKELY, "possible": Outcome.POSSIBLE, "not": Outcome.NOT}
EXPECTED = {*OUTCOMES, "held", "settled", "first", "through", "asks", "further", "amounts", "under"}


def found_for(case: dict[str, Any]) -> Found:
    """The rights of the household of a case."""
    facts = case["facts"]
    written = {
        "format": "redi-case/1",
        **facts,
        "household": facts["household"] | {"persons": numbered(facts["household"]["persons"], "p")},
        **{name: numbered(facts.get(name, []), name[0]) for name in ("incomes", "expenses", "debts")},
    }
    read = from_data(written)
    answers = {key: str(text) for key, text in case.get("answers", {}).items()}
    assert read_answers(answers, catalogue().pack.facts)[1] == ()
    states = {right: RightStatus(status) for right, status in case.get("states", {}).items()}
    assert states.keys() <= catalogue().pack.right_by_id.keys()
    worked_out = WorkedOut(**{name: Decimal(str(amount)) for name, amount in case.get("worked_out", {}).items()})
    assert isinstance(read.reference_date, date)
    return examined(read.facts, answers, states, worked_out, read.reference_date)


def asked(result: RightResult) -> list[str]:
    return [question.asked.fact for question in result.questions]


@pytest.mark.parametrize("sentence", CASES)
def test_case(sentence):
    case = CASES[sentence]
    expected = case["expect"]
    assert set(case) <= {"case", "how", "facts", "answers", "states", "worked_out", "expect"}
    assert set(expected) <= EXPECTED
    found = found_for(case)
    for word, outcome in OUTCOMES.items():
        for right in expected.get(word, []):
            assert found.outcome(right) is outcome, right
    for right in expected.get("held", []):
        assert found[right].held, right
    for right in expected.get("settled", []):
        assert not found[right].is_open, right
    for right, through in expected.get("through", {}).items():
        assert found.through(right) == through, right
    for right, facts in expected.get("asks", {}).items():
        assert asked(found[right]) == facts, right
    for right, count in expected.get("further", {}).items():
        assert found[right].further_questions == count, right
    for right, leader in expected.get("under", {}).items():
        listed = found[right].listed_under
        assert listed is not None, right
        assert listed.id == leader, right
    for right, amount in expected.get("amounts", {}).items():
        assert found[right].amount == Decimal(str(amount)), right
    if "first" in expected:
        assert open_rights(found.values())[0].right.id == expected["first"]


def named_in(case: dict[str, Any]) -> set[str]:
    """The rights of which a case says whether they are open, had or settled."""
    return {right for word in (*OUTCOMES, "held", "settled") for right in case["expect"].get(word, [])}


def test_every_right_of_the_catalogue_is_in_a_case():
    named = set().union(*map(named_in, CASES.values()))
    assert set(catalogue().pack.right_by_id) - named == set()
    assert named <= catalogue().pack.right_by_id.keys()
    assert len(CASES) >= 60


def test_an_amount_in_a_case_says_where_it_comes_from():
    silent = [told for told, case in CASES.items() if "amounts" in case["expect"] and "how" not in case]
    assert silent == []

"""What the worker notes of a right, and the answers that decide one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.rights import answer, asked_of, change_right, note_right, state_of
from redi_desktop.engine.right_states import Answer, RightState, RightStatus
from redi_desktop.engine.rights.answers import answer_key
from redi_desktop.engine.rights.questions import Asked

TODAY = date(2026, 6, 15)
EMPTY = CaseFile(id="c")


def test_a_right_that_is_asked_for_is_noted_with_the_day():
    case = note_right(EMPTY, "bim", RightStatus.ASKED, TODAY)
    assert case.rights == (RightState(right="bim", status=RightStatus.ASKED, since=TODAY),)


def test_a_right_back_at_the_beginning_is_not_kept():
    case = note_right(note_right(EMPTY, "bim", RightStatus.REFUSED, TODAY), "bim", RightStatus.TO_EXAMINE, TODAY)
    assert case == EMPTY


def test_a_remark_is_kept_whatever_the_state():
    case = change_right(EMPTY, "bim", remark="waits for the tax notice")
    assert state_of(note_right(case, "bim", RightStatus.TO_EXAMINE, TODAY), "bim").remark == "waits for the tax notice"


def test_each_right_keeps_its_place_among_those_noted():
    case = note_right(note_right(EMPTY, "a", RightStatus.ASKED, TODAY), "b", RightStatus.ASKED, TODAY)
    case = note_right(case, "a", RightStatus.GRANTED, TODAY)
    assert [(state.right, state.status) for state in case.rights] == [
        ("a", RightStatus.GRANTED),
        ("b", RightStatus.ASKED),
    ]


def test_an_answer_is_given_changed_and_taken_back():
    case = answer(answer(EMPTY, "in_need", "yes"), "orphan@p2", "no")
    assert answer(case, "in_need", "no").answers == (Answer(key="in_need", text="no"), case.answers[1])
    assert answer(case, "in_need", None).answers == (case.answers[1],)


def test_none_of_several_things_is_an_answer_too():
    assert answer(EMPTY, "right_held", "").answers == (Answer(key="right_held"),)


@pytest.mark.parametrize(
    "asked", [Asked("in_need"), Asked("orphan", ("p2",)), Asked("income_kind", (), "integration_income")]
)
def test_the_key_of_an_answer_says_what_was_asked(asked):
    assert asked_of(answer_key(asked)) == asked


def test_an_amount_is_a_decimal_in_text():
    assert answer(EMPTY, "energy_arrears", str(Decimal("120.50"))).answers[0].text == "120.50"

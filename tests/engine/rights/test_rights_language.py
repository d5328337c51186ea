"""The language of the rights: what it reads, what it refuses and where, and that not knowing never decides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redi_desktop.engine.rights.language import (
    DEEPEST,
    parse_right_amount,
    parse_right_condition,
)
from redi_desktop.engine.rights.logic import Truth
from redi_desktop.engine.rights.questions import Asked, asked_in, make_opener, shortest
from redi_desktop.engine.rights.ready import ReadyCondition, has_ceiling, make_ready
from redi_desktop.engine.rights.tokens import BadRightCondition, Fault
from redi_desktop.engine.rights.tree import dependencies, facts_named
from redi_desktop.engine.rights.values import Holding, Range, Scope
from tests.engine.rights.small_facts import FACTS, YES_NO, Told, answer, ready

UNKNOWN = None


@pytest.mark.parametrize(
    ("text", "told", "expected"),
    [
        ("a = yes", {"a": True}, True),
        ("a = no", {"a": True}, False),
        ("a != no", {"a": True}, True),
        ("a = yes", {}, UNKNOWN),
        ("NOT a = yes", {"a": False}, True),
        ("NOT NOT a = yes", {}, UNKNOWN),
        ("size >= 3", {"size": 3}, True),
        ("size > 3", {"size": 3}, False),
        ("size != 3", {"size": 4}, True),
        ("income <= 100.50 + 10*(size-1)", {"income": Decimal("110.50"), "size": 2}, True),
        ("income <= 100.50 + 10*(size-1)", {"income": Decimal("110.51"), "size": 2}, False),
        ("income <= 100.50 + 10*(size-1)", {"income": Decimal(1)}, UNKNOWN),
        ("income*12 < rate", {"income": Decimal(2), "rate": Decimal(24)}, False),
        ("today <= today + 90", {"today": date(2026, 1, 1).toordinal()}, True),
        ("colour = red", {"colour": frozenset({"red"})}, True),
        ("colour != red", {"colour": frozenset({"red"})}, False),
        ("colour in {red, blue}", {"colour": frozenset({"red", "blue"})}, True),
        ("colour = red", {"colour": frozenset({"red", "blue"})}, UNKNOWN),
        ("flags has red", {"flags": Holding({"red": None})}, True),
        ("flags has blue", {"flags": Holding({"red": None})}, False),
        ("flags has blue", {"flags": Holding({}, None)}, UNKNOWN),
        ("flags has blue", {"flags": Holding({}, frozenset({"blue"}))}, UNKNOWN),
        ("flags has red for >= 3 months", {"flags": Holding({"red": 3})}, True),
        ("flags has red for >= 3 months", {"flags": Holding({"red": 2})}, False),
        ("flags has red for >= 3 months", {"flags": Holding({"red": None})}, UNKNOWN),
        ("flags has blue for >= 3 months", {"flags": Holding({"red": 9})}, False),
    ],
)
def test_a_condition_says_yes_no_or_not_known(text, told, expected):
    assert answer(text, **told) is expected


@pytest.mark.parametrize(
    ("text", "low", "high", "expected"),
    [
        ("income <= 100", 0, 100, True),
        ("income <= 100", 101, None, False),
        ("income <= 100", 100, None, UNKNOWN),
        ("income < 100", 100, None, False),
        ("income >= 100", 100, None, True),
        ("income > 100", 0, 100, False),
        ("income = 100", 101, 200, False),
        ("income != 100", 101, 200, True),
        ("income*12 <= 1200", 0, 100, True),
        ("income - 10 <= 90", 0, 100, True),
        ("rate - income <= 100", 0, None, UNKNOWN),
    ],
)
def test_limits_decide_where_they_suffice(text, low, high, expected):
    assert answer(text, income=Range(low, high), rate=Decimal(200)) is expected


def test_people_are_looked_at_one_by_one():
    well, ill, unknown = Told({"age": 3, "ill": False}), Told({"age": 30, "ill": True}), Told({"age": 5})
    assert answer("ANY child (ill = yes AND age < 18)", well, ill) is False
    assert answer("ANY child (ill = yes AND age < 18)", well, ill, unknown) is UNKNOWN
    assert answer("ANY child (ill = yes)", unknown, ill) is True
    assert answer("ANY child (ill = yes)") is False
    assert answer("COUNT child (ill = no) >= 2", well, unknown) is UNKNOWN
    assert answer("COUNT child (ill = no) >= 2", well, ill) is False
    assert answer("COUNT child (ill = no) >= 1", well, unknown) is True


def test_parentheses_bind_before_and_and_and_before_or():
    assert answer("a = yes OR b = yes AND c = yes", a=True, b=False, c=False) is True
    assert answer("(a = yes OR b = yes) AND c = yes", a=True, b=False, c=False) is False
    assert answer("NOT a = yes OR b = yes", a=True, b=True) is True


@pytest.mark.parametrize(
    ("text", "fault", "position"),
    [
        ("", Fault.UNEXPECTED, 1),
        ("a", Fault.UNEXPECTED, 2),
        ("a =", Fault.UNEXPECTED, 4),
        ("a = maybe", Fault.VALUE_UNKNOWN, 5),
        ("a < 3", Fault.WRONG_KIND, 3),
        ("z = yes", Fault.FACT_UNKNOWN, 1),
        ("a = yes AND z = yes", Fault.FACT_UNKNOWN, 13),
        ("a = yes b = yes", Fault.UNEXPECTED, 9),
        ("a = yes AND", Fault.UNEXPECTED, 12),
        ("(a = yes", Fault.UNEXPECTED, 9),
        ("a = yes)", Fault.UNEXPECTED, 8),
        ("a = yes & b = yes", Fault.CHARACTER, 9),
        ("size >= colour", Fault.WRONG_KIND, 9),
        ("size == 3", Fault.UNEXPECTED, 7),
        ("size", Fault.UNEXPECTED, 5),
        ("3 < size", Fault.UNEXPECTED, 1),
        ("colour = green", Fault.VALUE_UNKNOWN, 10),
        ("colour in {}", Fault.VALUE_UNKNOWN, 12),
        ("colour in {red", Fault.UNEXPECTED, 15),
        ("flags = red", Fault.UNEXPECTED, 7),
        ("flags has green", Fault.VALUE_UNKNOWN, 11),
        ("flags has red for >= 3.5 months", Fault.UNEXPECTED, 22),
        ("flags has red for >= 3 years", Fault.UNEXPECTED, 24),
        ("ANY dog (a = yes)", Fault.UNEXPECTED, 5),
        ("ANY child a = yes", Fault.UNEXPECTED, 11),
        ("COUNT child (a = yes) = yes", Fault.UNEXPECTED, 25),
        ("size >= ٣", Fault.CHARACTER, 9),
        ("size >= 12x", Fault.UNEXPECTED, 11),
        ("(" * (DEEPEST + 1) + "a = yes" + ")" * (DEEPEST + 1), Fault.TOO_DEEP, DEEPEST + 1),
    ],
)
def test_what_is_no_condition_is_refused_at_its_place(text, fault, position):
    with pytest.raises(BadRightCondition) as refused:
        parse_right_condition(text, FACTS)
    assert (refused.value.fault, refused.value.position) == (fault, position)


@given(st.text(alphabet="abz=<>!(){}+*-., 0123ANDORTYhasinfor", max_size=40))
def test_any_text_is_read_or_refused_with_a_place_in_it(text):
    try:
        place = len(dependencies(parse_right_condition(text, FACTS)))
    except BadRightCondition as refused:
        place = refused.position
    assert 1 <= place <= len(text) + 1


def test_an_amount_is_read_and_nothing_else():
    assert facts_named(parse_right_condition("rate = 68.39*size", FACTS)) == {"rate", "size"}
    with pytest.raises(BadRightCondition):
        parse_right_amount("68.39*size AND a = yes", FACTS)


def test_a_condition_depends_on_facts_and_on_single_values_of_sets():
    tree = parse_right_condition("a = yes OR flags has red OR ANY child (age < 3)", FACTS)
    assert dependencies(tree) == {"a", "flags.red", "age"}


@pytest.mark.parametrize(
    ("text", "grows_old"),
    [
        ("income <= 1000", True),
        ("income*12 < 1000 + 10*size", True),
        ("income <= rate*12", False),
        ("income >= 1000", False),
        ("size <= 3", False),
        ("a = yes OR (b = yes AND income < 7500)", True),
    ],
)
def test_only_a_written_ceiling_on_an_income_grows_old(text, grows_old):
    assert has_ceiling(parse_right_condition(text, FACTS), FACTS) is grows_old


def test_an_old_ceiling_is_widened_and_nothing_else_is():
    tree = parse_right_condition("income <= 1000 AND size <= 3", FACTS)
    widened = make_ready(tree, FACTS, Decimal("1.1"))
    assert widened.test(Told({"income": Decimal(1100), "size": 3})) is True
    assert widened.test(Told({"income": Decimal(1101), "size": 3})) is False
    assert widened.test(Told({"income": Decimal(1000), "size": 4})) is False


# ------------------------------------------------------------------------------------------------- laws of three values

truths = st.sampled_from([True, False, UNKNOWN])
answers = st.fixed_dictionaries(dict.fromkeys(YES_NO, truths))


def conditions(facts: tuple[str, ...] = YES_NO) -> st.SearchStrategy[str]:
    """Conditions of any shape on yes/no facts."""
    atoms = st.builds("{} = {}".format, st.sampled_from(facts), st.sampled_from(["yes", "no"]))

    def joined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        several = st.lists(inner, min_size=2, max_size=3)
        return (
            several.map(lambda parts: "(" + " AND ".join(parts) + ")")
            | several.map(lambda parts: "(" + " OR ".join(parts) + ")")
            | inner.map("NOT ({})".format)
        )

    return st.recursive(atoms, joined, max_leaves=6)


def completions(told: dict[str, Truth]) -> list[dict[str, Truth]]:
    """Every way in which what is not known may turn out."""
    open_facts = [letter for letter, truth in told.items() if truth is UNKNOWN]
    return [told | dict(zip(open_facts, ways, strict=True)) for ways in product([True, False], repeat=len(open_facts))]


@given(conditions(), conditions(), answers)
def test_de_morgan(one, other, told):
    assert answer(f"NOT ({one} AND {other})", **told) is answer(f"NOT {one} OR NOT {other}", **told)
    assert answer(f"NOT ({one} OR {other})", **told) is answer(f"NOT {one} AND NOT {other}", **told)


@given(conditions(), conditions(), answers)
def test_order_does_not_matter_and_twice_no_is_yes(one, other, told):
    assert answer(f"{one} AND {other}", **told) is answer(f"{other} AND {one}", **told)
    assert answer(f"{one} OR {other}", **told) is answer(f"{other} OR {one}", **told)
    assert answer(f"NOT NOT {one}", **told) is answer(one, **told)


@given(conditions(), answers)
def test_what_was_decided_without_a_fact_stays_so_whatever_it_turns_out_to_be(text, told):
    said = answer(text, **told)
    if said is not UNKNOWN:
        assert {answer(text, **known) for known in completions(told)} == {said}


@given(conditions(), answers)
def test_with_every_fact_known_there_is_an_answer(text, told):
    assert all(answer(text, **known) is not UNKNOWN for known in completions(told))


@given(conditions(), answers)
def test_what_is_not_known_is_asked_and_nothing_else(text, told):
    condition, scope = ready(text), Told(told)
    found = make_opener(condition)(scope, False)
    if isinstance(found, bool):
        assert found is condition.test(scope)
        return
    assert condition.test(scope) is UNKNOWN
    assert asked_in(found)
    assert all(told[letter] is UNKNOWN for letter in asked_in(found))


@st.composite
def conditions_without_repetition(draw):
    """A condition in which every fact stands once, and what is known of some of them."""
    letters = draw(st.permutations(YES_NO))[: draw(st.integers(1, 6))]
    parts = [f"{letter} = {draw(st.sampled_from(['yes', 'no']))}" for letter in letters]
    while len(parts) > 1:
        joined = f"({parts[0]} {draw(st.sampled_from(['AND', 'OR']))} {parts[1]})"
        parts = [f"NOT {joined}" if draw(st.booleans()) else joined, *parts[2:]]
    return parts[0], draw(answers)


def asked_first(condition: ReadyCondition, scope: Scope, weight: Mapping[str, int]) -> tuple[Asked, ...]:
    """The shortest way of a condition that is still open."""
    found = make_opener(condition)(scope, False)
    assert not isinstance(found, bool)
    return shortest(found, weight)


@given(conditions_without_repetition())
def test_the_shortest_questions_can_make_it_a_yes(drawn):
    text, told = drawn
    condition = ready(text)
    if condition.test(Told(told)) is not UNKNOWN:
        return
    way = asked_first(condition, Told(told), {})
    outcomes = {
        answer(text, **told | dict(zip((asked.fact for asked in way), ways, strict=True)))
        for ways in product([True, False], repeat=len(way))
    }
    assert True in outcomes


def test_the_fact_on_which_most_hangs_is_asked_first():
    both, one_of = ready("a = yes AND b = yes"), ready("a = yes OR b = yes OR (c = yes AND d = yes)")
    assert [asked.fact for asked in asked_first(both, Told({}), {"b": 5, "a": 1})] == ["b", "a"]
    assert [asked.fact for asked in asked_first(one_of, Told({}), {"b": 5, "a": 1})] == ["b"]


def test_since_when_is_asked_before_anything_new():
    scope = Told({"flags": Holding({"red": None})})
    (asked,) = asked_first(ready("a = yes OR flags has red for >= 3 months"), scope, {"a": 9})
    assert (asked.fact, asked.months_of) == ("flags", "red")


def test_one_question_is_asked_of_all_whom_it_may_be_about():
    children = tuple(Told({"age": age}, person=f"p{age}") for age in (2, 4, 30))
    (asked,) = asked_first(ready("ANY child (age < 18 AND ill = yes)"), Told({}, children), {})
    assert (asked.fact, asked.persons) == ("ill", ("p2", "p4"))

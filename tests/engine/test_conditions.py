"""The condition language of the packs: what holds, what does not, and what is not a condition at all."""

from __future__ import annotations

import operator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redi_desktop.engine.conditions import (
    FLAGS,
    NUMBERS,
    BadCondition,
    escapes_size_factor,
    options_named,
    parse_condition,
)

NUMBERS_HERE = {"household_size": 3, "adults": 1, "children": 2, "bedrooms": 2}


@pytest.mark.parametrize(
    ("text", "flags", "holds"),
    [
        ("", {"bim"}, True),
        ("   ", set(), True),
        ("bim", {"bim"}, True),
        ("bim", set(), False),
        ("!bim", set(), True),
        ("!bim", {"bim"}, False),
        ("bim&!ri", {"bim"}, True),
        ("bim&!ri", {"bim", "ri"}, False),
        (" bim & !ri ", {"bim"}, True),
        ("bedrooms=2", set(), True),
        ("bedrooms=1", set(), False),
        ("!bedrooms=1", set(), True),
        ("children>=2", set(), True),
        ("children>=3", set(), False),
        ("household_size<=3", set(), True),
        ("adults<=0", set(), False),
        ("household_size=3&social_energy&heating_gas", {"social_energy", "heating_gas"}, True),
        ("household_size=3&social_energy&heating_gas", {"social_energy", "heating_oil"}, False),
        ("no_factor", set(), True),
        ("no_factor&bim", set(), False),
        ("option_car", {"option_car"}, True),
        ("bim&!bim", {"bim"}, False),
    ],
)
def test_a_condition_holds_when_every_term_is_true(text, flags, holds):
    assert parse_condition(text).holds(frozenset(flags), NUMBERS_HERE) is holds


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("bimm", "bimm"),
        ("bim&riche", "riche"),
        ("bedrooms", "bedrooms"),
        ("bedrooms>2", "bedrooms>2"),
        ("bedrooms==2", "bedrooms==2"),
        ("bedrooms>=two", "bedrooms>=two"),
        ("bedrooms>=-1", "bedrooms>=-1"),
        ("bim=1", "bim=1"),
        ("rooms=2", "rooms=2"),
        ("bim&", ""),
        ("bim&&ri", ""),
        ("bim|ri", "bim|ri"),
        ("!!bim", "!!bim"),
        ("! bim", "! bim"),
        ("BIM", "BIM"),
        ("option_", "option_"),
        ("!no_factor", "!no_factor"),
        ("bedrooms=２", "bedrooms=２"),
    ],
)
def test_what_is_not_a_condition_is_refused_with_the_term(text, term):
    with pytest.raises(BadCondition) as refused:
        parse_condition(text)
    assert refused.value.term == term


def test_the_first_term_that_fails_is_named_as_it_is_written():
    condition = parse_condition("bim & !ri & bedrooms>=3")
    assert condition.first_failing(frozenset(), NUMBERS_HERE) == "bim"
    assert condition.first_failing(frozenset({"bim", "ri"}), NUMBERS_HERE) == "!ri"
    assert condition.first_failing(frozenset({"bim"}), NUMBERS_HERE) == "bedrooms>=3"
    assert condition.first_failing(frozenset({"bim"}), NUMBERS_HERE | {"bedrooms": 3}) is None


def test_only_no_factor_escapes_the_household_size_factor():
    assert escapes_size_factor(parse_condition("bim & no_factor"))
    assert not escapes_size_factor(parse_condition("bim"))
    assert not escapes_size_factor(parse_condition(""))


def test_the_options_a_condition_asks_for_are_known():
    assert options_named(parse_condition("option_car&!option_tv&bim")) == {"option_car", "option_tv"}


TRUTHS = {"=": operator.eq, ">=": operator.ge, "<=": operator.le}
FLAG_TERMS = st.tuples(st.booleans(), st.sampled_from(sorted(FLAGS - {"no_factor"} | {"option_car", "option_tv"})))
NUMBER_TERMS = st.tuples(
    st.booleans(), st.sampled_from(sorted(NUMBERS)), st.sampled_from(sorted(TRUTHS)), st.integers(0, 9)
)


def is_true(term, flags, numbers):
    if len(term) == 2:
        negated, flag = term
        return (flag in flags) != negated
    negated, name, sign, bound = term
    return TRUTHS[sign](numbers[name], bound) != negated


@given(
    st.lists(FLAG_TERMS | NUMBER_TERMS, max_size=5),
    st.frozensets(st.sampled_from(sorted(FLAGS | {"option_car"}))),
    st.fixed_dictionaries({name: st.integers(0, 9) for name in NUMBERS}),
)
def test_what_is_written_is_what_holds(terms, flags, numbers):
    text = "&".join(("!" if term[0] else "") + "".join(map(str, term[1:])) for term in terms)
    condition = parse_condition(text)
    truths = [is_true(term, flags, numbers) for term in terms]
    assert condition.holds(flags, numbers) is all(truths)
    failing = condition.first_failing(flags, numbers)
    assert failing == (None if all(truths) else text.split("&")[truths.index(False)])

"""The national register number: its check figures, what it tells, and what follows in the case."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redi_desktop.casefile import niss
from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.niss import Niss, NissNotUnderstood, niss_given
from redi_desktop.engine.household import Household, Person, Role, Sex

TODAY = date(2026, 6, 15)
KNOWN = [
    ("42.01.22-051.81", date(1942, 1, 22), Sex.M),
    ("930518223-61", date(1993, 5, 18), Sex.M),
    ("000101001-05", date(2000, 1, 1), Sex.M),
]
"""Published examples; the last one is of somebody born from 2000 on."""


def number(first: str, *, from_2000: bool = False) -> str:
    """The nine figures with the check figures that belong to them."""
    return first + f"{97 - (int(first) + (2_000_000_000 if from_2000 else 0)) % 97:02}"


def read_or_none(text: str) -> Niss | None:
    try:
        return niss.read(text)
    except NissNotUnderstood:
        return None


@pytest.mark.parametrize(("text", "born", "sex"), KNOWN)
def test_a_published_number_is_right_and_tells_birth_date_and_sex(text, born, sex):
    found = niss.read(text)
    assert (found.birth_date, found.sex) == (born, sex)
    assert niss.read(niss.written(found.figures)) == found


def test_a_bis_number_has_its_month_raised():
    assert niss.read(number("854512004")) == Niss(number("854512004"), date(1985, 5, 12), Sex.F)
    without_sex = niss.read(number("852512004"))
    assert (without_sex.birth_date, without_sex.sex) == (date(1985, 5, 12), None)


def test_who_knows_neither_month_nor_day_has_no_birth_date():
    assert niss.read(number("600000001")).birth_date is None


@pytest.mark.parametrize("text", ["", "42.01.22-051", "42.01.22-051.8x", "1234567890123", "٤٢٠١٢٢٠٥١٨١"])
def test_what_is_no_number_is_said(text):
    with pytest.raises(NissNotUnderstood) as wrong:
        niss.read(text)
    assert wrong.value.code == "niss_not_understood"


@given(
    st.dates(date(1900, 1, 1), date(1999, 12, 31)),
    st.integers(1, 998),
    st.integers(0, 10),
    st.integers(1, 9),
)
def test_one_wrong_figure_passes_at_most_as_somebody_born_a_century_later(born, of_the_day, place, other):
    right = number(f"{born:%y%m%d}{of_the_day:03}")
    figures = str((int(right[place]) + other) % 10)
    wrong = right[:place] + figures + right[place + 1 :]
    found = read_or_none(wrong)
    assert found is None or found.figures == number(wrong[:9], from_2000=True)


def case(**known: object) -> CaseFile:
    person = Person(id="p1", role=Role.APPLICANT, **known)  # type: ignore[arg-type]
    return CaseFile(id="c", household=Household(persons=(person,)))


def test_the_number_fills_what_is_missing_and_nothing_else():
    applicant = niss_given(case(), "42012205181", TODAY).applicant
    assert applicant is not None
    assert (applicant.niss, applicant.birth_date, applicant.sex) == ("42012205181", date(1942, 1, 22), Sex.M)
    known = niss_given(case(birth_date=date(1950, 1, 1), sex=Sex.F), "42012205181", TODAY).applicant
    assert known is not None
    assert (known.birth_date, known.sex) == (date(1950, 1, 1), Sex.F)


def test_a_number_that_is_taken_away_leaves_the_rest():
    given_one = niss_given(case(), "42012205181", TODAY)
    applicant = niss_given(given_one, None, TODAY).applicant
    assert applicant is not None
    assert (applicant.niss, applicant.birth_date) == ("", date(1942, 1, 22))


def test_without_an_applicant_there_is_nobody_to_number():
    assert niss_given(CaseFile(id="c"), "42012205181", TODAY) == CaseFile(id="c")

"""The national register number (NISS/INSZ) and the BIS number: read, checked, and what it says of its holder.

Eleven figures, YYMMDD SSS CC: the birth date, a number of the day (odd for a man, even for a woman) and
97 - (the first nine figures modulo 97), with a 2 before them for who was born from 2000 on. Royal Decree of 3 April
1984; in a BIS number (Royal Decree of 8 February 1991) the month is raised by 40, or by 20 where the sex is not known.
Month and day may be 00 where they are not known.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from redi_desktop.casefile.changes import change_person, person_born
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.household import Sex
from redi_desktop.errors import UserError

_FIGURES = 11
_MODULUS = 97
_FROM_2000 = 2_000_000_000
_BIS, _BIS_WITHOUT_SEX = 40, 20
_SEPARATORS = re.compile(r"[\s./-]")


class NissNotUnderstood(UserError):
    """What was typed is no such number. Codes: ``niss_not_understood``, ``niss_wrong_check``."""


class Niss(NamedTuple):
    """A checked number: its eleven figures, and the birth date and sex where it tells them."""

    figures: str
    birth_date: date | None
    sex: Sex | None


def read(text: str) -> Niss:
    """The number in a text as people write it (``42.01.22-051.81``); raises :class:`NissNotUnderstood`."""
    figures = _SEPARATORS.sub("", text)
    if len(figures) != _FIGURES or not (figures.isascii() and figures.isdigit()):
        raise NissNotUnderstood("niss_not_understood", text=text.strip()[:20])
    century = _century(figures)
    if century is None:
        raise NissNotUnderstood("niss_wrong_check", text=written(figures))
    return Niss(figures, _birth_date(figures, century), _sex(figures))


def written(figures: str) -> str:
    """The number as it stands on the identity card: ``42.01.22-051.81``."""
    return f"{figures[:2]}.{figures[2:4]}.{figures[4:6]}-{figures[6:9]}.{figures[9:]}"


def _century(figures: str) -> int | None:
    """1900 or 2000, as the check figures say; ``None`` where they fit neither."""
    first, check = int(figures[:9]), int(figures[9:])
    if _MODULUS - first % _MODULUS == check:
        return 1900
    return 2000 if _MODULUS - (_FROM_2000 + first) % _MODULUS == check else None


def _month(figures: str) -> int:
    month = int(figures[2:4])
    return next((month - raised for raised in (_BIS, _BIS_WITHOUT_SEX) if month >= raised), month)


def _birth_date(figures: str, century: int) -> date | None:
    try:
        return date(century + int(figures[:2]), _month(figures), int(figures[4:6]))
    except ValueError:  # a month or day of 00: not known
        return None


def _sex(figures: str) -> Sex | None:
    if _BIS_WITHOUT_SEX <= int(figures[2:4]) < _BIS:
        return None
    return Sex.M if int(figures[8]) % 2 else Sex.F


def niss_given(case: CaseFile, figures: str | None, today: date) -> CaseFile:
    """The case with the applicant's number, and the birth date and sex that it tells where they were missing."""
    applicant = case.applicant
    if applicant is None:
        return case
    case = change_person(case, applicant.id, niss=figures or "")
    if not figures:
        return case
    told = read(figures)
    if applicant.sex is None:
        case = change_person(case, applicant.id, sex=told.sex)
    if applicant.birth_date is None and told.birth_date is not None:
        case = person_born(case, applicant.id, told.birth_date, today)
    return case

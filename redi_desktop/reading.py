"""Reading back the amounts and dates that people type, without ever guessing.

What cannot be read for certain is refused with :class:`NotUnderstood`, whose code says what is wrong. Used through
:mod:`redi_desktop.formatting`.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from decimal import Decimal
from functools import cache

from babel import Locale

from redi_desktop.errors import UserError
from redi_desktop.i18n import LANGUAGE_CODES, language

LONGEST_TEXT = 60
MOST_EURO_DIGITS = 9
EARLIEST_YEAR, LATEST_YEAR = 1800, 2199
YEARS_AHEAD = 20


class NotUnderstood(UserError):
    """What was typed is not an amount or a date, or could be two different ones.

    Codes: ``amount_missing``, ``amount_not_understood``, ``amount_too_precise`` (more than two decimals),
    ``amount_too_long``, ``date_missing``, ``date_not_understood``, ``date_impossible``. The value ``text`` is what was
    typed, shortened; it is missing where nothing was typed.
    """


def parse_money(text: str) -> Decimal:
    """The euros that someone typed: ``1.234,50``, ``1 234.5``, ``€ 12``, ``-5``, ``12,-``, ``45+12,50``.

    A comma or a point before one or two digits stands before the cents, in every language. Before three digits it is
    read as the language in use writes it: in fr, nl and de ``1.234`` is one thousand two hundred thirty-four and
    ``1,234`` is refused; in English it is the other way round.
    """
    typed = _presentable(text, "amount").translate(_AS_KEYBOARDS_HAVE_IT)
    terms = _LEADING_PLUS.sub(r"\1", typed).split("+")
    if len(terms) == 1:
        return _amount(terms[0], typed)
    if "-" in typed:
        raise NotUnderstood("amount_not_understood", text=typed)
    return sum((_amount(term, typed) for term in terms), Decimal("0.00"))


def parse_date(text: str, today: datetime.date, *, future_ok: bool = False) -> datetime.date:
    """The date that someone typed, day first: ``3/5/89``, ``3-5-1989``, ``03.05.1989``, ``3 mai 1989``, ``030589``.

    Year first is read too where it has four digits (``1989-05-03``), and month names of all four languages. A year of
    two digits is the last one that is not in the future of ``today``, as for a birth; with ``future_ok`` (a deadline,
    the end of a lease) it may lie up to twenty years ahead. A year of four digits is taken as typed.
    """
    typed = _presentable(text, "date").translate(_AS_KEYBOARDS_HAVE_IT)
    day, month, digits = _date_parts(typed)
    year = int(digits)
    if len(digits) == 2:
        year = _full_year(year, month, day, datetime.date(today.year + YEARS_AHEAD, 12, 31) if future_ok else today)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise NotUnderstood("date_impossible", text=typed)
    try:
        return datetime.date(year, month, day)
    except ValueError:
        raise NotUnderstood("date_impossible", text=typed) from None


_SPACES = "\t\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_HYPHENS = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{MINUS SIGN}"
_AS_KEYBOARDS_HAVE_IT = str.maketrans(dict.fromkeys(_SPACES, " ") | dict.fromkeys(_HYPHENS, "-"))


def _presentable(text: str, what: str) -> str:
    """What was typed without the space around it; refused where there is nothing or far too much."""
    typed = text.strip()
    if not typed:
        raise NotUnderstood(f"{what}_missing")
    if len(typed) > LONGEST_TEXT:
        raise NotUnderstood(f"{what}_not_understood", text=f"{typed[:LONGEST_TEXT]}…")
    return typed


_LEADING_PLUS = re.compile(r"^((?:€|EUR) ?)?\+ ?", re.IGNORECASE)
_CURRENCY = re.compile(r"^(-?) ?(?:€|EUR) ?| ?(?:€|EUR)$", re.IGNORECASE)
_CENTS = r"([0-9]*|--?)"
_GROUPED = re.compile(rf"([1-9][0-9]{{0,2}}([ '’.,])[0-9]{{3}}(?:\2[0-9]{{3}})*)(?:(?!\2)[.,]{_CENTS})?")
_PLAIN = re.compile(rf"([0-9]*)(?:[.,]{_CENTS})?")


def _amount(term: str, typed: str) -> Decimal:
    """One amount without a plus; ``typed`` is the whole text, for the message."""
    body = _CURRENCY.sub(r"\1", term.strip(), count=1)
    negative = body.startswith("-")
    euros, cents = _euros_and_cents(body[1:].lstrip() if negative else body, typed)
    if not (euros + cents).isdigit():
        raise NotUnderstood("amount_not_understood", text=typed)
    if len(cents) > 2:
        raise NotUnderstood("amount_too_precise", text=typed)
    if len(euros) > MOST_EURO_DIGITS:
        raise NotUnderstood("amount_too_long", text=typed)
    amount = Decimal(f"{euros or 0}.{cents:0<2}")
    return -amount if negative else amount


def _euros_and_cents(body: str, typed: str) -> tuple[str, str]:
    """The digits before and after the decimal mark, without the marks between thousands."""
    grouped = _GROUPED.fullmatch(body)
    if grouped and not _could_be_decimals(grouped):
        euros, mark, cents = grouped.groups(default="")
        return euros.replace(mark, ""), cents.strip("-")
    plain = _PLAIN.fullmatch(body)
    if not plain:
        raise NotUnderstood("amount_not_understood", text=typed)
    euros, cents = plain.groups(default="")
    return euros, cents.strip("-")


def _could_be_decimals(grouped: re.Match[str]) -> bool:
    """Whether the only mark, before three digits, is the one that this language writes before decimals."""
    euros, mark, cents = grouped.groups()
    return cents is None and euros.count(mark) == 1 and mark == ("." if language() == "en" else ",")


_DAY_FIRST = re.compile(r"([0-9]{1,2})([./ -])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})([./-])([0-9]{1,2})\2([0-9]{1,2})")
_COMPACT = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4}|[0-9]{2})")
_NAMED = re.compile(r"([0-9]{1,2})(?:(?:er|st|nd|rd|th)(?= ))?[ .-]*([^\W\d_]{3,})[ .-]*([0-9]{4}|[0-9]{2})")
_LOOSE_MARK = re.compile(r" *([./-]) *| {2,}")


def _date_parts(typed: str) -> tuple[int, int, str]:
    """Day, month and the digits of the year, in any of the ways people write them."""
    text = _LOOSE_MARK.sub(lambda mark: mark[1] or " ", typed)
    if found := _DAY_FIRST.fullmatch(text):
        return int(found[1]), int(found[3]), found[4]
    if found := _YEAR_FIRST.fullmatch(text):
        return int(found[4]), int(found[3]), found[1]
    if found := _COMPACT.fullmatch(text):
        return int(found[1]), int(found[2]), found[3]
    found = _NAMED.fullmatch(text)
    month = _month_named(found[2]) if found else None
    if not found or not month:
        raise NotUnderstood("date_not_understood", text=typed)
    return int(found[1]), month, found[3]


def _full_year(two_digits: int, month: int, day: int, latest: datetime.date) -> int:
    """The last year with these two digits in which the day is not after ``latest``."""
    year = latest.year - latest.year % 100 + two_digits
    return year - 100 if (year, month, day) > (latest.year, latest.month, latest.day) else year


def _month_named(word: str) -> int | None:
    """The month whose name in one of our languages begins so, if it is only one."""
    start = _folded(word)
    months = {month for name, month in _month_names().items() if name.startswith(start)}
    return months.pop() if len(months) == 1 else None


@cache
def _month_names() -> dict[str, int]:
    """Full and short names of the months in all languages of the program, without accents."""
    return {
        _folded(name): month
        for code in LANGUAGE_CODES
        for form in ("wide", "abbreviated")
        for month, name in Locale.parse(code).months["format"][form].items()
    }


def _folded(word: str) -> str:
    """Small letters without accents or dots."""
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in letters if letter.isalpha())

"""Money, numbers, dates and lists as each language writes them; and, from :mod:`redi_desktop.reading`, read back.

The one place that writes an amount, on the screen and on paper alike. The conventions are Babel's (CLDR) for fr_BE,
nl_BE, de_BE and en_GB, with these choices of our own:

- the narrow no-break space U+202F becomes U+00A0: ReportLab draws the first as a box or breaks the amount there;
- the sign is an ASCII hyphen right before the first digit, in English too (``€-5.00``): there no line is ever broken
  (Unicode line breaking, rule LB25), a screen reader says "minus", and Noto Sans has no U+2212;
- halves are rounded away from zero, as the engine does, and nothing is ever "minus zero";
- short dates are day/month/four-digit year in every language.

Amounts are ``Decimal`` euros. A NaN or an infinity is a bug and raises ValueError.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

from redi_desktop.i18n import language, ngettext
from redi_desktop.reading import NotUnderstood, parse_date, parse_money

__all__ = [
    "NotUnderstood",
    "age",
    "date_long",
    "date_short",
    "join_list",
    "money",
    "money_parts",
    "month_long",
    "number",
    "parse_date",
    "parse_money",
    "percent",
    "quantity",
    "signed_money",
    "time_short",
    "whole_euros",
]

_LOCALES = {"fr": "fr_BE", "nl": "nl_BE", "de": "de_BE", "en": "en_GB"}
_NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"
_SPACE = "\N{NO-BREAK SPACE}"
_CENT = Decimal("0.01")
_ONE = Decimal(1)
_THOUSANDTH = Decimal("0.001")


class _Style(NamedTuple):
    """How a language writes numbers: what stands between thousands, before decimals, and around euros and per cents."""

    group: str
    point: str
    before_euros: str
    after_euros: str
    after_percent: str


def money(amount: Decimal) -> str:
    """Euros and cents: ``1 234,50 €``, ``€ 1.234,50``, ``€ -3,00``."""
    style = _style(language())
    return style.before_euros + _dressed(_rounded(amount, _CENT), style) + style.after_euros


def signed_money(amount: Decimal) -> str:
    """Euros and cents of a difference, with a plus where it is one: ``+12,00 €``, ``-12,00 €``, ``0,00 €``."""
    style = _style(language())
    digits = _rounded(amount, _CENT)
    sign = "+" if digits[0] != "-" and digits != "0.00" else ""
    return style.before_euros + sign + _dressed(digits, style) + style.after_euros


def money_parts(amount: Decimal, *, signed: bool = False) -> tuple[str, str]:
    """The amount cut before its cents, which are drawn quieter: ``("1 234", ",50 €")``, ``("€ 1.234", ",50")``.

    ``signed``: a difference, as :func:`signed_money` writes it.
    """
    text = signed_money(amount) if signed else money(amount)
    cut = len(text) - len(_style(language()).after_euros) - len(",00")
    return text[:cut], text[cut:]


def whole_euros(amount: Decimal) -> str:
    """Euros without cents, for the scale of a picture: ``1 235 €``."""
    style = _style(language())
    return style.before_euros + _dressed(_rounded(amount, _ONE), style) + style.after_euros


def number(value: Decimal | int, places: int | None = None) -> str:
    """A number with so many decimals; without ``places``, with the decimals it has: ``1 234,5``."""
    digits = _exact(Decimal(value)) if places is None else _rounded(Decimal(value), _ONE.scaleb(-places))
    return _dressed(digits, _style(language()))


def quantity(value: Decimal | int) -> str:
    """How many or how much, with three decimals at most: ``0,5``, ``12``, ``0,333``."""
    return _dressed(_without_zeros(_rounded(Decimal(value), _THOUSANDTH)), _style(language()))


def percent(share: Decimal, places: int = 0) -> str:
    """A share of one as a percentage: ``0.34`` is ``34 %``."""
    style = _style(language())
    return _dressed(_rounded(share * 100, _ONE.scaleb(-places)), style) + style.after_percent


def date_short(day: datetime.date) -> str:
    """Day, month and year in figures: ``03/05/1989``."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def date_long(day: datetime.date) -> str:
    """The date with the month’s name: ``3 mai 1989``, ``1er mai 1989``, ``3. Mai 1989``; day and month on one line."""
    text = _plain(format_date(day, "long", locale=_LOCALES[language()])).replace(" ", "\u00a0", 1)
    return f"1er{text[1:]}" if day.day == 1 and language() == "fr" else text


def month_long(day: datetime.date) -> str:
    """The month and its year: ``mai 2024``."""
    return _month_long(language(), day.year, day.month)


@lru_cache(maxsize=1024)
def _month_long(spoken: str, year: int, month: int) -> str:
    """Remembered: a table of prices says the same few months hundreds of times."""
    return _plain(format_date(datetime.date(year, month, 1), "MMMM y", locale=_LOCALES[spoken]))


def time_short(moment: datetime.time | datetime.datetime) -> str:
    """Hours and minutes as the moment itself says them: ``14:03``."""
    return f"{moment.hour:02}:{moment.minute:02}"


def join_list(items: Iterable[str]) -> str:
    """Items in a sentence: ``a, b et c``; where one holds a comma itself, ``a, in b; c``."""
    listed = list(items)
    if any(", " in item for item in listed):
        return ("\u00a0; " if language() == "fr" else "; ").join(listed)
    return format_list(listed, locale=_LOCALES[language()])


def age(born: datetime.date, today: datetime.date) -> str:
    """How old someone is: in years, below two years in months, below one month in days; empty before the birth."""
    if born > today:
        return ""
    months = (today.year - born.year) * 12 + today.month - born.month - (today.day < born.day)
    # In the program's own words: Babel 2.18 has no Dutch word for "days".
    if months >= 24:
        return _counted(ngettext("{count} year", "{count} years", months // 12), months // 12)
    if months:
        return _counted(ngettext("{count} month", "{count} months", months), months)
    days = (today - born).days
    return _counted(ngettext("{count} day", "{count} days", days), days)


def _counted(words: str, count: int) -> str:
    return words.format(count=count).replace(" ", _SPACE)


def _rounded(value: Decimal, step: Decimal) -> str:
    """A number rounded to a step (0.01, 1 …), in English digits: ``-1,234.50``.

    Babel takes 20 µs for an amount and a table shows thousands; this and :func:`_dressed` take one.
    """
    if not value.is_finite():
        raise ValueError("only a finite number can be written")
    digits = f"{value.quantize(step, ROUND_HALF_UP):,f}"
    return digits[1:] if digits[0] == "-" and not digits.strip("-0.") else digits


def _exact(value: Decimal) -> str:
    if not value.is_finite():
        raise ValueError("only a finite number can be written")
    return _without_zeros(f"{value or abs(value):,f}")


def _without_zeros(digits: str) -> str:
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _dressed(digits: str, style: _Style) -> str:
    """English digits with the signs of a language in place of the comma and the point."""
    whole, point, decimals = digits.partition(".")
    whole = whole.replace(",", style.group)
    return whole + style.point + decimals if point else whole


def _plain(text: str) -> str:
    return text.replace(_NARROW_SPACE, _SPACE)


@cache
def _style(code: str) -> _Style:
    """The signs of a language, read from Babel once."""
    locale = Locale.parse(_LOCALES[code])
    symbols = locale.number_symbols["latn"]
    euros, percents = locale.currency_formats["standard"], locale.percent_formats[None]
    signs = (
        symbols["group"],
        symbols["decimal"],
        euros.prefix[0].replace("¤", "€"),
        euros.suffix[0].replace("¤", "€"),
        percents.suffix[0],
    )
    return _Style(*map(_plain, signs))

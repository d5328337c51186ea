"""Values of findings, problems and explanations as the current language writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from redi_desktop import formatting
from redi_desktop.engine.months import Month
from redi_desktop.words.vocabulary import WORDS, label


def said(value: object) -> str:
    """A value in words: amounts, dates, months and kinds each in their own form; a field's text as it is."""
    if isinstance(value, StrEnum):
        return label(value) if (type(value), value.value) in WORDS else value.value
    if isinstance(value, Month):
        return formatting.month_long(value.first_day())
    if isinstance(value, Decimal):
        return formatting.number(value)
    return formatting.date_short(value) if isinstance(value, date) else str(value)


def month_said(written: str) -> str:
    """A month written ``2024-05`` in words."""
    return formatting.month_long(Month.parse(written).first_day())


def written_date(text: str) -> str:
    """A date as exact as it was written: a year, a month or a day."""
    if len(text) == 4:
        return text
    return month_said(text) if len(text) == 7 else formatting.date_short(date.fromisoformat(text))

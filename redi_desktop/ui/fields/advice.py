"""How to write what a field could not read: one kind sentence, with an example as the language in use writes it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from redi_desktop.formatting import NotUnderstood, date_short, number
from redi_desktop.i18n import _

_AMOUNT, _DAY = Decimal("1234.50"), date(1989, 5, 3)


def how_to_write(problem: NotUnderstood) -> str:
    """What to change in the text, as a sentence."""
    code = problem.code
    if code == "amount_too_precise":
        return _("Write at most two decimals, for instance {example}.").format(example=number(_AMOUNT, 2))
    if code == "amount_too_long":
        return _("This amount has too many figures.")
    if code.startswith("amount"):
        return _("Write an amount in euros, for instance {example}.").format(example=number(_AMOUNT, 2))
    if code == "date_impossible":
        return _("This day does not exist. Write day, month and year, for instance {example}.").format(
            example=date_short(_DAY)
        )
    if code.startswith("date"):
        return _("Write a date as day, month and year, for instance {example}.").format(example=date_short(_DAY))
    if code == "number_out_of_range":
        return _("Write a number between {least} and {most}.").format(**problem.values)
    return _("Write a whole number, in figures.")

"""What to change in a text that a field could not read, in one sentence."""

from __future__ import annotations

from redi_desktop.formatting import NotUnderstood
from redi_desktop.i18n import _
from redi_desktop.words import problems


def how_to_write(problem: NotUnderstood) -> str:
    """The sentence that stands under the field."""
    if problem.code == "number_out_of_range":
        return _("Write a number between {least} and {most}.").format(**problem.values)
    if problem.code == "number_not_understood":
        return _("Write a whole number, in figures.")
    return problems.sentence(problem)

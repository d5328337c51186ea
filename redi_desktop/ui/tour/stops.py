"""The stops of the tour: a part of the window, and two sentences about it."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from redi_desktop.i18n import N_, _


class Place(Enum):
    """A part of the window."""

    CASES = "cases"
    STEPS = "steps"
    PAGE = "page"
    PANEL = "panel"
    RESULT = "result"
    TOP = "top"
    HELP = "help"


class Stop(NamedTuple):
    """A part of the window, what it is, and what one does there."""

    place: Place
    title: str
    text: str

    def words(self) -> tuple[str, str]:
        """Title and text in the language in use."""
        return _(self.title), _(self.text)


STOPS = (
    Stop(
        Place.CASES,
        N_("Your cases"),
        N_("Search by name or reference, accents or not. Below each name stands what waits; a mark says it is late."),
    ),
    Stop(
        Place.STEPS,
        N_("The steps of a case"),
        N_("Open any step at any time. The marks show which are filled in. Household, home and one income are enough."),
    ),
    Stop(
        Place.PAGE,
        N_("The page"),
        N_("Tab leads from field to field, Ctrl+Enter adds a row. Amounts and dates are typed as they come: 3/5/89."),
    ),
    Stop(
        Place.PANEL,
        N_("What it comes to"),
        N_("What is needed, what comes in, and what is missing or left: it follows each key, and says what to add."),
    ),
    Stop(
        Place.RESULT,
        N_("Why this amount?"),
        N_("On the result page every amount says why, down to price and source. It is a starting point for judgement."),
    ),
    Stop(
        Place.TOP,
        N_("Saved, undone, locked"),
        N_("Each field is saved when it is left. Undo and redo go over the whole case; the lock closes the vault."),
    ),
    Stop(
        Place.HELP,
        N_("Help"),
        N_("F1 opens the manual at the page where you are, without a network. The tour starts again from there."),
    ),
)

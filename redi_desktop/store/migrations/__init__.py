"""The steps by which the database got its present form, oldest first.

A migration is a named function in a file of its own. It speaks SQL and nothing else: it imports no other code of
the program, which goes on changing while the migration must not. One that has been released is never edited; a
later one corrects it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from redi_desktop.store.migrations import case_glances, first_tables, keeping_rules, kept_results, undo_and_drafts

Run = Callable[[str], object]


class Migration(NamedTuple):
    """One step: its name, kept in the database once it is done, and what it does."""

    name: str
    apply: Callable[[Run], None]


MIGRATIONS: tuple[Migration, ...] = (
    Migration("first_tables", first_tables.apply),
    Migration("undo_and_drafts", undo_and_drafts.apply),
    Migration("kept_results", kept_results.apply),
    Migration("keeping_rules", keeping_rules.apply),
    Migration("case_glances", case_glances.apply),
)

"""What survives a restart beside the cases: their earlier states, for undo, and half-typed texts.

Earlier states are compressed JSON; ``id`` orders them over the whole vault, for the bound on their number. A draft has
no reference to its case, which need not have been saved yet.
"""

from __future__ import annotations

from collections.abc import Callable

_STATEMENTS = (
    """CREATE TABLE case_past (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        number INTEGER NOT NULL REFERENCES case_file (number) ON DELETE CASCADE,
        form TEXT NOT NULL,
        place TEXT NOT NULL,
        content BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX case_past_by_case ON case_past (number, id)",
    """CREATE TABLE draft (
        case_id TEXT NOT NULL,
        place TEXT NOT NULL,
        kept_at TEXT NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (case_id, place)
    ) STRICT""",
)


def apply(run: Callable[[str], object]) -> None:
    """Make the tables."""
    for statement in _STATEMENTS:
        run(statement)

"""What is seen of a case without reading it: the day that waits first, and who asks.

``form`` says by which rules the row was made and ``revision`` from which state, so that a row that is behind is known
and made again.
"""

from __future__ import annotations

from collections.abc import Callable

_STATEMENTS = (
    """CREATE TABLE case_glance (
        number INTEGER PRIMARY KEY REFERENCES case_file (number) ON DELETE CASCADE,
        form INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        due_on TEXT,
        due_kind TEXT,
        person TEXT NOT NULL,
        birth_date TEXT
    ) STRICT""",
    "CREATE INDEX case_glance_by_person ON case_glance (birth_date, person)",
)


def apply(run: Callable[[str], object]) -> None:
    """Make the table."""
    for statement in _STATEMENTS:
        run(statement)

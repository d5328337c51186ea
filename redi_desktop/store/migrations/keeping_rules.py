"""How long things are kept: closing dates, the vault's own settings, the checkpoint of a journal that was shortened.

``journal_key`` holds the keys of the journal once the data key that they were derived from has been renewed.
``origin`` holds what a colleague handed over beside a case: the journal of the vault that it comes from.
"""

from __future__ import annotations

from collections.abc import Callable

_STATEMENTS = (
    "ALTER TABLE case_file ADD COLUMN closed_on TEXT",
    """CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE journal_checkpoint (
        only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
        sequence INTEGER NOT NULL,
        at TEXT NOT NULL,
        chain BLOB NOT NULL,
        seal BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE journal_key (
        purpose TEXT PRIMARY KEY,
        key BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE origin (
        number INTEGER PRIMARY KEY REFERENCES case_file (number) ON DELETE CASCADE,
        content BLOB NOT NULL
    ) STRICT""",
)


def apply(run: Callable[[str], object]) -> None:
    """Make the tables."""
    for statement in _STATEMENTS:
        run(statement)

"""The first tables: the vault itself, cases with their index and search words, the journal.

What the list shows stands apart from the content, so that listing thousands of cases reads few pages. The search
table keeps no text of its own but that of ``case_content``, and with ``secure-delete`` it forgets at once what is taken
out of it by naming the old words. (Measured: with ``contentless_delete``, where the old words are not named, a fifth of
the deleted names could still be read in its pages.)
"""

from __future__ import annotations

from collections.abc import Callable

_STATEMENTS = (
    """CREATE TABLE vault (
        only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
        id TEXT NOT NULL,
        created_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE migration (
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        applied_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE case_file (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        reference TEXT NOT NULL,
        status TEXT NOT NULL,
        balance TEXT,
        revision INTEGER NOT NULL,
        changed_at TEXT NOT NULL,
        last_entry INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX case_file_by_last_entry ON case_file (last_entry)",
    """CREATE TABLE case_content (
        number INTEGER PRIMARY KEY REFERENCES case_file (number) ON DELETE CASCADE,
        form TEXT NOT NULL,
        words TEXT NOT NULL,
        content BLOB NOT NULL
    ) STRICT""",
    """CREATE VIRTUAL TABLE case_search USING fts5 (
        words, content = 'case_content', content_rowid = 'number',
        tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
    )""",
    "INSERT INTO case_search (case_search, rank) VALUES ('secure-delete', 1)",
    """CREATE TABLE journal (
        sequence INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        act TEXT NOT NULL,
        subject TEXT NOT NULL,
        place TEXT NOT NULL,
        state BLOB,
        chain BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX journal_by_subject ON journal (subject, sequence)",
)


def apply(run: Callable[[str], object]) -> None:
    """Make the tables."""
    for statement in _STATEMENTS:
        run(statement)

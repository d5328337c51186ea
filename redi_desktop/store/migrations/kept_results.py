"""Frozen assessments, what they were computed with, and decisions.

Parameters are kept file by file under their SHA-256, so that two versions of a pack share what has not changed.
``entry`` is the journal row that vouches for a result or a decision.
"""

from __future__ import annotations

from collections.abc import Callable

_STATEMENTS = (
    """CREATE TABLE parameter_file (
        sha256 TEXT PRIMARY KEY,
        content BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE parameter_set (
        fingerprint TEXT PRIMARY KEY,
        kept_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE parameter_part (
        fingerprint TEXT NOT NULL REFERENCES parameter_set (fingerprint),
        file TEXT NOT NULL,
        sha256 TEXT NOT NULL REFERENCES parameter_file (sha256),
        PRIMARY KEY (fingerprint, file)
    ) STRICT""",
    """CREATE TABLE assessment (
        id TEXT PRIMARY KEY,
        number INTEGER NOT NULL REFERENCES case_file (number) ON DELETE CASCADE,
        made_at TEXT NOT NULL,
        reference_date TEXT NOT NULL,
        engine TEXT NOT NULL,
        program TEXT NOT NULL,
        content BLOB NOT NULL,
        result BLOB NOT NULL,
        entry INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX assessment_by_case ON assessment (number, entry)",
    """CREATE TABLE assessment_parameter (
        assessment TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
        role TEXT NOT NULL,
        fingerprint TEXT NOT NULL REFERENCES parameter_set (fingerprint),
        PRIMARY KEY (assessment, role)
    ) STRICT""",
    """CREATE TABLE decision (
        id TEXT PRIMARY KEY,
        number INTEGER NOT NULL REFERENCES case_file (number) ON DELETE CASCADE,
        assessment TEXT REFERENCES assessment (id),
        noted_at TEXT NOT NULL,
        content BLOB NOT NULL,
        entry INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX decision_by_case ON decision (number, entry)",
)


def apply(run: Callable[[str], object]) -> None:
    """Make the tables."""
    for statement in _STATEMENTS:
        run(statement)

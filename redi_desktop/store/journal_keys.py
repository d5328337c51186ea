"""The keys of the journal: derived from the data key, until that one is renewed.

Pseudonyms and chain have to stay what they were when the database gets a new key, so the keys they were made with are
then put inside the encryption. Whoever can read them there holds the new data key, and could derive them before.
"""

from __future__ import annotations

from dataclasses import dataclass

from redi_desktop.store.connection import Database, has_table
from redi_desktop.store.keys import DataKey

_PURPOSES = ("chain", "subject", "state")


@dataclass(frozen=True, slots=True, repr=False)
class JournalKeys:
    """A key for each purpose; they are not shown when the object is printed."""

    chain: bytes
    subject: bytes
    state: bytes

    @classmethod
    def of(cls, database: Database, key: DataKey) -> JournalKeys:
        """The keys that the vault keeps, else those that follow from its data key."""
        kept = cls._kept(database)
        return cls(**{name: kept.get(name) or key.derived(f"redi-desktop journal {name}") for name in _PURPOSES})

    @staticmethod
    def _kept(database: Database) -> dict[str, bytes]:
        if not has_table(database, "journal_key"):
            return {}
        return {purpose: bytes(key) for purpose, key in database.rows("SELECT purpose, key FROM journal_key")}

    def keep(self, database: Database) -> None:
        """Put the keys into the vault, within a transaction."""
        for purpose in _PURPOSES:
            values = (purpose, getattr(self, purpose))
            database.run("INSERT OR REPLACE INTO journal_key (purpose, key) VALUES (?, ?)", *values)

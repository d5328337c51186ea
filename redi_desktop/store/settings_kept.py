"""The vault's own settings: what the CPAS has chosen for it, and what it remembers of its care."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from datetime import datetime

from redi_desktop.errors import VaultError
from redi_desktop.packs.signature import PublicKey
from redi_desktop.store import clock as clocks
from redi_desktop.store.acts import Act
from redi_desktop.store.connection import Database
from redi_desktop.store.journal import Journal

LEAST_RETENTION, MOST_RETENTION = 1, 600
LEAST_JOURNAL, MOST_JOURNAL = 6, 12
"""Months; CNIL deliberation 2021-122 recommends six to twelve for logs."""


@dataclass(frozen=True, slots=True)
class VaultSettings:
    """Each setting by its name; changes of what the CPAS chooses are journaled, memories are not."""

    database: Database
    journal: Journal

    @property
    def retention_months(self) -> int | None:
        """Months after its closing date until a case is due to be erased; None while the CPAS has not chosen."""
        text = self._value("retention_months")
        return int(text) if text else None

    @property
    def journal_months(self) -> int:
        """Months that the journal goes back at least."""
        return int(self._value("journal_months") or MOST_JOURNAL)

    @property
    def last_copy_elsewhere(self) -> datetime | None:
        """When a backup was last copied to another place."""
        return self._moment("last_copy_elsewhere")

    @property
    def recovery_proven(self) -> datetime | None:
        """When the recovery sheet of the present key was typed back and opened the vault; None: it never was."""
        return self._moment("recovery_proven")

    @property
    def abandoned_backups(self) -> frozenset[str]:
        """The backups that are newer than one that was restored, by name: the vault does not contain what they do."""
        return frozenset((self._value("abandoned_backups") or "").split())

    @property
    def trusted_keys(self) -> tuple[PublicKey, ...]:
        """The keys whose signatures are known here, in the order in which they were taken."""
        rows = json.loads(self._value("trusted_keys") or "[]")
        return tuple(PublicKey(signer, base64.b64decode(key)) for signer, key in rows)

    def trust(self, key: PublicKey) -> None:
        """Know the signatures of a key from now on, under the name that came with it."""
        others = (known for known in self.trusted_keys if known.key != key.key)
        self._choose_keys((*others, key))

    def distrust(self, key: PublicKey) -> None:
        """Know a key no more."""
        self._choose_keys(tuple(known for known in self.trusted_keys if known.key != key.key))

    def memory(self, name: str) -> str:
        """What was remembered under a name; empty where nothing was."""
        return self._value(name) or ""

    def choose_retention(self, months: int | None) -> None:
        """Set after how many months a closed case is due."""
        if months is not None:
            _within(months, LEAST_RETENTION, MOST_RETENTION)
        self._choose("retention_months", str(months or ""))

    def choose_journal(self, months: int) -> None:
        """Set how many months the journal goes back."""
        _within(months, LEAST_JOURNAL, MOST_JOURNAL)
        self._choose("journal_months", str(months))

    def remember(self, name: str, value: str) -> None:
        """Keep a memory, within a transaction of the caller."""
        self.database.run("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", name, value)

    def _choose_keys(self, keys: tuple[PublicKey, ...]) -> None:
        rows = [[known.signer, base64.b64encode(known.key).decode("ascii")] for known in keys]
        self._choose("trusted_keys", json.dumps(rows, ensure_ascii=False))

    def _choose(self, name: str, value: str) -> None:
        if (self._value(name) or "") == value:
            return
        with self.database.transaction():
            self.remember(name, value)
            self.journal.append(Act.SETTING_CHANGED, place=name)

    def _value(self, name: str) -> str | None:
        row = self.database.row("SELECT value FROM setting WHERE name = ?", name)
        return str(row[0]) if row else None

    def _moment(self, name: str) -> datetime | None:
        text = self._value(name)
        return clocks.read(text) if text else None


def _within(months: int, least: int, most: int) -> None:
    if not least <= months <= most:
        raise VaultError("retention_out_of_range", least=least, most=most)

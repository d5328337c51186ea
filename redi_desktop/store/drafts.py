"""Half-typed texts: what stands in a field and is not a value of the case yet. They survive a lock and a kill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from redi_desktop.errors import CaseError
from redi_desktop.store import clock as clocks
from redi_desktop.store.clock import Clock
from redi_desktop.store.connection import Database

LONGEST = 1_000_000
"""Characters of one draft; what is longer is cut off at the end."""
PARAMETERS = "#parameters"
"""Stands in the place of a case for what is half-made of the vault's own parameters: a pack, a policy, a price."""


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts of one open vault, each under its case and the place of its field in the code's own words.

    A case need not have been saved. Drafts are not journaled: they are written every few keystrokes.
    """

    database: Database
    clock: Clock

    def save(self, case_id: str, place: str, text: str) -> None:
        """Keep what is being typed at a place; an empty text forgets it."""
        self.save_all(case_id, {place: text})

    def save_all(self, case_id: str, texts: Mapping[str, str]) -> None:
        """Keep what is being typed at several places, all of it or none."""
        for place, text in texts.items():
            _check_storable(place, text)
        at = clocks.written(self.clock())
        with self.database.transaction():
            for place, text in texts.items():
                if text:
                    self.database.run(
                        "INSERT OR REPLACE INTO draft (case_id, place, kept_at, content) VALUES (?, ?, ?, ?)",
                        case_id, place, at, text[:LONGEST],
                    )  # fmt: skip
                else:
                    self.database.run("DELETE FROM draft WHERE case_id = ? AND place = ?", case_id, place)

    def of(self, case_id: str) -> dict[str, str]:
        """The texts of a case, by place."""
        return dict(self.database.rows("SELECT place, content FROM draft WHERE case_id = ? ORDER BY place", case_id))

    def cases(self) -> tuple[str, ...]:
        """The cases that have a draft, the one typed at last first."""
        rows = self.database.rows(
            "SELECT case_id FROM draft WHERE case_id <> ? GROUP BY case_id ORDER BY max(kept_at) DESC", PARAMETERS
        )
        return tuple(case_id for (case_id,) in rows)

    def clear(self, case_id: str, place: str | None = None) -> None:
        """Forget the draft of a place, or all of a case; to forget what is not there does nothing."""
        with self.database.transaction():
            if place is None:
                self.database.run("DELETE FROM draft WHERE case_id = ?", case_id)
            else:
                self.database.run("DELETE FROM draft WHERE case_id = ? AND place = ?", case_id, place)


def _check_storable(place: str, text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise CaseError("character_not_storable", field=place) from error

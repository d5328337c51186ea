"""A case as the database keeps it: its content, what the list shows, and the state that the journal vouches for."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from redi_desktop.casefile.json_form import LARGEST_BYTES, from_json, to_json
from redi_desktop.casefile.model import CaseFile
from redi_desktop.errors import CaseError
from redi_desktop.store import clock as clocks

KEPT = (
    "SELECT number, id, form, revision, title, reference, status, changed_at, balance, words, content"
    " FROM case_file JOIN case_content USING (number)"
)


@dataclass(frozen=True, slots=True)
class Saved:
    """The moment a state was on the disk, and its number among the states of that case."""

    at: datetime
    revision: int


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """A case as its two rows hold it."""

    id: str
    form: str
    revision: int
    title: str
    reference: str
    status: str
    changed_at: str
    balance: str | None
    words: str
    content: bytes

    @property
    def state(self) -> bytes:
        """Everything of it, for the journal's digest: no row can be put back to an earlier one unseen."""
        told = [
            self.id, self.form, self.revision, self.title, self.reference,
            self.status, self.changed_at, self.balance, self.words,
        ]  # fmt: skip
        return json.dumps(told).encode() + b"\n" + self.content

    def says_as_much_as(self, other: CaseRecord) -> bool:
        """Whether the two differ in nothing but when they were saved."""
        mine = (self.form, self.content, self.balance, self.words)
        return mine == (other.form, other.content, other.balance, other.words)

    @property
    def saved(self) -> Saved:
        """When it was saved."""
        return Saved(clocks.read(self.changed_at), self.revision)


def readable_form(case: CaseFile) -> bytes:
    """The JSON form of a case, seen to be readable: what cannot be loaded never takes the place of what can."""
    try:
        content = to_json(case)
    except UnicodeEncodeError as error:
        raise CaseError("character_not_storable") from error
    if len(content) > LARGEST_BYTES:
        raise CaseError("case_too_large", bytes=len(content))
    from_json(content)
    return content


def record_of(row: tuple[Any, ...]) -> CaseRecord:
    """The case in a row of :data:`KEPT`."""
    return CaseRecord(*row[1:])

"""A case as the database keeps it: its content, what the list shows, and the state that the journal vouches for."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from redi_desktop.casefile.json_form import LARGEST_BYTES, from_json, to_json
from redi_desktop.casefile.model import FORMAT, CaseFile, Status
from redi_desktop.errors import CaseError
from redi_desktop.store import clock as clocks
from redi_desktop.store.search_words import words_of

KEPT = (
    "SELECT number, id, form, revision, title, reference, status, changed_at, balance, closed_on, words, content"
    " FROM case_file JOIN case_content USING (number)"
)


@dataclass(frozen=True, slots=True)
class Saved:
    """The moment a state was on the disk, and its number among the states of that case."""

    at: datetime
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRecord:
    """A case as its two rows hold it; ``number`` is its place in the tables, 0 for one that has none yet."""

    number: int = 0
    id: str
    form: str
    revision: int
    title: str
    reference: str
    status: str
    changed_at: str
    balance: str | None
    closed_on: str | None
    words: str
    content: bytes

    @classmethod
    def next(
        cls, case: CaseFile, content: bytes, balance: Decimal | None, moment: datetime, before: CaseRecord | None
    ) -> CaseRecord:
        """The record of a case that is saved now, after ``before``."""
        return cls(
            number=before.number if before else 0,
            id=case.id,
            form=FORMAT,
            revision=before.revision + 1 if before else 1,
            title=case.title,
            reference=case.reference,
            status=case.status.value,
            changed_at=clocks.written(moment),
            balance=None if balance is None else format(balance, "f"),
            closed_on=_closed_on(case, moment.astimezone().date(), before),
            words=words_of(case),
            content=content,
        )

    @property
    def state(self) -> bytes:
        """Everything of it, for the journal's digest: no row can be put back to an earlier one unseen."""
        told = [
            self.id, self.form, self.revision, self.title, self.reference,
            self.status, self.changed_at, self.balance, self.words,
        ]  # fmt: skip
        if self.closed_on is not None:  # a case that is not closed has the digest that it had before there were dates
            told.append(self.closed_on)
        return json.dumps(told).encode() + b"\n" + self.content

    def says_as_much_as(self, other: CaseRecord) -> bool:
        """Whether the two differ in nothing but when they were saved."""
        mine = (self.form, self.content, self.balance, self.words, self.closed_on)
        return mine == (other.form, other.content, other.balance, other.words, other.closed_on)

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
    names = ("number", "id", "form", "revision", "title", "reference", "status", "changed_at", "balance", "closed_on")
    return CaseRecord(**dict(zip((*names, "words", "content"), row, strict=True)))


def _closed_on(case: CaseFile, today: date, before: CaseRecord | None) -> str | None:
    """The closing date that the worker chose; else a case is closed on the day that it was archived."""
    if case.closed_on:
        return case.closed_on.isoformat()
    if case.status is Status.OPEN:
        return None
    return before.closed_on if before and before.closed_on else today.isoformat()

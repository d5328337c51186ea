"""Rows that are written once and never changed, each vouched for by a row of the journal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from redi_desktop.store.acts import Vouched
from redi_desktop.store.faults import Fault, FaultKind
from redi_desktop.store.journal import Journal

_KINDS = {Vouched.ASSESSMENT: FaultKind.ASSESSMENT, Vouched.DECISION: FaultKind.DECISION}


def faults_of(kind: Vouched, rows: Iterable[tuple[int, bytes]], journal: Journal) -> Iterator[Fault]:
    """Hold rows, each the number of its journal row and its state, against the journal: none changed, none lost."""
    vouched = journal.vouched(kind)
    for entry, state in rows:
        subject, digest = vouched.pop(entry, ("", b""))
        if digest != journal.digest(state):
            yield Fault(_KINDS[kind], subject or f"entry {entry}")
    living = journal.last_states()
    yield from (Fault(_KINDS[kind], subject) for subject, _ in vouched.values() if subject in living)

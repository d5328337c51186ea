"""Shortens the journal to the months that it is kept for, without letting go of what it vouches for.

What an old row still vouches for is first said again by a new one, with the same digest: a case that was changed behind
the program stays one. A sealed checkpoint then holds the chain value at which the remaining rows begin.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from redi_desktop.errors import VaultDamaged
from redi_desktop.store import clock as clocks
from redi_desktop.store.acts import Act, Vouched
from redi_desktop.store.contents import Contents
from redi_desktop.store.journal import Checkpoint, Journal

_MONTH = timedelta(days=30.44)
_TABLES = {Vouched.ASSESSMENT: "assessment", Vouched.DECISION: "decision"}


def prune(contents: Contents, now: datetime) -> int:
    """Take out the rows older than the months that are kept; gives how many went.

    Rows go from the oldest to the first that is young enough, in the order of the journal: one written under a clock
    that stood ten years ahead keeps all after it. Raises :class:`VaultDamaged` ``journal_broken`` where the chain does
    not hold: what somebody changed is not thrown away with its traces.
    """
    journal = contents.journal
    last = _last_old(journal, now - contents.settings.journal_months * _MONTH)
    if last is None:
        return 0
    if journal.verify():
        raise VaultDamaged("journal_broken")
    with contents.database.transaction():
        _confirm_cases(journal, last)
        for kind, table in _TABLES.items():
            _confirm_rows(journal, kind, table, last)
        return _cut(journal, last)


def _last_old(journal: Journal, limit: datetime) -> int | None:
    """The row before the first that is young enough; None where the first row is."""
    row = journal.database.row("SELECT min(sequence) FROM journal WHERE at >= ?", clocks.written(limit))
    first_kept = int(row[0]) if row and row[0] is not None else journal.head()[0]
    found = journal.database.row("SELECT max(sequence) FROM journal WHERE sequence < ?", first_kept)
    return int(found[0]) if found and found[0] is not None else None


def _confirm_cases(journal: Journal, last: int) -> None:
    for subject, state in journal.last_states().items():
        if state.sequence <= last:
            journal.append_about(subject, Act.STATE_CONFIRMED, Vouched.CASE, state.digest)


def _confirm_rows(journal: Journal, kind: Vouched, table: str, last: int) -> None:
    vouched = journal.vouched(kind)
    for (entry,) in journal.database.rows(f"SELECT entry FROM {table} WHERE entry <= ?", last):
        subject, digest = vouched[int(entry)]
        confirmed = journal.append_about(subject, Act.STATE_CONFIRMED, kind, digest)
        journal.database.run(f"UPDATE {table} SET entry = ? WHERE entry = ?", confirmed, entry)


def _cut(journal: Journal, last: int) -> int:
    database = journal.database
    at, chain = next(iter(database.rows("SELECT at, chain FROM journal WHERE sequence = ?", last)))
    count = next(iter(database.rows("SELECT count(*) FROM journal WHERE sequence <= ?", last)))[0]
    checkpoint = Checkpoint(last, str(at), bytes(chain))
    database.run("DELETE FROM journal WHERE sequence <= ?", last)
    database.run(
        "INSERT OR REPLACE INTO journal_checkpoint (only_row, sequence, at, chain, seal) VALUES (1, ?, ?, ?, ?)",
        checkpoint.sequence, checkpoint.at, checkpoint.chain, journal.seal(checkpoint),
    )  # fmt: skip
    journal.append(Act.JOURNAL_PRUNED, place=f"entry {last}")
    return int(count)

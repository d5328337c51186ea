"""The rows of one list of a case: found, put and dropped by their identifier."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Identified(Protocol):
    """What can be found by its identifier."""

    @property
    def id(self) -> str:
        """The identifier within its list."""
        ...


R = TypeVar("R", bound=Identified)


def free_id(prefix: str, rows: Sequence[Identified]) -> str:
    """The first identifier ``prefix1``, ``prefix2`` … that no row bears."""
    taken = {row.id for row in rows}
    number = 1
    while f"{prefix}{number}" in taken:
        number += 1
    return f"{prefix}{number}"


def put_row(rows: tuple[R, ...], row: R) -> tuple[R, ...]:
    """The rows with ``row`` in the place of the one that bears its identifier, or at the end."""
    if any(other.id == row.id for other in rows):
        return tuple(row if other.id == row.id else other for other in rows)
    return (*rows, row)


def drop_row(rows: tuple[R, ...], row_id: str) -> tuple[R, ...]:
    """The rows without the one of that identifier."""
    return tuple(row for row in rows if row.id != row_id)


def find_row(rows: Sequence[R], row_id: str) -> R | None:
    """The row of that identifier."""
    return next((row for row in rows if row.id == row_id), None)

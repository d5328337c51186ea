"""What the start page tells: what is due, and what the vault asks for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from redi_desktop.casefile.deadlines import Deadline
from redi_desktop.ui.case_views import last_pressing, waiting

if TYPE_CHECKING:
    from redi_desktop.store.cases import CaseSummary
    from redi_desktop.store.vault import Vault


class DueCase(NamedTuple):
    """An open case in which something is past or due within a week."""

    case: CaseSummary
    deadline: Deadline


class VaultCare(NamedTuple):
    """What the vault asks of the worker: a copy elsewhere, a proven sheet, closed cases to be erased."""

    copy_reminder: bool = False
    sheet_missing: bool = False
    to_erase: int = 0
    half_typed: str = ""
    """The case in which somebody was typing at last, where half a text was left in one."""


def due_cases(cases: Iterable[CaseSummary], today: date) -> tuple[DueCase, ...]:
    """What is due, the longest past first."""
    last = last_pressing(today)
    due = [DueCase(case, waits) for case in cases if (waits := waiting(case)) is not None and waits.day <= last]
    return tuple(sorted(due, key=_day))


def care_of(vault: Vault, today: date) -> VaultCare:
    """What the vault asks for; to be called in the store's thread."""
    if not vault.writable:
        return VaultCare()
    return VaultCare(
        copy_reminder=vault.backups.reminder,
        sheet_missing=vault.settings.recovery_proven is None,
        to_erase=len(vault.retention.due(today)),
        half_typed=next(iter(vault.drafts.cases()), ""),
    )


def _day(due: DueCase) -> date:
    return due.deadline.day

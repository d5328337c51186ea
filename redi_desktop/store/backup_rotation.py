"""Which backups are kept: the last three, those of seven days, four weeks and twelve months, and the last good one.

Days, weeks and months are counted by those that hold a backup, never against today's date, and the order is that of the
journal: a clock that jumps ten years ahead or a day back throws nothing away that would have been kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from redi_desktop.store.backup_manifest import Backup

LATEST, DAYS, WEEKS, MONTHS = 3, 7, 4, 12
_Label = Callable[[datetime], tuple[int, ...]]
_PERIODS: tuple[tuple[int, _Label], ...] = (
    (DAYS, lambda made: (made.year, made.month, made.day)),
    (WEEKS, lambda made: tuple(made.isocalendar()[:2])),
    (MONTHS, lambda made: (made.year, made.month)),
)


def superfluous(backups: Sequence[Backup], is_good: Callable[[Backup], bool] = Backup.is_intact) -> tuple[Backup, ...]:
    """The backups to throw away, of those given with the latest journal first.

    The newest three are kept, the newest of each period and of each reason; and, whatever else, the last one that is
    good. While none is good, nothing is thrown away.
    """
    kept = {backup.name for backup in backups[:LATEST]}
    kept |= {backup.name for many, label in _PERIODS for backup in _newest(backups, many, label)}
    kept |= {next(iter(made)).name for made in _by_reason(backups)}
    dropped = tuple(backup for backup in backups if backup.name not in kept)
    if not dropped:
        return ()
    last_good = next((backup for backup in backups if is_good(backup)), None)
    return tuple(backup for backup in dropped if last_good and backup != last_good)


def _newest(backups: Sequence[Backup], many: int, label: _Label) -> list[Backup]:
    """The newest backup of each of the last so many periods."""
    by_period: dict[tuple[int, ...], Backup] = {}
    for backup in backups:
        by_period.setdefault(label(backup.manifest.made.astimezone()), backup)
    return list(by_period.values())[:many]


def _by_reason(backups: Sequence[Backup]) -> list[list[Backup]]:
    reasons = dict.fromkeys(backup.manifest.reason for backup in backups)
    return [[backup for backup in backups if backup.manifest.reason is reason] for reason in reasons]

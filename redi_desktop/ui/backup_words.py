"""A backup in words: when it was made, of how many cases, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redi_desktop.formatting import date_short, time_short
from redi_desktop.i18n import _, ngettext
from redi_desktop.words.vault_sentences import BACKUP_REASONS

if TYPE_CHECKING:
    from redi_desktop.store.backup_manifest import Backup


def backup_words(backup: Backup) -> str:
    """One line about a backup."""
    made, cases = backup.manifest.made.astimezone(), backup.manifest.cases
    counted = ngettext("{count} case", "{count} cases", cases).format(count=cases)
    reason = _(BACKUP_REASONS[backup.manifest.reason])
    return _("{date} at {time}, {cases}. {reason}").format(
        date=date_short(made.date()), time=time_short(made), cases=counted, reason=reason
    )

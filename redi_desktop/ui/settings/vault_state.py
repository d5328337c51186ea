"""What the page of the settings shows of the vault, read in one go in the store's thread."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from redi_desktop.store.backup_manifest import Backup
    from redi_desktop.store.retention import DueCase
    from redi_desktop.store.vault import Vault


class VaultState(NamedTuple):
    """Backups, copies, the sheet, and what is due to be erased."""

    backups: tuple[Backup, ...]
    last_copy: datetime | None
    recovery_proven: datetime | None
    retention_months: int | None
    to_erase: tuple[DueCase, ...]

    @classmethod
    def of(cls, vault: Vault, today: date) -> VaultState:
        """The state of a vault; to be called in the store's thread."""
        settings = vault.settings
        return cls(
            backups=vault.backups.list(),
            last_copy=vault.backups.last_copy_elsewhere,
            recovery_proven=settings.recovery_proven,
            retention_months=settings.retention_months,
            to_erase=vault.retention.due(today),
        )

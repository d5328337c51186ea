"""Builds the real objects and hands them to each other; tests hand in their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from redi_desktop import paths, settings
from redi_desktop.settings import Settings
from redi_desktop.store.clock import Clock, now
from redi_desktop.store.layout import VaultFiles

if TYPE_CHECKING:
    from redi_desktop.engine.assess import Parameters
    from redi_desktop.report.content import Letterhead
    from redi_desktop.store.vault import Vault


class VaultDoor(Protocol):
    """The way to the vault: is there one, make one, open it."""

    def exists(self, folder: Path) -> bool:
        """Whether a vault stands in that folder."""
        ...

    def create(self, folder: Path, passphrase: str) -> Vault:
        """Make a vault in that folder and open it."""
        ...

    def open(self, folder: Path, passphrase: str) -> Vault:
        """Open the vault of that folder."""
        ...

    def open_with_recovery(self, folder: Path, sheet_text: str, passphrase: str) -> Vault:
        """Open it with what its recovery sheet says, and give it a new passphrase."""
        ...

    def restore(self, folder: Path, backup: Path, passphrase: str, sheet_text: str | None = None) -> Vault:
        """Put a backup in the place of the vault of that folder, and open it; the sheet stands in for a passphrase."""
        ...


class RealVaults:
    """Vaults on the disk, which note the time of that clock; the cipher is loaded when one is first asked for."""

    def __init__(self, clock: Clock = now) -> None:
        self._clock = clock

    def exists(self, folder: Path) -> bool:
        """Whether a vault stands in that folder."""
        return VaultFiles(folder).any_present()

    def create(self, folder: Path, passphrase: str) -> Vault:
        """Make a vault in that folder and open it."""
        from redi_desktop.store.vault import Vault

        return Vault.create(folder, passphrase, clock=self._clock)

    def open(self, folder: Path, passphrase: str) -> Vault:
        """Open the vault of that folder."""
        from redi_desktop.store.vault import Vault

        return Vault.open(folder, passphrase, clock=self._clock)

    def open_with_recovery(self, folder: Path, sheet_text: str, passphrase: str) -> Vault:
        """Open it with what its recovery sheet says, and give it a new passphrase."""
        from redi_desktop.store.vault import Vault

        return Vault.open_with_recovery(folder, sheet_text, passphrase, clock=self._clock)

    def restore(self, folder: Path, backup: Path, passphrase: str, sheet_text: str | None = None) -> Vault:
        """Put a backup in the place of the vault of that folder, and open it; the sheet stands in for a passphrase."""
        from redi_desktop.store.restoring import restore

        restore(folder, backup, passphrase, sheet_text=sheet_text, clock=self._clock)
        if sheet_text is None:
            return self.open(folder, passphrase)
        return self.open_with_recovery(folder, sheet_text, passphrase)


@dataclass(slots=True)
class Services:
    """What the window works with. ``today`` and ``now`` are the only clock."""

    settings: Settings
    vaults: VaultDoor
    config_folder: Path
    default_vault_folder: Path
    today: Callable[[], date] = date.today
    now: Callable[[], datetime] = datetime.now
    _parameters: Parameters | None = None
    _loading: Lock = field(default_factory=Lock)

    @property
    def parameters(self) -> Parameters:
        """What results rest on; the packs of the program are loaded when they are first asked for, in any thread."""
        with self._loading:
            if self._parameters is None:
                self._parameters = _of_the_program()
            return self._parameters

    @parameters.setter
    def parameters(self, chosen: Parameters) -> None:
        self._parameters = chosen

    @property
    def letterhead(self) -> Letterhead:
        """Who the documents come from, as it is set."""
        from redi_desktop.report.content import Letterhead

        kept = self.settings
        address = ", ".join(part for part in (kept.cpas_address.strip(), kept.municipality.strip()) if part)
        return Letterhead(kept.cpas_name, address, kept.worker_name, kept.worker_contact)

    @property
    def letters(self) -> Path | None:
        """The folder with the CPAS's own texts, where it has one."""
        return Path(self.settings.letters_folder) if self.settings.letters_folder else None

    def keep(self, changed: Settings) -> None:
        """Take new settings and write them; raises ``UserError`` when they cannot be written."""
        self.settings = changed
        settings.save(changed, self.config_folder)


def services(vaults: VaultDoor | None = None, config_folder: Path | None = None) -> Services:
    """The real services; a test or the demo hands in another way to the vault or another folder for settings."""
    folder = config_folder or paths.config_folder()
    return Services(
        settings=settings.load(folder),
        vaults=vaults or RealVaults(),
        config_folder=folder,
        default_vault_folder=paths.default_vault_folder(),
    )


def _of_the_program() -> Parameters:
    # Imported here: the unlock window is painted sooner without them.
    from redi_desktop.packs.embedded import parameters_of_program

    return parameters_of_program()

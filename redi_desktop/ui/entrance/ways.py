"""The form of each way in, and what it gives: an open vault, and the code of its sheet while that was never proven."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from redi_desktop.ui.entrance.form import EntranceForm, VaultWork, Way

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.recovery import RecoveryCode
    from redi_desktop.store.vault import Vault
    from redi_desktop.ui.entrance.wrong_tries import WrongTries


def uncovered(work: VaultWork) -> tuple[Vault, RecoveryCode | None]:
    """The vault that was open all the time: nobody asks for its sheet."""
    return work(), None


class Entered:
    """Opens the vault, and sees whether its recovery sheet was ever proven. A vault with cases never waits for it."""

    def __init__(self, work: VaultWork) -> None:
        self._work = work

    def __call__(self) -> tuple[Vault, RecoveryCode | None]:
        vault = self._work()
        waits = vault.writable and vault.settings.recovery_proven is None and not vault.cases.list("", True)
        return vault, vault.recovery_code() if waits else None


def made_form(way: Way, services: Services, folder: Path, tries: WrongTries) -> EntranceForm:
    """The form of a way in; the others' modules are loaded when they are asked for."""
    if way is Way.MAKE:
        from redi_desktop.ui.entrance.making import MakingForm

        return MakingForm(services.vaults, folder)
    if way is Way.RECOVER:
        from redi_desktop.ui.entrance.recovering import RecoveringForm

        return RecoveringForm(services.vaults, folder)
    if way is Way.RESTORE:
        from redi_desktop.ui.entrance.restoring import RestoringForm

        return RestoringForm(services.vaults, folder, tries)
    from redi_desktop.ui.entrance.opening import OpeningForm

    return OpeningForm(services.vaults, folder, tries)

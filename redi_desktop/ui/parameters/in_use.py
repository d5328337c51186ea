"""The parameters that the open vault goes by: those it has adopted, and the program's own for the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from redi_desktop.engine.assess import Parameters
from redi_desktop.packs.parcel import Role
from redi_desktop.store.used_parameters import fingerprints_of
from redi_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.vault import Vault


class ParametersInUse(QObject):
    """Puts them into the services, from which every result of the window is made. ``changed`` says that they did."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, vault: Vault, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._services, self._tasks = vault, services, tasks
        self.of_program = services.parameters

    def look(self) -> None:
        """Read what the vault has adopted; before any case that is asked for later."""
        self._tasks.on_store(partial(in_use, self._vault, self.of_program), self._take, self.failed.emit)

    def rest(self) -> None:
        """The vault is going to be closed: the next one begins with the program's own."""
        self._services.parameters = self.of_program

    def _take(self, parameters: Parameters) -> None:
        if fingerprints_of(parameters) != fingerprints_of(self._services.parameters):
            self._services.parameters = parameters
            self.changed.emit()


def in_use(vault: Vault, of_program: Parameters) -> Parameters:
    """The parameters of a vault; raises :class:`VaultError` where adopted ones are not there or are damaged."""
    adopted = vault.adoptions.in_use()
    own = fingerprints_of(of_program)
    if all(fingerprint == own.get(role, "") for role, fingerprint in adopted.items()):
        return of_program
    kept, rights = vault.parameters, of_program.rights
    return Parameters(
        _chosen(Role.BASKETS, adopted, of_program.pack, kept.baskets),
        _chosen(Role.POLICY, adopted, of_program.policy, kept.policy),
        _chosen(Role.LEGAL, adopted, of_program.legal, kept.legal),
        _chosen(Role.RIGHTS, adopted, rights.pack if rights is not None else None, kept.rights),
    )


def _chosen(role: Role, adopted: Mapping[Role, str], own: Any, load: Callable[[str], Any]) -> Any:
    fingerprint = adopted.get(role)
    if fingerprint is None or (own is not None and fingerprint == own.fingerprint):
        return own
    return load(fingerprint) if fingerprint else None

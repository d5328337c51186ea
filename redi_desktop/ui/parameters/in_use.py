"""The parameters that the open vault goes by: those it has adopted, and the program's own for the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from redi_desktop.engine.assess import Parameters
from redi_desktop.errors import UserError
from redi_desktop.packs.parcel import Role
from redi_desktop.packs.places import PackFolder
from redi_desktop.paths import resource
from redi_desktop.store.used_parameters import EMBEDDED, fingerprints_of
from redi_desktop.store.vouching import vouched_for
from redi_desktop.ui.once import once_after
from redi_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.vault import Vault


PAUSE = 15_000
"""Milliseconds after unlocking until what the program brings is kept in a vault that has not kept it yet."""


class ParametersInUse(QObject):
    """Puts them into the services, from which every result of the window is made. ``changed`` says that they did.

    What the program brings is kept in the vault: a newer program that brings other amounts changes no result until
    somebody has looked at them and adopted them.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, vault: Vault, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._services, self._tasks = vault, services, tasks
        self.of_program = services.parameters
        self._pause = once_after(PAUSE, self.keep_of_program, self)

    def look(self) -> None:
        """Read what the vault has adopted; before any case that is asked for later."""
        self._tasks.on_store(partial(in_use, self._vault, self.of_program), self._take, self.failed.emit)
        self._pause.start()

    def keep_of_program(self) -> None:
        """Keep what the program brings, and say where that is not what is in use."""
        self._tasks.on_store(partial(_keep, self._vault, fingerprints_of(self.of_program)), self._on_kept)

    def rest(self) -> None:
        """The vault is going to be closed: the next one begins with the program's own."""
        self._pause.stop()
        self._services.parameters = self.of_program

    def _on_kept(self, brings_newer: bool) -> None:
        if brings_newer:
            self.failed.emit(UserError("program_brings_newer"))

    def _take(self, parameters: Parameters) -> None:
        before = self._services.parameters
        if (fingerprints_of(parameters), parameters.vouched) != (fingerprints_of(before), before.vouched):
            self._services.parameters = parameters
            self.changed.emit()


def in_use(vault: Vault, of_program: Parameters) -> Parameters:
    """The parameters of a vault; raises :class:`VaultError` where adopted ones are not there or are damaged."""
    adopted = vault.adoptions.in_use()
    own, begun = fingerprints_of(of_program), vault.adoptions.begun_with()
    if all(fingerprint == own.get(role, "") for role, fingerprint in adopted.items()):
        return of_program
    from redi_desktop.ui.parameters.room_state import can_be_read

    decided = {one.role for one in vault.adoptions.list()}
    for role in set(begun) - decided:
        if begun[role] != own.get(role) and not can_be_read(vault, begun[role]):
            adopted.pop(role)
    kept, rights = vault.parameters, of_program.rights
    return Parameters(
        _chosen(Role.BASKETS, adopted, of_program.pack, kept.baskets),
        _chosen(Role.POLICY, adopted, of_program.policy, kept.policy),
        _chosen(Role.LEGAL, adopted, of_program.legal, kept.legal),
        _chosen(Role.RIGHTS, adopted, rights.pack if rights is not None else None, kept.rights),
        {**vouched_for([one for one in adopted.values() if one], vault, of_program.vouched), **of_program.vouched},
    )


def _keep(vault: Vault, own: Mapping[Role, str]) -> bool:
    """Keep what the program brings where nothing is kept; tells whether it brings what nobody has decided about yet."""
    vault.adoptions.begin_with({role: PackFolder(resource("parameters", name)) for role, name in EMBEDDED.items()})
    decided = {one.role for one in vault.adoptions.list()}
    begun = vault.adoptions.begun_with().items()
    return any(role not in decided and own.get(role, fingerprint) != fingerprint for role, fingerprint in begun)


def _chosen(role: Role, adopted: Mapping[Role, str], own: Any, load: Callable[[str], Any]) -> Any:
    fingerprint = adopted.get(role)
    if fingerprint is None or (own is not None and fingerprint == own.fingerprint):
        return own
    return load(fingerprint) if fingerprint else None

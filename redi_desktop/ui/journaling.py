"""What leaves the program is told to the journal of the open vault: each document printed or saved, each export."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from redi_desktop.errors import UserError
from redi_desktop.store.acts import Act
from redi_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from redi_desktop.store.vault import Vault


class Journaling:
    """Notes acts in the store's thread. A vault that can only be read takes none."""

    def __init__(self, vault: Vault, tasks: Tasks) -> None:
        self._vault, self._tasks = vault, tasks

    def note(
        self,
        act: Act,
        what: str,
        cases: Iterable[str | None],
        then: Callable[[None], None] | None = None,
        otherwise: Callable[[UserError], None] | None = None,
    ) -> None:
        """Note an act about each case (``None``: the vault as a whole); ``what`` in the code's own words."""
        self._tasks.on_store(partial(_noted, self._vault, act, what, tuple(cases)), then, otherwise)


def _noted(vault: Vault, act: Act, what: str, cases: tuple[str | None, ...]) -> None:
    if vault.writable:
        with vault.contents.database.transaction():
            for case in cases:
                vault.journal.append(act, case, what)

"""What was typed and is not in the vault yet: the case on the desk, half-typed fields, the forms of the parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from redi_desktop.errors import UserError
from redi_desktop.ui.case_desk import CaseDesk
from redi_desktop.ui.draft_keeper import DraftKeeper


class UnsavedWork:
    """All of it together. ``others`` gives the keepers of pages that are made when they are first asked for."""

    def __init__(self, desk: CaseDesk, drafts: DraftKeeper, others: Callable[[], Iterable[DraftKeeper]]) -> None:
        self._desk, self._drafts, self._others = desk, drafts, others

    @property
    def is_there(self) -> bool:
        """Whether something would be lost if the vault closed now."""
        session = self._desk.session
        return (session is not None and session.unsaved) or any(keeper.unsaved for keeper in self._keepers())

    @property
    def problem(self) -> UserError | None:
        """Why the last try to save failed; ``None`` where none did since."""
        session = self._desk.session
        problems = [session.problem if session is not None else None, *(keeper.problem for keeper in self._keepers())]
        return next((problem for problem in problems if problem is not None), None)

    def keep(self) -> None:
        """Send all of it to the vault; nothing waits for it here."""
        session = self._desk.session
        if session is not None and self._desk.is_new and self._drafts.holds_something:
            session.keep_though_empty()
        for keeper in self._keepers():
            keeper.keep()
        if session is not None:
            session.save()

    def finish(self) -> UserError | None:
        """Wait until all of it is in the vault, for some seconds; gives the problem where that fails."""
        self.keep()
        problems = (keeper.finish() for keeper in self._keepers())
        return next((problem for problem in problems if problem is not None), None) or self._desk.finish()

    def _keepers(self) -> tuple[DraftKeeper, ...]:
        return (self._drafts, *self._others())

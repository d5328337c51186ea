"""A form that gives a new version of a pack; what that changes is shown before anybody adopts it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from redi_desktop.errors import ParameterError
from redi_desktop.i18n import _
from redi_desktop.packs import editing
from redi_desktop.packs.draft import Draft, sealed
from redi_desktop.packs.parcel import Parcel, Role, parcel_of
from redi_desktop.ui.deed import Deed
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.parameters.kept_fields import Fields, put_back, written
from redi_desktop.ui.parameters.room_state import RoomState
from redi_desktop.ui.tasks import Tasks
from redi_desktop.words import problems


class VersionForm(Section):
    """A form that gives a new version of a pack. ``made`` carries the role and the version."""

    made = Signal(object, object)
    role = Role.BASKETS

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: RoomState | None = None
        self.look = Deed(tasks)
        self.look.asked.connect(self.submit)
        self.look.done.connect(self._on_made)

    def apply(self, state: RoomState) -> None:
        """Begin with what is in use."""
        self._state = state
        self.look.say("")

    def retranslate(self) -> None:
        """Name the button."""
        self.look.set_text(_("Look at what it changes"))

    def fields(self) -> Fields:
        """What can be typed or chosen, by name."""
        return {}

    def half_made(self) -> dict[str, Any]:
        """What stands in the form."""
        return written(self.fields())

    def take_half_made(self, kept: Mapping[str, Any]) -> None:
        """Show it again."""
        put_back(self.fields(), kept)

    def change(self, state: RoomState) -> Callable[[Draft], Draft]:
        """What the form does to the tables; raises :class:`ParameterError` where something is missing."""
        raise NotImplementedError

    def submit(self) -> None:
        """Make the new version, or say what is missing."""
        if self._state is None:
            return
        try:
            change = self.change(self._state)
        except ParameterError as error:
            self.look.say(problems.sentence(error), wrong=True)
            return
        work = partial(_next_version, self._state.parcels[self.role], change)
        self.look.run(work, _no_words, beside_store=True)

    def _on_made(self, parcel: Parcel) -> None:
        self.made.emit(self.role, parcel)


def _next_version(parcel: Parcel, change: Callable[[Draft], Draft]) -> Parcel:
    draft = parcel.draft()
    version = editing.next_version(draft.head.version)
    return parcel_of(sealed(editing.with_head(change(draft), version=version)))


def _no_words(_parcel: Parcel) -> str:
    return ""

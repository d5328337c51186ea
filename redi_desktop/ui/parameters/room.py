"""The room of the parameters: every amount and rule, who vouches for it, and how it is changed in the open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from redi_desktop.errors import UserError
from redi_desktop.i18n import _
from redi_desktop.packs.parcel import Parcel, Role
from redi_desktop.ui.fields import SegmentedField
from redi_desktop.ui.once import once_after
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.parameters.half_made import HalfMade
from redi_desktop.ui.parameters.role_words import Corner, corner_word
from redi_desktop.ui.parameters.room_state import RoomState, room_state
from redi_desktop.ui.parameters.sections import CORNER_OF, NEW, RoomSections
from redi_desktop.words import problems

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.vault import Vault
    from redi_desktop.ui.parameters.sections import RoomSection
    from redi_desktop.ui.tasks import Tasks

_FORMS = ("making", "budgets", "policy", "pivots", "month", "price", "legal")
"""What stands half-typed in these stays, until something else is in use."""


class ParametersPage(RoomSections):
    """``adopted`` says that other parameters are in use; ``case_asked`` carries a case to be opened.

    A corner is made when it is first shown, piece by piece; one that is not seen is told of nothing until it is.
    """

    adopted = Signal()

    def __init__(self, vault: Vault, services: Services, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(vault, services, tasks, parent)
        self._state: RoomState | None = None
        self._behind: set[str] = set()
        self._unspoken: set[str] = set()
        self._begun_from: dict[str, tuple[str, ...]] = {}
        self._soon = once_after(0, self._read, self)
        self.corner, self.trouble = SegmentedField[Corner](tuple(Corner), corner_word), Notice()
        self.half_made = HalfMade(self, tasks)
        for widget in (self.corner, self.trouble):
            self.body.addWidget(widget)
        self.body.addLayout(self._places)
        self.body.addStretch(1)
        self.corner.edited.connect(self._on_corner)
        self.version_made.connect(self.look_at)
        self.policy_whole.connect(self._on_policy_whole)
        self.new_adopted.connect(self._on_adopted)
        self.new_put_aside.connect(self._on_put_aside)
        for follow in (self.refresh, self.adopted):
            self.keys_changed.connect(follow)
        self.retranslate()
        self.show_corner(Corner.LOOK)

    def _join(self, name: str, section: RoomSection) -> None:
        section.retranslate()
        section.setVisible(self._is_seen(name))
        self._behind.add(name)
        self._bring_up_to_date(name)

    @property
    def state(self) -> RoomState | None:
        """What is shown; ``None`` until it has been read for the first time."""
        return self._state

    @property
    def used(self) -> tuple[str, ...]:
        """The fingerprints of what is in use."""
        return self._state.used if self._state is not None else ()

    def shows(self, corner: Corner) -> bool:
        """Whether one is in that corner of the room, be it behind the lock."""
        return self.corner.value() is corner and not self.isHidden()

    def title(self) -> str:
        """The page's name."""
        return _("Amounts and rules")

    def refresh(self) -> None:
        """Read what is in use, once the window is painted, and show it where one is."""
        self._soon.start()

    def _read(self) -> None:
        self._tasks.on_store(partial(room_state, self._vault), self._on_state, self._on_failed)

    def show_corner(self, corner: Corner) -> None:
        """Show a corner of the room, up to date."""
        self.corner.set_value(corner)
        self._speak()
        self._refresh_seen()
        for name, section in self._made.items():
            section.setVisible(self._is_seen(name))
        self.growing.begin(self._pieces(corner))

    def _is_seen(self, name: str) -> bool:
        """Whether a section stands in the corner in which one is."""
        return CORNER_OF[name] is self.corner.value()

    def look_at(self, role: Role, parcel: Parcel | None) -> None:
        """Show what a set would change, before it is adopted."""
        if self._state is None:
            return
        self.half_made.look_elsewhere()
        self.new.show_version(role, parcel, self._state)
        self.show_corner(Corner.VERSIONS)
        self.verticalScrollBar().setValue(0)

    def rest(self) -> None:
        """The vault is going to be closed: read nothing more of it, and count no more cases."""
        self._soon.stop()
        if NEW in self._made:
            self.new.sweep.stop()
        if "all_cases" in self._made:
            self.all_cases.sweep.stop()

    def retranslate(self) -> None:
        """Say everything that is seen again in the language in use; the other corners when they are shown."""
        super().retranslate()
        self.corner.set_texts("")
        self.corner.relabel()
        self._unspoken = set(self._made)
        self._speak()

    def _speak(self) -> None:
        """Say the corner in which one is in the language in use, where that has not been done yet."""
        for name in filter(self._is_seen, tuple(self._unspoken)):
            self._unspoken.discard(name)
            self._made[name].retranslate()

    def focus_first(self) -> None:
        """Begin at the top, in the row of corners."""
        self.verticalScrollBar().setValue(0)
        self.corner.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_given_back(self) -> None:
        """Say that something which was begun earlier stands here again."""
        self.trouble.show_text(_("What you had begun here is there again."))

    def _on_corner(self) -> None:
        self.show_corner(self.corner.value() or Corner.LOOK)

    def _on_state(self, state: RoomState) -> None:
        self._state, self._behind = state, set(self._made)
        self.trouble.show_text("")
        self._refresh_seen()
        self.half_made.put_back()

    def _refresh_seen(self) -> None:
        for name in filter(self._is_seen, tuple(self._made)):
            self._bring_up_to_date(name)

    def _bring_up_to_date(self, name: str) -> None:
        """Show the state in a section when it is looked at, once."""
        if self._state is None or name not in self._behind:
            return
        self._behind.discard(name)
        if name not in _FORMS or self._begun_from.get(name) != self.used:
            self._begun_from[name] = self.used
            self._made[name].apply(self._state)
            if name != "policy" or self.policy.is_whole:
                self.half_made.begun(name, self._made[name])

    def _on_policy_whole(self) -> None:
        if "policy" in self._begun_from:
            self.half_made.begun("policy", self.policy)

    def _on_failed(self, problem: UserError) -> None:
        self.trouble.show_text(problems.sentence(problem))

    def _on_adopted(self) -> None:
        self.adopted.emit()
        self.refresh()
        self.show_corner(Corner.VERSIONS)

    def _on_put_aside(self) -> None:
        self.refresh()
        self.show_corner(Corner.VERSIONS)

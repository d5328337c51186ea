"""The room of the parameters: every amount and rule, who vouches for it, and how it is changed in the open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from redi_desktop.errors import UserError
from redi_desktop.i18n import _
from redi_desktop.packs.parcel import Parcel, Role
from redi_desktop.ui.aside_page import AsidePage
from redi_desktop.ui.fields import SegmentedField
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.parameters.all_cases import AllCasesSection
from redi_desktop.ui.parameters.budgets import BudgetsSection
from redi_desktop.ui.parameters.half_made import HalfMade
from redi_desktop.ui.parameters.index_forms import IndexMonthForm, PriceForm
from redi_desktop.ui.parameters.keys_section import KnownKeysSection, SigningSection
from redi_desktop.ui.parameters.legal_forms import LegalAmountForm, PivotsForm
from redi_desktop.ui.parameters.looking import LookingSection
from redi_desktop.ui.parameters.making import MakingSection
from redi_desktop.ui.parameters.new_version import NewVersionSection
from redi_desktop.ui.parameters.policy_form import PolicySection
from redi_desktop.ui.parameters.role_words import Corner, corner_word
from redi_desktop.ui.parameters.room_state import RoomState, room_state
from redi_desktop.ui.parameters.version_form import VersionForm
from redi_desktop.ui.parameters.versions import VersionsSection
from redi_desktop.words import problems

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.vault import Vault
    from redi_desktop.ui.tasks import Tasks

RoomSection = (
    LookingSection | VersionsSection | MakingSection | PolicySection | IndexMonthForm | PriceForm | LegalAmountForm
    | PivotsForm | BudgetsSection | AllCasesSection | KnownKeysSection | SigningSection
)  # fmt: skip

_FORMS = (MakingSection, BudgetsSection, PolicySection, VersionForm)
"""What stands half-typed in these stays, until something else is in use."""


class ParametersPage(AsidePage):
    """``adopted`` says that other parameters are in use; ``case_asked`` carries a case to be opened."""

    adopted = Signal()
    case_asked = Signal(str)

    def __init__(self, vault: Vault, services: Services, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks = vault, tasks
        self._state: RoomState | None = None
        self._behind: set[Corner] = set()
        self._begun_from: dict[QWidget, tuple[str, ...]] = {}
        today = services.today
        self.corner = SegmentedField[Corner](tuple(Corner), corner_word)
        self.trouble = Notice()
        self.looking, self.versions = LookingSection(today), VersionsSection(vault, tasks)
        self.making, self.policy = MakingSection(tasks), PolicySection(today)
        self.budgets = BudgetsSection(tasks)
        self.month, self.price = IndexMonthForm(tasks), PriceForm(tasks)
        self.legal, self.pivots = LegalAmountForm(tasks, today), PivotsForm(tasks)
        self.all_cases = AllCasesSection(vault, tasks, today)
        self.keys, self.signing = KnownKeysSection(vault, tasks), SigningSection(tasks)
        self.new = NewVersionSection(vault, tasks, today)
        self.half_made = HalfMade(self, tasks)
        self.body.addWidget(self.corner)
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.new)
        for section in self._sections():
            self.body.addWidget(section)
        self.body.addStretch(1)
        self._connect()
        self.retranslate()
        self.show_corner(Corner.LOOK)

    def _sections(self) -> tuple[RoomSection, ...]:
        return tuple(section for sections in self._corners().values() for section in sections)

    def _corners(self) -> dict[Corner, tuple[RoomSection, ...]]:
        return {
            Corner.LOOK: (self.looking,),
            Corner.VERSIONS: (self.versions,),
            Corner.MAKE: (self.making, self.budgets),
            Corner.POLICY: (self.policy,),
            Corner.INDEX: (self.pivots, self.month, self.price, self.legal),
            Corner.CASES: (self.all_cases,),
            Corner.KEYS: (self.keys, self.signing),
        }

    def _connect(self) -> None:
        self.corner.edited.connect(self._on_corner)
        self.versions.opened.connect(self.look_at)
        for section in (self.making, self.budgets, self.policy, self.month, self.price, self.legal, self.pivots):
            section.made.connect(self.look_at)
        self.new.adopted.connect(self._on_adopted)
        self.new.put_aside.connect(self._on_put_aside)
        self.new.case_asked.connect(self.case_asked)
        self.all_cases.case_asked.connect(self.case_asked)
        for follow in (self.refresh, self.adopted):
            self.keys.changed.connect(follow)

    @property
    def state(self) -> RoomState | None:
        """What is shown; ``None`` until it has been read for the first time."""
        return self._state

    @property
    def used(self) -> tuple[str, ...]:
        """The fingerprints of what is in use."""
        return tuple(parcel.fingerprint for parcel in self._state.parcels.values()) if self._state is not None else ()

    def shows(self, corner: Corner) -> bool:
        """Whether one is in that corner of the room, be it behind the lock."""
        return self.corner.value() is corner and not self.isHidden()

    def title(self) -> str:
        """The page's name."""
        return _("Amounts and rules")

    def refresh(self) -> None:
        """Read what is in use, and show it everywhere."""
        self._tasks.on_store(partial(room_state, self._vault), self._on_state, self._on_failed)

    def show_corner(self, corner: Corner) -> None:
        """Show a corner of the room, up to date."""
        self.corner.set_value(corner)
        self._bring_up_to_date(corner)
        for place, sections in self._corners().items():
            for section in sections:
                section.setVisible(place is corner)
        self.new.setVisible(corner is Corner.VERSIONS and self.new.is_open)

    def look_at(self, role: Role, parcel: Parcel | None) -> None:
        """Show what a set would change, before it is adopted."""
        if self._state is None:
            return
        self.new.show_version(role, parcel, self._state)
        self.show_corner(Corner.VERSIONS)
        self.verticalScrollBar().setValue(0)

    def rest(self) -> None:
        """The vault is going to be closed: count no more cases."""
        for sweep in (self.new.sweep, self.all_cases.sweep):
            sweep.stop()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        super().retranslate()
        self.corner.set_texts("")
        self.corner.relabel()
        self.new.retranslate()
        for section in self._sections():
            section.retranslate()

    def focus_first(self) -> None:
        """Begin at the top, in the row of corners."""
        self.verticalScrollBar().setValue(0)
        self.corner.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_corner(self) -> None:
        self.show_corner(self.corner.value() or Corner.LOOK)

    def _on_state(self, state: RoomState) -> None:
        self._state, self._behind = state, set(Corner)
        self.trouble.show_text("")
        self._bring_up_to_date(self.corner.value() or Corner.LOOK)
        self.half_made.put_back()

    def say_given_back(self) -> None:
        """Say that something which was begun earlier stands here again."""
        self.trouble.show_text(_("What you had begun here is there again."))

    def _bring_up_to_date(self, corner: Corner) -> None:
        """Show the state in a corner when it is looked at, once."""
        if self._state is None or corner not in self._behind:
            return
        self._behind.discard(corner)
        for section in self._corners()[corner]:
            if not isinstance(section, _FORMS) or self._begun_from.get(section) != self.used:
                self._begun_from[section] = self.used
                section.apply(self._state)
                self.half_made.begun(section)

    def _on_failed(self, problem: UserError) -> None:
        self.trouble.show_text(problems.sentence(problem))

    def _on_adopted(self) -> None:
        self.adopted.emit()
        self.refresh()
        self.show_corner(Corner.VERSIONS)

    def _on_put_aside(self) -> None:
        self.refresh()
        self.show_corner(Corner.VERSIONS)

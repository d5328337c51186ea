"""All open cases counted again: which balances are no longer what the last version, or the list, said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from redi_desktop.casefile.reassessment import Reassessment, Sides
from redi_desktop.engine.assess import Parameters
from redi_desktop.engine.effects import TwoDays, TwoParameters
from redi_desktop.engine.money import ZERO
from redi_desktop.errors import UserError
from redi_desktop.i18n import _
from redi_desktop.packs.parcel import Parcel, Role
from redi_desktop.ui.fields import ChoiceField, DateField, MoneyField
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.parameters.case_sweep import CaseSweep
from redi_desktop.ui.parameters.effects_table import EffectsTable, found_words
from redi_desktop.ui.parameters.kept_fields import Fields, put_back, written
from redi_desktop.ui.parameters.progress import Progress
from redi_desktop.ui.parameters.role_words import role_word
from redi_desktop.ui.parameters.room_state import RoomState, parcel_kept
from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.theme import set_role
from redi_desktop.words import problems

if TYPE_CHECKING:
    from redi_desktop.store.adoptions import Adoption
    from redi_desktop.store.vault import Vault


OWN_DATE = "own_date"


class AllCasesSection(Section):
    """Under what is in use now and what was in use before an adoption; the list of those that moved by more than so."""

    case_asked = Signal(str)

    def __init__(self, vault: Vault, tasks: Tasks, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks, self._today = vault, tasks, today
        self._state: RoomState | None = None
        self._found: Reassessment | None = None
        self._beyond: Decimal = ZERO
        self.against = ChoiceField[str]((), self._against_words)
        self.beyond, self.day = MoneyField(), DateField(today=today, future_ok=True)
        self.count, self.effects, self.progress = QPushButton(self), EffectsTable(self), Progress(self)
        self.sweep = CaseSweep(vault, tasks, self)
        set_role(self.count, "primary")
        self.add_line(self.against, self.beyond, self.day)
        self.add_line(self.count)
        for widget in (self.progress, self.effects):
            self.body.addWidget(widget)
        self.beyond.set_value(ZERO)
        self.effects.hide()
        self.count.clicked.connect(self.begin)
        self.progress.stop_asked.connect(self.sweep.stop)
        self.sweep.progressed.connect(self.progress.show_step)
        self.sweep.done.connect(self._on_done)
        self.sweep.failed.connect(self._on_failed)
        self.effects.case_asked.connect(self.case_asked)

    def apply(self, state: RoomState) -> None:
        """Offer what was in use before as the other side."""
        self._state = state
        chosen = self.against.value()
        self.against.set_members([OWN_DATE, *(str(one.entry) for one in reversed(state.adoptions))])
        if chosen is None:
            self.against.set_value(str(state.adoptions[-1].entry) if state.adoptions else OWN_DATE)
            self.day.set_value(None if state.adoptions else self._today())

    def begin(self) -> None:
        """Count every open case under what was in use before the chosen adoption, and under what is in use now."""
        adoption, day = self._adoption(), self.day.value()
        if self._state is None or not (self.day.understood() and self.beyond.understood()):
            return
        self.day.set_error(_("Type the day at which they are counted.") if adoption is None and day is None else None)
        if adoption is None and day is None:
            return
        self.effects.hide()
        self.count.setEnabled(False)
        self.progress.begin()
        work = partial(_sides, self._vault, self._state, adoption)
        self._tasks.on_store(work, self._on_sides, self._on_failed)

    def half_made(self) -> dict[str, Any]:
        """What was asked for, where it was."""
        return written(self._fields()) if self._found is not None or self.sweep.running else {}

    def take_half_made(self, kept: Mapping[str, Any]) -> None:
        """Ask for it again: cases may have changed since."""
        put_back(self._fields(), kept)
        self.begin()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _("The open cases are counted again in the background; you can go on working meanwhile.")
        self.set_texts(_("All open cases"), words)
        self.against.set_texts(_("&Compare with what was in use before"))
        self.beyond.set_texts(_("List balances that changed by &more than"))
        self.day.set_texts(_("Compute the budgets for this &day"), _("Empty: each case at its own date."))
        self.count.setText(_("Re-assess all open cases"))
        for part in (self.effects, self.progress):
            part.retranslate()
        if self._state is not None:
            self.apply(self._state)
        if self._found is not None:
            self._on_done(self._found)

    def _fields(self) -> Fields:
        return {"against": self.against, "beyond": self.beyond, "day": self.day}

    def _adoption(self) -> Adoption | None:
        adoptions = self._state.adoptions if self._state is not None else ()
        return next((one for one in adoptions if str(one.entry) == self.against.value()), None)

    def _against_words(self, entry: str) -> str:
        if entry == OWN_DATE:
            return _("The same amounts, each case at its own date")
        adoptions = self._state.adoptions if self._state is not None else ()
        one = next((one for one in adoptions if str(one.entry) == entry), None)
        return _("{role}: {reason}").format(role=role_word(one.role), reason=one.reason[:60]) if one else ""

    def _on_sides(self, two: Sides) -> None:
        self._beyond = abs(self.beyond.value() or ZERO)
        self.sweep.begin(two, self._beyond, self.day.value())

    def _on_done(self, found: Reassessment) -> None:
        self._found = found
        self.count.setEnabled(True)
        self.progress.end(found_words(found, self._beyond))
        self.effects.setVisible(bool(found.beyond))
        self.effects.show_effects(found.beyond)

    def _on_failed(self, problem: UserError) -> None:
        self.count.setEnabled(True)
        self.progress.end(problems.sentence(problem), wrong=True)


def _sides(vault: Vault, state: RoomState, adoption: Adoption | None) -> Sides:
    """What was in use before an adoption, all later ones taken back too, and what is in use now; or two days."""
    if adoption is None:
        return TwoDays(state.parameters)
    before: dict[Role, Parcel | None] = {}
    for one in state.adoptions:
        if one.entry >= adoption.entry and one.role not in before:
            before[one.role] = parcel_kept(vault, one.role, one.before) if one.before else None
    parcels = {role: parcel for role, parcel in {**state.parcels, **before}.items() if parcel is not None}
    earlier: Parameters = RoomState(parcels, (), {}, ()).parameters
    return TwoParameters(earlier, state.parameters)

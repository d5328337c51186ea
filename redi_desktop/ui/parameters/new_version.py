"""A version that somebody opened or made: what it changes, what that does to the open cases, and then its adoption."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from redi_desktop.casefile.reassessment import Reassessment
from redi_desktop.engine.effects import TwoParameters
from redi_desktop.errors import UserError
from redi_desktop.i18n import _
from redi_desktop.packs.comparison import Comparison
from redi_desktop.packs.parcel import Parcel, Role, compare_parcels, written_parcel
from redi_desktop.ui.deed import Deed
from redi_desktop.ui.fields import DateField, LongTextField
from redi_desktop.ui.file_place import FilePlace
from redi_desktop.ui.flow_layout import FlowLayout
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.parameters.case_sweep import CaseSweep
from redi_desktop.ui.parameters.difference_table import DifferenceTable
from redi_desktop.ui.parameters.effects_table import EffectsTable, found_words
from redi_desktop.ui.parameters.kept_fields import Fields, put_back, written
from redi_desktop.ui.parameters.pivot_words import crossed_by
from redi_desktop.ui.parameters.progress import Progress
from redi_desktop.ui.parameters.role_words import called, role_word
from redi_desktop.ui.parameters.room_state import RoomState
from redi_desktop.ui.parameters.saving import save_parcel, saved_words
from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.theme import UNIT, set_role
from redi_desktop.words import problems
from redi_desktop.words.pack_changes import summary
from redi_desktop.words.pack_trust import fingerprint_words, trust_words

if TYPE_CHECKING:
    from redi_desktop.store.vault import Vault


class Prepared(NamedTuple):
    """A set with what it changes, and both sides made ready for the cases."""

    parcel: Parcel | None
    comparison: Comparison | None
    two: TwoParameters


class NewVersionSection(Section):
    """Hidden while there is none. ``adopted`` says that it is in use, ``put_aside`` that nobody looks at it any more.

    A version is adopted only after its effects on every open case were counted, and with a reason.
    """

    adopted = Signal()
    put_aside = Signal()
    case_asked = Signal(str)

    def __init__(self, vault: Vault, tasks: Tasks, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks = vault, tasks
        self._state: RoomState | None = None
        self._comparison: Comparison | None = None
        self._two: TwoParameters | None = None
        self._found: Reassessment | None = None
        self.role = Role.BASKETS
        self.parcel: Parcel | None = None
        self._kept: tuple[Parcel, str] | None = None
        self.told, self._summary, self._cases = QLabel(self), QLabel(self), QLabel(self)
        self.warning, self.differences, self.effects = Notice(self), DifferenceTable(self), EffectsTable(self)
        self.sweep, self.progress = CaseSweep(vault, tasks, self), Progress(self)
        self.day = DateField(today=today, future_ok=True)
        self.count, self.aside = QPushButton(self), QPushButton(self)
        self.reason, self.adopt, self.save = LongTextField(), Deed(tasks), Deed(tasks)
        self._place = FilePlace(self)
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        for text in (self.told, self._summary, self._cases):
            text.setWordWrap(True)
        set_role(self.told, "quiet")
        set_role(self._cases, "strong")
        set_role(self._summary, "strong")
        set_role(self.adopt.button, "primary")
        above: tuple[QWidget, ...] = (self.told, self.warning, self._summary, self.differences, self._cases)
        for widget in above:
            self.body.addWidget(widget)
        self.add_line(self.day, self.count)
        below: tuple[QWidget, ...] = (self.progress, self.effects, self.reason)
        for widget in below:
            self.body.addWidget(widget)
        self._buttons = QWidget(self)
        buttons = FlowLayout(self._buttons, spacing=UNIT * 2)
        deeds: tuple[QWidget, ...] = (self.adopt, self.save, self.aside)
        for widget in deeds:
            buttons.addWidget(widget)
        self.body.addWidget(self._buttons)

    def _connect(self) -> None:
        self.count.clicked.connect(self.count_cases)
        self.progress.stop_asked.connect(self.sweep.stop)
        self.sweep.progressed.connect(self.progress.show_step)
        self.sweep.done.connect(self._on_counted)
        self.sweep.failed.connect(self._on_count_failed)
        self.effects.case_asked.connect(self.case_asked)
        self.reason.edited.connect(self._offer)
        self.adopt.asked.connect(self._adopt)
        self.adopt.done.connect(self._on_adopted)
        self.save.asked.connect(self._ask_place)
        self.aside.clicked.connect(self.rest)
        self._place.chosen.connect(self._save)

    def show_version(self, role: Role, parcel: Parcel | None, state: RoomState) -> None:
        """Show what a set would change in the place of the one in use; ``None`` for a policy that is given up."""
        self.role, self.parcel, self._state = role, parcel, state
        self._found, self._comparison, self._two = None, None, None
        self.sweep.stop()
        self.reason.set_value("")
        self.adopt.say("")
        self.save.say("")
        self.differences.hide()
        self.effects.hide()
        self.progress.begin()
        self.show()
        self._say()
        self._tasks.aside(partial(_prepared, state, role, parcel), self._on_prepared, self._on_count_failed)

    def setVisible(self, visible: bool) -> None:
        """Show it where there is a version to look at."""
        super().setVisible(visible and self.is_open)

    def apply(self, state: RoomState) -> None:
        """Other keys may be known meanwhile: say again who vouches for it."""
        if self._state is not None:
            self._state = state
            self.told.setText("\n".join(self._told()))

    def half_made(self) -> dict[str, Any]:
        """What is being looked at, and why it is to be adopted."""
        if self._state is None:
            return {}
        return {"role": self.role.value, "parcel": self._packed(), **written(self._fields())}

    def take_half_made(self, kept: Mapping[str, Any]) -> None:
        """Give reason and day back to the version that is shown again; the cases are counted anew."""
        put_back(self._fields(), kept)
        self._offer()

    def _fields(self) -> Fields:
        return {"day": self.day, "reason": self.reason}

    def _packed(self) -> str:
        """The set as a file, in letters; packed once."""
        if self.parcel is None:
            return ""
        if self._kept is None or self._kept[0] is not self.parcel:
            self._kept = (self.parcel, base64.b64encode(written_parcel(self.parcel)).decode("ascii"))
        return self._kept[1]

    @property
    def is_open(self) -> bool:
        """Whether there is a version to look at."""
        return self._state is not None

    def rest(self) -> None:
        """Nobody looks at it any more."""
        if self._state is None:
            return
        self.sweep.stop()
        self.parcel, self._state, self._found, self._two = None, None, None, None
        self.hide()
        self.put_aside.emit()

    def count_cases(self) -> None:
        """Count every open case under the version in use and under the other."""
        if self._two is None or not self.day.understood():
            return
        self._found = None
        self.effects.show_effects(())
        self.effects.hide()
        self.progress.begin()
        self._offer()
        self.sweep.begin(self._two, day=self.day.value())

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        for part in (self.differences, self.effects, self.progress):
            part.retranslate()
        self._cases.setText(_("What it does to the open cases"))
        words = _("Empty: each case at its own date.")
        self.day.set_texts(_("Compute the budgets for this &day"), words)
        self.count.setText(_("Count again"))
        words = _("Needed for adopting it: it is kept in the journal, for whoever asks later.")
        self.reason.set_texts(_("&Reason for adopting it"), words)
        self.adopt.set_text(_("&Adopt"))
        self.save.set_text(_("Save as a file…"))
        self.aside.setText(_("Put aside"))
        if self._state is not None:
            self._say()

    def _on_prepared(self, prepared: Prepared) -> None:
        """What it changes is known: count the cases."""
        if self._state is None or prepared.parcel is not self.parcel:
            return
        self._comparison, self._two = prepared.comparison, prepared.two
        self._say()
        self.count_cases()

    def _say(self) -> None:
        """Name the version, what it changes, and what was found."""
        self.set_texts(_("New version: {role}").format(role=role_word(self.role)))
        self.told.setText("\n".join(self._told()))
        found = self._comparison
        self._summary.setText(summary(found) if found is not None else self._without_comparison())
        self._summary.setVisible(bool(self._summary.text()))
        self.differences.setVisible(found is not None and bool(found.differences))
        if found is not None:
            self.differences.show_comparison(found)
        self.warning.show_text("\n".join(crossed_by(self.parcel, self._state)))
        if self._found is not None:
            self._show_found(self._found)
        self.save.setVisible(self.parcel is not None)
        self._offer()

    def _told(self) -> list[str]:
        if self.parcel is None or self._state is None:
            return []
        old, seal = self._state.parcels.get(self.role), self.parcel.seal
        lines = [called(self.parcel)]
        if old is not None:
            lines.append(_("In the place of: {pack}").format(pack=called(old)))
        fingerprint = fingerprint_words(self.parcel.fingerprint)
        return [*lines, fingerprint, trust_words(seal, self._state.known)]

    def _without_comparison(self) -> str:
        if self.parcel is None:
            return _("Without a policy, the proposal is what is missing.")
        if self._state is None or self.role in self._state.parcels:
            return ""
        return _("There is no policy in use: every rule of this one is new.")

    def _on_counted(self, found: Reassessment) -> None:
        if self._state is None:
            return
        self._found = found
        self._show_found(found)
        self._offer()

    def _show_found(self, found: Reassessment) -> None:
        self.progress.end(found_words(found))
        self.effects.setVisible(bool(found.beyond))
        self.effects.show_effects(found.beyond)

    def _on_count_failed(self, problem: UserError) -> None:
        self.progress.end(problems.sentence(problem), wrong=True)

    def _offer(self) -> None:
        """Adoption waits for the effects and for a reason."""
        counted = self._found is not None and not self._found.stopped
        self.adopt.button.setEnabled(counted and bool((self.reason.value() or "").strip()))

    def _adopt(self) -> None:
        if self._state is None:
            return
        old, reason = self._state.parcels.get(self.role), self.reason.value() or ""
        self.adopt.run(partial(self._vault.adoptions.adopt, self.role, self.parcel, old, reason), _adopted)

    def _on_adopted(self) -> None:
        self.parcel, self._state, self._two = None, None, None
        self.hide()
        self.adopted.emit()

    def _ask_place(self) -> None:
        if self.parcel is not None:
            self._place.ask(_("Save as a file"), self.parcel.file_name, _("Parameters (*.redipack)"))

    def _save(self, path: Path) -> None:
        if self.parcel is not None:
            self.save.run(partial(save_parcel, self.parcel, path), saved_words)


def _prepared(state: RoomState, role: Role, parcel: Parcel | None) -> Prepared:
    old = state.parcels.get(role)
    comparison = compare_parcels(old, parcel) if old is not None and parcel is not None else None
    return Prepared(parcel, comparison, TwoParameters(state.parameters, state.with_parcel(role, parcel)))


def _adopted(_adoption: object) -> str:
    return _("Adopted. Results that were kept before stay with the version that they were made with.")

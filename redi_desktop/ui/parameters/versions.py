"""What is in use, whose signature it bears, what was adopted when and why; how to open another version or go back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from redi_desktop.formatting import date_short, time_short
from redi_desktop.i18n import _
from redi_desktop.packs.parcel import Parcel, Role, open_parcel
from redi_desktop.ui.deed import Deed
from redi_desktop.ui.fields import ChoiceField
from redi_desktop.ui.file_place import FilePlace
from redi_desktop.ui.flow_layout import FlowLayout
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.parameters.role_words import called, role_word
from redi_desktop.ui.parameters.room_state import Named, RoomState, of_program, parcel_kept
from redi_desktop.ui.parameters.saving import save_parcel, saved_words
from redi_desktop.ui.parameters.tree_table import Branch, TreeTable
from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.theme import UNIT, set_role
from redi_desktop.words.pack_texts import in_language
from redi_desktop.words.pack_trust import fingerprint_words, trust_words

if TYPE_CHECKING:
    from redi_desktop.store.adoptions import Adoption
    from redi_desktop.store.vault import Vault

_KINDS = "*.redipack *.toml"


class InUseCard(QWidget):
    """One set in use: what it is called, its fingerprint, who vouches for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self.told = QLabel(self), QLabel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for text, role in ((self._name, "strong"), (self.told, "quiet")):
            text.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            set_role(text, role)
            column.addWidget(text)

    def show_parcel(self, role: Role, state: RoomState) -> None:
        """Show what is in use for a role."""
        self._name.setText(role_word(role))
        parcel = state.parcels.get(role)
        if parcel is None:
            self.told.setText(_("None: the proposal is what is missing."))
            return
        fingerprint = fingerprint_words(parcel.fingerprint)
        own = parcel.fingerprint == of_program(role).fingerprint and role is not Role.POLICY
        trusted = _("Comes with the program.") if own else trust_words(parcel.seal, state.known)
        self.told.setText("\n".join((called(parcel), fingerprint, trusted)))


class VersionsSection(Section):
    """``opened`` carries a role and the set to look at (``None``: no policy any more)."""

    opened = Signal(object, object)

    def __init__(self, vault: Vault, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._state: RoomState | None = None
        self.cards = {role: InUseCard(self) for role in Role}
        self.open, self.save, self.back = Deed(tasks), Deed(tasks), Deed(tasks)
        self.role = ChoiceField[Role](tuple(Role), role_word)
        self.example, self.give_up, self.brought = (QPushButton(self) for _place in range(3))
        self._open_place, self._save_place = FilePlace(self), FilePlace(self)
        self._past = QLabel(self)
        set_role(self._past, "strong")
        self.history = TreeTable(3, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for card in self.cards.values():
            self.body.addWidget(card)
        self._buttons = QWidget(self)
        buttons = FlowLayout(self._buttons, spacing=UNIT * 2)
        for button in (self.open, self.brought, self.example, self.give_up):
            buttons.addWidget(button)
        self.body.addWidget(self._buttons)
        self.add_line(self.role, self.save)
        for widget in (self._past, self.history, self.back):
            self.body.addWidget(widget)
        self.role.set_value(Role.BASKETS)

    def _connect(self) -> None:
        self.open.asked.connect(self._ask_file)
        self.open.done.connect(self._on_opened)
        self.back.asked.connect(self._go_back)
        self.back.done.connect(self._on_opened)
        self.example.clicked.connect(self._open_example)
        self.give_up.clicked.connect(self._give_up)
        self.brought.clicked.connect(self._open_brought)
        self.save.asked.connect(self._ask_place)
        self._open_place.chosen.connect(self.open_file)
        self._save_place.chosen.connect(self.save_to)

    def apply(self, state: RoomState) -> None:
        """Show what is in use."""
        self._state = state
        self._show()

    def open_file(self, path: Path) -> None:
        """Read a pack or policy from a file, to be looked at."""
        self.open.run(partial(open_parcel, path), _opened_words)

    def save_to(self, path: Path) -> None:
        """Write the chosen set in use to a file."""
        parcel = self._chosen()
        if parcel is not None:
            self.save.run(partial(save_parcel, parcel, path), saved_words)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _("Nothing is adopted before its effects on the open cases were shown, and without a reason.")
        self.set_texts(_("In use"), words)
        self.open.set_text(_("&Open a version from a file…"))
        self.example.setText(_("Look at the example policy"))
        self.give_up.setText(_("Go without a policy"))
        self.brought.setText(_("Look at what the program brings"))
        self.role.set_texts(_("Hand on"))
        self.save.set_text(_("Save as a file…"))
        self._past.setText(_("What was adopted"))
        self.history.setAccessibleName(_("What was adopted"))
        self.history.name_columns(_("What"), _("When"), _("Reason"))
        self.back.set_text(_("Look at going back to what was there before"))
        self._show()

    def _show(self) -> None:
        state = self._state
        if state is None:
            return
        for role, card in self.cards.items():
            card.show_parcel(role, state)
        has_policy = Role.POLICY in state.parcels
        self.example.setVisible(not has_policy)
        self.give_up.setVisible(has_policy)
        self.brought.setVisible(bool(self._not_taken()))
        self.history.show_branches(self._branch(one) for one in reversed(state.adoptions))
        for widget in (self._past, self.history, self.back):
            widget.setVisible(bool(state.adoptions))
        newest = self.history.topLevelItem(0)
        if newest is not None:
            self.history.setCurrentItem(newest)

    def _branch(self, one: Adoption) -> Branch:
        when = _("{date}, {time}").format(date=date_short(one.at), time=time_short(one.at))
        what = _("{role}: {pack}").format(role=role_word(one.role), pack=self._named(one.fingerprint))
        return Branch((what, when, one.reason), partial(self._before, one), str(one.entry))

    def _before(self, one: Adoption) -> tuple[tuple[str, ...], ...]:
        return ((_("In the place of: {pack}").format(pack=self._named(one.before)), "", ""),)

    def _named(self, fingerprint: str) -> str:
        if not fingerprint or self._state is None:
            return _("none")
        named = self._state.names.get(fingerprint, Named({}, fingerprint[:12]))
        title = in_language(named.title)
        return _("{title}, version {version}").format(title=title, version=named.version) if title else named.version

    def _ask_file(self) -> None:
        words = _("Packs and policies ({kinds})").format(kinds=_KINDS)
        self._open_place.ask_existing(_("Open a version from a file"), words)

    def _on_opened(self, found: Parcel | tuple[Role, Parcel | None]) -> None:
        role, parcel = (found.role, found) if isinstance(found, Parcel) else found
        self.opened.emit(role, parcel)

    def _open_example(self) -> None:
        self.opened.emit(Role.POLICY, of_program(Role.POLICY))

    def _not_taken(self) -> list[Role]:
        """The roles for which the program brings something else than what is in use."""
        used = self._state.parcels if self._state is not None else {}
        packs = (role for role in Role if role is not Role.POLICY and role in used)
        return [role for role in packs if used[role].fingerprint != of_program(role).fingerprint]

    def _open_brought(self) -> None:
        chosen, others = self.role.value(), self._not_taken()
        role = chosen if chosen in others else next(iter(others), None)
        if role is not None:
            self.opened.emit(role, of_program(role))

    def _give_up(self) -> None:
        self.opened.emit(Role.POLICY, None)

    def _go_back(self) -> None:
        item = self.history.currentItem()
        if self._state is None or item is None:
            return
        entry = self.history.key_at(item)
        adoption = next(one for one in self._state.adoptions if str(one.entry) == entry)
        self.back.run(partial(_before, self._vault, adoption), _opened_words)

    def _chosen(self) -> Parcel | None:
        return self._state.parcels.get(self.role.value() or Role.BASKETS) if self._state is not None else None

    def _ask_place(self) -> None:
        parcel = self._chosen()
        if parcel is not None:
            self._save_place.ask(_("Save as a file"), parcel.file_name, _("Parameters (*.redipack)"))


def _before(vault: Vault, adoption: Adoption) -> tuple[Role, Parcel | None]:
    """What an adoption took the place of."""
    if not adoption.before:
        return adoption.role, None
    return adoption.role, parcel_kept(vault, adoption.role, adoption.before)


def _opened_words(_found: object) -> str:
    return ""

"""Legal amounts: one that was seen published, and those that the index is likely to have changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.engine.index_rule import crossings
from redi_desktop.engine.indexed_amounts import Proposed, pending, proposed_amounts
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.errors import ParameterError
from redi_desktop.formatting import date_short, number
from redi_desktop.i18n import _
from redi_desktop.packs.draft import Draft
from redi_desktop.packs.parcel import Role
from redi_desktop.packs.repricing import with_proposed, with_seen_amount
from redi_desktop.ui.fields import ChoiceField, DateField, TextField
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.parameters.kept_fields import Fields
from redi_desktop.ui.parameters.number_field import NumberField
from redi_desktop.ui.parameters.pivot_words import index_words, pending_words
from redi_desktop.ui.parameters.room_state import RoomState
from redi_desktop.ui.parameters.tree_table import Branch, TreeTable
from redi_desktop.ui.parameters.version_form import VersionForm
from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.theme import set_role
from redi_desktop.words.legal_names import legal_name


class LegalAmountForm(VersionForm):
    """A legal amount that was seen published: a new one, or the confirmation of one that was computed."""

    role = Role.LEGAL

    def __init__(self, tasks: Tasks, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.amount = ChoiceField[str]((), legal_name)
        self.since = DateField(today=today, future_ok=True)
        self.value, self.source = NumberField(), TextField(characters=60, longest=500)
        self.body.addWidget(self.amount)
        self.add_line(self.since, self.value)
        self.body.addWidget(self.source)
        self.body.addWidget(self.look)

    def apply(self, state: RoomState) -> None:
        """Offer the amounts of the tables."""
        super().apply(state)
        self.amount.set_members(sorted(state.legal.values, key=lambda value_id: legal_name(value_id).casefold()))

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        super().retranslate()
        words = _("As you have seen it published. An amount that was computed is confirmed in the same way.")
        self.set_texts(_("A legal amount"), words)
        self.amount.set_texts(_("&Legal amount"))
        self.since.set_texts(_("In force &from"))
        self.value.set_texts(_("&Amount"))
        self.source.set_texts(_("Address where it is published"))

    def fields(self) -> Fields:
        """What can be typed or chosen, by name."""
        return {"amount": self.amount, "since": self.since, "value": self.value, "source": self.source}

    def change(self, state: RoomState) -> Callable[[Draft], Draft]:
        """The amount, new or confirmed."""
        amount, since, value = self.amount.value(), self.since.value(), self.value.value()
        source = self.source.value()
        if amount is None or since is None or not source:
            raise ParameterError("form_incomplete")
        dated = state.legal.values[amount]
        return partial(with_seen_amount, dated=dated, day=since, value=value, source_url=source)


class PivotsForm(VersionForm):
    """Where the health index stands, and the legal amounts that it is likely to have changed."""

    role = Role.LEGAL

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.told, self.crossed, self.proposals = QLabel(self), Notice(self), TreeTable(4, self, amounts=True)
        self.told.setWordWrap(True)
        set_role(self.told, "quiet")
        parts: tuple[QWidget, ...] = (self.told, self.crossed, self.proposals)
        for widget in parts:
            self.body.addWidget(widget)
        self.body.addWidget(self.look)

    def apply(self, state: RoomState) -> None:
        """Look where the index stands, and what follows."""
        super().apply(state)
        self._show()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        super().retranslate()
        words = _("Computed by the pivot rule; marked as computed until somebody has seen them published.")
        self.set_texts(_("Pivots and legal amounts"), words)
        self.proposals.setAccessibleName(_("Legal amounts as the rule gives them"))
        self.proposals.name_columns(_("Legal amount"), _("From"), _("Now"), _("Computed"))
        self._show()

    def change(self, state: RoomState) -> Callable[[Draft], Draft]:
        """The amounts that the rule gives."""
        return partial(with_proposed, proposed=_proposed(state.baskets, state.legal))

    def _show(self) -> None:
        state = self._state
        if state is None:
            return
        found, health = _proposed(state.baskets, state.legal), state.baskets.health_index
        missed = pending(state.legal, crossings(health)) if health is not None else ()
        self.crossed.show_text("\n".join(map(pending_words, missed)))
        followed = "" if found else _("The legal amounts have followed every pivot.")
        self.told.setText(" ".join(part for part in (index_words(state.baskets), followed) if part))
        self.proposals.show_branches(Branch(_proposed_cells(one)) for one in found)
        for widget in (self.proposals, self.look):
            widget.setVisible(bool(found))


def _proposed(pack: BasketPack, tables: LegalTables) -> tuple[Proposed, ...]:
    if pack.health_index is None:
        return ()
    return proposed_amounts(tables, crossings(pack.health_index))


def _proposed_cells(one: Proposed) -> tuple[str, ...]:
    amounts: tuple[Decimal, Decimal] = (one.before.value, one.value.value)
    return legal_name(one.value.id), date_short(one.value.valid_from), *(number(amount, 2) for amount in amounts)

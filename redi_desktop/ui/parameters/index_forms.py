"""A new month of the index, a new price, a new legal amount: one form each, and each gives a new version."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from redi_desktop.engine.basket_pack import BasketPack, Provenance
from redi_desktop.engine.index_rule import crossings
from redi_desktop.engine.indexed_amounts import Proposed, pending, proposed_amounts
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.errors import ParameterError
from redi_desktop.formatting import date_short, number
from redi_desktop.i18n import _
from redi_desktop.packs import editing
from redi_desktop.packs.draft import Draft, sealed
from redi_desktop.packs.parcel import Parcel, Role, parcel_of
from redi_desktop.packs.repricing import (
    IndexMonth,
    NewPrice,
    repriced,
    with_index_month,
    with_proposed,
    with_seen_amount,
)
from redi_desktop.ui.fields import ChoiceField, DateField, TextField
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.parameters.month_field import MonthField
from redi_desktop.ui.parameters.number_field import NumberField
from redi_desktop.ui.parameters.pivot_words import index_words, pending_words
from redi_desktop.ui.parameters.room_state import RoomState
from redi_desktop.ui.parameters.tree_table import Branch, TreeTable
from redi_desktop.ui.theme import set_role
from redi_desktop.words import problems
from redi_desktop.words.legal_names import legal_name
from redi_desktop.words.rights import in_language
from redi_desktop.words.vocabulary import label


class VersionForm(Section):
    """A form that gives a new version of a pack. ``made`` carries the role and the version."""

    made = Signal(object, object)
    role = Role.BASKETS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: RoomState | None = None
        self.look, self.wrong = QPushButton(self), Notice(self)
        self.look.clicked.connect(self.submit)

    def end(self) -> None:
        """The button and what is wrong come last."""
        self.add_line(self.look)
        self.body.addWidget(self.wrong)

    def apply(self, state: RoomState) -> None:
        """Begin with what is in use."""
        self._state = state
        self.wrong.show_text("")

    def retranslate(self) -> None:
        """Name the button."""
        self.look.setText(_("Look at what it changes"))

    def changed(self, draft: Draft, state: RoomState) -> Draft:
        """The draft with what stands in the form; raises :class:`ParameterError`."""
        raise NotImplementedError

    def submit(self) -> None:
        """Make the new version, or say what is missing."""
        state = self._state
        if state is None:
            return
        draft = state.parcels[self.role].draft()
        try:
            made = self.changed(draft, state)
            version = editing.next_version(draft.head.version)
            parcel: Parcel = parcel_of(sealed(editing.with_head(made, version=version)))
        except ParameterError as error:
            self.wrong.show_text(problems.sentence(error))
            return
        self.wrong.show_text("")
        self.made.emit(self.role, parcel)


class IndexMonthForm(VersionForm):
    """A month of the consumer price index, the health index, or both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.month, self.cpi, self.health = MonthField(), NumberField(), NumberField()
        self.source = ChoiceField[str]((), self._source_words)
        self.add_line(self.month, self.cpi, self.health)
        self.body.addWidget(self.source)
        self.end()

    def apply(self, state: RoomState) -> None:
        """Offer the month that follows, and the source of the last one."""
        super().apply(state)
        pack = state.baskets
        self.month.set_value(pack.index.last.plus(1))
        self.cpi.set_value(None)
        self.health.set_value(None)
        self.source.set_members(_index_sources(pack))
        self.source.set_value(pack.index.values[-1].source_id)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        super().retranslate()
        self.set_texts(_("A new month of the price index"), _("Base 2013 = 100, as Statbel publishes it."))
        self.month.set_texts(_("&Month"))
        self.cpi.set_texts(_("&Consumer price index"))
        self.health.set_texts(_("&Health index"))
        self.source.set_texts(_("Source"))

    def changed(self, draft: Draft, state: RoomState) -> Draft:
        """The baskets with a further month; a health index takes the source of the health index."""
        month, cpi, health = self.month.value(), self.cpi.value(), self.health.value()
        if month is None or (cpi is None and health is None):
            raise ParameterError("form_incomplete")
        pack = state.baskets
        source = self.source.value() or pack.index.values[-1].source_id
        own = pack.health_index.values[-1].source_id if pack.health_index is not None else source
        if cpi is not None:
            draft = with_index_month(draft, IndexMonth(month, cpi, None, source))
        if health is not None:
            draft = with_index_month(draft, IndexMonth(month, None, health, own))
        return draft

    def _source_words(self, source_id: str) -> str:
        return _source_title(self._state, source_id)


class PriceForm(VersionForm):
    """What an item costs from a month on: a tariff more where it has tariffs, else another dated price."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = ChoiceField[str]((), self._item_words)
        self.price, self.month = NumberField(), MonthField()
        self.source = ChoiceField[str]((), self._source_words)
        self.provenance = ChoiceField[Provenance](tuple(Provenance), label)
        self.note = TextField(characters=60, longest=400)
        self.body.addWidget(self.item)
        self.add_line(self.price, self.month, self.provenance)
        self.body.addWidget(self.source)
        self.body.addWidget(self.note)
        self.end()

    def apply(self, state: RoomState) -> None:
        """Offer the items in the order of their names."""
        super().apply(state)
        pack = state.baskets
        named = sorted(pack.items, key=lambda item: in_language(item.label).casefold())
        self.item.set_members([item.id for item in named])
        self.source.set_members(list(pack.sources))

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        super().retranslate()
        self.set_texts(_("A new price"), _("Several at once go in better by a table or a spreadsheet."))
        self.item.set_texts(_("&Item"))
        self.price.set_texts(_("&Price of a unit, in euro"))
        self.month.set_texts(_("From the month"))
        self.provenance.set_texts(_("Provenance"))
        self.source.set_texts(_("Source"))
        self.note.set_texts(_("Note"))

    def changed(self, draft: Draft, state: RoomState) -> Draft:
        """The baskets with another price."""
        item, price, month, source = self.item.value(), self.price.value(), self.month.value(), self.source.value()
        if item is None or price is None or month is None or source is None or state is None:
            raise ParameterError("form_incomplete")
        provenance = self.provenance.value()
        new = NewPrice(item, price, month, source, provenance.value if provenance else "", self.note.value())
        return repriced(draft, [new])

    def _item_words(self, item_id: str) -> str:
        item = self._state.baskets.item_by_id.get(item_id) if self._state is not None else None
        return in_language(item.label) if item is not None else item_id

    def _source_words(self, source_id: str) -> str:
        return _source_title(self._state, source_id)


class LegalAmountForm(VersionForm):
    """A legal amount that was seen published: a new one, or the confirmation of one that was computed."""

    role = Role.LEGAL

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.amount = ChoiceField[str]((), legal_name)
        self.since = DateField(today=today, future_ok=True)
        self.value, self.source = NumberField(), TextField(characters=60, longest=500)
        self.body.addWidget(self.amount)
        self.add_line(self.since, self.value)
        self.body.addWidget(self.source)
        self.end()

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

    def changed(self, draft: Draft, state: RoomState) -> Draft:
        """The legal tables with the amount."""
        amount, since, value = self.amount.value(), self.since.value(), self.value.value()
        source = self.source.value()
        if amount is None or since is None or not source:
            raise ParameterError("form_incomplete")
        return with_seen_amount(draft, state.legal.values[amount], since, value, source)


class PivotsForm(VersionForm):
    """Where the health index stands, and the legal amounts that it is likely to have changed."""

    role = Role.LEGAL

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told, self.crossed, self.proposals = QLabel(self), Notice(self), TreeTable(4, self, amounts=True)
        self.told.setWordWrap(True)
        set_role(self.told, "quiet")
        parts: tuple[QWidget, ...] = (self.told, self.crossed, self.proposals)
        for widget in parts:
            self.body.addWidget(widget)
        self.end()

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

    def changed(self, draft: Draft, state: RoomState) -> Draft:
        """The legal tables with the amounts that the rule gives."""
        return with_proposed(draft, _proposed(state.baskets, state.legal))

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


def _index_sources(pack: BasketPack) -> list[str]:
    health = pack.health_index.values if pack.health_index is not None else ()
    return list(dict.fromkeys(value.source_id for value in (*pack.index.values, *health)))


def _source_title(state: RoomState | None, source_id: str) -> str:
    source = state.baskets.sources.get(source_id) if state is not None else None
    return source.title[:90] if source is not None else source_id

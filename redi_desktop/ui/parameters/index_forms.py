"""A new month of the index, a new price: one form each, and each gives a new version of the baskets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from redi_desktop.engine.basket_pack import BasketPack, Provenance
from redi_desktop.errors import ParameterError
from redi_desktop.i18n import _
from redi_desktop.packs.draft import Draft
from redi_desktop.packs.repricing import IndexMonth, NewPrice, repriced, with_index_month
from redi_desktop.ui.fields import ChoiceField, TextField
from redi_desktop.ui.parameters.kept_fields import Fields
from redi_desktop.ui.parameters.month_field import MonthField
from redi_desktop.ui.parameters.number_field import NumberField
from redi_desktop.ui.parameters.room_state import RoomState
from redi_desktop.ui.parameters.source_choice import CitedSource, SourceChoice
from redi_desktop.ui.parameters.version_form import VersionForm
from redi_desktop.ui.tasks import Tasks
from redi_desktop.words.pack_entries import item_names
from redi_desktop.words.vocabulary import label


class IndexMonthForm(VersionForm):
    """A month of the consumer price index, the health index, or both."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.month, self.cpi, self.health = MonthField(), NumberField(), NumberField()
        self.source = SourceChoice()
        self.add_line(self.month, self.cpi, self.health)
        self.body.addWidget(self.source)
        self.body.addWidget(self.look)

    def apply(self, state: RoomState) -> None:
        """Offer the month that follows, and the source of the last one."""
        super().apply(state)
        pack = state.baskets
        self.month.set_value(pack.index.last.plus(1))
        self.cpi.set_value(None)
        self.health.set_value(None)
        self.source.offer(pack, _index_sources(pack), pack.index.values[-1].source_id)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        super().retranslate()
        self.set_texts(_("A new month of the price index"), _("Base 2013 = 100, as Statbel publishes it."))
        self.month.set_texts(_("&Month"))
        self.cpi.set_texts(_("&Consumer price index"))
        self.health.set_texts(_("&Health index"))
        self.source.retranslate()

    def fields(self) -> Fields:
        """What can be typed or chosen, by name."""
        return {"month": self.month, "cpi": self.cpi, "health": self.health, **self.source.fields()}

    def take_half_made(self, kept: Mapping[str, Any]) -> None:
        """Show it again."""
        super().take_half_made(kept)
        self.source.show_fields()

    def change(self, state: RoomState) -> Callable[[Draft], Draft]:
        """A further month; a health index takes the source of the health index."""
        month, cpi, health = self.month.value(), self.cpi.value(), self.health.value()
        if month is None or (cpi is None and health is None):
            raise ParameterError("form_incomplete")
        pack, cited = state.baskets, self.source.cited()
        own = pack.health_index.values[-1].source_id if pack.health_index is not None else cited.id
        own = cited.id if cited.row else own
        added = (IndexMonth(month, cpi, None, cited.id), IndexMonth(month, None, health, own))
        return partial(_with_months, cited=cited, added=added)


class PriceForm(VersionForm):
    """What an item costs from a month on: a tariff more where it has tariffs, else another dated price."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._names: dict[str, str] = {}
        self.item = ChoiceField[str]((), self._item_words)
        self.price, self.month = NumberField(), MonthField()
        self.source = SourceChoice()
        self.provenance = ChoiceField[Provenance](tuple(Provenance), label)
        self.note = TextField(characters=60, longest=400)
        self.body.addWidget(self.item)
        self.add_line(self.price, self.month, self.provenance)
        self.body.addWidget(self.source)
        self.body.addWidget(self.note)
        self.body.addWidget(self.look)

    def apply(self, state: RoomState) -> None:
        """Offer the items in the order of their names."""
        super().apply(state)
        pack = state.baskets
        self._names = item_names(pack)
        self.item.set_members(sorted(self._names, key=lambda item_id: self._names[item_id].casefold()))
        self.source.offer(pack, list(pack.sources))

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        if self._state is not None:
            self._names = item_names(self._state.baskets)
        super().retranslate()
        self.set_texts(_("A new price"), _("Several at once are easier to enter in a table or a spreadsheet."))
        self.item.set_texts(_("&Item"))
        self.price.set_texts(_("&Price of a unit, in euro"))
        self.month.set_texts(_("From the month"))
        self.provenance.set_texts(_("Provenance"))
        self.source.retranslate()
        self.note.set_texts(_("Note"))

    def fields(self) -> Fields:
        """What can be typed or chosen, by name."""
        own: Fields = {"item": self.item, "price": self.price, "month": self.month, "provenance": self.provenance}
        return {**own, "note": self.note, **self.source.fields()}

    def take_half_made(self, kept: Mapping[str, Any]) -> None:
        """Show it again."""
        super().take_half_made(kept)
        self.source.show_fields()

    def change(self, state: RoomState) -> Callable[[Draft], Draft]:
        """Another price."""
        item, price, month = self.item.value(), self.price.value(), self.month.value()
        if item is None or price is None or month is None or item not in state.baskets.item_by_id:
            raise ParameterError("form_incomplete")
        cited, provenance = self.source.cited(), self.provenance.value()
        new = NewPrice(item, price, month, cited.id, provenance.value if provenance else "", self.note.value())
        return partial(_with_price, cited=cited, new=new)

    def _item_words(self, item_id: str) -> str:
        return self._names.get(item_id, item_id)


def _with_months(draft: Draft, cited: CitedSource, added: Iterable[IndexMonth]) -> Draft:
    draft = cited.known_to(draft)
    for month in added:
        draft = with_index_month(draft, month)
    return draft


def _with_price(draft: Draft, cited: CitedSource, new: NewPrice) -> Draft:
    return repriced(cited.known_to(draft), [new])


def _index_sources(pack: BasketPack) -> list[str]:
    health = pack.health_index.values if pack.health_index is not None else ()
    return list(dict.fromkeys(value.source_id for value in (*pack.index.values, *health)))

"""Where a figure comes from: one of the sources that the pack names, or a new one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.errors import ParameterError
from redi_desktop.i18n import _
from redi_desktop.packs.draft import Draft
from redi_desktop.packs.editing import with_source
from redi_desktop.ui.fields import ChoiceField, TextField
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.parameters.kept_fields import Fields
from redi_desktop.ui.theme import UNIT
from redi_desktop.words.sources import source_name

_LONGEST = 70


class CitedSource(NamedTuple):
    """A source by its identifier; ``row`` is what the pack is to know of a new one."""

    id: str
    row: Mapping[str, str] = {}

    def known_to(self, draft: Draft) -> Draft:
        """The draft with the source, where it is new."""
        return with_source(draft, self.row) if self.row else draft


class SourceChoice(QWidget):
    """A list of sources; where none is chosen, the fields of a new one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack: BasketPack | None = None
        self.source = ChoiceField[str]((), self._words, none_label=_new_source)
        self.title, self.publisher = TextField(characters=40), TextField(characters=22)
        self.address = TextField(characters=60, longest=500)
        self._new = QWidget(self)
        new = QVBoxLayout(self._new)
        new.setContentsMargins(0, 0, 0, 0)
        new.setSpacing(UNIT * 2)
        new.addLayout(FieldLine(self.title, self.publisher))
        new.addWidget(self.address)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT * 2)
        column.addWidget(self.source)
        column.addWidget(self._new)
        self.source.edited.connect(self.show_fields)

    def offer(self, pack: BasketPack, sources: Sequence[str], chosen: str | None = None) -> None:
        """Offer these sources of a pack."""
        self._pack = pack
        self.source.set_members(sources)
        self.source.set_value(chosen)
        self.show_fields()

    def cited(self) -> CitedSource:
        """What was chosen or typed; raises :class:`ParameterError` where a new one has no title or publisher."""
        chosen, today = self.source.value(), date.today().isoformat()
        if chosen is not None:
            return CitedSource(chosen)
        title, publisher = self.title.value(), self.publisher.value()
        if not title or not publisher or self._pack is None:
            raise ParameterError("form_incomplete")
        number = next(n for n in range(1, 10_000) if f"OWN{n}" not in self._pack.sources)
        row = {"source_id": f"OWN{number}", "title": title, "publisher": publisher, "url": self.address.value()}
        return CitedSource(f"OWN{number}", row | {"date": today, "read_on": today, "remark": ""})

    def fields(self) -> Fields:
        """What can be typed or chosen, by name."""
        return {"source": self.source, "title": self.title, "publisher": self.publisher, "address": self.address}

    def show_fields(self) -> None:
        """Show the fields of a new source where none is chosen."""
        self._new.setVisible(self.source.value() is None)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.source.set_texts(_("Source"))
        self.title.set_texts(_("Title"))
        self.publisher.set_texts(_("Publisher"))
        self.address.set_texts(_("Address"))

    def _words(self, source_id: str) -> str:
        source = self._pack.sources.get(source_id) if self._pack is not None else None
        return source_name(source.title, source.publisher).title[:_LONGEST] if source is not None else source_id


def _new_source() -> str:
    return _("A new source")

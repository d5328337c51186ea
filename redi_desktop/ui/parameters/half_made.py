"""What stands half-made in the room of the parameters, as texts that the vault keeps: it survives a lock and a kill."""

from __future__ import annotations

import base64
import json
import logging
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from redi_desktop.errors import UserError
from redi_desktop.packs.archive import PackInMemory
from redi_desktop.packs.parcel import Parcel, Role, read_parcel
from redi_desktop.store.drafts import LONGEST
from redi_desktop.ui.fields import Field
from redi_desktop.ui.parameters.cells_table import CellsTable
from redi_desktop.ui.parameters.role_words import Corner

if TYPE_CHECKING:
    from redi_desktop.ui.parameters.room import ParametersPage
    from redi_desktop.ui.tasks import Tasks

_NEW, _CORNER = "new", "corner"
_log = logging.getLogger(__name__)


class HalfMadeForm(Protocol):
    """A part of the room in which something can be begun."""

    def half_made(self) -> dict[str, Any]:
        """What stands there, as plain values; empty where nothing does."""
        ...

    def take_half_made(self, kept: Mapping[str, Any]) -> None:
        """Show it again; raises ``ValueError``, ``KeyError`` or ``TypeError`` for what is no such thing."""
        ...


class HalfMade(QObject):
    """The forms of the room together. ``typed`` comes with each keystroke in one of them.

    A form is kept while it differs from how it was begun, and as long as the same parameters are in use.
    """

    typed = Signal()

    def __init__(self, page: ParametersPage, tasks: Tasks) -> None:
        super().__init__(page)
        self._page, self._tasks = page, tasks
        self._forms: dict[str, tuple[Corner, HalfMadeForm]] = {
            "making": (Corner.MAKE, page.making),
            "budgets": (Corner.MAKE, page.budgets),
            "policy": (Corner.POLICY, page.policy),
            "month": (Corner.INDEX, page.month),
            "price": (Corner.INDEX, page.price),
            "legal": (Corner.INDEX, page.legal),
            "cases": (Corner.CASES, page.all_cases),
            _NEW: (Corner.VERSIONS, page.new),
        }
        self._begun: dict[str, str] = {"cases": "", _NEW: ""}
        self._waiting: dict[str, str] = {}
        self._corner = Corner.LOOK
        for form in (page.making, page.budgets, page.policy, page.month, page.price, page.legal, page.new):
            for field in form.findChildren(Field):
                field.edited.connect(self.typed)
            for table in form.findChildren(CellsTable):
                table.changed.connect(self.typed)
        for signal in (page.new.put_aside, page.new.adopted):
            signal.connect(self.typed)

    def begun(self, form: object) -> None:
        """A form was begun anew: what stands in it now was not typed by anybody."""
        for name, (_corner, one) in self._forms.items():
            if one is form:
                self._begun[name] = self._text(one)

    def half_typed(self) -> dict[str, str]:
        """What stands there, in pieces that are not too long for the vault."""
        texts = dict(self._waiting)
        for name, (corner, form) in self._forms.items():
            left = form is self._page.all_cases and not self._page.shows(corner)
            if name in self._begun and name not in texts and not left:
                text = self._text(form)
                texts |= {name: text} if text != self._begun[name] else {}
        if texts:
            texts[_CORNER] = self._page.corner.value() or Corner.LOOK
        pieces = {name: range(0, len(text), LONGEST) for name, text in texts.items()}
        return {
            f"{name}/{start // LONGEST:03}": texts[name][start : start + LONGEST]
            for name, starts in pieces.items()
            for start in starts
        }

    def take_half_typed(self, texts: Mapping[str, str]) -> None:
        """Give back what was kept, as soon as it is known what is in use."""
        for place in sorted(texts):
            name = place.partition("/")[0]
            if name == _CORNER and texts[place] in set(Corner):
                self._corner = Corner(texts[place])
            elif name in self._forms:
                self._waiting[name] = self._waiting.get(name, "") + texts[place]
        self.put_back()

    def put_back(self) -> None:
        """Show what waits, where the page has been read meanwhile."""
        if self._page.state is None or not self._waiting:
            return
        for name, text in list(self._waiting.items()):
            corner, form = self._forms[name]
            self._page.show_corner(corner)
            try:
                self._give(name, form, json.loads(text))
            except (ValueError, KeyError, TypeError, UserError):  # kept by another version of the program
                _log.warning("half_made_unreadable")
                self._waiting.pop(name)
        self._page.show_corner(self._corner)
        self._page.say_given_back()

    def _give(self, name: str, form: HalfMadeForm, kept: dict[str, Any]) -> None:
        if kept["used"] != list(self._page.used):
            self._waiting.pop(name)
        elif name == _NEW and kept["parcel"]:
            work = partial(_read, kept["parcel"])
            self._tasks.aside(work, partial(self._on_parcel, kept), self._on_unreadable)
        elif name == _NEW:
            self._on_parcel(kept, None)
        else:
            form.take_half_made(kept)
            self._waiting.pop(name)

    def _on_parcel(self, kept: dict[str, Any], parcel: Parcel | None) -> None:
        self._waiting.pop(_NEW, None)
        self._page.look_at(Role(kept["role"]), parcel)
        self._page.new.take_half_made(kept)
        self._page.show_corner(self._corner)

    def _on_unreadable(self, _problem: UserError) -> None:
        self._waiting.pop(_NEW, None)

    def _text(self, form: HalfMadeForm) -> str:
        kept = form.half_made()
        return json.dumps({"used": self._page.used, **kept}, ensure_ascii=False) if kept else ""


def _read(packed: str) -> Parcel:
    return read_parcel(PackInMemory(base64.b64decode(packed), "kept.redipack"))

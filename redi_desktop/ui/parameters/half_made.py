"""What stands half-made in the room of the parameters, as texts that the vault keeps: it survives a lock and a kill."""

from __future__ import annotations

import base64
import json
import logging
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from redi_desktop.errors import UserError
from redi_desktop.packs.archive import PackInMemory
from redi_desktop.packs.parcel import Parcel, Role, read_parcel
from redi_desktop.store.drafts import LONGEST
from redi_desktop.ui.fields import Field
from redi_desktop.ui.parameters.role_words import Corner
from redi_desktop.ui.parameters.sections import CORNER_OF, NEW

if TYPE_CHECKING:
    from redi_desktop.ui.parameters.room import ParametersPage
    from redi_desktop.ui.tasks import Tasks

_CORNER = "corner"
_ASKED_FOR = ("all_cases", NEW)
"""What stands in these was asked for, however they were begun."""
_log = logging.getLogger(__name__)


@runtime_checkable
class HalfMadeForm(Protocol):
    """A part of the room in which something can be begun."""

    def half_made(self) -> dict[str, Any]:
        """What stands there, as plain values; empty where nothing does."""
        ...

    def take_half_made(self, kept: Mapping[str, Any]) -> None:
        """Show it again; raises ``ValueError``, ``KeyError`` or ``TypeError`` for what is no such thing."""
        ...


class Begun(NamedTuple):
    """Under which parameters a form was begun, and what stood in it then."""

    under: tuple[str, ...]
    text: str


class HalfMade(QObject):
    """The forms of the room together. ``typed`` comes with each keystroke in one of them.

    A form is kept while it differs from how it was begun, and as long as the same parameters are in use. What was kept
    for a form that is not made yet waits for it, and is kept on meanwhile.
    """

    typed = Signal()

    def __init__(self, page: ParametersPage, tasks: Tasks) -> None:
        super().__init__(page)
        self._page, self._tasks = page, tasks
        self._forms: dict[str, HalfMadeForm] = {}
        self._begun: dict[str, Begun] = {}
        self._waiting: dict[str, str] = {}
        self._corner: Corner | None = None
        for signal in (page.cell_typed, page.new_adopted, page.new_put_aside):
            signal.connect(self.typed)

    def begun(self, name: str, section: QWidget) -> None:
        """A section was begun anew: nobody typed what stands in it now. What was kept for it is put back."""
        if isinstance(section, HalfMadeForm) and name not in self._forms:
            self._forms[name] = section
            for field in section.findChildren(Field):
                field.edited.connect(self.typed)
        started = name in self._forms and name not in _ASKED_FOR
        self._begun[name] = Begun(self._page.used, self._text(self._forms[name]) if started else "")
        self._give(name)

    def look_elsewhere(self) -> None:
        """Somebody looks at a version: one that was kept is not shown in its place."""
        self._waiting.pop(NEW, None)

    def half_typed(self) -> dict[str, str]:
        """What stands there, in pieces that are not too long for the vault."""
        texts = dict(self._waiting)
        for name, form in self._forms.items():
            left = name == "all_cases" and not self._page.shows(Corner.CASES)
            under, empty = self._begun[name]
            if name not in texts and not left and (name in _ASKED_FOR or under == self._page.used):
                text = self._text(form)
                texts |= {name: text} if text != empty else {}
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
            if name == _CORNER:
                self._corner = Corner(texts[place]) if texts[place] in set(Corner) else Corner.LOOK
            elif name in CORNER_OF or name == NEW:
                self._waiting[name] = self._waiting.get(name, "") + texts[place]
        self.put_back()

    def put_back(self) -> None:
        """Go where one was, once it is known what is in use, and say that something is there again.

        What was kept for another corner waits until one looks there.
        """
        if self._page.state is None:
            return
        for name in tuple(self._waiting):
            self._kept(name)
        corner, self._corner = self._corner, None
        if corner is not None and self._waiting:
            for name in tuple(self._begun):
                self._give(name)
            self._page.show_corner(corner)
            self._page.say_given_back()

    def _kept(self, name: str) -> dict[str, Any] | None:
        """What waits under a name; dropped where it rests on other parameters, or was kept by another program."""
        try:
            kept: dict[str, Any] = json.loads(self._waiting[name])
            if kept["used"] == list(self._page.used):
                return kept
        except (ValueError, KeyError, TypeError):
            _log.warning("half_made_unreadable")
        self._waiting.pop(name)
        return None

    def _give(self, name: str) -> None:
        """Put back what waits for a section that was begun."""
        kept = self._kept(name) if name in self._begun and name in self._waiting else None
        if kept is None:
            return
        try:
            if name == NEW:
                self._open(kept)
            else:
                self._forms[name].take_half_made(kept)
                self._waiting.pop(name)
        except (ValueError, KeyError, TypeError, UserError):  # kept by another version of the program
            _log.warning("half_made_unreadable")
            self._waiting.pop(name)

    def _open(self, kept: dict[str, Any]) -> None:
        work = partial(_read, str(kept["parcel"]))
        self._tasks.aside(work, partial(self._on_parcel, kept), self._on_unreadable)

    def _on_parcel(self, kept: dict[str, Any], parcel: Parcel | None) -> None:
        if self._waiting.pop(NEW, None) is not None:
            corner = self._page.corner.value() or Corner.LOOK
            self._page.look_at(Role(kept["role"]), parcel)
            self._page.new.take_half_made(kept)
            self._page.show_corner(corner)

    def _on_unreadable(self, _problem: UserError) -> None:
        self._waiting.pop(NEW, None)

    def _text(self, form: HalfMadeForm) -> str:
        kept = form.half_made()
        return json.dumps({"used": self._page.used, **kept}, ensure_ascii=False) if kept else ""


def _read(packed: str) -> Parcel | None:
    """The set that was looked at; none where a policy was to be given up."""
    return read_parcel(PackInMemory(base64.b64decode(packed), "kept.redipack")) if packed else None

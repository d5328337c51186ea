"""What every page of the wizard is: fields about one subject. It emits what the person did and computes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from redi_desktop.casefile.changes import Change
from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.steps import Step
from redi_desktop.engine.findings import Finding, Severity
from redi_desktop.ui.column_layout import ColumnLayout
from redi_desktop.ui.fields import Field
from redi_desktop.ui.live_result import NOTHING, LiveResult
from redi_desktop.ui.pages.leaving import Leaving
from redi_desktop.ui.theme import UNIT
from redi_desktop.words import findings as finding_words
from redi_desktop.words.vocabulary import label

NOT_YET = frozenset({"missing", "row_unfinished"})
"""What is only missing is said in the panel and the rail; a field turns to error for what was typed into it."""


class CasePart(Protocol):
    """Part of a page that holds something of the case."""

    def forget(self) -> None: ...


class GrowingPart(Protocol):
    """Part of a page that is made a little at a time."""

    @property
    def is_whole(self) -> bool: ...


class Page(QWidget):
    """One step. The shell gives it its title, a scroll area and the buttons; the page puts its fields into ``body``.

    ``changed(change, place)`` carries a function from case to case and the name of the field (several changes in a row
    at the same place are undone as one). ``field_left`` says that a field was left: now is the time to save.
    ``field_asked`` carries the path of a field, maybe of another page, that the person asked to be taken to.
    ``case`` and ``live`` are what the page shows, an empty case before the first one and after ``forget``.
    """

    changed = Signal(object, str)
    field_left = Signal()
    field_asked = Signal(str)
    step: Step

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = ColumnLayout(self)
        self.body.setSpacing(UNIT * 3)
        self._places: dict[str, Field[Any]] = {}
        self._parts: list[CasePart] = []
        self._growing: list[GrowingPart] = []
        self.case, self.live = CaseFile(id=""), NOTHING
        self.leaving = Leaving(self)

    def title(self) -> str:
        """The page's name, at its head and in the rail."""
        return label(self.step)

    def apply(self, case: CaseFile, live: LiveResult) -> None:
        """Show the case as it is now, for which pages add their part. Called after each change; emits nothing."""
        self.case, self.live = case, live

    def prepare(self, _case: CaseFile, _live: LiveResult) -> Iterator[None]:
        """Do beforehand, a piece before each stop, what is long about showing a case; for a page that nobody sees."""
        yield from ()

    def show_again(self) -> None:
        """Show the same case once more: in other words, or because the page was not whole yet."""
        self.apply(self.case, self.live)

    def retranslate(self) -> None:
        """Say every text again in the language in use, those about the case too, without losing a letter."""
        raise NotImplementedError

    def initial_focus(self) -> QWidget:
        """Where typing begins."""
        raise NotImplementedError

    def take_part(self, part: CasePart) -> None:
        """Have a part that forgets the case together with the page."""
        self._parts.append(part)

    def take_growing(self, part: GrowingPart) -> None:
        """Have a part on the page that is made a little at a time."""
        self._growing.append(part)

    def is_whole(self) -> bool:
        """Whether nothing on the page is still being made."""
        return all(part.is_whole for part in self._growing)

    def valid(self) -> bool:
        """Whether everything that stands on the page is understood."""
        return not self.errors() and all(field.understood() for field in self.fields())

    def errors(self) -> list[str]:
        """The errors on the page, in words, in the order of the fields."""
        return [text for text in (field.error_text() for field in self.fields()) if text]

    def show_field(self, path: str) -> None:
        """Go to the field of a finding (``dwelling.bedrooms``); to the nearest one known, else where typing begins."""
        field = self._field_at(path)
        target = field.editor if field is not None else self.initial_focus()
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fields(self) -> list[Field[Any]]:
        """The fields on the page, in the order in which they were made."""
        return [field for field in self.findChildren(Field) if not self.leaving.holds(field)]

    def forget(self) -> None:
        """Let go of the case and of what is half-typed: another case is going to be shown."""
        self.case, self.live = CaseFile(id=""), NOTHING
        for part in self._parts:
            part.forget()
        for field in self.fields():
            field.forget()

    def bind(self, path: str, field: Field[Any], change: Callable[[], Change]) -> None:
        """Tie a field to a place of the case: an edit emits ``change()``, leaving it ``field_left``."""
        self.register(path, field)
        field.edited.connect(_Edit(self, path, change))
        field.left.connect(self.field_left)

    def register(self, path: str, field: Field[Any]) -> None:
        """Say which field of the page stands for a place of the case."""
        self._places[path] = field

    def unregister(self, path: str) -> None:
        """That place has no field any more (its row was removed)."""
        self._places.pop(path, None)

    def half_typed(self) -> dict[str, str]:
        """The texts that are no values yet, by the place of their field."""
        return {path: text for path, field in self._places.items() if (text := field.draft())}

    def take_half_typed(self, texts: Mapping[str, str]) -> set[str]:
        """Put half-typed texts back where their field is on the page; gives the places that were found."""
        found = texts.keys() & self._places.keys()
        for path in found:
            self._places[path].set_draft(texts[path])
        return found

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Write what is wrong under the fields it is about."""
        said: dict[str, str] = {}
        for finding in findings:
            if finding.severity is Severity.ERROR and finding.code not in NOT_YET:
                said.setdefault(finding.field, finding_words.sentence(finding))
        for path, field in self._places.items():
            field.set_error(said.get(path))

    def _field_at(self, path: str) -> Field[Any] | None:
        while path and path not in self._places:
            path = path.rpartition(".")[0]
        return self._places.get(path)


class _Edit:
    """The slot of one field of one page: a plain object, so that nothing captures the page in a lambda."""

    def __init__(self, page: Page, path: str, change: Callable[[], Change]) -> None:
        self._page, self._path, self._change = page, path, change

    def __call__(self) -> None:
        self._page.changed.emit(self._change(), self._path)

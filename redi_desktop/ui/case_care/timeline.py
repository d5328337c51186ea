"""What was done to a case: the rows of its journal, day by day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from redi_desktop.casefile.model import CaseFile
from redi_desktop.i18n import _
from redi_desktop.ui.case_care.timeline_list import TimelineList
from redi_desktop.ui.case_care.timeline_words import Event, Kind, events, kind_words
from redi_desktop.ui.fields import SegmentedField
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.theme import set_role

if TYPE_CHECKING:
    from redi_desktop.store.assessments import KeptAssessment
    from redi_desktop.store.journal import JournalEntry

AT_A_TIME = 12


class TimelineSection(Section):
    """The last events first, more of them on demand; all of them, or those of one kind."""

    def __init__(self, today: Callable[[], date] = date.today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._entries: tuple[JournalEntry, ...] = ()
        self._results: tuple[KeptAssessment, ...] = ()
        self._events: tuple[Event, ...] = ()
        self._wanted = AT_A_TIME
        self.kinds = SegmentedField(tuple(Kind), kind_words, self)
        self.kinds.set_value(Kind.ALL)
        self.kinds.edited.connect(self._on_kind)
        self.list = TimelineList(self)
        self._none = QLabel(self)
        set_role(self._none, "quiet")
        self.more = QPushButton(self)
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._on_more)
        for widget in (self.kinds, self.list, self._none):
            self.body.addWidget(widget)
        self.body.addLayout(FieldLine(self.more))

    def apply(self, _case: CaseFile) -> None:
        """Another case, or the same later; its past comes with :meth:`show_past`."""
        self._wanted = AT_A_TIME
        self.kinds.set_value(Kind.ALL)
        self.show_past((), ())

    def show_past(self, entries: tuple[JournalEntry, ...], results: tuple[KeptAssessment, ...]) -> None:
        """Show the journal's rows about the case, and the results that were kept, which come last first."""
        self._entries, self._results = entries, results
        self._events = events(entries, results)
        self._show()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.set_texts(_("What was done"), _("From the vault's journal, which nobody can change unnoticed."))
        self.kinds.set_texts(_("Show"))
        self.list.setAccessibleName(_("What was done"))
        self._none.setText(_("Nothing of this kind yet."))
        self.show_past(self._entries, self._results)

    def _show(self) -> None:
        kind = self.kinds.value()
        shown = tuple(event for event in self._events if kind in (Kind.ALL, event.kind))
        self.list.show_events(shown[: self._wanted], self._today())
        self.list.setVisible(bool(shown))
        self._none.setVisible(not shown and bool(self._events))
        rest = len(shown) - self._wanted
        self.more.setVisible(rest > 0)
        self.more.setText(_("Show earlier ({count})").format(count=rest))

    def _on_kind(self) -> None:
        self._wanted = AT_A_TIME
        self._show()

    def _on_more(self) -> None:
        self._wanted += AT_A_TIME * 4
        self._show()

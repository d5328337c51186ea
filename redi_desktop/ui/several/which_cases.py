"""Which cases: those that the list shows, each with a box to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QWidget

from redi_desktop.i18n import _, ngettext
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.several.ticked_cases import TickedCases
from redi_desktop.ui.theme import set_role

if TYPE_CHECKING:
    from redi_desktop.store.cases import CaseSummary

LINES = 7
"""Rows in sight."""


class WhichCases(Section):
    """``changed`` comes with each tick."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: tuple[str, ...] = ()
        self.ticks = TickedCases(self)
        self.list = QListView(self)
        self.list.setModel(self.ticks)
        self.list.setUniformItemSizes(True)
        set_role(self.list, "ticks")
        self.all, self.none, self._count = QPushButton(self), QPushButton(self), QLabel(self)
        set_role(self._count, "quiet")
        self.body.addWidget(self.list)
        self.add_line(self.all, self.none, self._count)
        self.ticks.changed.connect(self._on_changed)
        self.all.clicked.connect(self.ticks.tick_all)
        self.none.clicked.connect(self.ticks.tick_none)

    def show_cases(self, cases: tuple[CaseSummary, ...]) -> None:
        """Offer these, all of them ticked."""
        self.ticks.show_cases(cases)
        row = self.list.sizeHintForRow(0) if cases else self.fontMetrics().height()
        self._count.setMinimumHeight(self.all.sizeHint().height())
        self.list.setFixedHeight(row * min(max(len(cases), 1), LINES) + 2 * self.list.frameWidth())
        self._on_changed()

    def chosen(self) -> tuple[str, ...]:
        """The identifiers of the cases that are ticked."""
        return self._chosen

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.set_texts(_("Which cases"), _("Those that the list of cases (F4) shows: search there to find others."))
        self.list.setAccessibleName(_("Which cases"))
        self.all.setText(_("Tick &all"))
        self.none.setText(_("Tick n&one"))
        self._say_count()

    def _on_changed(self) -> None:
        self._chosen = self.ticks.chosen()
        self._say_count()
        self.changed.emit()

    def _say_count(self) -> None:
        count = len(self._chosen)
        self._count.setText(ngettext("{count} case is ticked.", "{count} cases are ticked.", count).format(count=count))

"""Which cases: those that the list shows, each with a box to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QWidget

from redi_desktop.i18n import _, ngettext
from redi_desktop.ui.case_model import title_of
from redi_desktop.ui.pages.section import Section
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
        self._cases: tuple[CaseSummary, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self.list = QListWidget(self)
        self.list.setUniformItemSizes(True)
        set_role(self.list, "ticks")
        self.all, self.none, self._count = QPushButton(self), QPushButton(self), QLabel(self)
        set_role(self._count, "quiet")
        self.body.addWidget(self.list)
        self.add_line(self.all, self.none, self._count)
        self.list.itemChanged.connect(self._on_changed)
        self.all.clicked.connect(self._tick_all)
        self.none.clicked.connect(self._tick_none)

    def show_cases(self, cases: tuple[CaseSummary, ...]) -> None:
        """Offer these, all of them ticked."""
        self._cases = cases
        self.list.blockSignals(True)
        self.list.clear()
        for case in cases:
            item = QListWidgetItem(" · ".join(part for part in (title_of(case), case.reference) if part))
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        row = self.list.sizeHintForRow(0) if cases else self.fontMetrics().height()
        self._count.setMinimumHeight(self.all.sizeHint().height())
        self.list.setFixedHeight(row * min(max(len(cases), 1), LINES) + 2 * self.list.frameWidth())
        self._take(tuple(case.id for case in cases))

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

    def _tick_all(self) -> None:
        self._tick(Qt.CheckState.Checked)

    def _tick_none(self) -> None:
        self._tick(Qt.CheckState.Unchecked)

    def _tick(self, state: Qt.CheckState) -> None:
        self.list.blockSignals(True)
        for place in range(self.list.count()):
            self.list.item(place).setCheckState(state)
        self.list.blockSignals(False)
        self._on_changed()

    def _on_changed(self) -> None:
        ticked = (self.list.item(place).checkState() is Qt.CheckState.Checked for place in range(len(self._cases)))
        self._take(tuple(case.id for case, is_ticked in zip(self._cases, ticked, strict=True) if is_ticked))

    def _take(self, chosen: tuple[str, ...]) -> None:
        self._chosen = chosen
        self._say_count()
        self.changed.emit()

    def _say_count(self) -> None:
        count = len(self._chosen)
        self._count.setText(ngettext("{count} case is ticked.", "{count} cases are ticked.", count).format(count=count))

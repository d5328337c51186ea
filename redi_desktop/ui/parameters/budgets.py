"""The simple form: budgets per need as they are set, for a kind of person or household; no items, no prices."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from redi_desktop import i18n
from redi_desktop.engine.household import Region
from redi_desktop.engine.months import Month
from redi_desktop.errors import ParameterError
from redi_desktop.i18n import _
from redi_desktop.packs.budget_form import FORM, SHEET, as_typed, draft_of_budget_sheets
from redi_desktop.packs.draft import Cells, Draft
from redi_desktop.packs.draft_text import rows_of_lists, table_as_lists
from redi_desktop.packs.faults import first_fault
from redi_desktop.packs.manifest import LANGUAGES
from redi_desktop.packs.parcel import Parcel, Role
from redi_desktop.packs.spreadsheet import HEAD_SHEET
from redi_desktop.packs.workbook import SheetRow
from redi_desktop.ui.deed import Deed
from redi_desktop.ui.fields import TextField
from redi_desktop.ui.pages.many_field import ManyField
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.parameters.cells_table import CellsTable
from redi_desktop.ui.parameters.checking_draft import Checked, checked
from redi_desktop.ui.parameters.fault_list import fault_words
from redi_desktop.ui.parameters.kept_fields import Fields, put_back, written
from redi_desktop.ui.parameters.month_field import MonthField
from redi_desktop.ui.parameters.room_state import RoomState
from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.theme import set_role
from redi_desktop.words.vocabulary import label

_EXAMPLE = {"need": "food", "group": "living", "scope": "person", "sex": "any", "activity": "any", "region": "any",
            "tenure": "any"}  # fmt: skip


class BudgetsSection(Section):
    """``made`` carries the pack that came of the form."""

    made = Signal(object, object)

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base: Draft | None = None
        self._state: RoomState | None = None
        self.id, self.first = TextField(characters=22, longest=64), MonthField()
        self.texts = {key: TextField(characters=40) for key in ("title_fr", "title_nl", "licence")}
        self.source, self.publisher = TextField(characters=40), TextField(characters=24)
        self.regions = ManyField(tuple(Region), _region_word)
        self.table, self.wrong, self.finish = CellsTable(self), Notice(self), Deed(tasks)
        set_role(self.finish.button, "primary")
        self.add_line(self.id, self.first)
        self.add_line(*self.texts.values())
        self.add_line(self.source, self.publisher)
        rest: tuple[QWidget, ...] = (self.regions, self.table, self.wrong, self.finish)
        for widget in rest:
            self.body.addWidget(widget)
        self.regions.set_value(tuple(Region))
        self.finish.asked.connect(self.check)
        self.finish.done.connect(self._on_checked)

    def apply(self, state: RoomState) -> None:
        """The index of the baskets in use moves the budgets; what was typed stays."""
        self._state, self._base = state, None
        if not self.table.rows():
            self.first.set_value(state.baskets.index.last)
            month = str(state.baskets.index.last)
            rows: tuple[Cells, ...] = (dict.fromkeys(FORM.columns, "") | _EXAMPLE | {"month": month},)
            self.table.show_table(FORM, rows, self._fault_of)

    def half_made(self) -> dict[str, Any]:
        """What stands in the form and in its table."""
        return {"rows": table_as_lists(self.table.rows()), **written(self._fields())}

    def take_half_made(self, kept: Mapping[str, Any]) -> None:
        """Show it again."""
        rows = rows_of_lists(kept["rows"])
        put_back(self._fields(), kept)
        self.table.show_table(FORM, rows, self._fault_of)

    def check(self) -> None:
        """Make a pack of what was typed, or tell everything that is wrong."""
        head, rows = self._head(), self.table.rows()
        self.finish.run(partial(_checked, head, rows, self._draft()), _no_words, beside_store=True)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _(
            "For a CPAS that holds licensed budgets: one row for each need and each kind of person or household, "
            "with its amount per month. The price index of the baskets in use moves them."
        )
        self.set_texts(_("Budgets per need"), words)
        self.id.set_texts(_("Identifier"), _("Small letters, digits, . and -"))
        self.first.set_texts(_("Used from the month"))
        names = {"title_fr": _("Title in French"), "title_nl": _("Title in Dutch"), "licence": _("Licence")}
        for key, field in self.texts.items():
            field.set_texts(names[key])
        self.source.set_texts(_("Source"))
        self.publisher.set_texts(_("Publisher"))
        self.regions.set_texts(_("Regions"))
        self.table.retranslate()
        self.finish.set_text(_("Look at what it changes"))

    def _fields(self) -> Fields:
        own: Fields = {"id": self.id, "first": self.first, "source": self.source, "publisher": self.publisher}
        return {**own, "regions": self.regions, **self.texts}

    def _draft(self) -> Draft:
        assert self._state is not None
        if self._base is None:
            self._base = self._state.parcels[Role.BASKETS].draft()
        return self._base

    def _head(self) -> dict[str, str]:
        """What the manifest will say; the method is that the amounts were set elsewhere, in both languages."""
        first, publisher = self.first.value(), self.publisher.value()
        head = {key: field.value() for key, field in self.texts.items()}
        head |= {"id": self.id.value(), "version": "1", "valid_from": str(first) if first else ""}
        head |= {"regions": ", ".join(self.regions.value() or ()), "source_title": self.source.value()}
        month = str(first or Month(2000, 1))
        head |= {"source_publisher": publisher, "source_date": month, "source_read_on": f"{month}-01"}
        for code in LANGUAGES:
            with i18n.speaking(code):
                head[f"method_{code}"] = _("Budgets per need of {publisher}, as they were typed.").format(
                    publisher=publisher
                )
        return head

    def _fault_of(self, cells: Cells) -> ParameterError | None:
        """What is wrong with one row, whatever the head still lacks."""
        try:
            draft = draft_of_budget_sheets(_sheets(_COMPLETE, (cells,)), SHEET, self._draft())
        except ParameterError as error:
            return error
        fault = first_fault(draft)
        typed = as_typed(fault) if fault is not None else None
        return typed if typed is not None and str(typed.field).startswith(SHEET) else None

    def _on_checked(self, found: Checked) -> None:
        parcel: Parcel | None = found.parcel
        self.wrong.show_text(fault_words(found.faults))
        if parcel is not None:
            self.made.emit(parcel.role, parcel)


_COMPLETE = {
    **dict.fromkeys(("id", "version", "title_fr", "title_nl", "method_fr", "method_nl", "licence"), "x"),
    "regions": "flanders, wallonia, brussels",
    "valid_from": "2020-01",
    "source_title": "x",
    "source_publisher": "x",
    "source_date": "2020",
    "source_read_on": "2020-01-01",
}
"""A head that lacks nothing, to look at one row alone."""


def _sheets(head: dict[str, str], rows: tuple[Cells, ...]) -> dict[str, tuple[SheetRow, ...]]:
    """What was typed, as the sheets of the form."""
    values = [FORM.columns, *(tuple(row.get(column, "") for column in FORM.columns) for row in rows)]
    return {
        HEAD_SHEET: tuple(SheetRow(number, pair) for number, pair in enumerate(head.items(), 1)),
        SHEET: tuple(SheetRow(number, tuple(cells)) for number, cells in enumerate(values, 1)),
    }


def _checked(head: dict[str, str], rows: tuple[Cells, ...], base: Draft) -> Checked:
    found = checked(draft_of_budget_sheets(_sheets(head, rows), SHEET, base))
    return found._replace(faults=tuple(as_typed(fault) for fault in found.faults))


def _no_words(_found: Checked) -> str:
    return ""


def _region_word(region: str) -> str:
    return label(Region(region))

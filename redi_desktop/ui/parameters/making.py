"""A pack of one's own: a copy that is edited in a table, or a spreadsheet that was filled in elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from redi_desktop.errors import ParameterError
from redi_desktop.i18n import _
from redi_desktop.packs import editing
from redi_desktop.packs.budget_form import COLUMNS, budget_template
from redi_desktop.packs.draft import Cells, Draft
from redi_desktop.packs.draft_text import draft_of_text, text_of_draft
from redi_desktop.packs.faults import fault_of_row, row_number
from redi_desktop.packs.parcel import Role
from redi_desktop.packs.spreadsheet import template_of, workbook_of
from redi_desktop.ui.deed import Deed
from redi_desktop.ui.fields import ChoiceField, TextField
from redi_desktop.ui.file_place import FilePlace
from redi_desktop.ui.flow_layout import FlowLayout
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.parameters.cells_table import CellsTable
from redi_desktop.ui.parameters.checking_draft import Checked, checked, imported_folder, imported_workbook
from redi_desktop.ui.parameters.fault_list import fault_words
from redi_desktop.ui.parameters.kept_fields import Fields, put_back, written
from redi_desktop.ui.parameters.role_words import role_word
from redi_desktop.ui.parameters.room_state import RoomState
from redi_desktop.ui.parameters.saving import save_bytes, saved_words
from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.theme import UNIT, set_role
from redi_desktop.words.pack_changes import subject_word
from redi_desktop.words.pack_columns import notes

PACKS = (Role.BASKETS, Role.LEGAL, Role.RIGHTS)


class MakingSection(Section):
    """``made`` carries the role and the pack that came of it, to be looked at before it is adopted."""

    made = Signal(object, object)

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._state: RoomState | None = None
        self._draft: Draft | None = None
        self._saved = ""
        self.role = ChoiceField[Role](PACKS, role_word)
        self.id, self.version = TextField(characters=22, longest=64), TextField(characters=12, longest=64)
        self.title_fr, self.title_nl = TextField(characters=36), TextField(characters=36)
        self.file = ChoiceField[str]((), self._file_words)
        self.table, self.wrong = CellsTable(self), Notice(self)
        self.edit, self.finish, self.work = QPushButton(self), Deed(tasks), Deed(tasks)
        self.importing, self.folder, self.export, self.template, self.budgets = (
            QPushButton(self) for _place in range(5)
        )
        self._xlsx, self._csv, self._save = FilePlace(self), FilePlace(self), FilePlace(self)
        self._lay_out()
        self._connect()
        self.role.set_value(Role.BASKETS)

    def _lay_out(self) -> None:
        self.add_line(self.role, self.id, self.version)
        self.add_line(self.title_fr, self.title_nl)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, spacing=UNIT)
        for button in (self.edit, self.importing, self.folder, self.export, self.template, self.budgets):
            flow.addWidget(button)
        self.body.addWidget(buttons)
        self.work.button.hide()
        set_role(self.finish.button, "primary")
        rest: tuple[QWidget, ...] = (self.work, self.file, self.table, self.wrong, self.finish)
        for widget in rest:
            self.body.addWidget(widget)
        self._show_editor(False)

    def _connect(self) -> None:
        self.role.edited.connect(self._on_role)
        self.file.edited.connect(self._show_file)
        self.edit.clicked.connect(self.begin)
        self.importing.clicked.connect(self._ask_workbook)
        self.folder.clicked.connect(self._ask_folder)
        for button in (self.export, self.template, self.budgets):
            button.clicked.connect(self._ask_place)
        self._xlsx.chosen.connect(self.import_workbook)
        self._csv.chosen.connect(self.import_folder)
        self._save.chosen.connect(self._write)
        self.finish.asked.connect(self.check)
        for deed in (self.finish, self.work):
            deed.done.connect(self._on_done)

    def apply(self, state: RoomState) -> None:
        """Begin with what is in use."""
        self._state = state
        self._on_role()

    def begin(self) -> None:
        """Open the tables of a copy of what is in use."""
        self.take_draft(self._base())

    def take_draft(self, draft: Draft) -> None:
        """Edit a draft in its tables."""
        self._draft = draft
        self.table.model.form = None
        self.file.set_members([form.file for form in draft.forms])
        self.file.set_value(draft.forms[0].file)
        self.wrong.show_text("")
        self.finish.say("")
        self._show_editor(True)
        self._show_file()

    def import_workbook(self, path: Path) -> None:
        """Read an XLSX file."""
        assert self._state is not None
        work = partial(imported_workbook, path, self._state.parcels[Role.BASKETS].draft())
        self.work.run(work, _no_words, beside_store=True)

    def import_folder(self, path: Path) -> None:
        """Read a folder of CSV files."""
        self.work.run(partial(imported_folder, path), _no_words, beside_store=True)

    def half_made(self) -> dict[str, Any]:
        """What stands in the form, and the tables where they are open."""
        self._keep_rows()
        kept = text_of_draft(self._draft) if self._draft is not None else ""
        return {"draft": kept, **written(self._fields()), "file": self.file.value()}

    def take_half_made(self, kept: Mapping[str, Any]) -> None:
        """Show it again."""
        draft = draft_of_text(kept["draft"]) if kept["draft"] else None
        self.role.set_value(Role(kept["role"]))
        self._on_role()
        if draft is not None:
            self.take_draft(draft)
            self.file.set_value(kept["file"])
            self._show_file()
        put_back(self._fields(), kept)

    def check(self) -> None:
        """Check the draft whole; where nothing is wrong it is a pack."""
        self._keep_rows()
        if self._draft is not None:
            title = {"fr": self.title_fr.value(), "nl": self.title_nl.value()}
            head = {"id": self.id.value(), "version": self.version.value(), "title": title}
            draft = editing.with_head(self._draft, **head)
            self.finish.run(partial(checked, draft), _no_words, beside_store=True)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _(
            "Copy what is in use and change it in a table here, or in a spreadsheet that you import again. "
            "Licensed budgets per need go into the simpler form."
        )
        self.set_texts(_("A pack of your own"), words)
        self.role.set_texts(_("&Begin with a copy of"))
        self.id.set_texts(_("Identifier"), _("Small letters, digits, . and -"))
        self.version.set_texts(_("Version"))
        self.title_fr.set_texts(_("Title in French"))
        self.title_nl.set_texts(_("Title in Dutch"))
        self.edit.setText(_("&Edit in a table"))
        self.importing.setText(_("Import a spreadsheet (XLSX)…"))
        self.folder.setText(_("Import a folder of CSV files…"))
        self.export.setText(_("Export as a spreadsheet…"))
        self.template.setText(_("Empty template…"))
        self.budgets.setText(_("Template for budgets per need…"))
        self.file.set_texts(_("&Table"))
        self.finish.set_text(_("&Look at what it changes"))
        self.table.retranslate()

    def _fields(self) -> Fields:
        titles = {"title_fr": self.title_fr, "title_nl": self.title_nl}
        return {"role": self.role, "id": self.id, "version": self.version, **titles}

    def _show_editor(self, shown: bool) -> None:
        widgets: tuple[QWidget, ...] = (self.file, self.table, self.finish)
        for widget in widgets:
            widget.setVisible(shown)

    def _on_role(self) -> None:
        """Another pack to begin with: its name, and the version that follows."""
        if self._state is None:
            return
        pack = self._state.parcels[self.role.value() or Role.BASKETS].content
        self.id.set_value(pack.id)
        self.version.set_value(editing.next_version(pack.version))
        self.title_fr.set_value(pack.title["fr"])
        self.title_nl.set_value(pack.title["nl"])
        self._draft = None
        self._show_editor(False)
        self.wrong.show_text("")

    def _base(self) -> Draft:
        assert self._state is not None
        return self._state.parcels[self.role.value() or Role.BASKETS].draft()

    def _file_words(self, file: str) -> str:
        forms = self._draft.forms if self._draft is not None else ()
        found = next((form for form in forms if form.file == file), None)
        return subject_word(found.subject) if found is not None else file

    def _show_file(self) -> None:
        self._keep_rows()
        if self._draft is not None and self.file.value():
            form = editing.form_of(self._draft, self.file.value() or "")
            self.table.show_table(form, self._draft.tables[form.file], self._fault_of)

    def _keep_rows(self) -> None:
        """Put what was typed into the draft, before another table is shown."""
        form = self.table.model.form
        if self._draft is not None and form is not None and form in self._draft.forms:
            self._draft = replace(self._draft, tables={**self._draft.tables, form.file: self.table.rows()})

    def _fault_of(self, cells: Cells) -> ParameterError | None:
        assert self._draft is not None
        return fault_of_row(self._draft, self.file.value() or "", cells)

    def _on_done(self, result: object) -> None:
        if not isinstance(result, Checked):
            return
        if result.parcel is not None:
            self.wrong.show_text("")
            self.made.emit(result.parcel.role, result.parcel)
            return
        self.wrong.show_text(fault_words(result.faults))
        self._offer_mending(result)

    def _offer_mending(self, result: Checked) -> None:
        """Open the tables at the first fault that has a row."""
        placed = next((found for fault in result.faults if (found := row_number(result.draft, fault))), None)
        if placed is None:
            return
        file, row = placed
        column = str(result.faults[0].values.get("column", ""))
        words = self.wrong.text()
        self.take_draft(result.draft)
        self.file.set_value(file)
        self._show_file()
        self.table.go_to(row, column)
        self.wrong.show_text(words)

    def _ask_workbook(self) -> None:
        self._xlsx.ask_existing(_("Import a spreadsheet"), _("Spreadsheets (*.xlsx)"))

    def _ask_folder(self) -> None:
        self._csv.ask_folder(_("Import a folder of CSV files"))

    def _ask_place(self) -> None:
        names = {self.export: self.id.value() or "pack", self.template: "template", self.budgets: "budgets"}
        button = self.sender()
        self._saved = next(name for one, name in names.items() if one is button)
        self._save.ask(_("Save as a spreadsheet"), f"{self._saved}.xlsx", _("Spreadsheets (*.xlsx)"))

    def _write(self, path: Path) -> None:
        makers = {"budgets": partial(budget_template, notes(COLUMNS)), "template": partial(_template, self._base())}
        make = makers.get(self._saved, partial(_exported, self._base()))
        self.work.run(partial(_written, make, path), saved_words, beside_store=True)


def _template(draft: Draft) -> bytes:
    return template_of(draft, notes(draft.columns))


def _exported(draft: Draft) -> bytes:
    return workbook_of(draft, notes(draft.columns))


def _written(make: partial[bytes], path: Path) -> Path:
    return save_bytes(make(), path)


def _no_words(_checked: object) -> str:
    return ""

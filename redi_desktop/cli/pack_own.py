"""``redi-desktop pack copy|set|template|export|import``: a pack of one's own, in the terminal or in a spreadsheet."""

from __future__ import annotations

import argparse
from pathlib import Path

from redi_desktop.cli.output import place_of, show, show_faults, write_file, write_pack
from redi_desktop.cli.pack_writing import write_changed, write_checked
from redi_desktop.errors import ParameterError
from redi_desktop.i18n import gettext as _
from redi_desktop.packs import editing
from redi_desktop.packs.budget_form import (
    COLUMNS,
    as_typed,
    budget_template,
    draft_of_budget_sheets,
    is_budget_form,
)
from redi_desktop.packs.draft import read_draft
from redi_desktop.packs.embedded import LEGAL_TABLES, OPEN_BASKETS
from redi_desktop.packs.faults import faults
from redi_desktop.packs.files_given import read_sheet
from redi_desktop.packs.spreadsheet import draft_of_csv, draft_of_sheets, template_of, workbook_of
from redi_desktop.packs.workbook import read_workbook
from redi_desktop.words.pack_columns import notes

_BASES = {"baskets": OPEN_BASKETS, "legal": LEGAL_TABLES}


def copy(arguments: argparse.Namespace) -> int:
    """Copy a pack."""
    old = read_draft(place_of(arguments.pack))
    title = {"fr": arguments.title_fr, "nl": arguments.title_nl}
    own = editing.own_copy(old, arguments.id, title, arguments.version or "1")
    return write_checked(own, arguments)


def set_cells(arguments: argparse.Namespace) -> int:
    """Change the cells of one row."""
    old = read_draft(place_of(arguments.pack))
    cells = {}
    for written in arguments.cells:
        column, equals, value = written.partition("=")
        if not equals:
            raise ParameterError("pack_column_unknown", field=written, file=arguments.table, column=written)
        cells[column] = value
    return write_changed(editing.with_cells(old, arguments.table, tuple(arguments.row), cells), old, arguments)


def template(arguments: argparse.Namespace) -> int:
    """Write a spreadsheet to fill in."""
    if arguments.kind == "budgets":
        return _wrote(arguments, budget_template(notes(COLUMNS)))
    draft = read_draft(place_of(Path(_BASES[arguments.kind])))
    return _wrote(arguments, template_of(draft, notes(draft.columns)))


def export(arguments: argparse.Namespace) -> int:
    """Write a pack as a spreadsheet."""
    draft = read_draft(place_of(arguments.pack))
    return _wrote(arguments, workbook_of(draft, notes(draft.columns)))


def import_pack(arguments: argparse.Namespace) -> int:
    """Make a pack from a spreadsheet or a folder of CSV files."""
    source = arguments.source
    if source.is_dir():
        files = {path.name: read_sheet(path) for path in sorted(source.glob("*.csv"))}
        return write_checked(draft_of_csv(files, source.name), arguments)
    sheets = read_workbook(read_sheet(source), source.name)
    if not is_budget_form(sheets):
        return write_checked(draft_of_sheets(sheets, source.name), arguments)
    draft = draft_of_budget_sheets(sheets, source.name, read_draft(place_of(arguments.base)))
    found = [as_typed(fault) for fault in faults(draft)]
    return show_faults(found, arguments.format) if found else write_pack(draft, arguments.out, arguments.format)


COMMANDS = {
    "copy": copy,
    "set": set_cells,
    "template": template,
    "export": export,
    "import": import_pack,
}


def _wrote(arguments: argparse.Namespace, content: bytes) -> int:
    write_file(arguments.out, content)
    data = {"format": "redi-sheet-written/1", "path": str(arguments.out), "bytes": len(content)}
    show(data, arguments.format, [_("{path} is written.").format(path=arguments.out)])
    return 0

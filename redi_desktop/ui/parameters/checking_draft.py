"""From tables that somebody has typed or imported to a pack, or to everything that keeps them from being one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from redi_desktop.errors import ParameterError
from redi_desktop.packs.budget_form import as_typed, draft_of_budget_sheets, is_budget_form
from redi_desktop.packs.draft import Draft, sealed
from redi_desktop.packs.faults import faults
from redi_desktop.packs.files_given import read_sheet
from redi_desktop.packs.parcel import Parcel, parcel_of
from redi_desktop.packs.spreadsheet import draft_of_csv, draft_of_sheets
from redi_desktop.packs.workbook import read_workbook


class Checked(NamedTuple):
    """The pack that a draft stands for, or what is wrong with it: one of the two is empty."""

    draft: Draft
    parcel: Parcel | None
    faults: tuple[ParameterError, ...] = ()


def checked(draft: Draft) -> Checked:
    """Check a draft whole, and seal it where nothing is wrong."""
    found = faults(draft)
    return Checked(draft, None, found) if found else Checked(draft, parcel_of(sealed(draft)))


def imported_workbook(path: Path, base: Draft) -> Checked:
    """What an XLSX file holds; the simple form of budgets is moved by the index of ``base``. Raises ParameterError."""
    sheets = read_workbook(read_sheet(path), path.name)
    if not is_budget_form(sheets):
        return checked(draft_of_sheets(sheets, path.name))
    found = checked(draft_of_budget_sheets(sheets, path.name, base))
    return found._replace(faults=tuple(as_typed(fault) for fault in found.faults))


def imported_folder(path: Path) -> Checked:
    """What a folder of CSV files holds; raises :class:`ParameterError`."""
    files: Mapping[str, bytes] = {one.name: read_sheet(one) for one in sorted(path.glob("*.csv"))}
    return checked(draft_of_csv(files, path.name))

"""Files that a person gives to make or sign a pack, refused where they are too large to be what they should be."""

from __future__ import annotations

from pathlib import Path

from redi_desktop.errors import ParameterError
from redi_desktop.packs.workbook import LARGEST_FILE

LARGEST_KEY = 20_000


def read_sheet(path: Path) -> bytes:
    """The content of a table or spreadsheet; raises :class:`ParameterError`."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ParameterError("sheet_file_too_large", field=path.name, file=path.name)
        return path.read_bytes()
    except OSError as error:
        raise ParameterError("pack_not_found", field=str(path)) from error


def read_key(path: Path) -> bytes:
    """The content of a key file, public or private; raises :class:`ParameterError`."""
    try:
        if path.stat().st_size > LARGEST_KEY:
            raise ParameterError("signing_key_unreadable", field=path.name, file=path.name)
        return path.read_bytes()
    except OSError as error:
        raise ParameterError("signing_key_unreadable", field=path.name, file=path.name) from error

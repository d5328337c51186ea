"""A set of parameters written to a file that can be handed on."""

from __future__ import annotations

from pathlib import Path

from redi_desktop.i18n import _
from redi_desktop.packs.parcel import Parcel, written_parcel
from redi_desktop.report.files import write_bytes


def save_parcel(parcel: Parcel, path: Path) -> Path:
    """Write it; raises :class:`UserError`."""
    return save_bytes(written_parcel(parcel), path)


def save_bytes(content: bytes, path: Path) -> Path:
    """Write a file whole or not at all; raises :class:`UserError`."""
    write_bytes(content, path)
    return path


def saved_words(path: Path) -> str:
    """That it is written, and where."""
    return _("Written: {path}").format(path=path)

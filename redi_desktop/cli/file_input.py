"""What the commands read: a file of facts, a date, each refused with a message that names it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from redi_desktop.casefile.strict_json import LARGEST_BYTES
from redi_desktop.errors import CaseError


def content(path: Path, too_large: str) -> bytes:
    """The content of a file; raises :class:`CaseError`, with the code ``too_large`` for one that cannot be right."""
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise CaseError(too_large, bytes=path.stat().st_size)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise CaseError("file_not_found", path=path) from error
    except OSError as error:
        raise CaseError("file_unreadable", path=path) from error


def day(written: str | None) -> date | None:
    """The day of ``--date``, ``None`` where it was not given; raises :class:`CaseError`."""
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise CaseError("date_option_bad", field="--date", value=written[:40]) from error

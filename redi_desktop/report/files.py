"""Putting what leaves the program into a file: whole or not at all, readable by this user alone."""

from __future__ import annotations

from pathlib import Path

from redi_desktop.durable_files import write_among_others
from redi_desktop.errors import DocumentError


def write_bytes(content: bytes, path: Path) -> None:
    """Put a document's bytes in place of a file, whole or not at all, readable by this user alone."""
    try:
        write_among_others(path, content)
    except FileNotFoundError as error:
        raise DocumentError("document_folder_missing", path=path) from error
    except PermissionError as error:
        raise DocumentError("document_not_allowed", path=path) from error
    except OSError as error:
        raise DocumentError("document_not_written", path=path) from error

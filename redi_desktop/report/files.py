"""Putting what leaves the program into a file: whole or not at all, readable by this user alone."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from redi_desktop.errors import DocumentError


def write_bytes(content: bytes, path: Path) -> None:
    """Put a document's bytes in place of a file, whole or not at all, readable by this user alone."""
    try:
        _replace(content, path)
    except FileNotFoundError as error:
        raise DocumentError("document_folder_missing", path=path) from error
    except PermissionError as error:
        raise DocumentError("document_not_allowed", path=path) from error
    except OSError as error:
        raise DocumentError("document_not_written", path=path) from error


def _replace(content: bytes, path: Path) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".redi-")
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise

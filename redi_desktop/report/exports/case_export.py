"""One case in the public form ``redi-case/1``, to keep, hand over or read with another program."""

from __future__ import annotations

from pathlib import Path

from redi_desktop.casefile.json_form import to_json
from redi_desktop.casefile.model import CaseFile
from redi_desktop.errors import DocumentError
from redi_desktop.report.files import write_bytes


def write_case(case: CaseFile, path: Path) -> None:
    """Write the case; raises :class:`DocumentError` where the name does not end in .json or the disk refuses."""
    if path.suffix.lower() != ".json":
        raise DocumentError("export_form_unknown", path=path, forms=".json")
    write_bytes(to_json(case), path)

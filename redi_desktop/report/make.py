"""The one door to the documents: make one, then write it to a file or take its bytes."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Literal

from redi_desktop import i18n
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Assessment
from redi_desktop.errors import DocumentError
from redi_desktop.report.content import Document, DocumentKind, Letterhead
from redi_desktop.report.explanation_annex import explanation_annex
from redi_desktop.report.person_copy import person_copy
from redi_desktop.report.reported import Reported
from redi_desktop.report.social_report import social_report

Form = Literal["pdf", "html"]
_MAKERS: dict[DocumentKind, Callable[[Reported], Document]] = {
    DocumentKind.SOCIAL_REPORT: social_report,
    DocumentKind.EXPLANATION: explanation_annex,
    DocumentKind.PERSON_COPY: person_copy,
}
_FORMS: dict[str, Form] = {".pdf": "pdf", ".html": "html", ".htm": "html"}


def make(
    kind: DocumentKind | str,
    case: CaseFile,
    assessment: Assessment,
    letterhead: Letterhead | str,
    language: str,
    today: date,
) -> Document:
    """A document in one of the program's languages; ``letterhead`` may be the bare name of the CPAS.

    Raises :class:`DocumentError` for a kind that does not exist.
    """
    head = Letterhead(letterhead) if isinstance(letterhead, str) else letterhead
    try:
        maker = _MAKERS[DocumentKind(kind)]
    except ValueError as error:
        raise DocumentError("document_kind_unknown", kind=kind) from error
    with i18n.speaking(language):
        return maker(Reported.of(case, assessment, head, today))


def to_bytes(document: Document, form: Form) -> bytes:
    """The document as a PDF or as one HTML file; the same document gives the same bytes."""
    if form == "html":
        from redi_desktop.report.html import to_html

        return to_html(document).encode()
    from redi_desktop.report.pdf.render import to_pdf

    return to_pdf(document)


def write(document: Document, path: Path) -> None:
    """Write the document, whole or not at all; the ending of the name (.pdf, .html) says in which form.

    Raises :class:`DocumentError` where the ending is another one or the disk refuses; what stood there before stands.
    """
    form = _FORMS.get(path.suffix.lower())
    if form is None:
        raise DocumentError("document_form_unknown", path=path)
    write_bytes(to_bytes(document, form), path)


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


def file_name(document: Document, form: Form) -> str:
    """A name for the file that says nothing about the person: kind, the figures of the case reference, date."""
    reference = re.sub(r"[^0-9]+", "-", document.reference).strip("-")[:40]
    parts = [document.kind.value, reference, document.day.isoformat(), document.language]
    return "_".join(part for part in parts if part) + f".{form}"

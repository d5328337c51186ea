"""The one door to the documents: make one, then write it to a file or take its bytes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Literal

from redi_desktop import i18n
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Assessment
from redi_desktop.errors import DocumentError
from redi_desktop.report import kinds, pseudonym
from redi_desktop.report.acknowledgement import acknowledgement
from redi_desktop.report.content import Document, DocumentKind, Letterhead
from redi_desktop.report.decision_letter import decision_letter
from redi_desktop.report.explanation_annex import explanation_annex
from redi_desktop.report.files import write_bytes as write_bytes
from redi_desktop.report.information_sheet import information_sheet
from redi_desktop.report.intake_form import intake_form
from redi_desktop.report.monthly_budget import monthly_budget
from redi_desktop.report.occasion import USUAL, Choices, Occasion
from redi_desktop.report.person_copy import person_copy
from redi_desktop.report.reported import Reported
from redi_desktop.report.scenario_comparison import scenario_comparison
from redi_desktop.report.social_report import social_report

Form = Literal["pdf", "html"]
_K = DocumentKind
_ABOUT_A_RESULT: dict[DocumentKind, Callable[[Reported], Document]] = {
    _K.SOCIAL_REPORT: social_report,
    _K.PERSON_COPY: person_copy,
    _K.EXPLANATION: explanation_annex,
    _K.MONTHLY_BUDGET: monthly_budget,
    _K.SCENARIOS: scenario_comparison,
}
_ABOUT_A_CASE: dict[DocumentKind, Callable[[Occasion], Document]] = {
    _K.DECISION_LETTER: decision_letter,
    _K.ACKNOWLEDGEMENT: acknowledgement,
    _K.INFORMATION_SHEET: information_sheet,
    _K.INTAKE_FORM: intake_form,
}
_FORMS: dict[str, Form] = {".pdf": "pdf", ".html": "html", ".htm": "html"}


def make(
    kind: DocumentKind | str,
    case: CaseFile,
    assessment: Assessment | None,
    letterhead: Letterhead | str,
    language: str,
    today: date,
    choices: Choices = USUAL,
) -> Document:
    """A document in one of the program's languages; ``letterhead`` may be the bare name of the CPAS.

    ``assessment`` may be missing for those of :data:`kinds.WITHOUT_RESULT`. Raises :class:`DocumentError` for a kind
    that does not exist or whose matter is not there yet, :class:`ParameterError` for faulty texts of the CPAS.
    """
    head = Letterhead(letterhead) if isinstance(letterhead, str) else letterhead
    try:
        known = DocumentKind(kind)
    except ValueError as error:
        raise DocumentError("document_kind_unknown", kind=kind) from error
    missing = kinds.lacking(known, case, assessment is not None)
    if missing is not None:
        raise DocumentError(missing, kind=known.value)
    with i18n.speaking(language):
        if choices.pseudonym:
            case, assessment = pseudonym.replaced(case, assessment)
        return _made(known, case, assessment, head, today, choices)


def _made(
    kind: DocumentKind, case: CaseFile, assessment: Assessment | None, head: Letterhead, day: date, choices: Choices
) -> Document:
    if assessment is None:
        return _ABOUT_A_CASE[kind](Occasion.of(case, head, day, choices))
    reported = Reported.about(case, assessment, head, day, choices)
    return (_ABOUT_A_CASE.get(kind) or _ABOUT_A_RESULT[kind])(reported)


def to_bytes(document: Document, form: Form, password: str | None = None) -> bytes:
    """The document as a PDF or as one HTML file; the same document gives the same bytes.

    With a ``password`` the PDF is encrypted (AES-256), differently each time. Raises :class:`DocumentError` for a
    password that cannot be used, or with a web page.
    """
    if form == "html":
        if password is not None:
            raise DocumentError("document_web_page_unprotected")
        from redi_desktop.report.html import to_html

        return to_html(document).encode()
    from redi_desktop.report.pdf.protection import protected
    from redi_desktop.report.pdf.render import to_pdf

    return to_pdf(document) if password is None else protected(to_pdf(document), password)


def write(document: Document, path: Path, password: str | None = None) -> None:
    """Write the document, whole or not at all; the ending of the name (.pdf, .html) says in which form.

    Raises :class:`DocumentError` where the ending is another one or the disk refuses; what stood there before stands.
    """
    form = _FORMS.get(path.suffix.lower())
    if form is None:
        raise DocumentError("document_form_unknown", path=path)
    write_bytes(to_bytes(document, form, password), path)


def file_name(document: Document, form: Form) -> str:
    """A name for the file that says nothing about the person: kind, the figures of the case reference, date."""
    parts = [document.kind.value, pseudonym.figures_of(document.reference), document.day.isoformat(), document.language]
    return "_".join(part for part in parts if part) + f".{form}"

"""``redi-desktop report``: a document about a case, as PDF or web page, under the letterhead set on this machine."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from redi_desktop import paths, settings
from redi_desktop.casefile.model import CaseFile
from redi_desktop.cli import case_input
from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.findings import BadFacts
from redi_desktop.errors import DocumentError
from redi_desktop.report.content import DocumentKind, Letterhead
from redi_desktop.settings import Settings

if TYPE_CHECKING:
    from redi_desktop.report.content import Document
    from redi_desktop.report.make import Form

_WEB_PAGES = (".html", ".htm")


def add_command(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``report``."""
    writing = verbs.add_parser("report", parents=[case_input.options()], help="write a document about a case")
    writing.add_argument("--kind", choices=[kind.value for kind in DocumentKind], default="social-report")
    writing.add_argument("--format", choices=("pdf", "html"), help="the form; else as the ending of --out says, or PDF")
    writing.add_argument("--out", type=Path, metavar="FILE|DIR", help="where to; a folder takes the suggested name")
    writing.add_argument("--pseudonym", action="store_true", help="call persons by their place in the household")
    writing.add_argument("--letters", type=Path, metavar="DIR", help="the CPAS's own texts (fr.toml …)")
    writing.add_argument("--password-stdin", action="store_true", help="encrypt the PDF; one line of standard input")


def run(arguments: argparse.Namespace) -> int:
    """Write the document and print where it is."""
    from redi_desktop.report.make import file_name, make, to_bytes, write_bytes
    from redi_desktop.report.occasion import Choices

    case = case_input.case_at(arguments.case)
    result = _result(arguments, case)
    kept = settings.load(paths.config_folder())
    own_texts = Path(kept.letters_folder) if kept.letters_folder else None
    choices = Choices(pseudonym=arguments.pseudonym, letters=arguments.letters or own_texts)
    language = arguments.lang or case.request.language.value
    made: Document = make(arguments.kind, case, result, _letterhead(kept), language, date.today(), choices)
    out: Path = arguments.out or Path()
    form: Form = arguments.format or ("html" if out.suffix.lower() in _WEB_PAGES else "pdf")
    path = out / file_name(made, form) if out.is_dir() else out
    if path.suffix.lower() not in (".pdf", *_WEB_PAGES):
        raise DocumentError("document_form_unknown", path=path)
    password = sys.stdin.readline().rstrip("\r\n") if arguments.password_stdin else None
    write_bytes(to_bytes(made, form, password), path)
    print(path)
    return 0


def _result(arguments: argparse.Namespace, case: CaseFile) -> Assessment | None:
    """The result; ``None`` where there is none and the document needs none."""
    from redi_desktop.report.kinds import WITHOUT_RESULT

    try:
        return case_input.assessed(arguments, case)
    except BadFacts:
        if DocumentKind(arguments.kind) not in WITHOUT_RESULT:
            raise
        return None


def _letterhead(kept: Settings) -> Letterhead:
    return Letterhead(kept.cpas_name, kept.cpas_address, kept.worker_name, kept.worker_contact)

"""How a document leaves the program: on paper, as a PDF, as a web page. Each time the journal is told."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget

from redi_desktop.errors import UserError
from redi_desktop.i18n import _
from redi_desktop.report.content import Document
from redi_desktop.report.make import Form, file_name, to_bytes, write_bytes
from redi_desktop.store.acts import Act
from redi_desktop.ui.file_place import FilePlace
from redi_desktop.ui.journaling import Journaling
from redi_desktop.ui.pages.document_password import DocumentPassword
from redi_desktop.ui.pages.document_work import Made
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.printing import PrintedPages
from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.theme import set_role
from redi_desktop.words import problems

if TYPE_CHECKING:
    from redi_desktop.store.vault import Vault


class DocumentDelivery(Section):
    """The buttons that let a document go, and what became of it."""

    def __init__(self, vault: Vault, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._journaling = tasks, Journaling(vault, tasks)
        self._made: Made | None = None
        self._form: Form = "pdf"
        self._saved: Path | None = None
        self._printing: tuple[str | None, Document] | None = None
        self._case_id: str | None = ""
        self.place, self.pages = FilePlace(self), PrintedPages(tasks, self)
        self.print, self.save_pdf, self.save_html, self.open_folder = (QPushButton(self) for _place in range(4))
        self.password, self.notice = DocumentPassword(self), Notice(self)
        set_role(self.save_pdf, "primary")
        set_role(self.open_folder, "link")
        self.add_line(self.save_pdf, self.print, self.save_html)
        self.body.addWidget(self.password)
        self.body.addWidget(self.notice)
        self.add_line(self.open_folder)
        self._connect()
        self.show_document("", None)

    def _connect(self) -> None:
        self.place.chosen.connect(self.save_to)
        self.print.clicked.connect(self._print)
        self.save_pdf.clicked.connect(self._ask_pdf)
        self.save_html.clicked.connect(self._ask_html)
        self.open_folder.clicked.connect(self._open_folder)
        self.password.changed.connect(self._enable)
        self.pages.printed.connect(self._on_printed)
        self.pages.failed.connect(self.show_problem)

    def show_document(self, case_id: str | None, made: Made | None) -> None:
        """Take the document that is looked at, and the case it is about; ``None`` where there is none."""
        if made is not self._made or case_id != self._case_id:
            self.notice.show_text("")
            self._saved = None
        self._case_id, self._made = case_id, made
        self._enable()

    def forget(self) -> None:
        """Let go of the document and of the password."""
        self.password.forget()
        self.show_document("", None)

    def retranslate(self) -> None:
        """Say every text in the language in use."""
        words = _("A file that is saved is no longer protected by the vault. The journal keeps that it was made.")
        self.set_texts(_("Print or save"), words)
        self.print.setText(_("P&rint…"))
        self.save_pdf.setText(_("Save as &PDF…"))
        self.save_html.setText(_("Save as &web page…"))
        self.open_folder.setText(_("Open the folder"))
        self.password.retranslate()

    def save_to(self, path: Path) -> None:
        """Write the document that is looked at, off the window's thread."""
        if self._made is not None:
            form: Form = "html" if path.suffix.lower() in (".html", ".htm") else self._form
            work = partial(_written, self._made, path, form, self.password.value() if form == "pdf" else None)
            left = (self._case_id, self._made.document)
            self._tasks.aside(work, partial(self._on_written, left, form), self.show_problem)

    def show_problem(self, problem: UserError) -> None:
        """Say what went wrong."""
        self.notice.show_text(problems.sentence(problem))

    def _enable(self) -> None:
        there = self._made is not None
        for button in (self.save_pdf, self.print):
            button.setEnabled(there)
        self.save_html.setEnabled(there and not self.password.wanted.value())
        self.open_folder.setVisible(self._saved is not None)

    def _ask_pdf(self) -> None:
        if self.password.is_ready():
            self._ask("pdf", _("PDF document (*.pdf)"))

    def _ask_html(self) -> None:
        self._ask("html", _("Web page (*.html)"))

    def _ask(self, form: Form, kind: str) -> None:
        if self._made is not None:
            self._form = form
            self.place.ask(_("Save the document"), file_name(self._made.document, form), kind)

    def _print(self) -> None:
        if self._made is not None:
            self._printing = (self._case_id, self._made.document)
            self.pages.ask(_Kept(self._made.pdf), self)

    def _on_printed(self) -> None:
        if self._printing is not None:
            self._note(self._printing, "print", partial(self._say, _("The document went to the printer.")))

    def _on_written(self, left: tuple[str | None, Document], form: Form, path: Path) -> None:
        self._saved = path
        self._note(left, form, partial(self._say, _("Saved: {path}").format(path=path)))
        self._enable()

    def _say(self, words: str, _nothing: None) -> None:
        self.notice.show_text(words)

    def _note(self, left: tuple[str | None, Document], form: str, then: Callable[[None], None]) -> None:
        case_id, document = left
        what = f"{document.kind} {document.language} {form}"
        self._journaling.note(Act.DOCUMENT_MADE, what, [case_id], then, self.show_problem)

    def _open_folder(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))


class _Kept:
    """A PDF that is there already, as work."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf

    def __call__(self) -> bytes:
        """The PDF."""
        return self._pdf


def _written(result: Made, path: Path, form: Form, password: str | None) -> Path:
    if form == "pdf" and password is None:
        write_bytes(result.pdf, path)
    else:
        write_bytes(to_bytes(result.document, form, password), path)
    return path

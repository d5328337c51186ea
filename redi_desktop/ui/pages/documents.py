"""The documents: chosen, looked at as they will be printed, and saved where the worker says."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from redi_desktop.casefile.model import CaseFile, SpokenLanguage
from redi_desktop.casefile.steps import Step
from redi_desktop.errors import UserError
from redi_desktop.i18n import _
from redi_desktop.report.content import DocumentKind
from redi_desktop.report.make import Form, to_bytes, write_bytes
from redi_desktop.ui.fields import SegmentedField
from redi_desktop.ui.live_result import NOTHING, LiveResult
from redi_desktop.ui.pages.document_work import Made, Order, Overtaken, Picture, drawn, made
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.pages.page_preview import PagePreview
from redi_desktop.ui.pages.save_document import SavePlace
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.theme import set_role
from redi_desktop.ui.to_complete import ToComplete, hints_of
from redi_desktop.words import problems
from redi_desktop.words.vocabulary import label

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services

T = TypeVar("T")
KINDS = (DocumentKind.SOCIAL_REPORT, DocumentKind.PERSON_COPY, DocumentKind.EXPLANATION)


class DocumentsPage(Page):
    """Three documents in four languages."""

    step = Step.DOCUMENTS

    def __init__(self, services: Services, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._case, self._live = CaseFile(id=""), NOTHING
        self._chosen_language: SpokenLanguage | None = None
        self._order: Order | None = None
        self._made: Made | None = None
        self._saved: Path | None = None
        self._build_choice()
        self._build_saving()
        self._build_preview()
        self.retranslate()

    def _build_choice(self) -> None:
        self._choice = Section(self)
        self.kind = SegmentedField(KINDS, _kind_words, self)
        self.kind.set_value(DocumentKind.SOCIAL_REPORT)
        self.language = SegmentedField(tuple(SpokenLanguage), label, self)
        self.to_complete = ToComplete(self)
        self.to_complete.hide()
        self.kind.edited.connect(self._on_kind)
        self.language.edited.connect(self._on_language)
        self.to_complete.chosen.connect(self.field_asked)
        for widget in (self.kind, self.language, self.to_complete):
            self._choice.body.addWidget(widget)
        self.body.addWidget(self._choice)

    def _build_saving(self) -> None:
        self.place = SavePlace(self)
        self.place.chosen.connect(self.save_to)
        self.save_pdf, self.save_html, self.open_folder = (QPushButton(self) for _place in range(3))
        set_role(self.save_pdf, "primary")
        set_role(self.open_folder, "link")
        self.save_pdf.clicked.connect(self._ask_pdf)
        self.save_html.clicked.connect(self._ask_html)
        self.open_folder.clicked.connect(self._open_folder)
        self._choice.body.addLayout(FieldLine(self.save_pdf, self.save_html))
        self.notice = Notice(self)
        self._choice.body.addWidget(self.notice)
        self._choice.body.addLayout(FieldLine(self.open_folder))

    def _build_preview(self) -> None:
        self._looked_at = Section(self)
        self.preview = PagePreview(self)
        self.preview.page_asked.connect(self._draw)
        self._looked_at.body.addWidget(self.preview)
        self.body.addWidget(self._looked_at)

    def title(self) -> str:
        """The page's name."""
        return label(self.step)

    def initial_focus(self) -> QWidget:
        """The choice of the document."""
        return self.kind.editor

    def apply(self, case: CaseFile, live: LiveResult) -> None:
        """Show the document of the case as it is now."""
        self._case, self._live = case, live
        self.language.set_value(self._chosen_language or case.request.language)
        has_result = live.assessment is not None
        for widget in (self.save_pdf, self.save_html, self.kind, self.language):
            widget.setEnabled(has_result)
        self._looked_at.setVisible(has_result)
        self.to_complete.set_hints(() if has_result else hints_of(case, live.findings))
        self._make()

    def forget(self) -> None:
        """Let go of the document."""
        self._case, self._live = CaseFile(id=""), NOTHING
        self._chosen_language = self._order = self._made = self._saved = None
        self.preview.clear()
        self.notice.show_text("")
        self.open_folder.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the document when it is going to be seen."""
        super().showEvent(event)
        self._make()
        self._draw(self.preview.page)

    def retranslate(self) -> None:
        """Say every text in the language in use; the document keeps its own."""
        self._choice.set_texts(_("Which document"))
        self.kind.set_texts(_("Document"), _kind_help(self.kind.value()))
        self.language.set_texts(_("Language of the document"), _("At first, that of the person."))
        self.save_pdf.setText(_("Save as &PDF…"))
        self.save_html.setText(_("Save as &web page…"))
        self.open_folder.setText(_("Open the folder"))
        self.open_folder.setVisible(self._saved is not None)
        self._looked_at.set_texts(_("Preview"))
        self.preview.retranslate()

    def save_to(self, path: Path, form: Form) -> None:
        """Write the document that is looked at, off the window's thread."""
        if self._made is not None:
            self._aside(partial(_written, self._made, path, form), self._on_saved)

    def _make(self) -> None:
        """Order the document, unless it is there or under way."""
        order = self._wanted()
        if order is None or not self.isVisible() or order.is_same(self._order):
            return
        self._order, self._made = order, None
        self.preview.wait()
        self.notice.show_text("")
        self._aside(partial(made, order, partial(self._still_wants, order)), self._on_made)

    def _aside(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Work off the window's thread; what comes of it is dropped when the page is gone by then."""
        self._tasks.aside(work, partial(_deliver, self, then), partial(_deliver, self, self._on_problem))

    def _wanted(self) -> Order | None:
        kind, assessment = self.kind.value(), self._live.assessment
        if kind is None or assessment is None:
            return None
        language = self.language.value() or self._case.request.language
        letterhead = self._services.letterhead
        return Order(kind, language, self._case, assessment, letterhead, self._services.today())

    def _still_wants(self, order: Order) -> bool:
        return self._order is order

    def _on_made(self, result: Made | Overtaken) -> None:
        if isinstance(result, Made):
            self._made = result
            self.preview.set_pages(result.pages)

    def _draw(self, page: int) -> None:
        """Order the picture of a page; what nobody looks at waits until the page is shown again."""
        if self._made is not None and self.isVisible():
            pixels = round(self.preview.sheet.width() * self.devicePixelRatioF())
            work = partial(drawn, self._made.pdf, page, max(pixels, 200))
            self._aside(work, partial(self._on_drawn, self._made, page))

    def _on_drawn(self, result: Made, page: int, picture: Picture) -> None:
        if result is self._made and page == self.preview.page:
            self.preview.sheet.show_image(picture.image())

    def _on_saved(self, path: Path) -> None:
        self._saved = path
        self.notice.show_text(_("Saved: {path}").format(path=path))
        self.open_folder.setVisible(True)

    def _on_problem(self, problem: UserError) -> None:
        if self._made is None:
            self.preview.clear()
        self.notice.show_text(problems.sentence(problem))

    def _on_kind(self) -> None:
        self.kind.set_texts(_("Document"), _kind_help(self.kind.value()))
        self._make()

    def _on_language(self) -> None:
        self._chosen_language = self.language.value()
        self._make()

    def _ask_pdf(self) -> None:
        if self._made is not None:
            self.place.ask(self._made.document, "pdf")

    def _ask_html(self) -> None:
        if self._made is not None:
            self.place.ask(self._made.document, "html")

    def _open_folder(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))


def _deliver(page: Page, then: Callable[[T], None], outcome: T) -> None:
    if isValid(page):
        then(outcome)


def _written(result: Made, path: Path, form: Form) -> Path:
    write_bytes(result.pdf if form == "pdf" else to_bytes(result.document, form), path)
    return path


def _kind_words(kind: DocumentKind) -> str:
    if kind is DocumentKind.SOCIAL_REPORT:
        return _("Social report")
    return _("Copy for the person") if kind is DocumentKind.PERSON_COPY else _("Every amount explained")


def _kind_help(kind: DocumentKind | None) -> str:
    if kind is DocumentKind.PERSON_COPY:
        return _("In plain words, for the person to keep.")
    if kind is DocumentKind.EXPLANATION:
        return _("An annex to the report: each amount down to its source and date.")
    return _("For the committee: household, incomes, expenses, budget, balance and sources.")

"""The documents: chosen, looked at as they will be printed, then printed or saved where the worker says."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from redi_desktop.casefile.model import CaseFile, SpokenLanguage
from redi_desktop.casefile.steps import Step
from redi_desktop.errors import UserError
from redi_desktop.i18n import _
from redi_desktop.report.content import DocumentKind
from redi_desktop.report.occasion import Choices
from redi_desktop.ui.fields import SegmentedField, SwitchField
from redi_desktop.ui.live_result import LiveResult
from redi_desktop.ui.pages.case_exports import CaseExports
from redi_desktop.ui.pages.document_choice import DocumentChoice
from redi_desktop.ui.pages.document_delivery import DocumentDelivery
from redi_desktop.ui.pages.document_work import Made, Order, Overtaken, Picture, drawn, made
from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.pages.page_preview import PagePreview
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.to_complete import ToComplete, hints_of
from redi_desktop.words.vocabulary import label

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.vault import Vault

T = TypeVar("T")


class DocumentsPage(Page):
    """Every kind of document in four languages, and the case as data."""

    step = Step.DOCUMENTS

    def __init__(self, services: Services, tasks: Tasks, vault: Vault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._tasks, self._vault = services, tasks, vault
        self._chosen_language: SpokenLanguage | None = None
        self._kept_months: int | None = None
        self._knows_delay = False
        self._order: Order | None = None
        self._made: Made | None = None
        self._build_choice()
        self.delivery = DocumentDelivery(vault, tasks, self)
        self.body.addWidget(self.delivery)
        self._build_preview()
        self.exports = CaseExports(vault, tasks, self)
        self.body.addWidget(self.exports)
        self.retranslate()

    def _build_choice(self) -> None:
        self._choice = Section(self)
        self.kind, self.to_complete = DocumentChoice(self), ToComplete(self)
        self.language = SegmentedField(tuple(SpokenLanguage), label, self)
        self.pseudonym = SwitchField(self)
        self.to_complete.hide()
        self.kind.edited.connect(self._make)
        self.language.edited.connect(self._on_language)
        self.pseudonym.edited.connect(self._make)
        self.to_complete.chosen.connect(self.field_asked)
        for widget in (self.kind, self.to_complete, self.language, self.pseudonym):
            self._choice.body.addWidget(widget)
        self.body.addWidget(self._choice)

    def _build_preview(self) -> None:
        self._looked_at = Section(self)
        self.preview = PagePreview(self)
        self.preview.page_asked.connect(self._draw)
        self._looked_at.body.addWidget(self.preview)
        self.body.addWidget(self._looked_at)

    def show_field(self, path: str) -> None:
        """Go to a document (``documents.acknowledgement``)."""
        kind = path.rpartition(".")[2]
        if kind in set(DocumentKind):
            self.kind.choose(DocumentKind(kind))
            self._make()
        self.initial_focus().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def initial_focus(self) -> QWidget:
        """The choice of the document."""
        return self.kind.editor

    def apply(self, case: CaseFile, live: LiveResult) -> None:
        """Show the document of the case as it is now."""
        super().apply(case, live)
        self.language.set_value(self._chosen_language or case.request.language)
        has_result = live.assessment is not None
        self._name_choice()
        self.kind.apply(case, has_result)
        self.to_complete.set_hints(() if has_result else hints_of(case, live.findings))
        self._make()

    def forget(self) -> None:
        """Let go of the document."""
        super().forget()
        self._chosen_language = self._order = self._made = None
        self.kind.choose(None)
        self.preview.clear()
        self.delivery.forget()
        self.exports.show_order(None)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the document when it is going to be seen."""
        super().showEvent(event)
        self._tasks.on_store(partial(_kept_months, self._vault), partial(_deliver, self, self._know_delay))
        self._draw(self.preview.page)

    def retranslate(self) -> None:
        """Say every text in the language in use; the document keeps its own."""
        self._name_choice()
        self.kind.retranslate()
        self.language.set_texts(_("Language of the document"), _("At first, that of the person."))
        words = _("Everyone is named by their place in the household, also in what was typed.")
        self.pseudonym.set_texts(_("Without &names"), words)
        self._looked_at.set_texts(_("Preview"))
        self.delivery.retranslate()
        self.exports.retranslate()
        self.preview.retranslate()

    def save_to(self, path: Path) -> None:
        """Write the document that is looked at; the ending of the name says in which form."""
        self.delivery.save_to(path)

    def _name_choice(self) -> None:
        """Name the card, and say where the letterhead is filled in as long as it is empty."""
        empty = not self._services.letterhead.cpas_name.strip()
        hint = _("The letterhead is still empty: fill it in under Settings (F10).") if empty else ""
        self._choice.set_texts(_("Which document"), hint)

    def _know_delay(self, months: int | None) -> None:
        self._kept_months, self._knows_delay = months, True
        self._make()

    def _make(self) -> None:
        """Order the document, unless it is there or under way."""
        order = self._wanted()
        self.exports.show_order(order)
        if not (self._knows_delay and self.isVisible()) or order.is_same(self._order):
            return
        self._order, self._made = order, None
        self.preview.wait()
        self.delivery.show_document(self.case.id, None)
        self._aside(partial(made, order, partial(self._still_wants, order)), self._on_made)

    def _aside(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Work off the window's thread; what comes of it is dropped when the page is gone by then."""
        self._tasks.aside(work, partial(_deliver, self, then), partial(_deliver, self, self._on_problem))

    def _wanted(self) -> Order:
        language = self.language.value() or self.case.request.language
        services = self._services
        names = self.pseudonym.value()
        choices = Choices(pseudonym=names, letters=services.letters, kept_months=self._kept_months)
        kind, assessment = self.kind.value(), self.live.assessment
        return Order(kind, language, self.case, assessment, services.letterhead, services.today(), choices)

    def _still_wants(self, order: Order) -> bool:
        """Asked in the thread of the work: the page may have been let go of meanwhile."""
        return isValid(self) and self._order is order

    def _on_made(self, result: Made | Overtaken) -> None:
        if isinstance(result, Made):
            self._made = result
            self.delivery.show_document(self.case.id, result)
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

    def _on_problem(self, problem: UserError) -> None:
        if self._made is None:
            self.preview.clear()
        self.delivery.show_problem(problem)

    def _on_language(self) -> None:
        self._chosen_language = self.language.value()
        self._make()


def _kept_months(vault: Vault) -> int | None:
    return vault.settings.retention_months


def _deliver(page: Page, then: Callable[[T], None], outcome: T) -> None:
    if isValid(page):
        then(outcome)

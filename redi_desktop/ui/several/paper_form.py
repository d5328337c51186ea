"""The intake form on paper, for the counter: it belongs to no case."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from redi_desktop.casefile.model import CaseFile, SpokenLanguage
from redi_desktop.errors import UserError
from redi_desktop.i18n import _, language
from redi_desktop.report.content import DocumentKind
from redi_desktop.ui.fields import SegmentedField
from redi_desktop.ui.pages.document_delivery import DocumentDelivery
from redi_desktop.ui.pages.document_work import Made, Order, Overtaken, made
from redi_desktop.ui.tasks import Tasks
from redi_desktop.words.vocabulary import label

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.vault import Vault


class PaperForm(DocumentDelivery):
    """The language, then paper or file."""

    def __init__(self, vault: Vault, services: Services, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(vault, tasks, parent)
        self._services = services
        self._order: Order | None = None
        self.language = SegmentedField(tuple(SpokenLanguage), label, self)
        self.body.insertWidget(2, self.language)
        self.password.hide()
        self.language.edited.connect(self.refresh)

    def refresh(self) -> None:
        """Make the form in the language chosen, unless it is that one which is there or on its way."""
        spoken = self.language.value() or SpokenLanguage(language())
        self.language.set_value(spoken)
        services = self._services
        order = Order(DocumentKind.INTAKE_FORM, spoken, CaseFile(id=""), None, services.letterhead, services.today())
        if order.is_same(self._order):
            return
        self._order = order
        self.show_document(None, None)
        self._say_wait()
        self._tasks.aside(partial(made, order, partial(self._wants, order)), self._on_made, self._on_failed)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        super().retranslate()
        words = _("To fill in by hand, with pictograms, in the order of the pages here. It belongs to no case.")
        self.set_texts(_("Intake form on paper"), words)
        self.language.set_texts(_("Language of the form"))
        if self._made is None and self._order is not None:
            self._say_wait()

    def _say_wait(self) -> None:
        """Why the buttons are grey."""
        self.notice.show_text(_("The form is being made; then it can be printed and saved."))

    def _on_made(self, result: Made | Overtaken) -> None:
        if isinstance(result, Made):
            self.show_document(None, result)

    def _on_failed(self, problem: UserError) -> None:
        self._order = None
        self.show_problem(problem)

    def _wants(self, order: Order) -> bool:
        return order is self._order

"""The same documents for several cases, into a folder: with progress, and a way to stop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from redi_desktop.casefile.model import SpokenLanguage
from redi_desktop.i18n import _, ngettext
from redi_desktop.report.content import DocumentKind
from redi_desktop.report.kinds import name_of
from redi_desktop.report.make import Form
from redi_desktop.report.occasion import Choices
from redi_desktop.ui.fields import ChoiceField, SwitchField
from redi_desktop.ui.file_place import FilePlace
from redi_desktop.ui.pages.document_password import DocumentPassword
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.several.batch_work import steps_of
from redi_desktop.ui.several.one_by_one import OneByOne
from redi_desktop.ui.several.run_line import RunLine, trouble_words
from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.theme import set_role
from redi_desktop.words.vocabulary import label

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.vault import Vault

_K = DocumentKind
OFFERED = (_K.SOCIAL_REPORT, _K.PERSON_COPY, _K.EXPLANATION, _K.MONTHLY_BUDGET, _K.DECISION_LETTER, _K.ACKNOWLEDGEMENT)
_FORMS: dict[str, Form] = {"pdf": "pdf", "html": "html"}


class BatchSection(Section):
    """Which documents, in which language and form; then the folder."""

    def __init__(
        self, vault: Vault, services: Services, tasks: Tasks, chosen: Callable[[], tuple[str, ...]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._vault, self._services, self._chosen = vault, services, chosen
        self._written: list[Path] = []
        self._folder = Path()
        self.kinds = {kind: SwitchField(self) for kind in OFFERED}
        self.language = ChoiceField(tuple(SpokenLanguage), label, self, none_label=_own_language)
        self.form = ChoiceField(tuple(_FORMS), _form_words, self)
        self.password, self.begin, self.missing = DocumentPassword(self), QPushButton(self), QLabel(self)
        set_role(self.missing, "quiet")
        self.run = OneByOne(tasks, self)
        self.line, self.place = RunLine(self.run, self), FilePlace(self)
        self.kinds[DocumentKind.SOCIAL_REPORT].set_value(True)
        self.language.set_value(None)
        self.form.set_value("pdf")
        self.add_line(*self.kinds.values(), even=True)
        self.add_line(self.language, self.form)
        self.body.addWidget(self.password)
        self.add_line(self.begin, self.missing)
        self.body.addWidget(self.line)
        for box in self.kinds.values():
            box.edited.connect(self.refresh)
        self.form.edited.connect(self.refresh)
        self.begin.clicked.connect(self._ask_folder)
        self.place.chosen.connect(self.write_to)
        self.run.ended.connect(self._on_ended)

    def refresh(self) -> None:
        """Offer what can be done with the cases and documents that are ticked."""
        nothing = not (self._chosen() and self._kinds())
        self.begin.setEnabled(not nothing and not self.run.is_under_way)
        self.missing.setMinimumHeight(self.begin.sizeHint().height())
        self.missing.setVisible(nothing)
        self.password.setVisible(self.form.value() == "pdf")

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _("One file for each, without a name in its name. Each is noted in the journal of its case.")
        self.set_texts(_("Documents for these cases"), words)
        for kind, box in self.kinds.items():
            box.set_texts(name_of(kind))
        self.language.set_texts(_("Language of the documents"))
        self.form.set_texts(_("As"))
        self.begin.setText(_("&Choose the folder and begin…"))
        self.missing.setText(_("Tick at least one case and one document."))
        self.password.retranslate()
        self.line.retranslate()
        self.refresh()

    def write_to(self, folder: Path) -> None:
        """Write them, case after case."""
        from redi_desktop.report.batch import BatchOrder

        language, form = self.language.value(), _FORMS[self.form.value() or "pdf"]
        order = BatchOrder(
            kinds=self._kinds(),
            folder=folder,
            letterhead=self._services.letterhead,
            today=self._services.today(),
            form=form,
            language=language.value if language else None,
            password=self.password.value() if form == "pdf" else None,
            choices=Choices(letters=self._services.letters),
        )
        self._written, self._folder = [], folder
        steps = steps_of(self._vault, self._services.parameters, order, self._written)
        self.run.begin(self._chosen(), steps)
        self.refresh()

    def _kinds(self) -> tuple[DocumentKind, ...]:
        return tuple(kind for kind, box in self.kinds.items() if box.value())

    def _ask_folder(self) -> None:
        if self.form.value() == "html" or self.password.is_ready():
            self.place.ask_folder(_("Folder for the documents"))

    def _on_ended(self, stopped: bool) -> None:
        self.password.forget()
        count = len(self._written)
        words = ngettext("{count} document is in {folder}.", "{count} documents are in {folder}.", count)
        parts = [words.format(count=count, folder=self._folder), trouble_words(self.run.troubles)]
        if stopped:
            parts.insert(0, _("Stopped."))
        self.line.say(" ".join(part for part in parts if part))
        self.refresh()


def _own_language() -> str:
    return _("Each in the language of the person")


def _form_words(form: str) -> str:
    return _("PDF documents") if form == "pdf" else _("Web pages")

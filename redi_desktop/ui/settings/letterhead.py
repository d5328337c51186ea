"""Who the documents come from: the CPAS and the worker, as they stand at the head of each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from redi_desktop.i18n import _
from redi_desktop.settings import Settings
from redi_desktop.ui.fields import TextField
from redi_desktop.ui.pages.section import Section

LONGEST = 120


class LetterheadSection(Section):
    """``changed`` carries the settings when a field is left."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cpas, self.address, self.worker, self.contact = (
            TextField(characters=40, longest=LONGEST) for _field in range(4)
        )
        self.add_line(self.cpas, self.address)
        self.add_line(self.worker, self.contact)
        for field in (self.cpas, self.address, self.worker, self.contact):
            field.left.connect(self._on_left)

    def apply(self, settings: Settings) -> None:
        """Show what is set."""
        self.cpas.set_value(settings.cpas_name)
        self.address.set_value(settings.cpas_address)
        self.worker.set_value(settings.worker_name)
        self.contact.set_value(settings.worker_contact)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _("As it stands at the head of every document. Nothing about a case goes here.")
        self.set_texts(_("Letterhead"), words)
        self.cpas.set_texts(_("Name of the CPAS"))
        self.address.set_texts(_("Address of the CPAS"))
        self.worker.set_texts(_("Your name"))
        self.contact.set_texts(_("Your telephone or e-mail address"))

    def _on_left(self) -> None:
        self.changed.emit(
            {
                "cpas_name": self.cpas.value(),
                "cpas_address": self.address.value(),
                "worker_name": self.worker.value(),
                "worker_contact": self.contact.value(),
            }
        )

"""What every new case begins with: the municipality of the CPAS, and the region in which it lies."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from redi_desktop.casefile.post_codes import region_of
from redi_desktop.engine.household import Region
from redi_desktop.i18n import _
from redi_desktop.settings import Settings
from redi_desktop.ui.fields import SegmentedField, TextField
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.settings.letterhead import LONGEST
from redi_desktop.words.vocabulary import label


class NewCasesSection(Section):
    """``changed`` carries the settings; a post code brings its region along."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.municipality = TextField(characters=40, longest=LONGEST)
        self.region = SegmentedField(tuple(Region), label)
        self.body.addWidget(self.municipality)
        self.body.addWidget(self.region)
        self.municipality.left.connect(self._on_municipality)
        self.region.edited.connect(self._on_region)

    def apply(self, settings: Settings) -> None:
        """Show what is set."""
        self.municipality.set_value(settings.municipality)
        self.region.set_value(Region(settings.default_region) if settings.default_region else None)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.set_texts(_("New cases"), _("What is nearly always the same. It can be changed in each case."))
        self.municipality.set_texts(
            _("Post code and municipality of the CPAS"), _("It also stands behind the address, on every document.")
        )
        self.region.set_texts(_("Region"), _("The region of a new case: its prices, rights and rules."))

    def _on_municipality(self) -> None:
        region = region_of(self.municipality.value())
        if region is not None:
            self.region.set_value(region)
        self._tell()

    def _on_region(self) -> None:
        self._tell()

    def _tell(self) -> None:
        region = self.region.value()
        self.changed.emit(
            {"municipality": self.municipality.value(), "default_region": region.value if region is not None else None}
        )

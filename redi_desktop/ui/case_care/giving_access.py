"""Everything that is kept about a case, for the person it is about: their right of access (GDPR, art. 15)."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from redi_desktop.casefile.model import CaseFile
from redi_desktop.i18n import _, speaking
from redi_desktop.ui.deed import Deed
from redi_desktop.ui.file_place import FilePlace
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.vault import Vault

FILE_STEM = "redi-access"


class GivingAccessSection(Section):
    """A document and the same as data; the journal keeps that they were given."""

    def __init__(self, vault: Vault, services: Services, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._services = services
        self._case_id, self._spoken = "", ""
        self.export = Deed(tasks)
        self._place = FilePlace(self)
        self.body.addWidget(self.export)
        self.export.asked.connect(self._ask_place)
        self._place.chosen.connect(self.write_to)

    def apply(self, case: CaseFile) -> None:
        """Another case, or the same later."""
        self._case_id, self._spoken = case.id, case.request.language.value
        self.export.say("")

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _(
            "Everything that the vault holds about this case: what was typed and when, earlier states, results, "
            "decisions, journal. The files are not encrypted: give them to the person and to nobody else."
        )
        self.set_texts(_("Right of access"), words)
        self.export.set_text(_("Export everything about this case…"))

    def write_to(self, folder: Path) -> None:
        """Write the document in the person's language, and beside it the same as data."""
        work = partial(_export, self._vault, self._services, self._case_id, self._spoken, folder)
        self.export.run(work, partial(_said, folder))

    def _ask_place(self) -> None:
        self._place.ask_folder(_("Folder for the export"))


def _export(vault: Vault, services: Services, case_id: str, spoken: str, folder: Path) -> None:
    from redi_desktop.report.access_export import access_export
    from redi_desktop.report.make import to_bytes, write_bytes
    from redi_desktop.store.access_export import everything_about

    told, day = everything_about(vault, (case_id,)), services.today()
    with speaking(spoken):
        document = access_export(told, services.letterhead, day)
    stem = f"{FILE_STEM}_{day.isoformat()}"
    write_bytes(to_bytes(document, "pdf"), folder / f"{stem}.pdf")
    write_bytes(json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n", folder / f"{stem}.json")


def _said(folder: Path, _nothing: None) -> str:
    return _("A document and a file of data are in {folder}").format(folder=folder)

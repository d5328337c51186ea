"""Checking the vault to its last byte, and taking its journal out."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from redi_desktop.i18n import _, ngettext
from redi_desktop.ui.deed import Deed
from redi_desktop.ui.file_place import FilePlace
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.tasks import Tasks
from redi_desktop.words.vault_sentences import FAULTS

if TYPE_CHECKING:
    from redi_desktop.store.vault import Vault
    from redi_desktop.store.verification import VaultCheck


class CheckingSection(Section):
    """Verify, and export the journal."""

    def __init__(self, vault: Vault, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self.verify, self.journal = Deed(tasks), Deed(tasks)
        self._place = FilePlace(self)
        for deed in (self.verify, self.journal):
            self.body.addWidget(deed)
        self.verify.asked.connect(self._verify)
        self.verify.done.connect(self._on_verified)
        self.journal.asked.connect(self._ask_place)
        self._place.chosen.connect(self.export_to)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _(
            "The journal tells what was done and when, with no name in it. It shows changes made behind the program, "
            "not those of somebody who has the key."
        )
        self.set_texts(_("Check and journal"), words)
        self.verify.set_text(_("Verify the vault"))
        self.journal.set_text(_("Export the journal…"))

    def export_to(self, path: Path) -> None:
        """Write the journal into a file."""
        self.journal.run(partial(_export, self._vault, path), partial(_exported, path))

    def _verify(self) -> None:
        self.verify.run(self._vault.verify, _check_words)

    def _on_verified(self, check: VaultCheck) -> None:
        if not check.fine:
            self.verify.say(_check_words(check), wrong=True)

    def _ask_place(self) -> None:
        self._place.ask(_("Export the journal"), "redi-journal.json", _("JSON file (*.json)"))


def _check_words(check: VaultCheck) -> str:
    if check.fine:
        words = _("Everything is sound: {cases}, {entries}.")
        cases = ngettext("{count} case", "{count} cases", check.cases).format(count=check.cases)
        entries = ngettext("{count} journal entry", "{count} journal entries", check.entries)
        return words.format(cases=cases, entries=entries.format(count=check.entries))
    return "\n".join(dict.fromkeys(_(FAULTS[fault.kind]) for fault in check.faults))


def _export(vault: Vault, path: Path) -> None:
    from redi_desktop.report.make import write_bytes

    write_bytes(json.dumps(vault.journal.export(), ensure_ascii=False, indent=1).encode() + b"\n", path)


def _exported(path: Path, _nothing: None) -> str:
    return _("Written: {path}").format(path=path)

"""Handing one case to a colleague: the person's agreement, a file, and a passphrase that is shown once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from redi_desktop.casefile.model import CaseFile
from redi_desktop.i18n import _, language
from redi_desktop.ui.deed import Deed
from redi_desktop.ui.entrance.form import all_well
from redi_desktop.ui.fields import DateField, TextField
from redi_desktop.ui.file_place import FilePlace
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from redi_desktop.store.vault import Vault

FILE_NAME = "redi-case.redicase"


class HandingOverSection(Section):
    """The agreement first; then the file; then the passphrase, until the page is left."""

    def __init__(self, vault: Vault, tasks: Tasks, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._case_id = ""
        self.agreed_on = DateField(today=today)
        self.how = TextField(characters=40)
        self.hand_over, self.passphrase = Deed(tasks), Notice(self)
        self._place = FilePlace(self)
        self.add_line(self.agreed_on, self.how)
        self.body.addWidget(self.hand_over)
        self.body.addWidget(self.passphrase)
        self.hand_over.asked.connect(self._ask_place)
        self.hand_over.done.connect(self._on_done)
        self._place.chosen.connect(self.write_to)

    def apply(self, case: CaseFile) -> None:
        """Another case, or the same later: what was shown once is gone."""
        if case.id != self._case_id:
            self.agreed_on.forget()
            self.how.forget()
        self._case_id = case.id
        self.hand_over.say("")
        self.passphrase.show_text("")

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _(
            "One encrypted file with this case alone, its results, decisions and journal. Your own copy stays. "
            "Give the file and the passphrase by two different ways."
        )
        self.set_texts(_("Hand over to a colleague"), words)
        self.agreed_on.set_texts(_("The person agreed on"))
        self.how.set_texts(_("How they said so"), _("For example: at the desk, by a signed letter."))
        self.hand_over.set_text(_("Hand over into a file…"))

    def write_to(self, path: Path) -> None:
        """Write the file under a passphrase that is drawn for it."""
        from redi_desktop.store.passphrases import generated

        if self._complete():
            day = self.agreed_on.value() or date.min
            secret = generated(language()).text
            self.hand_over.run(
                partial(_hand_over, self._vault, self._case_id, path, secret, day, self.how.value()), _said
            )

    def _ask_place(self) -> None:
        if self._complete():
            self._place.ask(_("File for the colleague"), FILE_NAME, _("Case handed over (*.redicase)"))

    def _complete(self) -> bool:
        return all_well(
            (
                (self.agreed_on, self.agreed_on.value() is not None, _("Type the day on which the person agreed.")),
                (self.how, bool(self.how.value()), _("Say how the person agreed.")),
            )
        )

    def _on_done(self, done: tuple[Path, str]) -> None:
        if not self.window().isVisible():  # locked meanwhile, and the vault closes before anybody has read it
            again = _("The window was locked before the passphrase could be shown: hand the case over again.")
            self.hand_over.say(again, wrong=True)
            return
        words = _("One-time passphrase, shown only now: {passphrase}")
        self.passphrase.show_text(words.format(passphrase=done[1]))


def _hand_over(vault: Vault, case_id: str, path: Path, secret: str, day: date, how: str) -> tuple[Path, str]:
    from redi_desktop.store.handover import Agreement, hand_over

    hand_over(vault, case_id, path, secret, Agreement(given_on=day, how=how))
    return path, secret


def _said(done: tuple[Path, str]) -> str:
    return _("Written: {path}").format(path=done[0])

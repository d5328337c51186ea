"""Erasing a case for ever: asked twice, the second time with what goes and what stays."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from redi_desktop.casefile.model import CaseFile
from redi_desktop.i18n import _
from redi_desktop.ui.deed import Deed
from redi_desktop.ui.flow_layout import FlowLayout
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from redi_desktop.store.vault import Vault


class ErasingSection(Section):
    """``erased`` carries the case that is gone."""

    erased = Signal(str)

    def __init__(self, vault: Vault, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._case_id, self._title = "", ""
        self.begin, self.keep, self.warning = QPushButton(self), QPushButton(self), Notice(self)
        self.erase = Deed(tasks)
        self._choice = QWidget(self)
        choice = FlowLayout(self._choice)
        choice.addWidget(self.keep)
        choice.addWidget(self.erase)
        self.body.addWidget(self.begin, alignment=Qt.AlignmentFlag.AlignLeft)
        for widget in (self.warning, self._choice):
            self.body.addWidget(widget)
        self.begin.clicked.connect(self._ask)
        self.keep.clicked.connect(self.rest)
        self.erase.asked.connect(self._erase)
        self.erase.done.connect(self._on_erased)
        self.rest()

    def apply(self, case: CaseFile) -> None:
        """Another case, or the same later: nothing is asked yet."""
        self._case_id, self._title = case.id, case.title
        self.rest()

    def rest(self) -> None:
        """Nothing is going to be erased."""
        self._choice.hide()
        self.warning.show_text("")
        self.begin.show()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _("For a person who asks for it, or when the delay of your CPAS is over.")
        self.set_texts(_("Erase for ever"), words)
        self.begin.setText(_("Erase this case"))
        self.keep.setText(_("Keep it"))
        self.erase.set_text(_("Yes, erase it for ever"))
        if not self._choice.isHidden():
            self.warning.show_text(self._warning())

    def _warning(self) -> str:
        name = self._title or _("Case without a name")
        return _(
            "{case}: everything about it goes out of the vault and its search, and cannot be brought back. "
            "Backups made before still hold it until they expire; the journal keeps that a case was erased, not whose."
        ).format(case=name)

    def _ask(self) -> None:
        self.begin.hide()
        self._choice.show()
        self.warning.show_text(self._warning())
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _erase(self) -> None:
        case_id = self._case_id
        self.erase.run(partial(_erase, self._vault, case_id), _said)

    def _on_erased(self, case_id: str) -> None:
        self.rest()
        self.erased.emit(case_id)


def _erase(vault: Vault, case_id: str) -> str:
    vault.cases.erase(case_id)
    return case_id


def _said(_case_id: str) -> str:
    return ""

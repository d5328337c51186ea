"""One case as data: its budget to reckon with, and the whole case in its public form. The journal is told of each."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from redi_desktop.errors import UserError
from redi_desktop.i18n import _
from redi_desktop.report.pseudonym import figures_of
from redi_desktop.store.acts import Act
from redi_desktop.ui.file_place import FilePlace
from redi_desktop.ui.journaling import Journaling
from redi_desktop.ui.pages.document_work import Order, workbook_of
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.tasks import Tasks
from redi_desktop.words import problems

if TYPE_CHECKING:
    from redi_desktop.store.vault import Vault


class CaseExports(Section):
    """Two buttons: the budget as a workbook, the case as a file."""

    def __init__(self, vault: Vault, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._journaling = tasks, Journaling(vault, tasks)
        self._order: Order | None = None
        self.place = FilePlace(self)
        self.workbook, self.case_file, self.notice = QPushButton(self), QPushButton(self), Notice(self)
        self.add_line(self.workbook, self.case_file)
        self.body.addWidget(self.notice)
        self.workbook.clicked.connect(self._ask_workbook)
        self.case_file.clicked.connect(self._ask_case)
        self.place.chosen.connect(self.write_to)

    def show_order(self, order: Order | None) -> None:
        """Take the case that is on the desk, in the language chosen for its documents."""
        if order is None or self._order is None or order.case.id != self._order.case.id:
            self.notice.show_text("")
        self._order = order
        self.case_file.setEnabled(order is not None)
        self.workbook.setEnabled(order is not None and order.assessment is not None)

    def retranslate(self) -> None:
        """Say every text in the language in use."""
        words = _("The budget as a workbook (XLSX), the case for another program (JSON). Neither file is encrypted.")
        self.set_texts(_("This case as data"), words)
        self.workbook.setText(_("Bud&get as a workbook…"))
        self.case_file.setText(_("Whole case as a &file…"))

    def write_to(self, path: Path) -> None:
        """Write the workbook or the case, as the ending of the name says."""
        if self._order is not None:
            self._tasks.aside(partial(_written, self._order, path), self._on_written, self._on_problem)

    def _ask_workbook(self) -> None:
        self.place.ask(_("Save the budget"), self._name("budget", "xlsx"), _("Workbook (*.xlsx)"))

    def _ask_case(self) -> None:
        self.place.ask(_("Save the case"), self._name("case", "json"), _("Case file (*.json)"))

    def _name(self, stem: str, ending: str) -> str:
        order = self._order
        parts = [stem, figures_of(order.case.reference), order.day.isoformat()] if order is not None else [stem]
        return "_".join(part for part in parts if part) + f".{ending}"

    def _on_written(self, path: Path) -> None:
        if self._order is not None:
            what = "budget xlsx" if path.suffix.lower() == ".xlsx" else "case json"
            then = partial(self._say, path)
            self._journaling.note(Act.CASE_EXPORTED, what, [self._order.case.id], then, self._on_problem)

    def _say(self, path: Path, _nothing: None) -> None:
        self.notice.show_text(_("Saved: {path}").format(path=path))

    def _on_problem(self, problem: UserError) -> None:
        self.notice.show_text(problems.sentence(problem))


def _written(order: Order, path: Path) -> Path:
    from redi_desktop.report.exports.case_export import write_case
    from redi_desktop.report.files import write_bytes

    if path.suffix.lower() == ".xlsx":
        write_bytes(workbook_of(order), path)
    else:
        write_case(order.case, path)
    return path

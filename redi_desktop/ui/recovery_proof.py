"""A recovery code to be put on paper and typed back: in sight until it is on the paper, out of sight from then on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from redi_desktop.errors import UserError
from redi_desktop.i18n import _, language, speaking
from redi_desktop.ui.fields.field import announce
from redi_desktop.ui.file_place import FilePlace
from redi_desktop.ui.flow_layout import FlowLayout
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.printing import PrintedPages
from redi_desktop.ui.sheet_code_field import SheetCodeField
from redi_desktop.ui.theme import HALF, UNIT, set_role
from redi_desktop.words import problems

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.recovery import RecoveryCode
    from redi_desktop.ui.tasks import Tasks

IN_A_ROW = 4


class CodeTable(QFrame):
    """The sixteen groups, four in a row, each row with its numbers."""

    def __init__(self, groups: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "notice")
        grid = QGridLayout(self)
        grid.setContentsMargins(UNIT * 2, UNIT, UNIT * 2, UNIT)
        grid.setHorizontalSpacing(UNIT * 3)
        for place, group in enumerate(groups):
            row, column = divmod(place, IN_A_ROW)
            if column == 0:
                number = QLabel(f"{place + 1}–{place + IN_A_ROW}", self)
                set_role(number, "quiet")
                grid.addWidget(number, row, 0)
            label = QLabel(group, self)
            set_role(label, "strong")
            label.setIndent(HALF)  # a J reaches to the left of where it begins, and would be cut
            grid.addWidget(label, row, column + 1)
        grid.setColumnStretch(IN_A_ROW + 1, 1)
        self.setAccessibleDescription(" ".join(groups))


class RecoveryProof(QWidget):
    """The code with the ways to put it on paper; after :meth:`ask`, the field to type it back."""

    changed = Signal()

    def __init__(
        self, vault: str, code: RecoveryCode, services: Services, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._vault, self.code, self._services, self._tasks = vault, code, services, tasks
        self.asks = False
        self._pages = PrintedPages(tasks, self)
        self._pages.failed.connect(self._on_failed)
        self._place = FilePlace(self)
        self._place.chosen.connect(self._save_to)
        self._build()
        self._turn()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT * 2)
        self.table, self.notice, self.typed = CodeTable(self.code.groups, self), Notice(self), SheetCodeField()
        self.print, self.save, self.again = QPushButton(self), QPushButton(self), QPushButton(self)
        set_role(self.again, "link")
        self._ways = QWidget(self)
        ways = FlowLayout(self._ways)
        ways.addWidget(self.print)
        ways.addWidget(self.save)
        back = QHBoxLayout()
        back.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.table, self._ways, self.notice, self.typed):
            column.addWidget(widget)
        column.addLayout(back)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._ask_place)
        self.again.clicked.connect(self.show_again)

    def ask(self) -> None:
        """It is on paper: hide the code and ask for it."""
        self.asks = True
        self._turn()

    def show_again(self) -> None:
        """Show the code once more."""
        self.asks = False
        self.typed.forget()
        self._turn()

    def initial_focus(self) -> QWidget:
        """Where one goes on."""
        return self.typed.editor if self.asks else self.print

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.table.setAccessibleName(_("Code of the recovery sheet"))
        self.print.setText(_("&Print the sheet…"))
        self.save.setText(_("&Save the sheet as PDF…"))
        self.again.setText(_("Show the code again"))
        self.typed.retranslate()

    def sheet(self) -> bytes:
        """The sheet as a PDF."""
        return _sheet(self.code.groups, self._vault, self._services, language())

    def _turn(self) -> None:
        for widget in (self.table, self._ways):
            widget.setVisible(not self.asks)
        for widget in (self.typed, self.again):
            widget.setVisible(self.asks)
        self.notice.show_text("")
        self.changed.emit()
        self.initial_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _print(self) -> None:
        self._pages.ask(self.sheet, self.window())

    def _ask_place(self) -> None:
        self._place.ask(_("Save the recovery sheet"), "redi-recovery.pdf", _("PDF document (*.pdf)"))

    def _save_to(self, path: Path) -> None:
        self._tasks.aside(partial(_write, self.sheet, path), self._on_saved, self._on_failed)

    def _on_saved(self, _nothing: object) -> None:
        words = _("The sheet is saved. Print it and erase the file: whoever finds it can open your cases.")
        self.notice.show_text(words)
        announce(self, words)

    def _on_failed(self, problem: UserError) -> None:
        self.notice.show_text(problems.sentence(problem))


def typing_words() -> str:
    """What is to be done once the code is out of sight."""
    return _("Now type the code from your paper: then it is certain that it can be read and that it opens your cases.")


def _sheet(groups: tuple[str, ...], vault: str, services: Services, spoken: str) -> bytes:
    # Imported here: the window opens without the PDF library.
    from redi_desktop.report.pdf.render import to_pdf
    from redi_desktop.report.recovery_sheet import recovery_sheet

    with speaking(spoken):
        return to_pdf(recovery_sheet(groups, vault, services.letterhead, services.today()))


def _write(make: Callable[[], bytes], path: Path) -> None:
    from redi_desktop.report.make import write_bytes

    write_bytes(make(), path)

"""A table copied from a spreadsheet becomes rows; what is not understood is said."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.pasted import PastedRow
from redi_desktop.i18n import _, ngettext
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.theme import UNIT
from redi_desktop.words.pasting import Pasted, read_table

MOST_SAID = 5


class AddRows(Protocol):
    """Puts the lines of a table into a case, as ``pasted.add_expenses`` does."""

    def __call__(self, case: CaseFile, rows: tuple[PastedRow, ...]) -> CaseFile: ...


class PasteTable(QWidget):
    """A button, and the paste keys wherever they do not mean a field's own text. All rows are undone as one."""

    def __init__(self, page: Page, kinds: Sequence[StrEnum], add: AddRows) -> None:
        super().__init__(page)
        page.take_part(self)
        self._page, self._kinds, self._add = page, kinds, add
        self._pasted: Pasted | None = None
        self.button, self.notice = QPushButton(self), Notice(self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.paste)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        self.line = FieldLine(self.button)
        column.addLayout(self.line)
        column.addWidget(self.notice)
        keys = QKeySequence(QKeySequence.StandardKey.Paste)
        QShortcut(keys, page, self.paste, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def paste(self) -> None:
        """Take what was copied."""
        self._pasted = read_table(QApplication.clipboard().text(), self._kinds)
        if self._pasted.rows:
            self._page.changed.emit(partial(self._add, rows=self._pasted.rows), "")
            self._page.field_left.emit()
        self.notice.show_text(_said(self._pasted))

    def forget(self) -> None:
        """Another case is going to be shown."""
        self._pasted = None
        self.notice.show_text("")

    def retranslate(self) -> None:
        """Say every text in the language in use."""
        self.button.setText(_("Paste a &table"))
        self.button.setToolTip(_("Copy lines of a spreadsheet first: name, amount, and how often."))
        if self._pasted is not None:
            self.notice.show_text(_said(self._pasted))


def _said(pasted: Pasted) -> str:
    """How many rows there are more, of which the kind is still to be chosen, and the lines that were left."""
    if not pasted.rows and not pasted.misread:
        return _("Nothing was copied: copy lines of a spreadsheet first, with a name and an amount.")
    count = len(pasted.rows)
    sentences = [ngettext("{count} row was added.", "{count} rows were added.", count).format(count=count)]
    unknown = [row.text for row in pasted.rows if row.kind is None]
    if unknown:
        sentences.append(_("Choose what kind it is: {names}.").format(names=_listed(unknown)))
    if pasted.misread:
        sentences.append(_("No amount was found in: {lines}.").format(lines=_listed(pasted.misread)))
    return " ".join(sentences)


def _listed(texts: Sequence[str]) -> str:
    shown = [_("“{text}”").format(text=text) for text in texts[:MOST_SAID]]
    more = len(texts) - MOST_SAID
    return ", ".join([*shown, _("{count} more").format(count=more)] if more > 0 else shown)

"""A button that takes over the amounts of an earlier month: of a kept result, or of another case of the person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from redi_desktop.casefile.earlier_amounts import Part, amounts_in, copy_amounts
from redi_desktop.casefile.model import CaseFile
from redi_desktop.formatting import date_short
from redi_desktop.i18n import _, ngettext
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.theme import UNIT

if TYPE_CHECKING:
    from redi_desktop.store.vault import Vault

MOST_OFFERED = 12


class Earlier(NamedTuple):
    """A case as it was: on which day, and of which reference where it is another one."""

    case: CaseFile
    day: date
    other_case: str = ""


LookBack = Callable[[CaseFile, Callable[[tuple[Earlier, ...]], None]], None]
"""Looks for what is earlier than a case, and tells."""


class EarlierAmounts(QWidget):
    """Offers what is there in a menu; all that is taken over is undone as one."""

    def __init__(self, page: Page, part: Part, look_back: LookBack | None, line: FieldLine | None = None) -> None:
        """``line``: where the button stands beside others; else it has one of its own."""
        super().__init__(page)
        page.take_part(self)
        self._page, self._part, self._look_back = page, part, look_back
        self.button, self.notice = QPushButton(self), Notice(self)
        self.menu = QMenu(self.button)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        if line is None:
            column.addLayout(FieldLine(self.button))
        else:
            line.addWidget(self.button)
        column.addWidget(self.notice)
        self.button.setVisible(look_back is not None)
        self._has_line_of_its_own = line is None
        self._tell("")

    def forget(self) -> None:
        """Another case is going to be shown."""
        self._tell("")

    def retranslate(self) -> None:
        """Say every text in the language in use."""
        self.button.setText(_("Copy &earlier amounts…"))
        self.button.setToolTip(_("From a result that was kept, or from another case of the same person."))
        self._tell("")

    def offer(self, found: tuple[Earlier, ...]) -> None:
        """Show what amounts can be taken from."""
        self.menu.clear()
        offered = [one for one in found if amounts_in(one.case, self._part)][:MOST_OFFERED]
        for earlier in offered:
            self.menu.addAction(_name(earlier, self._part), partial(self.take, earlier))
        if offered:
            self._tell("")
            self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))
        else:
            self._tell(_("There are no earlier amounts: no result of this case was kept, and there is no other case."))

    def take(self, earlier: Earlier) -> None:
        """Take over what one of them has and the case lacks."""
        before = amounts_in(self._page.case, self._part)
        self._page.changed.emit(partial(copy_amounts, earlier=earlier.case, part=self._part), "")
        self._page.field_left.emit()
        count = amounts_in(self._page.case, self._part) - before
        words = ngettext(
            "{count} amount was copied. Check whether it is still so.",
            "{count} amounts were copied. Check whether they are still so.",
            count,
        )
        self._tell(words.format(count=count) if count else _("Everything in it stands here already."))

    def _tell(self, text: str) -> None:
        self.notice.show_text(text)
        self.setVisible(self._has_line_of_its_own or bool(text))

    def _on_clicked(self) -> None:
        if self._look_back is not None:
            self._look_back(self._page.case, partial(self._on_found, self._page.case.id))

    def _on_found(self, case_id: str, found: tuple[Earlier, ...]) -> None:
        """The answer comes from another thread: the page may show another case by then, or be gone."""
        if isValid(self) and self._page.case.id == case_id:
            self.offer(found)


def _name(earlier: Earlier, part: Part) -> str:
    count = amounts_in(earlier.case, part)
    amounts = ngettext("{count} amount", "{count} amounts", count).format(count=count)
    if earlier.other_case:
        words = _("Case {reference}, {date}: {amounts}")
        return words.format(reference=earlier.other_case, date=date_short(earlier.day), amounts=amounts)
    return _("Result kept on {date}: {amounts}").format(date=date_short(earlier.day), amounts=amounts)


def look_in_vault(vault: Vault, case: CaseFile) -> tuple[Earlier, ...]:
    """The kept results of a case and the other cases of its applicant, the last ones first; in the store's thread."""
    kept = [Earlier(result.case, result.made_at.date()) for result in vault.assessments.list(case.id)]
    person, others = case.applicant, []
    if person is not None and person.birth_date is not None and person.name.strip():
        same = vault.cases.of_same_person(person.name, person.birth_date)
        others = [
            Earlier(vault.cases.peek(one.id).case, one.changed_at.date(), one.reference or one.title)
            for one in same[:MOST_OFFERED]
            if one.id != case.id
        ]
    return (*kept, *others)

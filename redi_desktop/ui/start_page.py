"""What stands in the middle of the window while no case is open: what is due, what the vault asks for, a new case."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from redi_desktop.casefile.deadlines import Urgency
from redi_desktop.formatting import date_long
from redi_desktop.i18n import _, ngettext
from redi_desktop.ui.aside_page import beside_nothing
from redi_desktop.ui.case_model import title_of
from redi_desktop.ui.deadline_words import basis_words, long_words
from redi_desktop.ui.link_column import Link, LinkCard
from redi_desktop.ui.overview import DueCase, VaultCare
from redi_desktop.ui.scroll_area import ScrollArea
from redi_desktop.ui.theme import UNIT, page_width, set_role

MOST_DUE = 12
"""Cases named on the page; the list at the left shows all of them."""


class StartPage(ScrollArea):
    """What is due today and soon, what the vault asks for, and one button."""

    new_asked = Signal()
    case_asked = Signal(str)
    tour_asked = Signal()
    manual_asked = Signal()
    care_asked = Signal(str)
    """A part of the settings: ``backups``, ``recovery``, ``keeping``, ``taking_over``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today: date | None = None
        self._due: tuple[DueCase, ...] = ()
        self._care = VaultCare()
        self._cases = 0
        self._build()

    def _build(self) -> None:
        self._column = QWidget()
        self._title, self._text = QLabel(self._column), QLabel(self._column)
        set_role(self._title, "title")
        self._text.setWordWrap(True)
        self.new = QPushButton(self._column)
        self.new.setAutoDefault(True)
        set_role(self.new, "primary")
        self.new.clicked.connect(self.new_asked)
        self.welcome, self.care, self.due = (LinkCard(self._column) for _card in range(3))
        self.take_over = QPushButton(self._column)
        set_role(self.take_over, "link")
        self.take_over.clicked.connect(self._on_take_over)
        self.welcome.chosen.connect(self._on_welcome)
        self.due.chosen.connect(self.case_asked)
        self.care.chosen.connect(self._on_care)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(UNIT * 4, UNIT * 3, UNIT * 4, UNIT * 4)
        column.setSpacing(UNIT * 2)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.new)
        column.addLayout(head)
        for widget in (self._text, self.welcome, self.care, self.due):
            column.addWidget(widget)
        column.addWidget(self.take_over, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(beside_nothing(self._column))
        self._fit()

    def tell(self, today: date, cases: int, due: tuple[DueCase, ...]) -> None:
        """Show how many cases there are, and what is due in them."""
        shown = (today, cases, due)
        if shown != (self._today, self._cases, self._due):
            self._today, self._cases, self._due = shown
            self.retranslate()

    def welcome_offered(self, offered: bool) -> None:
        """Whether to offer the tour of the window, as long as nobody has taken or left it."""
        self.welcome.setVisible(offered)

    def tell_care(self, care: VaultCare) -> None:
        """Show what the vault asks for."""
        self._care = care
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._title.setText(_("Good day"))
        self._text.setText(self._greeting())
        self.new.setText(_("Begin a new case"))
        self.take_over.setText(_("Take over a case from a colleague"))
        self.setAccessibleName(_("What is due"))
        self._say_welcome()
        self._say_due()
        self._say_care()

    def changeEvent(self, event: QEvent) -> None:
        """The width goes with the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self._column.setMaximumWidth(page_width(self) + 8 * UNIT)

    def _greeting(self) -> str:
        if not self._cases:
            return _("No case yet. Persons, home, rent and one income give a first result in a minute.")
        counted = ngettext("{count} open case.", "{count} open cases.", self._cases).format(count=self._cases)
        return _("{counted} Open one in the list (F4), or begin a new one.").format(counted=counted)

    def _say_welcome(self) -> None:
        links = (
            Link("tour", _("Look around the window in one minute.")),
            Link("manual", _("Read the manual: it is in the program, and F1 opens it anywhere.")),
        )
        self.welcome.say(_("New here?"), "", links)

    def _on_welcome(self, wanted: str) -> None:
        if wanted == "tour":
            self.tour_asked.emit()
        else:
            self.manual_asked.emit()

    def _say_due(self) -> None:
        self.due.setVisible(bool(self._cases))
        if self._today is None or not self._cases:
            return
        heading = _("Due today and within a week ({date})").format(date=date_long(self._today))
        links = tuple(self._due_link(due, self._today) for due in self._due[:MOST_DUE])
        rest = len(self._due) - len(links)
        more = ngettext("and {count} more in the list", "and {count} more in the list", rest).format(count=rest)
        notes = [basis_words(due.deadline for due in self._due), more if rest else ""]
        if not links:
            notes = [_("Nothing: no decision, notification, review or end of aid within a week.")]
        self.due.say(heading, " · ".join(note for note in notes if note), links)

    def _due_link(self, due: DueCase, today: date) -> Link:
        sentence = _("{case}: {what}").format(case=title_of(due.case), what=long_words(due.deadline, today))
        pressing = due.deadline.urgency(today) in (Urgency.PAST, Urgency.TODAY)
        return Link(due.case.id, sentence, "attention" if pressing else "arrow-right")

    def _say_care(self) -> None:
        care = self._care
        links: list[Link] = []
        if care.half_typed:
            links.append(Link("case", _("Half a text was left in a case: go on there.")))
        if care.sheet_missing:
            words = _("No recovery sheet was ever typed back: make one, so that a forgotten passphrase costs no case.")
            links.append(Link("recovery", words, "attention"))
        if care.copy_reminder:
            words = _("No backup has gone to another disk for a week: copy one, so that a broken disk costs no case.")
            links.append(Link("backups", words, "attention"))
        if care.to_erase:
            words = ngettext(
                "{count} closed case has been kept as long as your CPAS chose: look whether to erase it.",
                "{count} closed cases have been kept as long as your CPAS chose: look whether to erase them.",
                care.to_erase,
            ).format(count=care.to_erase)
            links.append(Link("keeping", words))
        self.care.setVisible(bool(links))
        self.care.say(_("Your vault"), "", links)

    def _on_take_over(self) -> None:
        self.care_asked.emit("taking_over")

    def _on_care(self, part: str) -> None:
        if part == "case":
            self.case_asked.emit(self._care.half_typed)
        else:
            self.care_asked.emit(part)

"""Lists about several cases, made by hand and noted: for a funding scheme, and totals that name nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from redi_desktop.errors import UserError
from redi_desktop.i18n import _, language, ngettext, speaking
from redi_desktop.report.exports.anonymous_totals import AnonymousTotals
from redi_desktop.report.exports.justification import JustificationList
from redi_desktop.report.exports.listing import write_listing
from redi_desktop.store.acts import Act
from redi_desktop.ui.file_place import FilePlace
from redi_desktop.ui.journaling import Journaling
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.several.list_work import justification_steps, totals_steps
from redi_desktop.ui.several.one_by_one import OneByOne
from redi_desktop.ui.several.run_line import RunLine, trouble_words
from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.theme import set_role

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.vault import Vault

JUSTIFICATION, TOTALS = "justification-list", "anonymous-totals"


class ListSection(Section):
    """Two buttons, two lists."""

    def __init__(
        self, vault: Vault, services: Services, tasks: Tasks, chosen: Callable[[], tuple[str, ...]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._vault, self._services, self._tasks, self._chosen = vault, services, tasks, chosen
        self._journaling = Journaling(vault, tasks)
        self._which, self._path, self._language = JUSTIFICATION, Path(), "en"
        self._cases: tuple[str, ...] = ()
        self._list: JustificationList | AnonymousTotals = AnonymousTotals()
        self.justification, self.totals, self.missing = QPushButton(self), QPushButton(self), QLabel(self)
        set_role(self.missing, "quiet")
        self.run = OneByOne(tasks, self)
        self.line, self.place = RunLine(self.run, self), FilePlace(self)
        self.add_line(self.justification, self.totals, self.missing)
        self.body.addWidget(self.line)
        self.justification.clicked.connect(self._ask_justification)
        self.totals.clicked.connect(self._ask_totals)
        self.place.chosen.connect(self.write_to)
        self.run.ended.connect(self._on_ended)

    def refresh(self) -> None:
        """Offer the lists where cases are ticked."""
        nothing = not self._chosen()
        for button in (self.justification, self.totals):
            button.setEnabled(not nothing and not self.run.is_under_way)
        self.missing.setMinimumHeight(self.totals.sizeHint().height())
        self.missing.setVisible(nothing)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _(
            "For a funding scheme: the decided cases under the figures of their reference, computed and granted "
            "amounts, dates. The totals name nobody, and hide groups of fewer than five."
        )
        self.set_texts(_("Lists about these cases"), words)
        self.justification.setText(_("&Justification list…"))
        self.totals.setText(_("Anonymous &totals…"))
        self.missing.setText(_("Tick at least one case."))
        self.line.retranslate()
        self.refresh()

    def choose(self, which: str) -> None:
        """Which of the lists is written next."""
        self._which = which

    def write_to(self, path: Path) -> None:
        """Make the list in the language of the window and write it; the ending of the name says in which form."""
        services, self._path, self._language = self._services, path, language()
        self._cases = self._chosen()
        if self._which == TOTALS:
            self._list = totals = AnonymousTotals()
            steps = totals_steps(self._vault, services.parameters, self._language, totals)
        else:
            self._list = rows = JustificationList()
            today = services.today()
            steps = justification_steps(self._vault, services.parameters, today, self._language, rows)
        self.run.begin(self._cases, steps)
        self.refresh()

    def _ask_justification(self) -> None:
        self._ask(JUSTIFICATION)

    def _ask_totals(self) -> None:
        self._ask(TOTALS)

    def _ask(self, which: str) -> None:
        self.choose(which)
        name = f"{which}_{self._services.today().isoformat()}.xlsx"
        self.place.ask(_("Save the list"), name, _("Workbook or table (*.xlsx *.csv)"))

    def _on_ended(self, stopped: bool) -> None:
        self.refresh()
        if stopped:
            self.line.say(_("Stopped: nothing was written."))
        else:
            work = partial(_written, self._list, self._path, self._services.today(), self._language)
            self._tasks.aside(work, self._on_written, self._on_problem)

    def _on_written(self, rows: int) -> None:
        cases = self._cases if self._which == JUSTIFICATION else (None,)
        self._journaling.note(Act.CASE_EXPORTED, self._which, cases, partial(self._say, rows), self._on_problem)

    def _say(self, rows: int, _nothing: None) -> None:
        words = ngettext("{count} row is in {path}.", "{count} rows are in {path}.", rows)
        said = [words.format(count=rows, path=self._path), trouble_words(self.run.troubles)]
        self.line.say(" ".join(part for part in said if part))

    def _on_problem(self, problem: UserError) -> None:
        self.line.say_problem(problem)


def _written(made: JustificationList | AnonymousTotals, path: Path, today: date, spoken: str) -> int:
    with speaking(spoken):
        listing = made.listing()
        write_listing(listing, path, today)
    return len(listing.rows)

"""Scenarios: the same case with something changed, side by side with the case as it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from redi_desktop.casefile import scenarios
from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.scenarios import MOST, Played, Player, typical_changes
from redi_desktop.casefile.steps import Step
from redi_desktop.engine.changes_of_life import ChangeKind
from redi_desktop.i18n import _
from redi_desktop.ui.balance_words import segment_names
from redi_desktop.ui.live_result import LiveResult
from redi_desktop.ui.pages.expense_kinds import ExpenseKinds
from redi_desktop.ui.pages.page_of_rows import PageOfRows
from redi_desktop.ui.pages.picks import Picks
from redi_desktop.ui.pages.rows import Rows
from redi_desktop.ui.pages.scenario_row import ScenarioRow, ScenarioSeen
from redi_desktop.ui.pages.scenario_table import ScenarioTable
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.theme import set_role
from redi_desktop.words import persons as person_words


class ScenariosPage(PageOfRows[ScenarioRow]):
    """Made with two clicks from typical changes, or freely; nothing here changes the case itself."""

    step = Step.SCENARIOS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player = Player()
        self._kinds = ExpenseKinds(self)
        self._made, self._compared = Section(self), Section(self)
        self.picks = Picks(self)
        self.picks.picked.connect(self._pick)
        make_row = partial(ScenarioRow, kinds=self._kinds)
        add = partial(scenarios.add_scenario, kind=ChangeKind.SET_EXPENSE)
        self.rows = Rows(self, "scenarios", make_row, add, scenarios.drop_scenario, spacing=0)
        self.table = ScenarioTable(self)
        self._compared.body.addWidget(self.table)
        self._enough = QLabel(self)
        self._enough.setWordWrap(True)
        set_role(self._enough, "quiet")
        for widget in (self.picks, self._enough, self.rows):
            self._made.body.addWidget(widget)
        self.body.addWidget(self._made)
        self.body.addWidget(self._compared)
        self.retranslate()

    def initial_focus(self) -> QWidget:
        """The first typical change."""
        return next(iter(self.picks.buttons()), self.rows.add_button)

    def prepare(self, case: CaseFile, live: LiveResult) -> Iterator[None]:
        """Play the scenarios: that is remembered."""
        if live.assessment is not None:
            self._player.play(case, live.assessment)
            yield

    def apply(self, case: CaseFile, live: LiveResult) -> None:
        """Show the scenarios."""
        super().apply(case, live)
        today = live.assessment
        played = self._player.play(case, today) if today is not None else ()
        self._show_rows(case, played)
        full = len(case.scenarios) >= MOST
        self.picks.show_kinds(() if full or today is None else typical_changes(case))
        self.rows.add_button.setVisible(not full and today is not None)
        self.rows.setVisible(today is not None or bool(case.scenarios))
        self._enough.setVisible(full or today is None)
        self._enough.setText(_no_more(full))
        self._compared.setVisible(today is not None and bool(case.scenarios))
        if today is not None:
            self.table.show_scenarios(case, today, played)

    def _show_rows(self, case: CaseFile, played: tuple[Played, ...]) -> None:
        found = {one.scenario.id: one for one in played}
        names = person_words.names(case.household.persons)
        named = segment_names(case)
        incomes = {income.id: named[income.id] for income in case.incomes}
        for scenario, row in self.rows.matched(case.scenarios):
            row.show_seen(ScenarioSeen(scenario, found.get(scenario.id), names, incomes))

    def retranslate(self) -> None:
        """Say every text in the language in use."""
        self._made.set_texts(
            _("What if…"),
            _("Nothing here changes the case. What follows by law is worked out too, so that a gain is honest."),
        )
        self._compared.set_texts(_("Side by side, in euro per month"))
        self.picks.set_heading(_("Try a change:"))
        self.rows.set_texts(_("&Add a scenario"), _("No scenario yet."))
        self._kinds.retranslate()
        self.table.retranslate()
        super().retranslate()

    def _pick(self, kind: ChangeKind) -> None:
        self.rows.ask(partial(scenarios.add_scenario, kind=kind))


def _no_more(full: bool) -> str:
    if full:
        return _("Five scenarios have room beside each other: remove one to try another.")
    return _("Scenarios need a first result.")

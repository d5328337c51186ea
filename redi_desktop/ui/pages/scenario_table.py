"""The case as it is and its scenarios, a line each: needed, coming in, balance, proposed aid."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.scenarios import Played
from redi_desktop.engine.assess import Assessment
from redi_desktop.formatting import money_parts
from redi_desktop.i18n import _
from redi_desktop.ui.pages.amount_model import NOTHING, AmountModel, Cell, Line
from redi_desktop.ui.pages.amount_table import AmountTable
from redi_desktop.words import persons as person_words
from redi_desktop.words.scenarios import scenario_name

AMOUNTS = 4


class ScenarioTable(AmountTable):
    """Amounts side by side; a scenario that cannot be computed yet shows none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(AmountModel(AMOUNTS), parent)

    def show_scenarios(self, case: CaseFile, today: Assessment, played: Iterable[Played]) -> None:
        """Show the case as it is, then each scenario."""
        names = person_words.names(case.household.persons)
        lines = [_line(_("Today"), today)]
        lines += [_line(scenario_name(one.scenario, names), one.assessment) for one in played]
        self.show_lines(tuple(lines))

    def retranslate(self) -> None:
        """Say names and columns in the language in use; the amounts come with the next result."""
        self.name(_("Scenarios side by side, in euro per month"))
        self.amounts.name_columns(_("Scenario"), _("Needed"), _("Coming in"), _("Balance"), _("Proposed aid"))
        self.fit()


def _line(name: str, result: Assessment | None) -> Line:
    if result is None:
        return Line(name, (Cell(NOTHING),) * AMOUNTS)
    amounts = (result.retained.total, result.income_total, result.balance, result.proposal.amount)
    return Line(name, tuple(Cell(*money_parts(amount)) for amount in amounts))

"""Results of a case that are kept as they were, with all they rest on; two of them can be compared."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from redi_desktop.casefile.judgement import Decision
from redi_desktop.casefile.live import countable_facts
from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.strict_json import said
from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.engine.findings import BadFacts
from redi_desktop.i18n import _
from redi_desktop.ui.case_care.kept_table import ComparedTable, KeptTable, kept_on
from redi_desktop.ui.deed import Deed
from redi_desktop.ui.fields import ChoiceField
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.theme import set_role

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.assessments import KeptAssessment
    from redi_desktop.store.vault import Vault
    from redi_desktop.ui.tasks import Tasks


class KeptResultsSection(Section):
    """Keep the result of now; look at those kept; compare two. ``kept`` says that there is one more."""

    kept = Signal()

    def __init__(self, vault: Vault, services: Services, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault, self._services = vault, services
        self._case = CaseFile(id="")
        self._results: dict[str, KeptAssessment] = {}
        self.keep = Deed(tasks)
        self.table, self.compared = KeptTable(self), ComparedTable(self)
        self.first, self.second = (ChoiceField[str]((), self._name, self) for _place in range(2))
        self._none = QLabel(self)
        self._none.setWordWrap(True)
        set_role(self._none, "quiet")
        for widget in (self.keep, self._none, self.table):
            self.body.addWidget(widget)
        self.add_line(self.first, self.second)
        self.body.addWidget(self.compared)
        self.keep.asked.connect(self.keep_now)
        self.keep.done.connect(self.kept)
        for field in (self.first, self.second):
            field.edited.connect(self._compare)

    def apply(self, case: CaseFile) -> None:
        """Another case, or the same later; its results come with :meth:`show_results`."""
        self._case = case
        self.keep.say("")
        self.keep.button.setEnabled(_can_be_kept(case, self._services.parameters))

    def show_results(self, results: tuple[KeptAssessment, ...]) -> None:
        """Show the kept results of the case, the last one first; the last two are compared."""
        self._results = {result.id: result for result in results}
        ids = tuple(self._results)
        self._none.setVisible(not ids)
        self.table.setVisible(bool(ids))
        self.table.show_results(results)
        for field in (self.first, self.second):
            field.set_members(ids)
            field.setVisible(len(ids) > 1)
        if len(ids) > 1:
            self.first.set_value(ids[1])
            self.second.set_value(ids[0])
        self._compare()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _(
            "A kept result never changes: the case, the prices and the rules are kept with it. "
            "A decision that stands in the case is noted with it."
        )
        self.set_texts(_("Kept results"), words)
        self.keep.set_text(_("&Keep the result of now"))
        self._none.setText(_("None yet. Keep one before the committee meets."))
        self.first.set_texts(_("Compare"))
        self.second.set_texts(_("with"))
        self.table.retranslate()
        self.compared.retranslate()
        self.table.show_results(tuple(self._results.values()))
        self._compare()

    def keep_now(self) -> None:
        """Keep the result as it is now, and the decision where there is one."""
        self.keep.run(partial(_keep, self._vault, self._case, self._services.parameters), _said)

    def _name(self, result: str) -> str:
        return kept_on(self._results[result]) if result in self._results else ""

    def _compare(self) -> None:
        first, second = (self._results.get(field.value() or "") for field in (self.first, self.second))
        several = first is not None and second is not None and first is not second
        self.compared.setVisible(several)
        if several and first is not None and second is not None:
            self.compared.show_two(first, second)


def _can_be_kept(case: CaseFile, parameters: Parameters) -> bool:
    try:
        assess(countable_facts(case).facts, parameters)
    except BadFacts:
        return False
    return True


def _keep(vault: Vault, case: CaseFile, parameters: Parameters) -> bool:
    """Freeze the result, and note the decision where it is new; tells whether it was."""
    frozen = vault.assessments.freeze(case, assess(countable_facts(case).facts, parameters))
    noted = vault.decisions.list(case.id)
    decision = said(case.decision)
    if case.decision == Decision() or case.decision.verdict is None or (noted and noted[0].decision == decision):
        return False
    vault.decisions.note(case.id, decision, frozen)
    return True


def _said(noted: bool) -> str:
    return _("The result is kept, and the decision is noted.") if noted else _("The result is kept.")

"""Lists about several cases: for each case no more is kept than its row, or a few sums."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.i18n import speaking
from redi_desktop.store.used_parameters import parameters_of
from redi_desktop.store.vouching import vouched_for
from redi_desktop.ui.several.batch_work import assessed
from redi_desktop.ui.several.one_by_one import Steps

if TYPE_CHECKING:
    from datetime import date

    from redi_desktop.report.exports.anonymous_totals import AnonymousTotals
    from redi_desktop.report.exports.justification import JustificationList
    from redi_desktop.store.assessments import KeptAssessment
    from redi_desktop.store.vault import Vault


class Decided(NamedTuple):
    """A case with the result that its decision rested on, where one was kept, and what that was computed with."""

    case: CaseFile
    kept: KeptAssessment | None
    parameters: Parameters


def justification_steps(
    vault: Vault, parameters: Parameters, today: date, language: str, rows: JustificationList
) -> Steps:
    """Fill the list for a funding scheme: from kept results where there are, else from one computed today."""
    return Steps(partial(_read_decided, vault, parameters), partial(_justify, today, language, rows), _nothing)


def totals_steps(vault: Vault, parameters: Parameters, language: str, totals: AnonymousTotals) -> Steps:
    """Add up cases."""
    return Steps(vault.cases.load, partial(_count, parameters, language, totals), _nothing)


def _read_decided(vault: Vault, parameters: Parameters, case_id: str) -> Decided:
    case = vault.cases.load(case_id)
    kept = _before_decision(case, vault.assessments.list(case_id))
    if case.decision.verdict is None or kept is None:
        return Decided(case, None, parameters)
    vouched = vouched_for(kept.parameters.values(), vault, parameters.vouched)
    return Decided(case, kept, parameters_of(kept.parameters, vault.parameters, vouched))


def _before_decision(case: CaseFile, results: tuple[KeptAssessment, ...]) -> KeptAssessment | None:
    """The last result kept until the day of the decision; where all are later, the first of them."""
    in_order = sorted(results, key=lambda kept: kept.made_at)
    day = case.decision.decided_on
    before = [kept for kept in in_order if day is None or kept.made_at.date() <= day]
    return before[-1] if before else next(iter(in_order), None)


def _justify(today: date, language: str, rows: JustificationList, one: Decided) -> None:
    from redi_desktop.report.exports.justification import Justified

    if one.case.decision.verdict is None:
        return
    assessment: Assessment | None
    if one.kept is not None:
        assessment = assess(one.kept.case.facts, one.parameters, one.kept.reference_date)
    else:
        assessment = assessed(one.case, one.parameters)
    if assessment is not None:
        simulated_on = one.kept.made_at.date() if one.kept is not None else today
        with speaking(language):
            rows.add(Justified(one.case, assessment, simulated_on))


def _count(parameters: Parameters, language: str, totals: AnonymousTotals, case: CaseFile) -> None:
    from redi_desktop.report.exports.anonymous_totals import Counted

    assessment = assessed(case, parameters)
    if assessment is not None:
        with speaking(language):
            totals.add(Counted(case, assessment))


def _nothing(_case_id: str, _result: None) -> None:
    """The journal is told once the list is written."""

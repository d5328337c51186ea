"""Changes to the scenarios of a case, and each of them computed beside the case as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.rows import drop_row, find_row, free_id, put_row
from redi_desktop.engine.assess import Assessment, Parameters
from redi_desktop.engine.changes_of_life import Change, ChangeKind
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.findings import Finding
from redi_desktop.engine.household import Activity, Person, Role, Tenure
from redi_desktop.engine.needs import Need
from redi_desktop.engine.scenario import Difference, Scenario, difference, play

MOST = 5
"""So many have room beside the case as it is, on the screen and on paper."""
_K = ChangeKind


class Played(NamedTuple):
    """A scenario computed: its result (``None`` where ``bad`` forbids one), what it changes, what follows by law."""

    scenario: Scenario
    assessment: Assessment | None
    difference: Difference | None
    bad: tuple[Finding, ...]
    consequences: tuple[Finding, ...]

    @property
    def changed_needs(self) -> tuple[tuple[Need, Decimal], ...]:
        """The needs that cost more or less, those that change most first."""
        if self.difference is None:
            return ()
        changed = ((need, amount) for need, amount in self.difference.by_need.items() if amount)
        return tuple(sorted(changed, key=lambda pair: -abs(pair[1])))


class Player:
    """Plays the scenarios of one case after another; one that is played again with the same facts is remembered.

    Rights are left out: they are looked at in the case as it is, and would cost most of the time.
    """

    def __init__(self) -> None:
        self._whole: Parameters | None = None
        self._parameters: Parameters | None = None
        self._known: dict[str, tuple[Facts, Played]] = {}

    def play(self, case: CaseFile, today: Assessment) -> tuple[Played, ...]:
        """Every scenario of a case, beside its result as it is."""
        parameters = self._without_rights(today.parameters)
        known, self._known = self._known, {}
        for scenario in case.scenarios:
            before = known.get(scenario.id)
            same = before is not None and before[1].scenario == scenario and before[0] == today.facts
            played = before[1] if before is not None and same else _played(scenario, today, parameters)
            self._known[scenario.id] = (today.facts, played)
        return tuple(played for _facts, played in self._known.values())

    def _without_rights(self, whole: Parameters) -> Parameters:
        if self._parameters is None or self._whole is not whole:
            self._whole, self._known = whole, {}
            self._parameters = Parameters(whole.pack, whole.policy, whole.legal)
        return self._parameters


def _played(scenario: Scenario, today: Assessment, parameters: Parameters) -> Played:
    outcome = play(today.facts, scenario, parameters, parameters.legal, today.reference_date)
    changed = difference(today, outcome.assessment) if outcome.assessment is not None else None
    return Played(scenario, outcome.assessment, changed, outcome.bad, outcome.consequences)


def typical_changes(case: CaseFile) -> tuple[ChangeKind, ...]:
    """The changes that would change something in this household, the most usual first."""
    return tuple(_typical(case))


def _typical(case: CaseFile) -> Iterator[ChangeKind]:
    persons = case.household.persons
    if case.dwelling.tenure is not Tenure.SOCIAL_RENT:
        yield _K.MOVE_TO_SOCIAL_HOUSING
    yield _K.TAKE_JOB
    if not all(person.bim for person in persons):
        yield _K.GET_BIM
    if not case.dwelling.social_energy_tariff:
        yield _K.GET_SOCIAL_ENERGY_TARIFF
    if len(persons) > 1:
        yield _K.PERSON_LEAVES
    if case.incomes:
        yield _K.DROP_INCOME
    if case.debts:
        yield _K.DROP_DEBTS
    yield from (_K.SET_EXPENSE, _K.SET_INCOME)


def begun(case: CaseFile, kind: ChangeKind) -> Change:
    """A change of that kind as it is offered: about whom it most often is."""
    persons = case.household.persons
    if kind is _K.TAKE_JOB:
        return Change(kind=kind, person=_id(next(filter(_could_work, persons), case.applicant)))
    if kind is _K.SET_INCOME:
        return Change(kind=kind, person=_id(case.applicant))
    if kind is _K.PERSON_LEAVES:
        others = [person for person in persons if person.role is not Role.APPLICANT]
        partner = next((person for person in others if person.role is Role.PARTNER), None)
        return Change(kind=kind, person=_id(partner or next(reversed(others), None)))
    if kind is _K.DROP_INCOME:
        return Change(kind=kind, income=case.incomes[0].id if case.incomes else None)
    return Change(kind=kind)


def _could_work(person: Person) -> bool:
    grown = person.role is not Role.CHILD
    return grown and person.activity in (Activity.JOBSEEKER, Activity.INACTIVE, Activity.NONE, None)


def _id(person: Person | None) -> str | None:
    return person.id if person is not None else None


def add_scenario(case: CaseFile, kind: ChangeKind) -> CaseFile:
    """The case with one more scenario, of one change."""
    return _put(case, Scenario(id=free_id("s", case.scenarios), changes=(begun(case, kind),)))


def change_scenario(case: CaseFile, row_id: str, **changes: Any) -> CaseFile:
    """The case with these fields of a scenario changed; the same case when none bears that identifier."""
    scenario = find_row(case.scenarios, row_id)
    return case if scenario is None else _put(case, replace(scenario, **changes))


def drop_scenario(case: CaseFile, row_id: str) -> CaseFile:
    """The case without that scenario."""
    return replace(case, scenarios=drop_row(case.scenarios, row_id))


def also(case: CaseFile, row_id: str, kind: ChangeKind) -> CaseFile:
    """The case with one more change in a scenario."""
    scenario = find_row(case.scenarios, row_id)
    return case if scenario is None else change_scenario(case, row_id, changes=(*scenario.changes, begun(case, kind)))


def change_part(case: CaseFile, row_id: str, place: int, **changes: Any) -> CaseFile:
    """The case with these fields of one change of a scenario changed."""
    scenario = find_row(case.scenarios, row_id)
    if scenario is None or place >= len(scenario.changes):
        return case
    parts = list(scenario.changes)
    parts[place] = replace(parts[place], **changes)
    return change_scenario(case, row_id, changes=tuple(parts))


def drop_part(case: CaseFile, row_id: str, place: int) -> CaseFile:
    """The case without one change of a scenario; the last one takes the scenario with it."""
    scenario = find_row(case.scenarios, row_id)
    if scenario is None:
        return case
    rest = (*scenario.changes[:place], *scenario.changes[place + 1 :])
    return change_scenario(case, row_id, changes=rest) if rest else drop_scenario(case, row_id)


def _put(case: CaseFile, scenario: Scenario) -> CaseFile:
    return replace(case, scenarios=put_row(case.scenarios, scenario))

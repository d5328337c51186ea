"""The case file: the request, the facts, and the reference by which the worker finds it again."""

from __future__ import annotations

import datetime
import uuid
from dataclasses import dataclass, field
from enum import StrEnum

from redi_desktop.casefile.judgement import Decision, Opinion
from redi_desktop.engine.expenses import Debt, Expense
from redi_desktop.engine.facts import Facts, WorkerProposal
from redi_desktop.engine.household import Dwelling, Household, Person, Role
from redi_desktop.engine.income import Income
from redi_desktop.engine.right_states import Answer, RightState
from redi_desktop.engine.scenario import Scenario

FORMAT = "redi-case/1"


class SpokenLanguage(StrEnum):
    """The language in which the person is spoken and written to."""

    FR = "fr"
    NL = "nl"
    DE = "de"
    EN = "en"


class InformedHow(StrEnum):
    """How the person was told what is done with their data."""

    NOT_YET = "not_yet"
    ORALLY = "orally"
    SHEET = "sheet"


class Status(StrEnum):
    """Where the case stands in the worker's list."""

    OPEN = "open"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The request for help: when, why, in which language, and how the person was informed."""

    date: datetime.date | None = None
    reason: str = ""
    language: SpokenLanguage = SpokenLanguage.FR
    informed: InformedHow = InformedHow.NOT_YET
    informed_on: datetime.date | None = None


def new_id() -> str:
    """A fresh, random identifier for a case."""
    return uuid.uuid4().hex


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """All that the worker keeps of one request for help; changed by making a new one."""

    id: str = field(default_factory=new_id)
    reference: str = ""
    status: Status = Status.OPEN
    request: Request = Request()
    reference_date: datetime.date | None = None
    household: Household = Household()
    dwelling: Dwelling = Dwelling()
    incomes: tuple[Income, ...] = ()
    expenses: tuple[Expense, ...] = ()
    debts: tuple[Debt, ...] = ()
    options: tuple[str, ...] = ()
    proposal: WorkerProposal = WorkerProposal()
    rights: tuple[RightState, ...] = ()
    answers: tuple[Answer, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    opinion: Opinion = Opinion()
    decision: Decision = Decision()
    closed_on: datetime.date | None = None
    comment: str = ""

    @property
    def facts(self) -> Facts:
        """What the engine takes of this case."""
        return Facts(
            reference_date=self.reference_date,
            requested_on=self.request.date,
            household=self.household,
            dwelling=self.dwelling,
            incomes=self.incomes,
            expenses=self.expenses,
            debts=self.debts,
            options=self.options,
            proposal=self.proposal,
            rights=self.rights,
            answers=self.answers,
        )

    @property
    def applicant(self) -> Person | None:
        """The person who asks, once there is one."""
        return next((person for person in self.household.persons if person.role is Role.APPLICANT), None)

    @property
    def title(self) -> str:
        """What the list shows: the applicant's name, else the reference; empty when neither is known."""
        applicant = self.applicant
        return (applicant.name.strip() if applicant else "") or self.reference

"""Facts of an integration income as short to write as they are to say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from redi_desktop.engine.findings import BadFacts, Finding
from redi_desktop.engine.integration_income.compute import IntegrationIncome, compute
from redi_desktop.engine.integration_income.facts import (
    Cohabitant,
    Debtors,
    IntegrationIncomeFacts,
    Means,
    Resource,
    Situation,
    Work,
)
from redi_desktop.engine.integration_income.kinds import Relation, ResourceKind, WorkKind
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.packs.embedded import load_embedded_legal

DAY = date(2025, 2, 15)
"""A month whose amounts are all published."""
SINGLE, COHABITANT, FAMILY = Decimal("15770.41"), Decimal("10513.60"), Decimal("21312.87")
"""The yearly rates of that month."""


@cache
def tables() -> LegalTables:
    """The legal tables that come with the program."""
    return load_embedded_legal()


def facts_of(day: date | None = DAY, **other: Any) -> IntegrationIncomeFacts:
    """Somebody who lives alone and has nothing, unless ``other`` says otherwise."""
    return IntegrationIncomeFacts(reference_date=day, **({"situation": Situation(cohabits=False)} | other))


def income_of(day: date | None = DAY, **other: Any) -> IntegrationIncome:
    """The integration income of these facts."""
    return compute(facts_of(day, **other), tables())


def having(day: date | None = DAY, **means: Any) -> IntegrationIncome:
    """The integration income of a single person who has these means."""
    return income_of(day, means=Means(**means))


def complaints(day: date | None = DAY, **other: Any) -> dict[str, str]:
    """The errors that forbid a number: the code by the field."""
    try:
        income_of(day, **other)
    except BadFacts as bad:
        return {finding.field: finding.code for finding in bad.findings}
    return {}


def remarks(result: IntegrationIncome) -> list[Finding]:
    """What is said beside a result."""
    return list(result.findings)


def pension(amount: str, row_id: str = "r1", **other: Any) -> Resource:
    """A pension per month."""
    return Resource(id=row_id, kind=ResourceKind.PENSION, amount=Decimal(amount), **other)


def wage(amount: str, row_id: str = "w1", **other: Any) -> Work:
    """A net wage per month."""
    return Work(id=row_id, kind=WorkKind.EMPLOYEE, amount=Decimal(amount), **other)


def mother(monthly: str, row_id: str = "m1", **other: Any) -> Cohabitant:
    """A mother with that pension."""
    known: dict[str, Any] = {"relation": Relation.PARENT, "birth_date": date(1965, 1, 1)}
    return Cohabitant(id=row_id, means=Means(resources=(pension(monthly),)), **(known | other))


def with_mother(monthly: str, day: date = date(2026, 5, 15), **debtors: Any) -> IntegrationIncome:
    """A young person who asked in April 2026 and lives with a mother who has that pension."""
    return income_of(
        day,
        requested_on=date(2026, 4, 20),
        situation=Situation(cohabits=True),
        cohabitants=(mother(monthly),),
        debtors=Debtors(**debtors),
    )

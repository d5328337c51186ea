"""What is wrong, missing or to be known in the facts, before a single euro is computed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from redi_desktop.engine.amount_checks import duplicate_ids
from redi_desktop.engine.findings import Finding, Severity, error, warning
from redi_desktop.engine.integration_income.category import HALF, derive_category
from redi_desktop.engine.integration_income.cohabitant_checks import check_cohabitants
from redi_desktop.engine.integration_income.doubtful_facts import check_doubtful
from redi_desktop.engine.integration_income.facts import Child, IntegrationIncomeFacts, Situation
from redi_desktop.engine.integration_income.kinds import Category, PropertyKind
from redi_desktop.engine.integration_income.means_checks import check_means, check_share
from redi_desktop.engine.integration_income.parameters import ANNUAL_RATE, Law
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.engine.months import Month

OLDEST_AGE = 120


def check(facts: IntegrationIncomeFacts, tables: LegalTables, day: date | None) -> tuple[Finding, ...]:
    """Every finding about the facts on that day, the gravest first."""
    if day is None:
        return (error("ri_date_missing", "reference_date"),)
    first = max(tables.values[name][0].valid_from for name in ANNUAL_RATE.values())
    if day < first:
        return (error("ri_date_before_tables", "reference_date", first_day=first, tables=tables.id),)
    law = Law(tables, day)
    derived, _because = derive_category(facts.situation, day)
    category = facts.situation.category or derived
    found = [
        *_check_tables(tables, day),
        *_check_dates(facts, day),
        *_check_birth(facts.birth_date, "birth_date", day),
        *_check_situation(facts.situation, derived, day),
        *_check_benefit_recipients(facts),
        *check_means(facts.means, "means", facts.birth_date, "birth_date", law),
        *check_cohabitants(facts, category, law),
        *check_doubtful(facts, category, law),
    ]
    order = list(Severity)
    return tuple(sorted(found, key=lambda finding: order.index(finding.severity)))


def _check_tables(tables: LegalTables, day: date) -> Iterator[Finding]:
    if tables.valid_until is not None and Month.of(day) > tables.valid_until:
        values: dict[str, object] = {"last_month": tables.valid_until, "tables": tables.id}
        yield warning("ri_tables_expired", "reference_date", **values)


def _check_dates(facts: IntegrationIncomeFacts, day: date) -> Iterator[Finding]:
    for name in ("requested_on", "revised_on", "right_from"):
        known: date | None = getattr(facts, name)
        if known is not None and known > day:
            yield error("ri_date_after", name, date=known, day=day)
        yield from _check_order(facts, name)
    everybody = (facts.means, *(person.means for person in facts.cohabitants))
    if facts.starts_on is None and any(means.transfers for means in everybody):
        yield error("ri_requested_on_missing", "requested_on")


def _check_order(facts: IntegrationIncomeFacts, name: str) -> Iterator[Finding]:
    """Nothing of a file comes before its request; the right begins with it (law, art. 21 §5)."""
    known: date | None = getattr(facts, name)
    asked = facts.requested_on
    if known is not None and asked is not None and known < asked:
        code = "ri_right_before_request" if name == "right_from" else "ri_revised_before_request"
        yield error(code, name, requested_on=asked)


def _check_benefit_recipients(facts: IntegrationIncomeFacts) -> Iterator[Finding]:
    """The exemption of built property grows with the children for whom the applicant receives family benefits."""
    if any(one.kind is PropertyKind.BUILT for one in facts.means.properties):
        for number, child in enumerate(facts.situation.children):
            if child.benefit_recipient is None:
                yield error("ri_benefit_recipient_missing", f"situation.children[{number}].benefit_recipient")


def _check_birth(birth: date | None, field: str, day: date) -> Iterator[Finding]:
    if birth is not None and birth > day:
        yield error("birth_in_future", field, birth=birth, day=day)
    elif birth is not None and day.year - birth.year > OLDEST_AGE:
        yield error("age_impossible", field, age=day.year - birth.year, oldest=OLDEST_AGE)


def _check_situation(situation: Situation, derived: Category | None, day: date) -> Iterator[Finding]:
    yield from duplicate_ids("situation.children", [child.id for child in situation.children])
    for number, child in enumerate(situation.children):
        yield from _check_child(child, f"situation.children[{number}]", day)
    if situation.category is None:
        if derived is None:
            yield error("ri_cohabits_missing", "situation.cohabits")
    elif situation.category is not derived and not situation.reason.strip():
        yield error("ri_category_reason", "situation.reason", category=situation.category.value)


def _check_child(child: Child, field: str, day: date) -> Iterator[Finding]:
    if child.birth_date is None:
        yield error("missing", f"{field}.birth_date")
    yield from _check_birth(child.birth_date, f"{field}.birth_date", day)
    if child.at_charge is None:
        yield error("ri_at_charge_missing", f"{field}.at_charge")
    yield from check_share(child.custody_share, f"{field}.custody_share")
    if child.custody_share.is_finite() and child.custody_share < HALF and child.regular_presence is None:
        yield error("ri_presence_missing", f"{field}.regular_presence")

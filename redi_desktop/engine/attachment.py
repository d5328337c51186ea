"""What creditors can seize of an income (Judicial Code, art. 1409), and what a collective settlement must leave.

Net euro per month. Income from work and replacement income are cut in the same slices; the third one is seized at a
higher rate where it is replacement income. Each child at charge lowers what can be seized.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from redi_desktop.engine.amount_checks import check_amount
from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.findings import BadFacts, Finding, error, errors_in, warning
from redi_desktop.engine.integration_income.kinds import Category
from redi_desktop.engine.integration_income.parameters import MONTHLY_RATE
from redi_desktop.engine.legal_reasons import Doubt, doubts_in, explain_doubt, explain_value
from redi_desktop.engine.legal_tables import DatedValue, LegalTables
from redi_desktop.engine.money import ZERO, to_cent
from redi_desktop.engine.months import Month

THRESHOLDS = tuple(f"attachment.threshold_{number}" for number in (1, 2, 3, 4))
PER_CHILD = "attachment.per_child"
SLICE_2, SLICE_4 = "attachment.slice_2", "attachment.slice_4"
SLICE_3_WORK, SLICE_3_REPLACEMENT = "attachment.slice_3_work", "attachment.slice_3_replacement"
ATTACHMENT_VALUES = frozenset({*THRESHOLDS, PER_CHILD, SLICE_2, SLICE_3_WORK, SLICE_3_REPLACEMENT, SLICE_4})
"""Every value that legal tables must hold."""
MOST_CHILDREN = 20
WHOLE = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentFacts:
    """What somebody receives in a month, net, and what may be seized for.

    ``protected``: what cannot be seized at all (integration income, GRAPA, family benefits, aid of the CPAS).
    ``children``: at charge, declared as such. ``for_maintenance``: for maintenance arrears everything but ``protected``
    can be seized.
    """

    reference_date: date | None = None
    work: Decimal = ZERO
    replacement: Decimal = ZERO
    protected: Decimal = ZERO
    children: int | None = None
    for_maintenance: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """What can be seized in a month and what is left, euro."""

    facts: AttachmentFacts
    day: date
    attachable: Decimal
    left: Decimal
    child_reduction: Decimal
    explanation: Explanation
    findings: tuple[Finding, ...]

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What the law or its sources leave open in this result."""
        return doubts_in(self.explanation)


def attach(facts: AttachmentFacts, tables: LegalTables, day: date | None = None) -> Attachment:
    """What creditors can seize at ``day`` (the facts' own date if left out).

    Raises :class:`BadFacts` with every error found.
    """
    day = day or facts.reference_date
    findings = tuple(_check(facts, tables, day))
    errors = errors_in(findings)
    if errors or day is None:
        raise BadFacts(errors)
    income = facts.work + facts.replacement
    if facts.for_maintenance:
        parts: tuple[Explanation, ...] = (Explanation("attachment.maintenance", income, {}),)
        before, reduction = income, ZERO
    else:
        slices = tuple(_slices(facts, tables, day))
        before = sum((part.amount or ZERO for part in slices), ZERO)
        per_child = tables.at(PER_CHILD, day)
        reduction = min(before, to_cent(per_child.value * (facts.children or 0)))
        parts = (*slices, *_explain_children(facts, per_child, reduction), *_doubts(facts))
    attachable = to_cent(before) - reduction
    total = to_cent(income + facts.protected)
    values: dict[str, object] = {
        "work": facts.work,
        "replacement": facts.replacement,
        "protected": facts.protected,
        "left": total - attachable,
    }
    explanation = Explanation("attachment.result", attachable, values, parts)
    return Attachment(facts, day, attachable, total - attachable, reduction, explanation, findings)


def _slices(facts: AttachmentFacts, tables: LegalTables, day: date) -> Iterator[Explanation]:
    """The slices of the income above the first threshold, each to the cent."""
    income = facts.work + facts.replacement
    bounds = [tables.at(name, day) for name in THRESHOLDS]
    rates = (tables.at(SLICE_2, day), None, tables.at(SLICE_4, day))
    free: dict[str, object] = {"free": to_cent(min(income, bounds[0].value)), "threshold": bounds[0].value}
    yield Explanation("attachment.free", ZERO, free, (explain_value(bounds[0]),))
    for number, rate in enumerate(rates):
        low, high = bounds[number], bounds[number + 1]
        if rate is None:
            yield from _third_slice(facts, low, high, tables, day)
        elif income > low.value:
            yield _slice(min(income, high.value) - low.value, low, high, rate)
    if income > bounds[3].value:
        above = to_cent(income - bounds[3].value)
        yield Explanation("attachment.above", above, {"threshold": bounds[3].value}, (explain_value(bounds[3]),))


def _third_slice(
    facts: AttachmentFacts, low: DatedValue, high: DatedValue, tables: LegalTables, day: date
) -> Iterator[Explanation]:
    """Work income fills the slices from below; what is above it in this slice is replacement income."""
    income = facts.work + facts.replacement
    from_work = max(ZERO, min(facts.work, high.value) - low.value)
    from_replacement = max(ZERO, min(income, high.value) - low.value) - from_work
    if from_work:
        yield _slice(from_work, low, high, tables.at(SLICE_3_WORK, day))
    if from_replacement:
        yield _slice(from_replacement, low, high, tables.at(SLICE_3_REPLACEMENT, day))


def _slice(inside: Decimal, low: DatedValue, high: DatedValue, rate: DatedValue) -> Explanation:
    values: dict[str, object] = {"inside": inside, "low": low.value, "high": high.value, "rate": rate.value}
    sources = (explain_value(high), explain_value(rate))
    return Explanation("attachment.slice", to_cent(inside * rate.value), values, sources)


def _explain_children(facts: AttachmentFacts, per_child: DatedValue, reduction: Decimal) -> Iterator[Explanation]:
    if facts.children:
        values: dict[str, object] = {"children": facts.children, "per_child": per_child.value}
        yield Explanation("attachment.children", reduction, values, (explain_value(per_child),))


def _doubts(facts: AttachmentFacts) -> Iterator[Explanation]:
    if facts.work and facts.replacement:
        yield explain_doubt("attachment_mixed_income")


def _check(facts: AttachmentFacts, tables: LegalTables, day: date | None) -> Iterator[Finding]:
    for name in ("work", "replacement", "protected"):
        amount: Decimal = getattr(facts, name)
        yield from check_amount(amount, name)
    if facts.children is None and not facts.for_maintenance:
        yield error("attachment_children_missing", "children")
    elif facts.children is not None and not 0 <= facts.children <= MOST_CHILDREN:
        yield error("attachment_children_out_of_range", "children", most=MOST_CHILDREN)
    if day is None:
        yield error("ri_date_missing", "reference_date")
        return
    first = max(tables.values[name][0].valid_from for name in ATTACHMENT_VALUES)
    if day < first:
        values: dict[str, object] = {"first_day": first, "tables": tables.id}
        yield error("ri_date_before_tables", "reference_date", **values)
    elif tables.valid_until is not None and Month.of(day) > tables.valid_until:
        expired: dict[str, object] = {"last_month": tables.valid_until, "tables": tables.id}
        yield warning("ri_tables_expired", "reference_date", **expired)


def minimum_living_allowance(
    category: Category, family_benefits: Decimal, tables: LegalTables, day: date
) -> Explanation:
    """What a collective debt settlement must leave each month (Judicial Code, art. 1675/9 §4).

    The integration income of the category, and the family benefits on top. Raises :class:`BadFacts` for an amount that
    cannot be right and :class:`NoLegalValue` for a day before the tables.
    """
    errors = tuple(check_amount(family_benefits, "family_benefits"))
    if errors:
        raise BadFacts(errors)
    rate = tables.at(MONTHLY_RATE[category], day)
    values: dict[str, object] = {
        "category": category.value,
        "rate": rate.value,
        "benefits": to_cent(family_benefits),
    }
    amount = to_cent(rate.value + family_benefits)
    return Explanation("attachment.minimum_living_allowance", amount, values, (explain_value(rate),))

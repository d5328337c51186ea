"""A policy as a TOML file, read strictly: every key known, every value in its bounds, amounts as quoted decimals."""

from __future__ import annotations

import hashlib
import re
import tomllib
from decimal import Decimal
from pathlib import Path

from redi_desktop.engine.expenses import EXPENSE_RULES, ExpenseKind, Treatment
from redi_desktop.engine.household import Activity, Tenure
from redi_desktop.engine.income import IncomeKind, IncomeRules
from redi_desktop.engine.policy import (
    Activation,
    AidRules,
    CountCar,
    Exemption,
    ExpenseRules,
    Funding,
    Policy,
    Rounding,
    RoundingMode,
    Scheme,
    TargetGroup,
    WorkIncentive,
)
from redi_desktop.errors import ParameterError
from redi_desktop.packs.strict_toml import Section

FORMAT = "redi-policy/1"
LARGEST_FILE = 200_000
_BEDROOMS = re.compile(r"0|[1-9]\d?", re.ASCII)
WITH_REFERENCE = {str(kind): kind for kind, rule in EXPENSE_RULES.items() if rule.treatment is not Treatment.ADD}
"""The kinds that baskets hold an amount for, which a cap over the reference can multiply."""


def load_policy(path: Path) -> Policy:
    """Read a policy from its TOML file; raises :class:`ParameterError` naming the key."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ParameterError("policy_too_large", field=path.name, file=path.name)
        content = path.read_bytes()
    except OSError as error:
        raise ParameterError("policy_not_found", field=str(path), file=path.name) from error
    return parse_policy(content, path.name)


def parse_policy(content: bytes, file: str) -> Policy:
    """Read a policy from the content of its file; raises :class:`ParameterError`."""
    try:
        data = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # not UTF-8, not TOML, numbers or nesting that no policy has
        raise ParameterError("policy_unreadable", field=file, file=file, detail=str(error)) from error
    top = Section(data, "", file)
    if top.text("format") != FORMAT:
        top.refuse("format", "policy_format_unknown", found=data["format"], expected=FORMAT)
    policy = Policy(
        id=top.name("id"),
        version=top.name("version"),
        title=_title(top),
        adopted_on=top.day("adopted_on"),
        valid_from=top.day("valid_from"),
        fingerprint=hashlib.sha256(content).hexdigest(),
        target_group=_target_group(top.section("target_group")),
        expenses=_expenses(top.section("expenses")),
        income=_income(top.section("income")),
        aid=_aid(top.section("aid")),
        work_incentive=_work_incentive(top.section("work_incentive")) if top.has("work_incentive") else None,
        total_aid_ceiling=_total_aid(top.section("total_aid")),
        funding=_funding(top.section("funding")),
        activation=_activation(top.section("activation")),
    )
    top.close()
    return policy


def _title(top: Section) -> dict[str, str]:
    section = top.section("title")
    languages = ("fr", "nl", *(language for language in ("de", "en") if section.has(language)))
    title = {language: section.text(language) for language in languages}
    section.close()
    return title


def _target_group(section: Section) -> TargetGroup:
    group = TargetGroup(
        tenures=section.choices("tenures", Tenure),
        income_kinds=section.choices("income_kinds", IncomeKind),
        excluded_activities=section.choices("excluded_activities", Activity),
    )
    section.close()
    return group


def _expenses(section: Section) -> ExpenseRules:
    rules = ExpenseRules(
        count_debts=section.truth("count_debts"),
        max_accepted_debt_share=section.decimal("max_accepted_debt_share", Decimal(1)),
        count_car=section.choice("count_car", CountCar),
        rent_cap=_rent_cap(section.section("rent_cap")),
        cap_over_reference=_caps(section.section("cap_over_reference")),
    )
    section.close()
    return rules


def _rent_cap(section: Section) -> dict[int, Decimal]:
    for key in section.data:
        if not _BEDROOMS.fullmatch(key):
            section.refuse(key, "policy_key_unknown")
    return {int(key): section.decimal(key) for key in section.data}


def _caps(section: Section) -> dict[ExpenseKind, Decimal]:
    for key in section.data:
        if key not in WITH_REFERENCE:
            section.refuse(key, "policy_key_unknown")
    return {WITH_REFERENCE[key]: section.decimal(key) for key in section.data}


def _income(section: Section) -> IncomeRules:
    rules = IncomeRules(
        count_child_benefit=section.truth("count_child_benefit"),
        count_maintenance_received=section.truth("count_maintenance_received"),
        count_one_off=section.truth("count_one_off"),
    )
    section.close()
    return rules


def _aid(section: Section) -> AidRules:
    rounding = section.section("rounding")
    step = rounding.decimal("step")
    if step <= 0:
        rounding.refuse("step", "policy_number_bad", value=step)
    rules = AidRules(
        coverage_share=section.decimal("coverage_share", Decimal(1)),
        ceiling_per_month=section.optional_decimal("ceiling_per_month"),
        ceiling_per_extra_person=section.optional_decimal("ceiling_per_extra_person") or Decimal(0),
        smallest_amount=section.decimal("smallest_amount"),
        rounding=Rounding(step=step, mode=rounding.choice("mode", RoundingMode)),
        duration_months=section.whole("duration_months"),
        review_after_months=section.whole("review_after_months"),
    )
    rounding.close()
    section.close()
    return rules


def _work_incentive(section: Section) -> WorkIncentive | None:
    enabled = section.truth("enabled")
    wage, gain = section.decimal("reference_net_wage"), section.decimal("minimum_gain")
    section.close()
    return WorkIncentive(reference_net_wage=wage, minimum_gain=gain) if enabled else None


def _total_aid(section: Section) -> Decimal | None:
    ceiling = section.optional_decimal("ceiling")
    section.close()
    return ceiling


def _funding(section: Section) -> Funding:
    funding = Funding(
        scheme=section.choice("scheme", Scheme), envelope_per_year=section.optional_decimal("envelope_per_year")
    )
    section.close()
    return funding


def _activation(section: Section) -> Activation:
    activation = Activation(required=section.truth("required"), exemptions=section.choices("exemptions", Exemption))
    section.close()
    return activation

"""A policy as a TOML file, read strictly: every key known, every value in its bounds, amounts as quoted decimals."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from redi_desktop.engine.expenses import ExpenseKind
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

FORMAT = "redi-policy/1"
LARGEST_FILE = 200_000
E = TypeVar("E", bound=StrEnum)
_DECIMAL = re.compile(r"\d{1,9}(\.\d{1,6})?\Z", re.ASCII)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}\Z", re.ASCII)


class _Section:
    """A table of the policy: gives each key once, and refuses those that were never asked for."""

    def __init__(self, data: object, path: str, file: str) -> None:
        self.path, self.file = path, file
        if not isinstance(data, dict):
            self.refuse("", "policy_not_a_table")
        self.data: Mapping[str, Any] = data
        self.asked: set[str] = set()

    def refuse(self, key: str, code: str, **values: object) -> NoReturn:
        """Raise the error that names file and key."""
        place = ".".join(part for part in (self.path, key) if part)
        raise ParameterError(code, field=f"{self.file}:{place}", file=self.file, key=place, **values)

    def take(self, key: str) -> Any:
        """The value of a key that must be there."""
        if key not in self.data:
            self.refuse(key, "policy_key_missing")
        self.asked.add(key)
        return self.data[key]

    def section(self, key: str) -> _Section:
        """A table within; an absent one is empty."""
        self.asked.add(key)
        return _Section(self.data.get(key, {}), ".".join(part for part in (self.path, key) if part), self.file)

    def text(self, key: str) -> str:
        """A text that is not empty."""
        value = self.take(key)
        if not isinstance(value, str) or not value.strip():
            self.refuse(key, "policy_text_missing")
        return value.strip()

    def name(self, key: str) -> str:
        """An identifier."""
        value = self.text(key)
        if not _NAME.match(value):
            self.refuse(key, "policy_value_unknown", value=value[:40], known="a-z 0-9 . _ -")
        return value

    def decimal(self, key: str, largest: Decimal | None = None) -> Decimal:
        """A number of zero or more, written as a quoted decimal."""
        value = self.take(key)
        if not isinstance(value, str) or not _DECIMAL.match(value):
            self.refuse(key, "policy_number_bad", value=str(value)[:40])
        number = Decimal(value)
        if largest is not None and number > largest:
            self.refuse(key, "policy_number_too_large", value=value, largest=largest)
        return number

    def optional_decimal(self, key: str) -> Decimal | None:
        """A number that may be absent."""
        return self.decimal(key) if key in self.data else None

    def whole(self, key: str) -> int:
        """A number of months, from 1 to 120."""
        value = self.take(key)
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 120:
            self.refuse(key, "policy_number_bad", value=str(value)[:40])
        return value

    def truth(self, key: str) -> bool:
        """``true`` or ``false``."""
        value = self.take(key)
        if not isinstance(value, bool):
            self.refuse(key, "policy_truth_bad", value=str(value)[:40])
        return value

    def day(self, key: str) -> date:
        """A date, written as TOML dates are."""
        value = self.take(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            self.refuse(key, "policy_date_bad", value=str(value)[:40])
        return value

    def choice(self, key: str, kind: type[E]) -> E:
        """One of the values of an enumeration."""
        return self._member(key, self.take(key), kind)

    def choices(self, key: str, kind: type[E]) -> frozenset[E]:
        """A list of values of an enumeration."""
        values = self.take(key)
        if not isinstance(values, list):
            self.refuse(key, "policy_not_a_list")
        return frozenset(self._member(key, value, kind) for value in values)

    def _member(self, key: str, value: object, kind: type[E]) -> E:
        try:
            return kind(str(value))
        except ValueError:
            self.refuse(key, "policy_value_unknown", value=str(value)[:40], known=", ".join(kind))

    def close(self) -> None:
        """Refuse the keys that nothing asked for."""
        for key in self.data:
            if key not in self.asked:
                self.refuse(key, "policy_key_unknown")


def load_policy(path: Path) -> Policy:
    """Read a policy file; raises :class:`ParameterError` naming the key."""
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
        data = tomllib.loads(content.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ParameterError("policy_unreadable", field=file, file=file, detail=str(error)) from error
    top = _Section(data, "", file)
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
        work_incentive=_work_incentive(top.section("work_incentive")),
        total_aid_ceiling=_total_aid(top.section("total_aid")),
        funding=_funding(top.section("funding")),
        activation=_activation(top.section("activation")),
    )
    top.close()
    return policy


def _title(top: _Section) -> dict[str, str]:
    section = top.section("title")
    title = {language: section.text(language) for language in ("fr", "nl")}
    section.close()
    return title


def _target_group(section: _Section) -> TargetGroup:
    group = TargetGroup(
        tenures=section.choices("tenures", Tenure),
        income_kinds=section.choices("income_kinds", IncomeKind),
        excluded_activities=section.choices("excluded_activities", Activity),
    )
    section.close()
    return group


def _expenses(section: _Section) -> ExpenseRules:
    rules = ExpenseRules(
        count_debts=section.truth("count_debts"),
        max_accepted_debt_share=section.decimal("max_accepted_debt_share", Decimal(1)),
        count_car=section.choice("count_car", CountCar),
        rent_cap=_rent_cap(section.section("rent_cap")),
        cap_over_reference=_caps(section.section("cap_over_reference")),
    )
    section.close()
    return rules


def _rent_cap(section: _Section) -> dict[int, Decimal]:
    for key in section.data:
        if not re.fullmatch(r"\d{1,2}", key, re.ASCII):
            section.refuse(key, "policy_key_unknown")
    return {int(key): section.decimal(key) for key in section.data}


def _caps(section: _Section) -> dict[ExpenseKind, Decimal]:
    for key in section.data:
        if key not in set(ExpenseKind):
            section.refuse(key, "policy_key_unknown")
    return {ExpenseKind(key): section.decimal(key) for key in section.data}


def _income(section: _Section) -> IncomeRules:
    rules = IncomeRules(
        count_child_benefit=section.truth("count_child_benefit"),
        count_maintenance_received=section.truth("count_maintenance_received"),
        count_one_off=section.truth("count_one_off"),
    )
    section.close()
    return rules


def _aid(section: _Section) -> AidRules:
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


def _work_incentive(section: _Section) -> WorkIncentive | None:
    enabled = section.truth("enabled") if section.data else False
    rule = None
    if section.data:
        wage, gain = section.decimal("reference_net_wage"), section.decimal("minimum_gain")
        rule = WorkIncentive(reference_net_wage=wage, minimum_gain=gain) if enabled else None
    section.close()
    return rule


def _total_aid(section: _Section) -> Decimal | None:
    ceiling = section.optional_decimal("ceiling")
    section.close()
    return ceiling


def _funding(section: _Section) -> Funding:
    funding = Funding(
        scheme=section.choice("scheme", Scheme), envelope_per_year=section.optional_decimal("envelope_per_year")
    )
    section.close()
    return funding


def _activation(section: _Section) -> Activation:
    activation = Activation(
        required=section.truth("required"), exemptions=section.choices("exemptions", Exemption)
    )
    section.close()
    return activation

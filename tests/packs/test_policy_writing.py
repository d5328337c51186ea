"""A policy typed in a form is written as a file that says the same; a slip is refused before anything is written."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.engine.household import Activity, Tenure
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.policy import (
    Activation,
    AidRules,
    CountCar,
    ExpenseRules,
    Funding,
    Policy,
    Scheme,
    TargetGroup,
)
from redi_desktop.errors import ParameterError
from redi_desktop.packs.policy_comparison import compare_policies
from redi_desktop.packs.policy_file import parse_policy
from redi_desktop.packs.policy_writing import policy_file
from redi_desktop.paths import resource

WRITTEN = resource("parameters", "policy-example", "policy.toml").read_bytes()
EXAMPLE = parse_policy(WRITTEN, "policy.toml")
VARIANTS = {
    "as it is": {},
    "no work incentive": {"work_incentive": None},
    "a ceiling on all aid": {"total_aid_ceiling": Decimal("2500.00")},
    "no ceiling": {"aid": replace(EXAMPLE.aid, ceiling_per_month=None)},
    "nobody exempt": {"activation": Activation(required=False)},
    "a subsidy": {"funding": Funding(scheme=Scheme.SUBSIDY)},
    "some tenants": {
        "target_group": TargetGroup(
            tenures=frozenset({Tenure.PRIVATE_RENT, Tenure.SOCIAL_RENT}),
            income_kinds=frozenset({IncomeKind.WAGE}),
            excluded_activities=frozenset({Activity.STUDENT}),
        )
    },
    "no caps": {"expenses": ExpenseRules(count_car=CountCar.NEVER)},
    "caps": {
        "expenses": ExpenseRules(
            rent_cap={3: Decimal(900), 10: Decimal("1200.5")}, cap_over_reference={ExpenseKind.INTERNET_TV: Decimal(1)}
        )
    },
    "quotes": {"title": {"fr": 'Règlement « "X" »\\', "nl": "’t Reglement\tvan X"}},
}


def bare(policy: Policy) -> Policy:
    return replace(policy, fingerprint="")


@pytest.mark.parametrize("changes", VARIANTS.values(), ids=VARIANTS)
def test_what_is_written_says_the_same(changes):
    policy = replace(EXAMPLE, **changes)
    assert bare(parse_policy(policy_file(policy), "policy.toml")) == bare(policy)


def test_the_example_written_anew_differs_in_no_rule():
    assert compare_policies(WRITTEN, policy_file(EXAMPLE)).differences == ()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"id": "a name"}, "new.toml:id"),
        ({"title": {"fr": "x", "nl": ""}}, "new.toml:title.nl"),
        ({"aid": replace(EXAMPLE.aid, coverage_share=Decimal(2))}, "new.toml:aid.coverage_share"),
        ({"aid": AidRules(review_after_months=3)}, "new.toml:aid.duration_months"),
    ],
)  # fmt: skip
def test_a_slip_is_refused_by_its_key(changes, field):
    with pytest.raises(ParameterError) as error:
        policy_file(replace(EXAMPLE, **changes), "new.toml")
    assert error.value.field == field

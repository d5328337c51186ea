"""A policy written as its file, from the values of a form: nobody has to write TOML."""

from __future__ import annotations

from collections.abc import Mapping

from redi_desktop.engine.policy import Policy
from redi_desktop.packs.policy_file import FORMAT, parse_policy
from redi_desktop.packs.toml_text import Plain, table

_Values = Mapping[str, Plain | None]


def policy_file(policy: Policy, file: str = "policy.toml") -> bytes:
    """The content of the file of a policy, read again to prove it; raises :class:`ParameterError` naming the key."""
    tables: dict[str, _Values] = {"": _top(policy), **_expenses(policy), **_aid(policy), **_conditions(policy)}
    given = {name: _given(values) for name, values in tables.items()}
    content = "\n".join(table(name, values) for name, values in given.items() if values).encode()
    parse_policy(content, file)
    return content


def _given(values: _Values) -> dict[str, Plain]:
    return {key: value for key, value in values.items() if value is not None}


def _top(policy: Policy) -> _Values:
    return {
        "format": FORMAT,
        "id": policy.id,
        "version": policy.version,
        "title": policy.title,
        "adopted_on": policy.adopted_on,
        "valid_from": policy.valid_from,
    }


def _expenses(policy: Policy) -> dict[str, _Values]:
    group, rules, income = policy.target_group, policy.expenses, policy.income
    return {
        "target_group": {
            "tenures": sorted(group.tenures),
            "income_kinds": sorted(group.income_kinds),
            "excluded_activities": sorted(group.excluded_activities),
        },
        "expenses": {
            "count_debts": rules.count_debts,
            "max_accepted_debt_share": rules.max_accepted_debt_share,
            "count_car": rules.count_car.value,
        },
        "expenses.rent_cap": {str(bedrooms): rules.rent_cap[bedrooms] for bedrooms in sorted(rules.rent_cap)},
        "expenses.cap_over_reference": {kind.value: cap for kind, cap in rules.cap_over_reference.items()},
        "income": {
            "count_child_benefit": income.count_child_benefit,
            "count_maintenance_received": income.count_maintenance_received,
            "count_one_off": income.count_one_off,
        },
    }


def _aid(policy: Policy) -> dict[str, _Values]:
    aid, incentive = policy.aid, policy.work_incentive
    tables: dict[str, _Values] = {
        "aid": {
            "coverage_share": aid.coverage_share,
            "ceiling_per_month": aid.ceiling_per_month,
            "ceiling_per_extra_person": aid.ceiling_per_extra_person,
            "smallest_amount": aid.smallest_amount,
            "duration_months": aid.duration_months,
            "review_after_months": aid.review_after_months,
        },
        "aid.rounding": {"step": aid.rounding.step, "mode": aid.rounding.mode.value},
    }
    if incentive is not None:
        tables["work_incentive"] = {
            "enabled": True,
            "reference_net_wage": incentive.reference_net_wage,
            "minimum_gain": incentive.minimum_gain,
        }
    return tables


def _conditions(policy: Policy) -> dict[str, _Values]:
    funding, activation = policy.funding, policy.activation
    return {
        "total_aid": {"ceiling": policy.total_aid_ceiling},
        "funding": {"scheme": funding.scheme.value, "envelope_per_year": funding.envelope_per_year},
        "activation": {"required": activation.required, "exemptions": sorted(activation.exemptions)},
    }

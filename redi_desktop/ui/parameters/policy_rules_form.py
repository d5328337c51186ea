"""The fields of a policy, one for each rule: which field, what stands in it, and the policy that they make."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

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
from redi_desktop.i18n import N_, _
from redi_desktop.ui.fields import (
    ChoiceField,
    DateField,
    Field,
    MoneyField,
    SwitchField,
    TextField,
    WholeNumberField,
)
from redi_desktop.ui.pages.many_field import ManyField
from redi_desktop.ui.parameters.policy_caps import (
    OTHER_CAPS,
    RENT_CAPS,
    other_caps,
    other_caps_text,
    rent_caps,
    rent_caps_text,
)
from redi_desktop.words.vocabulary import label

HUNDRED = Decimal(100)
_CHOICES: dict[StrEnum, str] = {
    CountCar.NEVER: N_("never"),
    CountCar.IF_NECESSARY: N_("if necessary"),
    CountCar.ALWAYS: N_("always"),
    RoundingMode.DOWN: N_("downwards"),
    RoundingMode.UP: N_("upwards"),
    RoundingMode.NEAREST: N_("to the nearest"),
    Scheme.OWN_FUNDS: N_("The CPAS itself"),
    Scheme.SUBSIDY: N_("A subsidy"),
}


class Kind(StrEnum):
    """What is typed or chosen."""

    TEXT = "text"
    DAY = "day"
    MONEY = "money"
    SHARE = "share"
    WHOLE = "whole"
    TRUTH = "truth"
    CHOICE = "choice"
    MANY = "many"


class Rule(NamedTuple):
    """A field of the form; ``members`` are what can be chosen."""

    key: str
    kind: Kind
    members: tuple[StrEnum, ...] = ()

    @property
    def wide(self) -> bool:
        """Whether it takes a line of its own."""
        return self.kind is Kind.MANY or self.key in (RENT_CAPS, OTHER_CAPS, "title.fr", "title.nl")


RULES: Mapping[str, tuple[Rule, ...]] = {
    N_("The policy"): (
        Rule("title.fr", Kind.TEXT),
        Rule("title.nl", Kind.TEXT),
        Rule("id", Kind.TEXT),
        Rule("version", Kind.TEXT),
        Rule("adopted_on", Kind.DAY),
        Rule("valid_from", Kind.DAY),
    ),
    N_("For whom"): (
        Rule("target_group.tenures", Kind.MANY, tuple(Tenure)),
        Rule("target_group.income_kinds", Kind.MANY, tuple(IncomeKind)),
        Rule("target_group.excluded_activities", Kind.MANY, tuple(Activity)),
    ),
    N_("What counts"): (
        Rule("expenses.count_debts", Kind.TRUTH),
        Rule("expenses.max_accepted_debt_share", Kind.SHARE),
        Rule("expenses.count_car", Kind.CHOICE, tuple(CountCar)),
        Rule(RENT_CAPS, Kind.TEXT),
        Rule(OTHER_CAPS, Kind.TEXT),
        Rule("income.count_child_benefit", Kind.TRUTH),
        Rule("income.count_maintenance_received", Kind.TRUTH),
        Rule("income.count_one_off", Kind.TRUTH),
    ),
    N_("From the deficit to the aid"): (
        Rule("aid.coverage_share", Kind.SHARE),
        Rule("aid.ceiling_per_month", Kind.MONEY),
        Rule("aid.ceiling_per_extra_person", Kind.MONEY),
        Rule("aid.smallest_amount", Kind.MONEY),
        Rule("aid.rounding.step", Kind.MONEY),
        Rule("aid.rounding.mode", Kind.CHOICE, tuple(RoundingMode)),
        Rule("total_aid.ceiling", Kind.MONEY),
        Rule("aid.duration_months", Kind.WHOLE),
        Rule("aid.review_after_months", Kind.WHOLE),
    ),
    N_("Work, path and funding"): (
        Rule("work_incentive.enabled", Kind.TRUTH),
        Rule("work_incentive.reference_net_wage", Kind.MONEY),
        Rule("work_incentive.minimum_gain", Kind.MONEY),
        Rule("activation.required", Kind.TRUTH),
        Rule("activation.exemptions", Kind.MANY, tuple(Exemption)),
        Rule("funding.scheme", Kind.CHOICE, tuple(Scheme)),
        Rule("funding.envelope_per_year", Kind.MONEY),
    ),
}
"""The rules under their headings, in the order in which they are followed."""
FOR_WHOM = ("target_group.tenures", "target_group.income_kinds")
"""Rules that hold for everybody where nothing is chosen."""


def made_field(rule: Rule, today: Callable[[], date]) -> Field[Any]:
    """The field in which a rule is set."""
    makers: dict[Kind, Callable[[], Field[Any]]] = {
        Kind.TEXT: lambda: TextField(characters=60 if rule.wide else 16, longest=300),
        Kind.DAY: lambda: DateField(today=today, future_ok=True),
        Kind.MONEY: MoneyField,
        Kind.SHARE: lambda: WholeNumberField(least=0, most=100),
        Kind.WHOLE: lambda: WholeNumberField(least=0, most=120),
        Kind.TRUTH: SwitchField,
        Kind.CHOICE: lambda: ChoiceField(rule.members, _choice_word),
        Kind.MANY: lambda: ManyField(
            rule.members, _member_word, none_word=_everybody if rule.key in FOR_WHOM else _nobody
        ),
    }
    return makers[rule.kind]()


def _everybody() -> str:
    return _("Everybody")


def _nobody() -> str:
    return _("Nobody")


def values_of(policy: Policy) -> dict[str, Any]:
    """What stands in each field for a policy; shares are per cent."""
    group, rules, income, aid = policy.target_group, policy.expenses, policy.income, policy.aid
    incentive, funding = policy.work_incentive, policy.funding
    return {
        "id": policy.id,
        "version": policy.version,
        "title.fr": policy.title["fr"],
        "title.nl": policy.title["nl"],
        "adopted_on": policy.adopted_on,
        "valid_from": policy.valid_from,
        "target_group.tenures": tuple(sorted(group.tenures)),
        "target_group.income_kinds": tuple(sorted(group.income_kinds)),
        "target_group.excluded_activities": tuple(sorted(group.excluded_activities)),
        "expenses.count_debts": rules.count_debts,
        "expenses.max_accepted_debt_share": _per_cent(rules.max_accepted_debt_share),
        "expenses.count_car": rules.count_car,
        RENT_CAPS: rent_caps_text(rules.rent_cap),
        OTHER_CAPS: other_caps_text(rules.cap_over_reference),
        "income.count_child_benefit": income.count_child_benefit,
        "income.count_maintenance_received": income.count_maintenance_received,
        "income.count_one_off": income.count_one_off,
        "aid.coverage_share": _per_cent(aid.coverage_share),
        "aid.ceiling_per_month": aid.ceiling_per_month,
        "aid.ceiling_per_extra_person": aid.ceiling_per_extra_person,
        "aid.smallest_amount": aid.smallest_amount,
        "aid.rounding.step": aid.rounding.step,
        "aid.rounding.mode": aid.rounding.mode,
        "total_aid.ceiling": policy.total_aid_ceiling,
        "aid.duration_months": aid.duration_months,
        "aid.review_after_months": aid.review_after_months,
        "work_incentive.enabled": incentive is not None,
        "work_incentive.reference_net_wage": incentive.reference_net_wage if incentive is not None else None,
        "work_incentive.minimum_gain": incentive.minimum_gain if incentive is not None else None,
        "activation.required": policy.activation.required,
        "activation.exemptions": tuple(sorted(policy.activation.exemptions)),
        "funding.scheme": funding.scheme,
        "funding.envelope_per_year": funding.envelope_per_year,
    }


def policy_of(values: Mapping[str, Any], base: Policy) -> Policy:
    """The policy that the fields make, what no field is about as in ``base``; raises :class:`ParameterError`."""
    for key in ("id", "version", "title.fr", "title.nl", "adopted_on", "valid_from", "aid.coverage_share"):
        if values[key] in (None, ""):
            raise ParameterError("form_incomplete", field=key, key=key)
    return Policy(
        id=values["id"],
        version=values["version"],
        title={**base.title, "fr": values["title.fr"], "nl": values["title.nl"]},
        adopted_on=values["adopted_on"],
        valid_from=values["valid_from"],
        fingerprint="",
        target_group=TargetGroup(
            tenures=_many(values["target_group.tenures"], Tenure),
            income_kinds=_many(values["target_group.income_kinds"], IncomeKind),
            excluded_activities=_many(values["target_group.excluded_activities"], Activity),
        ),
        expenses=_expenses(values),
        income=IncomeRules(
            count_child_benefit=values["income.count_child_benefit"],
            count_maintenance_received=values["income.count_maintenance_received"],
            count_one_off=values["income.count_one_off"],
        ),
        aid=_aid(values),
        work_incentive=_incentive(values),
        total_aid_ceiling=values["total_aid.ceiling"],
        funding=Funding(
            scheme=values["funding.scheme"] or Scheme.OWN_FUNDS, envelope_per_year=values["funding.envelope_per_year"]
        ),
        activation=Activation(
            required=values["activation.required"], exemptions=_many(values["activation.exemptions"], Exemption)
        ),
    )


def _expenses(values: Mapping[str, Any]) -> ExpenseRules:
    return ExpenseRules(
        count_debts=values["expenses.count_debts"],
        max_accepted_debt_share=_share(values["expenses.max_accepted_debt_share"], Decimal(1)),
        count_car=values["expenses.count_car"] or CountCar.IF_NECESSARY,
        rent_cap=rent_caps(values[RENT_CAPS]),
        cap_over_reference=other_caps(values[OTHER_CAPS]),
    )


def _aid(values: Mapping[str, Any]) -> AidRules:
    return AidRules(
        coverage_share=_share(values["aid.coverage_share"], Decimal(1)),
        ceiling_per_month=values["aid.ceiling_per_month"],
        ceiling_per_extra_person=values["aid.ceiling_per_extra_person"] or Decimal(0),
        smallest_amount=values["aid.smallest_amount"] or Decimal(0),
        rounding=Rounding(
            step=values["aid.rounding.step"] or Decimal("0.01"), mode=values["aid.rounding.mode"] or RoundingMode.DOWN
        ),
        duration_months=values["aid.duration_months"],
        review_after_months=values["aid.review_after_months"],
    )


def _incentive(values: Mapping[str, Any]) -> WorkIncentive | None:
    if not values["work_incentive.enabled"]:
        return None
    wage, gain = values["work_incentive.reference_net_wage"], values["work_incentive.minimum_gain"]
    if wage is None or gain is None:
        raise ParameterError("form_incomplete", field="work_incentive", key="work_incentive.reference_net_wage")
    return WorkIncentive(reference_net_wage=wage, minimum_gain=gain)


def _many(chosen: tuple[str, ...] | None, kind: type[Any]) -> frozenset[Any]:
    return frozenset(kind(one) for one in chosen or ())


def _per_cent(share: Decimal) -> int:
    return int(share * HUNDRED)


def _share(per_cent: int | None, otherwise: Decimal) -> Decimal:
    return otherwise if per_cent is None else (Decimal(per_cent) / HUNDRED).quantize(Decimal("0.01"))


def _choice_word(member: StrEnum) -> str:
    return _(_CHOICES[member])


def _member_word(member: str) -> str:
    for kind in (Tenure, IncomeKind, Activity, Exemption):
        if member in set(kind) and isinstance(member, kind):
            return label(member)
    return member

"""What the rules of a policy are called, by the key under which they stand in its file, and the help of its form."""

from __future__ import annotations

from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.i18n import N_
from redi_desktop.i18n import gettext as _
from redi_desktop.words import counts
from redi_desktop.words.vocabulary import label

_NAMES: dict[str, str] = {
    "title.fr": N_("Title in French"),
    "title.nl": N_("Title in Dutch"),
    "adopted_on": N_("Adopted on"),
    "valid_from": N_("In force from"),
    "target_group.tenures": N_("For whom: housing status"),
    "target_group.income_kinds": N_("For whom: incomes"),
    "target_group.excluded_activities": N_("Not for whom: activities"),
    "expenses.count_debts": N_("Debts count"),
    "expenses.max_accepted_debt_share": N_("Largest part of a debt payment that counts"),
    "expenses.count_car": N_("Car costs count"),
    "income.count_child_benefit": N_("Child benefit counts"),
    "income.count_maintenance_received": N_("Maintenance received counts"),
    "income.count_one_off": N_("One-off income counts"),
    "aid.coverage_share": N_("Part of the deficit that is covered"),
    "aid.ceiling_per_month": N_("Ceiling per month"),
    "aid.ceiling_per_extra_person": N_("Added to the ceiling for each further person"),
    "aid.smallest_amount": N_("Smallest amount paid"),
    "aid.duration_months": N_("Duration in months"),
    "aid.review_after_months": N_("Review after months"),
    "aid.rounding.step": N_("Rounded to"),
    "aid.rounding.mode": N_("Rounded which way"),
    "work_incentive.enabled": N_("Work incentive applies"),
    "work_incentive.reference_net_wage": N_("Net wage of reference"),
    "work_incentive.minimum_gain": N_("Smallest gain from working"),
    "total_aid.ceiling": N_("Ceiling of integration income and aid together"),
    "funding.scheme": N_("Who pays"),
    "funding.envelope_per_year": N_("Envelope per year"),
    "activation.required": N_("A path of activation is asked for"),
    "activation.exemptions": N_("Exempt from activation"),
}
_HELP: dict[str, str] = {
    "expenses.count_car": N_("If necessary: only with a reason in the case."),
    "aid.coverage_share": N_("100 %: the whole deficit."),
    "aid.ceiling_per_month": N_("Empty: no ceiling."),
    "aid.smallest_amount": N_("Below it nothing is proposed, and that is said."),
    "work_incentive.minimum_gain": N_("Where somebody could work, aid leaves income so much below a full-time wage."),
    "funding.envelope_per_year": N_("Shown beside each proposal; it never cuts an amount in silence."),
}


def rule_name(key: str) -> str:
    """What a rule is called in the current language; one that is not known stands as its key."""
    if key in _NAMES:
        return _(_NAMES[key])
    table, _dot, last = key.rpartition(".")
    if table == "expenses.rent_cap" and last.isdecimal():
        return _("Largest rent, {bedrooms}").format(bedrooms=counts.bedrooms(int(last)))
    if table == "expenses.cap_over_reference" and last in set(ExpenseKind):
        return _("{kind}: at most so many times the reference").format(kind=label(ExpenseKind(last)))
    return key


def rule_help(key: str) -> str:
    """How to set a rule; empty where its name says enough."""
    return _(_HELP[key]) if key in _HELP else ""

"""What the legal amounts are called, by the identifier under which they stand in the tables."""

from __future__ import annotations

from redi_desktop.i18n import N_
from redi_desktop.i18n import gettext as _

_FIELDS: dict[str, str] = {
    "integration_income": N_("Integration income"),
    "attachment": N_("Attachable income"),
    "grapa": N_("Guaranteed income for the elderly (GRAPA)"),
    "arr": N_("Income replacement allowance (ARR)"),
    "bim": N_("Increased reimbursement"),
    "family_benefits": N_("Family benefits"),
    "minimum_wage": N_("Minimum wage"),
}
_NAMES: dict[str, str] = {
    "category_1": N_("category 1, per month"),
    "category_2": N_("category 2, per month"),
    "category_3": N_("category 3, per month"),
    "annual.category_1": N_("category 1, per year"),
    "annual.category_2": N_("category 2, per year"),
    "annual.category_3": N_("category 3, per year"),
    "category_a": N_("category A"),
    "category_b": N_("category B"),
    "category_c": N_("category C"),
    "general_exemption.category_1": N_("general exemption, category 1"),
    "general_exemption.category_2": N_("general exemption, category 2"),
    "general_exemption.category_3": N_("general exemption, category 3"),
    "ale_cheque_exemption": N_("exemption for a local employment cheque"),
    "capital.first_rate": N_("capital: rate of the first slice"),
    "capital.first_threshold": N_("capital: end of the exempt slice"),
    "capital.second_rate": N_("capital: rate above"),
    "capital.second_threshold": N_("capital: end of the first slice"),
    "cohabitants.family_benefit_supplements_counted": N_("cohabitants: supplements to family benefits count"),
    "property.built_exemption": N_("property: exempt cadastral income, built"),
    "property.built_exemption_per_child": N_("property: exempt cadastral income, more for each child"),
    "property.unbuilt_exemption": N_("property: exempt cadastral income, unbuilt"),
    "property.deduction_cap": N_("property: ceiling of what may be deducted"),
    "property.multiplier": N_("property: multiplier of the cadastral income"),
    "property.own_dwelling_counted": N_("property: one’s own dwelling counts"),
    "transfer.abatement.category_1": N_("transfer: yearly abatement, category 1"),
    "transfer.abatement.category_2": N_("transfer: yearly abatement, category 2"),
    "transfer.abatement.category_3": N_("transfer: yearly abatement, category 3"),
    "transfer.exempt_slice": N_("transfer: exempt slice"),
    "transfer.lookback_years": N_("transfer: years looked back"),
    "transfer.usufruct_fraction": N_("transfer: part of a usufruct"),
    "work_exemption.standard": N_("exemption for work, per month"),
    "work_exemption.irregular_artistic": N_("exemption for irregular artistic work, per year"),
    "work_exemption.shortage_occupation": N_("exemption for a shortage occupation, per month"),
    "work_exemption.student_grant_holder": N_("exemption for a student with a grant, per month"),
    "work_exemption.student_age": N_("exemption for a student: age"),
    "work_exemption.total_years": N_("exemption for work: years in all"),
    "work_exemption.window_years": N_("exemption for work: years in which they fall"),
    "per_child": N_("more for each child, per month"),
    "threshold_1": N_("first threshold, per month"),
    "threshold_2": N_("second threshold, per month"),
    "threshold_3": N_("third threshold, per month"),
    "threshold_4": N_("fourth threshold, per month"),
    "slice_2": N_("part of the second slice"),
    "slice_3_replacement": N_("part of the third slice, replacement income"),
    "slice_3_work": N_("part of the third slice, income from work"),
    "slice_4": N_("part of the fourth slice"),
    "income_ceiling": N_("ceiling of income, per year"),
    "income_ceiling_per_person": N_("ceiling of income, more for each person, per year"),
    "basic": N_("basic amount"),
    "increased": N_("increased amount"),
    "gross": N_("gross, per month"),
    "brussels.base.12_to_17": N_("Brussels, base amount, 12 to 17"),
    "brussels.base.18_and_over": N_("Brussels, base amount, 18 and over"),
    "brussels.base.under_12": N_("Brussels, base amount, under 12"),
    "wallonia.base.18_and_over": N_("Wallonia, base amount, 18 and over"),
    "wallonia.base.under_18": N_("Wallonia, base amount, under 18"),
    "wallonia.first_ceiling": N_("Wallonia, first ceiling of income"),
    "wallonia.second_ceiling": N_("Wallonia, second ceiling of income"),
    "wallonia.orphan_both": N_("Wallonia, orphan of both parents"),
    "wallonia.large_family.below_first_ceiling": N_("Wallonia, large family, below the first ceiling"),
    "wallonia.large_family.below_second_ceiling": N_("Wallonia, large family, below the second ceiling"),
    "wallonia.single_parent.below_first_ceiling": N_("Wallonia, lone parent, below the first ceiling"),
    "wallonia.single_parent.below_second_ceiling": N_("Wallonia, lone parent, below the second ceiling"),
    "wallonia.social.below_first_ceiling": N_("Wallonia, social supplement, below the first ceiling"),
    "wallonia.social.below_second_ceiling": N_("Wallonia, social supplement, below the second ceiling"),
}


def legal_name(value_id: str) -> str:
    """What an amount is called in the current language; one of a CPAS's own tables stands as its identifier."""
    field, _dot, rest = value_id.partition(".")
    if field not in _FIELDS or rest not in _NAMES:
        return value_id
    return _("{field}: {amount}").format(field=_(_FIELDS[field]), amount=_(_NAMES[rest]))

"""What follows from a change of life, as sentences: what was counted so, and what the worker must look at."""

from __future__ import annotations

from redi_desktop.i18n import N_

FINDINGS: dict[str, str] = {
    "scenario_ri_changed": N_("The integration income follows: {before} becomes {after}."),
    "scenario_ri_unknown": N_("The integration income could not be recomputed: check it."),
    "scenario_ri_may_open": N_("A right to an integration income of {amount} per month may open: it is not counted."),
    "scenario_bim_lost": N_(
        "The increased reimbursement would be lost, and is counted so: {income} a year is above {ceiling}."
    ),
    "scenario_bim_to_check": N_(
        "The increased reimbursement is kept only while the gross income of a year stays below {ceiling}: check it."
    ),
    "scenario_bim_unknown": N_("What opened the increased reimbursement is gone: check whether it is kept."),
    "scenario_social_tariff_lost": N_(
        "The social energy tariff would end with the income that opens it, and is counted so."
    ),
    "scenario_supplement_changed": N_("The supplement to child benefit follows: {before} becomes {after}."),
    "scenario_supplement_to_check": N_("The supplements to child benefit may change with the income: check them."),
    "scenario_child_benefit_to_check": N_("The child benefit was left as it is: check it."),
    "scenario_rent_allowance_to_check": N_("The rent allowance was left as it is: it may end in social housing."),
    "scenario_benefit_to_check": N_("“{kind}” was left as it is beside the wage: check what may be kept."),
}

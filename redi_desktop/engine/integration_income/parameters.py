"""The names of the legal values that the calculation asks for, and the law of one day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from redi_desktop.engine.integration_income.kinds import Category, ExemptionKind
from redi_desktop.engine.legal_tables import DatedValue, LegalTables

_ROOT = "integration_income"
ANNUAL_RATE = {category: f"{_ROOT}.annual.category_{category.value}" for category in Category}
MONTHLY_RATE = {category: f"{_ROOT}.category_{category.value}" for category in Category}
GENERAL_EXEMPTION = {category: f"{_ROOT}.general_exemption.category_{category.value}" for category in Category}
TRANSFER_ABATEMENT = {category: f"{_ROOT}.transfer.abatement.category_{category.value}" for category in Category}
ALE_CHEQUE = f"{_ROOT}.ale_cheque_exemption"
BUILT_EXEMPTION = f"{_ROOT}.property.built_exemption"
BUILT_EXEMPTION_PER_CHILD = f"{_ROOT}.property.built_exemption_per_child"
UNBUILT_EXEMPTION = f"{_ROOT}.property.unbuilt_exemption"
PROPERTY_MULTIPLIER = f"{_ROOT}.property.multiplier"
DEDUCTION_CAP = f"{_ROOT}.property.deduction_cap"
OWN_DWELLING_COUNTED = f"{_ROOT}.property.own_dwelling_counted"
CAPITAL_FIRST_THRESHOLD = f"{_ROOT}.capital.first_threshold"
CAPITAL_SECOND_THRESHOLD = f"{_ROOT}.capital.second_threshold"
CAPITAL_FIRST_RATE = f"{_ROOT}.capital.first_rate"
CAPITAL_SECOND_RATE = f"{_ROOT}.capital.second_rate"
TRANSFER_LOOKBACK = f"{_ROOT}.transfer.lookback_years"
TRANSFER_USUFRUCT = f"{_ROOT}.transfer.usufruct_fraction"
TRANSFER_EXEMPT_SLICE = f"{_ROOT}.transfer.exempt_slice"
SUPPLEMENTS_COUNTED = f"{_ROOT}.cohabitants.family_benefit_supplements_counted"
WORK_EXEMPTION = {
    ExemptionKind.STANDARD: f"{_ROOT}.work_exemption.standard",
    ExemptionKind.STUDENT: f"{_ROOT}.work_exemption.standard",
    ExemptionKind.ARTISTIC: f"{_ROOT}.work_exemption.irregular_artistic",
    ExemptionKind.SHORTAGE: f"{_ROOT}.work_exemption.shortage_occupation",
}
GRANT_HOLDER_EXEMPTION = f"{_ROOT}.work_exemption.student_grant_holder"
EXEMPTION_YEARS = f"{_ROOT}.work_exemption.total_years"
EXEMPTION_WINDOW = f"{_ROOT}.work_exemption.window_years"
STUDENT_AGE = f"{_ROOT}.work_exemption.student_age"

INTEGRATION_INCOME_VALUES = frozenset(
    {
        *ANNUAL_RATE.values(),
        *MONTHLY_RATE.values(),
        *GENERAL_EXEMPTION.values(),
        *TRANSFER_ABATEMENT.values(),
        *WORK_EXEMPTION.values(),
        *(ALE_CHEQUE, BUILT_EXEMPTION, BUILT_EXEMPTION_PER_CHILD, UNBUILT_EXEMPTION, PROPERTY_MULTIPLIER),
        *(DEDUCTION_CAP, OWN_DWELLING_COUNTED, CAPITAL_FIRST_THRESHOLD, CAPITAL_SECOND_THRESHOLD),
        *(CAPITAL_FIRST_RATE, CAPITAL_SECOND_RATE, TRANSFER_LOOKBACK, TRANSFER_USUFRUCT, TRANSFER_EXEMPT_SLICE),
        *(SUPPLEMENTS_COUNTED, GRANT_HOLDER_EXEMPTION, EXEMPTION_YEARS, EXEMPTION_WINDOW, STUDENT_AGE),
    }
)
"""Every value that legal tables must hold."""

COHABITANTS_REFORM = date(2026, 3, 1)
"""Royal decree of 7 January 2026 (Moniteur of 16 January 2026), article 34: new requests from this day, running files
at their next revision."""
GRANT_HOLDERS_EQUAL = date(2022, 1, 1)
"""From this day on students with a grant have the same work exemption as the others."""


class Law(NamedTuple):
    """The legal values of one day."""

    tables: LegalTables
    day: date

    def at(self, value_id: str) -> DatedValue:
        """The value in force; raises :class:`NoLegalValue` before the first one."""
        return self.tables.at(value_id, self.day)

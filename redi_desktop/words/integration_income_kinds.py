"""The words of the administration for what the integration income distinguishes: categories, resources, relations."""

from __future__ import annotations

from enum import Enum

from redi_desktop.engine.integration_income.kinds import (
    Article,
    Category,
    ExemptionKind,
    PropertyKind,
    Relation,
    ResourceKind,
    Right,
    WorkKind,
)
from redi_desktop.engine.legal_tables import ValueStatus
from redi_desktop.i18n import N_
from redi_desktop.i18n import gettext as _

_R, _P = ResourceKind, Relation
_LAW: dict[Enum, str] = {
    Category.COHABITANT: N_("cohabitant (category 1)"),
    Category.SINGLE: N_("single person (category 2)"),
    Category.FAMILY: N_("person with a family at charge (category 3)"),
    Article.LAW_16: N_("Other resources"),
    Article.EXEMPT: N_("Exempt resources"),
    Article.WORK: N_("Professional income"),
    Article.SELF_EMPLOYED: N_("Self-employed income"),
    Article.PROPERTY: N_("Property"),
    Article.RENTED: N_("Property rented out"),
    Article.CAPITAL: N_("Money and savings"),
    Article.TRANSFERS: N_("What was sold or given away"),
    Article.IN_KIND: N_("Housing paid by a third party"),
    Article.COHABITANTS: N_("Resources of cohabitants"),
    Article.WORK_EXEMPTION: N_("Socio-professional exemption"),
    ValueStatus.PUBLISHED: N_("published"),
    ValueStatus.COMPUTED: N_("computed"),
    ValueStatus.DOUBTFUL: N_("doubtful"),
}
_EXEMPT: dict[Enum, str] = {
    _R.CPAS_AID: N_("Aid of the CPAS"),
    _R.FAMILY_BENEFITS_FOR_CHILDREN: N_("Family benefits for the own children"),
    _R.CHILD_MAINTENANCE: N_("Maintenance received for the children"),
    _R.ALE_CHEQUES: N_("ALE cheques"),
    _R.TRAINING_PREMIUM: N_("Training premium"),
    _R.MOVING_OR_RENT_ALLOWANCE: N_("Moving, installation or rent allowance"),
    _R.STUDY_GRANT: N_("Study grant"),
    _R.FOSTER_ALLOWANCE: N_("Foster allowance"),
    _R.ATTENDANCE_TOKENS: N_("Attendance fees"),
    _R.IRREGULAR_GIFT: N_("Gift that is not regular"),
    _R.WAR_RENT: N_("War pension"),
    _R.CARE_ALLOWANCE: N_("Care or dependency allowance"),
    _R.GERMAN_DETENTION_COMPENSATION: N_("Compensation for detention by Germany"),
    _R.REFUNDABLE_TAX_CREDIT: N_("Refundable tax credit"),
    _R.GUARDIANSHIP_FLAT_RATE: N_("Flat rate of a guardian"),
    _R.VOLUNTEER_INDEMNITY: N_("Volunteer's indemnity"),
    _R.TRANSITION_INTERNSHIP: N_("Transition internship indemnity"),
    _R.INTEGRATION_ALLOWANCE: N_("Integration allowance (disability)"),
    _R.DISABILITY_SUPPLEMENT: N_("Supplement for a child with a disability"),
}
_COUNTED: dict[Enum, str] = {
    _R.UNEMPLOYMENT: N_("Unemployment benefit"),
    _R.SICKNESS_INVALIDITY: N_("Sickness or invalidity benefit"),
    _R.PENSION: N_("Pension"),
    _R.GRAPA: N_("Guaranteed income for the elderly"),
    _R.ARR: N_("Income replacement allowance"),
    _R.CAREER_BREAK: N_("Career break allowance"),
    _R.FAMILY_BENEFITS_FOR_SELF: N_("Family benefits received for oneself"),
    _R.MAINTENANCE_FOR_SELF: N_("Maintenance received for oneself"),
    _R.REGULAR_GIFT: N_("Regular gift"),
    _R.HOLIDAY_PAY: N_("Holiday pay"),
    _R.YEAR_END_PREMIUM: N_("Year-end premium"),
    _R.OTHER: N_("Other resource"),
}
_WORK_AND_WEALTH: dict[Enum, str] = {
    WorkKind.EMPLOYEE: N_("Wage"),
    WorkKind.TRAINING: N_("Pay during training"),
    WorkKind.SELF_EMPLOYED: N_("Self-employed income"),
    ExemptionKind.STANDARD: N_("taking up work or training"),
    ExemptionKind.STUDENT: N_("student"),
    ExemptionKind.ARTISTIC: N_("irregular artistic activity"),
    ExemptionKind.SHORTAGE: N_("shortage occupation"),
    PropertyKind.BUILT: N_("Built property"),
    PropertyKind.UNBUILT: N_("Unbuilt property"),
    Right.FULL: N_("full ownership"),
    Right.USUFRUCT: N_("usufruct"),
    Right.BARE: N_("bare ownership"),
}
_PERSONS: dict[Enum, str] = {
    _P.PARTNER: N_("Partner"),
    _P.PARENT: N_("Parent"),
    _P.ADULT_CHILD: N_("Child of age"),
    _P.GRANDPARENT: N_("Grandparent"),
    _P.GREAT_GRANDPARENT: N_("Great-grandparent"),
    _P.GRANDCHILD: N_("Grandchild of age"),
    _P.PARENT_IN_LAW: N_("Parent-in-law"),
    _P.CHILD_IN_LAW: N_("Son- or daughter-in-law"),
    _P.EX_SPOUSE: N_("Former spouse"),
    _P.SIBLING: N_("Brother or sister"),
    _P.OTHER_RELATIVE: N_("Other relative"),
    _P.FRIEND: N_("Not a relative"),
}
WORDS: dict[Enum, str] = _LAW | _EXEMPT | _COUNTED | _WORK_AND_WEALTH | _PERSONS
"""The English word for every member, as it is translated."""


def kind_word(member: Enum) -> str:
    """The word for a member in the current language."""
    return _(WORDS[member])

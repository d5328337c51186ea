"""The words of the law: categories, articles, kinds of resources, of work, of rights in property, of cohabitants."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Category(IntEnum):
    """The three categories of beneficiaries (law, art. 14 §1)."""

    COHABITANT = 1
    SINGLE = 2
    FAMILY = 3


class Article(StrEnum):
    """Where a resource is counted: article 16 of the law, articles 22 to 35 of the decree."""

    LAW_16 = "16"
    EXEMPT = "22"
    WORK = "23"
    SELF_EMPLOYED = "24"
    PROPERTY = "25"
    RENTED = "26"
    CAPITAL = "27"
    TRANSFERS = "28-32"
    IN_KIND = "33"
    COHABITANTS = "34"
    WORK_EXEMPTION = "35"


class ResourceKind(StrEnum):
    """Where a resource that is neither work nor wealth comes from."""

    CPAS_AID = "cpas_aid"
    FAMILY_BENEFITS_FOR_CHILDREN = "family_benefits_for_children"
    CHILD_MAINTENANCE = "child_maintenance"
    ALE_CHEQUES = "ale_cheques"
    TRAINING_PREMIUM = "training_premium"
    MOVING_OR_RENT_ALLOWANCE = "moving_or_rent_allowance"
    STUDY_GRANT = "study_grant"
    FOSTER_ALLOWANCE = "foster_allowance"
    ATTENDANCE_TOKENS = "attendance_tokens"
    IRREGULAR_GIFT = "irregular_gift"
    WAR_RENT = "war_rent"
    CARE_ALLOWANCE = "care_allowance"
    GERMAN_DETENTION_COMPENSATION = "german_detention_compensation"
    REFUNDABLE_TAX_CREDIT = "refundable_tax_credit"
    GUARDIANSHIP_FLAT_RATE = "guardianship_flat_rate"
    VOLUNTEER_INDEMNITY = "volunteer_indemnity"
    TRANSITION_INTERNSHIP = "transition_internship"
    INTEGRATION_ALLOWANCE = "integration_allowance"
    DISABILITY_SUPPLEMENT = "disability_supplement"
    UNEMPLOYMENT = "unemployment"
    SICKNESS_INVALIDITY = "sickness_invalidity"
    PENSION = "pension"
    GRAPA = "grapa"
    ARR = "arr"
    CAREER_BREAK = "career_break"
    FAMILY_BENEFITS_FOR_SELF = "family_benefits_for_self"
    MAINTENANCE_FOR_SELF = "maintenance_for_self"
    REGULAR_GIFT = "regular_gift"
    HOLIDAY_PAY = "holiday_pay"
    YEAR_END_PREMIUM = "year_end_premium"
    OTHER = "other"


COUNTED = frozenset(
    {
        ResourceKind.UNEMPLOYMENT,
        ResourceKind.SICKNESS_INVALIDITY,
        ResourceKind.PENSION,
        ResourceKind.GRAPA,
        ResourceKind.ARR,
        ResourceKind.CAREER_BREAK,
        ResourceKind.FAMILY_BENEFITS_FOR_SELF,
        ResourceKind.MAINTENANCE_FOR_SELF,
        ResourceKind.REGULAR_GIFT,
        ResourceKind.HOLIDAY_PAY,
        ResourceKind.YEAR_END_PREMIUM,
        ResourceKind.OTHER,
    }
)
"""All resources count, whatever their nature (law, art. 16 §1); the other kinds are those of article 22 §1."""

IN_ITS_MONTH = frozenset({ResourceKind.HOLIDAY_PAY, ResourceKind.YEAR_END_PREMIUM})
"""Comes once a year and is a resource of the month in which it is received."""


class WorkKind(StrEnum):
    """How a professional income is earned."""

    EMPLOYEE = "employee"
    TRAINING = "training"
    SELF_EMPLOYED = "self_employed"


class ExemptionKind(StrEnum):
    """The exemptions of article 35."""

    STANDARD = "standard"
    STUDENT = "student"
    ARTISTIC = "artistic"
    SHORTAGE = "shortage"


class PropertyKind(StrEnum):
    """Built or unbuilt."""

    BUILT = "built"
    UNBUILT = "unbuilt"


class Right(StrEnum):
    """The right a person has in a property or in what was given away."""

    FULL = "full"
    USUFRUCT = "usufruct"
    BARE = "bare"


class Relation(StrEnum):
    """What a person under the same roof is to the applicant."""

    PARTNER = "partner"
    PARENT = "parent"
    ADULT_CHILD = "adult_child"
    GRANDPARENT = "grandparent"
    GREAT_GRANDPARENT = "great_grandparent"
    GRANDCHILD = "grandchild"
    PARENT_IN_LAW = "parent_in_law"
    CHILD_IN_LAW = "child_in_law"
    EX_SPOUSE = "ex_spouse"
    SIBLING = "sibling"
    OTHER_RELATIVE = "other_relative"
    FRIEND = "friend"


FIRST_DEGREE = frozenset({Relation.PARENT, Relation.ADULT_CHILD})
"""The maintenance debtors of article 34 before 1 March 2026."""

DEBTORS = FIRST_DEGREE | {
    Relation.GRANDPARENT,
    Relation.GREAT_GRANDPARENT,
    Relation.GRANDCHILD,
    Relation.PARENT_IN_LAW,
    Relation.CHILD_IN_LAW,
    Relation.EX_SPOUSE,
}
"""The maintenance debtors of article 34 since 1 March 2026 (royal decree of 7 January 2026)."""

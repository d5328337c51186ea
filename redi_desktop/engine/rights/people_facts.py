"""What the persons and the dwelling of a case say about the facts that rights ask for."""

from __future__ import annotations

from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.engine.household import ADULT_AGE, Activity, Heating, Region, Role, Sex, Tenure, usual_activity
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.right_states import RightStatus
from redi_desktop.engine.rights.situation import Situation, Someone
from redi_desktop.engine.rights.values import Exact, Holding, Value

REGIONS = {Region.FLANDERS: "VLG", Region.WALLONIA: "WAL", Region.BRUSSELS: "BRU"}
GERMAN_COMMUNITY = "DG"
TENURES = {
    Tenure.PRIVATE_RENT: "private_rent",
    Tenure.SOCIAL_RENT: "social_rent",
    Tenure.OWNER: "owner",
    Tenure.HOSTED: "hosted",
    Tenure.NONE: "homeless",
}
HEATINGS = {
    Heating.GAS: frozenset({"gas", "collective_gas"}),
    Heating.OIL: frozenset({"oil"}),
    Heating.ELECTRIC: frozenset({"electric"}),
    Heating.OTHER: frozenset({"collective_gas", "district_heat", "propane_bulk", "kerosene", "other"}),
}
"""Gas may be the building's and other may be many things: these stay open until they are asked."""
ACTIVITIES = {
    Activity.WORKING: frozenset({"full_time_work", "part_time_work"}),
    Activity.JOBSEEKER: frozenset({"jobseeker", "paid_training"}),
    Activity.INCAPACITY: frozenset({"not_working"}),
    Activity.INACTIVE: frozenset({"not_working"}),
    Activity.PENSIONER: frozenset({"not_working"}),
}
SCHOOLS = {
    Activity.PREPRIMARY: "nursery",
    Activity.PRIMARY: "primary",
    Activity.SECONDARY: "secondary",
    Activity.STUDENT: "higher",
}
NURSERY_AGE = 3
PENSION_AGE = 66
FERTILE_AGES = range(12, 56)
CHILDCARE_OPTION = "option_childcare"
SETTLED = frozenset({RightStatus.REFUSED, RightStatus.NOT_APPLICABLE})


def choice(value: str | None) -> Value:
    """A choice that is known, or not known."""
    return None if value is None else frozenset({value})


def region(situation: Situation) -> Value:
    """The region where the household lives, or the German-speaking Community within Wallonia."""
    household = situation.facts.household
    if household.german_community:
        return choice(GERMAN_COMMUNITY)
    return choice(REGIONS[household.region] if household.region else None)


def tenure(situation: Situation) -> Value:
    """Under which title it lives there."""
    title = situation.facts.dwelling.tenure
    return choice(TENURES[title] if title else None)


def heating(situation: Situation) -> Value:
    """What heats the dwelling, or what may."""
    found = situation.facts.dwelling.heating
    return HEATINGS[found] if found else None


def residential_contract(situation: Situation) -> Value:
    """Who rents or owns a home has an energy contract for it; hosted people may not."""
    title = situation.facts.dwelling.tenure
    if title in (Tenure.PRIVATE_RENT, Tenure.SOCIAL_RENT, Tenure.OWNER):
        return True
    return False if title is Tenure.NONE else None


def owns_property(situation: Situation) -> Value:
    """Surely so for an owner or with rental income; a tenant may own a house elsewhere."""
    rents_out = situation.receives(IncomeKind.RENTAL_INCOME)
    return True if rents_out or situation.facts.dwelling.tenure is Tenure.OWNER else None


def applicant_age(situation: Situation) -> Value:
    """The age of the person who asks."""
    return situation.applicant.age if situation.applicant else None


def applicant_activity(situation: Situation) -> Value:
    """What the person who asks does; a student with a wage has a student job."""
    who = situation.applicant
    if who is None or who.person.activity is None:
        return None
    if who.person.activity in (Activity.STUDENT, Activity.SECONDARY):
        return choice("student_job" if who.receives(IncomeKind.WAGE) else "student_full_time")
    return ACTIVITIES.get(who.person.activity)


def single_parent(situation: Situation) -> Value:
    """One parent with children at charge; another adult in the home may or may not be a couple with them."""
    roles = {one.person.role for one in situation.people}
    if not roles:
        return None
    if Role.PARTNER in roles or not situation.children_at_charge:
        return False
    return None if Role.OTHER_ADULT in roles else True


def pregnant(situation: Situation) -> Value:
    """Surely not where no woman of that age lives."""
    may_be = any(
        one.person.sex is not Sex.M and (one.age is None or one.age in FERTILE_AGES) for one in situation.people
    )
    return None if may_be else False


def any_bim(situation: Situation) -> Value:
    """Whether somebody of the household has the increased reimbursement; of nobody nothing is known."""
    return any(one.person.bim for one in situation.people) if situation.people else None


def disabled_single(situation: Situation) -> Value:
    """Only somebody who lives alone can be so."""
    return None if len(situation.people) == 1 else False


def _does(situation: Situation, *activities: Activity) -> bool:
    return any(one.person.activity in activities for one in situation.adults)


def _everybody_does(situation: Situation, *activities: Activity) -> bool:
    return bool(situation.adults) and all(one.person.activity in activities for one in situation.adults)


def unfit_for_work(situation: Situation) -> Value:
    """Whether an adult is unfit for work."""
    if _does(situation, Activity.INCAPACITY):
        return True
    fit = (Activity.WORKING, Activity.JOBSEEKER, Activity.STUDENT, Activity.SECONDARY, Activity.PENSIONER)
    return False if _everybody_does(situation, *fit) else None


def work_willing(situation: Situation) -> Value:
    """Who works or is registered as a jobseeker has shown it."""
    who = situation.applicant
    return True if who and who.person.activity in (Activity.WORKING, Activity.JOBSEEKER) else None


def work_exempt(situation: Situation) -> Value:
    """Who is unfit for work has a reason of health, who has reached the age of the pension one of equity."""
    who = situation.applicant
    if who is None:
        return None
    retired = who.age is not None and who.age >= PENSION_AGE
    return True if retired or who.person.activity is Activity.INCAPACITY else None


def recent_work(situation: Situation) -> Value:
    """Whether somebody works or worked lately."""
    return True if _does(situation, Activity.WORKING) else None


def unemployment_excluded(situation: Situation) -> Value:
    """Surely not where everybody works, studies or has a pension."""
    settled = (Activity.WORKING, Activity.STUDENT, Activity.SECONDARY, Activity.PENSIONER)
    return False if _everybody_does(situation, *settled) else None


def unaccompanied_minor(situation: Situation) -> Value:
    """Surely not where everybody is of age."""
    of_age = situation.people and all(one.age is not None and one.age >= ADULT_AGE for one in situation.people)
    return False if of_age else None


def self_employed_stopped(situation: Situation) -> Value:
    """Surely not where everybody studies or has a pension."""
    return False if _everybody_does(situation, Activity.STUDENT, Activity.SECONDARY, Activity.PENSIONER) else None


def is_trader(situation: Situation) -> Value:
    """Surely not where the incomes are known and none is self-employed."""
    told = situation.incomes_told and not situation.receives(IncomeKind.SELF_EMPLOYED)
    return False if told else None


def rights_held(situation: Situation) -> Value:
    """The rights that the worker noted as granted; those noted as refused or not applicable are surely not held."""
    held: dict[str, Exact | None] = {}
    for right, status in situation.status_of.items():
        if status is RightStatus.GRANTED:
            held[right] = None
    settled = {right for right, status in situation.status_of.items() if status in SETTLED}
    return Holding(held, _CLOSED_RIGHTS - settled - held.keys())


_CLOSED_RIGHTS = frozenset({"moving_rent_allowance_wal", "social_phone_tariff_old", "zorgbudget_disability"})
"""Rights that conditions ask about by name: whether they are held is not in the case."""


def school_level(situation: Situation, someone: Someone) -> Value:
    """The school a person goes to; a child too young for one is in childcare where the case says so."""
    activity = someone.person.activity
    if activity is None and someone.age is not None:
        activity = usual_activity(someone.age)
    if activity in SCHOOLS:
        return choice(SCHOOLS[activity])
    if someone.age is None or someone.age >= NURSERY_AGE:
        return None if activity is None else choice("none")
    own = (None, someone.person.id)
    paid = any(row.kind is ExpenseKind.CHILDCARE and row.person in own for row in situation.facts.expenses)
    return choice("childcare") if paid or CHILDCARE_OPTION in situation.facts.options else None


def child_benefit(situation: Situation, someone: Someone) -> Value:
    """Whether family benefits come in for a child; one amount for all stands for each of them."""
    if not situation.incomes_told:
        return None
    rows = [income for income in situation.facts.incomes if income.kind is IncomeKind.CHILD_BENEFIT]
    children = {one.person.id for one in situation.children}
    return any(row.person == someone.person.id or row.person not in children for row in rows)


def study_grant(situation: Situation, someone: Someone) -> Value:
    """Whether a study grant comes in for a person."""
    rows = [income for income in situation.facts.incomes if income.kind is IncomeKind.STUDY_GRANT]
    return True if any(row.person in (None, someone.person.id) for row in rows) else None

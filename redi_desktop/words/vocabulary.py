"""The word on the screen for every value of the engine's and the case file's enumerations.

The words are those of the Belgian administration; in French and Dutch they come from the catalogues.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from redi_desktop.casefile.debts import UsualCreditor
from redi_desktop.casefile.judgement import ActivationPath, Verdict
from redi_desktop.casefile.model import InformedHow, SpokenLanguage, Status
from redi_desktop.casefile.steps import Step, StepState
from redi_desktop.engine.basket_pack import Provenance
from redi_desktop.engine.changes_of_life import ChangeKind
from redi_desktop.engine.expenses import DebtPlan, ExpenseKind, PaidBy, Treatment
from redi_desktop.engine.household import Activity, Heating, Region, Role, Sex, Tenure
from redi_desktop.engine.income import Evidence, IncomeKind
from redi_desktop.engine.money import Period
from redi_desktop.engine.needs import Group, Need
from redi_desktop.engine.policy import Exemption
from redi_desktop.i18n import LANGUAGES, N_, gettext, language
from redi_desktop.words.rights_vocabulary import RIGHTS, SUPPORT

_K, _I = ExpenseKind, IncomeKind

_NEEDS: dict[StrEnum, str] = {
    Need.FOOD: N_("Food"),
    Need.CLOTHING: N_("Clothing"),
    Need.HEALTH: N_("Health"),
    Need.HYGIENE: N_("Personal hygiene"),
    Need.HOUSING: N_("Housing"),
    Need.REST_LEISURE: N_("Rest and leisure"),
    Need.SAFE_CHILDHOOD: N_("Safe childhood"),
    Need.RELATIONS: N_("Social relations"),
    Need.MOBILITY: N_("Mobility"),
    Need.SAFETY: N_("Safety"),
    Need.UNFORESEEN_ADMIN: N_("Unforeseen and administration"),
    Group.FIXED: N_("Fixed costs"),
    Group.LIVING: N_("Living costs"),
    Group.RESERVE: N_("Costs to set money aside for"),
}
_PEOPLE: dict[StrEnum, str] = {
    Role.APPLICANT: N_("Applicant"),
    Role.PARTNER: N_("Partner"),
    Role.CHILD: N_("Child"),
    Role.OTHER_ADULT: N_("Other adult"),
    Sex.F: N_("Woman"),
    Sex.M: N_("Man"),
    Activity.WORKING: N_("Working"),
    Activity.JOBSEEKER: N_("Jobseeker"),
    Activity.INCAPACITY: N_("Unfit for work"),
    Activity.INACTIVE: N_("Not working"),
    Activity.PENSIONER: N_("Pensioner"),
    Activity.STUDENT: N_("Student in higher education"),
    Activity.SECONDARY: N_("Secondary school"),
    Activity.PRIMARY: N_("Primary school"),
    Activity.PREPRIMARY: N_("Nursery school"),
    Activity.NONE: N_("None"),
}
_HOME: dict[StrEnum, str] = {
    Region.FLANDERS: N_("Flanders"),
    Region.WALLONIA: N_("Wallonia"),
    Region.BRUSSELS: N_("Brussels"),
    Tenure.PRIVATE_RENT: N_("Tenant, private market"),
    Tenure.SOCIAL_RENT: N_("Tenant, social housing"),
    Tenure.OWNER: N_("Owner"),
    Tenure.HOSTED: N_("Hosted by others"),
    Tenure.NONE: N_("No dwelling"),
    Heating.GAS: N_("Natural gas"),
    Heating.OIL: N_("Heating oil"),
    Heating.ELECTRIC: N_("Electricity"),
    Heating.OTHER: N_("Other heating"),
}
_INCOMES: dict[StrEnum, str] = {
    _I.WAGE: N_("Wage"),
    _I.SELF_EMPLOYED: N_("Self-employed income"),
    _I.INTEGRATION_INCOME: N_("Integration income"),
    _I.EQUIVALENT_SOCIAL_AID: N_("Equivalent social aid"),
    _I.UNEMPLOYMENT: N_("Unemployment benefit"),
    _I.SICKNESS_INVALIDITY: N_("Sickness or invalidity benefit"),
    _I.ARR: N_("Income replacement allowance"),
    _I.AI: N_("Integration allowance"),
    _I.PENSION: N_("Pension"),
    _I.GRAPA: N_("Guaranteed income for the elderly"),
    _I.CAREER_BREAK: N_("Career break allowance"),
    _I.CHILD_BENEFIT: N_("Child benefit"),
    _I.CHILD_BENEFIT_SUPPLEMENT: N_("Child benefit supplement"),
    _I.MAINTENANCE_RECEIVED: N_("Maintenance received"),
    _I.RENT_ALLOWANCE: N_("Rent allowance"),
    _I.STUDY_GRANT: N_("Study grant"),
    _I.HOLIDAY_PAY: N_("Holiday pay"),
    _I.YEAR_END_PREMIUM: N_("Year-end premium"),
    _I.RENTAL_INCOME: N_("Rental income"),
    _I.OTHER: N_("Other income"),
    _I.ONE_OFF: N_("One-off income"),
}
_EXPENSES: dict[StrEnum, str] = {
    _K.RENT: N_("Rent"),
    _K.COMMON_CHARGES: N_("Common charges"),
    _K.ELECTRICITY: N_("Electricity"),
    _K.GAS: N_("Gas"),
    _K.HEATING_OIL: N_("Heating oil"),
    _K.WATER: N_("Water"),
    _K.WASTE_TAX: N_("Waste tax and bags"),
    _K.PROVINCIAL_TAX: N_("Provincial tax"),
    _K.PROPERTY_TAX: N_("Property tax"),
    _K.FIRE_INSURANCE: N_("Fire insurance"),
    _K.FAMILY_LIABILITY_INSURANCE: N_("Family liability insurance"),
    _K.HEALTH_FUND: N_("Health insurance fund"),
    _K.FLEMISH_CARE_PREMIUM: N_("Flemish care insurance"),
    _K.HOSPITAL_INSURANCE: N_("Hospital insurance"),
    _K.MOBILE_PHONE: N_("Mobile phone"),
    _K.INTERNET_TV: N_("Internet and television"),
    _K.TRADE_UNION: N_("Trade union dues"),
    _K.BANK_ACCOUNT: N_("Bank account"),
    _K.PUBLIC_TRANSPORT: N_("Public transport pass"),
    _K.TRAIN: N_("Train"),
    _K.CAMPUS_TRAVEL: N_("Travel to campus"),
    _K.CAR_SHARING: N_("Car sharing"),
    _K.CAR: N_("Own car"),
    _K.SCHOOL: N_("School costs"),
    _K.SCHOOL_MEALS: N_("School meals"),
    _K.CHILDCARE: N_("Childcare"),
    _K.CLUBS_AND_CAMPS: N_("Clubs and camps"),
    _K.MEDICAL_EXTRA: N_("Extra medical costs"),
    _K.MAINTENANCE_PAID: N_("Maintenance paid"),
    _K.STUDENT_ROOM: N_("Student room"),
    _K.PROFESSIONAL_COSTS: N_("Professional costs"),
    _K.MORTGAGE_INTEREST: N_("Mortgage: interest"),
    _K.MORTGAGE_CAPITAL: N_("Mortgage: capital"),
    _K.CAR_NECESSARY: N_("Necessary car"),
    _K.FOOD: N_("Food"),
    _K.CLOTHING: N_("Clothing"),
    _K.HYGIENE: N_("Personal hygiene"),
    _K.LEISURE: N_("Leisure"),
    _K.OTHER: N_("Other expense"),
}
_WAYS: dict[StrEnum, str] = {
    Treatment.REPLACE: N_("Takes the place of the reference"),
    Treatment.ADD: N_("Comes on top of the reference"),
    Treatment.COMPARE: N_("Shown beside the reference"),
    Treatment.LEAVE_OUT: N_("Not retained"),
    PaidBy.HOUSEHOLD: N_("The household"),
    PaidBy.CPAS: N_("The CPAS"),
    PaidBy.MEDIATOR: N_("The debt mediator"),
    PaidBy.OTHER: N_("Somebody else"),
    Evidence.SEEN: N_("Proof seen"),
    Evidence.DECLARED: N_("Declared"),
    Evidence.TO_CHECK: N_("To check"),
    Period.MONTH: N_("per month"),
    Period.WEEK: N_("per week"),
    Period.DAY: N_("per day"),
    Period.QUARTER: N_("per quarter"),
    Period.YEAR: N_("per year"),
    Period.ONCE: N_("once"),
    DebtPlan.NONE: N_("No repayment plan"),
    DebtPlan.FRIENDLY: N_("Amicable debt mediation"),
    DebtPlan.COLLECTIVE: N_("Collective debt settlement"),
    UsualCreditor.LANDLORD: N_("Rent arrears"),
    UsualCreditor.ENERGY: N_("Energy supplier"),
    UsualCreditor.WATER: N_("Water company"),
    UsualCreditor.HEALTH_CARE: N_("Hospital, doctor, pharmacy"),
    UsualCreditor.CONSUMER_CREDIT: N_("Consumer credit"),
    UsualCreditor.BANK: N_("Bank overdraft"),
    UsualCreditor.TELECOM: N_("Telephone and internet"),
    UsualCreditor.TAXES: N_("Taxes"),
    UsualCreditor.FINES: N_("Fines"),
    UsualCreditor.SCHOOL: N_("School"),
    UsualCreditor.BENEFITS: N_("Benefits to pay back"),
    UsualCreditor.FAMILY: N_("Family or friends"),
    Provenance.OFFICIAL: N_("Official tariff"),
    Provenance.PUBLISHED: N_("Published figure"),
    Provenance.ESTIMATE: N_("Estimate"),
}
_CASE: dict[StrEnum, str] = {
    Step.REQUEST: N_("Request"),
    Step.HOUSEHOLD: N_("Household"),
    Step.HOUSING: N_("Housing"),
    Step.INCOME: N_("Income"),
    Step.EXPENSES: N_("Expenses"),
    Step.DEBTS: N_("Debts"),
    Step.RESULT: N_("Result"),
    Step.SCENARIOS: N_("Scenarios"),
    Step.OPINION: N_("Opinion"),
    Step.DECISION: N_("Decision"),
    Step.DOCUMENTS: N_("Documents"),
    StepState.EMPTY: N_("To fill in"),
    StepState.STARTED: N_("Under way"),
    StepState.DONE: N_("Filled in"),
    StepState.WRONG: N_("To correct"),
    InformedHow.NOT_YET: N_("Not yet informed"),
    InformedHow.ORALLY: N_("Told orally"),
    InformedHow.SHEET: N_("Given the information sheet"),
    Status.OPEN: N_("Open"),
    Status.ARCHIVED: N_("Archived"),
}
_JUDGEMENT: dict[StrEnum, str] = {
    Verdict.GRANTED: N_("Granted"),
    Verdict.GRANTED_IN_PART: N_("Granted in part"),
    Verdict.REFUSED: N_("Refused"),
    Verdict.ADJOURNED: N_("Adjourned"),
    ActivationPath.NOT_ASKED: N_("No path asked"),
    ActivationPath.AGREED: N_("Path agreed"),
    ActivationPath.EXEMPT: N_("Exempt"),
    Exemption.HEALTH: N_("Health"),
    Exemption.EQUITY: N_("Equity"),
    Exemption.ALREADY_IN_A_PATH: N_("Already in a path"),
    Exemption.WORKING: N_("Already working"),
    ChangeKind.MOVE_TO_SOCIAL_HOUSING: N_("Move to social housing"),
    ChangeKind.TAKE_JOB: N_("Take a job"),
    ChangeKind.PERSON_LEAVES: N_("Somebody leaves"),
    ChangeKind.GET_BIM: N_("Get the increased reimbursement (BIM)"),
    ChangeKind.GET_SOCIAL_ENERGY_TARIFF: N_("Get the social energy tariff"),
    ChangeKind.SET_EXPENSE: N_("Change an expense"),
    ChangeKind.SET_INCOME: N_("Change an income"),
    ChangeKind.DROP_INCOME: N_("An income ends"),
    ChangeKind.DROP_DEBTS: N_("The debts are paid off"),
}
_TABLES: tuple[Mapping[StrEnum, str], ...] = (
    *(_NEEDS, _PEOPLE, _HOME, _INCOMES, _EXPENSES, _WAYS, _CASE),
    *(RIGHTS, SUPPORT, _JUDGEMENT),
)
WORDS: dict[tuple[type, str], str] = {
    (type(member), member.value): word for table in _TABLES for member, word in table.items()
}


def label(member: StrEnum) -> str:
    """The word for a value, in the current language; languages bear their own name."""
    if isinstance(member, SpokenLanguage):
        return next(one.name for one in LANGUAGES if one.code == member.value)
    return gettext(WORDS[type(member), member.value])


def within_sentence(word: str) -> str:
    """A word as it stands within a sentence; German nouns and abbreviations keep their capitals."""
    return word if language() == "de" or word[1:2].isupper() else word[:1].lower() + word[1:]

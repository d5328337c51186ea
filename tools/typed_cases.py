"""Two cases typed from the first key to the last: the quick scan of a lone mother, the full file of four persons."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt

from redi_desktop.casefile.judgement import ActivationPath, Verdict
from redi_desktop.casefile.model import InformedHow
from redi_desktop.casefile.steps import Step
from redi_desktop.engine.expenses import DebtPlan, ExpenseKind
from redi_desktop.engine.household import Activity, Heating, Region, Role, Sex, Tenure
from redi_desktop.engine.income import Evidence, IncomeKind
from redi_desktop.engine.money import Period
from tools.measure import Measure
from tools.stage import stage
from tools.typist import Typed, Typist

MOST_KEYS, MOST_FIELDS, MOST_MINUTES = 60, 12, 15.0
PARENTS = (
    ("Karim Haddad", "12/4/1985", Sex.M, None, Activity.WORKING),
    ("Nora Haddad", "30/9/1988", Sex.F, Role.PARTNER, Activity.JOBSEEKER),
)
CHILDREN = (("Yanis", "4/9/2015", Sex.M), ("Lina", "1/2/2019", Sex.F))
INCOMES = ((IncomeKind.WAGE, "1650,40"), (IncomeKind.UNEMPLOYMENT, "742,13"), (IncomeKind.CHILD_BENEFIT, "380,52"))
EXPENSES = (
    (ExpenseKind.ELECTRICITY, "95", Period.MONTH),
    (ExpenseKind.GAS, "1320", Period.YEAR),
    (ExpenseKind.WATER, "88,40", Period.QUARTER),
    (ExpenseKind.FIRE_INSURANCE, "210", Period.YEAR),
    (ExpenseKind.INTERNET_TV, "54,99", Period.MONTH),
    (ExpenseKind.MOBILE_PHONE, "30", Period.MONTH),
    (ExpenseKind.PUBLIC_TRANSPORT, "49", Period.MONTH),
    (ExpenseKind.SCHOOL, "320", Period.YEAR),
    (ExpenseKind.SCHOOL_MEALS, "64", Period.MONTH),
    (ExpenseKind.MEDICAL_EXTRA, "37,50", Period.MONTH),
    (ExpenseKind.FOOD, "160", Period.WEEK),
)
DEBTS = (("Énergie", "60", "840", DebtPlan.FRIENDLY), ("Hôpital", "25", "310", DebtPlan.NONE))
REASON = "Le loyer a augmenté et le salaire de Monsieur a baissé depuis son temps partiel."
CONTEXT = (
    "La famille vit à Namur depuis 2019. Monsieur travaille à mi-temps depuis février, Madame cherche un emploi et "
    "suit une formation d’aide-ménagère. Les deux enfants vont à l’école du quartier. Le loyer prend "
    "la moitié des revenus."
)
VIEW = "Les parents veulent garder leur logement, proche de l’école, et rembourser l’énergie sans nouveau retard."
OPINION = (
    "Le déficit vient du loyer et de l’énergie. Le tarif social est demandé. Je propose une aide de trois mois, le "
    "temps que Madame termine sa formation, avec un suivi du plan conclu avec le fournisseur d’énergie."
)


def quick_scan(typist: Typist) -> None:
    """A lone mother with two children: birth dates, sexes, activity, region, rent, the integration income."""
    typist.new_case()
    typist.go_to(Step.HOUSEHOLD)
    for number, (birth, sex) in enumerate((("3/5/89", Sex.F), ("4/9/15", Sex.M), ("1/2/19", Sex.F))):
        if number:
            typist.add_row()
        row = typist.page.rows.rows()[number]
        typist.fill(row.birth_date, birth)
        typist.choose(row.sex, sex)
        if not number:
            typist.choose(row.activity, Activity.JOBSEEKER)
    typist.go_to(Step.HOUSING)
    typist.choose(typist.page.region, Region.WALLONIA)
    typist.choose(typist.page.tenure, Tenure.PRIVATE_RENT)
    typist.fill(typist.page.paid[ExpenseKind.RENT], "720")
    typist.go_to(Step.INCOME)
    _income(typist, IncomeKind.INTEGRATION_INCOME, "1740,76")
    typist.go_to(Step.RESULT)


def full_file(typist: Typist) -> None:
    """A couple with two children, from the request to the committee's decision."""
    typist.new_case()
    typist.fill(typist.page.reason, REASON)
    typist.choose(typist.page.informed, InformedHow.SHEET)
    _household(typist)
    _housing(typist)
    typist.go_to(Step.INCOME)
    for kind, amount in INCOMES:
        _income(typist, kind, amount, seen=True)
    _expenses(typist)
    _debts(typist)
    typist.go_to(Step.OPINION)
    for field, text in (
        (typist.page.context, CONTEXT),
        (typist.page.person_view, VIEW),
        (typist.page.reasons, OPINION),
    ):
        typist.fill(field, text)
    _decision(typist)


def _household(typist: Typist) -> None:
    typist.go_to(Step.HOUSEHOLD)
    people = (*PARENTS, *((name, birth, sex, None, None) for name, birth, sex in CHILDREN))
    for number, (name, birth, sex, role, activity) in enumerate(people):
        if number:
            typist.add_row()
        row = typist.page.rows.rows()[number]
        typist.to(row.name, back=True)
        typist.write(name)
        typist.fill(row.birth_date, birth)
        typist.choose(row.sex, sex)
        if role is not None:
            typist.choose(row.role, role)
        if activity is not None:
            typist.choose(row.activity, activity)


def _housing(typist: Typist) -> None:
    typist.go_to(Step.HOUSING)
    page = typist.page
    typist.choose(page.region, Region.WALLONIA)
    typist.choose(page.tenure, Tenure.PRIVATE_RENT)
    typist.fill(page.paid[ExpenseKind.RENT], "845")
    typist.choose(page.heating, Heating.GAS)
    typist.choose(page.social_energy_tariff, True)


def _income(typist: Typist, kind: IncomeKind, amount: str, *, seen: bool = False) -> None:
    typist.add_row()
    row = typist.page.rows.rows()[-1]
    typist.choose(row.kind, kind)
    typist.fill(row.amount, amount)
    if seen:
        typist.choose(row.evidence, Evidence.SEEN)


def _expenses(typist: Typist) -> None:
    typist.go_to(Step.EXPENSES)
    for kind, amount, period in EXPENSES:
        typist.add_row()
        row = typist.page.rows.rows()[-1]
        typist.choose(row.kind, kind)
        typist.fill(row.amount, amount)
        typist.choose(row.period, period)
        typist.to(row.more)
        if not row.more.isChecked():
            typist.press(Qt.Key.Key_Space)
        typist.choose(row._details.evidence, Evidence.SEEN)


def _debts(typist: Typist) -> None:
    typist.go_to(Step.DEBTS)
    for creditor, monthly, remaining, plan in DEBTS:
        typist.add_row()
        row = typist.page.rows.rows()[-1]
        typist.fill(row.kind, creditor)
        typist.fill(row.monthly, monthly)
        typist.fill(row.remaining, remaining)
        typist.choose(row.plan, plan)


def _decision(typist: Typist) -> None:
    typist.go_to(Step.DECISION)
    page = typist.page
    typist.choose(page.verdict, Verdict.GRANTED)
    typist.fill(page.decided_on, "14/7/2026")
    typist.fill(page.amount, "150")
    typist.fill(page.months, "3")
    typist.choose(page.activation, ActivationPath.EXEMPT)
    typist.fill(page.reasons, "Le comité suit la proposition.")


def counts() -> Iterator[tuple[str, Typed]]:
    """Type both cases, each in a window of its own."""
    for name, type_it in (("quick scan, mother and two children", quick_scan), ("full file, four persons", full_file)):
        with stage("fr") as played:
            played.unlock()
            typist = Typist(played)
            type_it(typist)
            played.settle()
            session = played.main.desk.session
            if session is None or session.live.assessment is None:
                raise RuntimeError(f"{name}: no result")
            yield name, typist.typed


def measures() -> Iterator[Measure]:
    """The counts as measures, against their goals."""
    (quick_name, quick), (full_name, full) = counts()
    detail = f"{quick.keys} keys with the values"
    yield Measure(f"{quick_name}: keys beyond the values", quick.beyond_values, MOST_KEYS, "keys", detail)
    yield Measure(f"{quick_name}: fields", quick.fields, MOST_FIELDS, "fields")
    detail = f"{full.keys} keys, {full.fields} fields, 3 keys a second"
    yield Measure(f"{full_name}: time to type", full.minutes, MOST_MINUTES, "min", detail)


def main() -> None:
    """Type, and print what it took."""
    for name, typed in counts():
        words = "{}: {} keys, of them {} beyond the values; {} fields; {:.1f} minutes at 3 keys a second"
        print(words.format(name, typed.keys, typed.beyond_values, typed.fields, typed.minutes))


if __name__ == "__main__":
    main()

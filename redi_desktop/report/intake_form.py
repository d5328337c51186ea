"""The paper intake form: the wizard's questions in the wizard's order, to fill in by hand and type later."""

from __future__ import annotations

from redi_desktop.engine.expenses import DebtPlan, ExpenseKind
from redi_desktop.engine.household import Activity, Heating, Region, Role, Sex, Tenure
from redi_desktop.engine.income import IncomeKind
from redi_desktop.i18n import LANGUAGES, _, pgettext
from redi_desktop.report.content import (
    Block,
    Callout,
    Column,
    Document,
    DocumentKind,
    Paragraph,
    Particulars,
    Row,
    RowKind,
    Signatures,
    Table,
    Tone,
    WritingSpace,
)
from redi_desktop.report.form_blocks import BlankField, BlankFields, FormHeading, Pictogram, TickBoxes
from redi_desktop.report.occasion import Occasion
from redi_desktop.words.vocabulary import label

PAGES = 4
PERSON_ROWS, DEBT_ROWS, FREE_ROWS = 6, 4, 2
REASON_LINES, VIEW_LINES = 3, 4
_I, _K = IncomeKind, ExpenseKind
INCOMES = (
    *(_I.WAGE, _I.INTEGRATION_INCOME, _I.UNEMPLOYMENT, _I.SICKNESS_INVALIDITY, _I.PENSION, _I.GRAPA, _I.ARR),
    *(_I.CHILD_BENEFIT, _I.MAINTENANCE_RECEIVED, _I.RENT_ALLOWANCE, _I.STUDY_GRANT, _I.SELF_EMPLOYED),
)
"""The incomes that are asked by name, the most common first; others have free rows."""
DWELLING_EXPENSES = (
    *(_K.RENT, _K.COMMON_CHARGES, _K.MORTGAGE_CAPITAL, _K.ELECTRICITY, _K.GAS, _K.HEATING_OIL, _K.WATER),
    *(_K.WASTE_TAX, _K.FIRE_INSURANCE),
)
PEOPLE_EXPENSES = (
    *(_K.HEALTH_FUND, _K.MEDICAL_EXTRA, _K.MOBILE_PHONE, _K.INTERNET_TV, _K.PUBLIC_TRANSPORT, _K.CAR),
    *(_K.SCHOOL, _K.SCHOOL_MEALS, _K.CHILDCARE, _K.MAINTENANCE_PAID, _K.FOOD),
)
"""The expenses that are asked by name, those of the dwelling first."""


def intake_form(occasion: Occasion) -> Document:
    """The form in the current language; it says nothing about the case."""
    return occasion.document(
        DocumentKind.INTAKE_FORM,
        _("Request for help: what we need to know"),
        _("Intake form to fill in by hand"),
        Particulars(((_("Filled in with"), occasion.letterhead.worker_name or "…"),), short=True),
        tuple(_blocks()),
        most_pages=PAGES,
    )


def _blocks() -> list[Block]:
    return [
        Callout(
            "",
            (_("Leave empty what you do not know. An incomplete form counts too: your request begins today."),),
            Tone.LEAD,
        ),
        *_request(),
        *_household(),
        *_housing(),
        *_incomes(),
        *_expenses(),
        *_debts(),
        *_view(),
    ]


def _request() -> list[Block]:
    return [
        FormHeading(_("Your request"), Pictogram.REQUEST),
        BlankFields((BlankField(_("Date of the request")), BlankField(_("Phone or e-mail"), 2))),
        TickBoxes(_("Your language"), tuple(language.name for language in LANGUAGES)),
        WritingSpace(_("What do you ask, and why now?"), "", REASON_LINES, level=3),
        TickBoxes(
            _("Did we tell you what we do with your data?"),
            (_("Yes, orally"), _("Yes, with the sheet"), _("Not yet")),
        ),
    ]


def _household() -> list[Block]:
    columns = (
        Column(_("Name"), share=5),
        Column(_("Born on"), share=3),
        Column(_("Woman or man"), share=2),
        Column(_("Who is it?"), share=3),
        Column(_("What does this person do?"), share=4),
        Column(_("BIM?"), share=2),
        Column(_("Here all month?"), share=2),
    )
    who = ", ".join(label(role) for role in Role)
    what = ", ".join(label(activity) for activity in Activity if activity is not Activity.NONE)
    sexes = " / ".join(label(sex) for sex in Sex)
    return [
        FormHeading(_("Who lives with you?"), Pictogram.PEOPLE),
        Paragraph(_("Who is it: {words}. {sexes}.").format(words=who, sexes=sexes), Tone.QUIET),
        Paragraph(_("What does this person do: {words}.").format(words=what), Tone.QUIET),
        Paragraph(_("BIM: increased reimbursement of care. Write how many days a month a child is here."), Tone.QUIET),
        _blank_table(_("Who lives with you?"), columns, PERSON_ROWS),
    ]


def _housing() -> list[Block]:
    yes_no = (_("Yes"), _("No"))
    return [
        FormHeading(_("Where do you live?"), Pictogram.HOME),
        TickBoxes(_("Region"), (*(label(region) for region in Region), _("German-speaking Community"))),
        TickBoxes(_("You live there as"), tuple(label(tenure) for tenure in Tenure)),
        TickBoxes(_("Heating"), tuple(label(heating) for heating in Heating)),
        TickBoxes(_("Social tariff for energy"), yes_no),
        BlankFields(
            (BlankField(_("Number of bedrooms")), BlankField(_("Living there since")), BlankField(_("Address"), 3))
        ),
    ]


def _incomes() -> list[Block]:
    columns = (
        Column(_("What comes in"), share=5),
        Column(_("Amount"), share=3),
        Column(_("Per month, week, year…"), share=3),
        Column(_("For whom"), share=3),
        Column(_("Proof seen"), share=2),
    )
    names = [*(label(kind) for kind in INCOMES), *[""] * FREE_ROWS]
    return [
        FormHeading(_("What comes in?"), Pictogram.INCOME),
        _named_table(_("What comes in?"), columns, names),
    ]


def _expenses() -> list[Block]:
    columns = (
        Column(_("What you pay"), share=5),
        Column(_("Amount"), share=3),
        Column(_("Per month, quarter, year…"), share=3),
        Column(_("Who pays it"), share=3),
        Column(_("Proof seen"), share=2),
    )
    rows: list[Row] = []
    for title, kinds in ((_("For the dwelling"), DWELLING_EXPENSES), (_("For the people"), PEOPLE_EXPENSES)):
        rows.append(Row((title,), RowKind.PART))
        rows += [Row((label(kind), *[""] * (len(columns) - 1))) for kind in kinds]
    rows += [Row(("",) * len(columns)) for _place in range(FREE_ROWS)]
    return [
        FormHeading(_("What do you pay?"), Pictogram.EXPENSES),
        Table(_("What do you pay?"), columns, tuple(rows), writable=True),
    ]


def _debts() -> list[Block]:
    columns = (
        Column(_("To whom or for what"), share=5),
        Column(_("Paid back each month"), share=3),
        Column(_("Left to pay"), share=3),
        Column(_("Plan"), share=4),
    )
    plans = ", ".join(label(plan) for plan in DebtPlan)
    return [
        FormHeading(_("Do you have debts?"), Pictogram.DEBTS),
        Paragraph(_("Plan: {words}.").format(words=plans), Tone.QUIET),
        _blank_table(_("Do you have debts?"), columns, DEBT_ROWS),
    ]


def _view() -> list[Block]:
    return [
        FormHeading(_("What do you think yourself?"), Pictogram.VIEW),
        WritingSpace(_("What would help you most? What worries you?"), "", VIEW_LINES, level=3),
        FormHeading(_("Bring these papers if you have them"), Pictogram.PAPERS),
        TickBoxes(
            "",
            (
                *(_("Identity cards"), _("Lease or mortgage"), _("Proof of income"), _("Bills for energy and water")),
                *(
                    _("Letters about debts"),
                    _("Bank statements of the last months"),
                    _("School costs"),
                    _("Care costs"),
                ),
            ),
        ),
        FormHeading(pgettext("handwritten", "Signatures"), Pictogram.SIGNATURE),
        Signatures((_("The person: name, date and signature"), _("The social worker: name, date and signature"))),
    ]


def _blank_table(caption: str, columns: tuple[Column, ...], rows: int) -> Table:
    return _named_table(caption, columns, [""] * rows)


def _named_table(caption: str, columns: tuple[Column, ...], names: list[str]) -> Table:
    """Rows to write in, the first cell of each already named."""
    rows = tuple(Row((name, *[""] * (len(columns) - 1))) for name in names)
    return Table(caption, columns, rows, writable=True)

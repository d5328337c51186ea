"""The request, the people and the dwelling, as the report tells them."""

from __future__ import annotations

from datetime import date

from redi_desktop.casefile import niss
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.facts import Member
from redi_desktop.engine.household import ADULT_AGE, Dwelling, Household, Person, Role
from redi_desktop.formatting import age, date_long, date_short, join_list, percent
from redi_desktop.i18n import _
from redi_desktop.report.content import Block, Column, Heading, NotedText, Paragraph, Particulars, Row, Table
from redi_desktop.report.form_blocks import BlankField, BlankFields
from redi_desktop.report.reported import NOTHING, Reported, yes_no
from redi_desktop.words.conditions import option_word
from redi_desktop.words.integration_income_kinds import kind_word
from redi_desktop.words.vocabulary import label


def request_section(reported: Reported) -> list[Block]:
    """When and why help was asked for, and how the person was told about their data."""
    request = reported.case.request
    pairs = [
        (_("Date of the request"), date_long(request.date) if request.date else NOTHING),
        (_("Language"), label(request.language)),
        (_("Informed about their data"), _informed(reported)),
    ]
    reason = [Paragraph(request.reason)] if request.reason.strip() else []
    return [Heading(_("The request")), *reason, Particulars(tuple(pairs), short=True)]


def _informed(reported: Reported) -> str:
    request = reported.case.request
    how = label(request.informed)
    if request.informed_on is None:
        return how
    return _("{how}, on {day}").format(how=how, day=date_long(request.informed_on))


def household_section(reported: Reported) -> list[Block]:
    """A row for each person."""
    columns = (
        Column(_("Person"), share=4),
        Column(_("Role"), share=3),
        Column(_("Born"), share=4),
        Column(_("Activity"), share=4),
        Column(_("Increased reimbursement"), share=2),
        Column(_("Lives here"), share=3),
    )
    members = reported.assessment.circumstances.members
    rows = tuple(_person_row(reported, member) for member in members)
    return [Heading(_("The household")), Table(_("The people who live together"), columns, rows)]


def _person_row(reported: Reported, member: Member) -> Row:
    person = member.person
    born = person.birth_date
    birth = _born(born, reported.assessment.reference_date) if born else NOTHING
    activity = label(member.activity) if person.activity or member.age < ADULT_AGE else NOTHING
    name = NotedText(reported.person(person.id), niss.written(person.niss) if person.niss else "")
    return Row((name, place_in_household(person), birth, activity, yes_no(person.bim), time_here(person)))


def time_here(person: Person) -> str:
    """The part of the month that somebody lives here."""
    return _("All month") if person.custody_share == 1 else percent(person.custody_share)


def _born(born: date, today: date) -> str:
    """The date of birth with the age, where there is one yet."""
    return " · ".join(filter(None, (date_short(born), age(born, today))))


def place_in_household(person: Person) -> NotedText:
    """The place in the household; of another adult, what they are to the applicant."""
    related = person.relation if person.role is Role.OTHER_ADULT else None
    return NotedText(label(person.role), kind_word(related) if related is not None else "")


def dwelling_section(reported: Reported) -> list[Block]:
    """Where they live, as far as the budget depends on it."""
    case = reported.case
    pairs = dwelling_pairs(case, _heating(case.dwelling), _bedrooms(reported))
    return [Heading(_("The dwelling")), Particulars(tuple(pairs), short=True)]


def dwelling_pairs(case: CaseFile, heating: str, bedrooms: str) -> list[tuple[str, str]]:
    """What is known of the home, name by name; heating and bedrooms in the words of who may assume something."""
    dwelling = case.dwelling
    pairs = [
        (_("Region"), place_of(case.household)),
        (_("Occupied as"), label(dwelling.tenure) if dwelling.tenure else NOTHING),
        (_("Heating"), heating),
        (_("Bedrooms"), bedrooms),
        (_("Social energy tariff"), yes_no(dwelling.social_energy_tariff)),
        (_("New lease"), yes_no(dwelling.new_lease)),
    ]
    if case.options:
        pairs.append((_("Also counted"), join_list(option_word(option) for option in case.options)))
    return pairs


def place_of(household: Household) -> str:
    """Where the household lives, as far as rights and prices depend on it."""
    if household.region is None:
        return NOTHING
    if household.german_community:
        return _("{region}, in the German-speaking Community").format(region=label(household.region))
    return label(household.region)


def inquiry_section() -> list[Block]:
    """What the social inquiry asks for besides (royal decrees of 1 December 2013) and this program does not keep."""
    return [
        Heading(_("For the social inquiry, to complete by hand as the request calls for"), 3),
        BlankFields(
            (
                BlankField(_("Address where they really live"), 3),
                BlankField(_("Home visit on"), 2),
                BlankField(_("Civil status"), 2),
            )
        ),
        BlankFields(
            (
                BlankField(_("Willing to work, or reasons not to"), 3),
                BlankField(_("Nationality and right of residence"), 2),
                BlankField(_("Who owes them maintenance"), 2),
            )
        ),
    ]


def _heating(dwelling: Dwelling) -> str:
    return label(dwelling.heating) if dwelling.heating else _("Not known, natural gas is assumed")


def _bedrooms(reported: Reported) -> str:
    around = reported.assessment.circumstances
    count = around.numbers["bedrooms"]
    return str(count) if around.bedrooms_given else _("{count}, as the household needs").format(count=count)

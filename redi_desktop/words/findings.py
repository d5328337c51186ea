"""What the engine found in the facts, as sentences that say what to change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from redi_desktop.engine.case_integration_income import NOT_COMPUTED
from redi_desktop.engine.findings import Finding
from redi_desktop.engine.means_assumed import ASSUMED
from redi_desktop.formatting import money
from redi_desktop.i18n import N_
from redi_desktop.i18n import gettext as _
from redi_desktop.words import (
    attachment,
    counts,
    integration_income,
    integration_income_of_case,
    pack_sentences,
    rights_sentences,
    scenario_findings,
)
from redi_desktop.words.sentences import shown_share
from redi_desktop.words.values import said

_SENTENCES: dict[str, str] = {
    "date_before_pack": N_("The baskets begin in {first_month}: choose a later date for the budget."),
    "pack_expired": N_("The baskets were made to be used until {last_month}: look for a newer version."),
    "index_stale": N_("The last known price index is that of {last_month}, over a year before: look for newer prices."),
    "index_late": N_("Prices are those of {last_month}, the last month whose price index is known."),
    "region_not_covered": N_("These baskets hold no prices for {region}."),
    "german_community_elsewhere": N_("The German-speaking Community lies in Wallonia, not in {region}."),
    "no_persons": N_("Say who is part of the household."),
    "too_many_persons": N_("A household of more than {most} persons cannot be computed."),
    "no_applicant": N_("Say who asks for help: one person is the applicant."),
    "several_applicants": N_("Only one person can be the applicant; {count} are marked so."),
    "several_partners": N_("Only one person can be the applicant's partner."),
    "no_adult": N_("At least one person of the household must be of age."),
    "custody_share_out_of_range": N_("The share of the month must be more than 0 and at most 100 %."),
    "custody_share_small": N_(
        "Here for {share} of the month: this child counts whole for the size of the household, which makes the food of "
        "the others cheaper; the total can be lower than without the child."
    ),
    "custody_share_of_adult": N_("A share of the month is meant for children; this person is {age}."),
    "birth_in_future": N_("The birth date {birth} comes after the date of the budget, {day}."),
    "age_impossible": N_("This birth date makes an age of {age}: check the year."),
    "minor_in_adult_role": N_("This person is {age} and marked as “{role}”: check the birth date or the role."),
    "activity_missing": N_("Say what this person does: some costs depend on it and are not counted yet."),
    "activity_derived": N_("Because of the age ({age}), counted as: {activity}."),
    "activity_unlikely": N_("“{activity}” at the age of {age}: check the activity or the birth date."),
    "heating_assumed": N_("The heating is not known: natural gas is assumed."),
    "bedrooms_out_of_range": N_("The number of bedrooms must be between 0 and {most}."),
    "bedrooms_many": N_("{bedrooms} for {persons}: check the number."),
    "bedrooms_derived": N_("The number of bedrooms is not known: {bedrooms} counted, which the household needs."),
    "option_unknown": N_("The baskets know no option “{option}”."),
    "no_reference_rent": N_("The baskets hold no rent for {bedrooms}: type the real rent."),
    "duplicate_id": N_("The identifier “{id}” is used twice."),
    "no_income": N_("No income was typed: nothing is counted as coming in."),
    "not_a_number": N_("This is not an amount."),
    "negative_amount": N_("An amount cannot be negative: {amount}."),
    "amount_too_large": N_("{amount} is too large to be right: check the amount."),
    "person_unknown": N_("The person “{person}” is not part of the household."),
    "once_has_no_month": N_("What comes only once is no part of a month: choose a period or only compare it."),
    "reason_missing": N_("Say why you differ from the rule; the reason is printed in the report."),
    "reason_required": N_("Say why this expense is not retained."),
    "car_needs_reason": N_("A necessary car counts once its reason is given: work, health, no bus…"),
    "car_never_counted": N_("The policy does not count a car: this is shown and not retained."),
    "car_option_needs_reason": N_(
        "{amount} for a car is left out: the policy asks for a reason. Add the expense “Necessary car” with it."
    ),
    "car_option_never_counted": N_("{amount} for a car is left out: the policy does not count one."),
    "student_room_without_student": N_("A student room, and nobody of the household studies: check what they do."),
    "other_adult_without_income": N_(
        "This adult's whole budget is counted and no income of theirs: type it, or, if they keep a purse of their own, "
        "take them out and type the household's share of rent and energy."
    ),
    "hosted_without_share": N_("Hosted, and no rent is counted: if they pay a share, type it as the rent."),
    "accepted_share_out_of_range": N_("The accepted share must be between 0 and 100 %."),
    "proposal_reason_required": N_("Say why you propose another amount."),
    "policy_not_in_force": N_("The policy “{policy}” applies from {first_day}: it was not used for this date."),
    "rent_of_owner": N_("A rent, and the household owns its home: check one or the other."),
    "mortgage_of_tenant": N_("A mortgage, and the household rents its home: check one or the other."),
    "fuel_of_other_heating": N_("{kind}, and the home is heated otherwise ({heating}): check, or say what it is for."),
    "once_only_shown": N_("Paid only once: it is shown, and no part of the monthly budget."),
    "paid_by_somebody_else": N_(
        "Somebody else pays this, and it is retained in full: leave it out if that help is sure to go on."
    ),
    "debt_payment_above_rest": N_("The monthly payment is more than what is left to pay, {remaining}: check both."),
    "row_unfinished": N_("This row is not complete yet: it is not counted."),
    **rights_sentences.FINDINGS,
    **pack_sentences.FINDINGS,
    **scenario_findings.FINDINGS,
    **integration_income.FINDINGS,
    **integration_income_of_case.FINDINGS,
    **attachment.FINDINGS,
}
_MISSING: tuple[tuple[str, str], ...] = (
    ("reference_date", N_("Choose the date of the budget.")),
    ("household.region", N_("Choose the region.")),
    ("dwelling.tenure", N_("Say whether they rent, own or are hosted.")),
    (".birth_date", N_("Type the birth date.")),
    (".sex", N_("Choose woman or man: clothing and food depend on it.")),
    (".kind", N_("Choose what kind it is.")),
    (".amount", N_("Type the amount; if there is none, remove the row.")),
    (".monthly", N_("Type the monthly payment.")),
    (".id", N_("The identifier is missing.")),
)
_COUNTED: dict[str, Callable[[int], str]] = {
    "bedrooms": counts.bedrooms,
    "children": counts.children,
    "persons": counts.persons,
}
CODES = frozenset({*_SENTENCES, "missing", ASSUMED, NOT_COMPUTED})


def sentence(finding: Finding) -> str:
    """The finding as a sentence in the current language."""
    if finding.code == "missing":
        return _missing(finding.field)
    if finding.code == ASSUMED:
        return integration_income_of_case.usual_words(str(finding.values["assumed"]))
    if finding.code == NOT_COMPUTED:
        because = sentence(replace(finding, code=str(finding.values["because"])))
        return integration_income_of_case.not_computed_words(because)
    return _(_SENTENCES[finding.code]).format(**{name: _value(name, value) for name, value in finding.values.items()})


def _missing(field: str) -> str:
    for ending, message in _MISSING:
        if field.endswith(ending):
            return _(message)
    return _("Something is missing: {field}.").format(field=field)


def _value(name: str, value: object) -> str:
    if isinstance(value, Decimal) and value.is_finite():
        return shown_share(value) if name == "share" else money(value)
    return _COUNTED[name](value) if name in _COUNTED and isinstance(value, int) else said(value)

"""The integration income in words: what the window, the documents and the command line ask for."""

from __future__ import annotations

from redi_desktop.i18n import N_
from redi_desktop.words import explain_integration_income, explain_legal, explain_wealth
from redi_desktop.words.explaining import Say

EXPLANATIONS: dict[str, Say] = {
    **explain_integration_income.EXPLANATIONS,
    **explain_wealth.EXPLANATIONS,
    **explain_legal.EXPLANATIONS,
}
"""Every rule of an integration income, and those of the legal tables."""

FINDINGS: dict[str, str] = {
    "ri_date_missing": N_("Choose the date of the calculation."),
    "ri_date_before_tables": N_("The legal tables begin on {first_day}: choose a later date."),
    "ri_tables_expired": N_("The legal tables were made to be used until {last_month}: look for a newer version."),
    "ri_date_after": N_("{date} comes after the day of the calculation, {day}."),
    "ri_requested_on_missing": N_("Type the day of the request: the rule that applies depends on it."),
    "ri_cohabits_missing": N_("Say whether the person lives with others and shares household matters."),
    "ri_category_reason": N_("Say why another category was chosen than the one that follows from the facts."),
    "ri_at_charge_missing": N_("Say whether this child is at charge."),
    "ri_presence_missing": N_("The child lives here less than half of the time: say whether regularly."),
    "ri_share_out_of_range": N_("A share must be between 0 and 100 %."),
    "ri_once": N_("What comes only once is no resource of a year: choose a period."),
    "ri_cheques_missing": N_("Type how many ALE cheques there were in the period."),
    "ri_self_employed_only": N_("This is asked only of the self-employed: change the kind or remove the amount."),
    "ri_business_transfer_too_high": N_("The part from giving up a business cannot exceed the income, {amount}."),
    "ri_exempted_periods_missing": N_("Say when the work exemption was used before; an empty list if never."),
    "ri_period_start_missing": N_("Type the first day of this period."),
    "ri_period_swapped": N_("This period ends before it begins, on {start}."),
    "ri_periods_overlap": N_("The period that begins on {start} overlaps another one."),
    "ri_project_missing": N_("Say whether the student has an individual project (PIIS)."),
    "ri_grant_holder_missing": N_(
        "Say whether the student has a study grant: the exemption depends on it before 2022."
    ),
    "ri_shortage_too_early": N_("The exemption for shortage occupations begins on {first_day}."),
    "ri_attested_missing": N_("Say whether the shortage occupation is attested."),
    "ri_cadastral_income_missing": N_("Type the cadastral income, not indexed; 0 if there is none."),
    "ri_holders_out_of_range": N_("An account has between 1 and {most} holders."),
    "ri_holders_with_partner": N_("With the partner, the account has at least two holders."),
    "ri_transfer_date_missing": N_("Type the day of the sale or the gift."),
    "ri_bare_transfer": N_("Type the market value of the bare ownership itself, as full ownership."),
    "ri_consideration_missing": N_("Say whether it was sold or given away."),
    "ri_equity_reason": N_("A derogation for equity needs its reason."),
    "ri_payer_missing": N_("Say whether the person who pays lives here too."),
    "ri_lives_alone_with_others": N_("“Lives alone” does not fit with persons under the same roof."),
    "ri_relation_missing": N_("Say what this person is to the applicant."),
    "ri_claims_missing": N_("Say whether the partner asks for the integration income too."),
    "ri_children_out_of_range": N_("A number of children cannot be negative."),
    "ri_benefits_of_non_debtor": N_("Only family benefits that a maintenance debtor receives for the applicant count."),
    "ri_supplements_too_high": N_("The supplements exceed the family benefits they are part of, {amount}."),
    "ri_applicants_out_of_range": N_("Between 1 and {most} applicants share the same debtors."),
    "ri_debtors_share_missing": N_("Say which part of the debtors' resources the CPAS counts, from 0 to 1."),
    "ri_right_before_request": N_("The right cannot begin before the request, {requested_on}."),
    "ri_revised_before_request": N_("A revision cannot come before the request, {requested_on}."),
    "ri_benefit_recipient_missing": N_(
        "Say whether the applicant receives the family benefits for this child: the exemption of the property depends "
        "on it."
    ),
    "ri_sole_home_missing": N_(
        "Say whether this was the only dwelling or the only unbuilt property: a part of its price is exempt then."
    ),
    "ri_work_exemption_not_asked": N_(
        "Work, and no word about the exemption of article 35: up to {most} per year could be left out. Say whether it "
        "is asked for, or mark the income as not covered."
    ),
    "ri_exemption_ends": N_(
        "The work exemption ends on {last_day}: this result holds until then and must be worked out again after it."
    ),
    "ri_applicant_minor": N_(
        "The applicant is {age}: a minor has this right only when married, pregnant or with a child at charge."
    ),
    "ri_homeless_and_cohabits": N_(
        "Homeless, and sharing a household: the rate of a single person holds only while somebody takes them in for a "
        "time. Check it."
    ),
    "ri_child_of_age": N_(
        "This child is {age}: that gives no rate of a family. Whoever lives here too belongs among the cohabitants."
    ),
    "ri_generations_swapped": N_(
        "Born on {younger}, before or with the parent, {elder}: check the birth dates or the relation."
    ),
    "ri_generations_close": N_("The parent would have been {age} at the birth: check the birth dates or the relation."),
    "ri_account_twice": N_(
        "{amount} stands with the applicant and with the partner: an account that they share is typed once, with the "
        "applicant, and counts for both."
    ),
    "ri_means_of_cohabitant_missing": N_("Nothing was told of what this person has: counted as having nothing."),
    "ri_old_article_34": N_("The last decision, of {last}, is from before the reform of {reform}: the old rule holds."),
    "ri_revision_due": N_("The last decision, of {last}, is over a year old: the file is due for its revision."),
}
"""The sentence for each finding on the facts of an integration income."""

PROBLEMS: dict[str, str] = {
    "facts_too_large": N_("This file is too large to hold the facts of an integration income ({bytes} bytes)."),
    "not_facts": N_("This file does not hold the facts of an integration income."),
    "facts_format_unknown": N_("This file has the format “{found}”; this program reads “{expected}”."),
    "pack_number_negative": N_("{file}, line {line}: “{column}” cannot be negative, {value}."),
}
"""The sentence for each error in the files that an integration income is read from."""

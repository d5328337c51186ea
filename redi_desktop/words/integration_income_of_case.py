"""What is said of the integration income of a case: what was assumed for it, and why there is none."""

from __future__ import annotations

from redi_desktop.formatting import join_list
from redi_desktop.i18n import N_
from redi_desktop.i18n import gettext as _

FINDINGS: dict[str, str] = {
    "ri_relation_unknown": N_(
        "Say what this person is to the applicant: parents, grandparents and other maintenance debtors count for the "
        "integration income. Nothing of theirs is counted until then."
    ),
    "ri_relation_set_aside": N_(
        "What this person is to the applicant follows from their place in the household, “{role}”: what was said "
        "besides is set aside."
    ),
    "ri_presence_assumed": N_(
        "This child lives here {percent} % of the time: taken as living here regularly, which gives the rate of a "
        "family. If it is only now and then, the rate is a lower one."
    ),
    "ri_minors_of_whom": N_(
        "A parent of the applicant lives here too: the minors are taken as the applicant’s own children at charge. "
        "Give brothers and sisters the place “Other adult” and say what they are to the applicant."
    ),
    "ri_request_after_day": N_(
        "The request, of {requested_on}, comes after the day of the budget, {day}: the integration income is worked "
        "out for the whole month."
    ),
    "ri_request_assumed": N_(
        "The day of the request is not known: taken as {day}. Article 34 depends on it for those who live here."
    ),
    "ri_revision_assumed": N_(
        "The last revision is not in the case: taken as of {day}, an anniversary of the request. Article 34 depends on "
        "it for those who live here."
    ),
    "ri_debtors_share_assumed": N_(
        "Here the CPAS chooses which part of the resources of parents and children of age counts: all of it gives "
        "{all} of integration income, none of it {none}."
    ),
    "ri_benefits_for_applicant": N_("Taken as family benefits for the applicant: they count since 1 March 2026."),
    "ri_benefits_not_for_applicant": N_(
        "Taken as family benefits for the minors who live here. What is received for the applicant counts since "
        "1 March 2026."
    ),
}
"""The sentence for each finding about a case."""
USUAL: dict[str, str] = {
    "children_at_charge": N_("the children are at charge"),
    "own_incomes": N_("an income of nobody in particular is the applicant’s"),
    "exemption_unused": N_("the exemption of article 35 was never used before"),
    "student_project": N_("the student has an individual project (PIIS)"),
    "no_grant": N_("the student has no study grant"),
}
"""What is usual and was not asked."""


def usual_words(listed: str) -> str:
    """One sentence for everything usual that was assumed; ``listed`` holds the codes, joined by commas."""
    told = join_list([_(USUAL[code]) for code in listed.split(",")])
    return _("For the integration income it is assumed that {assumed}.").format(assumed=told)


def not_computed_words(because: str) -> str:
    """Why no integration income is worked out; ``because`` is a whole sentence."""
    return _("No integration income is worked out. {because}").format(because=because)

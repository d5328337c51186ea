"""The steps from a deficit to a proposal of aid in words."""

from __future__ import annotations

from redi_desktop.engine.aid import NoAid
from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.policy import RoundingMode
from redi_desktop.formatting import money, percent
from redi_desktop.i18n import N_, ngettext
from redi_desktop.i18n import gettext as _
from redi_desktop.words import counts
from redi_desktop.words.explaining import Persons, Say, amount_of, decimal_of, text_of, with_reason

NONE_BECAUSE: dict[NoAid, str] = {
    NoAid.NO_DEFICIT: N_("No aid is proposed: what comes in covers the budget."),
    NoAid.OUTSIDE_TARGET_GROUP: N_("No aid is proposed: the household is outside the policy's target group."),
    NoAid.NOTHING_COVERED: N_("No aid is proposed: the policy covers nothing of what is missing."),
    NoAid.WORK_INCENTIVE: N_("No aid is proposed: working must still bring the gain that the policy asks for."),
    NoAid.TOTAL_AID_CEILING: N_("No aid is proposed: the ceiling on all aid together is reached."),
    NoAid.ROUNDED_TO_NOTHING: N_("No aid is proposed: rounding leaves nothing of so small an amount."),
    NoAid.TOO_SMALL: N_("No aid is proposed: the amount is below the smallest that is paid."),
}
_TARGET: dict[str, str] = {
    "tenure": N_("The policy is for other kinds of dwelling."),
    "income": N_("The policy is for other kinds of income."),
    "activity": N_("The policy leaves out what the applicant does."),
}
_NOT_ASKED: dict[str, str] = {
    "somebody_works": N_("The work incentive does not bear on this household: an adult works."),
    "nobody_could_work": N_("The work incentive does not bear on this household: no adult could work."),
}
_ROUNDED: dict[RoundingMode, str] = {
    RoundingMode.DOWN: N_("Rounded down to a multiple of {step}: {amount}."),
    RoundingMode.UP: N_("Rounded up to a multiple of {step}: {amount}."),
    RoundingMode.NEAREST: N_("Rounded to the nearest multiple of {step}: {amount}."),
}


def _deficit(node: Explanation, persons: Persons) -> str:
    return _("What is missing each month: {amount}.").format(amount=amount_of(node))


def _coverage(node: Explanation, persons: Persons) -> str:
    return _("The policy covers {share} of it: {amount}.").format(
        share=percent(decimal_of(node, "share")), amount=amount_of(node)
    )


def _ceiling(node: Explanation, persons: Persons) -> str:
    words = _("Ceiling for {persons}: {ceiling} per month; that leaves {amount}.")
    return words.format(
        persons=counts.persons(int(text_of(node, "persons"))),
        ceiling=money(decimal_of(node, "ceiling")),
        amount=amount_of(node),
    )


def _work_incentive(node: Explanation, persons: Persons) -> str:
    words = _(
        "Work incentive: a full-time wage of {wage} and child benefit of {child_benefit}, less {minimum_gain}, "
        "less the {income} that comes in, leaves room for {room}; that leaves {amount}."
    )
    if decimal_of(node, "left") < 0:
        words = _(
            "Work incentive: a full-time wage of {wage} and child benefit of {child_benefit}, less {minimum_gain}, "
            "less the {income} that comes in, makes {left}: there is no room for aid."
        )
    names = ("wage", "child_benefit", "minimum_gain", "income", "room", "left")
    return words.format(amount=amount_of(node), **{name: money(decimal_of(node, name)) for name in names})


def _total_aid(node: Explanation, persons: Persons) -> str:
    words = _("Ceiling on all aid together: {ceiling}, of which {received} is already received; that leaves {amount}.")
    return words.format(
        ceiling=money(decimal_of(node, "ceiling")), received=money(decimal_of(node, "received")), amount=amount_of(node)
    )


def _rounding(node: Explanation, persons: Persons) -> str:
    words = _(_ROUNDED[RoundingMode(text_of(node, "mode"))])
    return words.format(step=money(decimal_of(node, "step")), amount=amount_of(node))


def _smallest(node: Explanation, persons: Persons) -> str:
    words = _("Below {smallest}, the smallest amount that is paid: no aid.")
    return words.format(smallest=money(decimal_of(node, "smallest")))


def _smallest_reached(node: Explanation, persons: Persons) -> str:
    words = _("{amount} is not below {smallest}, the smallest amount that is paid.")
    return words.format(amount=amount_of(node), smallest=money(decimal_of(node, "smallest")))


def _no_work_incentive(node: Explanation, persons: Persons) -> str:
    return _(_NOT_ASKED[text_of(node, "because")])


def _in_target_group(node: Explanation, persons: Persons) -> str:
    return _("The household belongs to the policy's target group.")


def _target_group(node: Explanation, persons: Persons) -> str:
    return _(_TARGET[text_of(node, "because")])


def _worker(node: Explanation, persons: Persons) -> str:
    words = _("The worker proposes {amount} in the place of {computed}.")
    text = words.format(amount=amount_of(node), computed=money(decimal_of(node, "computed")))
    return with_reason(text, node)


def _proposal(node: Explanation, persons: Persons) -> str:
    return _("Proposed aid: {amount} per month, a starting point for judgement.").format(amount=amount_of(node))


def _none(node: Explanation, persons: Persons) -> str:
    return _(NONE_BECAUSE[NoAid(text_of(node, "because"))])


def _over_duration(node: Explanation, persons: Persons) -> str:
    months = int(text_of(node, "months"))
    words = ngettext(
        "In all, {monthly} for {count} month: {amount}.", "In all, {monthly} for {count} months: {amount}.", months
    )
    text = words.format(monthly=money(decimal_of(node, "monthly")), count=months, amount=amount_of(node))
    if "envelope" not in node.values:
        return text
    words = _("{sentence} The envelope of the year is {envelope}: it is shown and cuts no amount.")
    return words.format(sentence=text, envelope=money(decimal_of(node, "envelope")))


def _subsidised(node: Explanation, persons: Persons) -> str:
    words = _("The subsidy pays {amount}: the lower of what is proposed, {proposed}, and computed, {computed}.")
    names = ("proposed", "computed")
    return words.format(amount=amount_of(node), **{name: money(decimal_of(node, name)) for name in names})


def _policy_share(node: Explanation, persons: Persons) -> str:
    words = _("The worker accepts {accepted} of this debt; the policy lets {share} of it count.")
    return words.format(accepted=percent(decimal_of(node, "accepted")), share=percent(decimal_of(node, "share")))


EXPLANATIONS: dict[str, Say] = {
    "aid.proposal": _proposal,
    "aid.none": _none,
    "aid.deficit": _deficit,
    "aid.target_group": _target_group,
    "aid.in_target_group": _in_target_group,
    "aid.coverage": _coverage,
    "aid.ceiling": _ceiling,
    "aid.work_incentive": _work_incentive,
    "aid.no_work_incentive": _no_work_incentive,
    "aid.total_aid": _total_aid,
    "aid.rounding": _rounding,
    "aid.smallest_amount": _smallest,
    "aid.smallest_reached": _smallest_reached,
    "debt.policy_share": _policy_share,
    "aid.worker": _worker,
    "aid.over_duration": _over_duration,
    "aid.subsidised": _subsidised,
}

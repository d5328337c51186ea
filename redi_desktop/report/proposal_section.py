"""The proposal of aid with every step from the deficit, and its conditions."""

from __future__ import annotations

from redi_desktop.engine.aid import Proposal
from redi_desktop.engine.money import ZERO
from redi_desktop.engine.policy import Policy, Scheme
from redi_desktop.formatting import date_short, join_list, money
from redi_desktop.i18n import _
from redi_desktop.report.content import (
    Block,
    Column,
    Heading,
    Paragraph,
    Particulars,
    Row,
    RowKind,
    Table,
    Tone,
)
from redi_desktop.report.occasion import months_words
from redi_desktop.report.reported import Reported, yes_no
from redi_desktop.words.explanations import sentence
from redi_desktop.words.pack_texts import in_language
from redi_desktop.words.vocabulary import label, within_sentence


def proposal_section(reported: Reported) -> list[Block]:
    """What is proposed and how it came about."""
    proposal = reported.assessment.proposal
    return [
        Heading(_("Proposal of aid")),
        Paragraph(sentence(proposal.explanation, reported.persons), Tone.LEAD),
        _steps(reported, proposal),
        *_conditions(proposal),
    ]


def _steps(reported: Reported, proposal: Proposal) -> Table:
    columns = (Column(_("Step")), Column(_("Leaves"), amounts=True))
    parts = proposal.explanation.parts
    rows = [Row((sentence(part, reported.persons), money(part.amount or ZERO))) for part in parts]
    total = Row((_("Proposed per month"), money(proposal.amount)), RowKind.TOTAL)
    return Table(_("From what is missing to what is proposed, in euro per month"), columns, (*rows, total))


def _conditions(proposal: Proposal) -> list[Block]:
    policy = proposal.policy
    if policy is None:
        return [Paragraph(_("No policy of the CPAS is used: the proposal is what is missing."), Tone.QUIET)]
    pairs = [(_("Policy"), _policy_words(policy)), *_duration(proposal, policy), *_funding(proposal, policy)]
    pairs.append((_("Activation is asked"), yes_no(policy.activation.required)))
    if policy.activation.required and policy.activation.exemptions:
        exempt = join_list(sorted(within_sentence(label(reason)) for reason in policy.activation.exemptions))
        pairs.append((_("Exempt for"), exempt))
    return [Heading(_("Conditions"), 3), Particulars(tuple(pairs))]


def _policy_words(policy: Policy) -> str:
    words = _("{title}, version {version}, adopted on {day}")
    return words.format(title=in_language(policy.title), version=policy.version, day=date_short(policy.adopted_on))


def _duration(proposal: Proposal, policy: Policy) -> list[tuple[str, str]]:
    pairs = []
    if policy.aid.duration_months:
        pairs.append((_("For how long"), months_words(policy.aid.duration_months)))
    if proposal.over_duration:
        pairs.append((_("In all, over this time"), money(proposal.over_duration)))
    if policy.aid.review_after_months:
        pairs.append((_("To be looked at again after"), months_words(policy.aid.review_after_months)))
    return pairs


def _funding(proposal: Proposal, policy: Policy) -> list[tuple[str, str]]:
    pairs = []
    if policy.funding.scheme is Scheme.SUBSIDY and proposal.subsidised is not None:
        pairs.append((_("Part paid by the subsidy"), money(proposal.subsidised)))
    if policy.funding.envelope_per_year is not None:
        pairs.append((_("Envelope of the CPAS per year"), money(policy.funding.envelope_per_year)))
    return pairs

"""What is wrong or missing in one person's means, named by its place in the public JSON form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from redi_desktop.engine.amount_checks import check_amount, duplicate_ids
from redi_desktop.engine.findings import Finding, error
from redi_desktop.engine.integration_income.exemption_checks import check_exemption
from redi_desktop.engine.integration_income.facts import (
    Account,
    HousingPaid,
    Means,
    RealProperty,
    Resource,
    Transfer,
    Work,
)
from redi_desktop.engine.integration_income.kinds import COUNTED, IN_ITS_MONTH, ResourceKind, Right, WorkKind
from redi_desktop.engine.integration_income.parameters import Law
from redi_desktop.engine.money import Period

MOST_HOLDERS = 20


def check_means(means: Means, place: str, birth: date | None, birth_field: str, law: Law) -> Iterator[Finding]:
    """Findings on every article of a person's means; ``place`` is the path of the means."""
    yield from check_resources(means.resources, f"{place}.resources")
    yield from _check_work(means.work, f"{place}.work")
    if means.work_exemption is not None:
        yield from check_exemption(means.work_exemption, f"{place}.work_exemption", birth, birth_field, law)
    yield from _check_properties(means.properties, f"{place}.properties")
    yield from _check_accounts(means.accounts, f"{place}.accounts")
    yield from _check_transfers(means.transfers, f"{place}.transfers", law.day)
    yield from _check_housing(means.housing_paid, f"{place}.housing_paid")


def check_share(share: Decimal, field: str, zero_allowed: bool = False) -> Iterator[Finding]:
    """An error for a part that is not between 0 and 1 (0 itself only where it makes sense)."""
    fits = share.is_finite() and 0 <= share <= 1 and (zero_allowed or share > 0)
    if not fits:
        yield error("ri_share_out_of_range", field)


def check_resources(resources: Sequence[Resource], place: str) -> Iterator[Finding]:
    """Findings on the resources of articles 16 and 22."""
    yield from duplicate_ids(place, [resource.id for resource in resources])
    for number, resource in enumerate(resources):
        field = f"{place}[{number}]"
        if resource.kind is None:
            yield error("missing", f"{field}.kind")
        yield from check_amount(resource.amount, f"{field}.amount")
        yield from check_amount(resource.seized, f"{field}.seized")
        if resource.period is Period.ONCE and resource.kind in COUNTED - IN_ITS_MONTH:
            yield error("ri_once", f"{field}.period")
        if resource.kind is ResourceKind.ALE_CHEQUES:
            yield from _check_cheques(resource, f"{field}.cheques")


def _check_cheques(resource: Resource, field: str) -> Iterator[Finding]:
    if resource.cheques is None:
        yield error("ri_cheques_missing", field)
    else:
        yield from check_amount(resource.cheques, field)


def _check_work(work: Sequence[Work], place: str) -> Iterator[Finding]:
    yield from duplicate_ids(place, [job.id for job in work])
    for number, job in enumerate(work):
        field = f"{place}[{number}]"
        if job.kind is None:
            yield error("missing", f"{field}.kind")
        yield from check_amount(job.amount, f"{field}.amount")
        if job.period is Period.ONCE:
            yield error("ri_once", f"{field}.period")
        yield from _check_business(job, field)


def _check_business(job: Work, field: str) -> Iterator[Finding]:
    for name in ("business_transfer", "deceased_spouse_income"):
        amount: Decimal = getattr(job, name)
        yield from check_amount(amount, f"{field}.{name}")
        if amount != 0 and job.kind is not WorkKind.SELF_EMPLOYED:
            yield error("ri_self_employed_only", f"{field}.{name}")
    comparable = job.amount is not None and job.amount.is_finite() and job.business_transfer.is_finite()
    if comparable and job.amount is not None and job.business_transfer > job.amount:
        yield error("ri_business_transfer_too_high", f"{field}.business_transfer", amount=job.amount)


def _check_properties(properties: Sequence[RealProperty], place: str) -> Iterator[Finding]:
    yield from duplicate_ids(place, [one.id for one in properties])
    for number, one in enumerate(properties):
        field = f"{place}[{number}]"
        if one.kind is None:
            yield error("missing", f"{field}.kind")
        if one.cadastral_income is None:
            yield error("ri_cadastral_income_missing", f"{field}.cadastral_income")
        else:
            yield from check_amount(one.cadastral_income, f"{field}.cadastral_income")
        yield from check_share(one.share, f"{field}.share")
        yield from check_amount(one.mortgage_interest, f"{field}.mortgage_interest")
        yield from check_amount(one.life_annuity, f"{field}.life_annuity")
        if one.rent is not None:
            yield from check_amount(one.rent, f"{field}.rent")
        if one.period is Period.ONCE:
            yield error("ri_once", f"{field}.period")


def _check_accounts(accounts: Sequence[Account], place: str) -> Iterator[Finding]:
    yield from duplicate_ids(place, [account.id for account in accounts])
    for number, account in enumerate(accounts):
        field = f"{place}[{number}]"
        yield from check_amount(account.amount, f"{field}.amount")
        if not 1 <= account.holders <= MOST_HOLDERS:
            yield error("ri_holders_out_of_range", f"{field}.holders", holders=account.holders, most=MOST_HOLDERS)
        elif account.partner_is_holder and account.holders == 1 and account.share is None:
            yield error("ri_holders_with_partner", f"{field}.holders")
        if account.share is not None:
            yield from check_share(account.share, f"{field}.share")


def _check_transfers(transfers: Sequence[Transfer], place: str, day: date) -> Iterator[Finding]:
    yield from duplicate_ids(place, [transfer.id for transfer in transfers])
    for number, transfer in enumerate(transfers):
        field = f"{place}[{number}]"
        if transfer.transferred_on is None:
            yield error("ri_transfer_date_missing", f"{field}.transferred_on")
        elif transfer.transferred_on > day:
            yield error("ri_date_after", f"{field}.transferred_on", date=transfer.transferred_on, day=day)
        yield from check_amount(transfer.value, f"{field}.value")
        yield from check_share(transfer.share, f"{field}.share")
        yield from check_amount(transfer.debts, f"{field}.debts")
        if transfer.right is Right.BARE:
            yield error("ri_bare_transfer", f"{field}.right")
        if transfer.for_consideration is None:
            yield error("ri_consideration_missing", f"{field}.for_consideration")
        elif transfer.for_consideration and transfer.sole_home is None and transfer.equity_amount is None:
            yield error("ri_sole_home_missing", f"{field}.sole_home")
        if transfer.equity_amount is not None:
            yield from check_amount(transfer.equity_amount, f"{field}.equity_amount")
            if not transfer.reason.strip():
                yield error("ri_equity_reason", f"{field}.reason")


def _check_housing(housing: Sequence[HousingPaid], place: str) -> Iterator[Finding]:
    yield from duplicate_ids(place, [paid.id for paid in housing])
    for number, paid in enumerate(housing):
        field = f"{place}[{number}]"
        yield from check_amount(paid.amount, f"{field}.amount")
        if paid.payer_cohabits is None:
            yield error("ri_payer_missing", f"{field}.payer_cohabits")
        if paid.period is Period.ONCE:
            yield error("ri_once", f"{field}.period")

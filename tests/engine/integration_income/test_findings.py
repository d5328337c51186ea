"""Facts that cannot be right give no number: each names its field; nothing is taken silently."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from redi_desktop.engine.findings import BadFacts, Severity
from redi_desktop.engine.integration_income.compute import compute
from redi_desktop.engine.integration_income.facts import (
    Account,
    Child,
    Cohabitant,
    Debtors,
    ExemptedPeriod,
    FamilyBenefits,
    HousingPaid,
    Means,
    RealProperty,
    Resource,
    Situation,
    Transfer,
    Work,
    WorkExemption,
)
from redi_desktop.engine.integration_income.kinds import (
    Category,
    ExemptionKind,
    PropertyKind,
    Relation,
    ResourceKind,
    Right,
    WorkKind,
)
from redi_desktop.engine.money import Period
from redi_desktop.words.findings import sentence as finding_sentence
from redi_desktop.words.integration_income import FINDINGS
from tests.engine.integration_income.incomes import DAY, complaints, facts_of, mother, pension, remarks, tables, wage
from tests.engine.integration_income.incomes import income_of as computed

EURO = Decimal(1)
REFORMED = date(2026, 5, 15)
ASKED: dict[str, Any] = {"requested_on": date(2026, 4, 20), "situation": Situation(cohabits=True)}
STUDENT, STANDARD = ExemptionKind.STUDENT, ExemptionKind.STANDARD


def means(**rows: Any) -> dict[str, Any]:
    return {"requested_on": date(2025, 2, 1), "means": Means(**rows)}


def child(**told: Any) -> dict[str, Any]:
    known: dict[str, Any] = {"birth_date": date(2015, 1, 1), "at_charge": True}
    return {"situation": Situation(cohabits=False, children=(Child(id="c", **(known | told)),))}


def claim(**told: Any) -> dict[str, Any]:
    known: dict[str, Any] = {"kind": STANDARD, "exempted_periods": ()}
    return means(work=(wage("100"),), work_exemption=WorkExemption(**(known | told)))


def used(start: date | None, end: date | None = None) -> ExemptedPeriod:
    return ExemptedPeriod(start=start, end=end)


def cohabitant(**told: Any) -> dict[str, Any]:
    return {"situation": Situation(cohabits=True), "cohabitants": (Cohabitant(id="c", **told),)}


def built(**told: Any) -> dict[str, Any]:
    known: dict[str, Any] = {"kind": PropertyKind.BUILT, "cadastral_income": EURO}
    return means(properties=(RealProperty(id="p", **(known | told)),))


def sold(**told: Any) -> dict[str, Any]:
    known: dict[str, Any] = {"transferred_on": date(2020, 1, 1), "value": EURO, "for_consideration": True}
    return means(transfers=(Transfer(id="t", **({"sole_home": False} | known | told)),))


def benefits(**told: Any) -> dict[str, Any]:
    parent = mother("0", family_benefits=FamilyBenefits(**({"amount": Decimal(100)} | told)))
    return ASKED | {"cohabitants": (parent,)}


def couple_with_one_account() -> dict[str, Any]:
    """A couple with a child and one account of both, typed under each of them."""
    joint = Account(id="a", amount=Decimal(14000), holders=2, partner_is_holder=True)
    partner = Cohabitant(id="p", relation=Relation.PARTNER, means=Means(accounts=(joint,)))
    return child() | means(accounts=(joint,)) | {"cohabitants": (partner,), "situation": family()}


def family() -> Situation:
    return Situation(children=(Child(id="c", birth_date=date(2015, 1, 1), at_charge=True),))


NEARLY_USED = ExemptedPeriod(start=date(2022, 2, 15), end=date(2025, 2, 9))
RESOURCE, JOB, ACCOUNT, TRANSFER = "means.resources[0]", "means.work[0]", "means.accounts[0]", "means.transfers[0]"
DOUBTFUL: list[tuple[str, str, dict[str, Any]]] = [
    ("ri_applicant_minor", "birth_date", {"birth_date": date(2011, 1, 1)}),
    (
        "ri_homeless_and_cohabits",
        "situation.homeless_with_project",
        {"situation": Situation(cohabits=True, homeless_with_project=True)},
    ),
    ("ri_child_of_age", "situation.children[0].birth_date", child(birth_date=date(1995, 1, 1))),
    ("ri_generations_close", "situation.children[0].birth_date", child() | {"birth_date": date(2014, 1, 1)}),
    ("ri_work_exemption_not_asked", "means.work_exemption", means(work=(wage("600"),))),
    ("ri_exemption_ends", "means.work_exemption.exempted_periods", claim(exempted_periods=(NEARLY_USED,))),
    ("ri_account_twice", "cohabitants[0].means.accounts[0].amount", couple_with_one_account()),
    ("ri_means_of_cohabitant_missing", "cohabitants[0].means", cohabitant(relation=Relation.PARTNER, claims=False)),
]
"""What gives a result and must be read with it."""
WRONG: list[tuple[str, str, dict[str, Any]]] = [
    ("ri_date_missing", "reference_date", {"day": None}),
    ("ri_date_before_tables", "reference_date", {"day": date(2020, 12, 31)}),
    ("ri_date_after", "requested_on", {"requested_on": date(2025, 3, 1)}),
    ("ri_date_after", "revised_on", {"revised_on": date(2025, 3, 1)}),
    ("ri_date_after", "right_from", {"right_from": date(2025, 3, 1)}),
    ("birth_in_future", "birth_date", {"birth_date": date(2030, 1, 1)}),
    ("age_impossible", "birth_date", {"birth_date": date(1890, 1, 1)}),
    ("ri_cohabits_missing", "situation.cohabits", {"situation": Situation()}),
    ("ri_category_reason", "situation.reason", {"situation": Situation(cohabits=True, category=Category.SINGLE)}),
    ("missing", "situation.children[0].birth_date", child(birth_date=None)),
    ("birth_in_future", "situation.children[0].birth_date", child(birth_date=date(2026, 1, 1))),
    ("ri_at_charge_missing", "situation.children[0].at_charge", child(at_charge=None)),
    ("ri_share_out_of_range", "situation.children[0].custody_share", child(custody_share=Decimal(0), at_charge=False)),
    ("ri_share_out_of_range", "situation.children[0].custody_share", child(custody_share=Decimal("1.5"))),
    ("ri_share_out_of_range", "situation.children[0].custody_share", child(custody_share=Decimal("NaN"))),
    ("ri_presence_missing", "situation.children[0].regular_presence", child(custody_share=Decimal("0.3"))),
    ("missing", f"{RESOURCE}.kind", means(resources=(Resource(id="r", amount=EURO),))),
    ("missing", f"{RESOURCE}.amount", means(resources=(Resource(id="r", kind=ResourceKind.PENSION),))),
    ("negative_amount", f"{RESOURCE}.amount", means(resources=(pension("-1"),))),
    ("not_a_number", f"{RESOURCE}.amount", means(resources=(pension("NaN"),))),
    ("not_a_number", f"{RESOURCE}.amount", means(resources=(pension("Infinity"),))),
    ("amount_too_large", f"{RESOURCE}.amount", means(resources=(pension("1000000.01"),))),
    ("negative_amount", f"{RESOURCE}.seized", means(resources=(pension("1", seized=Decimal(-1)),))),
    ("ri_once", f"{RESOURCE}.period", means(resources=(pension("1", period=Period.ONCE),))),
    ("duplicate_id", "means.resources[1].id", means(resources=(pension("1"), pension("2")))),
    (
        "ri_cheques_missing",
        f"{RESOURCE}.cheques",
        means(resources=(Resource(id="r", kind=ResourceKind.ALE_CHEQUES, amount=EURO),)),
    ),
    ("missing", f"{JOB}.kind", means(work=(Work(id="w", amount=EURO),))),
    ("negative_amount", f"{JOB}.amount", means(work=(wage("-1"),))),
    ("ri_once", f"{JOB}.period", means(work=(wage("1", period=Period.ONCE),))),
    ("ri_self_employed_only", f"{JOB}.business_transfer", means(work=(wage("1", business_transfer=EURO),))),
    ("ri_self_employed_only", f"{JOB}.deceased_spouse_income", means(work=(wage("1", deceased_spouse_income=EURO),))),
    (
        "ri_business_transfer_too_high",
        f"{JOB}.business_transfer",
        means(work=(Work(id="w", kind=WorkKind.SELF_EMPLOYED, amount=EURO, business_transfer=Decimal(2)),)),
    ),
    ("missing", "means.work_exemption.kind", claim(kind=None)),
    ("ri_exempted_periods_missing", "means.work_exemption.exempted_periods", claim(exempted_periods=None)),
    (
        "ri_period_start_missing",
        "means.work_exemption.exempted_periods[0].start",
        claim(exempted_periods=(used(None),)),
    ),
    (
        "ri_date_after",
        "means.work_exemption.exempted_periods[0].start",
        claim(exempted_periods=(used(date(2025, 3, 1)),)),
    ),
    (
        "ri_period_swapped",
        "means.work_exemption.exempted_periods[0].end",
        claim(exempted_periods=(used(date(2024, 3, 1), date(2024, 2, 1)),)),
    ),
    (
        "ri_periods_overlap",
        "means.work_exemption.exempted_periods[0].start",
        claim(exempted_periods=(used(date(2024, 3, 1), date(2024, 4, 1)), used(date(2024, 1, 1), date(2024, 3, 1)))),
    ),
    (
        "ri_project_missing",
        "means.work_exemption.individual_project",
        claim(kind=STUDENT) | {"birth_date": date(2004, 1, 1)},
    ),
    ("missing", "birth_date", claim(kind=STUDENT, individual_project=True)),
    (
        "ri_grant_holder_missing",
        "means.work_exemption.grant_holder",
        {
            "day": date(2021, 10, 1),
            "birth_date": date(2002, 1, 1),
            "means": Means(work_exemption=WorkExemption(kind=STUDENT, individual_project=True)),
        },
    ),
    (
        "ri_shortage_too_early",
        "means.work_exemption.kind",
        {
            "day": date(2023, 12, 31),
            "means": Means(
                work_exemption=WorkExemption(kind=ExemptionKind.SHORTAGE, exempted_periods=(), attested=True)
            ),
        },
    ),
    ("ri_attested_missing", "means.work_exemption.attested", claim(kind=ExemptionKind.SHORTAGE)),
    ("missing", "means.properties[0].kind", built(kind=None)),
    ("ri_cadastral_income_missing", "means.properties[0].cadastral_income", built(cadastral_income=None)),
    ("negative_amount", "means.properties[0].rent", built(rent=Decimal(-1))),
    ("negative_amount", "means.properties[0].mortgage_interest", built(mortgage_interest=Decimal(-1))),
    ("negative_amount", "means.properties[0].life_annuity", built(life_annuity=Decimal(-1))),
    ("ri_share_out_of_range", "means.properties[0].share", built(share=Decimal(2))),
    ("ri_once", "means.properties[0].period", built(period=Period.ONCE)),
    ("missing", f"{ACCOUNT}.amount", means(accounts=(Account(id="a"),))),
    ("ri_holders_out_of_range", f"{ACCOUNT}.holders", means(accounts=(Account(id="a", amount=EURO, holders=0),))),
    (
        "ri_holders_with_partner",
        f"{ACCOUNT}.holders",
        means(accounts=(Account(id="a", amount=EURO, partner_is_holder=True),)),
    ),
    ("ri_share_out_of_range", f"{ACCOUNT}.share", means(accounts=(Account(id="a", amount=EURO, share=Decimal(-1)),))),
    (
        "ri_transfer_date_missing",
        f"{TRANSFER}.transferred_on",
        sold(transferred_on=None),
    ),
    (
        "ri_date_after",
        f"{TRANSFER}.transferred_on",
        sold(transferred_on=date(2025, 3, 1)),
    ),
    ("missing", f"{TRANSFER}.value", sold(value=None)),
    (
        "ri_consideration_missing",
        f"{TRANSFER}.for_consideration",
        sold(for_consideration=None),
    ),
    ("ri_bare_transfer", f"{TRANSFER}.right", sold(right=Right.BARE)),
    ("negative_amount", f"{TRANSFER}.debts", sold(debts=Decimal(-1))),
    ("ri_equity_reason", f"{TRANSFER}.reason", sold(equity_amount=EURO)),
    ("ri_requested_on_missing", "requested_on", sold() | {"requested_on": None}),
    (
        "ri_payer_missing",
        "means.housing_paid[0].payer_cohabits",
        means(housing_paid=(HousingPaid(id="h", amount=EURO),)),
    ),
    (
        "ri_once",
        "means.housing_paid[0].period",
        means(housing_paid=(HousingPaid(id="h", amount=EURO, payer_cohabits=False, period=Period.ONCE),)),
    ),
    (
        "ri_lives_alone_with_others",
        "situation.cohabits",
        {"cohabitants": (Cohabitant(id="c", relation=Relation.FRIEND),)},
    ),
    (
        "several_partners",
        "cohabitants",
        {
            "situation": Situation(cohabits=True),
            "cohabitants": tuple(Cohabitant(id=one, relation=Relation.PARTNER, claims=True) for one in "ab"),
        },
    ),
    ("ri_relation_missing", "cohabitants[0].relation", cohabitant()),
    ("ri_claims_missing", "cohabitants[0].claims", cohabitant(relation=Relation.PARTNER)),
    ("missing", "cohabitants[0].birth_date", cohabitant(relation=Relation.PARENT)),
    ("birth_in_future", "cohabitants[0].birth_date", cohabitant(relation=Relation.FRIEND, birth_date=date(2030, 1, 1))),
    (
        "negative_amount",
        "cohabitants[0].integration_income",
        cohabitant(relation=Relation.FRIEND, integration_income=Decimal(-1)),
    ),
    ("ri_children_out_of_range", "cohabitants[0].children", cohabitant(relation=Relation.FRIEND, children=-1)),
    (
        "negative_amount",
        "cohabitants[0].means.resources[0].amount",
        cohabitant(relation=Relation.FRIEND, means=Means(resources=(pension("-1"),))),
    ),
    (
        "ri_benefits_of_non_debtor",
        "cohabitants[0].family_benefits",
        cohabitant(relation=Relation.SIBLING, family_benefits=FamilyBenefits(amount=EURO)),
    ),
    ("ri_once", "cohabitants[0].family_benefits.period", {"day": REFORMED} | benefits(period=Period.ONCE)),
    ("missing", "cohabitants[0].family_benefits.amount", {"day": REFORMED} | benefits(amount=None)),
    (
        "ri_supplements_too_high",
        "cohabitants[0].family_benefits.amount",
        {"day": REFORMED} | benefits(disability_supplement=Decimal(60), other_supplements=Decimal(60)),
    ),
    (
        "ri_applicants_out_of_range",
        "debtors.applicants",
        {"day": REFORMED} | ASKED | {"cohabitants": (mother("1"),), "debtors": Debtors(applicants=0)},
    ),
    (
        "ri_share_out_of_range",
        "debtors.counted_share",
        {"day": REFORMED}
        | ASKED
        | {"cohabitants": (mother("1"),), "debtors": Debtors(counted_share=Decimal(2), reason="x")},
    ),
    (
        "ri_debtors_share_missing",
        "debtors.counted_share",
        {"situation": Situation(cohabits=True), "cohabitants": (mother("1"),)},
    ),
    ("ri_right_before_request", "right_from", {"requested_on": DAY, "right_from": date(2025, 2, 1)}),
    ("ri_revised_before_request", "revised_on", {"requested_on": DAY, "revised_on": date(2025, 2, 1)}),
    ("ri_sole_home_missing", f"{TRANSFER}.sole_home", sold(sole_home=None)),
    ("ri_benefit_recipient_missing", "situation.children[0].benefit_recipient", child() | built()),
    (
        "ri_generations_swapped",
        "cohabitants[0].birth_date",
        cohabitant(relation=Relation.PARENT, birth_date=date(2000, 1, 1)) | {"birth_date": date(1990, 1, 1)},
    ),
    (
        "ri_equity_reason",
        "debtors.reason",
        {"day": REFORMED} | ASKED | {"cohabitants": (mother("1"),), "debtors": Debtors(counted_share=Decimal("0.5"))},
    ),
]


@pytest.mark.parametrize(("code", "field", "told"), WRONG, ids=[f"{code} {field}" for code, field, _ in WRONG])
def test_what_is_wrong_is_named(code, field, told):
    assert complaints(**told).get(field) == code


@pytest.mark.parametrize(("code", "field", "told"), DOUBTFUL, ids=[code for code, _field, _ in DOUBTFUL])
def test_what_is_doubtful_gives_a_result_and_is_named(code, field, told):
    found = remarks(computed(**told))
    assert (code, field) in [(one.code, one.field) for one in found]
    assert all("{" not in finding_sentence(one) for one in found)


def test_an_income_that_is_said_not_to_be_covered_raises_no_question():
    assert remarks(computed(**means(work=(wage("600", exemption=False),)))) == []


def test_the_last_day_of_the_exemption_is_named():
    ends = next(one for one in remarks(computed(**claim(exempted_periods=(NEARLY_USED,)))) if one.values)
    assert ends.values == {"last_day": date(2025, 2, 19)}


def test_everything_wrong_is_said_at_once():
    wrong = complaints(means=Means(resources=(pension("-1"),), work=(wage("NaN"),)), situation=Situation())
    assert wrong == {
        "means.resources[0].amount": "negative_amount",
        "means.work[0].amount": "not_a_number",
        "situation.cohabits": "ri_cohabits_missing",
    }


def test_after_the_last_month_of_the_tables_the_result_is_marked():
    found = remarks(computed(date(2027, 1, 1)))
    assert [(one.severity, one.code) for one in found] == [(Severity.WARNING, "ri_tables_expired")]


def test_a_choice_of_the_cpas_without_a_reason_is_a_warning_before_the_reform():
    found = remarks(
        computed(
            situation=Situation(cohabits=True), cohabitants=(mother("1"),), debtors=Debtors(counted_share=Decimal(1))
        )
    )
    assert [(one.code, one.field) for one in found] == [("reason_missing", "debtors.reason")]


def test_a_file_whose_yearly_revision_is_overdue_is_marked():
    result = computed(
        date(2027, 4, 1),
        requested_on=date(2025, 11, 3),
        situation=Situation(cohabits=True),
        cohabitants=(mother("1"),),
        debtors=Debtors(counted_share=Decimal(1), reason="as decided"),
    )
    assert {one.code for one in remarks(result)} == {"ri_tables_expired", "ri_old_article_34", "ri_revision_due"}


def test_the_date_given_takes_the_place_of_the_facts_own():
    facts = facts_of(date(2025, 2, 15))
    assert compute(facts, tables(), date(2024, 5, 15)).monthly == Decimal("1288.46")
    with pytest.raises(BadFacts):
        compute(dataclasses.replace(facts, reference_date=None), tables())


def test_every_code_has_a_sentence_and_every_sentence_is_used():
    said = {code for code, _field, _told in WRONG} | {"ri_tables_expired", "ri_old_article_34", "ri_revision_due"}
    said |= {code for code, _field, _told in DOUBTFUL}
    assert set(FINDINGS) == {code for code in said if code.startswith("ri_")}


@pytest.mark.parametrize(("code", "field", "told"), WRONG, ids=[f"{code} {field}" for code, field, _ in WRONG])
def test_what_is_wrong_is_said_in_words(code, field, told):
    day = told.get("day", date(2025, 2, 15))
    with pytest.raises(BadFacts) as bad:
        compute(facts_of(day, **{key: value for key, value in told.items() if key != "day"}), tables())
    for finding in bad.value.findings:
        assert "{" not in finding_sentence(finding)

"""What holds for every integration income, whatever the facts."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.integration_income.compute import compute
from redi_desktop.engine.integration_income.facts import (
    Account,
    Cohabitant,
    Debtors,
    HousingPaid,
    IntegrationIncomeFacts,
    Means,
    RealProperty,
    Resource,
    Situation,
    Transfer,
    Work,
    WorkExemption,
)
from redi_desktop.engine.integration_income.kinds import (
    COUNTED,
    Article,
    Category,
    ExemptionKind,
    PropertyKind,
    Relation,
    ResourceKind,
    Right,
    WorkKind,
)
from redi_desktop.engine.money import Period, to_cent
from tests.engine.integration_income.incomes import facts_of, having, pension, tables

MONEY = st.decimals(min_value=0, max_value=5000, places=2)
CAPITAL = st.decimals(min_value=0, max_value=200_000, places=2)
SHARES = st.sampled_from([Decimal(1), Decimal("0.5"), Decimal("0.25"), Decimal("0.3333")])
PERIODS = st.sampled_from([Period.MONTH, Period.YEAR, Period.QUARTER, Period.WEEK])
DAYS = st.dates(date(2021, 1, 1), date(2027, 12, 31))
HALF = settings(max_examples=50)
"""Of the usual number: to draw the facts takes most of the time."""
SAFE_KINDS = sorted(set(ResourceKind) - {ResourceKind.ALE_CHEQUES})


def rows(row: st.SearchStrategy, most: int = 3) -> st.SearchStrategy:
    numbered = st.lists(row, max_size=most)
    return numbered.map(lambda many: tuple(dataclasses.replace(one, id=str(n)) for n, one in enumerate(many)))


RESOURCES = st.builds(
    Resource, id=st.just("x"), kind=st.sampled_from(SAFE_KINDS), amount=MONEY, period=PERIODS, seized=MONEY
)
WORK = st.builds(
    Work, id=st.just("x"), kind=st.sampled_from(list(WorkKind)), amount=MONEY, period=PERIODS, exemption=st.booleans()
)
EXEMPTIONS = st.sampled_from(
    [
        None,
        WorkExemption(kind=ExemptionKind.STANDARD, exempted_periods=()),
        WorkExemption(kind=ExemptionKind.ARTISTIC, exempted_periods=()),
    ]
)
PROPERTIES = st.builds(
    RealProperty,
    id=st.just("x"),
    kind=st.sampled_from(list(PropertyKind)),
    cadastral_income=MONEY,
    right=st.sampled_from(list(Right)),
    share=SHARES,
    own_dwelling=st.booleans(),
    mortgage_interest=MONEY,
    rent=st.none() | MONEY,
)
ACCOUNTS = st.builds(Account, id=st.just("x"), amount=CAPITAL, holders=st.integers(1, 3))
TRANSFERS = st.builds(
    Transfer,
    id=st.just("x"),
    transferred_on=st.dates(date(2008, 1, 1), date(2020, 12, 31)),
    value=CAPITAL,
    right=st.sampled_from([Right.FULL, Right.USUFRUCT]),
    share=SHARES,
    for_consideration=st.booleans(),
    sole_home=st.booleans(),
    debts=CAPITAL,
)
HOUSING = st.builds(HousingPaid, id=st.just("x"), amount=MONEY, payer_cohabits=st.booleans())
MEANS = st.builds(
    Means,
    resources=rows(RESOURCES),
    work=rows(WORK),
    work_exemption=EXEMPTIONS,
    properties=rows(PROPERTIES),
    accounts=rows(ACCOUNTS),
    transfers=rows(TRANSFERS, 2),
    housing_paid=rows(HOUSING, 2),
)
COHABITANTS = st.builds(
    Cohabitant,
    id=st.just("x"),
    relation=st.sampled_from([one for one in Relation if one is not Relation.PARTNER]),
    birth_date=st.dates(date(1940, 1, 1), date(2015, 1, 1)),
    means=MEANS,
)


TOGETHER = rows(COHABITANTS, 2)


@st.composite
def situations(draw: st.DrawFn) -> IntegrationIncomeFacts:
    """Any facts that can be right."""
    day = draw(DAYS)
    return IntegrationIncomeFacts(
        reference_date=day,
        requested_on=day - timedelta(days=draw(st.integers(0, 400))),
        situation=Situation(cohabits=True, category=draw(st.sampled_from(list(Category))), reason="as drawn"),
        means=draw(MEANS),
        cohabitants=draw(TOGETHER),
        debtors=Debtors(counted_share=draw(st.sampled_from([Decimal(0), Decimal("0.5"), Decimal(1)])), reason="drawn"),
    )


@HALF
@given(situations())
def test_the_income_lies_between_nothing_and_the_rate_and_adds_up(facts):
    result = compute(facts, tables())
    assert 0 <= result.yearly <= result.rate.value
    assert result.resources == sum(one.counted for one in result.articles)
    assert all(one.counted >= 0 and one.exempted >= 0 for one in result.articles)
    due = result.rate.value - (result.resources - result.general_exemption)
    assert result.yearly == max(Decimal(0), due)
    assert result.monthly == to_cent(result.yearly / 12)


@HALF
@given(situations())
def test_each_article_stands_once_in_its_order(facts):
    result = compute(facts, tables())
    assert [one.article for one in result.articles] == list(Article)


@HALF
@given(situations())
def test_the_order_of_rows_changes_nothing(facts):
    means = facts.means
    turned = dataclasses.replace(
        means,
        **{
            field.name: getattr(means, field.name)[::-1]
            for field in dataclasses.fields(means)
            if field.name != "work_exemption"
        },
    )
    other = dataclasses.replace(facts, means=turned, cohabitants=facts.cohabitants[::-1])
    first, second = compute(facts, tables()), compute(other, tables())
    counted = [[(one.article, one.counted, one.exempted) for one in result.articles] for result in (first, second)]
    assert counted[0] == counted[1]
    assert first.monthly == second.monthly


@HALF
@given(situations(), MONEY.filter(bool))
def test_a_further_pension_never_raises_the_income(facts, amount):
    further = Resource(id="further", kind=ResourceKind.PENSION, amount=amount)
    means = dataclasses.replace(facts.means, resources=(*facts.means.resources, further))
    before, after = compute(facts, tables()), compute(dataclasses.replace(facts, means=means), tables())
    assert after.monthly <= before.monthly


@HALF
@given(situations())
def test_every_article_that_counts_says_why(facts):
    result = compute(facts, tables())
    resources = next(node for node in result.explanation.walk() if node.rule == "ri.resources")
    told = {str(node.values["article"]): node for node in resources.parts}
    for one in result.articles:
        if one.counted or one.exempted:
            assert told[one.article.value] is one.explanation
            assert one.explanation.parts


@HALF
@given(situations())
def test_every_legal_value_names_its_text_and_where_it_was_found_or_how_computed(facts):
    for node in compute(facts, tables()).explanation.walk():
        if node.rule == "legal.value":
            assert node.values["legal_basis"]
            assert node.values["source"] or node.values["note"]


@given(MONEY, st.sampled_from(sorted(COUNTED)))
def test_an_amount_per_year_is_twelve_times_that_per_month(amount, kind):
    monthly = having(resources=(Resource(id="r", kind=kind, amount=amount),))
    yearly = having(resources=(Resource(id="r", kind=kind, amount=amount * 12, period=Period.YEAR),))
    assert monthly.articles[0].counted == yearly.articles[0].counted == amount * 12


@given(CAPITAL, CAPITAL)
def test_more_capital_never_counts_less(capital, more):
    less, greater = sorted((capital, capital + more))
    counted = [having(accounts=(Account(id="a", amount=one),)).resources for one in (less, greater)]
    assert counted[0] <= counted[1]


def test_nothing_is_computed_with_binary_fractions():
    result = having(resources=(pension("333.33"),), accounts=(Account(id="a", amount=Decimal("7000.10")),))
    for node in result.explanation.walk():
        for value in (node.amount, *node.values.values()):
            assert not isinstance(value, float), (node.rule, value)


def test_a_scenario_with_no_change_changes_nothing():
    facts = facts_of(means=Means(resources=(pension("500"),)))
    first, second = compute(facts, tables()), compute(dataclasses.replace(facts), tables())
    assert (first.monthly, first.explanation) == (second.monthly, second.explanation)
    assert isinstance(first.explanation, Explanation)

"""The integration income that follows from the case, article by article, beside what is received."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from redi_desktop.engine.income import INTEGRATION_INCOME_KINDS
from redi_desktop.engine.integration_income.compute import FirstMonth, IntegrationIncome
from redi_desktop.engine.integration_income.kinds import Article
from redi_desktop.engine.integration_income.yearly import ArticleAmount
from redi_desktop.engine.money import ZERO
from redi_desktop.formatting import date_short, money, signed_money
from redi_desktop.i18n import _
from redi_desktop.report.content import (
    Block,
    Bullets,
    Column,
    Heading,
    NotedText,
    Paragraph,
    Row,
    RowKind,
    Table,
    Tone,
)
from redi_desktop.report.reported import Reported
from redi_desktop.words.explain_integration_income import article_name
from redi_desktop.words.explain_legal import basis_words, doubt_words
from redi_desktop.words.integration_income_kinds import kind_word

_CAPITAL = frozenset({Article.CAPITAL, Article.TRANSFERS})


def integration_income_section(reported: Reported) -> list[Block]:
    """The amount, where the case opens an integration income or somebody receives one; else nothing."""
    income = _of(reported)
    return [] if income is None else [Heading(_("Integration income")), *_beside(income, _received(reported))]


def integration_income_steps(reported: Reported) -> list[Block]:
    """How that amount comes about, article by article."""
    income = _of(reported)
    if income is None:
        return []
    doubts = tuple(dict.fromkeys(doubt_words(doubt) for doubt in income.doubts))
    return [
        Heading(_("Integration income, step by step")),
        _table(income),
        Paragraph(
            _(
                "Worked out from the incomes of this case alone: property, savings and gifts are taken as none, "
                "the work exemption as never used."
            ),
            Tone.QUIET,
        ),
        *([Bullets(doubts)] if doubts else []),
    ]


def _of(reported: Reported) -> IntegrationIncome | None:
    income = reported.assessment.integration_income
    return income if income is not None and (income.monthly or _received(reported)) else None


def _received(reported: Reported) -> Decimal:
    lines = reported.assessment.incomes
    return sum((line.amount for line in lines if line.income.kind in INTEGRATION_INCOME_KINDS), ZERO)


def _beside(income: IntegrationIncome, received: Decimal) -> list[Block]:
    """What is received beside what was worked out, where somebody receives it."""
    computed = money(income.monthly)
    if not received:
        return [Paragraph(_("By the facts of the case: {amount} per month.").format(amount=computed))]
    if received == income.monthly:
        return [Paragraph(_("What is received is what follows from the case: {amount}.").format(amount=computed))]
    words = _("Received: {received}. What follows from the case: {computed}. Difference: {difference}. To check.")
    difference = signed_money(income.monthly - received)
    text = words.format(received=money(received), computed=computed, difference=difference)
    return [Paragraph(text, Tone.ATTENTION)]


def _table(income: IntegrationIncome) -> Table:
    columns = (Column(_("Step"), share=1), Column(_("Per year"), amounts=True))
    rows = [_rate(income), *_articles(income)]
    if income.general_exemption:
        rows.append(Row((_("General exemption (article 22 § 2)"), signed_money(income.general_exemption))))
    rows.append(Row((_yearly_words(income), money(income.yearly)), RowKind.SUBTOTAL))
    rows.append(Row((_("Per month: one twelfth"), money(income.monthly)), RowKind.TOTAL))
    if income.first_month is not None:
        rows.append(Row((_first_month(income.first_month), money(income.first_month.amount))))
    return Table(_("Integration income, step by step"), columns, tuple(rows))


def _rate(income: IntegrationIncome) -> Row:
    rate = income.rate
    words = _("{basis}, in force since {date}")
    note = words.format(basis=basis_words(rate.legal_basis), date=date_short(rate.valid_from))
    name = _("Rate: {category}").format(category=kind_word(income.category))
    return Row((NotedText(name, note), money(rate.value)))


def _articles(income: IntegrationIncome) -> Iterator[Row]:
    for article in income.articles:
        if article.counted or article.exempted:
            counted = signed_money(-article.counted) if article.counted else money(ZERO)
            yield Row((NotedText(article_name(article.article), _exempted(article)), counted))


def _exempted(article: ArticleAmount) -> str:
    if not article.exempted:
        return ""
    words = _("Capital left out: {amount}.") if article.article in _CAPITAL else _("Left out: {amount} per year.")
    return words.format(amount=money(article.exempted))


def _first_month(first: FirstMonth) -> str:
    return _("First month, from {date}").format(date=date_short(first.starts_on))


def _yearly_words(income: IntegrationIncome) -> str:
    return _("Per year") if income.yearly else _("Per year: what counts exceeds the rate")

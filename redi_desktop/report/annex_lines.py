"""Each line of the budget in the annex: the item, how much of it, its price and how that came about, its source."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from redi_desktop.engine.basket_pack import BasketItem
from redi_desktop.engine.baskets import ReferenceLine
from redi_desktop.engine.expense_lines import ExpenseLine
from redi_desktop.engine.money import ZERO, Period
from redi_desktop.engine.needs import Need
from redi_desktop.engine.prices import ONE, PriceAt
from redi_desktop.formatting import money, month_long, number, percent, quantity
from redi_desktop.i18n import _
from redi_desktop.report.content import Column, NotedText, Row, RowKind, Table
from redi_desktop.report.reported import NOTHING, Reported, notes, with_period
from redi_desktop.words.conditions import condition_words
from redi_desktop.words.explaining import price_words
from redi_desktop.words.pack_texts import in_language
from redi_desktop.words.units import unit_word
from redi_desktop.words.vocabulary import label


def need_lines(reported: Reported, need: Need) -> Table | None:
    """Every line of a need, adding up to what is retained for it; nothing where it has none."""
    rows = [*_real_rows(reported, need), *_household_rows(reported, need), *_person_rows(reported, need)]
    if not rows:
        return None
    columns = (
        Column(_("Item"), share=12),
        Column(_("Quantity"), share=8),
        Column(_("Price"), share=12),
        Column(_("Source"), share=7),
        Column(_("Per month"), amounts=True),
    )
    retained = money(reported.assessment.retained.by_need[need])
    total = Row((_("{need}: retained").format(need=label(need)), "", "", "", retained), RowKind.TOTAL)
    return Table(label(need), columns, (*rows, total))


def _real_rows(reported: Reported, need: Need) -> Iterator[Row]:
    lines = [line for line in reported.assessment.retained.expenses if line.rule.need is need]
    if lines:
        yield Row((_("Real expenses"),), RowKind.PART)
    yield from (_real_row(reported, line) for line in lines)


def _real_row(reported: Reported, line: ExpenseLine) -> Row:
    expense = line.expense
    kind = label(expense.kind) if expense.kind else NOTHING
    name = NotedText(kind, notes(reported.person(expense.person), label(line.treatment), expense.reason))
    paid = with_period(money(expense.amount or ZERO), expense.period)
    set_amount = "" if expense.retained is None else with_period(money(expense.retained), expense.period)
    price = NotedText(paid, _("The worker retains {amount}.").format(amount=set_amount) if set_amount else "")
    amount = money(line.retained) if line.retained else NOTHING
    return Row((name, NOTHING, price, label(expense.evidence), amount))


def _household_rows(reported: Reported, need: Need) -> Iterator[Row]:
    rows = [row for person, row in _reference_rows(reported, need) if person is None]
    if rows:
        yield Row((_("Reference: the household"),), RowKind.PART)
    yield from rows


def _person_rows(reported: Reported, need: Need) -> Iterator[Row]:
    by_person: dict[str, list[Row]] = {}
    for person, row in _reference_rows(reported, need):
        if person is not None:
            by_person.setdefault(person, []).append(row)
    for person, rows in by_person.items():
        yield Row((_("Reference: {person}").format(person=reported.person(person)),), RowKind.PART)
        yield from rows


def _reference_rows(reported: Reported, need: Need) -> Iterator[tuple[str | None, Row]]:
    budget = reported.assessment.retained
    for place, (line, kept) in enumerate(zip(reported.assessment.reference.lines, budget.kept, strict=True)):
        if line.item.need is need:
            yield line.person_id, _reference_row(line, kept, place in budget.set_aside)


def _reference_row(line: ReferenceLine, kept: bool, by_policy: bool) -> Row:
    item = line.item
    words = _("Not retained ({amount}): a real expense takes its place.")
    if by_policy:
        words = _("Not retained ({amount}): the policy does not count it.")
    left_out = "" if kept else words.format(amount=money(line.amount))
    name = NotedText(in_language(item.label), notes(_applies(item), left_out))
    source = NotedText(line.priced.price.source_id.replace("_", " "), label(item.provenance))
    return Row((name, _quantity(line), _price(line), source, money(line.amount) if kept else NOTHING))


def _applies(item: BasketItem) -> str:
    """What made the item apply, beyond age and region."""
    return condition_words(item.condition.text) if item.condition.text else ""


def _quantity(line: ReferenceLine) -> NotedText:
    item, share = line.item, line.member.person.custody_share if line.member else ONE
    how_many = _("{quantity} {period}").format(quantity=quantity(item.quantity), period=_rhythm(item))
    factor = line.priced.size_factor
    return NotedText(
        how_many,
        notes(
            _("× {factor} (household size)").format(factor=number(factor)) if factor is not None else "",
            _("× {share} of the month").format(share=percent(share)) if share != ONE else "",
        ),
    )


def _rhythm(item: BasketItem) -> str:
    if item.lifetime_months is None:
        return label(Period(item.period))
    return _("for {months} months").format(months=quantity(item.lifetime_months))


def _price(line: ReferenceLine) -> NotedText:
    """The price of the month, and how it came about."""
    price, unit = line.priced.price, unit_word(line.item.quantity_unit)
    now = _("{price} per {unit}").format(price=price_words(_readable(price.unit_price)), unit=unit)
    return NotedText(now, _origin(price))


def _origin(price: PriceAt) -> str:
    month = month_long(price.price_month.first_day())
    if price.index_from is None or price.index_to is None:
        return _("tariff since {month}").format(month=month)
    words = _("{price} in {month} × {index_to} / {index_from}")
    if price.tariff is not None:
        words = _("first tariff, {price} in {month} × {index_to} / {index_from}")
    return words.format(
        price=price_words(_readable(price.price)),
        month=month,
        index_to=number(price.index_to.value, 2),
        index_from=number(price.index_from.value, 2),
    )


def _readable(price: Decimal) -> Decimal:
    """Below one euro five decimals are shown, as a price of a kilowatt-hour has them."""
    return price.quantize(Decimal("0.00001") if abs(price) < 1 else Decimal("0.01"))

"""The tree behind an amount in words: one sentence a node, in the language of the reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.basket_pack import Provenance
from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.household import Activity, Region, Sex, Tenure
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.money import Period
from redi_desktop.engine.needs import Group, Need
from redi_desktop.formatting import money, number, percent, quantity
from redi_desktop.i18n import N_, language
from redi_desktop.i18n import gettext as _
from redi_desktop.words.conditions import condition_words, term_words
from redi_desktop.words.units import unit_word
from redi_desktop.words.values import month_said
from redi_desktop.words.vocabulary import label


class OutlineLine(NamedTuple):
    """One sentence of an explanation and how deep it stands."""

    depth: int
    text: str
    node: Explanation


Persons = Mapping[str, str]
_Say = Callable[[Explanation, Persons], str]


def outline(node: Explanation, persons: Persons, depth: int = 0) -> list[OutlineLine]:
    """The whole tree as indented sentences, depth first. ``persons`` gives a name for each person's identifier."""
    lines = [OutlineLine(depth, sentence(node, persons), node)]
    for part in node.parts:
        lines += outline(part, persons, depth + 1)
    return lines


def sentence(node: Explanation, persons: Persons) -> str:
    """One node in words, in the current language."""
    return _SENTENCES[node.rule](node, persons)


def price_words(price: Decimal) -> str:
    """A unit price: cents where they suffice, more decimals where the source has them (a kilowatt-hour)."""
    plain = price.normalize()
    exponent = plain.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < -2 else 2
    return money(price) if places == 2 else _("{number} euro").format(number=number(price, min(places, 5)))


def _amount(node: Explanation) -> str:
    return money(node.amount if node.amount is not None else Decimal(0))


def _decimal(node: Explanation, name: str) -> Decimal:
    value = node.values[name]
    return value if isinstance(value, Decimal) else Decimal(str(value))


def _text(node: Explanation, name: str) -> str:
    return str(node.values[name])


def _balance(node: Explanation, persons: Persons) -> str:
    if node.amount is not None and node.amount < 0:
        return _("{amount} is missing each month: what comes in, less the retained budget.").format(
            amount=money(-node.amount)
        )
    return _("{amount} is left each month: what comes in, less the retained budget.").format(amount=_amount(node))


def _retained_total(node: Explanation, persons: Persons) -> str:
    return _("Retained budget: {amount} per month, the sum of the needs and the accepted debts.").format(
        amount=_amount(node)
    )


def _reference_total(node: Explanation, persons: Persons) -> str:
    return _("Reference budget: {amount} per month, the sum of the eleven needs.").format(amount=_amount(node))


def _need_retained(node: Explanation, persons: Persons) -> str:
    words = _("{need}: {amount} retained per month, from {count} line(s).")
    return words.format(need=label(Need(_text(node, "need"))), amount=_amount(node), count=len(node.parts))


def _need_reference(node: Explanation, persons: Persons) -> str:
    words = _("{need}: {amount} per month in the reference budget, from {count} line(s).")
    return words.format(need=label(Need(_text(node, "need"))), amount=_amount(node), count=len(node.parts))


def _need_real(node: Explanation, persons: Persons) -> str:
    words = _("{need}: {amount} really paid per month, as far as it was told.")
    return words.format(need=label(Need(_text(node, "need"))), amount=_amount(node))


def _need_difference(node: Explanation, persons: Persons) -> str:
    return _("{need}: {retained} retained less {reference} of reference makes {amount}.").format(
        need=label(Need(_text(node, "need"))),
        retained=money(_decimal(node, "retained")),
        reference=money(_decimal(node, "reference")),
        amount=_amount(node),
    )


def _group(node: Explanation, persons: Persons) -> str:
    words = _("{group}: {amount} retained per month, from {count} line(s).")
    return words.format(group=label(Group(_text(node, "group"))), amount=_amount(node), count=len(node.parts))


def _line(node: Explanation, persons: Persons) -> str:
    labels = node.values["label"]
    names = labels if isinstance(labels, dict) else {}
    name = names.get(language(), names.get("fr", _text(node, "item")))
    if node.rule == "line.person":
        name = _("{item} ({person})").format(item=name, person=_person(node, persons))
    return _("{item}: {formula} = {amount} per month.").format(item=name, formula=_formula(node), amount=_amount(node))


def _formula(node: Explanation) -> str:
    price = node.parts[0].amount or Decimal(0)
    values = {
        "quantity": quantity(_decimal(node, "quantity")),
        "unit": unit_word(_text(node, "unit")),
        "price": price_words(_rounded(price)),
    }
    if "lifetime_months" in node.values:
        months = quantity(_decimal(node, "lifetime_months"))
        words = _("{quantity} × {price} ({unit}), lasting {months} months").format(months=months, **values)
    else:
        period = label(Period(_text(node, "period")))
        words = _("{quantity} × {price} ({unit}) {period}").format(period=period, **values)
    return words + "".join(f" × {factor}" for factor in _factors(node))


def _factors(node: Explanation) -> list[str]:
    """What the product is multiplied by besides: the household-size factor and the share of the month."""
    found = {part.rule: part.values for part in node.parts}
    size, share = found.get("line.size_factor"), found.get("line.custody_share")
    return [
        *([number(Decimal(str(size["factor"])))] if size else []),
        *([percent(Decimal(str(share["share"])))] if share else []),
    ]


def _rounded(price: Decimal) -> Decimal:
    """A unit price precise enough to count again by hand."""
    places = Decimal("0.00001") if abs(price) < 1 else Decimal("0.0001") if abs(price) < 10 else Decimal("0.01")
    return price.quantize(places)


def _person(node: Explanation, persons: Persons) -> str:
    person = _text(node, "person")
    return persons.get(person, person)


def _tariff(node: Explanation, persons: Persons) -> str:
    return _("Tariff in force since {month}: {price} ({unit}). {provenance}.").format(**_price_values(node))


def _indexed(node: Explanation, persons: Persons) -> str:
    words = _(
        "{price} ({unit}) in {month}, moved by the consumer price index from {index_from} ({index_from_month}) "
        "to {index_to} ({index_to_month}): {today}. {provenance}."
    )
    return words.format(**_price_values(node), **_index_values(node))


def _before_tariff(node: Explanation, persons: Persons) -> str:
    words = _(
        "The first known tariff, {price} ({unit}) of {month}, moved back by the consumer price index from {index_from} "
        "({index_from_month}) to {index_to} ({index_to_month}): {today}. {provenance}."
    )
    return words.format(**_price_values(node), **_index_values(node))


def _price_values(node: Explanation) -> dict[str, str]:
    return {
        "price": price_words(_decimal(node, "price")),
        "unit": unit_word(_text(node, "unit")),
        "month": month_said(_text(node, "price_month")),
        "provenance": label(Provenance(_text(node, "provenance"))),
    }


def _index_values(node: Explanation) -> dict[str, str]:
    return {
        "index_from": number(_decimal(node, "index_from"), 2),
        "index_from_month": month_said(_text(node, "index_from_month")),
        "index_to": number(_decimal(node, "index_to"), 2),
        "index_to_month": month_said(_text(node, "index_to_month")),
        "today": price_words(_rounded(node.amount or Decimal(0))),
    }


def _index_late(node: Explanation, persons: Persons) -> str:
    return _("The index of {month} is the last one known; it was kept.").format(
        month=month_said(_text(node, "last_month"))
    )


def _source(node: Explanation, persons: Persons) -> str:
    return _("Source: {title}, {publisher}, {date}.").format(
        title=_text(node, "title"), publisher=_text(node, "publisher"), date=_text(node, "date")
    )


def _size_factor(node: Explanation, persons: Persons) -> str:
    words = _("Multiplied by {factor}: a household of {size} cooks together (5 stands for 5 or more).")
    return words.format(factor=number(_decimal(node, "factor")), size=node.values["size"])


def _custody(node: Explanation, persons: Persons) -> str:
    return _("Multiplied by {share}: the part of the month that the child lives here.").format(
        share=percent(_decimal(node, "share"))
    )


def _match_person(node: Explanation, persons: Persons) -> str:
    words = _("Counted because of the age: {age}, within {age_min} to {age_max}.")
    sentences = [words.format(age=node.values["age"], age_min=node.values["age_min"], age_max=node.values["age_max"])]
    if _text(node, "sex") != "any":
        sentences.append(_("For: {sex}.").format(sex=label(Sex(_text(node, "sex")))))
    if _text(node, "activity") != "any":
        sentences.append(_("For: {activity}.").format(activity=label(Activity(_text(node, "activity")))))
    return " ".join(sentences)


def _match_region(node: Explanation, persons: Persons) -> str:
    return _("Counted because of the region: {region}.").format(region=label(Region(_text(node, "region"))))


def _match_tenure(node: Explanation, persons: Persons) -> str:
    return _("Counted because of the dwelling: {tenure}.").format(tenure=label(Tenure(_text(node, "tenure"))))


def _match_condition(node: Explanation, persons: Persons) -> str:
    words = condition_words(_text(node, "condition"))
    if not words:
        return _("The household-size factor leaves this item alone.")
    return _("Counted because the household is: {condition}.").format(condition=words)


def _expense(words: str) -> _Say:
    def say(node: Explanation, persons: Persons) -> str:
        kind = label(ExpenseKind(_text(node, "kind")))
        if node.values["person"]:
            kind = _("{item} ({person})").format(item=kind, person=_person(node, persons))
        text = _(words).format(kind=kind, amount=_amount(node), real=money(_decimal(node, "real")))
        return _with_reason(text, node)

    return say


def _with_reason(text: str, node: Explanation) -> str:
    reason = _text(node, "reason").strip()
    return _("{sentence} Reason: {reason}").format(sentence=text, reason=reason) if reason else text


def _lines_total(words: str) -> _Say:
    def say(node: Explanation, persons: Persons) -> str:
        return _(words).format(amount=_amount(node), count=len(node.parts))

    return say


def _typed(node: Explanation, persons: Persons) -> str:
    typed = node.values["typed"]
    period = label(Period(_text(node, "period")))
    if not isinstance(typed, Decimal):
        return _("Nothing was typed.")
    return _("Typed: {typed} {period}, which is {amount} per month.").format(
        typed=money(typed), period=period, amount=money(_rounded_cent(node.amount))
    )


def _rounded_cent(amount: Decimal | None) -> Decimal:
    return (amount or Decimal(0)).quantize(Decimal("0.01"), "ROUND_HALF_UP")


def _debt(node: Explanation, persons: Persons) -> str:
    words = _("Debt {kind}: {amount} accepted per month, {share} of what is paid.")
    text = words.format(
        kind=_text(node, "kind") or _text(node, "debt"), amount=_amount(node), share=percent(_decimal(node, "share"))
    )
    return _with_reason(text, node)


def _income_total(node: Explanation, persons: Persons) -> str:
    return _("What comes in and counts: {amount} per month.").format(amount=_amount(node))


def _income(words: str) -> _Say:
    def say(node: Explanation, persons: Persons) -> str:
        kind = label(IncomeKind(_text(node, "kind")))
        if node.values["person"]:
            kind = _("{item} ({person})").format(item=kind, person=_person(node, persons))
        return _with_reason(_(words).format(kind=kind, amount=_amount(node)), node)

    return say


def _absent(words: str) -> _Say:
    def say(node: Explanation, persons: Persons) -> str:
        values = {name: str(value) for name, value in node.values.items()}
        values["person"] = persons.get(values.get("person", ""), values.get("person", ""))
        return _(words).format(**(values | _absent_values(node)))

    return say


def _absent_values(node: Explanation) -> dict[str, str]:
    values: dict[str, str] = {}
    if "region" in node.values:
        values["region"] = label(Region(_text(node, "region")))
    if "tenure" in node.values:
        values["tenure"] = label(Tenure(_text(node, "tenure")))
    if "sex" in node.values:
        values["sex"] = label(Sex(_text(node, "sex")))
    if "activity" in node.values:
        values["activity"] = label(Activity(_text(node, "activity")))
    if "term" in node.values:
        values["term"] = term_words(_text(node, "term"))
    return values


_SENTENCES: dict[str, _Say] = {
    "balance": _balance,
    "total.retained": _retained_total,
    "total.reference": _reference_total,
    "total.income": _income_total,
    "need.retained": _need_retained,
    "need.reference": _need_reference,
    "need.real": _need_real,
    "need.difference": _need_difference,
    "group.retained": _group,
    "line.person": _line,
    "line.household": _line,
    "line.size_factor": _size_factor,
    "line.custody_share": _custody,
    "match.person": _match_person,
    "match.region": _match_region,
    "match.tenure": _match_tenure,
    "match.condition": _match_condition,
    "price.tariff": _tariff,
    "price.indexed": _indexed,
    "price.before_first_tariff": _before_tariff,
    "price.index_late": _index_late,
    "source": _source,
    "input.typed": _typed,
    "expense.replace": _expense(N_("{kind}: the real expense of {amount} takes the place of the reference.")),
    "expense.add": _expense(N_("{kind}: {amount} comes on top of the reference.")),
    "expense.compare": _expense(N_("{kind}: {real} is really paid, shown beside the reference, which stays.")),
    "expense.leave_out": _expense(N_("{kind}: {real} is really paid and not retained.")),
    "expense.replaced_lines": _lines_total(N_("In its place, the reference held {amount} ({count} line(s)).")),
    "expense.compared_lines": _lines_total(N_("The reference holds {amount} for this ({count} line(s)).")),
    "debt.accepted": _debt,
    "income.counted": _income(N_("{kind}: {amount} per month, counted.")),
    "income.not_counted": _income(N_("{kind}: {amount} per month, not counted.")),
    "absent.region": _absent(N_("Not counted: it is for {region}.")),
    "absent.tenure": _absent(N_("Not counted: it is for another dwelling ({tenure}).")),
    "absent.condition": _absent(N_("Not counted: it is for a household {term}.")),
    "absent.age": _absent(N_("Not counted for {person}: it is for ages {age_min} to {age_max}.")),
    "absent.sex": _absent(N_("Not counted for {person}: it is for: {sex}.")),
    "absent.activity": _absent(N_("Not counted for {person}: it is for: {activity}.")),
}
RULES = frozenset(_SENTENCES)

"""Lines of the reference budget in words: formula, price, index, source, why they apply or not."""

from __future__ import annotations

from decimal import Decimal

from redi_desktop.engine.basket_pack import Provenance
from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.household import Activity, Region, Sex, Tenure
from redi_desktop.engine.money import MONTHS_RATIO, Period
from redi_desktop.formatting import number, percent, quantity
from redi_desktop.i18n import N_
from redi_desktop.i18n import gettext as _
from redi_desktop.words.conditions import condition_words, term_words
from redi_desktop.words.explaining import (
    Persons,
    Say,
    amount_of,
    decimal_of,
    price_words,
    shown_price,
    text_of,
    with_person,
)
from redi_desktop.words.pack_texts import in_language
from redi_desktop.words.sources import source_words
from redi_desktop.words.units import unit_word
from redi_desktop.words.values import month_said
from redi_desktop.words.vocabulary import label


def _line(node: Explanation, persons: Persons) -> str:
    labels = node.values["label"]
    name = in_language(labels) if isinstance(labels, dict) else ""
    name = with_person(name or text_of(node, "item"), node, persons)
    return _("{item}: {formula} = {amount} per month.").format(
        item=name, formula=_formula(node), amount=amount_of(node)
    )


def _formula(node: Explanation) -> str:
    price = node.parts[0].amount or Decimal(0)
    values = {
        "quantity": quantity(decimal_of(node, "quantity")),
        "unit": unit_word(text_of(node, "unit")),
        "price": price_words(shown_price(price)),
    }
    if "lifetime_months" in node.values:
        months = quantity(decimal_of(node, "lifetime_months"))
        words = _("{quantity} × {price} ({unit}), lasting {months} months").format(months=months, **values)
    else:
        period = label(Period(text_of(node, "period")))
        words = _("{quantity} × {price} ({unit}) {period}").format(period=period, **values)
        words += _per_month(Period(text_of(node, "period")))
    return words + "".join(f" × {factor}" for factor in _factors(node))


def _per_month(period: Period) -> str:
    """What makes an amount of a period one of a month: a year has 365.25 days and twelve months."""
    multiplier, divisor = MONTHS_RATIO[period]
    times = f" × {number(multiplier)}" if multiplier != 1 else ""
    return times + (f" / {number(divisor)}" if divisor != 1 else "")


def _factors(node: Explanation) -> list[str]:
    """What the product is multiplied by besides: the household-size factor and the share of the month."""
    found = {part.rule: part.values for part in node.parts}
    size, share = found.get("line.size_factor"), found.get("line.custody_share")
    return [
        *([number(Decimal(str(size["factor"])))] if size and size["factor"] != 1 else []),
        *([percent(Decimal(str(share["share"])))] if share else []),
    ]


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
        "price": price_words(decimal_of(node, "price")),
        "unit": unit_word(text_of(node, "unit")),
        "month": month_said(text_of(node, "price_month")),
        "provenance": label(Provenance(text_of(node, "provenance"))),
    }


def _index_values(node: Explanation) -> dict[str, str]:
    return {
        "index_from": number(decimal_of(node, "index_from"), 2),
        "index_from_month": month_said(text_of(node, "index_from_month")),
        "index_to": number(decimal_of(node, "index_to"), 2),
        "index_to_month": month_said(text_of(node, "index_to_month")),
        "today": price_words(shown_price(node.amount or Decimal(0))),
    }


def _index_late(node: Explanation, persons: Persons) -> str:
    return _("The index of {month} is the last one known; it was kept.").format(
        month=month_said(text_of(node, "last_month"))
    )


def _source(node: Explanation, persons: Persons) -> str:
    named = source_words(text_of(node, "title"), text_of(node, "publisher"), text_of(node, "date"))
    return _("Source: {source}.").format(source=named)


def _size_factor(node: Explanation, persons: Persons) -> str:
    words = _("Multiplied by {factor}: a household of {size} cooks together (5 stands for 5 or more).")
    return words.format(factor=number(decimal_of(node, "factor")), size=node.values["size"])


def _custody(node: Explanation, persons: Persons) -> str:
    return _("Multiplied by {share}: the part of the month that the child lives here.").format(
        share=percent(decimal_of(node, "share"))
    )


def _match_person(node: Explanation, persons: Persons) -> str:
    words = _("Counted because of the age: {age}, within {age_min} to {age_max}.")
    sentences = [words.format(age=node.values["age"], age_min=node.values["age_min"], age_max=node.values["age_max"])]
    if text_of(node, "sex") != "any":
        sentences.append(_("For: {sex}.").format(sex=label(Sex(text_of(node, "sex")))))
    if text_of(node, "activity") != "any":
        sentences.append(_("For: {activity}.").format(activity=label(Activity(text_of(node, "activity")))))
    return " ".join(sentences)


def _match_region(node: Explanation, persons: Persons) -> str:
    return _("Counted because of the region: {region}.").format(region=label(Region(text_of(node, "region"))))


def _match_tenure(node: Explanation, persons: Persons) -> str:
    return _("Counted because of the dwelling: {tenure}.").format(tenure=label(Tenure(text_of(node, "tenure"))))


def _match_condition(node: Explanation, persons: Persons) -> str:
    words = condition_words(text_of(node, "condition"))
    if not words:
        return _("The household-size factor leaves this item alone.")
    return _("Counted because the household is: {condition}.").format(condition=words)


def _absent(words: str) -> Say:
    def say(node: Explanation, persons: Persons) -> str:
        values = {name: str(value) for name, value in node.values.items()}
        values["person"] = persons.get(values.get("person", ""), values.get("person", ""))
        return _(words).format(**(values | _absent_values(node)))

    return say


def _absent_values(node: Explanation) -> dict[str, str]:
    values: dict[str, str] = {}
    if "region" in node.values:
        values["region"] = label(Region(text_of(node, "region")))
    if "tenure" in node.values:
        values["tenure"] = label(Tenure(text_of(node, "tenure")))
    if "sex" in node.values:
        values["sex"] = label(Sex(text_of(node, "sex")))
    if "activity" in node.values:
        values["activity"] = label(Activity(text_of(node, "activity")))
    if "term" in node.values:
        values["term"] = term_words(text_of(node, "term"))
    return values


EXPLANATIONS: dict[str, Say] = {
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
    "absent.region": _absent(N_("Not counted: it is for {region}.")),
    "absent.tenure": _absent(N_("Not counted: it is for another dwelling ({tenure}).")),
    "absent.condition": _absent(N_("Not counted: it is for a household {term}.")),
    "absent.age": _absent(N_("Not counted for {person}: it is for ages {age_min} to {age_max}.")),
    "absent.sex": _absent(N_("Not counted for {person}: it is for: {sex}.")),
    "absent.activity": _absent(N_("Not counted for {person}: it is for: {activity}.")),
}

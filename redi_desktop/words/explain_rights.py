"""Why a right is likely, possible or not, in words: one sentence for each part of its condition."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.money import Period
from redi_desktop.engine.right_states import RightStatus
from redi_desktop.engine.rights.asked_facts import EURO_UNITS, FactUnit
from redi_desktop.engine.rights.found_facts import How
from redi_desktop.engine.rights.pack import AmountIs, Confidence
from redi_desktop.formatting import date_short, money, number, percent, quantity
from redi_desktop.i18n import N_, ngettext
from redi_desktop.i18n import gettext as _
from redi_desktop.words import counts, explain_legal
from redi_desktop.words.explaining import Persons, Say, decimal_of, person_of, text_of, to_cent, with_reason
from redi_desktop.words.pack_texts import in_language
from redi_desktop.words.rights import amount_told, months_question, of_persons
from redi_desktop.words.values import month_said, written_date
from redi_desktop.words.vocabulary import label

_OUTCOMES: dict[str, str] = {
    "right.likely": N_("{name}: probably open to this household."),
    "right.possible": N_("{name}: perhaps open."),
    "right.not": N_("{name}: not open to this household."),
    "right.held": N_("{name}: the household has it already."),
}
_JOINED: dict[str, dict[str, str]] = {
    "right.all": {
        "yes": N_("All of this is so:"),
        "no": N_("All of this would have to be so:"),
        "unknown": N_("All of this must be so, and something is not known:"),
    },
    "right.one_of": {
        "yes": N_("At least one of these is so, which is enough:"),
        "no": N_("One of these would have to be so:"),
        "unknown": N_("One of these would be enough, and it is not known:"),
    },
    "right.opposite": {
        "yes": N_("This must not be so, and it is not:"),
        "no": N_("This must not be so, but it is:"),
        "unknown": N_("This must not be so, and it is not known:"),
    },
}
_ANYBODY: dict[str, dict[str, str]] = {
    "child": {
        "yes": N_("It is so for a child:"),
        "no": N_("It would have to be so for a child:"),
        "unknown": N_("It must be so for a child, and it is not known:"),
    },
    "adult": {
        "yes": N_("It is so for an adult:"),
        "no": N_("It would have to be so for an adult:"),
        "unknown": N_("It must be so for an adult, and it is not known:"),
    },
    "person": {
        "yes": N_("It is so for a member of the household:"),
        "no": N_("It would have to be so for a member of the household:"),
        "unknown": N_("It must be so for a member of the household, and it is not known:"),
    },
}
_VERDICTS: dict[str, str] = {
    "yes": N_("{name}: {found}, as it must be"),
    "no": N_("{name}: {found}, while it would have to be: {expected}"),
    "unknown": N_("{name}: not known for certain; it would have to be: {expected}"),
}
_ORIGINS: dict[str, str] = {
    How.TYPED: N_("as it stands in the case"),
    How.DERIVED: N_("it follows from the case"),
    How.ESTIMATED: N_("limits estimated from what comes in net"),
    How.WORKED_OUT: N_("computed"),
    How.ANSWERED: N_("as it was answered"),
    How.GRANTED: N_("because this was granted: {right}"),
    How.ASSUMED: N_("once this is granted: {right}"),
}
_BOUNDS: dict[str, str] = {
    "<": N_("less than {bound}"),
    "<=": N_("at most {bound}"),
    ">": N_("more than {bound}"),
    ">=": N_("at least {bound}"),
    "=": N_("{bound}"),
    "!=": N_("other than {bound}"),
}
_DATES: dict[str, str] = _BOUNDS | {
    "<": N_("before {bound}"),
    "<=": N_("by {bound}"),
    ">": N_("after {bound}"),
    ">=": N_("from {bound}"),
}


def _outcome(node: Explanation, persons: Persons) -> str:
    sentence = _perhaps(node) or _(_OUTCOMES[node.rule]).format(name=_name(node))
    if node.amount is None:
        return sentence
    how, period = AmountIs(text_of(node, "amount_is")), Period(text_of(node, "period"))
    amount = amount_told(node.amount, how, period)
    if node.values["amount_is_old"]:
        date_words = written_date(text_of(node, "amount_date"))
        amount = _("{amount} (figure of {date})").format(amount=amount, date=date_words)
    return _("{sentence} Amount: {amount}.").format(sentence=sentence, amount=amount)


def _perhaps(node: Explanation) -> str:
    """How many answers a possible right hangs on; empty for any other."""
    needed = int(text_of(node, "answers"))
    if not needed:
        return ""
    words = ngettext(
        "{name}: perhaps open; {count} answer would decide.",
        "{name}: perhaps open; {count} answers are needed to decide.",
        needed,
    )
    return words.format(name=_name(node), count=needed)


def _name(node: Explanation, field: str = "name") -> str:
    return in_language(_texts(node.values[field]))


def _texts(names: object) -> Mapping[str, str]:
    return {str(code): str(text) for code, text in names.items()} if isinstance(names, dict) else {}


def _state(node: Explanation, persons: Persons) -> str:
    status, since = label(RightStatus(text_of(node, "status"))), text_of(node, "since")
    if since:
        words = _("Noted by the worker: {status}, {date}.")
        return with_reason(words.format(status=status, date=date_short(date.fromisoformat(since))), node)
    return with_reason(_("Noted by the worker: {status}.").format(status=status), node)


def _through(node: Explanation, persons: Persons) -> str:
    return _("This opens once another right is granted: {right}.").format(right=_name(node))


def _amount(node: Explanation, persons: Persons) -> str:
    origin = _(_ORIGINS[text_of(node, "how")])
    return _("The amount: {name} ({origin}).").format(name=_name(node), origin=origin)


def _same_money(node: Explanation, persons: Persons) -> str:
    return _("This is the same money as: {right}. It counts once.").format(right=_name(node))


def _listed_under(node: Explanation, persons: Persons) -> str:
    return _("This is the same money as {right}, which stands in the list for it.").format(right=_name(node))


def _joined(node: Explanation, persons: Persons) -> str:
    return _(_JOINED[node.rule][text_of(node, "verdict")])


def _anybody(node: Explanation, persons: Persons) -> str:
    return _(_ANYBODY[text_of(node, "who")][text_of(node, "verdict")])


def _count(node: Explanation, persons: Persons) -> str:
    bound = int(text_of(node, "bound"))
    who = {"child": counts.children, "adult": counts.adults}.get(text_of(node, "who"), counts.persons)(bound)
    limit = _(_BOUNDS[text_of(node, "operator")]).format(bound=who)
    return _("It must be so for {limit}:").format(limit=limit)


def _person(node: Explanation, persons: Persons) -> str:
    return _("{person}:").format(person=person_of(node, persons))


def _yes_no(node: Explanation, persons: Persons) -> str:
    return _verdict(node, _name(node), _yes(node.values["found"]), _yes(node.values["expected"]))


def _yes(value: object) -> str:
    return _("yes") if value else _("no")


def _choice(node: Explanation, persons: Persons) -> str:
    expected = _listed(node.values["values"])
    if node.values["negated"]:
        expected = _("other than {bound}").format(bound=expected)
    return _verdict(node, _name(node), _listed(node.values["found"]), expected)


def _listed(labels: object) -> str:
    words = [in_language(_texts(names)) for names in labels.values()] if isinstance(labels, dict) else []
    return " / ".join(words) if words else _("none of them")


def _has(node: Explanation, persons: Persons) -> str:
    expected, months = _name(node, "value"), int(text_of(node, "months"))
    if months:
        words = ngettext("{value} for at least {count} month", "{value} for at least {count} months", months)
        expected = words.format(value=expected, count=months)
    return _verdict(node, _name(node), _listed(node.values["found"]), expected)


def _compare(node: Explanation, persons: Persons) -> str:
    unit, bound = text_of(node, "unit"), node.values["bound"]
    limit = _quantity(bound, unit) if bound is not None else _name(node, "right")
    words = _DATES if unit == "date" else _BOUNDS
    expected = _(words[text_of(node, "operator")]).format(bound=limit)
    return _verdict(node, _name(node, "left"), _found(node, unit), expected)


def _found(node: Explanation, unit: str) -> str:
    low, high = node.values["low"], node.values["high"]
    if low == high:
        return _quantity(low, unit) if low is not None else _("not known")
    if high is None:
        return _("at least {bound}").format(bound=_quantity(low, unit))
    if not low:
        return _("at most {bound}").format(bound=_quantity(high, unit))
    return _("between {low} and {high}").format(low=_quantity(low, unit), high=_quantity(high, unit))


def _quantity(value: object, unit: str) -> str:
    if unit == "date":
        return date_short(date.fromisoformat(str(value)))
    figure = value if isinstance(value, Decimal) else Decimal(str(value))
    if unit in EURO_UNITS:
        return money(to_cent(figure))
    if unit == FactUnit.PERCENT:
        return percent(figure / 100)
    return percent(figure) if unit == FactUnit.SHARE else quantity(figure)


def _verdict(node: Explanation, name: str, found: str, expected: str) -> str:
    sentence = _(_VERDICTS[text_of(node, "verdict")]).format(name=name, found=found, expected=expected)
    origin = _ORIGINS.get(text_of(node, "how"))
    if origin is None or node.values["verdict"] == "unknown":
        return _("{sentence}.").format(sentence=sentence)
    where = _(origin).format(right=_name(node, "brought_by"))
    return _("{sentence} ({origin}).").format(sentence=sentence, origin=where)


def _ceiling(node: Explanation, persons: Persons) -> str:
    words = _(
        "The ceiling dates from {date}. Before anybody is ruled out it is moved by the health index from {index_from} "
        "to {index_to} ({month}) and widened by {margin}."
    )
    return words.format(
        date=written_date(text_of(node, "date")),
        index_from=number(decimal_of(node, "index_from"), 2),
        index_to=number(decimal_of(node, "index_to"), 2),
        month=month_said(text_of(node, "index_to_month")),
        margin=percent(decimal_of(node, "margin")),
    )


def _question(node: Explanation, persons: Persons) -> str:
    months_of = _name(node, "months_of")
    asked = tuple(person for person in text_of(node, "persons").split(", ") if person)
    question = months_question(months_of) if months_of else of_persons(_name(node, "question"), asked, persons)
    return _("To ask: {question}").format(question=question)


def _further(node: Explanation, persons: Persons) -> str:
    count = int(text_of(node, "count"))
    words = ngettext("After these, {count} more question.", "After these, {count} more questions.", count)
    return words.format(count=count)


def _source(node: Explanation, persons: Persons) -> str:
    words = _("Legal basis: {basis}. {confidence} ({date}).")
    return words.format(
        basis=_name(node, "basis"),
        confidence=label(Confidence(text_of(node, "confidence"))),
        date=date_short(date.fromisoformat(text_of(node, "checked_on"))),
    )


EXPLANATIONS: dict[str, Say] = {
    **dict.fromkeys(_OUTCOMES, _outcome),
    **dict.fromkeys(_JOINED, _joined),
    "right.state": _state,
    "right.through": _through,
    "right.amount": _amount,
    "right.same_money": _same_money,
    "right.listed_under": _listed_under,
    "right.anybody": _anybody,
    "right.count": _count,
    "right.person": _person,
    "right.yes_no": _yes_no,
    "right.choice": _choice,
    "right.has": _has,
    "right.compare": _compare,
    "right.ceiling": _ceiling,
    "right.question": _question,
    "right.further": _further,
    "right.source": _source,
    **explain_legal.EXPLANATIONS,
}

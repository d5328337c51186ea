"""Why a right is likely, possible or not: which part of its condition holds, fails or is not known.

Nodes ``right.*``; each part of a condition says ``verdict`` (``yes``, ``no``, ``unknown``). Only the parts that decide
are told: what fails where all must hold, what holds where one is enough. Names and answers come from the pack, in its
languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.legal_reasons import explain_value
from redi_desktop.engine.rights.asked_facts import AskedFact, FactKind
from redi_desktop.engine.rights.case_facts import Origin
from redi_desktop.engine.rights.logic import Truth, measure
from redi_desktop.engine.rights.ready import ReadyCondition, is_ceiling
from redi_desktop.engine.rights.result import MARGIN, RightResult
from redi_desktop.engine.rights.tree import (
    All,
    Amount,
    Compares,
    Condition,
    Count,
    Either,
    FactValue,
    Holds,
    IsOneOf,
    IsYes,
    Number,
    Operation,
    Opposite,
    Some,
)
from redi_desktop.engine.rights.values import Holding, Range, Scope, Value

_SIGNS = {"+": "+", "-": "−", "*": "×"}
_JOINED = {All: "right.all", Either: "right.one_of", Opposite: "right.opposite"}


def explain_right(result: RightResult) -> Explanation:
    """The tree behind one result."""
    right, ready = result.right, result.ready
    values: dict[str, object] = {
        "right": right.id,
        "name": _in_languages(right.texts, "name"),
        "period": right.amount_period.value,
        "amount_is": result.amount_is.value,
        "amount_date": dated.text if (dated := result.amount_date) else "",
        "amount_is_old": result.amount_is_old,
        "answers": len(result.questions) + result.further_questions,
    }
    if result.held:
        return Explanation("right.held", None, values, (*_state(result), *_held(result), *_support(result)))
    because = _Tree(result).explain(ready.condition, result.scope)
    ceiling = _ceiling(result) if any(node.values.get("ceiling") for node in because.walk()) else ()
    asked = (*_questions(result), *_further(result))
    made_of = (*_worked_out(result), *(explain_value(value) for value in result.legal_values))
    money = (*_same_money(result), *made_of)
    parts = (*_state(result), *_through(result), *money, because, *ceiling, *asked, *_support(result))
    return Explanation(f"right.{result.outcome.value}", result.amount, values, parts)


def _in_languages(texts: Mapping[str, object], field: str) -> dict[str, str]:
    return {language: str(getattr(text, field)) for language, text in texts.items()}


def _state(result: RightResult) -> Iterator[Explanation]:
    state = result.state
    if state is not None:
        values = {"status": state.status.value, "since": str(state.since or ""), "reason": state.remark}
        yield Explanation("right.state", None, {**values})


def _held(result: RightResult) -> Iterator[Explanation]:
    held = result.ready.held
    if held is not None and held.test(result.scope):
        yield _Tree(result).explain(held, result.scope)


def _through(result: RightResult) -> Iterator[Explanation]:
    for right in result.through:
        yield Explanation("right.through", None, {"right": right.id, "name": _in_languages(right.texts, "name")})


def _ceiling(result: RightResult) -> Iterator[Explanation]:
    ceiling, written = result.ready.ceiling, result.right.ceiling_date
    if ceiling is not None and written is not None:
        values: dict[str, object] = {
            "date": written.text,
            "index_from": ceiling.index_from.value,
            "index_to": ceiling.index_to.value,
            "index_to_month": str(ceiling.index_to.month),
            "margin": MARGIN - 1,
            "factor": ceiling.factor,
        }
        yield Explanation("right.ceiling", None, values)


def _questions(result: RightResult) -> Iterator[Explanation]:
    facts = result.scope.sheet.facts
    for question in result.questions:
        fact = facts[question.asked.fact]
        value = question.asked.months_of
        values: dict[str, object] = {
            "fact": fact.id,
            "persons": ", ".join(question.asked.persons),
            "months_of": dict(fact.choices.get(value, {})),
        }
        yield Explanation("right.question", None, values | {"question": dict(fact.question), "rights": question.rights})


def _further(result: RightResult) -> Iterator[Explanation]:
    if result.further_questions:
        yield Explanation("right.further", None, {"count": result.further_questions})


def _worked_out(result: RightResult) -> Iterator[Explanation]:
    """The fact that an amount is, where it is no more than that: what another part of the engine computed."""
    amount, scope = result.right.amount, result.scope
    if isinstance(amount, FactValue) and result.amount is not None:
        how = scope.origin(amount.fact).how.value
        yield Explanation("right.amount", None, {"name": dict(scope.sheet.facts[amount.fact].name), "how": how})


def _same_money(result: RightResult) -> Iterator[Explanation]:
    if result.listed_under is not None:
        yield Explanation("right.listed_under", None, {"name": _in_languages(result.listed_under.texts, "name")})
    for right in result.same_money:
        yield Explanation("right.same_money", None, {"name": _in_languages(right.texts, "name")})


def _support(result: RightResult) -> Iterator[Explanation]:
    right = result.right
    values: dict[str, object] = {
        "basis": _in_languages(right.texts, "basis"),
        "confidence": right.confidence.value,
        "checked_on": right.checked_on.isoformat(),
        "url": dict(right.url),
    }
    yield Explanation("right.source", None, values)


class _Tree:
    """Turns a condition into nodes, for one result."""

    def __init__(self, result: RightResult) -> None:
        self._household = result.scope
        self._ceiling = result.ready.ceiling
        self._facts: Mapping[str, AskedFact] = result.scope.sheet.facts

    def explain(self, ready: ReadyCondition, scope: Scope) -> Explanation:
        """One part of a condition, with the parts below it."""
        condition, verdict = ready.condition, _word(ready.test(scope))
        if isinstance(condition, All | Either | Opposite):
            told = [part for part in ready.parts if _decides(condition, ready.test(scope), part.test(scope))]
            parts = tuple(self.explain(part, scope) for part in told)
            return Explanation(_JOINED[type(condition)], None, {"verdict": verdict}, parts)
        if isinstance(condition, Some | Count):
            return self._people(ready, condition, scope, verdict)
        if isinstance(condition, Compares):
            return self._comparison(condition, ready, scope, verdict)
        return self._fact(condition, scope, verdict)

    def _people(self, ready: ReadyCondition, condition: Some | Count, scope: Scope, verdict: str) -> Explanation:
        part, truth = ready.parts[0], ready.test(scope)
        parts = tuple(
            Explanation("right.person", None, {"person": person.person}, (self.explain(part, person),))
            for person in scope.people.get(condition.who, ())
            if _decides(condition, truth, part.test(person))
        )
        values: dict[str, object] = {"verdict": verdict, "who": condition.who.value}
        if isinstance(condition, Some):
            return Explanation("right.anybody", None, values, parts)
        return Explanation(
            "right.count", None, values | {"operator": condition.operator, "bound": condition.bound}, parts
        )

    def _fact(self, condition: IsYes | IsOneOf | Holds, scope: Scope, verdict: str) -> Explanation:
        fact = self._facts[condition.fact]
        value = condition.value if isinstance(condition, Holds) else ""
        values = {"verdict": verdict, "fact": fact.id, "name": dict(fact.name), **self._origin(fact.id, scope, value)}
        found = scope[fact.id]
        if isinstance(condition, IsYes):
            return Explanation("right.yes_no", None, values | {"expected": condition.expected, "found": found})
        labels = self._labels(fact, found)
        if isinstance(condition, Holds):
            label = dict(fact.choices[value])
            expected = {
                "value": label,
                "months": condition.months,
                "found": {value: label} if value in labels else labels,
            }
            return Explanation("right.has", None, values | expected)
        wanted = {choice: dict(fact.choices[choice]) for choice in sorted(condition.values)}
        asked = {"values": wanted, "negated": condition.negated, "found": labels}
        return Explanation("right.choice", None, values | asked)

    def _labels(self, fact: AskedFact, found: Value) -> dict[str, dict[str, str]]:
        """The words of what is known to be so (of a choice: what it may be)."""
        known = found.held if isinstance(found, Holding) else found if isinstance(found, frozenset) else ()
        return {value: dict(fact.choices[value]) for value in sorted(known) if value in fact.choices}

    def _origin(self, fact: str, scope: Scope, value: str = "") -> dict[str, object]:
        origin: Origin = self._household.origin(fact, scope.person, value)
        brought_by = _in_languages(origin.right.texts, "name") if origin.right else {}
        return {"how": origin.how.value, "place": origin.field, "brought_by": brought_by}

    def _comparison(self, condition: Compares, ready: ReadyCondition, scope: Scope, verdict: str) -> Explanation:
        first = self._facts[ready.asks[0][0]]
        low, high = _limits(measure(condition.left)(scope))
        bound_low, bound_high = _limits(measure(condition.right)(scope))
        written = bound_low if bound_low == bound_high else None
        old = self._ceiling if is_ceiling(condition, self._facts) else None
        is_date = first.kind is FactKind.DATE
        values: dict[str, object] = {
            "verdict": verdict,
            "fact": first.id,
            "left": self._written(condition.left),
            "right": self._written(condition.right),
            "operator": condition.operator,
            "low": _shown(low, is_date),
            "high": _shown(high, is_date),
            "bound": _shown(written * old.factor if old and written is not None else written, is_date),
            "unit": "date" if is_date else first.unit.value if first.unit else "",
            "ceiling": old is not None,
        }
        return Explanation("right.compare", None, values | self._origin(first.id, scope))

    def _written(self, amount: Amount) -> dict[str, str]:
        """An amount in the words of the facts it is made of."""
        languages = next(iter(self._facts.values())).name
        return {language: self._text(amount, language) for language in languages}

    def _text(self, amount: Amount, language: str) -> str:
        if isinstance(amount, Number):
            return str(amount.value)
        if isinstance(amount, FactValue):
            return self._facts[amount.fact].name[language]
        assert isinstance(amount, Operation), "the other amounts stand in no condition"
        left, right = self._text(amount.left, language), self._text(amount.right, language)
        inner = not isinstance(amount.right, Number | FactValue) and amount.operator == "*"
        return f"{left} {_SIGNS[amount.operator]} {f'({right})' if inner else right}"


def _decides(condition: Condition, whole: Truth, part: Truth) -> bool:
    """Whether a part is why the whole came out as it did."""
    if isinstance(condition, All):
        return whole is not False or part is False
    if isinstance(condition, Either | Some):
        return whole is False or part is whole
    return True


def _word(truth: Truth) -> str:
    return "unknown" if truth is None else "yes" if truth else "no"


def _limits(found: Value) -> tuple[Decimal | int | None, Decimal | int | None]:
    if isinstance(found, Range):
        return found.low, found.high
    return (found, found) if isinstance(found, Decimal | int) else (None, None)


def _shown(number: Decimal | int | None, is_date: bool) -> object:
    return date.fromordinal(int(number)).isoformat() if is_date and number is not None else number

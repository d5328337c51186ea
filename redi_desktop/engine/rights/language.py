"""The language in which conditions of rights are written, read once into a tree.

``AND OR NOT`` and parentheses; numbers with ``= != < <= > >=``, sums, differences and products; ``fact = yes``,
``fact = value``, ``fact in {a, b}``, ``fact has value`` (``for >= 3 months``); ``ANY child (…)``, ``ANY adult (…)``,
``ANY person (…)`` and ``COUNT child (…) >= 2`` look at the people of the household one by one.

An amount may besides name a value of the legal tables (``@integration_income.category_3``), count people
(``COUNT child (…)``) and depend on a condition (``125 IF adults_n = 1 ELSE 100``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NoReturn, TypeVar

from redi_desktop.engine.rights.asked_facts import AskedFact, FactKind
from redi_desktop.engine.rights.tokens import END, BadRightCondition, Fault, Token, tokens
from redi_desktop.engine.rights.tree import (
    All,
    Amount,
    Compares,
    Condition,
    Count,
    Counted,
    Depends,
    Either,
    FactValue,
    Holds,
    IsOneOf,
    IsYes,
    LegalValue,
    Number,
    Operation,
    Opposite,
    Some,
    Who,
)

Tree = TypeVar("Tree")

DEEPEST = 40
"""Parentheses within parentheses; beyond it a condition is refused."""
OPERATORS = frozenset({"=", "!=", "<", "<=", ">", ">="})


def parse_right_condition(text: str, facts: Mapping[str, AskedFact]) -> Condition:
    """Read a condition; raises :class:`BadRightCondition` naming the fault and its place."""
    return _Parser(text, facts).whole(_Parser.either)


def parse_right_amount(text: str, facts: Mapping[str, AskedFact]) -> Amount:
    """Read an amount, such as ``68.39*children_at_charge_n``; raises :class:`BadRightCondition`."""
    return _Parser(text, facts, of_amount=True).whole(_Parser.amount)


class _Parser:
    """One text being read; each method reads one form and leaves the place after it."""

    def __init__(self, text: str, facts: Mapping[str, AskedFact], *, of_amount: bool = False) -> None:
        self._of_amount = of_amount
        self._tokens = tokens(text)
        self._facts = facts
        self._place = 0
        self._depth = 0

    def whole(self, form: Callable[[_Parser], Tree]) -> Tree:
        """The whole text in this form, with nothing after it."""
        tree = form(self)
        if self._next.text != END:
            self._refuse(Fault.UNEXPECTED)
        return tree

    @property
    def _next(self) -> Token:
        return self._tokens[self._place]

    def _refuse(self, fault: Fault, token: Token | None = None) -> NoReturn:
        token = token or self._next
        raise BadRightCondition(fault, token.text, token.position)

    def _take(self) -> Token:
        token = self._next
        if token.text == END:
            self._refuse(Fault.UNEXPECTED)
        self._place += 1
        return token

    def _skip(self, text: str) -> bool:
        if self._next.text != text or text == END:
            return False
        self._place += 1
        return True

    def _expect(self, text: str) -> None:
        if not self._skip(text):
            self._refuse(Fault.UNEXPECTED)

    def _whole_number(self) -> int:
        token = self._take()
        if not token.is_number or "." in token.text:
            self._refuse(Fault.UNEXPECTED, token)
        return int(token.text)

    def either(self) -> Condition:
        """Parts joined with OR."""
        parts = [self._all()]
        while self._skip("OR"):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _all(self) -> Condition:
        parts = [self._one()]
        while self._skip("AND"):
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _one(self) -> Condition:
        self._depth += 1
        if self._depth > DEEPEST:
            self._refuse(Fault.TOO_DEEP)
        found = self._compound() or self._about_fact()
        self._depth -= 1
        return found

    def _compound(self) -> Condition | None:
        if self._skip("NOT"):
            return Opposite(self._one())
        if self._next.text == "(":
            return self._enclosed()
        if self._skip("ANY"):
            return Some(self._who(), self._enclosed())
        if self._skip("COUNT"):
            who, part = self._who(), self._enclosed()
            return Count(who, part, self._operator(), self._whole_number())
        return None

    def _enclosed(self) -> Condition:
        self._expect("(")
        inner = self.either()
        self._expect(")")
        return inner

    def _who(self) -> Who:
        token = self._take()
        if token.text not in set(Who):
            self._refuse(Fault.UNEXPECTED, token)
        return Who(token.text)

    def _operator(self) -> str:
        token = self._take()
        if token.text not in OPERATORS:
            self._refuse(Fault.UNEXPECTED, token)
        return token.text

    def _fact(self, token: Token) -> AskedFact:
        if not token.is_name:
            self._refuse(Fault.UNEXPECTED, token)
        fact = self._facts.get(token.text)
        if fact is None:
            self._refuse(Fault.FACT_UNKNOWN, token)
        return fact

    def _about_fact(self) -> Condition:
        fact = self._fact(self._next)
        if fact.is_number:
            return Compares(self.sum(), self._operator(), self.sum())
        self._take()
        if fact.kind is FactKind.SET:
            return self._holds(fact)
        if fact.kind is FactKind.CHOICE and self._skip("in"):
            return IsOneOf(fact.id, self._values(fact))
        operator = self._take()
        if operator.text not in ("=", "!="):
            self._refuse(Fault.WRONG_KIND if operator.text in OPERATORS else Fault.UNEXPECTED, operator)
        negated = operator.text == "!="
        if fact.kind is FactKind.YES_NO:
            return IsYes(fact.id, self._yes() is not negated)
        return IsOneOf(fact.id, frozenset({self._value(fact)}), negated)

    def _yes(self) -> bool:
        token = self._take()
        if token.text not in ("yes", "no"):
            self._refuse(Fault.VALUE_UNKNOWN, token)
        return token.text == "yes"

    def _value(self, fact: AskedFact) -> str:
        token = self._take()
        if token.text not in fact.choices:
            self._refuse(Fault.VALUE_UNKNOWN, token)
        return token.text

    def _values(self, fact: AskedFact) -> frozenset[str]:
        self._expect("{")
        values = {self._value(fact)}
        while self._skip(","):
            values.add(self._value(fact))
        self._expect("}")
        return frozenset(values)

    def _holds(self, fact: AskedFact) -> Condition:
        self._expect("has")
        value, months = self._value(fact), 0
        if self._skip("for"):
            self._expect(">=")
            months = self._whole_number()
            self._expect("months")
        return Holds(fact.id, value, months)

    def amount(self) -> Amount:
        """A sum, or one of two where it depends on a condition."""
        found = self.sum()
        if not self._of_amount or not self._skip("IF"):
            return found
        condition = self.either()
        self._expect("ELSE")
        return Depends(condition, found, self.amount())

    def sum(self) -> Amount:
        """Terms joined with ``+`` and ``-``."""
        total = self._product()
        while self._next.text in ("+", "-"):
            total = Operation(self._take().text, total, self._product())
        return total

    def _product(self) -> Amount:
        product = self._factor()
        while self._skip("*"):
            product = Operation("*", product, self._factor())
        return product

    def _factor(self) -> Amount:
        self._depth += 1
        if self._depth > DEEPEST:
            self._refuse(Fault.TOO_DEEP)
        found = self._simple_amount()
        self._depth -= 1
        return found

    def _simple_amount(self) -> Amount:
        token = self._take()
        if token.text == "(":
            inner = self.amount()
            self._expect(")")
            return inner
        if token.is_number:
            return Number(Decimal(token.text) if "." in token.text else int(token.text))
        if self._of_amount and token.text.startswith("@"):
            return LegalValue(token.text[1:])
        if self._of_amount and token.text == "COUNT":
            return Counted(self._who(), self._enclosed())
        fact = self._fact(token)
        if not fact.is_number:
            self._refuse(Fault.WRONG_KIND, token)
        return FactValue(fact.id)

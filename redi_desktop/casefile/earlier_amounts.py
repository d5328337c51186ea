"""Amounts of an earlier month taken over into a case: from a result that was kept, or from another case of the person.

What is there already is left as it is; what was copied has still to be checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.rows import free_id
from redi_desktop.engine.household import Person, Role
from redi_desktop.engine.income import Evidence


class Part(StrEnum):
    """A list of amounts of the case."""

    INCOMES = "incomes"
    EXPENSES = "expenses"
    DEBTS = "debts"


def copy_amounts(case: CaseFile, earlier: CaseFile, part: Part) -> CaseFile:
    """The case with the rows of an earlier one that it lacks, and with its amounts where a row has none yet."""
    persons = _same_persons(earlier, case)
    if part is Part.DEBTS:
        debts = _merged("d", case.debts, earlier.debts, _creditor, _owed)
        return replace(case, debts=debts)
    old = tuple(_moved(row, persons) for row in getattr(earlier, part.value))
    rows = _merged(part.value[0], getattr(case, part.value), old, _kind_and_person, _amount)
    return replace(case, incomes=rows) if part is Part.INCOMES else replace(case, expenses=rows)


def amounts_in(case: CaseFile, part: Part) -> int:
    """How many amounts stand in a list."""
    known = _owed if part is Part.DEBTS else _amount
    return sum(known(row) is not None for row in getattr(case, part.value))


def _merged(
    prefix: str,
    present: Iterable[Any],
    earlier: Iterable[Any],
    alike: Callable[[Any], object],
    amount: Callable[[Any], object],
) -> tuple[Any, ...]:
    rows, taken = list(present), set[str]()
    for row in (one for one in earlier if amount(one) is not None):
        same = next((one for one in rows if alike(one) == alike(row) and one.id not in taken), None)
        number = same.id if same is not None else free_id(prefix, rows)
        taken.add(number)
        if same is None:
            rows.append(replace(row, id=number))
        elif amount(same) is None:
            rows[rows.index(same)] = replace(row, id=number)
    return tuple(rows)


def _moved(row: Any, persons: Mapping[str, str]) -> Any:
    return replace(row, person=persons.get(row.person or ""), evidence=Evidence.TO_CHECK)


def _kind_and_person(row: Any) -> object:
    return row.kind, row.person


def _creditor(row: Any) -> object:
    return row.kind.casefold()


def _amount(row: Any) -> object:
    return row.amount


def _owed(row: Any) -> object:
    return row.monthly


def _same_persons(earlier: CaseFile, case: CaseFile) -> dict[str, str]:
    """Who of the earlier household is who now; an amount of somebody who has left belongs to nobody in particular."""
    now: dict[object, str] = {}
    for person in case.household.persons:
        for mark in _marks(person):
            now.setdefault(mark, person.id)
    found: dict[str, str] = {}
    for person in earlier.household.persons:
        same = next((now[mark] for mark in _marks(person) if mark in now), None)
        if same is not None:
            found[person.id] = same
    return found


def _marks(person: Person) -> tuple[object, ...]:
    """By what somebody is known again, the surest first."""
    only_one = person.role in (Role.APPLICANT, Role.PARTNER)
    born = ((person.role, person.birth_date),) if person.birth_date is not None else ()
    return (*born, *((person.role,) if only_one else ()))

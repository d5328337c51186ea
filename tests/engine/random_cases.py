"""Households drawn by chance, in the public JSON form: every region, tenure, activity, age and date."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from redi_desktop.engine.expenses import ExpenseKind, Treatment
from redi_desktop.engine.household import Activity, Heating, Region, Tenure
from redi_desktop.engine.income import IncomeKind

OPTIONS = ("option_hot_meal", "option_childcare", "option_tv", "option_car")
PERIODS = ("month", "week", "day", "quarter", "year")
SHARES = ("1", "1", "0.5", "0.42", "0.333", "0.1")


def random_case(seed: int) -> dict[str, Any]:
    """The same case for the same seed."""
    chance = random.Random(seed)
    day = date(chance.randint(2016, 2027), chance.randint(1, 12), chance.randint(1, 28))
    roles = ["applicant", *(["partner"] if chance.random() < 0.4 else [])]
    roles += ["other_adult"] * chance.choice([0, 0, 1]) + ["child"] * chance.choice([0, 0, 1, 1, 2, 3, 5])
    persons = [_person(chance, f"p{number}", role, day) for number, role in enumerate(roles, 1)]
    dwelling = {
        "tenure": chance.choice(list(Tenure)).value,
        "heating": chance.choice(list(Heating)).value,
        "social_energy_tariff": chance.random() < 0.5,
        "new_lease": chance.random() < 0.4,
        "bedrooms": chance.choice([None, None, 0, 1, 2, 3, 4, 5]),
    }
    ids = [None, *(person["id"] for person in persons)]
    return {
        "format": "redi-case/1",
        "id": f"random-{seed}",
        "reference_date": day.isoformat(),
        "household": {"region": chance.choice(list(Region)).value, "persons": persons},
        "dwelling": dwelling,
        "incomes": [_income(chance, f"i{number}", ids) for number in range(chance.randint(0, 3))],
        "expenses": [_expense(chance, f"e{number}", ids) for number in range(chance.randint(0, 5))],
        "debts": [_debt(chance, f"d{number}") for number in range(chance.randint(0, 2))],
        "options": [option for option in OPTIONS if chance.random() < 0.3],
    }


def _person(chance: random.Random, person_id: str, role: str, day: date) -> dict[str, Any]:
    age = chance.randint(0, 17) if role == "child" else chance.randint(16 if role == "partner" else 18, 100)
    birth = date(day.year - age, day.month, day.day) - timedelta(days=chance.choice([0, 1, 30, 180, 364]))
    return {
        "id": person_id,
        "role": role,
        "birth_date": birth.isoformat(),
        "sex": chance.choice("fm"),
        "activity": chance.choice(list(Activity)).value,
        "bim": chance.random() < 0.4,
        "custody_share": chance.choice(SHARES) if role == "child" else "1",
    }


def _amount(chance: random.Random) -> str:
    return f"{chance.randint(0, 200_000) / 100:.2f}"


def _income(chance: random.Random, row_id: str, ids: list[Any]) -> dict[str, Any]:
    kind, period = chance.choice(list(IncomeKind)).value, chance.choice(PERIODS)
    income = {"id": row_id, "person": chance.choice(ids), "kind": kind, "amount": _amount(chance), "period": period}
    return income | ({"counted": chance.random() < 0.5, "reason": "said so"} if chance.random() < 0.2 else {})


def _expense(chance: random.Random, row_id: str, ids: list[Any]) -> dict[str, Any]:
    kind, period = chance.choice(list(ExpenseKind)).value, chance.choice(PERIODS)
    expense = {"id": row_id, "person": chance.choice(ids), "kind": kind, "amount": _amount(chance), "period": period}
    treated = {"treatment": chance.choice(list(Treatment)).value} if chance.random() < 0.5 else {}
    retained = {"retained": _amount(chance)} if chance.random() < 0.2 else {}
    return expense | {"reason": "said so"} | treated | retained


def _debt(chance: random.Random, row_id: str) -> dict[str, Any]:
    share = chance.choice(["0", "0.5", "0.333", "1"])
    return {"id": row_id, "kind": "bank", "monthly": _amount(chance), "accepted_share": share, "reason": "said so"}

"""The invented people of the simulated year, and what their worker finds out about them, from one seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from typing import Any

from redi_desktop.casefile.json_form import from_data
from redi_desktop.casefile.model import CaseFile

_NAMES = ("Amina", "Jan", "Noémie", "Çelik", "Vandenberghe", "Dupont", "Łukasz", "Peeters", "Diallo", "Maes", "Ñíguez")
_REGIONS = ("flanders", "wallonia", "brussels")
_ACTIVITIES = ("working", "jobseeker", "incapacity", "inactive")
_INCOMES = ("wage", "unemployment", "integration_income", "sickness_invalidity")


def case_data(number: int, day: date) -> dict[str, Any]:
    """Somebody who asks for help on that day; the same number gives the same people."""
    chance = random.Random(number)
    persons = list(_persons(chance, day))
    adults = [person["id"] for person in persons if person["role"] != "child"]
    incomes = [
        {"id": f"i{place}", "person": person, "kind": chance.choice(_INCOMES), "amount": _euros(chance, 700, 1900),
         "period": "month"}
        for place, person in enumerate(adults)
    ]  # fmt: skip
    return {
        "format": "redi-case/1", "id": f"{number + 1_000:032x}", "reference": f"NAM-{day.year}-{number:04d}",
        "reference_date": day.isoformat(),
        "household": {"region": chance.choice(_REGIONS), "persons": persons},
        "dwelling": {
            "tenure": chance.choice(("private_rent", "social_rent")), "heating": chance.choice(("gas", "oil")),
        },
        "incomes": incomes,
        "expenses": [{"id": "e1", "kind": "rent", "amount": _euros(chance, 380, 950), "period": "month"}],
        "debts": [{"id": "d1", "kind": "energy", "monthly": _euros(chance, 20, 120)}] if chance.random() < 0.4 else [],
    }  # fmt: skip


def _persons(chance: random.Random, day: date) -> Iterator[dict[str, Any]]:
    def person(place: int, role: str, youngest: int, oldest: int, activity: str) -> dict[str, Any]:
        born = date(day.year - chance.randint(youngest, oldest), chance.randint(1, 12), chance.randint(1, 28))
        name = f"{chance.choice(_NAMES)} {chance.choice(_NAMES)}"
        return {
            "id": f"p{place}", "role": role, "name": name, "birth_date": born.isoformat(), "sex": chance.choice("fm"),
            "activity": activity,
        }  # fmt: skip

    yield person(0, "applicant", 20, 62, chance.choice(_ACTIVITIES))
    partners = chance.random() < 0.4
    if partners:
        yield person(1, "partner", 20, 62, chance.choice(_ACTIVITIES))
    for place in range(chance.choice((0, 0, 1, 2, 3))):
        yield person(place + 2, "child", 3, 11, "primary")


def _euros(chance: random.Random, least: int, most: int) -> str:
    return f"{chance.randint(least * 100, most * 100) / 100:.2f}"


def steps_of(number: int, day: date) -> Iterator[CaseFile]:
    """The case as it grows, field by field: people, then dwelling and income, then the whole of it."""
    whole = case_data(number, day)
    yield from_data({**whole, "incomes": [], "expenses": [], "debts": []})
    yield from_data({**whole, "expenses": [], "debts": []})
    yield from_data(whole)
    yield from_data({**whole, "comment": f"Visite à domicile, dossier {number}. « Rien de particulier. »"})

"""How fast the vault is: unlocking, saving a field, listing, searching and checking ten thousand cases.

Each function gives numbers and prints nothing. The cases are invented, of the size that a household of four with its
incomes and expenses has.
"""

from __future__ import annotations

import dataclasses
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TypeVar

from redi_desktop.casefile.model import CaseFile, Request
from redi_desktop.engine.expenses import Expense, ExpenseKind
from redi_desktop.engine.household import Dwelling, Household, Person, Region, Role, Tenure
from redi_desktop.engine.income import Income, IncomeKind
from redi_desktop.engine.money import Period
from redi_desktop.store.key_cost import KeyCost, KeyLimits
from redi_desktop.store.vault import Vault
from tools.measure import Measure

PASSPHRASE = "sept mots que personne ne devinera jamais"
CHEAP = KeyLimits(floor=KeyCost(64, 1, 1), cap=KeyCost(64, 1, 1))
"""Where the key derivation is not what is measured."""
FIRST_NAMES = ("Ayşe", "Jan", "Noémie", "Łukasz", "Marie", "Sofía", "Mehmet", "Griet", "Björn", "Fatima")
LAST_NAMES = ("Çelik", "Van den Berghe", "Dupont", "D'Hondt", "Peeters", "Ould-Ali", "Müller", "Janssens", "N'Guessan")
R = TypeVar("R")
SEARCHES = ("c", "ce", "cel", "celi", "celik", "vandenb", "dossier 42", "ayse celik", "zzz")

GOALS: dict[str, float | None] = {
    "unlock": 1000.0,
    "first_list": 300.0,
    "search_slowest": 30.0,
    "save": 15.0,
    "backup_of_1000": 1000.0,
}
"""Milliseconds; the other numbers are shown without a goal."""


def measures() -> Iterator[Measure]:
    """Every number of a vault of 10,000 cases, beside its goal where it has one."""
    for name, value in measure_store().items():
        unit = "MB" if name.endswith(("_mb", "_mib")) else "ms"
        yield Measure(f"vault of 10,000 cases: {name.replace('_', ' ')}", value, GOALS.get(name), unit)


def measure_store(cases: int = 10_000) -> dict[str, float]:
    """Every number of the vault, in milliseconds unless its name says otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        numbers = measure_unlock(Path(folder) / "unlock")
        fill(Path(folder) / "many", cases)
        numbers |= measure_list_and_search(Path(folder) / "many")
        numbers |= measure_saves(Path(folder) / "many")
        numbers |= measure_check(Path(folder) / "many")
        fill(Path(folder) / "thousand", 1_000)
        numbers |= measure_backup(Path(folder) / "thousand")
    return numbers


def measure_unlock(folder: Path, rounds: int = 3) -> dict[str, float]:
    """Making a vault and opening it at the cost that a real one has on this machine."""
    create_ms, vault = timed(lambda: Vault.create(folder, PASSPHRASE))
    vault.close()
    opens = []
    for _ in range(rounds):
        open_ms, vault = timed(lambda: Vault.open(folder, PASSPHRASE))
        vault.close()
        opens.append(open_ms)
    memory = json.loads((folder / "keys.json").read_bytes())["slots"][0]["memory_kib"]
    return {"create": create_ms, "unlock": statistics.median(opens), "argon2_memory_mib": memory / 1024}


def fill(folder: Path, cases: int) -> None:
    """A vault of that many invented cases."""
    with Vault.create(folder, PASSPHRASE, limits=CHEAP) as vault:
        vault.cases.save_all(invented_cases(cases), "bench")


def invented_cases(cases: int) -> Iterator[tuple[CaseFile, Decimal]]:
    """That many cases, each with its balance."""
    chance = random.Random(1)
    for number in range(cases):
        yield invented_case(number, chance), Decimal(chance.randrange(-90_000, 90_000)) / 100


def measure_list_and_search(folder: Path, rounds: int = 5) -> dict[str, float]:
    """The list after unlocking, and each keystroke of a search."""
    open_ms, vault = timed(lambda: Vault.open(folder, PASSPHRASE, limits=CHEAP))
    with vault:
        first_ms, _ = timed(vault.cases.list)
        lists = [timed(vault.cases.list)[0] for _ in range(rounds)]
        searches = [timed(partial(vault.cases.list, typed))[0] for typed in SEARCHES for _ in range(rounds)]
    return {
        "open_after_key": open_ms,
        "first_list": first_ms,
        "list": statistics.median(lists),
        "search": statistics.median(searches),
        "search_slowest": max(searches),
    }


def measure_saves(folder: Path, rounds: int = 200) -> dict[str, float]:
    """One field of a case changed and saved, again and again; and a case loaded."""
    saves = []
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as vault:
        case = vault.cases.load(vault.cases.list("dossier 42")[0].id)
        for number in range(rounds):
            case = dataclasses.replace(case, comment=f"{number} {case.comment[:2000]}")
            saves.append(timed(partial(vault.cases.save, case, "comment", Decimal(number)))[0])
        loads = [timed(partial(vault.cases.load, case.id))[0] for _ in range(rounds)]
    return {"save": statistics.median(saves), "save_p95": p95(saves), "load": statistics.median(loads)}


def measure_backup(folder: Path, rounds: int = 5) -> dict[str, float]:
    """A verified backup of a thousand cases, and what a save has to wait to learn that none is due."""
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as vault:
        backups = [timed(vault.backups.make)[0] for _ in range(rounds)]
        idle = [timed(vault.daily_care)[0] for _ in range(200)]
    return {"backup_of_1000": statistics.median(backups), "nothing_due": statistics.median(idle)}


def measure_check(folder: Path) -> dict[str, float]:
    """The full check of the vault, and its size."""
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as vault:
        check_ms, found = timed(vault.verify)
    if not found.fine:
        raise RuntimeError(f"the vault under measurement is damaged: {found.faults[:3]}")
    return {"verify": check_ms, "database_mb": (folder / "dossiers.db").stat().st_size / 1e6}


def invented_case(number: int, chance: random.Random) -> CaseFile:
    """One household of four, with what a full inquiry notes."""
    family = chance.choice(LAST_NAMES)
    roles = (Role.APPLICANT, Role.PARTNER, Role.CHILD, Role.CHILD)
    persons = tuple(
        Person(
            id=f"p{place}",
            role=role,
            name=f"{chance.choice(FIRST_NAMES)} {family}",
            birth_date=date(1985 if place < 2 else 2015, 1 + place, 1 + number % 28),
        )
        for place, role in enumerate(roles)
    )
    return CaseFile(
        id=f"{number:032x}",
        reference=f"Dossier {number}",
        request=Request(
            date=date(2026, 11, 1 + number % 28), reason="Le loyer et le chauffage dépassent le revenu. " * 8
        ),
        reference_date=date(2026, 11, 1),
        household=Household(region=chance.choice(tuple(Region)), persons=persons),
        dwelling=Dwelling(tenure=Tenure.PRIVATE_RENT),
        incomes=tuple(
            Income(id=f"i{place}", person=f"p{place % 2}", kind=kind, amount=_amount(chance), period=Period.MONTH)
            for place, kind in enumerate(tuple(IncomeKind)[:4])
        ),
        expenses=tuple(
            Expense(id=f"e{place}", kind=kind, amount=_amount(chance), period=Period.MONTH)
            for place, kind in enumerate(tuple(ExpenseKind)[:25])
        ),
        comment="Madame cherche un logement social; la facture de gaz est en plan de paiement. " * 12,
    )


def timed(work: Callable[[], R]) -> tuple[float, R]:
    """How many milliseconds it took, and what came of it."""
    start = time.perf_counter()
    result = work()
    return (time.perf_counter() - start) * 1000, result


def p95(numbers: list[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return sorted(numbers)[int(len(numbers) * 0.95)]


def _amount(chance: random.Random) -> Decimal:
    return Decimal(chance.randrange(500, 150_000)) / 100

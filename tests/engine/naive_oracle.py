"""The reference and the retained budget once more, as plainly as possible: the CSV files, fractions, no engine.

Written from the design and the tables alone, on a case in its public JSON form; slow, and short enough to be checked
by reading. Where it and the engine differ, one of the two has misread the design.
"""

from __future__ import annotations

import csv
import math
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

TABLES = Path(__file__).parents[2] / "resources" / "parameters" / "open-baskets-be"
PER_MONTH = {
    "month": Fraction(1), "day": Fraction("365.25") / 12, "week": Fraction("365.25") / 7 / 12,
    "quarter": Fraction(1, 3), "year": Fraction(1, 12),
}  # fmt: skip
LIVING_NEEDS = {"food": "food", "clothing": "clothing", "hygiene": "hygiene", "leisure": "rest_leisure"}
ADDED = {
    "medical_extra": "health", "maintenance_paid": "relations", "student_room": "housing", "car_necessary": "mobility",
    "professional_costs": "unforeseen_admin", "mortgage_interest": "housing", "mortgage_capital": "housing",
    "other": "unforeseen_admin",
}  # fmt: skip
COMPARED = {"train", "car_sharing", "car", "clubs_and_camps", *LIVING_NEEDS}
NOT_COUNTED = {"study_grant", "ai", "one_off"}
Case = dict[str, Any]


class Line(NamedTuple):
    """One line of the reference budget."""

    item: dict[str, str]
    person: str | None
    amount: Fraction


@cache
def table(name: str) -> list[dict[str, str]]:
    """A CSV file of the pack, row by row."""
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@cache
def index() -> dict[str, Fraction]:
    """The consumer price index by month, base 2013."""
    rows = (row for row in table("price_index") if (row["series"], row["base"]) == ("cpi", "2013=100"))
    return {row["month"]: Fraction(row["index"]) for row in rows}


@cache
def tariffs(item_id: str) -> list[tuple[str, Fraction]]:
    """The dated prices of an item, the oldest first."""
    return sorted((t["valid_from"], Fraction(t["unit_price"])) for t in table("tariffs") if t["item_id"] == item_id)


@cache
def unit_price(item_id: str, price: str, price_date: str, month: str) -> Fraction:
    """What an item costs in a month: the tariff in force, else a dated price moved by the index."""
    in_force = [price for start, price in tariffs(item_id) if start <= month]
    if in_force:
        return in_force[-1]
    start, dated = tariffs(item_id)[0] if tariffs(item_id) else (price_date, Fraction(price))
    last = max(index())
    return dated * index()[min(month, last)] / index()[min(start, last)]


def cent(amount: Fraction) -> Fraction:
    """Rounded half-up; a refund, which is below zero, like the cost that it lowers."""
    return -cent(-amount) if amount < 0 else Fraction(math.floor(amount * 100 + Fraction(1, 2)), 100)


def age(person: Case, day: date) -> int:
    born = date.fromisoformat(person["birth_date"])
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def bedrooms_needed(persons: list[Case], day: date) -> int:
    couple = ("applicant", "partner") if any(person["role"] == "partner" for person in persons) else ()
    others = [person for person in persons if person["role"] not in couple]
    boys, girls = (
        [age(person, day) for person in others if person["sex"] == sex and age(person, day) < 18] for sex in "mf"
    )
    rooms = bool(couple) + len(others) - len(boys) - len(girls) + math.ceil(len(boys) / 2) + math.ceil(len(girls) / 2)
    share_one = len(boys) % 2 and len(girls) % 2 and min(boys) < 12 and min(girls) < 12
    return rooms - 1 if share_one else rooms


def holds(condition: str, flags: set[str], numbers: dict[str, int]) -> bool:
    """Whether every term joined with ``&`` is true."""
    terms = condition.split("&")
    return all(term_holds(term.removeprefix("!"), flags, numbers) != term.startswith("!") for term in terms)


def term_holds(term: str, flags: set[str], numbers: dict[str, int]) -> bool:
    if ">=" in term:
        return numbers[term.split(">=")[0]] >= int(term.split(">=")[1])
    if "<=" in term:
        return numbers[term.split("<=")[0]] <= int(term.split("<=")[1])
    if "=" in term:
        return numbers[term.split("=")[0]] == int(term.split("=")[1])
    return term in flags or term in ("", "no_factor")


def surroundings(case: Case, day: date) -> tuple[set[str], dict[str, int]]:
    """The flags that hold for everybody, and the numbers of the household."""
    persons, dwelling = case["household"]["persons"], case["dwelling"]
    ages = [age(person, day) for person in persons]
    flags = {
        *case["options"],
        f"heating_{dwelling['heating']}",
        *(["social_energy"] if dwelling["social_energy_tariff"] else []),
        *(["new_lease"] if dwelling["new_lease"] else []),
        *(["tenant"] if dwelling["tenure"] in ("private_rent", "social_rent") else []),
        *(["child_12plus"] if any(12 <= years < 18 for years in ages) else []),
        *(["ri"] if {"integration_income", "equivalent_social_aid"} & {i["kind"] for i in case["incomes"]} else []),
    }
    needed = dwelling["bedrooms"] if dwelling["bedrooms"] is not None else bedrooms_needed(persons, day)
    adults = sum(years >= 18 for years in ages)
    numbers = {"household_size": len(ages), "adults": adults, "children": len(ages) - adults, "bedrooms": needed}
    return flags, numbers


def reference_lines(case: Case) -> list[Line]:
    """The reference budget, line by line."""
    day = date.fromisoformat(case["reference_date"])
    flags, numbers = surroundings(case, day)
    persons = case["household"]["persons"]
    adult_bim = {"bim"} if any(person["bim"] and age(person, day) >= 18 for person in persons) else set()
    lines = []
    for item in table("items"):
        if item["region"] not in ("any", case["household"]["region"]):
            continue
        if item["tenure"] not in ("any", case["dwelling"]["tenure"]):
            continue
        if item["scope"] == "household" and holds(item["condition"], flags | adult_bim, numbers):
            lines.append(Line(item, None, cent(monthly(item, case, Fraction(1)))))
        for person in persons if item["scope"] == "person" else ():
            own_flags = flags | ({"bim"} if person["bim"] else set())
            if is_for(item, person, day) and holds(item["condition"], own_flags, numbers):
                share = Fraction(person["custody_share"])
                lines.append(Line(item, person["id"], cent(monthly(item, case, share))))
    return lines


def is_for(item: dict[str, str], person: Case, day: date) -> bool:
    """Whether age, sex and activity of an item are those of a person."""
    idle = person["activity"] in ("jobseeker", "incapacity", "inactive")
    return (
        int(item["age_min"]) <= age(person, day) <= int(item["age_max"])
        and item["sex"] in ("any", person["sex"])
        and (item["activity"] in ("any", person["activity"]) or (item["activity"] == "inactive" and idle))
    )


def monthly(item: dict[str, str], case: Case, share: Fraction) -> Fraction:
    """Euro per month, not rounded."""
    price = unit_price(item["item_id"], item["unit_price"], item["price_date"], case["reference_date"][:7])
    amount = price * Fraction(item["quantity"]) * share
    amount *= Fraction(1, int(item["lifetime_months"])) if item["period"] == "once" else PER_MONTH[item["period"]]
    if item["need"] == "food" and "no_factor" not in item["condition"]:
        size = str(min(len(case["household"]["persons"]), 5))
        (factor,) = [row["factor"] for row in table("household_size_factors") if row["household_size"] == size]
        amount *= Fraction(factor)
    return amount


def by_need(lines: list[Line]) -> dict[str, Fraction]:
    """The reference budget by need; a need without lines is not there."""
    totals: dict[str, Fraction] = {}
    for line in lines:
        totals[line.item["need"]] = totals.get(line.item["need"], Fraction(0)) + line.amount
    return totals


def treatment(expense: Case, case: Case) -> str:
    """The worker's treatment, else the default of the kind."""
    if "treatment" in expense:
        return str(expense["treatment"])
    if expense["kind"] in ("car", "car_necessary") and "option_car" in case["options"]:
        return "replace"
    return "add" if expense["kind"] in ADDED else "compare" if expense["kind"] in COMPARED else "replace"


def replaces(expense: Case, line: Line) -> bool:
    """Whether a real expense stands in for a reference line."""
    if expense["person"] is not None and line.person not in (None, expense["person"]):
        return False
    if expense["kind"] in LIVING_NEEDS:
        return line.item["need"] == LIVING_NEEDS[expense["kind"]] and not line.item["expense_kind"]
    kind = "car" if expense["kind"] == "car_necessary" else str(expense["kind"])
    return line.item["expense_kind"] == kind


def retained_by_need(case: Case) -> dict[str, Fraction]:
    """The reference budget by need with the real expenses in their place."""
    lines = reference_lines(case)
    counting = [e for e in case["expenses"] if treatment(e, case) in ("replace", "add")]
    replacing = [e for e in counting if treatment(e, case) == "replace"]
    totals = by_need([line for line in lines if not any(replaces(expense, line) for expense in replacing)])
    need_of = {row["expense_kind"]: row["need"] for row in table("items")} | ADDED | LIVING_NEEDS
    for expense in counting:
        need = need_of[expense["kind"]]
        real = cent(Fraction(expense.get("retained", expense["amount"])) * PER_MONTH[expense["period"]])
        totals[need] = totals.get(need, Fraction(0)) + real
    return totals


def accepted_debts(case: Case) -> Fraction:
    """Euro per month of the accepted shares."""
    parts = (cent(Fraction(debt["monthly"]) * Fraction(debt["accepted_share"])) for debt in case["debts"])
    return sum(parts, Fraction(0))


def counted_income(case: Case) -> Fraction:
    """Euro per month of what counts."""
    counted = (i for i in case["incomes"] if i.get("counted", i["kind"] not in NOT_COUNTED))
    return sum((cent(Fraction(i["amount"]) * PER_MONTH[i["period"]]) for i in counted), Fraction(0))

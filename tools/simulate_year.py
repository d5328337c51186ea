"""A year of a social worker at a CPAS, in a few minutes: nothing is lost, and every old result still computes.

The vault begins as one that the first version of the program has written. Six hundred people come; four new packs
arrive; two colleagues leave their cases, in vaults of two later versions; the machine dies twice a week in the middle
of the work; a backup is made each day; and in July the passphrase is forgotten. What the program has said to be done is
noted outside the vault, and in the end all of it has to be there, to the cent.

Run as ``python -m tools.simulate_year [--cases 600] [--days 250]``.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from redi_desktop.engine.assess import Parameters
from redi_desktop.errors import WrongPassphrase
from redi_desktop.store.handover import Agreement, hand_over, take_over
from redi_desktop.store.vault import Vault
from tools.make_vault_fixture import CHEAP, FIXTURES, PASSPHRASE
from tools.simulate_year_day import Ledger, live, state_of
from tools.simulate_year_packs import NewPack, first, quarterly
from tools.simulate_year_proof import prove, prove_crash
from tools.torture_outcome import is_sound

_FIRST_DAY = date(2026, 1, 5)
_NEW_PASSPHRASE = "sept mots tout neufs pour juillet"
_ONE_TIME = "un mot de passe pour une fois"
_CRASHES_A_WEEK, _WORKING_DAYS = 2, 5
_SECONDS_A_CASE = 0.06
_FORMS = ("schema-1", "schema-4", "schema-5")
_PACKS = 4


@dataclass
class Year:
    """What has happened so far, and what was promised."""

    folder: Path
    passphrase: str = PASSPHRASE
    sheet: str = ""
    today: date = _FIRST_DAY
    ledger: Ledger = field(default_factory=Ledger)
    counted: Counter[str] = field(default_factory=Counter)

    def clock(self) -> datetime:
        """The clock of the vault: the day of the year, the hour of this machine."""
        return datetime.combine(self.today, datetime.now(UTC).time(), UTC)

    def open(self) -> Vault:
        """The worker's vault on that day."""
        return Vault.open(self.folder, self.passphrase, limits=CHEAP, clock=self.clock)


def simulate(folder: Path, cases: int, days: int, new_packs: int = _PACKS) -> Year:
    """Live the year in a folder, and prove what was promised after each crash."""
    year, parameters, waiting = Year(folder / "vault"), first(), list(range(cases))
    shutil.copytree(FIXTURES / _FORMS[0], year.folder)
    _begin(year)
    packs, dying = iter(quarterly(new_packs)), dict(_days_of_death(days))
    for day in range(days):
        if day and day % max(days // (new_packs + 1), 1) == 0 and year.counted["new packs"] < new_packs:
            parameters = _take_pack(year, next(packs))
        if day in (days // 3, 2 * days // 3):
            _take_over_from_colleague(year, folder / f"colleague-{day}")
        if day == days // 2:
            _lose_passphrase(year)
        people = waiting[: -(-len(waiting) // (days - day))]
        _live_day(year, people, parameters, dying.get(day, 0.0) * len(people) * _SECONDS_A_CASE)
        waiting = [number for number in waiting if number not in year.ledger.finished]
        year.today += timedelta(days=3 if day % _WORKING_DAYS == _WORKING_DAYS - 1 else 1)
    _live_day(year, waiting, parameters, 0.0)
    return year


def _days_of_death(days: int) -> Iterator[tuple[int, float]]:
    """The days on which the machine dies, and how far into the work: nothing is 0, the whole day is 1."""
    chance = random.Random(2026)
    for week in range(0, days, _WORKING_DAYS):
        for day in chance.sample(range(_WORKING_DAYS), _CRASHES_A_WEEK):
            yield week + day, chance.uniform(0.01, 1)


def _begin(year: Year) -> None:
    """Open the vault of the first version, which migrates it, and print its recovery sheet."""
    with year.open() as vault:
        _promise_what_is_there(year, vault)
        year.sheet = " ".join(vault.recovery_code().groups)
        vault.prove_recovery(year.sheet)
    year.counted["forms of the vault"] += 1


def _promise_what_is_there(year: Year, vault: Vault) -> None:
    """Whatever an earlier version has saved is promised too."""
    for shown in vault.cases.list(include_archived=True):
        year.ledger.states[shown.id] = state_of(vault.cases.load(shown.id))


def _take_pack(year: Year, pack: NewPack) -> Parameters:
    """Take a new pack: it is kept in the vault, and what is frozen from now on rests on it."""
    with year.open() as vault:
        vault.parameters.keep_pack(pack.files)
    year.counted["new packs"] += 1
    return pack.parameters


def _take_over_from_colleague(year: Year, folder: Path) -> None:
    """A colleague leaves: every case of a vault that another version has written, by a file for each."""
    form = _FORMS[year.counted["forms of the vault"]]
    shutil.copytree(FIXTURES / form, folder)
    agreement = Agreement(given_on=year.today, how="de vive voix")
    with Vault.open(folder, PASSPHRASE, limits=CHEAP, clock=year.clock) as theirs, year.open() as ours:
        for shown in theirs.cases.list(include_archived=True):
            parcel = folder / f"{shown.id}.redicase"
            hand_over(theirs, shown.id, parcel, _ONE_TIME, agreement, limits=CHEAP)
            taken = take_over(ours, parcel, _ONE_TIME, limits=CHEAP)
            year.ledger.states[taken] = state_of(ours.cases.load(taken))
            for kept in ours.assessments.list(taken):
                year.ledger.results[kept.id] = _promised(taken, kept.result)
            for decision in ours.decisions.list(taken):
                year.ledger.decisions[decision.id] = taken
            year.counted["cases taken over"] += 1
    year.counted["forms of the vault"] += 1


def _promised(case_id: str, result: dict[str, object]) -> dict[str, object]:
    budget = result["retained_budget"]
    total = budget["total"] if isinstance(budget, dict) else None
    return {"case": case_id, "balance": result["balance"], "budget": total}


def _lose_passphrase(year: Year) -> None:
    """The worker comes back from holiday without the passphrase, and opens the vault with the sheet."""
    try:
        Vault.open(year.folder, "sept mots que personne ne sait", limits=CHEAP).close()
    except WrongPassphrase:
        year.counted["wrong passphrases refused"] += 1
    Vault.open_with_recovery(year.folder, year.sheet, _NEW_PASSPHRASE, limits=CHEAP, clock=year.clock).close()
    year.passphrase = _NEW_PASSPHRASE
    year.counted["passphrases recovered"] += 1


def _live_day(year: Year, numbers: Sequence[int], parameters: Parameters, dies_after: float) -> None:
    """A day of work, and after a crash the proof that what was said is there."""
    deeds = live(year.open, numbers, year.today, parameters, dies_after)
    for deed in deeds:
        year.ledger.note(deed)
    if not dies_after:
        return
    done = {deed["number"] for deed in deeds if deed["did"] == "finish"}
    year.counted["crashes"] += 1
    year.counted["crashes in the middle of a case"] += not done.issuperset(numbers)
    with year.open() as vault:
        year.counted["crashes that broke something"] += not is_sound(vault)
        year.counted["deeds lost in a crash"] += prove_crash(vault, deeds, year.today)


def main(arguments: list[str]) -> int:
    """Live the year, prove it, print the counts; exit status 1 where a promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m tools.simulate_year")
    parser.add_argument("--cases", type=int, default=600)
    parser.add_argument("--days", type=int, default=250)
    chosen = parser.parse_args(arguments)
    if not hasattr(os, "fork"):
        print("The year needs a system that can fork: run it on Linux or macOS.", file=sys.stderr)
        return 2
    logging.disable(logging.WARNING)
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="redi-year-") as folder:
        year = simulate(Path(folder), chosen.cases, chosen.days)
        lived = time.monotonic() - start
        proof = prove(year.open, year.ledger, year.passphrase)
    for what, count in {**year.counted, **proof.counted}.items():
        print(f"{count:>7}  {what}")
    broken = [*proof.broken, *(f"{year.counted[what]} {what}" for what in _NEVER if year.counted[what])]
    print(json.dumps(broken[:20], ensure_ascii=False) if broken else "Nothing was lost; every result computes again.")
    print(f"{lived:.0f} s to live, {time.monotonic() - start - lived:.0f} s to prove")
    return 1 if broken else 0


_NEVER = ("crashes that broke something", "deeds lost in a crash")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

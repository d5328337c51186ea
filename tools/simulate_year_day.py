"""One working day: cases grow field by field, are assessed, frozen and decided, till evening or till the machine dies.

The day is lived in a process of its own, which says what is done after the vault has said so; what was said has to be
there ever after.
"""

from __future__ import annotations

import hashlib
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from redi_desktop.casefile.json_form import to_data
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.store.vault import Vault
from tools.simulate_year_cases import case_data, steps_of

Open = Callable[[], Vault]
Deed = dict[str, Any]


@dataclass
class Ledger:
    """What the program has said to be done, kept outside the vault."""

    saves: int = 0
    states: dict[str, str] = field(default_factory=dict)
    results: dict[str, Deed] = field(default_factory=dict)
    decisions: dict[str, str] = field(default_factory=dict)
    finished: dict[int, date] = field(default_factory=dict)
    backups: int = 0

    def note(self, deed: Deed) -> None:
        """Take down one deed."""
        match deed["did"]:
            case "save":
                self.saves += 1
                self.states[deed["case"]] = deed["state"]
            case "freeze":
                self.results[deed["result"]] = deed
            case "decide":
                self.decisions[deed["decision"]] = deed["case"]
            case "finish":
                self.finished[deed["number"]] = date.fromisoformat(deed["day"])
            case "backup":
                self.backups += 1


def state_of(case: CaseFile) -> str:
    """The case in one word."""
    return hashlib.sha256(json.dumps(to_data(case), sort_keys=True).encode()).hexdigest()


def live(open_vault: Open, numbers: Iterable[int], day: date, parameters: Parameters, dies_after: float) -> list[Deed]:
    """Live a day in a child process; with ``dies_after`` it is killed so many seconds after its first deed.

    Gives what it said it had done. Raises where it ended otherwise than it should.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _child(lambda: work(open_vault, numbers, day, parameters, lambda deed: _tell(writing, deed)))
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        first = told.readline()
        if dies_after and first:
            time.sleep(dies_after)
            os.kill(child, signal.SIGKILL)
        said = first + told.read()
    _, status = os.waitpid(child, 0)
    if status not in (0, signal.SIGKILL):
        raise RuntimeError(f"the day of {day} ended with {status}")
    return [json.loads(line) for line in said.splitlines(keepends=True) if line.endswith(b"\n")]


def _child(do: Callable[[], None]) -> None:
    try:
        do()
    except BaseException as error:
        sys.stderr.write(f"{error!r}\n")
        os._exit(1)
    os._exit(0)


def _tell(writing: int, deed: Deed) -> None:
    os.write(writing, json.dumps(deed).encode() + b"\n")


def work(
    open_vault: Open, numbers: Iterable[int], day: date, parameters: Parameters, tell: Callable[[Deed], None]
) -> None:
    """What the worker does on a day, told deed by deed."""
    with open_vault() as vault:
        for number in numbers:
            _one_case(vault, number, day, parameters, tell)
            if vault.daily_care() is not None:
                tell({"did": "backup"})


def _one_case(vault: Vault, number: int, day: date, parameters: Parameters, tell: Callable[[Deed], None]) -> None:
    case = None
    for case in steps_of(number, day):
        vault.cases.save(case, "year")
        tell({"did": "save", "case": case.id, "state": state_of(case)})
    if case is None:
        return
    assessment = assess(case.facts, parameters, day)
    result = vault.assessments.freeze(case, assessment)
    amounts = {"balance": str(assessment.balance), "budget": str(assessment.retained.total)}
    tell({"did": "freeze", "case": case.id, "result": result, **amounts})
    decision = vault.decisions.note(case.id, {"verdict": "granted", "amount": "120.00"}, result)
    tell({"did": "decide", "case": case.id, "decision": decision})
    tell({"did": "finish", "number": number, "day": day.isoformat()})


def last_state(number: int, day: date) -> str:
    """The state in which a case that was finished on a day has to be."""
    *_, last = steps_of(number, day)
    return state_of(last)


def identifier(number: int) -> str:
    """The identifier of the case of that number."""
    return str(case_data(number, date(2026, 1, 1))["id"])

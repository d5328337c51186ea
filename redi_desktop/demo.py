"""A throw-away vault with a dozen invented cases, to try the program and to take its pictures. Nobody in it exists."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from redi_desktop.bootstrap import RealVaults, Services, services
from redi_desktop.casefile.json_form import from_data
from redi_desktop.casefile.model import CaseFile
from redi_desktop.paths import resource

PASSPHRASE = "redi demo redi demo"
"""The demo's vault holds invented cases only; its passphrase is no secret."""
WRITTEN_FOR = date(2026, 7, 6)
"""The day on which the cases are as they are written: some decided, some waiting, a few late."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBERED = re.compile(r"\d{4}(?=-\d{4}$)")


def demo_cases(today: date = WRITTEN_FOR) -> tuple[CaseFile, ...]:
    """The invented cases, the lone mother with two children in Namur first, as they stand on that day.

    All days move together, days of birth too: who is nine stays nine, what is late stays four days late.
    """
    rows = json.loads(resource("demo", "cases.json").read_text(encoding="utf-8"))
    by = max(today - WRITTEN_FOR, timedelta())
    return tuple(from_data(_numbered(_moved(row, by))) for row in rows)


def _moved(value: Any, by: timedelta) -> Any:
    """The same data, so much later; what begins with a month still does."""
    if isinstance(value, dict):
        return {key: _moved(inside, by) for key, inside in value.items()}
    if isinstance(value, list):
        return [_moved(inside, by) for inside in value]
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return value
    written = date.fromisoformat(value)
    moved = written + by
    return (moved.replace(day=1) if written.day == 1 and written.year >= WRITTEN_FOR.year else moved).isoformat()


def _numbered(row: dict[str, Any]) -> dict[str, Any]:
    """The reference bears the year of the request."""
    year = str(row["request"]["date"])[:4]
    return row | {"reference": _NUMBERED.sub(year, str(row["reference"]))}


@contextmanager
def throw_away_services(vaults: RealVaults | None = None, today: date | None = None) -> Iterator[Services]:
    """Services on a fresh vault with the demo's cases as of that day; folder and vault are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="redi-demo-", ignore_cleanup_errors=True) as folder:
        vault_folder = Path(folder) / "vault"
        real = services(vaults, Path(folder) / "config")
        vault = real.vaults.create(vault_folder, PASSPHRASE)
        for case in demo_cases(today or date.today()):
            vault.cases.save(case, "demo")
        vault.prove_recovery(" ".join(vault.recovery_code().groups))
        vault.close()
        real.settings = replace(real.settings, vault_folder=str(vault_folder))
        real.default_vault_folder = vault_folder
        yield real

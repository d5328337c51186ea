"""A throw-away vault with a dozen invented cases, to try the program and to take its pictures. Nobody in it exists."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from redi_desktop.bootstrap import Services, services
from redi_desktop.casefile.json_form import from_data
from redi_desktop.casefile.model import CaseFile
from redi_desktop.paths import resource

PASSPHRASE = "redi demo redi demo"
"""The demo's vault holds invented cases only; its passphrase is no secret."""


def demo_cases() -> tuple[CaseFile, ...]:
    """The invented cases, the lone mother with two children in Namur first."""
    rows = json.loads(resource("demo", "cases.json").read_text(encoding="utf-8"))
    return tuple(from_data(row) for row in rows)


@contextmanager
def throw_away_services() -> Iterator[Services]:
    """Services on a fresh vault with the demo's cases; folder and vault are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="redi-demo-", ignore_cleanup_errors=True) as folder:
        vault_folder = Path(folder) / "vault"
        real = services(config_folder=Path(folder) / "config")
        vault = real.vaults.create(vault_folder, PASSPHRASE)
        for case in demo_cases():
            vault.cases.save(case, "demo")
        vault.prove_recovery(" ".join(vault.recovery_code().groups))
        vault.close()
        real.settings = replace(real.settings, vault_folder=str(vault_folder))
        real.default_vault_folder = vault_folder
        yield real

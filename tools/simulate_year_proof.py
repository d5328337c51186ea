"""The proof of the simulated year: every promise of the ledger is looked for in the vault, and in its last backup."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from redi_desktop.errors import UserError
from redi_desktop.store.recomputing import Outcome
from redi_desktop.store.restoring import restore
from redi_desktop.store.vault import Vault
from tools.make_vault_fixture import CHEAP
from tools.simulate_year_cases import steps_of
from tools.simulate_year_day import Deed, Ledger, identifier, last_state, state_of

_TO_THE_CENT = (Outcome.SAME, Outcome.SAME_CENTS)


class Made(NamedTuple):
    """A backup of a vault, and the passphrase of both."""

    vault: Path
    backup: Path
    passphrase: str


@dataclass
class Proof:
    """What was found as promised, counted, and every promise that was not."""

    counted: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)

    def see(self, what: str, holds: bool, which: object = "") -> None:
        """Count one promise."""
        self.counted[what] += 1
        if not holds:
            self.broken.append(f"{what}: {which}")


def prove_crash(vault: Vault, deeds: Iterable[Deed], day: date) -> int:
    """How many of the deeds that were told before a crash are not there after it."""
    lost = 0
    for deed in deeds:
        try:
            lost += not _there(vault, deed, day)
        except UserError:
            lost += 1
    return lost


def _there(vault: Vault, deed: Deed, day: date) -> bool:
    """A result and a decision as they were told; a case in the state that was told, or in a later one."""
    if deed["did"] == "freeze":
        return bool(vault.assessments.load(deed["result"]).result["balance"] == deed["balance"])
    if deed["did"] == "decide":
        return deed["decision"] in [kept.id for kept in vault.decisions.list(deed["case"])]
    if deed["did"] != "save":
        return True
    number = int(deed["case"], 16) - 1_000
    states = [state_of(case) for case in steps_of(number, day)]
    return state_of(vault.cases.load(deed["case"])) in states[states.index(deed["state"]) :]


def prove(open_vault: Callable[[], Vault], ledger: Ledger, passphrase: str) -> Proof:
    """Look for everything that was promised."""
    proof = Proof()
    with open_vault() as vault:
        _prove_cases(proof, vault, ledger)
        _prove_results(proof, vault, ledger.results)
        for decision, case_id in ledger.decisions.items():
            proof.see("decisions", decision in [kept.id for kept in vault.decisions.list(case_id)], decision)
        check = vault.verify()
        proof.see("whole vaults checked", check.fine, [fault.kind.value for fault in check.faults])
        proof.counted["journal entries that vouch for it"] = check.entries
        kept = vault.backups.list()
        for backup in kept:
            proof.see("backups that verify", not vault.backups.verify(backup), backup.name)
        made, folder = vault.backups.make(), vault.folder
    proof.counted["saves told"] = ledger.saves
    proof.counted["daily backups made"] = ledger.backups
    _prove_restored(proof, open_vault, Made(folder, made.folder, passphrase), ledger)
    return proof


def _prove_cases(proof: Proof, vault: Vault, ledger: Ledger) -> None:
    promised = dict(ledger.states)
    promised |= {identifier(number): last_state(number, day) for number, day in ledger.finished.items()}
    shown = {case.id for case in vault.cases.list(include_archived=True)}
    proof.see("lists of all cases", shown == set(promised), f"{len(shown)} instead of {len(promised)}")
    for case_id, state in promised.items():
        proof.see("cases as they were left", state_of(vault.cases.load(case_id)) == state, case_id)


def _prove_results(proof: Proof, vault: Vault, results: dict[str, dict[str, Any]]) -> None:
    """Each frozen result says what it said, and computing it again gives the same cents."""
    packs = set()
    for result_id, promised in results.items():
        kept = vault.assessments.load(result_id)
        said = (kept.result["balance"], kept.result["retained_budget"]["total"])
        proof.see("results as they were", said == (promised["balance"], promised["budget"]), result_id)
        again = vault.recompute(result_id)
        proof.see("results computed again to the cent", again.outcome in _TO_THE_CENT, result_id)
        packs |= {fingerprint for role, fingerprint in kept.parameters.items() if role.value == "baskets"}
    proof.counted["basket packs that results rest on"] = len(packs)


def _prove_restored(proof: Proof, open_vault: Callable[[], Vault], made: Made, ledger: Ledger) -> None:
    """The last backup, put in the place of the vault, has everything too."""
    restore(made.vault, made.backup, made.passphrase, limits=CHEAP)
    with open_vault() as vault:
        again = Proof()
        _prove_cases(again, vault, ledger)
    proof.see("backups restored with every case", not again.broken, again.broken[:3])

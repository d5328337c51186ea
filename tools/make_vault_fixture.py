"""Makes the vault of invented people that is kept for ever as an example of the present form.

Run as ``python -m tools.make_vault_fixture`` whenever a migration or a new form of the case is about to be released:
the vault goes to ``tests/store/fixtures``, and every later version has to open it. An example that was made is never
made again: it shows what a program of its day has written. (That of schema 1 was made with the sources of its day,
before there were results, decisions and drafts to keep.)
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from redi_desktop.casefile.json_form import from_data
from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.packs.embedded import load_embedded
from redi_desktop.store.key_cost import KeyCost, KeyLimits
from redi_desktop.store.migrations import MIGRATIONS
from redi_desktop.store.vault import Vault

FIXTURES = Path(__file__).resolve().parent.parent / "tests" / "store" / "fixtures"
PASSPHRASE = "sept mots pour un exemple"
CHEAP = KeyLimits(floor=KeyCost(64, 1, 1), cap=KeyCost(64, 1, 1))


def invented(number: int, name: str, **more: Any) -> dict[str, Any]:
    """A case in its public form."""
    person = {"id": "p1", "role": "applicant", "name": name, "birth_date": "1989-01-01", "sex": "f"}
    person["activity"] = "jobseeker"
    return {
        "format": "redi-case/1",
        "id": f"{number:032x}",
        "reference": f"NAM-2026-{number}",
        "reference_date": "2024-05-15",
        "household": {"region": "wallonia", "persons": [person]},
        "dwelling": {"tenure": "private_rent", "heating": "gas"},
        "incomes": [{"id": "i1", "person": "p1", "kind": "unemployment", "amount": "1288.46", "period": "month"}],
        "expenses": [{"id": "e1", "kind": "rent", "amount": "650.00", "period": "month"}],
        **more,
    }


CASES = (
    invented(1, "Ayşe Çelik", comment="Deux enfants à charge. 🙂"),
    invented(2, "Jan Van den Berghe", status="archived"),
    invented(3, "Noémie Dupont", debts=[{"id": "d1", "kind": "énergie", "monthly": "45.00"}]),
)


def make(folder: Path) -> None:
    """Make the vault: each case saved more than once, one erased again, the passphrase changed."""
    with Vault.create(folder, "une autre phrase", limits=CHEAP) as vault:
        for data in (*CASES, invented(4, "Nobody")):
            for comment in ("first", "second", str(data.get("comment", ""))):
                vault.cases.save(from_data({**data, "comment": comment}), "comment")
        vault.cases.erase(f"{4:032x}")
        _keep_results(vault)
        vault.change_passphrase("une autre phrase", PASSPHRASE)
    for name in ("lock", "dossiers.db-journal"):
        (folder / name).unlink(missing_ok=True)
    (folder / "expected.json").write_text(json.dumps(CASES, ensure_ascii=False, indent=1), encoding="utf-8")


def _keep_results(vault: Vault) -> None:
    """A frozen result with its parameters, a decision on it, a half-typed text."""
    case = vault.cases.load(CASES[0]["id"])
    result = vault.assessments.freeze(case, assess(case.facts, Parameters(load_embedded())))
    vault.decisions.note(case.id, {"verdict": "granted", "amount": "120.00"}, result)
    vault.drafts.save(case.id, "comment", "Madame ajoute que")
    vault.retention.choose(120)


def main(arguments: list[str]) -> int:
    """Make the example of this schema; it must not be there yet."""
    folder = Path(arguments[0]) if arguments else FIXTURES / f"schema-{len(MIGRATIONS)}"
    if folder.exists():
        print(f"{folder} is there already, and stays as it is.", file=sys.stderr)
        return 1
    make(folder)
    print(f"{folder} made")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Cases that the tests of the documents are about, and the documents made from them."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from redi_desktop.casefile.json_form import from_data, from_json
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.packs.embedded import load_embedded, load_embedded_legal, load_embedded_rights
from redi_desktop.packs.policy_file import load_policy
from redi_desktop.paths import resource
from redi_desktop.report.content import Document, DocumentKind, Letterhead
from redi_desktop.report.make import make, to_bytes
from redi_desktop.report.occasion import USUAL, Choices

TODAY = date(2026, 7, 20)
LETTERHEAD = Letterhead("CPAS de Namur", "Rue de Dave 165, 5100 Jambes", "Claire Dubois", "081 33 70 00")
SHARED = Path(__file__).parents[1] / "cases" / "shared"
LANGUAGES = ("fr", "nl", "de", "en")
NAMUR: dict[str, Any] = {
    "format": "redi-case/1",
    "id": "namur",
    "reference": "2026-0042",
    "reference_date": "2026-07-15",
    "request": {"date": "2026-07-06", "reason": "Loyer et frais scolaires.", "informed": "sheet"},
    "household": {
        "region": "wallonia",
        "persons": [
            {"id": "p1", "role": "applicant", "name": "Aïcha Lefèvre", "birth_date": "1989-05-03", "sex": "f",
             "activity": "working", "bim": True},
            {"id": "p2", "role": "child", "name": "Noé", "birth_date": "2016-09-12", "sex": "m", "bim": True},
            {"id": "p3", "role": "child", "name": "Zoë", "birth_date": "2020-02-29", "sex": "f",
             "custody_share": "0.5"},
        ],
    },
    "dwelling": {"tenure": "private_rent", "heating": "gas", "social_energy_tariff": True},
    "incomes": [
        {"id": "i1", "person": "p1", "kind": "wage", "amount": "1180.40", "evidence": "seen"},
        {"id": "i2", "person": "p1", "kind": "child_benefit", "amount": "412.38", "evidence": "seen"},
        {"id": "i3", "person": "p2", "kind": "study_grant", "amount": "180", "period": "year"},
    ],
    "expenses": [
        {"id": "e1", "kind": "rent", "amount": "745", "evidence": "seen"},
        {"id": "e2", "kind": "gas", "amount": "240", "period": "quarter", "paid_by": "mediator"},
        {"id": "e3", "kind": "medical_extra", "person": "p3", "amount": "35", "reason": "Logopédie"},
        {"id": "e4", "kind": "food", "amount": "420"},
        {"id": "e5", "kind": "internet_tv", "amount": "69.90", "retained": "45", "reason": "Tarif social"},
        {"id": "e6", "kind": "leisure", "amount": "60", "treatment": "leave_out", "reason": "Dépense ponctuelle"},
    ],
    "debts": [{"id": "d1", "kind": "Crédit", "monthly": "85", "accepted_share": "0.5", "reason": "Plan en cours"}],
}  # fmt: skip
"""A lone mother with two children in private rent in Namur, with something of everything."""


JUDGED: dict[str, Any] = {
    "opinion": {
        "context": "Madame élève seule ses enfants.\n\nElle travaille à mi-temps.",
        "person_view": "Je veux garder l’appartement.",
        "disagreements": "Mes courses coûtent plus que le panier.",
        "reasons": "L’aide couvre le déficit pendant la recherche d’un logement moins cher.",
    },
    "decision": {
        "verdict": "granted_in_part", "decided_on": "2026-07-16", "amount": "250.00", "starts_on": "2026-07-01",
        "months": 6, "review_on": "2026-10-01", "notified_on": "2026-07-18", "activation": "exempt",
        "exemption": "working", "conditions": "Chercher un logement social.", "reasons": "Le déficit est établi.",
    },
    "scenarios": [
        {"id": "s1", "name": "Logement social", "changes": [{"kind": "move_to_social_housing", "amount": "420"}]},
        {"id": "s2", "changes": [{"kind": "take_job", "person": "p1", "amount": "1700"}]},
    ],
    "rights": [
        {"right": "bus_tec", "status": "asked", "since": "2026-07-07"},
        {"right": "food_aid", "status": "refused", "since": "2026-07-08", "remark": "Déjà aidée par une voisine"},
    ],
}  # fmt: skip
"""What the worker and the committee add to a case."""


@cache
def parameters() -> Parameters:
    """The embedded packs, loaded once."""
    return Parameters(load_embedded(), None, load_embedded_legal(), load_embedded_rights())


@cache
def with_policy() -> Parameters:
    """The embedded packs with the example of a policy."""
    legal, rights = parameters().legal, parameters().rights
    policy = load_policy(resource("parameters", "policy-example", "policy.toml"))
    return Parameters(parameters().pack, policy, legal, rights.pack if rights else None)


def namur(**changed: Any) -> CaseFile:
    """The lone mother of Namur, with other parts in place of her own."""
    return from_data({**deepcopy(NAMUR), **changed})


def judged(**changed: Any) -> CaseFile:
    """The lone mother of Namur with opinion, decision, scenarios and rights noted."""
    return namur(**{**deepcopy(JUDGED), **changed})


@cache
def shared_case(name: str) -> CaseFile:
    """One of the worked examples."""
    return from_json((SHARED / f"{name}.json").read_bytes())


def shared_names() -> list[str]:
    """The worked examples."""
    return sorted(path.stem for path in SHARED.glob("*.json"))


def expected(name: str) -> dict[str, Any]:
    """What a worked example must give."""
    content: dict[str, Any] = json.loads((SHARED / f"{name}.json").read_text(encoding="utf-8"))
    result: dict[str, Any] = content["expected"]
    return result


@cache
def assessed(case: CaseFile) -> Assessment:
    """The case's assessment with the embedded packs."""
    return assess(case.facts, parameters())


def document(case: CaseFile, kind: str = "social-report", language: str = "fr", choices: Choices = USUAL) -> Document:
    """A document about a case."""
    return make(DocumentKind(kind), case, assessed(case), LETTERHEAD, language, TODAY, choices)


@cache
def namur_pdf(kind: str = "social-report", language: str = "fr") -> bytes:
    """A printed document about the lone mother of Namur, made once for all tests."""
    return to_bytes(document(judged(), kind, language), "pdf")

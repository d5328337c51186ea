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
from redi_desktop.packs.embedded import load_embedded
from redi_desktop.report.content import Document, DocumentKind, Letterhead
from redi_desktop.report.make import make, to_bytes

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


@cache
def parameters() -> Parameters:
    """The embedded pack, loaded once."""
    return Parameters(load_embedded())


def namur(**changed: Any) -> CaseFile:
    """The lone mother of Namur, with other parts in place of her own."""
    return from_data({**deepcopy(NAMUR), **changed})


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


def assessed(case: CaseFile) -> Assessment:
    """The case's assessment with the embedded pack."""
    return assess(case.facts, parameters())


def document(case: CaseFile, kind: str = "social-report", language: str = "fr") -> Document:
    """A document about a case."""
    return make(DocumentKind(kind), case, assessed(case), LETTERHEAD, language, TODAY)


@cache
def namur_pdf(kind: str = "social-report", language: str = "fr") -> bytes:
    """A printed document about the lone mother of Namur, made once for all tests."""
    return to_bytes(document(namur(), kind, language), "pdf")

"""An invented case that gives a result."""

from __future__ import annotations

from redi_desktop.casefile.json_form import from_data
from redi_desktop.casefile.model import CaseFile


def single_parent(name: str) -> CaseFile:
    """A lone jobseeker who rents in Flanders."""
    return from_data(
        {
            "format": "redi-case/1",
            "reference_date": "2024-05-15",
            "household": {
                "region": "flanders",
                "persons": [
                    {
                        "id": "p1",
                        "role": "applicant",
                        "name": name,
                        "birth_date": "1989-01-01",
                        "sex": "f",
                        "activity": "jobseeker",
                    }
                ],
            },
            "dwelling": {"tenure": "private_rent", "heating": "gas"},
            "incomes": [{"id": "i1", "person": "p1", "kind": "unemployment", "amount": "1288.46", "period": "month"}],
            "expenses": [{"id": "e1", "kind": "rent", "amount": "650.00", "period": "month"}],
        }
    )

"""Changes to what is judged in a case: the worker's own amount, the opinion, the committee's decision."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from redi_desktop.casefile.model import CaseFile


def propose_instead(case: CaseFile, **changes: Any) -> CaseFile:
    """The case with these fields of the worker's own proposal changed."""
    return replace(case, proposal=replace(case.proposal, **changes))

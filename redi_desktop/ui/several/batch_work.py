"""Documents for one case after the other: read, assessed, written, noted, and forgotten before the next."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from redi_desktop.casefile.live import countable_facts
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.engine.findings import BadFacts
from redi_desktop.errors import UserError
from redi_desktop.report.content import DocumentKind
from redi_desktop.store.acts import Act
from redi_desktop.ui.several.one_by_one import Steps

if TYPE_CHECKING:
    from redi_desktop.report.batch import BatchOrder
    from redi_desktop.store.vault import Vault


class Found(NamedTuple):
    """A case, and for how many months it is kept once it is closed."""

    case: CaseFile
    kept_months: int | None


class Written(NamedTuple):
    """The kinds that were written of one case, and the first reason why others were not."""

    kinds: tuple[DocumentKind, ...]
    problem: UserError | None


def steps_of(vault: Vault, parameters: Parameters, order: BatchOrder, written: list[Path]) -> Steps:
    """What is done with each case; ``written`` grows with what was."""
    work = partial(_write, parameters, order, written)
    return Steps(partial(_read, vault), work, partial(_note, vault, order))


def _read(vault: Vault, case_id: str) -> Found:
    return Found(vault.cases.load(case_id), vault.settings.retention_months)


def assessed(case: CaseFile, parameters: Parameters) -> Assessment | None:
    """What follows from a case as far as it can be counted; ``None`` where it gives no number yet."""
    try:
        return assess(countable_facts(case).facts, parameters)
    except BadFacts:
        return None


def _write(parameters: Parameters, order: BatchOrder, written: list[Path], found: Found) -> Written:
    from redi_desktop.report.batch import Ready, Waiting, write_batch

    case = found.case
    order = replace(order, choices=replace(order.choices, kept_months=found.kept_months))
    ready = Ready(case, assessed(case, parameters))
    result = write_batch([Waiting(case.id, lambda: ready)], 1, order)
    written += result.written
    failed = {failure.kind for failure in result.failures}
    problem = result.failures[0].problem if result.failures else None
    return Written(tuple(kind for kind in order.kinds if kind not in failed), problem)


def _note(vault: Vault, order: BatchOrder, case_id: str, result: Written) -> None:
    if vault.writable and result.kinds:
        kinds = " ".join(kind.value for kind in result.kinds)
        vault.journal.note(Act.DOCUMENT_MADE, case_id, f"{kinds} {order.form}")
    if result.problem is not None:
        raise result.problem

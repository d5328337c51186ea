"""What other parameters do to the cases given on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from redi_desktop.casefile.json_form import from_json
from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.reassessment import Reassessment, reassess
from redi_desktop.cli import file_input
from redi_desktop.engine.assess import Parameters
from redi_desktop.engine.effects import Effect, Figures, TwoParameters
from redi_desktop.errors import CaseError
from redi_desktop.i18n import gettext as _
from redi_desktop.i18n import ngettext
from redi_desktop.words.pack_changes import effect_lines


def effects(arguments: argparse.Namespace, before: Parameters, after: Parameters) -> Reassessment:
    """The cases under both sets of parameters; raises :class:`CaseError` for a case or amount that is none."""
    two = TwoParameters(before, after)
    day = file_input.day(arguments.date)
    return reassess(_cases(arguments.case), two, beyond=_amount(arguments.beyond), day=day)


def effects_data(found: Reassessment) -> dict[str, Any]:
    """The effects as plain data."""
    return {
        "seen": found.seen,
        "same": found.same,
        "within": found.within,
        "without_result": found.without_result,
        "beyond": [{"case": one.case_id, **_effect(one.effect)} for one in found.beyond],
    }


def effects_words(found: Reassessment) -> Iterator[str]:
    """The effects as lines; a case bears the name of its file, never that of a person."""
    if not found.seen:
        return
    yield ""
    count = len(found.beyond)
    yield ngettext("{count} case of {seen} is affected.", "{count} cases of {seen} are affected.", count).format(
        count=count, seen=found.seen
    )
    if found.without_result:
        yield _("Without a result: {count}.").format(count=found.without_result)
    for one in found.beyond:
        yield from effect_lines(one.case_id, one.effect)


def _cases(paths: list[Path]) -> Iterator[CaseFile]:
    for path in paths:
        yield replace(from_json(file_input.content(path, "case_too_large")), id=path.name)


def _amount(written: str) -> Decimal:
    try:
        amount = Decimal(written)
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or amount < 0:
        raise CaseError("amount_not_a_number", field="--beyond", value=written[:40])
    return amount


def _effect(effect: Effect) -> dict[str, Any]:
    change = effect.balance_change
    return {
        "before": _figures(effect.before),
        "after": _figures(effect.after),
        "balance_change": str(change) if change is not None else None,
        "changed_needs": {need.value: [str(was), str(now)] for need, (was, now) in effect.changed_needs.items()},
        "refused": [{"code": finding.code, "field": finding.field} for finding in effect.refused],
    }


def _figures(figures: Figures | None) -> dict[str, str | None] | None:
    if figures is None:
        return None
    return {
        "need": str(figures.need),
        "reference": str(figures.reference),
        "income": str(figures.income),
        "balance": str(figures.balance),
        "proposal": str(figures.proposal),
        "integration_income": str(figures.integration_income) if figures.integration_income is not None else None,
    }

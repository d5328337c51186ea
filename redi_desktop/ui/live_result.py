"""What is known of a case at this very keystroke: the result as far as it goes, and what is missing or wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from redi_desktop.casefile.live import countable_facts
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.engine.findings import BadFacts, Finding


class LiveResult(NamedTuple):
    """``assessment`` is ``None`` while something in ``bad`` forbids a number; ``findings`` is all there is to say."""

    assessment: Assessment | None
    findings: tuple[Finding, ...]
    bad: tuple[Finding, ...]


NOTHING = LiveResult(None, (), ())


def live_result(
    case: CaseFile, parameters: Parameters, day: date | None = None, before: LiveResult = NOTHING
) -> LiveResult:
    """Assess what can be counted of a case that is still being typed; what ``before`` examined need not be anew."""
    countable = countable_facts(case)
    try:
        assessment = assess(countable.facts, parameters, day)
    except BadFacts as error:
        bad = tuple(map(countable.in_the_case, error.findings))
        return LiveResult(None, (*bad, *countable.unfinished), bad)
    findings = tuple(map(countable.in_the_case, assessment.findings))
    examined = before.assessment.examination if before.assessment is not None else None
    if examined is not None and assessment.examination.is_that_of(examined):
        assessment = replace(assessment, examination=examined)
    return LiveResult(assessment, (*findings, *countable.unfinished), ())

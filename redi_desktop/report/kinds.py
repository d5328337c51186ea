"""The documents there are: what each is called, what it is for, and what has to be known before it can be made."""

from __future__ import annotations

from redi_desktop.casefile.model import CaseFile
from redi_desktop.i18n import N_, _
from redi_desktop.report.content import DocumentKind

_K = DocumentKind
KINDS: tuple[DocumentKind, ...] = tuple(DocumentKind)
WITHOUT_RESULT = frozenset({_K.DECISION_LETTER, _K.ACKNOWLEDGEMENT, _K.INFORMATION_SHEET, _K.INTAKE_FORM})
"""Documents that can be made before there is a result."""
_WORDS: dict[DocumentKind, tuple[str, str]] = {
    _K.SOCIAL_REPORT: (
        N_("Social report"),
        N_("For the committee: opinion, household, budget, rights, proposal and decision."),
    ),
    _K.PERSON_COPY: (N_("Copy for the person"), N_("Two pages in plain words, for the person to keep.")),
    _K.EXPLANATION: (
        N_("Every amount explained"),
        N_("An annex to the report: each amount down to its source and date."),
    ),
    _K.MONTHLY_BUDGET: (
        N_("Monthly budget"),
        N_("To take home: what to pay and what to put aside, with blank columns."),
    ),
    _K.SCENARIOS: (N_("Scenarios compared"), N_("The scenarios of this case side by side, on one page.")),
    _K.DECISION_LETTER: (N_("Decision letter"), N_("The committee's decision with its reasons and how to appeal.")),
    _K.ACKNOWLEDGEMENT: (
        N_("Acknowledgement of receipt"),
        N_("Proves the date of the request, however incomplete the file is."),
    ),
    _K.INFORMATION_SHEET: (N_("Information sheet"), N_("What is done with the person's data, and their rights.")),
    _K.INTAKE_FORM: (N_("Intake form on paper"), N_("To fill in at the counter and type later, in the same order.")),
}


def name_of(kind: DocumentKind) -> str:
    """What a kind of document is called."""
    return _(_WORDS[kind][0])


def purpose_of(kind: DocumentKind) -> str:
    """What a kind of document is for, in one sentence."""
    return _(_WORDS[kind][1])


def lacking(kind: DocumentKind, case: CaseFile, has_result: bool) -> str | None:
    """The code of what is missing before a document can be made; ``None`` where nothing is."""
    if kind not in WITHOUT_RESULT and not has_result:
        return "document_needs_result"
    if kind is _K.DECISION_LETTER and case.decision.verdict is None:
        return "document_needs_decision"
    if kind is _K.SCENARIOS and not case.scenarios:
        return "document_needs_scenarios"
    return None

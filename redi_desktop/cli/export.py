"""``redi-desktop export``: a case or its budget as data, the list for a funding scheme, totals that name nobody."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from redi_desktop import i18n
from redi_desktop.casefile.model import CaseFile
from redi_desktop.cli import case_input, file_input
from redi_desktop.engine.assess import assess
from redi_desktop.report.content import Letterhead


def add_command(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``export`` with its own commands."""
    export = verbs.add_parser("export", help="write a case, its budget, or a list about cases as data")
    inner = export.add_subparsers(dest="export_command", required=True, metavar="COMMAND")
    one, several = case_input.options(), case_input.options(several=True)
    out = argparse.ArgumentParser(add_help=False)
    out.add_argument("--out", type=Path, required=True, metavar="FILE")
    inner.add_parser("case", parents=[one, out], help="the case in the public form redi-case/1 (.json)")
    inner.add_parser("budget", parents=[one, out], help="the budget as a workbook with live formulas (.xlsx)")
    listing = inner.add_parser(
        "justification", parents=[several, out], help="decided cases for a funding scheme (.xlsx, .csv)"
    )
    listing.add_argument("--simulated", metavar="YYYY-MM-DD", help="day of the simulation, instead of today")
    inner.add_parser("totals", parents=[several, out], help="anonymous totals, groups under five hidden (.xlsx, .csv)")


def run(arguments: argparse.Namespace) -> int:
    """Write the export and print where it is."""
    _RUN[arguments.export_command](arguments)
    print(arguments.out)
    return 0


def _case(arguments: argparse.Namespace) -> None:
    from redi_desktop.report.exports.case_export import write_case

    write_case(case_input.case_at(arguments.case), arguments.out)


def _budget(arguments: argparse.Namespace) -> None:
    from redi_desktop.errors import DocumentError
    from redi_desktop.report.exports.budget_workbook import budget_workbook
    from redi_desktop.report.files import write_bytes
    from redi_desktop.report.occasion import USUAL
    from redi_desktop.report.reported import Reported

    if arguments.out.suffix.lower() != ".xlsx":
        raise DocumentError("export_form_unknown", path=arguments.out, forms=".xlsx")
    case = case_input.case_at(arguments.case)
    assessment = case_input.assessed(arguments, case)
    with i18n.speaking(arguments.lang or case.request.language.value):
        reported = Reported.about(case, assessment, Letterhead(), date.today(), USUAL)
        write_bytes(budget_workbook(reported), arguments.out)


def _justification(arguments: argparse.Namespace) -> None:
    from redi_desktop.report.exports.justification import Justified, justification_list
    from redi_desktop.report.exports.listing import write_listing

    parameters, day = case_input.parameters(arguments), file_input.day(arguments.date)
    simulated = file_input.day(arguments.simulated) or date.today()
    decided = (case for case in _cases(arguments) if case.decision.verdict is not None)
    rows = (Justified(case, assess(case.facts, parameters, day), simulated) for case in decided)
    write_listing(justification_list(rows), arguments.out, date.today())


def _totals(arguments: argparse.Namespace) -> None:
    from redi_desktop.report.exports.anonymous_totals import Counted, anonymous_totals
    from redi_desktop.report.exports.listing import write_listing

    parameters, day = case_input.parameters(arguments), file_input.day(arguments.date)
    counted = (Counted(case, assess(case.facts, parameters, day)) for case in _cases(arguments))
    write_listing(anonymous_totals(counted), arguments.out, date.today())


def _cases(arguments: argparse.Namespace) -> Iterator[CaseFile]:
    return map(case_input.case_at, arguments.cases)


_RUN: dict[str, Callable[[argparse.Namespace], None]] = {
    "case": _case,
    "budget": _budget,
    "justification": _justification,
    "totals": _totals,
}

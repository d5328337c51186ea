"""``redi-desktop assess`` and ``redi-desktop report``: a case file computed, or written up."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path

from redi_desktop import i18n
from redi_desktop.casefile import assessment_form
from redi_desktop.casefile.json_form import from_json
from redi_desktop.casefile.model import CaseFile
from redi_desktop.cli import file_input
from redi_desktop.cli.text import summary
from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.engine.findings import BadFacts
from redi_desktop.engine.policy import Policy
from redi_desktop.packs.baskets import load_baskets
from redi_desktop.packs.embedded import load_embedded, load_embedded_legal, load_embedded_rights
from redi_desktop.packs.places import pack_place
from redi_desktop.report.content import DocumentKind


def add_commands(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``assess`` and ``report``, which take a case in the same way."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("case", type=Path, metavar="CASE.json")
    common.add_argument("--date", metavar="YYYY-MM-DD", help="date of the budget, instead of the case's own")
    common.add_argument("--pack", type=Path, metavar="DIR|FILE", help="basket pack, instead of the embedded one")
    common.add_argument("--policy", type=Path, metavar="FILE", help="the CPAS's rules for complementary aid (TOML)")
    common.add_argument("--lang", choices=i18n.LANGUAGE_CODES, help="language of the words")
    computing = verbs.add_parser("assess", parents=[common], help="compute the budget of a case")
    computing.add_argument("--explain", action="store_true", help="say why each amount is what it is")
    computing.add_argument("--format", choices=("json", "text"), default="text")
    writing = verbs.add_parser("report", parents=[common], help="write a document about a case")
    writing.add_argument("--kind", choices=[kind.value for kind in DocumentKind], default="social-report")
    writing.add_argument("--out", type=Path, required=True, metavar="FILE.pdf|.html")


def assess_command(arguments: argparse.Namespace) -> int:
    """Compute a case and print the result."""
    assessment = _assessed(arguments, _case(arguments))
    if arguments.format == "json":
        data = assessment_form.to_data(assessment, explained=arguments.explain)
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        print(summary(assessment, explained=arguments.explain))
    return 0


def report_command(arguments: argparse.Namespace) -> int:
    """Compute a case and write a document about it."""
    from redi_desktop.report.kinds import WITHOUT_RESULT
    from redi_desktop.report.make import make, write

    case = _case(arguments)
    try:
        assessment = _assessed(arguments, case)
    except BadFacts:
        if DocumentKind(arguments.kind) not in WITHOUT_RESULT:
            raise
        assessment = None
    language = arguments.lang or case.request.language.value
    document = make(arguments.kind, case, assessment, "", language, date.today())
    write(document, arguments.out)
    return 0


def _case(arguments: argparse.Namespace) -> CaseFile:
    return from_json(file_input.content(arguments.case, "case_too_large"))


def _assessed(arguments: argparse.Namespace, case: CaseFile) -> Assessment:
    pack = load_baskets(pack_place(arguments.pack)) if arguments.pack else load_embedded()
    policy = _policy(arguments.policy) if arguments.policy else None
    parameters = Parameters(pack, policy, load_embedded_legal(), load_embedded_rights())
    return assess(case.facts, parameters, file_input.day(arguments.date))


def _policy(path: Path) -> Policy:
    from redi_desktop.cli.output import policy_at

    return policy_at(path).policy

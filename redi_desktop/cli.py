"""The program without a screen: ``assess`` and ``report`` on a case file.

Exit status: 0 done, 2 bad input (the message on standard error names the field), 3 bad pack.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from redi_desktop import cli_pack, i18n
from redi_desktop.casefile import assessment_form
from redi_desktop.casefile.json_form import LARGEST_BYTES, from_json
from redi_desktop.casefile.model import CaseFile
from redi_desktop.cli_text import summary
from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.engine.findings import BadFacts
from redi_desktop.errors import CaseError, ParameterError, UserError
from redi_desktop.packs.baskets import load_baskets
from redi_desktop.packs.embedded import load_embedded
from redi_desktop.packs.places import pack_place
from redi_desktop.packs.policy_file import load_policy
from redi_desktop.words import findings as finding_words
from redi_desktop.words import problems

DONE, BAD_INPUT, BAD_PACK = 0, 2, 3
KINDS = ("social-report", "person-copy", "explanation")


def commands(parser: argparse.ArgumentParser) -> None:
    """Add the commands to the program's parser."""
    verbs = parser.add_subparsers(dest="command", metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("case", type=Path, metavar="CASE.json")
    common.add_argument("--date", metavar="YYYY-MM-DD", help="date of the budget, instead of the case's own")
    common.add_argument("--pack", type=Path, metavar="DIR|FILE", help="basket pack, instead of the embedded one")
    common.add_argument("--policy", type=Path, metavar="FILE", help="the CPAS's rules for complementary aid (TOML)")
    common.add_argument("--lang", choices=i18n.LANGUAGE_CODES, help="language of the words")
    computing = verbs.add_parser("assess", parents=[common], help="compute the budget of a case")
    computing.add_argument("--explain", action="store_true", help="say why each amount is what it is")
    computing.add_argument("--format", choices=("json", "text"), default="text")
    cli_pack.add_command(verbs)
    writing = verbs.add_parser("report", parents=[common], help="write a document about a case")
    writing.add_argument("--kind", choices=KINDS, default=KINDS[0])
    writing.add_argument("--out", type=Path, required=True, metavar="FILE.pdf|.html")


def run(arguments: argparse.Namespace) -> int:
    """Carry out the command; errors become words on standard error and an exit status."""
    if arguments.lang:
        i18n.set_language(arguments.lang)
    try:
        return _RUN[arguments.command](arguments)
    except BadFacts as error:
        for finding in error.findings:
            _complain(finding.field, finding_words.sentence(finding))
        return BAD_INPUT
    except UserError as error:
        _complain(error.field, problems.sentence(error))
        return BAD_PACK if isinstance(error, ParameterError) else BAD_INPUT


def _complain(field: str | None, words: str) -> None:
    print(f"{field}: {words}" if field else words, file=sys.stderr)


def _assess(arguments: argparse.Namespace) -> int:
    _, assessment = _computed(arguments)
    if arguments.format == "json":
        data = assessment_form.to_data(assessment, explained=arguments.explain)
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        print(summary(assessment, explained=arguments.explain))
    return DONE


def _report(arguments: argparse.Namespace) -> int:
    from redi_desktop.report.make import make, write

    case, assessment = _computed(arguments)
    language = arguments.lang or case.request.language.value
    document = make(arguments.kind, case, assessment, "", language, date.today())
    write(document, arguments.out)
    return DONE


def _computed(arguments: argparse.Namespace) -> tuple[CaseFile, Assessment]:
    pack = load_baskets(pack_place(arguments.pack)) if arguments.pack else load_embedded()
    policy = load_policy(arguments.policy) if arguments.policy else None
    case = from_json(_content(arguments.case))
    return case, assess(case.facts, Parameters(pack, policy), _day(arguments.date))


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise CaseError("case_too_large", bytes=path.stat().st_size)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise CaseError("file_not_found", path=path) from error
    except OSError as error:
        raise CaseError("file_unreadable", path=path) from error


def _day(written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise CaseError("date_option_bad", field="--date", value=written[:40]) from error


_RUN: dict[str, Callable[[argparse.Namespace], int]] = {"assess": _assess, "report": _report, "pack": cli_pack.run}

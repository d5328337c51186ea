"""``redi-desktop assess``: a case file computed, as words or in the public form ``redi-assessment/1``."""

from __future__ import annotations

import argparse
import json

from redi_desktop.casefile import assessment_form
from redi_desktop.cli import case_input
from redi_desktop.cli.text import summary


def add_command(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``assess``."""
    computing = verbs.add_parser("assess", parents=[case_input.options()], help="compute the budget of a case")
    computing.add_argument("--explain", action="store_true", help="say why each amount is what it is")
    computing.add_argument("--format", choices=("json", "text"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Compute a case and print the result."""
    assessment = case_input.assessed(arguments, case_input.case_at(arguments.case))
    if arguments.format == "json":
        data = assessment_form.to_data(assessment, explained=arguments.explain)
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        print(summary(assessment, explained=arguments.explain))
    return 0

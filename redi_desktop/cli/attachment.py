"""``redi-desktop attachment CASE.json``: what creditors can seize of a household's incomes, and why."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from redi_desktop.casefile import attachment_form
from redi_desktop.cli import case_input
from redi_desktop.cli.output import show
from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.case_attachment import OfHousehold, attachment_of
from redi_desktop.formatting import date_short
from redi_desktop.i18n import gettext as _
from redi_desktop.words import explanations, findings, persons
from redi_desktop.words.attachment import bounds_words

COMMAND = "attachment"


def add_command(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``attachment`` to the program's commands."""
    parser = verbs.add_parser(
        COMMAND, parents=[case_input.options()], help="what creditors can seize of a household's incomes"
    )
    parser.add_argument("--format", choices=("json", "text"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Carry out the command; raises the errors that become words and an exit status."""
    assessment = case_input.assessed(arguments, case_input.case_at(arguments.case))
    found = attachment_of(assessment)
    if found is not None:
        show(attachment_form.to_data(assessment, found), arguments.format, _text(assessment, found))
    return 0


def _text(assessment: Assessment, found: OfHousehold) -> Iterator[str]:
    """The result as lines for a terminal, in the current language."""
    names, legal = persons.names(assessment.facts.household.persons), assessment.parameters.legal
    yield _("What creditors can seize at {date}").format(date=date_short(assessment.reference_date))
    if found.persons and legal is not None:
        yield bounds_words(legal, assessment.reference_date)
    trees = [one.explanation for one in found.persons]
    trees += [found.living_allowance] if found.living_allowance is not None else []
    for tree in trees:
        yield ""
        yield from ("  " * line.depth + line.text for line in explanations.outline(tree, names))
    yield ""
    yield from (f"- {findings.sentence(finding)} [{finding.field}]" for finding in found.findings)

"""The program without a screen: one file for each command.

Exit status: 0 done, 2 bad input (the message on standard error names the field), 3 bad pack, 4 a check found something.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from redi_desktop import i18n
from redi_desktop.cli import assessment, attachment, export, integration_income, pack, policy, report, vault
from redi_desktop.engine.findings import BadFacts
from redi_desktop.errors import ParameterError, UserError
from redi_desktop.words import findings, problems

DONE, BAD_INPUT, BAD_PACK = 0, 2, 3
_RUN: dict[str, Callable[[argparse.Namespace], int]] = {
    "assess": assessment.run,
    "report": report.run,
    "export": export.run,
    "pack": pack.run,
    "policy": policy.run,
    "integration-income": integration_income.run,
    "attachment": attachment.run,
    "vault": vault.run,
}


def commands(parser: argparse.ArgumentParser) -> None:
    """Add the commands to the program's parser."""
    verbs = parser.add_subparsers(dest="command", metavar="COMMAND")
    assessment.add_command(verbs)
    report.add_command(verbs)
    export.add_command(verbs)
    pack.add_command(verbs)
    policy.add_command(verbs)
    integration_income.add_command(verbs)
    attachment.add_command(verbs)
    vault.add_command(verbs)


def run(arguments: argparse.Namespace) -> int:
    """Carry out the command; errors become words on standard error and an exit status."""
    if arguments.lang:
        i18n.set_language(arguments.lang)
    try:
        return _RUN[arguments.command](arguments)
    except BadFacts as error:
        for finding in error.findings:
            _complain(finding.field, findings.sentence(finding))
        return BAD_INPUT
    except UserError as error:
        _complain(error.field, problems.sentence(error))
        return BAD_PACK if isinstance(error, ParameterError) else BAD_INPUT


def _complain(field: str | None, words: str) -> None:
    print(f"{field}: {words}" if field else words, file=sys.stderr)

"""``redi-desktop policy``: its commands and their options; what they do is loaded when one is asked for."""

from __future__ import annotations

import argparse
from pathlib import Path

from redi_desktop.cli.pack_options import EMBEDDED_BASKETS, add_cases, common_options


def add_command(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``policy`` with its own commands."""
    policy = verbs.add_parser("policy", help="check or compare the rules of a CPAS for its complementary aid")
    inner = policy.add_subparsers(dest="policy_command", required=True, metavar="COMMAND")
    common = common_options()
    checking = inner.add_parser("check", parents=[common], help="read a policy strictly and print its rules")
    checking.add_argument("policy", type=Path, metavar="FILE")
    comparing = inner.add_parser("diff", parents=[common], help="what a new version changes, rule by rule")
    comparing.add_argument("old", type=Path, metavar="OLD")
    comparing.add_argument("new", type=Path, metavar="NEW")
    comparing.add_argument("--pack", type=Path, default=EMBEDDED_BASKETS, metavar="DIR|FILE")
    add_cases(comparing)


def run(arguments: argparse.Namespace) -> int:
    """Carry out the command; raises the errors that become words and an exit status."""
    from redi_desktop.cli import policy_compare

    return policy_compare.COMMANDS[arguments.policy_command](arguments)

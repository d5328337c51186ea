"""``redi-desktop pack``: its commands; what they do is loaded when one is asked for."""

from __future__ import annotations

import argparse

from redi_desktop.cli.pack_options import add_own, add_reading, add_renewal, add_trust, common_options


def add_command(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``pack`` with its own commands."""
    pack = verbs.add_parser("pack", help="check, compare, price, sign or make packs of parameters")
    inner = pack.add_subparsers(dest="pack_command", required=True, metavar="COMMAND")
    common = common_options()
    for add in (add_reading, add_trust, add_own, add_renewal):
        add(inner, common)


def run(arguments: argparse.Namespace) -> int:
    """Carry out the command; raises the errors that become words and an exit status."""
    from redi_desktop.cli import pack_check, pack_compare, pack_own, pack_price, pack_renew, pack_trust

    commands = {
        **pack_check.COMMANDS,
        **pack_price.COMMANDS,
        **pack_compare.COMMANDS,
        **pack_trust.COMMANDS,
        **pack_own.COMMANDS,
        **pack_renew.COMMANDS,
    }
    return commands[arguments.pack_command](arguments)

"""Start: hardening, log, arguments, then the window or a command."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from redi_desktop import i18n, logs, paths
from redi_desktop.hardening import harden
from redi_desktop.version import program_version

_OF_THE_WINDOW = frozenset({"--demo", "--lang", "--self-test", "--version", *i18n.LANGUAGE_CODES})


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="redi-desktop", description="Reference budgets for a life in dignity.")
    parser.add_argument("--version", action="version", version=f"%(prog)s {program_version()}")
    parser.add_argument("--demo", action="store_true", help="the window on a throw-away vault with invented cases")
    parser.add_argument("--self-test", action="store_true", help="try every part once, without a screen")
    parser.add_argument("--lang", dest="window_lang", choices=i18n.LANGUAGE_CODES, help="language of the window")
    parser.set_defaults(command=None)
    if not _OF_THE_WINDOW.issuperset(words):
        from redi_desktop import cli  # which takes as long to load as the window itself

        cli.commands(parser)
    return parser


def main(words: Sequence[str] | None = None) -> int:
    """Run the program; the exit status is 0 when all went well."""
    harden()
    words = sys.argv[1:] if words is None else words
    arguments = _parser(words).parse_args(words)
    if arguments.self_test:
        from redi_desktop import self_test

        return _piped(lambda _: self_test.run(), arguments)
    i18n.set_language(arguments.window_lang or i18n.choose_language([os.environ.get("LANG", "")]))
    if arguments.command is not None:
        from redi_desktop import cli

        return _piped(cli.run, arguments)
    return _window(arguments)


def _piped(command: Callable[[argparse.Namespace], int], arguments: argparse.Namespace) -> int:
    """Run a command; a reader that stops reading (``| head``) is no error."""
    try:
        status = command(arguments)
        if sys.stdout is not None:  # as it is where Windows starts a program without a console
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _window(arguments: argparse.Namespace) -> int:
    from redi_desktop import bootstrap, demo
    from redi_desktop.ui.app import run

    logs.install(paths.log_folder())
    if arguments.demo:
        with demo.throw_away_services() as services:
            return run(services, arguments.window_lang, demo.PASSPHRASE)
    return run(bootstrap.services(), arguments.window_lang)


if __name__ == "__main__":
    sys.exit(main())

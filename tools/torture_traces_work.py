"""A day's work on a case in which every text holds a mark, in a process of its own that may end badly.

Run as ``python -m tools.torture_traces_work FOLDER ENDING`` with a home and a temporary folder inside FOLDER.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from redi_desktop import logs, paths
from redi_desktop.bootstrap import RealVaults, Services, services
from redi_desktop.casefile.judgement import Decision, Opinion, Verdict
from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.steps import Step
from redi_desktop.casefile.strict_json import said
from redi_desktop.demo import demo_cases
from redi_desktop.engine.assess import assess
from redi_desktop.hardening import harden
from redi_desktop.report import kinds, make
from redi_desktop.store.access_export import everything_about
from redi_desktop.store.handover import Agreement, hand_over
from redi_desktop.store.vault import Vault
from redi_desktop.ui.app import make_app, make_window
from tools.stage import Stage
from tools.torture_outcome import CHEAP, PASSPHRASE

MARK = "Zylberquist"
WORKED = "all of it was done"
"""Printed before the end, so that nothing is called clean that was never touched."""
ENDINGS = ("closing the window", "an error that nobody catches", "a crash of the interpreter", "being killed")
TODAY = date(2024, 5, 15)


class _CheapVaults(RealVaults):
    """Vaults whose key costs little: the passphrase is not what is tried here."""

    def open(self, folder: Path, passphrase: str) -> Vault:
        """Open the vault of that folder."""
        return Vault.open(folder, passphrase, limits=CHEAP)


def marked_case() -> CaseFile:
    """The first case of the demo, with the mark in every free text."""
    case = demo_cases()[0]
    persons = tuple(replace(person, name=f"{person.id} {MARK}") for person in case.household.persons)
    return replace(
        case,
        household=replace(case.household, persons=persons),
        reference=f"{MARK}-1",
        comment=f"{MARK} " * 200,
        opinion=Opinion(context=MARK, person_view=MARK, disagreements=MARK, reasons=MARK),
        decision=Decision(verdict=Verdict.GRANTED, decided_on=TODAY, reasons=MARK, conditions=MARK),
    )


def in_the_vault(place: Path, made: Services) -> None:
    """Save, search, sort, freeze, decide, draft, back up and hand over; make every document and export in memory."""
    case = marked_case()
    with Vault.create(place / "vault", PASSPHRASE, limits=CHEAP) as vault:
        vault.prove_recovery(" ".join(vault.recovery_code().groups))
        for number in range(5):
            vault.cases.save(replace(case, comment=f"{number} {case.comment}"), "comment")
            vault.cases.list(MARK, include_archived=True)
        vault.drafts.save(case.id, "comment", f"{MARK} said")
        assessment = assess(case.facts, made.parameters)
        frozen = vault.assessments.freeze(case, assessment)
        vault.decisions.note(case.id, said(case.decision), frozen)
        everything_about(vault, [case.id])
        for kind in kinds.KINDS:
            if kinds.lacking(kind, case, has_result=True) is None:
                document = make.make(kind, case, assessment, "CPAS", "nl", TODAY)
                for form in ("pdf", "html"):
                    make.to_bytes(document, form)
        vault.backups.make()
        agreed = Agreement(given_on=TODAY, how=MARK)
        hand_over(vault, case.id, place / "case.redicase", "once", agreed, limits=CHEAP)


def in_the_window(place: Path, made: Services) -> Stage:
    """Open the case in the real window, go through its pages in two languages, copy a name, lock and unlock."""
    made.keep(replace(made.settings, vault_folder=str(place / "vault")))
    app = make_app()
    window = make_window(app, made, "fr")
    logs.catch_bugs(window.bug_happened.emit)
    stage = Stage(app, window)
    window.show()
    _unlock(stage)
    stage.main.cases.search.setText(MARK)
    stage.open_case(marked_case().id)
    for step in Step:
        stage.go(step)
        stage.preview()
    window.speak("nl")
    app.clipboard().setText(MARK)
    window.lock()
    stage.wait(lambda: window.main is None)
    _unlock(stage)
    stage.wait(lambda: stage.main.desk.session is not None)
    return stage


def _unlock(stage: Stage) -> None:
    stage.window.unlock.open_with(PASSPHRASE)
    stage.wait(lambda: stage.window.main is not None)


def end(stage: Stage, ending: str) -> None:
    """End as it was asked for."""
    ways: dict[str, Callable[[], object]] = dict(
        zip(ENDINGS, (stage.window.close, _stumble, _crash, _be_killed), strict=True)
    )
    ways[ending]()


def _stumble() -> None:
    raise ValueError(f"{MARK} cannot be counted")


def _crash() -> None:
    """What a fault in a library does; the interpreter then tells where it was, if it is asked to."""
    faulthandler.enable()
    os.kill(os.getpid(), signal.SIGSEGV)


def _be_killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main(arguments: list[str]) -> None:
    """Work, and end."""
    harden()
    place, ending = Path(arguments[0]), arguments[1]
    logs.install(paths.log_folder())
    made = services(_CheapVaults())
    made.today = lambda: TODAY
    in_the_vault(place, made)
    stage = in_the_window(place, made)
    print(WORKED, flush=True)
    end(stage, ending)


if __name__ == "__main__":
    main(sys.argv[1:])

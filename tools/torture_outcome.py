"""What a part of the torture found, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from redi_desktop.casefile.model import CaseFile, Request
from redi_desktop.engine.household import Household, Person, Role
from redi_desktop.errors import UserError
from redi_desktop.store.faults import FaultKind
from redi_desktop.store.key_cost import KeyCost, KeyLimits
from redi_desktop.store.vault import Vault

PASSPHRASE = "sept mots pour la torture"
CHEAP = KeyLimits(floor=KeyCost(64, 1, 1), cap=KeyCost(64, 1, 1))
HARMLESS = frozenset({FaultKind.FREE_PAGE, FaultKind.KEY_FILE})
"""What a crash may leave and the next opening or save mends: no data stand there."""


@dataclass
class Outcome:
    """A kind of harm, how often it was done, and every way in which the vault did not hold."""

    name: str
    rounds: int = 0
    broken: Counter[str] = field(default_factory=Counter)
    must_break: bool = False
    detail: str = ""
    skipped: str = ""

    @property
    def held(self) -> bool:
        """Whether it came out as it must: nothing broken, or, for a control, something."""
        return bool(self.skipped) or bool(self.broken.total()) == self.must_break

    def line(self) -> str:
        """The outcome in one line."""
        if self.skipped:
            return f"{self.name:<46} skipped: {self.skipped}"
        found = ", ".join(f"{count} {what}" for what, count in self.broken.most_common()) or "0 broken"
        verdict = "held" if self.held else "BROKEN"
        control = " (control: it has to break)" if self.must_break else ""
        return f"{self.name:<46}{self.rounds:>5} rounds  {found:<44} {verdict}{control} {self.detail}".rstrip()


Part = Callable[[Path, float], Iterator[Outcome]]
"""A part of the torture: does its harm in a folder, so many times the usual number of rounds."""


def person_named(name: str, comment: str = "", case_id: str = "1" * 32) -> CaseFile:
    """A case of one person."""
    person = Person(id="p1", role=Role.APPLICANT, name=name)
    return CaseFile(id=case_id, request=Request(), household=Household(persons=(person,)), comment=comment)


def opened(folder: Path, passphrase: str = PASSPHRASE) -> Vault:
    """The vault under torture."""
    return Vault.open(folder, passphrase, limits=CHEAP)


def is_sound(vault: Vault) -> bool:
    """Whether a check finds nothing that could be a loss."""
    return all(fault.kind in HARMLESS for fault in vault.verify().faults)


def refusal(deed: Callable[[], object]) -> str | None:
    """The code of what a deed is refused with; None where it succeeds."""
    try:
        deed()
    except UserError as error:
        return error.code
    return None

"""What is seen of a case without reading it: the day that waits first, the name and birth date of who asks.

A glance follows from the case alone. It is written with each save; one that is missing or made by other rules than
today's is made again when the vault is opened.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from redi_desktop.casefile.deadlines import Deadline, DeadlineKind, next_deadline
from redi_desktop.casefile.json_form import from_json
from redi_desktop.casefile.migrations import is_newer
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.quick_tuples import quick
from redi_desktop.errors import CaseError
from redi_desktop.store.connection import Database
from redi_desktop.store.search_words import words_in

FORM = 1
"""The rules by which glances are made; counted up with each change of what a deadline or a person's name is."""
COLUMNS = "due_on, due_kind, person, birth_date"
_ONE = "SELECT revision, case_content.form, content FROM case_file JOIN case_content USING (number) WHERE number = ?"
_STALE = (
    "FROM case_file LEFT JOIN case_glance USING (number)"
    " WHERE case_glance.form IS NOT ? OR case_glance.revision IS NOT case_file.revision"
)
_KINDS = {kind.value: kind for kind in DeadlineKind}


class Glance(NamedTuple):
    """What waits first in a case; the applicant's name, small, without accents and in the order of the alphabet."""

    deadline: Deadline | None = None
    person: str = ""
    birth_date: date | None = None


_glance, _deadline = quick(Glance), quick(Deadline)


def glance_of(case: CaseFile) -> Glance:
    """What is seen of a case."""
    applicant = case.applicant
    if applicant is None:
        return Glance(next_deadline(case))
    return Glance(next_deadline(case), same_name(applicant.name), applicant.birth_date)


def same_name(text: str) -> str:
    """A name without accents and capitals; the order of its words does not matter."""
    return " ".join(sorted(words_in(text)))


def glance_in(row: tuple[Any, ...]) -> Glance:
    """The glance in a row of :data:`COLUMNS`; an empty one where there is no row."""
    due_on, due_kind, person, birth_date = row
    waits = (date.fromisoformat(due_on), _KINDS.get(due_kind) or DeadlineKind(due_kind)) if due_on else None
    born = date.fromisoformat(birth_date) if birth_date else None
    return _glance((_deadline(waits) if waits else None, person or "", born))


@dataclass(frozen=True, slots=True)
class GlanceRows:
    """The glances of one database; every change happens in a transaction of the caller."""

    database: Database

    def write(self, number: int, revision: int, glance: Glance) -> None:
        """Put the glance of a case in the place of the one before it."""
        due = glance.deadline
        self.database.run(
            f"INSERT OR REPLACE INTO case_glance (number, form, revision, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
            number, FORM, revision, due and due.day.isoformat(), due and due.kind.value,
            glance.person, glance.birth_date and glance.birth_date.isoformat(),
        )  # fmt: skip

    @property
    def any_behind(self) -> bool:
        """Whether a glance is missing, or was made by other rules or from another state."""
        return self.database.row(f"SELECT 1 {_STALE} LIMIT 1", FORM) is not None

    def bring_up_to_date(self) -> int:
        """Make the glances that are behind; gives how many. A case that a later version wrote gets an empty one."""
        numbers = [row[0] for row in self.database.rows(f"SELECT number {_STALE}", FORM)]
        for number in numbers:
            revision, form, content = self.database.rows(_ONE, number)[0]
            self.write(number, revision, _read(form, content))
        return len(numbers)


def _read(form: str, content: bytes) -> Glance:
    """A case that cannot be read is said to be so by the verification, and when it is opened."""
    if is_newer(form):
        return Glance()
    try:
        return glance_of(from_json(content))
    except CaseError:
        return Glance()

"""Many documents in one go: case after case, each written and forgotten before the next, with a way to stop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Assessment
from redi_desktop.errors import DocumentError, UserError
from redi_desktop.report.content import DocumentKind, Letterhead
from redi_desktop.report.files import write_bytes
from redi_desktop.report.make import Form, file_name, make, to_bytes
from redi_desktop.report.occasion import USUAL, Choices

Progress = Callable[[int, int], None]
"""Told how many cases are done, and of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOrder:
    """Which documents, where, and how; ``language`` left out is that of each person. ``password`` is for PDFs."""

    kinds: tuple[DocumentKind, ...]
    folder: Path
    letterhead: Letterhead
    today: date
    form: Form = "pdf"
    language: str | None = None
    password: str | None = None
    choices: Choices = USUAL


class Ready(NamedTuple):
    """A case and its result; ``None`` where it has none yet."""

    case: CaseFile
    assessment: Assessment | None


class Waiting(NamedTuple):
    """A case whose turn has not come: its identifier, and how it is opened and assessed."""

    case_id: str
    open: Callable[[], Ready]


class Failure(NamedTuple):
    """A document that could not be made, and why; no ``kind`` where the case itself could not be opened."""

    case_id: str
    kind: DocumentKind | None
    problem: UserError


class BatchResult(NamedTuple):
    """What became of a batch; ``stopped`` where it was told to before its end."""

    cases: int
    written: tuple[Path, ...]
    failures: tuple[Failure, ...]
    stopped: bool


def _nobody_asks(_done: int, _total: int) -> None:
    """Where progress is not shown."""


def _never() -> bool:
    return False


def write_batch(
    cases: Iterable[Waiting],
    total: int,
    order: BatchOrder,
    on_progress: Progress = _nobody_asks,
    is_stopped: Callable[[], bool] = _never,
) -> BatchResult:
    """Write the documents of many cases; each case is opened when its turn comes.

    A case that fails does not stop the others. Raises :class:`DocumentError` at once for what would fail for all of
    them: a web page with a password.
    """
    if order.form == "html" and order.password is not None:
        raise DocumentError("document_web_page_unprotected")
    written: list[Path] = []
    failures: list[Failure] = []
    done = 0
    for waiting in cases:
        if is_stopped():
            return BatchResult(done, tuple(written), tuple(failures), stopped=True)
        for outcome in _outcomes(waiting, order):
            if isinstance(outcome, Failure):
                failures.append(outcome)
            else:
                written.append(outcome)
        done += 1
        on_progress(done, total)
    return BatchResult(done, tuple(written), tuple(failures), stopped=False)


def _outcomes(waiting: Waiting, order: BatchOrder) -> Iterator[Path | Failure]:
    try:
        ready = waiting.open()
    except UserError as error:
        yield Failure(waiting.case_id, None, error)
        return
    for kind in order.kinds:
        try:
            yield _written(ready, kind, order)
        except UserError as error:
            yield Failure(waiting.case_id, kind, error)


def _written(ready: Ready, kind: DocumentKind, order: BatchOrder) -> Path:
    language = order.language or ready.case.request.language.value
    document = make(kind, ready.case, ready.assessment, order.letterhead, language, order.today, order.choices)
    path = _free(order.folder, file_name(document, order.form))
    write_bytes(to_bytes(document, order.form, order.password), path)
    return path


def _free(folder: Path, name: str) -> Path:
    """A name that no file of the folder has: nothing that stands there is overwritten."""
    wanted = folder / name
    path, number = wanted, 2
    while path.exists():
        path = wanted.with_stem(f"{wanted.stem}_{number}")
        number += 1
    return path

"""Many cases in one go: each written, failures named, stopped when told to, nothing overwritten, nothing kept."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from redi_desktop.demo import demo_cases
from redi_desktop.errors import DocumentError, VaultDamaged
from redi_desktop.report.batch import BatchOrder, Ready, Waiting, write_batch
from redi_desktop.report.content import DocumentKind
from redi_desktop.report.make import to_bytes
from redi_desktop.report.pdf.protection import MOST_BYTES, protected
from tests.report import reported_cases as cases

COPY, LETTER = DocumentKind.PERSON_COPY, DocumentKind.DECISION_LETTER


def order(folder: Path, *kinds: DocumentKind, **changes: Any) -> BatchOrder:
    made = BatchOrder(
        kinds=kinds or (COPY,), folder=folder, letterhead=cases.LETTERHEAD, today=cases.TODAY, form="html"
    )
    return replace(made, **changes)


def waiting(count: int = 4) -> list[Waiting]:
    def opener(place: int) -> Callable[[], Ready]:
        return lambda: Ready(demo_cases()[place], cases.assessed(demo_cases()[place]))

    return [Waiting(demo_cases()[place].id, opener(place)) for place in range(count)]


def _undecided() -> Ready:
    return Ready(cases.namur(), cases.assessed(cases.namur()))


def test_every_case_is_written_in_the_language_of_its_person(tmp_path):
    told: list[tuple[int, int]] = []
    result = write_batch(waiting(), 4, order(tmp_path), lambda done, total: told.append((done, total)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert (result.cases, result.failures, result.stopped) == (4, (), False)
    languages = [case.request.language.value for case in demo_cases()[:4]]
    assert [path.stem.rsplit("_", 1)[1] for path in result.written] == languages
    assert sorted(tmp_path.iterdir()) == sorted(result.written)


def test_it_stops_when_told_to_and_keeps_what_is_written(tmp_path):
    done: list[int] = []
    result = write_batch(
        waiting(), 4, order(tmp_path), lambda count, _total: done.append(count), lambda: len(done) == 2
    )
    assert result.stopped
    assert result.cases == len(list(tmp_path.iterdir())) == 2


def test_a_case_that_fails_does_not_stop_the_others(tmp_path):
    def broken() -> Ready:
        raise VaultDamaged("vault_damaged")

    listed = [
        Waiting("broken", broken),
        Waiting("empty", lambda: Ready(cases.namur(), None)),
        Waiting("undecided", _undecided),
    ]
    result = write_batch(listed, 3, order(tmp_path, COPY, LETTER))
    assert [(one.case_id, one.kind, one.problem.code) for one in result.failures] == [
        ("broken", None, "vault_damaged"),
        ("empty", COPY, "document_needs_result"),
        ("empty", LETTER, "document_needs_decision"),
        ("undecided", LETTER, "document_needs_decision"),
    ]
    assert len(result.written) == 1


def test_nothing_that_stands_there_is_overwritten(tmp_path):
    first = write_batch(waiting(1), 1, order(tmp_path)).written
    again = write_batch(waiting(1) * 2, 2, order(tmp_path)).written
    assert len({*first, *again}) == len(list(tmp_path.iterdir())) == 3


def test_cases_are_opened_one_at_a_time_and_let_go(tmp_path):
    alive: list[int] = []

    class Heavy(Ready):
        """A case that says when it is gone."""

        def __del__(self) -> None:
            alive.pop()

    def opener() -> Ready:
        gc.collect()
        assert alive == []
        alive.append(1)
        return Heavy(cases.namur(), cases.assessed(cases.namur()))

    result = write_batch((Waiting(str(n), opener) for n in range(3)), 3, order(tmp_path))
    assert len(result.written) == 3


def test_a_password_closes_each_pdf(tmp_path):
    result = write_batch(waiting(1), 1, order(tmp_path, form="pdf", password="Überraschung 7"))
    content = result.written[0].read_bytes()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(content))
    with pikepdf.open(BytesIO(content), password="Überraschung 7") as pdf:
        assert (pdf.encryption.R, pdf.encryption.bits) == (6, 256)
        assert "/StructTreeRoot" in pdf.Root
        assert pdf.allow.accessibility


def test_the_password_is_the_same_however_its_accents_were_typed():
    content = protected(cases.namur_pdf("person-copy", "nl"), "E\N{COMBINING ACUTE ACCENT}te\N{COMBINING ACUTE ACCENT}")
    with pikepdf.open(BytesIO(content), password="Été") as pdf:
        assert len(pdf.pages) == 2


@pytest.mark.parametrize(
    ("password", "code"), [(" ", "document_password_empty"), ("é" * MOST_BYTES, "document_password_too_long")]
)
def test_a_password_that_cannot_be_used_is_refused(password, code):
    with pytest.raises(DocumentError) as refused:
        protected(cases.namur_pdf("person-copy", "nl"), password)
    assert refused.value.code == code


def test_a_web_page_has_no_password(tmp_path):
    with pytest.raises(DocumentError):
        to_bytes(cases.document(cases.namur(), "person-copy"), "html", "x")
    with pytest.raises(DocumentError):
        write_batch(waiting(1), 1, order(tmp_path, password="x"))

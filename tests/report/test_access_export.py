"""What a person is given on paper says all that the vault keeps of them, in their language."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from redi_desktop.casefile.json_form import to_data
from redi_desktop.casefile.model import CaseFile
from redi_desktop.demo import demo_cases
from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.engine.right_states import Answer
from redi_desktop.i18n import speaking
from redi_desktop.packs.embedded import load_embedded
from redi_desktop.report.access_case import case_blocks
from redi_desktop.report.access_export import access_export
from redi_desktop.report.content import Block, Document, Letterhead, NotedText, Table
from redi_desktop.report.make import to_bytes
from redi_desktop.store.access_export import everything_about
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE
from tests.store.counted_cases import single_parent

TODAY = date(2026, 11, 21)


@pytest.fixture
def told(tmp_path: Path) -> dict[str, object]:
    """What a vault tells of a case with a result, a decision and a half-typed text."""
    case = single_parent("Ayşe Çelik")
    with Vault.create(tmp_path / "vault", PASSPHRASE, limits=CHEAP) as vault:
        vault.cases.save(dataclasses.replace(case, comment="La facture <b>de gaz</b>."), "comment")
        result = vault.assessments.freeze(case, assess(case.facts, Parameters(load_embedded())))
        decision = {"verdict": "granted", "decided_on": "2026-12-01", "amount": "120.00", "conditions": "Trois mois."}
        vault.decisions.note(case.id, decision, result)
        vault.drafts.save(case.id, "comment", "Elle ajoute que")
        vault.retention.choose(120)
        return everything_about(vault, [case.id])


def made(told: dict[str, object], code: str) -> Document:
    with speaking(code):
        return access_export(told, Letterhead("CPAS de Namur"), TODAY)


@pytest.mark.parametrize("code", ["fr", "nl", "de", "en"])
def test_it_is_made_in_each_language_as_pdf_and_html(told, code):
    document = made(told, code)
    page = to_bytes(document, "html").decode()
    for text in (
        "Ayşe Çelik",
        "Elle ajoute que",
        "Trois mois.",
        "&lt;b&gt;de gaz",
        "120,00" if code != "en" else "120",
    ):
        assert text in page
    assert to_bytes(document, "pdf").startswith(b"%PDF")


def test_every_part_of_the_export_is_on_paper(told):
    document = made(told, "en")
    captions = [block.caption for block in document.blocks if isinstance(block, Table)]
    assert captions == [
        "People", "What comes in", "What is really paid", "Results", "Decisions", "What was done with it",
    ]  # fmt: skip


def test_each_act_is_said_in_words(told):
    document = made(told, "en")
    (done,) = [
        block for block in document.blocks if isinstance(block, Table) and block.caption == "What was done with it"
    ]
    assert [row.cells[1] for row in done.rows] == ["Case made", "Result kept", "Decision noted"]


def test_what_was_decided_is_said_with_its_conditions(told):
    document = made(told, "en")
    (decided,) = [block for block in document.blocks if isinstance(block, Table) and block.caption == "Decisions"]
    assert decided.rows[0].cells == ("01/12/2026", NotedText("Granted", "Trois mois."), "€120.00")


TYPED = {
    *("name", "reference", "reason", "reasons", "remark", "comment", "context", "person_view", "disagreements"),
    *("conditions",),
}
"""The fields of a case that hold what somebody wrote."""


def written_in(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from [value] if key in TYPED and isinstance(value, str) else written_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from written_in(value)


def on_paper(case: CaseFile) -> tuple[Block, ...]:
    with speaking("en"):
        return tuple(case_blocks(case))


@pytest.mark.parametrize("case", demo_cases(), ids=lambda case: case.id)
def test_whatever_was_written_stands_on_the_paper(case):
    words = " ".join(str(block) for block in on_paper(case))
    written = {text for text in written_in(to_data(case)) if text.strip()} - {case.reference}
    assert {text for text in written if repr(text)[1:-1] not in words} == set()
    assert words.count("caption='Rights noted by the worker'") == bool(case.rights)


def test_answers_stand_on_the_paper_with_their_questions():
    answers = (Answer(key="pregnant@p1", text="yes"), Answer(key="in_need", text="no"), Answer(key="lost", text="?"))
    (told,) = (
        block
        for block in on_paper(dataclasses.replace(demo_cases()[0], answers=answers))
        if isinstance(block, Table) and block.caption == "Answers given"
    )
    assert [row.cells[1] for row in told.rows] == ["Yes", "No", "?"]
    assert told.rows[2].cells[0] == "lost"

"""The door: every kind in every language, and files that are whole or not there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from redi_desktop.errors import DocumentError
from redi_desktop.report import make as door
from redi_desktop.report.content import DocumentKind
from tests.report import reported_cases as cases


@pytest.mark.parametrize("language", cases.LANGUAGES)
@pytest.mark.parametrize("kind", list(DocumentKind))
def test_every_kind_is_made_in_every_language(kind, language):
    document = cases.document(cases.judged(), kind, language)
    assert document.language == language
    assert document.title
    assert door.to_bytes(document, "html").decode().startswith("<!DOCTYPE html>")


def test_the_letterhead_may_be_the_name_of_the_cpas_alone():
    case = cases.namur()
    document = door.make("social-report", case, cases.assessed(case), "CPAS de Dinant", "fr", cases.TODAY)
    assert document.letterhead.cpas_name == "CPAS de Dinant"


def test_an_unknown_kind_is_refused():
    case = cases.namur()
    with pytest.raises(DocumentError) as refused:
        door.make("novel", case, cases.assessed(case), "", "fr", cases.TODAY)
    assert refused.value.code == "document_kind_unknown"


@pytest.mark.parametrize(("name", "start"), [("r.pdf", b"%PDF-1.7"), ("r.PDF", b"%PDF-1.7"), ("r.html", b"<!DOCTYPE")])
def test_the_ending_of_the_name_says_the_form(tmp_path, name, start):
    door.write(cases.document(cases.namur(), "person-copy"), tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(start)
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such mode")
def test_a_document_is_readable_by_this_user_alone(tmp_path):
    door.write(cases.document(cases.namur(), "person-copy"), tmp_path / "r.html")
    assert (tmp_path / "r.html").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("report.docx", "document_form_unknown"),
        ("nowhere/report.html", "document_folder_missing"),
        ("a_file/report.html", "document_not_written"),
        ("a_folder.html", "document_not_written"),
    ],
)
def test_a_place_that_cannot_be_written_is_named_and_nothing_is_left_there(tmp_path, place, code):
    (tmp_path / "a_file").write_text("")
    (tmp_path / "a_folder.html").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(DocumentError) as refused:
        door.write(cases.document(cases.namur(), "person-copy"), tmp_path / place)
    assert refused.value.code == code
    assert refused.value.values["path"] == tmp_path / place
    assert sorted(tmp_path.rglob("*")) == before


def test_a_full_disk_leaves_the_old_file_whole(tmp_path, monkeypatch):
    target = tmp_path / "report.html"
    target.write_text("yesterday's")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DocumentError):
        door.write(cases.document(cases.namur(), "person-copy"), target)
    assert target.read_text() == "yesterday's"
    assert list(tmp_path.iterdir()) == [target]


def test_a_suggested_name_tells_nothing_about_the_person():
    document = cases.document(cases.namur(reference="Lefèvre 2026/42"), "person-copy", "nl")
    assert door.file_name(document, "pdf") == "person-copy_2026-42_2026-07-20_nl.pdf"


def test_the_pdf_library_is_not_loaded_before_a_pdf_is_made():
    source = "import sys, redi_desktop.report.make; print(sorted({'reportlab', 'pikepdf'} & set(sys.modules)))"
    root = Path(door.__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", source], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

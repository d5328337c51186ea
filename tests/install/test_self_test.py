"""``--self-test`` says ok for what works, FAILED for what does not, and leaves nothing behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from redi_desktop import paths, self_test
from redi_desktop.self_test import parts, work

ROOT = Path(__file__).resolve().parents[2]


def test_a_sound_program_says_ok_for_every_part_and_leaves_nothing(home, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "redi_desktop", "--self-test"], cwd=ROOT, capture_output=True, text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )  # fmt: skip
    _, *told, last = done.stdout.splitlines()
    assert (done.returncode, last) == (0, "Everything works."), done.stdout + done.stderr
    assert [line.split()[:2] for line in told] == [["ok", f"{part}:"] for part in self_test.checks()]
    assert not [file for folder in (home, tmp_path) for file in folder.rglob("*") if file.is_file()]


def test_one_part_that_fails_is_told_and_does_not_hide_the_others(monkeypatch, capsys):
    def broken(_: Path) -> str:
        raise RuntimeError("no fonts today")

    monkeypatch.setattr(self_test, "checks", lambda: {"fonts": broken, "assessment": work.assessment})
    assert self_test.run() == 1
    told = capsys.readouterr().out
    assert "FAILED  fonts: RuntimeError: no fonts today" in told
    assert "ok      assessment: 12 cases" in told
    assert "1 of 2 parts do not work." in told


@pytest.mark.parametrize(
    ("part", "missing"),
    [("fonts", "fonts/NotoSans-Medium.ttf"), ("catalogues", "i18n/nl"), ("notices", "notices/third-party.txt")],
)
def test_a_program_that_lacks_a_file_does_not_pass(part, missing, monkeypatch, tmp_path):
    for place in paths.resources_folder().iterdir():
        (tmp_path / place.name).mkdir()
        for inner in place.iterdir():
            if f"{place.name}/{inner.name}" != missing:
                (tmp_path / place.name / inner.name).symlink_to(inner)
    monkeypatch.setattr(paths, "resources_folder", lambda: tmp_path)
    (tried,) = self_test.tries({part: getattr(parts, part)})
    assert not tried.works


def test_a_plain_database_driver_does_not_pass(monkeypatch):
    from redi_desktop.store import connection

    monkeypatch.setattr(connection, "sqlcipher3", __import__("sqlite3"))
    (tried,) = self_test.tries({"vault": work.vault})
    assert not tried.works

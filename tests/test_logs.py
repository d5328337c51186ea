"""The log says what happened to the program and never to whom."""

import json
import logging
import re
import sys
import threading
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redi_desktop import formatting, logs
from tests.program_sources import Call, sources

PERSON = "Fatma Yılmaz-O’Brien 89.05.03-123.45"
FIELDS = {"time", "level", "logger", "event", "exceptions", "frames"}
log = logging.getLogger("redi_desktop.test")


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    written_to = logs.install(tmp_path / "logs")
    assert written_to
    yield written_to
    logs.uninstall()


@pytest.fixture
def hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hooks of the interpreter come back after the test."""
    for module, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(module, name, getattr(module, name))


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def caught(act: Callable[[], object]) -> BaseException:
    try:
        act()
    except Exception as problem:
        return problem
    raise AssertionError("nothing was raised")


def fail_with_the_person_known() -> None:
    person = PERSON
    try:
        raise KeyError(person)
    except KeyError as problem:
        raise RuntimeError(f"no case of {person}") from problem


def test_an_event_is_one_line_of_allowed_fields(path: Path):
    log.warning("settings_damaged")
    (line,) = lines(path)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", line.pop("time"))
    assert line == {"level": "WARNING", "logger": "redi_desktop.test", "event": "settings_damaged"}


def test_an_exception_is_its_types_and_the_places_in_our_own_code(path: Path):
    log.error("document_failed", exc_info=caught(lambda: formatting.money(Decimal("NaN"))))
    (line,) = lines(path)
    assert line["exceptions"] == ["ValueError"]
    assert [re.sub(r":\d+:", ":", frame) for frame in line["frames"]] == [
        "formatting.py:money",
        "formatting.py:_rounded",
    ]


@pytest.mark.parametrize(
    "write",
    [
        lambda: log.warning(PERSON),
        lambda: log.warning("case_opened %s", PERSON),
        lambda: log.warning("case_opened", extra={"person": PERSON}),
        lambda: log.warning({"person": PERSON}),
        lambda: log.warning("case_saved", stack_info=True),
        lambda: log.log(35, "case_saved"),
        lambda: log.error("case_failed", exc_info=caught(fail_with_the_person_known)),
        lambda: log.error("case_failed", exc_info=caught(lambda: dict[str, str]()[PERSON])),
        lambda: logging.getLogger(PERSON).error("case_failed"),
        lambda: log.error("case_failed", exc_info=type(PERSON, (Exception,), {})()),
        lambda: logging.getLogger("some.library").error(PERSON),
    ],
)
def test_a_person_never_enters_the_log(path: Path, write: Callable[[], None]):
    write()
    text = path.read_text(encoding="utf-8")
    assert len(lines(path)) == 1
    assert set(lines(path)[0]) <= FIELDS
    for word in (PERSON, json.dumps(PERSON)[1:-1], "Fatma", "89.05", "Brien"):
        assert word not in text


@given(st.text("ABCÉàz09 .'\n\"{}", min_size=4, max_size=30), st.text("ABCÉàz09 .'\n\"{}", min_size=4, max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_no_typed_text_changes_what_is_logged(path: Path, message: str, name: str):
    path.write_bytes(b"")
    log.warning(message, {"name": name}, exc_info=ValueError(message, name))
    (line,) = lines(path)
    del line["time"]
    assert line == {
        "level": "WARNING",
        "logger": "redi_desktop.test",
        "event": "other",
        "exceptions": ["ValueError"],
        "frames": [],
    }


def test_every_log_line_of_the_program_is_a_fixed_event_code():
    logged = [call for call in sources().calls if is_log_call(call)]
    assert logged
    assert [f"{call.place}:{call.line}" for call in logged if not is_event(call)] == []


def is_log_call(call: Call) -> bool:
    levels = {"debug", "info", "warning", "error", "exception", "critical"}
    return call.name in levels and call.owner.lower().strip("_") in {"log", "logger", "logging"}


def is_event(call: Call) -> bool:
    message = call.words[0] if len(call.words) == 1 else None
    return (
        message is not None
        and re.fullmatch(r"[a-z]+(_[a-z0-9]+)+", message) is not None
        and call.keywords <= {"exc_info"}
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards the user's folder instead")
def test_nobody_else_can_read_the_log(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(logs, "LARGEST_FILE", 10)
    path.chmod(0o644)
    logs.install(path.parent)
    log.warning("settings_damaged")
    log.warning("settings_damaged")
    assert {file.stat().st_mode & 0o777 for file in path.parent.iterdir()} == {0o600}
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_the_log_is_bounded_and_keeps_the_latest_lines(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(logs, "LARGEST_FILE", 1_000)
    for _ in range(200):
        log.warning("settings_damaged")
    log.warning("the_last_one")
    assert sorted(file.name for file in path.parent.iterdir()) == ["redi-desktop.1.log", "redi-desktop.log"]
    assert all(file.stat().st_size < 1_200 for file in path.parent.iterdir())
    assert lines(path)[-1]["event"] == "the_last_one"


def test_where_the_full_log_cannot_be_renamed_it_stays_bounded(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(logs, "LARGEST_FILE", 1_000)
    (path.parent / "redi-desktop.1.log").mkdir()
    for _ in range(50):
        log.warning("settings_damaged")
    assert 0 < path.stat().st_size < 1_200


def test_the_program_runs_where_no_log_can_be_written(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    (tmp_path / "logs").write_text("in the way")
    assert logs.install(tmp_path / "logs") is None
    log.error("case_failed", exc_info=ValueError(PERSON))
    logs.uninstall()
    assert "Fatma" not in "".join(capfd.readouterr())


def test_a_second_log_takes_the_place_of_the_first(path: Path, tmp_path: Path):
    other = logs.install(tmp_path / "other")
    log.warning("settings_damaged")
    assert other
    assert (lines(path), len(lines(other))) == ([], 1)


def test_libraries_are_heard_only_when_something_is_wrong(path: Path):
    logging.getLogger("some.library").info("reading a file")
    logging.getLogger("some.library").warning("a strange file")
    log.info("vault_opened")
    assert [(line["logger"], line["event"]) for line in lines(path)] == [
        ("some.library", "other"),
        ("redi_desktop.test", "vault_opened"),
    ]


def test_a_bug_is_logged_told_and_shown_without_its_words(path: Path, hooks: None, capfd: pytest.CaptureFixture[str]):
    told: list[str] = []
    logs.catch_bugs(lambda: told.append("told"))
    bug = caught(fail_with_the_person_known)
    sys.excepthook(type(bug), bug, bug.__traceback__)
    (line,) = lines(path)
    assert (line["event"], line["level"], line["exceptions"]) == (
        "unhandled_bug",
        "CRITICAL",
        ["RuntimeError", "KeyError"],
    )
    assert told == ["told"]
    assert "RuntimeError" in (shown := capfd.readouterr().err)
    assert "Fatma" not in shown


def test_a_bug_in_another_thread_is_caught_too(path: Path, hooks: None):
    logs.catch_bugs()
    thread = threading.Thread(target=fail_with_the_person_known)
    thread.start()
    thread.join()
    assert [line["event"] for line in lines(path)] == ["unhandled_bug"]


def test_a_bug_that_nobody_could_raise_is_caught_too(path: Path, hooks: None):
    logs.catch_bugs()
    unraisable = SimpleNamespace(exc_type=ValueError, exc_value=None, exc_traceback=None, err_msg=PERSON, object=PERSON)
    sys.unraisablehook(unraisable)
    assert [line["event"] for line in lines(path)] == ["unhandled_bug"]


def test_telling_of_a_bug_may_fail(path: Path, hooks: None, capfd: pytest.CaptureFixture[str]):
    logs.catch_bugs(fail_with_the_person_known)
    bug = caught(fail_with_the_person_known)
    sys.excepthook(type(bug), bug, bug.__traceback__)
    assert [line["event"] for line in lines(path)] == ["unhandled_bug", "bug_not_told"]
    assert "Fatma" not in capfd.readouterr().err


def test_stopping_the_program_by_hand_is_no_bug(path: Path, hooks: None):
    logs.catch_bugs()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert lines(path) == []

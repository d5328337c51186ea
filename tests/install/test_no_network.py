"""The program has no network code, asks for no socket, and works where no network exists."""

from __future__ import annotations

import functools
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program_sources import sources

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "tests" / "cases" / "shared" / "single-woman-flanders-2024.json"
ASSESS = ["redi_desktop", "assess", str(CASE), "--format", "json"]
WINDOW = ["redi_desktop"]
STARTS = [pytest.param(ASSESS, id="assess"), pytest.param(WINDOW, id="window")]
FORBIDDEN = {
    "PySide6.QtNetwork", "_socket", "_ssl", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests",
    "smtplib", "socket", "socketserver", "ssl", "urllib.request", "urllib3", "webbrowser", "xmlrpc",
}  # fmt: skip


def forbidden(name: str) -> bool:
    return any(name == module or name.startswith(module + ".") for module in FORBIDDEN)


@functools.cache
def without_interfaces() -> tuple[str, ...] | None:
    """The command that starts another one where there is no network interface but an idle loopback."""
    for command in (("unshare", "-rn"), ("unshare", "-n")):
        if shutil.which("unshare") and subprocess.run([*command, "true"], capture_output=True).returncode == 0:
            return command
    return None


def start(arguments: list[str], prefix: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    watched = [sys.executable, str(Path(__file__).with_name("start_watched.py")), *arguments]
    return subprocess.run([*prefix, *watched], cwd=ROOT, capture_output=True, text=True, timeout=60)


def assert_it_worked(done: subprocess.CompletedProcess[str], arguments: list[str]) -> None:
    assert done.returncode == 0, done.stderr
    if arguments == ASSESS:
        assert json.loads(done.stdout)["format"] == "redi-assessment/1"
    else:
        assert "window:" in done.stdout


def test_no_source_names_a_network_module():
    assert sources().files > 400
    assert {(place, name) for place, name in sources().imports if forbidden(name)} == set()


@pytest.mark.parametrize("arguments", STARTS)
def test_nothing_asks_for_a_socket(arguments):
    assert_it_worked(start(arguments), arguments)


@pytest.mark.parametrize("arguments", STARTS)
def test_it_works_where_no_network_exists(arguments):
    prefix = without_interfaces()
    if prefix is None:
        pytest.skip("this machine does not let us make a network namespace")
    assert_it_worked(start(arguments, prefix), arguments)


def test_the_watch_itself_notices_a_socket():
    done = start(["timeit", "-n1", "-r1", "import socket; socket.socket()"])
    assert done.returncode == 99
    assert "asked for a socket: socket.__new__" in done.stderr

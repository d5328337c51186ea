"""The real program, in Dutch, from unlock to PDF through the accessibility bus, as a blind colleague works."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from redi_desktop import paths, settings
from redi_desktop.settings import Settings
from redi_desktop.store.vault import Vault
from tools.system_libraries import BUS_PROGRAMS, missing_bus_packages

HERE = Path(__file__).resolve().parent
PASSPHRASE = "five quiet words about nothing"
SYSTEM_PYTHON = "/usr/bin/python3"
SCREEN = "1366x768x24"
ON_THE_BUS = """
unset AT_SPI_BUS_ADDRESS
"$LAUNCHER" --launch-immediately & launcher=$!
"$PYTHON" -m redi_desktop & program=$!
timeout 60 "$SYSTEM_PYTHON" "$DRIVER" "$PASSPHRASE" "$PAPER"; driven=$?
kill -0 $program; alive=$?
kill $program $launcher; wait $program
exit $((driven + alive))
"""


@pytest.fixture
def bus():
    """What is needed to have a bus and a screen; without it the test says so, and fails where changes are judged."""
    missing = missing_bus_packages()
    if not sys.platform.startswith("linux"):
        pytest.skip("the accessibility bus is that of Linux")
    if missing:
        words = "no accessibility bus: install " + " ".join(missing)
        pytest.fail(words) if "CI" in os.environ else pytest.skip(words)


@pytest.fixture
def screen():
    """An X server that nobody sees."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as answer:
        number = answer.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


@pytest.fixture
def vault(home):
    """A vault of the program's own making, and settings that lead to it."""
    folder = home / "vault"
    made = Vault.create(folder, PASSPHRASE)
    made.prove_recovery(" ".join(made.recovery_code().groups))
    made.close()
    settings.save(Settings(language="nl", vault_folder=str(folder), tour_seen=True), paths.config_folder())


def test_a_case_goes_from_unlock_to_pdf_through_the_accessibility_bus_in_dutch(bus, screen, vault, tmp_path):
    paper = tmp_path / "verslag.pdf"
    environment = {
        **os.environ,
        "DISPLAY": screen,
        "QT_QPA_PLATFORM": "xcb",
        "QT_ACCESSIBILITY": "1",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LANG": "C.UTF-8",
        "PYTHON": sys.executable,
        "SYSTEM_PYTHON": SYSTEM_PYTHON,
        "LAUNCHER": BUS_PROGRAMS["at-spi2-core"],
        "DRIVER": str(HERE / "driver.py"),
        "PASSPHRASE": PASSPHRASE,
        "PAPER": str(paper),
    }
    shell = shutil.which("bash") or "bash"
    command = ["dbus-run-session", "--", shell, "-c", ON_THE_BUS]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=90, check=False)
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
    said = done.stdout
    assert "Er ontbreekt €" in said
    missing = " ".join(said.partition("Er ontbreekt ")[2].partition(" per maand")[0].split())
    document = pypdfium2.PdfDocument(paper.read_bytes())
    printed = "".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))
    document.close()
    assert missing in " ".join(printed.split())
    assert no_bug_was_logged()


def no_bug_was_logged() -> bool:
    """The program noted nothing that it did not expect."""
    logs = [file.read_text(encoding="utf-8") for file in paths.log_folder().glob("*.log")]
    return not any("unhandled_bug" in log for log in logs)

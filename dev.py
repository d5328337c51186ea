#!/usr/bin/env python3
"""Start, check and test REDI Desktop from a checkout, on a machine where nothing is installed yet.

    python3 dev.py run [ARGUMENTS]      the program; without a screen, the demo case played off-screen into out/
    python3 dev.py test [PYTEST...]     the checks and the tests; with arguments, those tests alone
    python3 dev.py check                ruff, mypy, import contracts, catalogues
    python3 dev.py install              the environment alone
    python3 dev.py strings              collect the texts of the program for the translators
    python3 dev.py package [--check]    what goes out: Debian package, archive, Windows setup, wheel, in dist/
    python3 dev.py bench | torture | shots    measure, break, photograph

Each of them first sees to .venv, the locked packages, the system libraries of Qt and the compiled catalogues.
Standard library only.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tools import system_libraries

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "requirements" / "dev.lock"
STAMP = VENV / "installed-from.sha256"
OFFSCREEN = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
TESTED = {**OFFSCREEN, "PYTHONPYCACHEPREFIX": str(VENV / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
"""What Python compiles is kept beside no source, for a second run of the tests and the programs that they start."""
TOOLS = ("bench", "torture", "shots", "package")
EVERYTHING = ("-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder", "--max-worker-restart", "1")
"""In the order of the folders: by the number of tests in a file, the longest single tests would come last."""
SCREENLESS = (
    *("assess", "attachment", "export", "report", "pack", "policy", "integration-income", "vault"),
    *("--self-test", "--version", "--help", "-h"),
)


def call(*command: object, cwd: Path | None = ROOT, env: dict[str, str] | None = None) -> int:
    """Run a command, in the project folder unless told otherwise, and return its exit status."""
    return subprocess.run([str(part) for part in command], cwd=cwd, env=env).returncode


def module(*arguments: object, cwd: Path | None = ROOT, env: dict[str, str] | None = None) -> int:
    """Run a module with the Python of the environment."""
    return call(PYTHON, "-m", *arguments, cwd=cwd, env=env)


def install_environment() -> None:
    """Make or refresh the environment where the lock has changed; do nothing where it has not."""
    trouble = system_libraries.provide()
    if trouble:
        sys.exit(trouble)
    wanted = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text() == wanted:
        return
    print(f"Installing the locked packages in {VENV.name} (about a minute the first time)", flush=True)
    STAMP.unlink(missing_ok=True)
    if not PYTHON.exists() and call(sys.executable, "-m", "venv", "--clear", VENV):
        sys.exit("The virtual environment could not be made; what went wrong stands above.")
    pip = ("pip", "install", "-qq", "--no-input", "--disable-pip-version-check")
    if module(*pip, "--require-hashes", "-r", LOCK) or module(*pip, "--no-deps", "--no-build-isolation", "-e", ROOT):
        sys.exit("The packages could not be installed; what went wrong stands above.")
    STAMP.write_text(wanted)


def compile_catalogues() -> None:
    """Compile the translations whose text is newer than what was compiled from it."""
    for source in (ROOT / "resources" / "i18n").glob("*/LC_MESSAGES/redi.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            if module("tools.catalogues", "compile"):
                sys.exit("The catalogues could not be compiled; what went wrong stands above.")
            return


def run(arguments: list[str]) -> int:
    """Open the window; where there is no screen for it, play the demo case off-screen."""
    screen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if screen or not sys.platform.startswith("linux") or (arguments and arguments[0] in SCREENLESS):
        return module("redi_desktop", *arguments, cwd=None)
    print("There is no screen here: the demo case is played off-screen, its pages and documents go to out/", flush=True)
    return module("tools.play", "--out", "out", env=OFFSCREEN)


def check(_: list[str]) -> int:
    """Check style, types, import contracts and catalogues."""
    return module("tools.checks")


def test(arguments: list[str]) -> int:
    """Run the checks and all tests, or only the tests that the arguments choose."""
    system_libraries.provide_bus()
    checked = 0 if arguments else check([])
    return module("pytest", *(arguments or EVERYTHING), env=TESTED) or checked


def perform(command: str, arguments: list[str]) -> int:
    """Do what a command is for, in an environment that is ready."""
    if command in TOOLS and not (ROOT / "tools" / f"{command}.py").exists():
        print(f"Nothing to run in this version: tools/{command}.py is not there.", file=sys.stderr)
        return 2
    if command in TOOLS:
        return module(f"tools.{command}", *arguments)
    return COMMANDS[command](arguments)


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "install": lambda _: 0,
    "strings": lambda _: module("tools.catalogues", "extract"),
}


def main(arguments: list[str]) -> int:
    """Prepare the environment and do what the first argument says."""
    if sys.version_info < (3, 11):
        print(f"REDI Desktop needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 2
    command = arguments[0] if arguments else ""
    if command in ("-h", "--help"):
        print(__doc__)
        return 0
    if command not in (*COMMANDS, *TOOLS):
        print((f"dev.py does not know “{command}”.\n\n" if command else "") + str(__doc__), file=sys.stderr)
        return 2
    install_environment()
    compile_catalogues()
    return perform(command, arguments[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)

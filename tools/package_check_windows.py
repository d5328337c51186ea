"""The Windows setup under wine: an older version, upgraded over it, tried, photographed, removed; the vault survives.

Wine is not Windows: what this proves is the script of the setup and that every library is there. What it cannot prove
stands in ``docs/release.md``.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from tools import package_check_setup, package_older
from tools.package_check_linux import RESULTS
from tools.package_ground import ROOT, PackagingFailed, files_below, megabytes, version
from tools.package_windows import PAYLOAD, setup_path
from tools.package_wine import LOCAL, PROGRAM, USER, Windows, fresh_windows

_CLI, _WINDOW, _REMOVER = (
    f"{PROGRAM}\\{name}" for name in ("redi-desktop-cli.exe", "redi-desktop.exe", "uninstall.exe")
)
_VAULT = f"{LOCAL}\\REDI Desktop\\vault"
_SHORTCUT = f"C:\\users\\{USER}\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\REDI Desktop.lnk"
_CASE = "C:\\case.json"
_OF_THE_OLDER = "Lib\\site-packages\\of-the-older-version.txt"
_LARGEST = 200.0


def check() -> Iterator[str]:
    """Do all of it; yields what held. Raises :class:`PackagingFailed` at the first thing that does not."""
    if not setup_path().exists() or not PAYLOAD.exists():
        raise PackagingFailed(f"{setup_path().name} is not in dist/: build it first.")
    older = package_older.windows_setup()
    RESULTS.mkdir(parents=True, exist_ok=True)
    with fresh_windows() as windows:
        yield from _install_older(windows, older)
        yield from _upgrade(windows, older)
        yield _self_test(windows)
        yield from _pictures(windows)
        yield _refuses_while_open(windows)
        yield from _remove(windows)
        yield from package_check_setup.check(windows)


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise PackagingFailed(otherwise)


def _install(windows: Windows, setup: Path) -> int:
    status, _ = windows.run(setup, "/S")
    return status


def _install_older(windows: Windows, older: Path) -> Iterator[str]:
    _expect(_install(windows, older) == 0, "The older version could not be installed.")
    _expect(windows.place(f"{PROGRAM}\\{_OF_THE_OLDER}").exists(), "The older version is not where it should be.")
    _expect(
        windows.registry("DisplayVersion") == package_older.VERSION, "The list of programs lacks the older version."
    )
    empty = windows.shown.pixels()
    with windows.started(_WINDOW, "--demo"):
        windows.shown.wait_until_painted(empty)
        time.sleep(15)
        package_older.take_vault(windows.temporary(), windows.place(_VAULT))
    _wait_for_end(windows)
    yield f"an older program ({package_older.COMMIT}) installed in silence, without an administrator, for {USER}"
    yield f"it made a vault of schema {package_older.SCHEMA} with {package_older.CASES} cases"


def _amounts(windows: Windows) -> dict[str, str]:
    package_older.lay_case(windows.place(_CASE))
    status, said = windows.run(_CLI, "assess", _CASE, "--format", "json", "--lang", "en")
    _expect(status == 0, f"The case could not be assessed: {said}")
    return package_older.amounts(said)


def _upgrade(windows: Windows, older: Path) -> Iterator[str]:
    before, start = _amounts(windows), time.monotonic()
    _expect(_install(windows, setup_path()) == 0, "The upgrade failed.")
    seconds = time.monotonic() - start
    _expect(windows.registry("DisplayVersion") == version(), "The list of programs names the older version.")
    _expect(not windows.place(f"{PROGRAM}\\{_OF_THE_OLDER}").exists(), "A file of the older version is left.")
    size = megabytes(files_below(windows.place(PROGRAM)))
    _expect(size <= _LARGEST, f"The installed program takes {size:.0f} MB.")
    yield f"upgraded in place in {seconds:.0f} s; {size:.0f} MB installed (at most {_LARGEST:.0f})"
    yield _vault_opens(windows)
    _expect(_amounts(windows) == before, f"Other amounts than before the upgrade: {before}, {_amounts(windows)}")
    yield f"the same amounts before and after: {before}"
    _expect(_install(windows, older) == 3, "An older version installs itself over a newer one in silence.")
    yield "an older setup over a newer version is refused in silence, status 3"


def _vault_opens(windows: Windows) -> str:
    """The upgraded program opens the vault that was there, and everything in it is in order."""
    verify = (_CLI, "vault", "verify", "--folder", _VAULT, "--passphrase-stdin", "--lang", "en")
    status, said = windows.run(*verify, typed=package_older.OPENING + "\n")
    _expect(status == 0, f"The vault does not open after the upgrade: {said}")
    _expect(f"{package_older.CASES} cases" in said, f"Cases are missing after the upgrade: {said}")
    backups = list((windows.place(_VAULT) / "backups").iterdir())
    _expect(bool(backups), "No backup was made before the vault was changed.")
    return f"the vault opens after the upgrade, backed up before its migration: {' '.join(said.split())}"


def _self_test(windows: Windows) -> str:
    status, said = windows.run(_CLI, "--self-test")
    (RESULTS / "windows-self-test.txt").write_text(said, encoding="utf-8")
    _expect(status == 0, f"The self-test failed:\n{said}")
    return f"self-test: {said.splitlines()[-1]}"


def _pictures(windows: Windows) -> Iterator[str]:
    empty = windows.shown.pixels()
    for name, words in (("unlock", ()), ("demo", ("--demo", "--lang", "nl"))):
        with windows.started(_WINDOW, *words):
            windows.shown.wait_until_painted(empty)
            time.sleep(12)
            picture = windows.shown.save(RESULTS / f"windows-{name}.png")
        _wait_for_end(windows)
        yield f"the window ({name}): {picture.relative_to(ROOT)}"


def _wait_for_end(windows: Windows) -> None:
    """Until no program runs in this Windows any more."""
    windows.run("taskkill", "/f", "/im", "redi-desktop.exe")
    time.sleep(2)


def _refuses_while_open(windows: Windows) -> str:
    empty = windows.shown.pixels()
    with windows.started(_WINDOW):
        windows.shown.wait_until_painted(empty)
        status = _install(windows, setup_path())
    _wait_for_end(windows)
    _expect(status == 2, f"A setup while the program is open gave status {status}.")
    return "a setup while the program is open is refused in silence, status 2"


def _remove(windows: Windows) -> Iterator[str]:
    windows.run(_REMOVER, "/S")
    for _ in range(60):
        if not windows.place(_REMOVER).exists():
            break
        time.sleep(1)
    left = files_below(windows.place(PROGRAM)) if windows.place(PROGRAM).exists() else []
    _expect(not left, f"Left behind: {[path.name for path in left[:5]]}")
    _expect(not windows.registry("DisplayVersion"), "The program is still in the list of programs.")
    _expect(not windows.place(_SHORTCUT).exists(), "The start menu still has the program.")
    _expect((windows.place(_VAULT) / "dossiers.db").exists(), "The vault is gone.")
    yield "removed in silence without a trace; the vault is still there"

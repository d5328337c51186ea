"""The pages of the setup and of the uninstaller, clicked through under wine in four languages, each photographed.

The script is the one of the real setup; what it lays down here are the two starters alone, so that a walk takes
seconds. The real one is clicked through in ``tools/package_check_windows.py``.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tools.package_dialogs import CANCEL, FOLDER_FIELD, NEXT, NO, OK, RUN_THE_PROGRAM, YES, Dialog, Dialogs
from tools.package_ground import BUILD, INSTALLER, ROOT, PackagingFailed, version
from tools.package_windows import PAYLOAD, STARTERS, make_setup
from tools.package_wine import LOCAL, PROGRAM, Windows

PICTURES = ROOT / "out" / "package" / "setup"
DATA = f"{LOCAL}\\REDI Desktop"
OLDER = "0.0.1"
ELSEWHERE = "C:\\Données du CPAS\\Où l’on range\\REDI Desktop"
_ANSWERS = {"fr": (NO,), "nl": (YES, NO), "de": (YES, YES, NO), "en": (YES, YES, YES)}
"""What is answered to: settings too? the vault too? really?"""
_NAMES = {"fr": "FRENCH", "nl": "DUTCH", "de": "GERMAN", "en": "ENGLISH"}
_CALLED = {"fr": "Français", "nl": "Nederlands", "de": "Deutsch", "en": "English"}


def check(windows: Windows) -> Iterator[str]:
    """Walk through everything; yields what held."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    setup, older = _small_setup(version()), _small_setup(OLDER)
    yield _cancelled(windows, setup)
    for language in _NAMES:
        folder = ELSEWHERE if language == "fr" else PROGRAM
        _install(windows, setup, language, folder)
        if language == "fr":
            yield _older_is_declined(windows, older)
        yield f"setup in {language}, into {folder}; {_uninstall(windows, language, folder)}"
    yield _too_little_space(windows, setup)
    windows.environment["LC_ALL"] = "C.UTF-8"


@cache
def texts() -> dict[tuple[str, str], str]:
    """What the setup says itself, by name and language."""
    content = (INSTALLER / "windows" / "texts.nsh").read_text(encoding="utf-8")
    found = re.findall(r'^LangString (\S+) \$\{LANG_(\w+)\} "(.*)"$', content, re.MULTILINE)
    return {(name, language): text for name, language, text in found}


def beginning(name: str, language: str) -> str:
    """How a text of the setup begins, up to the first thing that is filled in."""
    return re.split(r"\$", texts()[name, _NAMES[language]])[0].strip()


def photograph(windows: Windows, name: str) -> Path:
    """Keep what is on the screen."""
    return windows.shown.save(PICTURES / f"{name}.png")


def _small_setup(told: str) -> Path:
    tree = BUILD / "check" / "small"
    tree.mkdir(parents=True, exist_ok=True)
    for name in STARTERS:
        shutil.copy(PAYLOAD / name, tree)
    out = BUILD / "check" / f"small-{told}-setup.exe"
    make_setup(tree, told, out, quick=True)
    return out


def _choose_language(dialogs: Dialogs, language: str) -> None:
    """The language of Windows stands ready; English is chosen with its first letter, on a Windows in German."""
    ready = _CALLED["de" if language == "en" else language]
    asked = dialogs.wait(ready, lambda dialog: dialog.control(1002) is not None and ready in dialog.words)
    if language == "en":
        dialogs.press(asked, 1002, "e")
        asked = dialogs.saying(_CALLED["en"])
    dialogs.click(asked, OK)


def _cancelled(windows: Windows, setup: Path) -> str:
    windows.speak("fr")
    dialogs = Dialogs(windows)
    with dialogs.opened(setup) as running:
        _choose_language(dialogs, "fr")
        dialogs.click(dialogs.saying(beginning("WELCOME", "fr")), NEXT)
        dialogs.click(_page_of_the_folder(dialogs), CANCEL)
        asked = dialogs.wait("a question", lambda dialog: dialog.control(YES) is not None)
        photograph(windows, "fr-cancel")
        dialogs.click(asked, YES)
        status = _ended(running)
    if status != 1 or windows.place(PROGRAM).exists() or windows.registry("DisplayVersion"):
        raise PackagingFailed(f"A setup that was cancelled gave {status}, or left something behind.")
    return "a setup that is cancelled on its second page asks first, leaves nothing behind, status 1"


def _page_of_the_folder(dialogs: Dialogs) -> Dialog:
    return dialogs.wait("a folder", lambda dialog: dialog.control(FOLDER_FIELD) is not None)


def _install(windows: Windows, setup: Path, language: str, folder: str) -> None:
    """Click through all pages; NSIS wants its ``/D=`` without quotes, whatever spaces there are."""
    windows.speak("de" if language == "en" else language)
    dialogs = Dialogs(windows)
    with dialogs.opened(setup, *f"/D={folder}".split(" ")) as running:
        _choose_language(dialogs, language)
        welcome = dialogs.saying(beginning("WELCOME", language))
        photograph(windows, f"{language}-1-welcome")
        dialogs.click(welcome, NEXT)
        page = _page_of_the_folder(dialogs)
        photograph(windows, f"{language}-2-folder")
        shown = page.control(FOLDER_FIELD)
        if shown is None or shown.text != folder:
            raise PackagingFailed(f"The setup shows {shown and shown.text!r} in the place of {folder}")
        dialogs.click(page, NEXT)
        done = dialogs.wait("the last page", lambda dialog: dialog.control(RUN_THE_PROGRAM) is not None)
        photograph(windows, f"{language}-3-finish")
        dialogs.click(done, RUN_THE_PROGRAM)  # unticked: there is no whole program here
        dialogs.click(done, NEXT)
        status = _ended(running)
    kept = windows.place(f"{DATA}\\settings.json")
    if status or not windows.place(f"{folder}\\redi-desktop.exe").exists():
        raise PackagingFailed(f"The setup in {language} gave {status} and did not install into {folder}.")
    if kept.exists() != (language == "en") or (language == "en" and '"en"' not in kept.read_text(encoding="ascii")):
        raise PackagingFailed(f"The setup in {language} did not hand the chosen language on to the program.")


def _ended(running: subprocess.Popen[bytes]) -> int:
    return running.wait(60)


def _older_is_declined(windows: Windows, older: Path) -> str:
    dialogs = Dialogs(windows)
    with dialogs.opened(older) as running:
        asked = dialogs.saying(beginning("IS_NEWER", "fr").removeprefix("La "))
        photograph(windows, "fr-older-over-newer")
        dialogs.click(asked, NO)
        status = _ended(running)
    if status != 3 or windows.registry("DisplayVersion") != version():
        raise PackagingFailed(f"An older setup that was declined gave {status}.")
    return "an older setup over a newer version warns; declined, it changes nothing, status 3"


def _uninstall(windows: Windows, language: str, folder: str) -> str:
    """Answer the questions as this language does; only three times Yes may take the vault away."""
    for name in ("vault", "Logs"):
        windows.place(f"{DATA}\\{name}").mkdir(parents=True, exist_ok=True)
    vault, settings = windows.place(f"{DATA}\\vault\\dossiers.db"), windows.place(f"{DATA}\\settings.json")
    vault.write_bytes(b"cases")
    settings.write_text("{}", encoding="ascii")
    dialogs = Dialogs(windows)
    with dialogs.opened(f"{folder}\\uninstall.exe"):
        confirm = dialogs.wait("a page", lambda dialog: dialog.control(NEXT) is not None)
        photograph(windows, f"{language}-4-remove")
        dialogs.click(confirm, NEXT)
        for name, answer in zip(("un.SETTINGS", "un.VAULT", "un.VAULT_AGAIN"), _ANSWERS[language], strict=False):
            asked = dialogs.saying(beginning(name, language))
            photograph(windows, f"{language}-5-{name.removeprefix('un.').lower().replace('_', '-')}")
            dialogs.click(asked, answer)
        dialogs.click(dialogs.wait("the end", _may_close), NEXT)
    answers = _ANSWERS[language]
    expected = (answers != (YES, YES, YES), answers[0] == NO, False)
    there = (vault.exists(), settings.exists(), windows.place(f"{folder}\\redi-desktop.exe").exists())
    if there != expected:
        raise PackagingFailed(f"After removing in {language}, vault, settings, program are there: {there}")
    shutil.rmtree(windows.place(DATA), ignore_errors=True)
    told = ", ".join("Yes" if answer == YES else "No" for answer in answers)
    return f"removed with the answers {told}: the vault is {'still there' if there[0] else 'gone'}"


def _may_close(dialog: Dialog) -> bool:
    """Whether the page says that everything is done: its button is the only one that can be clicked."""
    last, back = dialog.control(NEXT), dialog.control(CANCEL)
    return last is not None and last.enabled and back is not None and not back.enabled


def _too_little_space(windows: Windows, setup: Path) -> str:
    """A disk of eight megabytes: in silence, where no page compares."""
    disk = BUILD / "check" / "little"
    disk.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)], check=True)
    try:
        letter = windows.place("C:\\").parent / "dosdevices" / "f:"
        letter.symlink_to(disk)
        status, _ = windows.run(setup, "/S", "/D=F:\\REDI")
        left = list(disk.iterdir())
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=False)
    if status != 4 or left:
        raise PackagingFailed(f"A setup on a full disk gave {status} and left {left}.")
    return "a setup on a disk with too little space changes nothing, status 4"

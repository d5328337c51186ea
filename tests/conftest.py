"""What holds for every test: no screen, no trace in the user's own folders, no language left behind."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # read when Qt starts, so before anything imports it

from redi_desktop import i18n


def spare_what_stays() -> None:
    """Thousands of tests, the packs and the modules stay: Python need not look through them for garbage again.

    It did so for a quarter of the time that the tests took.
    """
    gc.collect()
    gc.freeze()


def pytest_collection_finish() -> None:
    """Every test is known."""
    spare_what_stays()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """The last test of a file is over: what it made is gone, and what it loaded stays for the others."""
    yield
    if nextitem is not None and nextitem.path != item.path:
        spare_what_stays()


# A law holds or it does not; how long an example takes on a busy machine is not part of it. Where a change is judged
# the examples are always the same ones, elsewhere new ones are looked for.
hypothesis.settings.register_profile("redi", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("redi")

USER_FOLDERS = (
    "HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
    "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "XDG_DOCUMENTS_DIR",
)  # fmt: skip


class EmptyHome:
    """A home for one test after the other: made once, and anew only where a test left something in it.

    To make and to remove eleven folders for each of thousands of tests takes longer than most of the tests.
    """

    def __init__(self, new: Callable[[], Path]) -> None:
        self._new = new
        self._folder = self._made()

    def _made(self) -> Path:
        folder = self._new()
        for name in USER_FOLDERS:
            _place(folder, name).mkdir(mode=0o700, exist_ok=True)
        return folder

    def empty(self) -> Path:
        """The folder, without anything that an earlier test put there."""
        made = [_place(self._folder, name) for name in USER_FOLDERS if name != "HOME"]
        if {*self._folder.iterdir()} != {*made} or any(child for place in made for child in place.iterdir()):
            self._folder = self._made()
        return self._folder


def _place(home: Path, name: str) -> Path:
    return home if name == "HOME" else home / name.lower()


@pytest.fixture(scope="session")
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> EmptyHome:
    """The homes of this process."""
    return EmptyHome(lambda: tmp_path_factory.mktemp("home", numbered=True))


@pytest.fixture(autouse=True)
def home(empty_home: EmptyHome, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home for each test: settings, logs and vaults of the user stay out of reach."""
    folder = empty_home.empty()
    for name in USER_FOLDERS:
        monkeypatch.setenv(name, str(_place(folder, name)))
    return folder


@pytest.fixture(autouse=True)
def same_language_afterwards() -> Iterator[None]:
    """The program's language is one for all threads, so a test that changes it would speak for the next one."""
    before = i18n.language()
    yield
    i18n.set_language(before)

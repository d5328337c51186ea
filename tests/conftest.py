"""What holds for every test: no screen, no trace in the user's own folders, no language left behind."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # read when Qt starts, so before anything imports it

from redi_desktop import i18n

# A law holds or it does not; how long an example takes on a busy machine is not part of it. Where a change is judged
# the examples are always the same ones, elsewhere new ones are looked for.
hypothesis.settings.register_profile("redi", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("redi")

USER_FOLDERS = (
    "HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
    "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "XDG_DOCUMENTS_DIR",
)  # fmt: skip


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home for each test: settings, logs and vaults of the user stay out of reach."""
    folder = tmp_path_factory.mktemp("home", numbered=True)
    for name in USER_FOLDERS:
        place = folder / name.lower() if name != "HOME" else folder
        place.mkdir(mode=0o700, exist_ok=True)
        monkeypatch.setenv(name, str(place))
    return folder


@pytest.fixture(autouse=True)
def same_language_afterwards() -> Iterator[None]:
    """The program's language is one for all threads, so a test that changes it would speak for the next one."""
    before = i18n.language()
    yield
    i18n.set_language(before)

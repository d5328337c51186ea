"""Settings are kept for this user alone, survive damage, and never say anything about a case."""

import json
import os
import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redi_desktop import settings
from redi_desktop.errors import UserError
from redi_desktop.settings import Settings

CHANGED = Settings(
    language="nl",
    text_scale=200,
    theme="contrast",
    vault_folder="/home/élise/coffre €",
    idle_minutes=15,
    cpas_name="CPAS d’Ôdeigne",
    cpas_address="Place de l’Église 1",
    municipality="5000 Namur",
    letters_folder="/home/claire/textes",
    default_region="wallonia",
    tour_seen=True,
    worker_name="Élise Ôdeigne",
    worker_contact="081 00 00 00",
    window_geometry="AdnQywADAAA=",
    case_list_shown=False,
)
FILE = "settings.json"

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
names = st.sampled_from([field.name for field in fields(Settings)]) | st.text(max_size=10)


def keep(folder: Path, **values: Any) -> None:
    (folder / FILE).write_text(json.dumps(values), encoding="utf-8")


def test_a_new_worker_gets_the_defaults_and_no_file(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    assert settings.load(tmp_path / "nowhere") == Settings()
    assert list(tmp_path.iterdir()) == []
    assert not caplog.messages


def test_every_setting_is_found_again(tmp_path: Path):
    assert all(getattr(CHANGED, field.name) != field.default for field in fields(Settings))
    settings.save(CHANGED, tmp_path / "new" / "folder")
    assert settings.load(tmp_path / "new" / "folder") == CHANGED


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards the user's folder instead")
def test_nobody_else_can_read_them(tmp_path: Path):
    folder = tmp_path / "config"
    before = os.umask(0)
    try:
        settings.save(CHANGED, folder)
        settings.save(CHANGED, folder)
    finally:
        os.umask(before)
    assert (folder / FILE).stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_what_is_no_setting_is_neither_read_nor_written(tmp_path: Path):
    keep(tmp_path, language="de", last_case="Yılmaz")
    read = settings.load(tmp_path)
    assert read == Settings(language="de")
    settings.save(read, tmp_path)
    assert "Yılmaz" not in json.dumps(json.loads((tmp_path / FILE).read_bytes()), ensure_ascii=False)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "it"), ("text_scale", 79), ("text_scale", "120"), ("text_scale", 120.5), ("idle_minutes", 0),
        ("idle_minutes", 16), ("idle_minutes", True), ("theme", "pink"), ("vault_folder", ""), ("vault_folder", 3),
        ("cpas_name", "a\nb"), ("cpas_name", "a\n"), ("cpas_name", "x" * 121), ("window_geometry", "<b>"),
        ("case_list_shown", 1),
    ],
)  # fmt: skip
def test_a_bad_value_loses_itself_and_nothing_else(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str, value: object
):
    sound = {field.name: getattr(CHANGED, field.name) for field in fields(Settings)}
    keep(tmp_path, **(sound | {name: value}))
    default = getattr(Settings(), name)
    assert settings.load(tmp_path) == replace(CHANGED, **{name: default})
    assert caplog.messages == ["setting_refused"]


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe\xfd", b"[" * 60_000, b" " * 70_000 + b"{}"])
def test_a_damaged_file_gives_the_defaults_and_is_set_aside(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: bytes
):
    (tmp_path / FILE).write_bytes(content)
    assert settings.load(tmp_path) == Settings()
    assert [path.name for path in tmp_path.iterdir()] == ["settings.damaged.json"]
    assert (tmp_path / "settings.damaged.json").read_bytes() == content
    assert caplog.messages == ["settings_damaged"]


def test_a_file_that_cannot_be_opened_gives_the_defaults_and_stays(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    (tmp_path / FILE).mkdir()
    assert settings.load(tmp_path) == Settings()
    assert (tmp_path / FILE).is_dir()
    assert caplog.messages == ["settings_unreadable"]


@given(st.dictionaries(names, json_values, max_size=8))
def test_whatever_the_file_holds_sound_settings_come_out(
    tmp_path_factory: pytest.TempPathFactory, table: dict[str, Any]
):
    folder = tmp_path_factory.mktemp("settings")
    keep(folder, **table)
    read = settings.load(folder)
    settings.save(read, folder)
    assert settings.load(folder) == read


def test_a_value_outside_its_bounds_is_never_written(tmp_path: Path):
    with pytest.raises(ValueError, match="idle_minutes"):
        settings.save(Settings(idle_minutes=90), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_write_that_fails_says_so_and_leaves_the_former_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    settings.save(CHANGED, tmp_path)

    def disk_full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", disk_full)
    with pytest.raises(UserError) as refused:
        settings.save(Settings(), tmp_path)
    assert refused.value.code == "settings_not_saved"
    assert [path.name for path in tmp_path.iterdir()] == [FILE]
    assert settings.load(tmp_path) == CHANGED

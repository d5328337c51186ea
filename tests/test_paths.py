"""The program finds its own files wherever it is installed, and keeps the worker's out of shared places."""

import sys
from pathlib import Path

import pytest

from redi_desktop import paths


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package installed without resources yet."""
    folder = tmp_path / "place" / "redi_desktop"
    folder.mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(folder / "paths.py"))
    return folder


def test_in_a_checkout_the_resources_lie_beside_the_package(package: Path):
    (package.parent / "resources").mkdir()
    assert paths.resources_folder() == package.parent / "resources"
    assert paths.resource("i18n", "fr") == package.parent / "resources" / "i18n" / "fr"


def test_in_a_wheel_they_lie_in_the_package_whatever_lies_beside_it(package: Path):
    (package.parent / "resources").mkdir()
    (package / "resources").mkdir()
    assert paths.resources_folder() == package / "resources"


def test_in_a_frozen_program_they_lie_in_the_bundle(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (package.parent / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "bundle"), raising=False)
    (tmp_path / "bundle" / "resources").mkdir(parents=True)
    assert paths.resources_folder() == tmp_path / "bundle" / "resources"


def test_this_checkout_has_its_resources():
    assert paths.resource("i18n").is_dir()


@pytest.mark.skipif(sys.platform != "linux", reason="the variables are those of the XDG standard")
def test_the_worker_s_folders_are_apart_and_none_is_made_by_asking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    folders = [paths.config_folder(), paths.log_folder(), paths.default_vault_folder()]
    assert folders[0] == tmp_path / "XDG_CONFIG_HOME" / "REDI Desktop"
    assert folders[1].is_relative_to(tmp_path / "XDG_STATE_HOME" / "REDI Desktop")
    assert folders[2] == tmp_path / "XDG_DATA_HOME" / "REDI Desktop" / "vault"
    assert list(tmp_path.iterdir()) == []

"""A pack is read from a folder or from one file, and says so when it cannot be."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from redi_desktop.errors import ParameterError
from redi_desktop.packs import places
from redi_desktop.packs.baskets import load_baskets
from redi_desktop.packs.places import PackArchive, PackFolder, pack_place
from tests.packs.altered_pack import whole


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The embedded pack in a folder of its own."""
    for name, content in whole().items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The embedded pack in one file."""
    path = tmp_path / "open-baskets.redipack"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in whole().items():
            packed.writestr(name, content)
    return path


def test_a_folder_and_a_file_hold_the_same_pack(folder, archive):
    from_folder, from_file = load_baskets(pack_place(folder)), load_baskets(pack_place(archive))
    assert from_folder.fingerprint == from_file.fingerprint
    assert from_folder.items == from_file.items


def test_nothing_is_no_pack(tmp_path):
    with pytest.raises(ParameterError) as error:
        pack_place(tmp_path / "nowhere")
    assert (error.value.code, error.value.field) == ("pack_not_found", str(tmp_path / "nowhere"))


def test_an_empty_folder_misses_its_manifest(tmp_path):
    with pytest.raises(ParameterError) as error:
        load_baskets(PackFolder(tmp_path))
    assert (error.value.code, error.value.field) == ("pack_file_missing", "pack.toml")


def test_an_archive_without_a_table_names_the_table(tmp_path):
    path = tmp_path / "half.redipack"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("pack.toml", whole()["pack.toml"])
    with pytest.raises(ParameterError) as error:
        load_baskets(PackArchive(path))
    assert (error.value.code, error.value.field) == ("pack_file_missing", "sources.csv")


def test_a_file_that_is_no_archive_is_damaged(tmp_path):
    path = tmp_path / "letter.redipack"
    path.write_text("Dear colleague, here is our pack.")
    with pytest.raises(ParameterError) as error:
        load_baskets(pack_place(path))
    assert (error.value.code, error.value.field) == ("pack_archive_damaged", "letter.redipack")


def test_an_archive_cut_short_is_damaged(archive):
    archive.write_bytes(archive.read_bytes()[:-100])
    with pytest.raises(ParameterError) as error:
        load_baskets(pack_place(archive))
    assert error.value.code == "pack_archive_damaged"


@pytest.mark.parametrize("name", ["household_size_factors.csv", "items.csv", "pack.toml"])
@pytest.mark.parametrize("offset", [0, 20, 60, 100, 150, 200])
def test_an_archive_with_a_spoilt_byte_is_refused(archive, name, offset):
    with zipfile.ZipFile(archive) as packed:
        start = packed.getinfo(name).header_offset + 30 + len(name)
    content = bytearray(archive.read_bytes())
    content[start + offset] ^= 0xFF
    archive.write_bytes(bytes(content))
    with pytest.raises(ParameterError) as error:
        load_baskets(pack_place(archive))
    assert (error.value.code, error.value.field) == ("pack_archive_damaged", archive.name)


def test_a_file_too_large_to_be_a_table_is_not_read(folder, archive, monkeypatch):
    monkeypatch.setattr(places, "LARGEST_FILE", 10_000)
    for path in (folder, archive):
        with pytest.raises(ParameterError) as error:
            load_baskets(pack_place(path))
        assert (error.value.code, error.value.field) == ("pack_file_too_large", "sources.csv")

"""A pack as one file: the same bytes for the same pack, and nothing believed of what the zip says of itself."""

from __future__ import annotations

import io
import warnings
import zipfile

import pytest

from redi_desktop.errors import ParameterError
from redi_desktop.packs.archive import LARGEST_ARCHIVE, MOST_FILES, PackInMemory, archived
from redi_desktop.packs.kinds import FilesInMemory, files_of, load_any, packed
from redi_desktop.packs.legal import load_legal
from redi_desktop.words import problems
from tests.packs.legal_files import legal_files

NAME = "barèmes.redipack"


def zipped(*entries: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in entries:
            archive.writestr(name, content)
    return written.getvalue()


def refused(content: bytes) -> ParameterError:
    with pytest.raises(ParameterError) as error:
        load_any(PackInMemory(content, NAME))
    assert "Something went wrong" not in problems.sentence(error.value)
    return error.value


def test_the_same_pack_gives_the_same_bytes_whatever_the_order_of_its_files():
    files = legal_files()
    backwards = dict(reversed(files.items()))
    assert archived(files) == archived(backwards)
    assert packed(FilesInMemory(files)) == packed(FilesInMemory(backwards))


def test_what_was_packed_is_read_again_with_its_fingerprint():
    content = packed(FilesInMemory(legal_files()))
    again = PackInMemory(content, NAME)
    assert again.names[0] == "pack.toml"
    assert load_legal(again).fingerprint == load_legal(FilesInMemory(legal_files())).fingerprint
    assert {name: again.read(name) for name in legal_files()} == legal_files()


def test_packing_what_was_packed_changes_nothing():
    content = packed(FilesInMemory(legal_files()))
    assert packed(PackInMemory(content, NAME)) == content
    assert set(files_of(PackInMemory(content, NAME))) == {*legal_files(), "pack.lines"}


def test_a_pack_with_a_fault_is_not_packed():
    with pytest.raises(ParameterError):
        packed(FilesInMemory(legal_files() | {"amounts.csv": b"id\n"}))


@pytest.mark.parametrize(
    "name",
    [
        "../pack.toml", "/etc/passwd", "folder/amounts.csv", "C:\\amounts.csv", "..", ".hidden", "AMOUNTS.CSV",
        "a b.csv", "folder/", "amounts.csv\u202e", "x" * 65,
    ],
)  # fmt: skip
def test_a_name_that_is_no_plain_name_is_refused(name):
    error = refused(zipped(*legal_files().items(), (name, b"")))
    assert error.code == "pack_name_not_allowed"
    assert str(error.field).startswith(f"{NAME}:")
    assert str(error.field).isprintable()


def test_a_name_that_stands_twice_is_refused():
    error = refused(zipped(*legal_files().items(), ("amounts.csv", b"another")))
    assert (error.code, error.field) == ("pack_name_repeated", f"{NAME}:amounts.csv")


def test_a_file_that_nobody_vouches_for_is_refused():
    error = refused(zipped(*legal_files().items(), ("autorun.inf", b"")))
    assert (error.code, error.field) == ("pack_file_unlisted", f"{NAME}:autorun.inf")


def test_a_bomb_is_read_no_further_than_its_limit():
    manifest = {"pack.toml": legal_files()["pack.toml"]}
    error = refused(zipped(*manifest.items(), ("amounts.csv", bytes(21_000_000))))
    assert (error.code, error.field) == ("pack_file_too_large", "amounts.csv")


def test_a_size_that_lies_does_not_help():
    content = zipped(*legal_files().items())
    spoilt = content.replace(len(legal_files()["amounts.csv"]).to_bytes(4, "little"), (7).to_bytes(4, "little"))
    assert spoilt != content
    assert refused(spoilt).code in ("pack_archive_damaged", "pack_file_altered")


def test_too_many_files_are_not_even_listed():
    error = refused(zipped(*((f"f{number}.csv", b"") for number in range(MOST_FILES + 1))))
    assert (error.code, error.field) == ("pack_archive_too_many", NAME)


def test_an_archive_too_large_is_not_opened():
    assert refused(b"PK\x03\x04" + bytes(LARGEST_ARCHIVE)).code == "pack_archive_too_large"


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x03\x04", b"Dear colleague", b"\x7fELF" + bytes(100)])
def test_what_is_no_archive_is_damaged(content):
    error = refused(content)
    assert (error.code, error.field) == ("pack_archive_damaged", NAME)


def test_something_before_the_archive_is_refused():
    assert refused(b"MZ" + zipped(*legal_files().items())).code == "pack_archive_damaged"


@pytest.mark.parametrize(("offset", "value"), [(6, 1), (8, 99), (8, 12)])
def test_a_file_that_is_closed_or_pressed_in_an_unknown_way_is_refused(offset, value):
    content = bytearray(zipped(*legal_files().items()))
    start = content.index(b"PK\x01\x02")
    content[start + offset + 2] = value
    assert refused(bytes(content)).code == "pack_file_closed"


def test_a_pack_of_no_known_kind_is_refused_with_the_kinds_that_are():
    files = legal_files()
    files["pack.toml"] = files["pack.toml"].replace(b"redi-legal/1", b"redi-recipes/1")
    error = refused(archived(files))
    assert (error.code, error.field) == ("pack_format_unknown", "pack.toml:format")
    assert "redi-legal/1" in problems.sentence(error)


@pytest.mark.parametrize(
    ("old", "new", "further"), [(b"911.56", b"1911.56", 0), (b"EUR", b"EUR ", 0), (b"\n", b"\n\n", 1)]
)
def test_an_altered_table_is_refused_with_the_line_that_differs(old, new, further):
    files = files_of(PackInMemory(packed(FilesInMemory(legal_files())), NAME))
    table = files["amounts.csv"]
    line = table[: table.index(old)].count(b"\n") + 1 + further
    error = refused(archived(files | {"amounts.csv": table.replace(old, new, 1)}))
    assert (error.code, error.field) == ("pack_line_altered", f"amounts.csv:{line}")
    assert str(line) in problems.sentence(error)


def test_a_row_taken_away_or_added_at_the_end_is_named_too():
    files = files_of(PackInMemory(packed(FilesInMemory(legal_files())), NAME))
    table = files["amounts.csv"]
    last = table.count(b"\n")
    shorter = table[: table.rindex(b"\n", 0, -1) + 1]
    assert refused(archived(files | {"amounts.csv": shorter})).field == f"amounts.csv:{last}"
    assert refused(archived(files | {"amounts.csv": table + b"x\n"})).field == f"amounts.csv:{last + 1}"


@pytest.mark.parametrize("digests", [b"", b"\xff\xfe", b"redi-lines/1\namounts.csv 00 11\n", b"redi-lines/1\n\n"])
def test_digests_that_tell_nothing_leave_the_name_of_the_file(digests):
    files = legal_files() | {"amounts.csv": legal_files()["amounts.csv"] + b"\n", "pack.lines": digests}
    assert refused(archived(files)).code == "pack_file_altered"

"""Who vouches for a pack: a signature that fits, one that does not, one by a key that nobody knows, none at all."""

from __future__ import annotations

from datetime import date

import pytest

from redi_desktop.errors import ParameterError
from redi_desktop.packs.archive import PackInMemory, archived
from redi_desktop.packs.kinds import FilesInMemory, load_any, packed
from redi_desktop.packs.signature import PublicKey, Trust, seal_of, trust
from redi_desktop.packs.signing_keys import new_key, read_private, read_public, sign
from tests.packs.legal_files import legal_files

DAY = date(2026, 11, 21)
NAME = "Fédération des CPAS – Federatie"
KEYS = new_key(NAME)
PUBLIC = read_public(KEYS.public, "federation.redipub")


def signed(files: dict[str, bytes], signer: str = NAME) -> dict[str, bytes]:
    key = read_private(KEYS.private, "federation.redikey")
    return files | {"pack.sig": sign(files["pack.toml"], key, signer, DAY)}


def refused(files: dict[str, bytes]) -> ParameterError:
    with pytest.raises(ParameterError) as error:
        load_any(FilesInMemory(files))
    return error.value


def test_a_signed_pack_says_by_whom_and_when():
    seal = seal_of(FilesInMemory(signed(legal_files())))
    assert seal is not None
    assert (seal.by.signer, seal.signed_on) == (NAME, DAY)
    assert seal.by == PUBLIC
    assert trust(seal, [PUBLIC]) is Trust.KNOWN_KEY


def test_a_key_that_nobody_knows_is_said_to_be_unknown_whatever_name_it_bears():
    seal = seal_of(FilesInMemory(signed(legal_files())))
    assert trust(seal, [read_public(new_key(NAME).public, "other")]) is Trust.UNKNOWN_KEY
    assert trust(seal, []) is Trust.UNKNOWN_KEY


def test_no_signature_is_no_fault_and_no_trust():
    assert seal_of(FilesInMemory(legal_files())) is None
    assert trust(None, [PUBLIC]) is Trust.UNSIGNED
    assert load_any(FilesInMemory(legal_files())).id == "legal-be"


def test_a_signature_does_not_change_the_fingerprint_and_stays_with_the_pack():
    content = packed(FilesInMemory(signed(legal_files())))
    again = PackInMemory(content, "signed.redipack")
    assert load_any(again).fingerprint == load_any(FilesInMemory(legal_files())).fingerprint
    assert seal_of(again) is not None


def test_another_manifest_under_the_signature_is_refused_where_it_is_read():
    files = signed(legal_files())
    files["pack.toml"] = files["pack.toml"].replace(b'version = "', b'version = "9')
    error = refused(files)
    assert (error.code, error.field, error.values["signer"]) == ("pack_signature_bad", "pack.sig", NAME)


@pytest.mark.parametrize(("old", "new"), [(NAME, "Somebody else"), ("2026-11-21", "2020-01-01")])
def test_neither_the_name_nor_the_day_can_be_changed(old, new):
    files = signed(legal_files())
    files["pack.sig"] = files["pack.sig"].replace(old.encode(), new.encode())
    assert refused(files).code == "pack_signature_bad"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("redi-signature/1", "redi-signature/2", "format"),
        ("signer =", "signor =", "signer"),
        ("signed_on = 2026-11-21", 'signed_on = "yesterday"', "signed_on"),
        ("signed_on = 2026-11-21", "signed_on = 2026-11-21T10:00:00", "signed_on"),
        ('public_key = "', 'public_key = "AA', "public_key"),
        ('signature = "', 'signature = "*', "signature"),
        ("signed_on", "surprise = 1\nsigned_on", "surprise"),
        (f'"{NAME}"', '"a\\nb"', "signer"),
        (f'"{NAME}"', "7", "signer"),
    ],
)
def test_a_signature_file_that_is_not_as_it_should_be_is_refused_with_the_key(old, new, key):
    files = signed(legal_files())
    assert old.encode() in files["pack.sig"]
    files["pack.sig"] = files["pack.sig"].replace(old.encode(), new.encode(), 1)
    error = refused(files)
    assert error.code == "pack_signature_unreadable"
    assert error.values["key"] in (key, "signor")


@pytest.mark.parametrize("content", [b"", b"\xff", b"a ="])
def test_a_signature_file_that_says_nothing_is_refused(content):
    assert refused(legal_files() | {"pack.sig": content}).code == "pack_signature_unreadable"


def test_a_signed_pack_with_an_altered_table_is_refused_with_its_line():
    files = dict(signed(legal_files()))
    packed_files = PackInMemory(packed(FilesInMemory(files)), "x")
    altered = {name: packed_files.read(name) for name in packed_files.names}
    altered["amounts.csv"] = altered["amounts.csv"].replace(b"911.56", b"811.56", 1)
    with pytest.raises(ParameterError) as error:
        load_any(PackInMemory(archived(altered), "x"))
    assert error.value.code == "pack_line_altered"


def test_a_key_is_closed_with_its_passphrase():
    keys = new_key("CPAS", "seven words that nobody guesses at all")
    assert read_private(keys.private, "k", "seven words that nobody guesses at all") is not None
    for passphrase, code in (("", "signing_key_closed"), ("another", "signing_key_passphrase")):
        with pytest.raises(ParameterError) as error:
            read_private(keys.private, "k", passphrase)
        assert error.value.code == code
    with pytest.raises(ParameterError) as error:
        read_private(KEYS.private, "k", "a passphrase that is not needed")
    assert error.value.code == "signing_key_open"


@pytest.mark.parametrize("content", [b"", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
def test_a_file_that_is_no_key_is_refused(content):
    with pytest.raises(ParameterError) as error:
        read_private(content, "x.redikey")
    assert (error.value.code, error.value.field) == ("signing_key_unreadable", "x.redikey")


def test_a_public_key_can_be_read_out_on_the_telephone():
    assert PublicKey("x", bytes(32)).fingerprint == "6668 7aad f862 bd77"
    assert len(PUBLIC.fingerprint) == 19

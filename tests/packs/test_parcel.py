"""A pack or a policy as one file to hand on: read, compared, signed, and refused where it was altered on the way."""

from __future__ import annotations

from datetime import date

import pytest

from redi_desktop.errors import ParameterError
from redi_desktop.packs.archive import PackInMemory, archived
from redi_desktop.packs.parcel import (
    Parcel,
    Role,
    compare_parcels,
    open_parcel,
    parcel_of,
    read_parcel,
    signed_parcel,
    written_parcel,
)
from redi_desktop.packs.signing_keys import new_key, read_private
from redi_desktop.paths import resource
from tests.packs.legal_files import legal_files

POLICY = resource("parameters", "policy-example", "policy.toml")
DAY = date(2026, 11, 21)


def signed_policy() -> Parcel:
    key = read_private(new_key("CPAS de X").private, "x.redikey")
    return signed_parcel(open_parcel(POLICY), key, "CPAS de X", DAY)


def carried(parcel: Parcel, **altered: bytes) -> Parcel:
    """What arrives, with some of its files altered on the way."""
    sent = PackInMemory(written_parcel(parcel), "sent.redipack")
    files = {name: sent.read(name) for name in sent.names} | {f"{name}.toml": text for name, text in altered.items()}
    return read_parcel(PackInMemory(archived(files), "arrived.redipack"))


def test_a_policy_travels_as_one_signed_file_under_the_fingerprint_of_its_text():
    plain, arrived = open_parcel(POLICY), carried(signed_policy())
    assert (arrived.role, arrived.fingerprint) == (Role.POLICY, plain.fingerprint)
    assert arrived.vouched == POLICY.read_bytes()
    assert arrived.seal is not None
    assert (arrived.seal.by.signer, arrived.seal.signed_on) == ("CPAS de X", DAY)
    assert plain.seal is None


@pytest.mark.parametrize("parcel", [open_parcel(POLICY), signed_policy()], ids=["unsigned", "signed"])
def test_an_altered_policy_is_refused_with_the_line(parcel):
    lines = POLICY.read_bytes().split(b"\n")
    number = next(number for number, line in enumerate(lines) if line.startswith(b"ceiling_per_month"))
    lines[number] = b'ceiling_per_month = "9999.00"'
    with pytest.raises(ParameterError) as error:
        carried(parcel, policy=b"\n".join(lines))
    assert (error.value.code, error.value.field) == ("pack_line_altered", f"policy.toml:{number + 1}")


def test_a_signature_over_another_policy_is_refused_even_without_the_lines():
    files = dict(signed_policy().files) | {"policy.toml": POLICY.read_bytes() + b"\n"}
    with pytest.raises(ParameterError, match="pack_signature_bad"):
        parcel_of(files)


def test_a_file_that_holds_more_than_a_policy_is_refused():
    with pytest.raises(ParameterError) as error:
        read_parcel(PackInMemory(archived({"policy.toml": POLICY.read_bytes(), "more.csv": b""}), "p.redipack"))
    assert (error.value.code, error.value.values["file"]) == ("pack_file_unlisted", "more.csv")


def test_packs_and_policies_are_compared_with_their_like_alone():
    pack, policy = parcel_of(legal_files()), open_parcel(POLICY)
    assert pack.role is Role.LEGAL
    assert compare_parcels(pack, parcel_of(legal_files())).differences == ()
    changed = parcel_of({"policy.toml": POLICY.read_bytes().replace(b'smallest_amount = "', b'smallest_amount = "1')})
    assert [one.field for one in compare_parcels(policy, changed).differences] == ["aid.smallest_amount"]
    with pytest.raises(ParameterError, match="pack_kinds_differ"):
        compare_parcels(pack, policy)

"""The data key: what a passphrase costs, what a key file must be, and how its copy takes over."""

from __future__ import annotations

import dataclasses
import json

import pytest

from redi_desktop.errors import KeyFileDamaged, UserError, WrongPassphrase
from redi_desktop.store.key_cost import MEBIBYTE, SAFE_LIMITS, KeyCost, KeyLimits
from redi_desktop.store.key_file import KeyFile
from redi_desktop.store.keys import DataKey
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE, family

NEW = "autre phrase de sept mots"


def sealed(cost: KeyCost) -> bytes:
    """A sound key file of that cost."""
    return KeyFile.sealing(DataKey.fresh(), "0" * 32, PASSPHRASE, KeyLimits(floor=cost, cap=cost)).written()


@pytest.mark.parametrize("cost", [KeyCost(64, 1, 1), KeyCost(32 * MEBIBYTE, 3, 4)])
def test_a_real_vault_refuses_keys_that_were_made_too_cheap(cost):
    with pytest.raises(KeyFileDamaged) as caught:
        KeyFile.parse(sealed(cost), SAFE_LIMITS)
    assert caught.value.code == "key_cost_out_of_range"


def test_a_key_file_cannot_make_the_machine_work_without_end():
    greedy = dataclasses.replace(KeyFile.parse(sealed(KeyCost(64, 1, 1)), CHEAP))
    slot = greedy.slots[0]
    for wish in ({"memory_kib": 4096 * MEBIBYTE}, {"passes": 10_000}, {"lanes": 255}, {"memory_kib": -1}):
        changed = type(slot)(**{**{name: getattr(slot, name) for name in slot.__struct_fields__}, **wish})
        with pytest.raises(KeyFileDamaged) as caught:
            KeyFile.parse(dataclasses.replace(greedy, slots=(changed,)).written(), CHEAP)
        assert caught.value.code == "key_cost_out_of_range"


def test_the_cost_is_chosen_for_the_machine_between_floor_and_cap():
    small = KeyLimits(floor=KeyCost(MEBIBYTE, 3, 1), cap=KeyCost(8 * MEBIBYTE, 3, 1), seconds=0.0)
    assert small.calibrated(lambda cost: None).memory == MEBIBYTE
    assert dataclasses.replace(small, seconds=3600.0).calibrated(lambda cost: None).memory == 8 * MEBIBYTE


def test_the_floor_of_a_real_vault_is_that_of_the_design():
    assert SAFE_LIMITS.floor == KeyCost(64 * MEBIBYTE, 3, 4)
    assert SAFE_LIMITS.cap.memory == 256 * MEBIBYTE


def test_whoever_lowers_the_cost_in_a_key_file_gets_no_key_from_it():
    """The checksum can be made anew by anybody; the associated data cannot."""
    limits = KeyLimits(floor=KeyCost(64, 1, 1), cap=KeyCost(128, 2, 1), seconds=0.0)
    honest = KeyFile.sealing(DataKey.fresh(), "0" * 32, PASSPHRASE, limits)
    slot = honest.slots[0]
    lowered = type(slot)(**{**{name: getattr(slot, name) for name in slot.__struct_fields__}, "passes": 2})
    for tampered in (dataclasses.replace(honest, slots=(lowered,)), dataclasses.replace(honest, vault="1" * 32)):
        with pytest.raises(WrongPassphrase):
            KeyFile.parse(tampered.written(), limits).open(PASSPHRASE)


def test_every_single_bit_that_flips_in_a_key_file_is_noticed():
    content = sealed(KeyCost(64, 1, 1))
    unnoticed = []
    for bit in range(len(content) * 8):
        flipped = bytearray(content)
        flipped[bit // 8] ^= 1 << bit % 8
        try:
            KeyFile.parse(bytes(flipped), CHEAP)
            unnoticed.append(bit)
        except UserError:
            pass
    assert unnoticed == []


def test_the_key_is_not_shown_when_it_is_printed():
    key = DataKey(b"K" * 32)
    assert "KKKK" not in repr(key)
    assert key.material.hex() not in repr(key)


@pytest.mark.parametrize("name", ["keys.json", "keys.bak.json"])
@pytest.mark.parametrize("trouble", ["missing", "empty", "damaged"])
def test_one_lost_key_file_of_two_is_written_again(closed, name, trouble):
    whole = (closed / name).read_bytes()
    if trouble == "missing":
        (closed / name).unlink()
    else:
        (closed / name).write_bytes(b"" if trouble == "empty" else whole[:200])
    Vault.open(closed, PASSPHRASE, limits=CHEAP).close()
    assert (closed / name).read_bytes() == whole


def test_a_wrong_passphrase_mends_nothing(closed):
    (closed / "keys.json").write_bytes(b"torn")
    with pytest.raises(WrongPassphrase):
        Vault.open(closed, "not this one", limits=CHEAP)
    assert (closed / "keys.json").read_bytes() == b"torn"


def test_a_new_passphrase_takes_the_place_of_the_old(vault, folder):
    case = family("Griet Janssens")
    vault.cases.save(case, "household")
    vault.change_passphrase(PASSPHRASE, NEW)
    vault.close()
    with pytest.raises(WrongPassphrase):
        Vault.open(folder, PASSPHRASE, limits=CHEAP)
    with Vault.open(folder, NEW, limits=CHEAP) as again:
        assert again.cases.load(case.id) == case
        assert [entry.act for entry in again.journal.entries()][-2:] == ["passphrase_changed", "vault_opened"]
        assert again.verify().fine


def test_a_new_passphrase_leaves_no_key_file_that_the_old_one_opens(vault, folder):
    vault.change_passphrase(PASSPHRASE, NEW)
    for name in ("keys.json", "keys.bak.json"):
        keys = KeyFile.parse((folder / name).read_bytes(), CHEAP)
        with pytest.raises(WrongPassphrase):
            keys.open(PASSPHRASE)


def test_the_passphrase_is_changed_by_who_knows_it(vault, folder):
    before = (folder / "keys.json").read_bytes()
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase("not this one", NEW)
    assert (folder / "keys.json").read_bytes() == before


def test_a_copy_that_could_not_follow_a_new_passphrase_follows_at_the_next_opening(vault, folder):
    old_copy = (folder / "keys.bak.json").read_bytes()
    vault.change_passphrase(PASSPHRASE, NEW)
    vault.close()
    (folder / "keys.bak.json").write_bytes(old_copy)
    Vault.open(folder, NEW, limits=CHEAP).close()
    assert (folder / "keys.bak.json").read_bytes() == (folder / "keys.json").read_bytes()


def test_the_key_file_is_json_that_names_its_form(closed):
    written = json.loads((closed / "keys.json").read_bytes())
    assert written["format"] == "redi-keys/1"
    assert written["slots"][0]["function"] == "argon2id"

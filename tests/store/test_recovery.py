"""The recovery sheet opens the vault when the passphrase or the key file is lost, and says which group is wrong."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redi_desktop.errors import VaultError, WrongPassphrase
from redi_desktop.store.acts import Act
from redi_desktop.store.keys import DataKey
from redi_desktop.store.recovery import ALPHABET, GROUP_LENGTH, GROUPS, LENGTH, RecoveryCode, group_fits, plain
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE, family

VAULT = "0123456789abcdef0123456789abcdef"
NEW = "sept autres mots"
KEYS = st.binary(min_size=32, max_size=32).map(DataKey)


def sheet(vault: Vault) -> str:
    return " ".join(vault.recovery_code().groups)


def refused(text: str) -> VaultError:
    """What reading that text says."""
    with pytest.raises(VaultError) as caught:
        RecoveryCode.read(text)
    return caught.value


@given(KEYS)
def test_what_is_printed_is_read_back(key):
    code = RecoveryCode.of(key, VAULT)
    assert len(code.groups) == GROUPS
    assert {len(group) for group in code.groups} == {GROUP_LENGTH}
    assert RecoveryCode.read("".join(code.groups)) == code


@given(KEYS)
def test_it_is_read_however_it_is_typed(key):
    groups = RecoveryCode.of(key, VAULT).groups
    mistaken = "\n".join(groups).replace("0", "O").replace("1", "l")
    for typed in ("-".join(groups).lower(), " ".join(groups), mistaken, " \t\u00a0".join("".join(groups))):
        assert RecoveryCode.read(typed).key == key


def test_every_wrong_character_names_its_group():
    text = "".join(RecoveryCode.of(DataKey(bytes(range(32))), VAULT).groups)
    for place in range(LENGTH):
        for character in ALPHABET.replace(text[place], ""):
            problem = refused(text[:place] + character + text[place + 1 :])
            assert (problem.code, problem.values) == ("recovery_group_wrong", {"group": place // GROUP_LENGTH + 1})


def test_neighbours_that_changed_places_are_noticed():
    text = "".join(RecoveryCode.of(DataKey(bytes(range(7, 39))), VAULT).groups)
    for place in range(LENGTH - 1):
        swapped = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
        if swapped != text:
            refused(swapped)


def test_groups_that_changed_places_are_noticed():
    groups = list(RecoveryCode.of(DataKey(bytes(32)), VAULT).groups)
    groups[4], groups[9] = groups[9], groups[4]
    assert refused(" ".join(groups)).values == {"group": 5}


@given(st.text(max_size=120))
def test_no_text_that_is_typed_makes_the_program_stumble(text):
    with pytest.raises(VaultError, match="recovery_"):
        RecoveryCode.read(text)


def test_a_sheet_that_is_typed_half_is_said_to_be_so():
    text = "".join(RecoveryCode.of(DataKey(bytes(32)), VAULT).groups)
    problem = refused(text[:60])
    assert (problem.code, problem.values) == ("recovery_incomplete", {"found": 60, "expected": 80})
    assert refused(text[:30] + "U" + text[31:]).values == {"character": "U", "group": 7}


def test_groups_are_marked_while_they_are_typed():
    groups = RecoveryCode.of(DataKey(bytes(32)), VAULT).groups
    assert group_fits(plain(groups[3].lower()), 4)
    assert not group_fits(groups[3], 5)
    assert not group_fits(groups[3][:4], 4)
    assert not group_fits("ABCDU", 1)


def test_the_key_is_not_shown_when_a_code_is_printed(vault):
    assert vault.recovery_code().groups[3] not in repr(vault.recovery_code())


def test_the_sheet_opens_what_is_there_without_the_key_file(vault, folder):
    case = family("Ayşe Çelik")
    vault.cases.save(case, "household")
    text = sheet(vault)
    vault.close()
    for name in ("keys.json", "keys.bak.json"):
        (folder / name).unlink()
    with Vault.open_with_recovery(folder, text, NEW, limits=CHEAP) as recovered:
        assert recovered.cases.load(case.id) == case
        assert recovered.verify().fine
    with Vault.open(folder, NEW, limits=CHEAP) as again:
        assert again.cases.load(case.id) == case
        assert Act.VAULT_RECOVERED in [entry.act for entry in again.journal.entries()]


def test_the_sheet_gives_a_forgotten_passphrase_a_successor(vault, folder):
    text = sheet(vault)
    vault.close()
    Vault.open_with_recovery(folder, text, NEW, limits=CHEAP).close()
    with pytest.raises(WrongPassphrase):
        Vault.open(folder, PASSPHRASE, limits=CHEAP)
    Vault.open(folder, NEW, limits=CHEAP).close()


def test_the_sheet_opens_without_touching_the_passphrase(vault, folder):
    text = sheet(vault)
    vault.close()
    Vault.open_with_recovery(folder, text, limits=CHEAP).close()
    Vault.open(folder, PASSPHRASE, limits=CHEAP).close()


def test_a_recovery_without_a_key_file_can_be_given_a_passphrase_later(vault, folder):
    text = sheet(vault)
    vault.close()
    for name in ("keys.json", "keys.bak.json"):
        (folder / name).write_bytes(b"torn")
    with Vault.open_with_recovery(folder, text, limits=CHEAP) as recovered:
        assert not recovered.verify().fine
        recovered.set_passphrase(NEW)
        assert recovered.verify().fine
    Vault.open(folder, NEW, limits=CHEAP).close()


def test_the_sheet_of_another_vault_opens_nothing(closed, tmp_path):
    with Vault.create(tmp_path / "other", PASSPHRASE, limits=CHEAP) as other:
        text = sheet(other)
    before = (closed / "keys.json").read_bytes()
    with pytest.raises(VaultError) as caught:
        Vault.open_with_recovery(closed, text, NEW, limits=CHEAP)
    assert caught.value.code == "recovery_of_another_vault"
    assert (closed / "keys.json").read_bytes() == before
    Vault.open(closed, PASSPHRASE, limits=CHEAP).close()


def test_a_sheet_is_proven_by_what_was_typed(vault):
    case = family("Jan Peeters")
    vault.cases.save(case, "household")
    groups = list(vault.recovery_code().groups)
    assert vault.settings.recovery_proven is None
    with pytest.raises(VaultError, match="recovery_group_wrong"):
        vault.prove_recovery(" ".join([*groups[:5], groups[6], *groups[6:]]))
    with pytest.raises(VaultError, match="recovery_of_another_vault"):
        vault.prove_recovery(" ".join(RecoveryCode.of(DataKey.fresh(), VAULT).groups))
    with pytest.raises(VaultError, match="recovery_does_not_open"):
        vault.prove_recovery(" ".join(RecoveryCode.of(DataKey.fresh(), vault.id).groups))
    assert vault.settings.recovery_proven is None
    vault.prove_recovery(" ".join(groups).lower())
    assert vault.settings.recovery_proven is not None
    assert vault.cases.load(case.id) == case


def test_random_texts_of_the_right_length_hardly_ever_pass():
    chance = random.Random(5)
    for _ in range(300):
        refused("".join(chance.choices(ALPHABET, k=LENGTH)))

"""One case goes to a colleague in one encrypted file, made on purpose, and nothing but that case."""

from __future__ import annotations

import dataclasses
import json
import random
from datetime import date
from pathlib import Path

import pytest

from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.errors import UserError, VaultError, WrongPassphrase
from redi_desktop.packs.embedded import load_embedded
from redi_desktop.store import handover
from redi_desktop.store.acts import Act
from redi_desktop.store.handover import Agreement, hand_over, take_over
from redi_desktop.store.handover_parcel import origin_of
from redi_desktop.store.recomputing import Outcome
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE, family
from tests.store.counted_cases import single_parent

ONCE = "vijf woorden voor een keer"
AGREED = Agreement(given_on=date(2026, 11, 20), how="Au bureau, par écrit.")


@pytest.fixture
def colleague(tmp_path: Path):
    """The vault of the colleague."""
    with Vault.create(tmp_path / "colleague", PASSPHRASE, limits=CHEAP) as made:
        yield made


@pytest.fixture
def file(vault: Vault, tmp_path: Path) -> Path:
    """A case with two results and two decisions, handed over; another case stays in the vault."""
    case = single_parent("Zylberquist")
    vault.cases.save(case, "household")
    vault.cases.save(family("Jan Peeters"), "household")
    parameters = Parameters(load_embedded())
    for day in (date(2024, 5, 15), date(2025, 5, 15)):
        result = vault.assessments.freeze(case, assess(case.facts, parameters, day))
        vault.decisions.note(case.id, {"amount": f"{day.year}.00"}, result)
    path = tmp_path / "dossier.redicase"
    hand_over(vault, case.id, path, ONCE, AGREED, limits=CHEAP)
    return path


def refusal(vault: Vault, path: Path, passphrase: str = ONCE) -> str:
    """What taking over that file says; nothing is taken over."""
    before = len(vault.cases.list())
    with pytest.raises(UserError) as caught:
        take_over(vault, path, passphrase, limits=CHEAP)
    assert len(vault.cases.list()) == before
    return caught.value.code


def test_the_case_arrives_with_its_history_as_a_new_case(vault, file, colleague):
    sent = vault.cases.load(vault.cases.list("zylberquist")[0].id)
    arrived = take_over(colleague, file, ONCE, limits=CHEAP)
    assert arrived != sent.id
    assert colleague.cases.load(arrived) == dataclasses.replace(sent, id=arrived)
    assert [kept.decision["amount"] for kept in colleague.decisions.list(arrived)] == ["2025.00", "2024.00"]
    results = colleague.assessments.list(arrived)
    assert [kept.reference_date.year for kept in results] == [2025, 2024]
    assert [colleague.decisions.list(arrived)[0].assessment] == [results[0].id]
    assert {colleague.recompute(kept.id).outcome for kept in results} == {Outcome.SAME}
    assert colleague.verify().fine
    assert len(colleague.cases.list()) == 1


def test_both_sides_are_journaled(vault, file, colleague):
    case_id = vault.cases.list("zylberquist")[0].id
    assert vault.journal.entries(case_id)[-1].act is Act.CASE_HANDED_OVER
    arrived = take_over(colleague, file, ONCE, limits=CHEAP)
    assert colleague.journal.entries(arrived)[0].act is Act.CASE_TAKEN_OVER
    origin = origin_of(arrived, colleague.contents)
    assert origin is not None
    assert origin["agreement"] == {"given_on": "2026-11-20", "how": "Au bureau, par écrit."}
    assert "case_created" in [row["act"] for row in origin["journal"]["entries"]]
    assert origin_of(case_id, vault.contents) is None


def test_a_backup_is_made_before_a_case_is_taken_over(file, colleague):
    take_over(colleague, file, ONCE, limits=CHEAP)
    assert colleague.backups.list()[0].manifest.reason == "before_import"


def test_a_case_taken_over_twice_stands_twice_and_overwrites_nothing(file, colleague):
    first, second = (take_over(colleague, file, ONCE, limits=CHEAP) for _ in range(2))
    assert first != second
    assert len(colleague.cases.list()) == 2
    assert colleague.verify().fine


def test_a_case_comes_back_to_the_vault_it_came_from(vault, file):
    take_over(vault, file, ONCE, limits=CHEAP)
    assert len(vault.cases.list("zylberquist")) == 2
    assert vault.verify().fine


def test_the_file_says_nothing_without_the_passphrase(vault, file, colleague):
    content = file.read_bytes()
    assert b"Zylberquist" not in content
    assert refusal(colleague, file, "not this one") == "handover_passphrase_wrong"
    with pytest.raises(WrongPassphrase):
        handover.opened(content, "", "x", CHEAP)


def test_the_file_holds_that_case_and_no_other(file):
    plain = handover.opened(file.read_bytes(), ONCE, file.name, CHEAP)
    assert b"Zylberquist" in plain
    assert b"Peeters" not in plain
    assert PASSPHRASE.encode() not in plain


def test_single_bits_and_lost_ends_are_noticed(file, colleague):
    content, chance = file.read_bytes(), random.Random(6)
    for _ in range(60):
        at = chance.randrange(len(content))
        file.write_bytes(content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :])
        assert refusal(colleague, file) in ("handover_damaged", "handover_foreign")
    for _ in range(20):
        file.write_bytes(content[: chance.randrange(len(content))])
        assert refusal(colleague, file) in ("handover_damaged", "handover_foreign")


def test_a_header_that_somebody_changed_with_its_checksum_opens_nothing(file, colleague):
    import hashlib

    content = file.read_bytes()[:-32].replace(b'"passes": 1', b'"passes": 2')
    file.write_bytes(content + hashlib.sha256(content).digest())
    assert refusal(colleague, file) == "handover_damaged"


def test_a_newer_form_is_told_from_a_damaged_one(file, colleague):
    import hashlib

    content = file.read_bytes()[:-32].replace(b"redi-handover/1", b"redi-handover/7")
    file.write_bytes(content + hashlib.sha256(content).digest())
    assert refusal(colleague, file) == "handover_newer"


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda parcel: parcel | {"case": "{}"}, "handover_damaged"),
        (lambda parcel: parcel | {"case": '{"format": "redi-case/9"}'}, "handover_newer"),
        (lambda parcel: parcel | {"more": 1}, "handover_damaged"),
        (lambda parcel: parcel | {"parameters": {}}, "handover_damaged"),
        (lambda parcel: parcel | {"results": [*parcel["results"][1:]]}, "handover_damaged"),
        (lambda parcel: parcel | {"parameters": {key: {} for key in parcel["parameters"]}}, "pack_kept_damaged"),
        (
            lambda parcel: (
                parcel | {"parameters": {key: files | {"items.csv": ""} for key, files in parcel["parameters"].items()}}
            ),
            "pack_kept_damaged",
        ),
    ],
)
def test_a_parcel_that_does_not_hold_together_is_not_taken_over_by_halves(file, colleague, spoil, code):
    parcel = json.loads(handover.opened(file.read_bytes(), ONCE, file.name, CHEAP))
    plain = json.dumps(spoil(parcel)).encode()
    file.write_bytes(handover._sealed(plain, ONCE, CHEAP))
    assert refusal(colleague, file) == code
    assert colleague.verify().fine


def test_nothing_is_handed_over_without_the_persons_agreement(vault, file, tmp_path):
    case_id = vault.cases.list("zylberquist")[0].id
    with pytest.raises(VaultError) as caught:
        hand_over(vault, case_id, tmp_path / "x", ONCE, Agreement(given_on=date.today(), how=" "), limits=CHEAP)
    assert caught.value.code == "handover_agreement_missing"
    assert not (tmp_path / "x").exists()


def test_what_could_not_be_written_is_not_journaled(vault, file, tmp_path):
    case_id = vault.cases.list("zylberquist")[0].id
    before = vault.journal.head()
    with pytest.raises(VaultError):
        hand_over(vault, case_id, tmp_path / "nowhere" / "x", ONCE, AGREED, limits=CHEAP)
    assert vault.journal.head() == before


def test_a_file_without_end_is_not_read(colleague, tmp_path, monkeypatch):
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(40 << 20)
    assert refusal(colleague, path) == "handover_too_large"
    monkeypatch.setattr(handover, "_LARGEST_OPENED", 1 << 20)
    path.write_bytes(handover._sealed(bytes(2 << 20), ONCE, CHEAP))
    assert refusal(colleague, path) == "handover_too_large"


def test_a_file_that_is_not_there_or_is_something_else(colleague, tmp_path):
    assert refusal(colleague, tmp_path / "nothing") == "handover_missing"
    (tmp_path / "text").write_text("Bonjour")
    assert refusal(colleague, tmp_path / "text") == "handover_foreign"
    (tmp_path / "empty").touch()
    assert refusal(colleague, tmp_path / "empty") == "handover_foreign"

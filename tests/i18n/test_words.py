"""Every code that the program can raise or find has its words, and every kind its labels."""

from __future__ import annotations

from typing import Any

import pytest

from redi_desktop.casefile.model import SpokenLanguage
from redi_desktop.words import findings, vocabulary
from redi_desktop.words.problem_sentences import SENTENCES
from tests.program_sources import Call, sources

RAISED = {
    *("UserError", "CaseError", "ParameterError", "DocumentError", "NotUnderstood", "VaultError", "VaultMissing"),
    *("NotAVault", "VaultBusy", "WrongPassphrase", "KeyFileDamaged", "VaultDamaged", "VaultNewer", "StorageFailed"),
}
REFUSED = {"refuse", "_refuse"}
FOUND = {"Finding", "_error", "_warning"}


def texts(call: Call) -> list[str]:
    return [word for word in call.words if word is not None]


def test_every_error_has_its_sentence() -> None:
    raised = {texts(call)[0]: call.place for call in sources().calls if call.name in RAISED and texts(call)}
    refused = {texts(call)[-1]: call.place for call in sources().calls if call.name in REFUSED and texts(call)}
    wordless = {code: place for code, place in (raised | refused).items() if code not in SENTENCES}
    assert wordless == {}


def test_every_finding_has_its_sentence() -> None:
    found = set()
    for call in sources().calls:
        if call.name in FOUND and call.place.startswith("engine/") and "integration_income" not in call.place:
            found |= {word for word in texts(call)[:2] if word.isidentifier() and "_" in word}
    fields = {"reference_date"}
    assert found - fields - findings.CODES == set()


KINDS: set[Any] = {kind for kind, _ in vocabulary.WORDS}


@pytest.mark.parametrize("kind", sorted(KINDS, key=repr))
def test_every_member_of_a_kind_has_its_word(kind: Any) -> None:
    assert {member.value for member in kind} == {value for known, value in vocabulary.WORDS if known is kind}


def test_a_language_bears_its_own_name() -> None:
    own_names = ["Français", "Nederlands", "Deutsch", "English"]
    assert [vocabulary.label(language) for language in SpokenLanguage] == own_names

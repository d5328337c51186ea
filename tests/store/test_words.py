"""Everything that the vault can say has words, and every word is about something that the vault can say."""

from __future__ import annotations

import re
from pathlib import Path

from redi_desktop import errors, store
from redi_desktop.store.acts import Act
from redi_desktop.store.backup_manifest import BackupReason
from redi_desktop.store.faults import FaultKind
from redi_desktop.store.passphrase_strength import Strength, Weakness
from redi_desktop.store.places import PlaceWarning
from redi_desktop.words import problem_sentences, vault_sentences

_CLASSES = "|".join(name for name in dir(errors) if name[0].isupper())
_TABLE_ROW = re.compile(rf"^(?:{_CLASSES}) +([a-z_]+)", re.MULTILINE)
_RAISED = re.compile(rf"\b(?:{_CLASSES})\(\s*\"([a-z_]+)\"")
_OF_THE_COMMAND = {"passphrase_not_read"}


def told_codes() -> set[str]:
    """The codes in the table of the package."""
    return set(_TABLE_ROW.findall(store.__doc__ or ""))


def test_every_code_of_the_table_has_a_sentence():
    assert told_codes() <= set(problem_sentences.SENTENCES)


def test_every_sentence_is_about_a_code_of_the_table():
    assert set(vault_sentences.SENTENCES) - told_codes() == _OF_THE_COMMAND


def test_every_code_that_is_raised_stands_in_the_table():
    folder = Path(store.__file__).parent
    raised = {code for path in folder.rglob("*.py") for code in _RAISED.findall(path.read_text(encoding="utf-8"))}
    assert raised - told_codes() <= set(problem_sentences.SENTENCES)
    assert {code for code in raised - told_codes() if not code.startswith("pack_file")} <= {"pack_manifest_unreadable"}


def test_every_value_has_a_word_and_every_word_a_value():
    for kind, words in (
        (Act, vault_sentences.ACTS),
        (FaultKind, vault_sentences.FAULTS),
        (PlaceWarning, vault_sentences.PLACES),
        (Strength, vault_sentences.STRENGTHS),
        (Weakness, vault_sentences.WEAKNESSES),
        (BackupReason, vault_sentences.BACKUP_REASONS),
    ):
        assert {member.value for member in kind} == set(words), kind

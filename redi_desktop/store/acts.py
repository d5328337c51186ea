"""The acts that the journal tells of, and which of them vouch for what is in the vault."""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """What was done."""

    VAULT_CREATED = "vault_created"
    VAULT_OPENED = "vault_opened"
    VAULT_RECOVERED = "vault_recovered"
    VAULT_RENEWED = "vault_renewed"
    VAULT_RESTORED = "vault_restored"
    VAULT_MIGRATED = "vault_migrated"
    RECOVERY_PROVEN = "recovery_proven"
    PASSPHRASE_CHANGED = "passphrase_changed"
    BACKUP_MADE = "backup_made"
    BACKUP_COPIED = "backup_copied"
    CASE_CREATED = "case_created"
    CASE_OPENED = "case_opened"
    CASE_SAVED = "case_saved"
    CASE_CLOSED = "case_closed"
    CASE_EXPORTED = "case_exported"
    CASE_HANDED_OVER = "case_handed_over"
    CASE_TAKEN_OVER = "case_taken_over"
    CASE_ERASED = "case_erased"
    DOCUMENT_MADE = "document_made"
    ACCESS_GIVEN = "access_given"
    ASSESSMENT_FROZEN = "assessment_frozen"
    DECISION_NOTED = "decision_noted"
    SETTING_CHANGED = "setting_changed"
    PARAMETERS_ADOPTED = "parameters_adopted"
    STATE_CONFIRMED = "state_confirmed"
    JOURNAL_PRUNED = "journal_pruned"
    #: One that only a later version of the program knows.
    OTHER = "other"

    @classmethod
    def read(cls, written: str) -> Act:
        """The act that a row names."""
        return cls(written) if written in cls._value2member_map_ else cls.OTHER


class Vouched(StrEnum):
    """The kinds of things whose state the journal vouches for; a confirmed state names its kind as its place."""

    CASE = "case"
    ASSESSMENT = "assessment"
    DECISION = "decision"

    @property
    def acts(self) -> tuple[Act, ...]:
        """The acts whose row holds the digest of such a state."""
        return _VOUCHING[self]


_VOUCHING = {
    Vouched.CASE: (Act.CASE_CREATED, Act.CASE_SAVED, Act.CASE_CLOSED, Act.CASE_TAKEN_OVER, Act.CASE_ERASED),
    Vouched.ASSESSMENT: (Act.ASSESSMENT_FROZEN,),
    Vouched.DECISION: (Act.DECISION_NOTED,),
}
QUIET = (Act.VAULT_OPENED, Act.CASE_OPENED, Act.BACKUP_MADE, Act.BACKUP_COPIED)
"""After nothing but these, a backup would hold nothing new."""

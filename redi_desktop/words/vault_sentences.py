"""The words about the vault: what went wrong with it, what a check found, what the journal tells.

The keys are the codes of :mod:`redi_desktop.store`, whose docstring says which values come with each.
"""

from __future__ import annotations

from redi_desktop.i18n import N_

_OPENING: dict[str, str] = {
    "vault_missing": N_("There is no vault in the folder {folder}. Choose another folder, or make a new vault."),
    "database_missing": N_(
        "The vault's file {file} is not in its folder any more. Put it back, or restore the last backup."
    ),
    "key_file_missing": N_(
        "The key file {file} and its copy are missing. Put one of them back, or open the vault with the recovery sheet."
    ),
    "folder_is_backup": N_("{folder} is a backup. Restore it instead of working in it."),
    "database_not_encrypted": N_(
        "The file in this folder is not encrypted, so it is not one of this program's vaults."
    ),
    "database_foreign": N_("The file in this folder is not one of this program's vaults."),
    "database_of_another_program": N_("The file in this folder was made by another program."),
    "key_file_foreign": N_("The key file in this folder was made by another program."),
    "wrong_passphrase": N_("This passphrase does not open the vault. Check capitals and the keyboard's language."),
    "key_file_damaged": N_(
        "The key file and its copy are damaged. Open the vault with the recovery sheet, or restore a backup."
    ),
    "key_cost_out_of_range": N_(
        "The key file asks for more or less work than it may: somebody may have changed it. "
        "Open the vault with the recovery sheet."
    ),
    "database_empty": N_("The vault's file is empty. Restore the last backup."),
    "database_truncated": N_("The vault's file is cut off. Restore the last backup."),
    "database_damaged": N_("The vault's file is damaged. Restore the last backup; the damaged file is kept beside it."),
    "database_setting_refused": N_(
        "The vault cannot be opened safely on this disk ({setting}). Move it to a local disk."
    ),
    "vault_newer": N_(
        "A newer version of the program has changed this vault: it can be read, not changed. "
        "Install the newer version to go on working."
    ),
    "vault_newer_unreadable": N_(
        "A newer version of the program has changed this vault. Install it to open the vault."
    ),
    "key_file_newer": N_("A newer version of the program has written the key file. Install it to open the vault."),
    "case_newer": N_(
        "A newer version of the program has saved this case: it can be read, not changed. "
        "Install the newer version to go on working."
    ),
    "vault_busy": N_("The vault is already open: {user} on {machine}, since {since}. Close it there first."),
    "vault_busy_elsewhere": N_("The vault is already open in another window or program. Close it there first."),
    "vault_exists": N_("There is already a vault in the folder {folder}."),
    "encryption_missing": N_("This installation cannot encrypt: install the program again. Nothing was written."),
    "memory_short": N_("Opening the vault needs {mebibytes} MiB of memory. Close other programs and try again."),
}
_WRITING: dict[str, str] = {
    "disk_full": N_("The disk is full. What was saved before is safe; make room and try again."),
    "read_only": N_("Nothing can be written there. What was saved before is safe; check the rights on the folder."),
    "io": N_("The disk does not answer as it should. What was saved before is safe; check the disk or its cable."),
    "case_missing": N_("This case is not in the vault any more."),
    "case_changed_meanwhile": N_("This case was saved elsewhere in the meantime. Open it again before you change it."),
    "character_not_storable": N_(
        "The text holds half a character, which cannot be kept. Take it out and type it again."
    ),
    "retention_out_of_range": N_("Choose from {least} to {most} months."),
    "journal_broken": N_("The journal was changed behind the program, so it is not shortened. Verify the vault."),
}
_PASSPHRASES: dict[str, str] = {
    "passphrase_empty": N_("Type a passphrase."),
    "passphrase_not_read": N_("No passphrase was given. Type it, or hand it over with --passphrase-stdin."),
}
_RECOVERY: dict[str, str] = {
    "recovery_incomplete": N_("The recovery code has {expected} characters; {found} were typed."),
    "recovery_character": N_("“{character}” in group {group} does not stand on any recovery sheet. Look again."),
    "recovery_group_wrong": N_("Group {group} is not what the sheet says. Compare it letter by letter."),
    "recovery_code_wrong": N_("The recovery code does not hold together. Compare it with the sheet, group by group."),
    "recovery_of_another_vault": N_("This recovery sheet is of another vault."),
    "recovery_does_not_open": N_(
        "This sheet does not open the vault: its key was renewed after the sheet was printed, or the vault's file is "
        "damaged. Look for a newer sheet, or restore a backup."
    ),
    "recovery_newer": N_("A newer version of the program has made this recovery sheet. Install it to use the sheet."),
}
_BACKUPS: dict[str, str] = {
    "backup_missing": N_("There is no backup in {folder}."),
    "backup_damaged": N_("The backup {name} is damaged. Choose another one."),
    "backup_not_verified": N_("The backup did not pass its check and was thrown away. The vault needs to be verified."),
    "backup_of_another_vault": N_("The backup {name} is of another vault."),
    "backup_newer": N_("A newer version of the program has made the backup {name}. Install it to restore the backup."),
    "adoption_reason_missing": N_("Give the reason for which it is adopted."),
    "backup_place_missing": N_("The folder {folder} is not there. Is the disk plugged in?"),
    "backup_place_bad": N_("Choose a folder outside the vault's own folder, best of all on another disk."),
}
_KEPT: dict[str, str] = {
    "assessment_missing": N_("This result is not in the vault any more."),
    "pack_not_kept": N_("The vault does not hold the parameters {fingerprint} that this result was made with."),
    "pack_kept_damaged": N_("The parameters {fingerprint} in the vault are damaged. Verify the vault."),
}
_HANDOVER: dict[str, str] = {
    "handover_missing": N_("The file {file} is not there."),
    "handover_foreign": N_("The file {file} is not a case that was handed over."),
    "handover_newer": N_("A newer version of the program has made this file. Install it to take the case over."),
    "handover_damaged": N_("The file {file} is damaged. Ask your colleague for a new one."),
    "handover_passphrase_wrong": N_(
        "This one-time passphrase does not open the file. Ask your colleague to read it again."
    ),
    "handover_too_large": N_("The file is too large ({mebibytes} MiB; at most {most})."),
    "handover_agreement_missing": N_("Note first that the person agrees, on which day and how."),
}
SENTENCES: dict[str, str] = _OPENING | _WRITING | _PASSPHRASES | _RECOVERY | _BACKUPS | _KEPT | _HANDOVER

FAULTS: dict[str, str] = {
    "structure": N_("A part of the vault's file cannot be read: restore the last backup."),
    "free_page": N_(
        "An unused part of the file is torn, as a power cut can leave it. Nothing is lost; it mends itself."
    ),
    "reference": N_("A row of the vault belongs to nothing: restore the last backup."),
    "search": N_("The search does not match the cases. Nothing is lost."),
    "key_file": N_("The key file or its copy is damaged or missing. It is written again at the next opening."),
    "journal": N_("A line of the journal was changed, taken out or put in."),
    "case": N_("A case is not what was last saved: somebody changed it behind the program, or an old state came back."),
    "case_lost": N_("A case that the journal knows of is missing: restore the last backup."),
    "assessment": N_("A kept result is not what was frozen, or is missing."),
    "decision": N_("A noted decision is not what was noted, or is missing."),
    "pack": N_("Parameters that a kept result was made with are damaged or missing."),
    "rolled_back": N_("The vault is older than one of its backups: somebody has put an old file in its place."),
    "backup": N_("A backup is damaged. Make a new one."),
}
"""What a check can find, by :class:`redi_desktop.store.faults.FaultKind`."""

ACTS: dict[str, str] = {
    "vault_created": N_("Vault made"),
    "vault_opened": N_("Vault opened"),
    "vault_recovered": N_("Vault opened with the recovery sheet"),
    "vault_renewed": N_("Key of the vault renewed"),
    "vault_restored": N_("Backup restored"),
    "vault_migrated": N_("Vault brought up to date"),
    "recovery_proven": N_("Recovery sheet typed back"),
    "passphrase_changed": N_("Passphrase changed"),
    "backup_made": N_("Backup made"),
    "backup_copied": N_("Backup copied to another place"),
    "case_created": N_("Case made"),
    "case_opened": N_("Case opened"),
    "case_saved": N_("Case saved"),
    "case_closed": N_("Closing date of the case changed"),
    "case_exported": N_("Case exported"),
    "case_handed_over": N_("Case handed over"),
    "case_taken_over": N_("Case taken over"),
    "case_erased": N_("Case erased"),
    "document_made": N_("Document made"),
    "access_given": N_("Everything about the case exported for the person"),
    "assessment_frozen": N_("Result kept"),
    "decision_noted": N_("Decision noted"),
    "setting_changed": N_("Setting of the vault changed"),
    "parameters_adopted": N_("Amounts and rules adopted, or an earlier version taken again"),
    "state_confirmed": N_("State confirmed before the journal was shortened"),
    "journal_pruned": N_("Journal shortened"),
    "other": N_("Something that a newer version of the program does"),
}
"""What the journal tells, by :class:`redi_desktop.store.journal.Act`."""

PLACES: dict[str, str] = {
    "cloud_folder": N_(
        "{service} copies this folder to its own computers, and can damage a vault that is open. "
        "Choose a folder on this computer that is not copied."
    ),
    "network_folder": N_("This folder is on another computer. A vault is safe only on a disk of this one."),
    "same_disk": N_("This folder is on the same disk as the vault: if the disk fails, both are lost."),
}
"""What speaks against a folder, by :class:`redi_desktop.store.places.PlaceWarning`."""

STRENGTHS: dict[str, str] = {
    "too_weak": N_("Easily guessed"),
    "weak": N_("Weak"),
    "fair": N_("Fair"),
    "strong": N_("Strong"),
}
"""How strong a passphrase is, by :class:`redi_desktop.store.passphrase_strength.Strength`."""

WEAKNESSES: dict[str, str] = {
    "short": N_("It is short: add words that have nothing to do with each other."),
    "common_word": N_("It holds words that everybody thinks of."),
    "dictionary_word": N_("Words of a dictionary are guessed as a whole, not letter by letter."),
    "date": N_("Dates and years are the first thing that is tried."),
    "keyboard": N_("Keys in a row are the first thing that is tried."),
    "sequence": N_("Letters or figures in their order are the first thing that is tried."),
    "repetition": N_("A repetition adds nothing."),
    "sentence": N_("A sentence that stands somewhere in a book, a song or on the web is guessed as a whole."),
    "disguise": N_("A capital at the beginning, a figure for a letter or a sign at the end adds next to nothing."),
}
"""Why a passphrase is weak, by :class:`redi_desktop.store.passphrase_strength.Weakness`."""

BACKUP_REASONS: dict[str, str] = {
    "day": N_("First change of the day"),
    "by_hand": N_("Made by hand"),
    "before_migration": N_("Before an update of the program"),
    "before_import": N_("Before an import"),
    "before_change": N_("Before a change of many cases"),
    "before_renewal": N_("Before the key was renewed"),
    "after_renewal": N_("After the key was renewed"),
}
"""Why a backup was made, by :class:`redi_desktop.store.backup_manifest.BackupReason`."""

"""The sentences for what can be wrong with a pack as a file, its signature, its copy or its import."""

from __future__ import annotations

from redi_desktop.i18n import N_

_FILES: dict[str, str] = {
    "pack_archive_too_large": N_("{field} is too large to be a pack."),
    "pack_archive_too_many": N_("{field} holds more than {most} files: this is not a pack."),
    "pack_name_not_allowed": N_("{archive}: a pack may hold no file of the name “{file}”."),
    "pack_name_repeated": N_("{archive}: the file “{file}” stands twice."),
    "pack_file_closed": N_("{archive}: the file “{file}” is encrypted or packed in a way that is not read here."),
    "pack_file_unlisted": N_("{archive}: the pack does not vouch for the file “{file}”."),
    "pack_line_altered": N_("{file}, line {line}, is not what the pack vouches for: it was altered or damaged."),
    "pack_not_written": N_("{field} could not be written; nothing was left half done."),
}
_SIGNATURES: dict[str, str] = {
    "pack_signature_bad": N_("The signature in the name of “{signer}” does not fit this pack: do not use it."),
    "pack_signature_unreadable": N_("{file} is not a signature or key that can be read (“{key}”)."),
    "pack_signature_missing": N_("This pack is not signed."),
    "pack_signature_unknown": N_("This pack is signed in the name of “{signer}” with a key that was not given."),
    "signing_key_unreadable": N_("{file} is not a key to sign with."),
    "signing_key_closed": N_("The key {file} is closed: give its passphrase."),
    "signing_key_open": N_("The key {file} has no passphrase: leave it out."),
    "signing_key_passphrase": N_("This passphrase does not open the key {file}."),
}
SENTENCES: dict[str, str] = _FILES | _SIGNATURES
"""The sentence for each code."""
FINDINGS: dict[str, str] = {
    "legal_expired": N_("The legal amounts were made to be used until {last_month}: look for a newer version."),
    "rights_expired": N_("The list of rights was made to be used until {last_month}: look for a newer version."),
    "legal_behind_index": N_(
        "The index passed {pivot}: legal amounts are likely to have risen from {first_month}. Check them."
    ),
}
"""What grows old, said beside a result."""

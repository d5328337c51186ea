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
    "pack_number_long": N_("{file}, line {line}: “{column}” has too many digits to be right."),
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
_OWN: dict[str, str] = {
    "draft_table_unknown": N_("This pack has no table {file}; it has {known}."),
    "draft_row_exists": N_("{file}: “{name}” is there already."),
    "draft_row_missing": N_("{file}: “{name}” is not there."),
    "pack_has_no_item": N_("The pack holds no item “{item}”."),
    "pack_kinds_differ": N_("These are two kinds of pack ({old} and {new}): they cannot be compared."),
    "pack_kind_unfit": N_("This needs a pack of the format {expected}, not {found}."),
    "pack_folder_taken": N_("The folder {field} holds something already: choose an empty or a new one."),
    "signing_key_taken": N_("{file} is there already: choose another name for the key."),
    "form_incomplete": N_("Something is still missing: fill in every field that has no other rule."),
    "program_brings_newer": N_(
        "The program brings newer amounts than those in use: look at what they change under “Amounts and rules” (F9)."
    ),
    "other_caps_bad": N_("“{value}” is not understood. Write each expense by its name, as Water: 2; Electricity: 1.5."),
    "rent_caps_bad": N_("“{value}” is not understood. Write the largest rents as 1: 750; 2: 875."),
    "pack_version_same": N_("The new version needs a name of its own: “{version}” is the old one."),
}
_SHEETS: dict[str, str] = {
    "sheet_file_damaged": N_("{file} is not a spreadsheet (XLSX), or it is damaged."),
    "sheet_file_too_large": N_("{file} is too large to hold a pack."),
    "sheet_missing": N_("{file}: the sheet “{sheet}” is missing or empty."),
    "sheet_too_long": N_("{file}, sheet “{sheet}”: more than {most} rows."),
    "sheet_too_wide": N_("{file}, sheet “{sheet}”, {cell}: more than {most} columns."),
    "sheet_formula": N_("{file}, sheet “{sheet}”, {cell}: a formula. Keep its value instead."),
    "sheet_cell_kind": N_("{file}, sheet “{sheet}”, {cell}: neither a text, a number nor a date."),
    "sheet_row_empty": N_("{file}, sheet “{sheet}”, row {line} is empty: take it out."),
    "sheet_row_long": N_("{file}, sheet “{sheet}”, row {line}: “{value}” stands beside the columns."),
    "sheet_key_unknown": N_("{file}, sheet “{sheet}”, row {line}: “{value}” is not known."),
    "sheet_key_repeated": N_("{file}, sheet “{sheet}”, row {line}: “{value}” stands twice."),
    "sheet_version_number": N_("{file}, sheet “{sheet}”, row {line}: type the version as a text, not as a number."),
}
SENTENCES: dict[str, str] = _FILES | _SIGNATURES | _OWN | _SHEETS
"""The sentence for each code."""
FINDINGS: dict[str, str] = {
    "legal_expired": N_("The legal amounts were made to be used until {last_month}: look for a newer version."),
    "rights_expired": N_("The list of rights was made to be used until {last_month}: look for a newer version."),
    "legal_behind_index": N_(
        "The index passed {pivot}: legal amounts are likely to have risen from {first_month}. Check them."
    ),
}
"""What grows old, said beside a result."""

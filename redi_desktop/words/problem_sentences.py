"""The sentence for each code of :mod:`redi_desktop.errors`."""

from __future__ import annotations

from redi_desktop.i18n import N_
from redi_desktop.words.document_sentences import SENTENCES as DOCUMENTS
from redi_desktop.words.integration_income import PROBLEMS as INTEGRATION_INCOME
from redi_desktop.words.niss import SENTENCES as NISS
from redi_desktop.words.pack_sentences import SENTENCES as PACK_FILES
from redi_desktop.words.rights_sentences import RIGHTS
from redi_desktop.words.vault_sentences import SENTENCES as VAULT

_READING: dict[str, str] = {
    "amount_missing": N_("Type an amount."),
    "amount_not_understood": N_("“{text}” is not an amount. Write it as 1234,50."),
    "amount_too_precise": N_("“{text}” has more than two decimals. Write it as 1234,50."),
    "amount_too_long": N_("“{text}” is too long to be an amount."),
    "date_missing": N_("Type a date."),
    "date_not_understood": N_("“{text}” is not a date. Write it as 3/5/1989."),
    "date_impossible": N_("“{text}” is a day that does not exist."),
    "settings_not_saved": N_("The settings could not be kept: the folder {folder} cannot be written to."),
}
_WINDOW: dict[str, str] = {
    "unexpected": N_("Something unexpected happened. What you typed is kept; the local log says where it went wrong."),
    "printer_refused": N_("The printer does not take the pages. Choose another one, or save the document instead."),
    "save_takes_long": N_("Saving takes unusually long; the window stays open until it is done."),
    "number_not_understood": N_("“{text}” is not a whole number."),
    "number_out_of_range": N_("{text} is out of range: from {least} to {most}."),
}
_CASES: dict[str, str] = {
    "not_json": N_("This file is not valid JSON."),
    "not_json_at": N_("This file is not valid JSON: look at line {line}, column {column}."),
    "not_a_case": N_("This file is not a case: it holds no case object."),
    "case_too_large": N_("This file is too large to be a case ({bytes} bytes)."),
    "case_format_unknown": N_("This file has the format “{found}”; this program reads “{expected}”."),
    "key_unknown": N_("The field “{field}” is not known: check its spelling."),
    "key_repeated": N_("The field “{field}” stands twice in the file."),
    "key_missing": N_("The field “{field}” is missing."),
    "value_not_understood": N_("“{value}” in “{field}” is not understood."),
    "value_not_in_list": N_("“{value}” in “{field}” is not known. Write one of these: {allowed}."),
    "value_no_date": N_("“{value}” in “{field}” is not a date. Write it as 2026-05-15."),
    "value_no_truth": N_("“{value}” in “{field}”: write true or false, without quotation marks."),
    "value_no_whole_number": N_("“{value}” in “{field}” is not a whole number. Write it without quotation marks."),
    "value_no_text": N_("“{value}” in “{field}”: write a text, in quotation marks."),
    "value_no_list": N_("“{field}” must be a list, in square brackets."),
    "value_no_object": N_("“{field}” must be a group of fields, in braces."),
    "amount_not_a_number": N_('“{value}” in “{field}” is not an amount. Write it as "1234.50".'),
    "file_not_found": N_("The file {path} is not there."),
    "file_unreadable": N_("The file {path} cannot be read."),
    "item_unknown": N_("The pack holds no item “{item}”."),
    "date_before_pack": N_("The baskets begin in {first_month}: choose a later date."),
    "date_option_bad": N_("“{value}” is not a date. Write it as 2026-05-15."),
}
_PACKS: dict[str, str] = {
    "pack_not_found": N_("There is no pack at {field}."),
    "pack_archive_damaged": N_("{field} is not a pack, or it is damaged."),
    "pack_file_missing": N_("The pack has no file {field}."),
    "pack_file_too_large": N_("The pack's file {field} is too large."),
    "pack_file_altered": N_("{file} is not the file that the pack vouches for: it was altered or damaged."),
    "pack_manifest_unreadable": N_("pack.toml cannot be read: {detail}."),
    "pack_key_unknown": N_("{file}: the key “{key}” is not known."),
    "pack_key_missing": N_("{file}: the key “{key}” is missing."),
    "pack_format_unknown": N_("{file}: the format is “{found}”; this program reads “{expected}”."),
    "pack_text_missing": N_("{file}: “{key}” is empty."),
    "pack_languages_missing": N_("{file}: “{key}” must be given in {languages}, and in no other language."),
    "pack_files_differ": N_("{file}: the files listed must be {expected}."),
    "pack_checksum_bad": N_("{file}: “{key}” is not a SHA-256 checksum."),
    "pack_dates_swapped": N_("{file}: “{key}” comes before the beginning."),
    "pack_before_index": N_("pack.toml: the pack begins before the price index, {first_month}."),
    "pack_price_before_index": N_("items.csv, line {line}: the price ({month}) precedes the index ({first_month})."),
    "pack_not_utf8": N_("{file}, line {line}: the text is not UTF-8."),
    "pack_not_csv": N_("{file}, line {line}: this is not a table of values separated by commas."),
    "pack_table_empty": N_("{file} holds no row."),
    "pack_row_length": N_("{file}, line {line}: {found} cells instead of {expected}."),
    "pack_column_repeated": N_("{file}: the column “{column}” stands twice."),
    "pack_column_unknown": N_("{file}: the column “{column}” is not known."),
    "pack_column_missing": N_("{file}: the column “{column}” is missing."),
    "pack_cell_empty": N_("{file}, line {line}: “{column}” is empty."),
    "pack_cell_not_empty": N_("{file}, line {line}: “{column}” must be empty here."),
    "pack_identifier_bad": N_("{file}: “{value}” is not an identifier (letters, digits, _ . -)."),
    "pack_number_bad": N_("{file}, line {line}: “{value}” in “{column}” is not a number."),
    "pack_number_not_positive": N_("{file}, line {line}: “{column}” must be more than zero, not {value}."),
    "pack_month_bad": N_("{file}: “{value}” is not a month. Write it as 2026-05."),
    "pack_value_unknown": N_("{file}: “{value}” is not known; known are {known}."),
    "pack_id_repeated": N_("{file}, line {line}: “{value}” stands twice."),
    "pack_ages_swapped": N_("{file}, line {line}: the last age comes before the first."),
    "pack_household_not_person": N_("{file}, line {line}: “{column}” is about a person; this item is the household's."),
    "pack_kind_of_other_need": N_("{file}, line {line}: the expense kind “{value}” is of the need “{need}”."),
    "pack_condition_unknown": N_("{file}, line {line}: “{term}” is not a condition."),
    "pack_source_unknown": N_("{file}, line {line}: the source “{value}” is not listed in sources.csv."),
    "pack_item_unknown": N_("{file}, line {line}: the item “{value}” is not listed in items.csv."),
    "pack_day_bad": N_("{file}: “{value}” is not a date. Write it as 2026-05-01."),
    "pack_value_missing": N_("{file}: the value “{value}” is missing."),
    "pack_unit_changes": N_("{file}, line {line}: the unit of “{value}” changes over time."),
    "pack_dates_overlap": N_("{file}, line {line}: {value} does not come after the date before it."),
    "pack_dates_gap": N_("{file}, line {line}: {value} leaves a gap; {expected} was expected."),
    "pack_sizes_gap": N_("{file}, line {line}: size {value} leaves a gap; {expected} was expected."),
    "pack_index_missing": N_("{file}: the series “{series}” with base {base} is missing."),
}
_POLICIES: dict[str, str] = {
    "policy_not_found": N_("The policy file {field} cannot be read."),
    "policy_too_large": N_("{file} is too large to be a policy."),
    "policy_unreadable": N_("{file} cannot be read as TOML: {detail}."),
    "policy_format_unknown": N_("{file}: the format is “{found}”; this program reads “{expected}”."),
    "policy_not_a_table": N_("{file}: “{key}” must be a table."),
    "policy_not_a_list": N_("{file}: “{key}” must be a list."),
    "policy_key_missing": N_("{file}: the key “{key}” is missing."),
    "policy_key_unknown": N_("{file}: the key “{key}” is not known."),
    "policy_text_missing": N_("{file}: “{key}” is empty."),
    "policy_number_bad": N_('{file}: “{value}” in “{key}” is not understood. Write amounts as "120.00".'),
    "policy_number_too_large": N_("{file}: “{key}” is {value}; at most {largest} makes sense."),
    "policy_truth_bad": N_("{file}: “{key}” must be true or false, not “{value}”."),
    "policy_date_bad": N_("{file}: “{value}” in “{key}” is not a date. Write it as 2026-01-15."),
    "policy_value_unknown": N_("{file}: “{value}” in “{key}” is not known; known are {known}."),
}
SENTENCES: dict[str, str] = (
    VAULT
    | INTEGRATION_INCOME
    | NISS
    | _READING
    | _WINDOW
    | DOCUMENTS
    | _CASES
    | _PACKS
    | PACK_FILES
    | RIGHTS
    | _POLICIES
)

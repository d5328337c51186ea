"""The sentences for what can go wrong with a document, an export or the texts that a CPAS has edited."""

from __future__ import annotations

from redi_desktop.i18n import N_

SENTENCES: dict[str, str] = {
    "document_kind_unknown": N_("There is no document of the kind “{kind}”."),
    "document_form_unknown": N_("{path}: a document ends in .pdf or .html."),
    "document_folder_missing": N_("{path}: the folder is not there."),
    "document_not_allowed": N_("{path}: writing there is not allowed."),
    "document_not_written": N_("{path} could not be written; nothing was left half done."),
    "document_needs_result": N_("This document needs a result: complete the case first."),
    "document_needs_decision": N_("There is no decision yet: note it on the page of the decision first."),
    "document_needs_scenarios": N_("There is nothing to compare yet: make a scenario first."),
    "document_password_empty": N_("Type a password."),
    "document_password_too_long": N_("This password is too long: at most {most} characters."),
    "document_web_page_unprotected": N_("A web page cannot be protected with a password: save a PDF."),
    "export_form_unknown": N_("{path}: this file ends in {forms}."),
    "letters_none_in_folder": N_("There are no texts in {folder}: fr.toml, nl.toml, de.toml or en.toml."),
    "letters_not_found": N_("The texts of the documents {field} cannot be read."),
    "letters_too_large": N_("{file} is too large to hold the texts of the documents."),
    "letters_unreadable": N_("{file} cannot be read as TOML: {detail}."),
    "letters_format_unknown": N_("{file}: the format is “{found}”; this program reads “{expected}”."),
    "letters_date_bad": N_("{file}: “{value}” in “{key}” is not a date. Write it as 2026-01-15."),
    "letters_block_missing": N_("{file}: the block “{key}” is missing."),
    "letters_block_unknown": N_("{file}: the block “{key}” is not known."),
    "letters_not_a_list": N_("{file}: “{key}” must be a list of sentences, each between quotation marks."),
    "letters_text_missing": N_("{file}: “{key}” is empty."),
    "letters_place_unknown": N_("{file}: in “{key}”, the program cannot fill in “{value}”."),
}
"""The sentence for each code."""

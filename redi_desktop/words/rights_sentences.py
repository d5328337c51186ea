"""The sentences for what is wrong in a pack of rights, or in the answers that a case keeps about them."""

from __future__ import annotations

from redi_desktop.i18n import N_

RIGHTS: dict[str, str] = {
    "pack_fact_unknown": N_("{file}, line {line}: the fact “{value}” is not listed in facts.csv."),
    "pack_choices_missing": N_("{file}, line {line}: this fact has no answers to choose from in choices.csv."),
    "pack_choices_unexpected": N_(
        "{file}, line {line}: this fact is not one to choose from, yet choices.csv has answers."
    ),
    "pack_indexed_not_euro": N_("{file}, line {line}: only an amount in euro can follow the index."),
    "pack_right_condition_bad": N_(
        "{file}, line {line}: “{column}” is not understood at “{value}” (character {position})."
    ),
    "pack_right_region_unasked": N_(
        "{file}, line {line}: the right is for some regions, but its condition asks no region."
    ),
    "pack_right_unknown": N_("{file}, line {line}: the right “{value}” is not listed in rights.csv."),
    "pack_right_without_source": N_("{file}, line {line}: a right marked as sourced must have an address."),
    "pack_language_missing": N_("{file}, line {line}: “{value}” has no texts in {language}."),
    "pack_opening_bad": N_("{file}, line {line}: “{value}” must be facts that become true, joined with AND."),
    "pack_written_date_bad": N_(
        "{file}, line {line}: “{value}” is not a date. Write it as 2026, 2026-05 or 2026-05-01."
    ),
    "pack_ceiling_undated": N_("{file}, line {line}: the condition holds a ceiling, which must have its date."),
    "pack_ceiling_outside_index": N_("{file}, line {line}: a ceiling must be dated between {first} and {last}."),
    "pack_address_bad": N_("{file}, line {line}: “{value}” is not an address."),
}
FINDINGS: dict[str, str] = {
    "answer_fact_unknown": N_("The answer to “{fact}” is to a question that these rights do not ask: it is not used."),
    "answer_not_understood": N_("The answer “{answer}” to “{fact}” is not understood: it is not used."),
}

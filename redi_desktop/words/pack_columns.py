"""What the columns of a pack are called on the screen, and the sentence that helps to fill each in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from redi_desktop.i18n import N_
from redi_desktop.i18n import gettext as _

_ITEM: dict[str, str] = {
    "item_id": N_("Identifier"),
    "need": N_("Need"),
    "group": N_("Budget group"),
    "expense_kind": N_("Kind of real expense"),
    "label_fr": N_("Name in French"),
    "label_nl": N_("Name in Dutch"),
    "scope": N_("Person or household"),
    "age_min": N_("From age"),
    "age_max": N_("To age"),
    "sex": N_("Sex"),
    "activity": N_("Activity"),
    "region": N_("Region"),
    "tenure": N_("Housing status"),
    "condition": N_("Condition"),
    "quantity": N_("Quantity"),
    "quantity_unit": N_("Unit"),
    "period": N_("Period"),
    "lifetime_months": N_("Lifetime in months"),
    "unit_price": N_("Price of a unit"),
    "price_date": N_("Month of the price"),
    "provenance": N_("Provenance"),
    "source_id": N_("Source"),
    "note": N_("Note"),
}
_OTHERS: dict[str, str] = {
    "valid_from": N_("From"),
    "valid_until": N_("Until"),
    "month": N_("Month"),
    "series": N_("Series"),
    "base": N_("Base"),
    "index": N_("Index"),
    "household_size": N_("Size of the household"),
    "factor": N_("Factor"),
    "title": N_("Title"),
    "publisher": N_("Publisher"),
    "url": N_("Address"),
    "date": N_("Date"),
    "read_on": N_("Read on"),
    "remark": N_("Remark"),
    "id": N_("Identifier"),
    "value": N_("Amount"),
    "unit": N_("Unit"),
    "status": N_("Status"),
    "source_url": N_("Source"),
    "legal_basis": N_("Legal basis"),
    "doubt": N_("Doubts"),
    "version": N_("Version"),
    "title_fr": N_("Title in French"),
    "title_nl": N_("Title in Dutch"),
    "method_fr": N_("Method in French"),
    "method_nl": N_("Method in Dutch"),
    "licence": N_("Licence"),
    "regions": N_("Regions"),
    "adults": N_("Number of adults"),
    "children": N_("Number of children"),
    "amount": N_("Amount per month"),
    "name": N_("Name"),
}
_HELP: dict[str, str] = {
    "item_id": N_("Small letters, digits, _ . - and no spaces; it never changes once used."),
    "group": N_("fixed: paid every month; living: spent day by day; reserve: set aside for later."),
    "expense_kind": N_("The real expense that takes the place of this item once it is typed; empty: none."),
    "scope": N_("person: one line for each person who fits; household: one line."),
    "age_min": N_("Whole years at the date of the budget; only for a person."),
    "age_max": N_("This age included; only for a person."),
    "condition": N_("Terms joined with &, such as bim, !bim, heating_gas, adults=2, bedrooms>=3; empty: always."),
    "quantity": N_("How many units in a period."),
    "quantity_unit": N_("What is counted: pc, kWh, trip …"),
    "period": N_("once: bought once and used for its lifetime."),
    "lifetime_months": N_("Only for what is bought once."),
    "unit_price": N_("Euro for one unit, in the month of the price."),
    "price_date": N_("Written 2026-05; the price index brings it to other months."),
    "provenance": N_("official: set by an authority; published: printed by somebody; estimate: yours, with a note."),
    "source_id": N_("The identifier of a row of the sources."),
    "note": N_("How the figure was found; for an estimate, its reasoning."),
    "valid_from": N_("The first month or day in which it holds."),
    "index": N_("Base 2013 = 100, as published by Statbel."),
    "status": N_("published: seen in its source; computed: worked out; doubtful: sources differ or are silent."),
    "amount": N_("Euro per month for this need and this person or household."),
    "adults": N_("Only for a household: how many adults; empty: any number."),
    "children": N_("Only for a household: how many children under 18; empty: any number."),
    "household_size": N_("How many persons; empty in the simple form: any number."),
    "month": N_("Written 2026-05."),
    "licence": N_("Under what right these figures are used."),
    "regions": N_("flanders, wallonia, brussels: those for which there are prices."),
    "version": N_("A text such as 2026.1; each change needs a new one."),
}


def column_name(column: str) -> str:
    """What a column is called, in the current language; one that is not known stands as it is written."""
    words = _ITEM.get(column) or _OTHERS.get(column)
    return _(words) if words else column


def column_help(column: str) -> str:
    """How to fill a column in; empty where its name says enough."""
    return _(_HELP[column]) if column in _HELP else ""


def notes(columns: Iterable[str]) -> Mapping[str, str]:
    """Name and help of columns, for the comments of a spreadsheet."""
    parts = {column: (column_name(column), column_help(column)) for column in columns}
    return {column: ": ".join(part for part in both if part) for column, both in parts.items()}

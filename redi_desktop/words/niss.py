"""The sentences for what is wrong with a national register number."""

from __future__ import annotations

from redi_desktop.i18n import N_

SENTENCES: dict[str, str] = {
    "niss_not_understood": N_("“{text}” is not a national register number: it has eleven figures."),
    "niss_wrong_check": N_("{text}: the last two figures do not fit the others. Check the number."),
}

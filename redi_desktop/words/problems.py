"""Errors for the user as sentences that say what happened and what to do next.

The sentences name what the engine knows, so they bring it along: they are loaded with the first error, not with the
fields that may have one.
"""

from __future__ import annotations

from redi_desktop.errors import UserError
from redi_desktop.i18n import gettext as _


def sentence(error: UserError) -> str:
    """The error in words, in the current language; an unknown code is shown as it is, never hidden."""
    from redi_desktop.words.problem_sentences import SENTENCES
    from redi_desktop.words.values import said

    message = SENTENCES.get(error.code)
    if message is None:
        return _("Something went wrong ({code}).").format(code=error.code)
    values = {name: said(value) for name, value in error.values.items()}
    return _(message).format_map(_Known(values, error.field))


class _Known(dict[str, str]):
    """The values of a sentence; one that the error did not bring is shown by its name, so that words always come."""

    def __init__(self, values: dict[str, str], field: str | None) -> None:
        super().__init__(values)
        self.setdefault("field", field or "")

    def __missing__(self, name: str) -> str:
        return name

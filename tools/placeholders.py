"""Whether a translation names the same values as its English text.

A wrong ``{name}`` in a translation is a crash in front of a family, and neither gettext nor Babel notices it.
"""

from __future__ import annotations

from collections.abc import Sequence
from gettext import c2py
from string import Formatter

from babel.messages.catalog import Message


def placeholders(text: str) -> frozenset[str]:
    """Return the placeholders of a text, with their formats: ``{"name", "rate:.1f"}``.

    Raises ``ValueError`` where the braces of the text do not pair.
    """
    fields = set()
    for _, name, format_spec, conversion in Formatter().parse(text):
        if name is not None:
            fields.add(name + (f"!{conversion}" if conversion else "") + (f":{format_spec}" if format_spec else ""))
    return frozenset(fields)


def forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return the forms of an entry's text: one, or one for each plural."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def allowed(english: tuple[str, ...], plural_rule: str, form: int) -> set[frozenset[str]]:
    """Return the sets of placeholders that a form of a translation may have.

    The form for one thing may leave out the number, as the English singular may. Where a language uses that form for
    other numbers too (French says "0 personne"), it must name the number like the plural.
    """
    plural = placeholders(english[-1])
    form_for = c2py(plural_rule)
    numbers = [number for number in range(200) if form_for(number) == form]
    return {plural, placeholders(english[0])} if numbers == [1] else {plural}


def placeholder_faults(message: Message, plural_rule: str) -> list[str]:
    """Name what a translated entry says about values that its English text does not say, or the other way round."""
    english = forms(message.id)
    faults = []
    for number, form in enumerate(forms(message.string)):
        try:
            wanted = allowed(english, plural_rule, number) if len(english) > 1 else {placeholders(english[0])}
            found = placeholders(form)
        except ValueError as error:
            faults.append(f"{message.id!r}: {error} in {form!r}")
            continue
        if found not in wanted:
            expected = " or ".join(str(sorted(names)) for names in sorted(wanted, key=sorted))
            faults.append(f"{message.id!r}: {form!r} has the placeholders {sorted(found)}, not {expected}")
    return faults

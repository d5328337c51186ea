"""The texts of the documents that a CPAS can edit: blocks of sentences in a TOML file for each language, dated.

The program's own stand in ``resources/letters``. A file is read strictly: every block there, no other, and no place in
braces that the program cannot fill. What it does not know when a document is made becomes dots, to complete by hand.
"""

from __future__ import annotations

import hashlib
import re
import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from redi_desktop.errors import ParameterError
from redi_desktop.paths import resource

FORMAT = "redi-letters/1"
LARGEST_BYTES = 200_000
DOTS = "\N{HORIZONTAL ELLIPSIS}" * 8
"""Stands where something is not known, long enough to write on."""
CPAS_KEYS = ("committee", "labour_court", "data_protection", "kept_for")
BLOCKS: dict[str, tuple[str, ...]] = {
    "report": ("legal_basis", "deadlines", "appeal"),
    "person_copy": ("disagree", "data"),
    "decision": (
        *("opening", "granted", "granted_in_part", "refused", "adjourned", "after"),
        *("legal_basis", "appeal", "contact", "closing"),
    ),
    "acknowledgement": ("opening", "next", "incomplete", "no_decision", "legal_basis"),
    "information": (
        *("intro", "controller", "purposes", "data", "grounds", "who_sees", "kept"),
        *("rights", "ask", "computer", "complaint"),
    ),
}
"""Every block, by the document that it is for."""
PLACES = frozenset(
    {
        *("cpas", "worker", "worker_contact", *CPAS_KEYS),
        *("requested_on", "decide_by", "decided_on", "notify_by", "review_on"),
        *("amount", "starts_on", "ends_on", "months"),
    }
)
"""What may stand in braces."""
_BEFORE_FRENCH_SIGN = re.compile(r" (?=[;:?!»%])|(?<=«) ")


@dataclass(frozen=True)
class Letters:
    """The texts in one language, with the version and date that stand in the footer."""

    language: str
    version: str
    written_on: date
    fingerprint: str
    cpas: Mapping[str, str]
    blocks: Mapping[str, tuple[str, ...]]

    def say(self, block: str, values: Mapping[str, str]) -> tuple[str, ...]:
        """The paragraphs of a block (``decision.appeal``); a place without a value becomes dots."""
        known = {name: values.get(name) or self.cpas.get(name) or DOTS for name in PLACES}
        return tuple(paragraph.format_map(known) for paragraph in self.blocks[block])


def letters_in(language: str, folder: Path | None = None) -> Letters:
    """The CPAS's own texts in that language where its folder holds them, else the program's.

    Raises :class:`ParameterError` naming the file and the block that is wrong.
    """
    own = folder / f"{language}.toml" if folder is not None else None
    return read_letters(own) if own is not None and own.is_file() else _embedded(language)


@cache
def _embedded(language: str) -> Letters:
    return read_letters(resource("letters", f"{language}.toml"))


def read_letters(path: Path) -> Letters:
    """Read and check one file; raises :class:`ParameterError`."""
    content = _content(path)
    try:
        data = tomllib.loads(content.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ParameterError("letters_unreadable", field=path.name, file=path.name, detail=str(error)) from error
    return _Reader(path.name, data).letters(hashlib.sha256(content).hexdigest())


def _content(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ParameterError("letters_not_found", field=str(path), file=path.name) from error
    if len(content) > LARGEST_BYTES:
        raise ParameterError("letters_too_large", field=path.name, file=path.name)
    return content


class _Reader:
    """Takes the parts of a file one by one and refuses the first that is wrong."""

    def __init__(self, file: str, data: Mapping[str, Any]) -> None:
        self._file, self._data = file, data

    def letters(self, fingerprint: str) -> Letters:
        """The whole file."""
        self._same_keys(self._data, ("format", "language", "version", "written_on", "cpas", *BLOCKS), "")
        if self._data["format"] != FORMAT:
            self._refuse("format", "letters_format_unknown", found=self._data["format"], expected=FORMAT)
        language, day = self._text(self._data["language"], "language"), self._data["written_on"]
        if not isinstance(day, date) or isinstance(day, datetime):
            self._refuse("written_on", "letters_date_bad", value=str(day)[:40])
        return Letters(
            language=language,
            version=self._text(self._data["version"], "version"),
            written_on=day,
            fingerprint=fingerprint,
            cpas=self._cpas(),
            blocks=dict(self._blocks(language)),
        )

    def _cpas(self) -> dict[str, str]:
        table = self._table("cpas", CPAS_KEYS)
        return {key: _typographic(self._text(table[key], f"cpas.{key}", may_be_empty=True), "") for key in CPAS_KEYS}

    def _blocks(self, language: str) -> list[tuple[str, tuple[str, ...]]]:
        found = []
        for document, names in BLOCKS.items():
            table = self._table(document, names)
            found += [
                (f"{document}.{name}", self._paragraphs(table[name], f"{document}.{name}", language)) for name in names
            ]
        return found

    def _paragraphs(self, value: object, place: str, language: str) -> tuple[str, ...]:
        if not isinstance(value, list):
            self._refuse(place, "letters_not_a_list")
        texts = tuple(_typographic(self._text(text, place), language) for text in value)
        for text in texts:
            self._check_places(text, place)
        return texts

    def _check_places(self, text: str, place: str) -> None:
        try:
            names = {
                (name, form, change) for _, name, form, change in string.Formatter().parse(text) if name is not None
            }
        except ValueError:
            self._refuse(place, "letters_place_unknown", value=text[:40])
        for name, form, change in names:
            if name not in PLACES or form or change:
                self._refuse(place, "letters_place_unknown", value=f"{{{name}}}"[:40])

    def _table(self, name: str, keys: tuple[str, ...]) -> Mapping[str, Any]:
        table = self._data[name]
        if not isinstance(table, dict):
            self._refuse(name, "letters_block_missing")
        self._same_keys(table, keys, f"{name}.")
        return table

    def _same_keys(self, table: Mapping[str, Any], keys: tuple[str, ...], before: str) -> None:
        for key in keys:
            if key not in table:
                self._refuse(before + key, "letters_block_missing")
        for key in table:
            if key not in keys:
                self._refuse(before + key, "letters_block_unknown")

    def _text(self, value: object, place: str, may_be_empty: bool = False) -> str:
        if not isinstance(value, str) or not (value.strip() or may_be_empty):
            self._refuse(place, "letters_text_missing")
        return value.strip()

    def _refuse(self, place: str, code: str, **values: object) -> NoReturn:
        raise ParameterError(code, field=f"{self._file}:{place}", file=self._file, key=place, **values)


def _typographic(text: str, language: str) -> str:
    """Curly apostrophes, and in French no line break before a sign that stands apart."""
    text = text.replace("'", "’").replace("§ ", "§\N{NO-BREAK SPACE}")
    return _BEFORE_FRENCH_SIGN.sub("\N{NO-BREAK SPACE}", text) if language == "fr" else text

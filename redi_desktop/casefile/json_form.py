"""The public JSON form of a case, ``redi-case/1``: read strictly, written with nothing but what was said.

``expected`` is the one key that is read over: worked examples carry their results under it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from redi_desktop.casefile import migrations, strict_json
from redi_desktop.casefile.model import FORMAT, CaseFile
from redi_desktop.casefile.strict_json import LARGEST_BYTES

__all__ = ["LARGEST_BYTES", "READ_OVER", "from_data", "from_json", "from_newer_json", "to_data", "to_json"]
READ_OVER = frozenset({"expected"})


def from_json(content: bytes | str) -> CaseFile:
    """Read a case of this form or an older one; raises :class:`CaseError` naming the field that is wrong."""
    return from_data(_parsed(content))


def from_newer_json(content: bytes | str) -> CaseFile:
    """What this version can show of a case that a later one has written; never to be saved in its place.

    Raises :class:`CaseError` where what it knows by name has another shape now.
    """
    return strict_json.convert(migrations.known_part(_parsed(content), CaseFile), CaseFile)


def from_data(data: Mapping[str, Any]) -> CaseFile:
    """Read a case from plain dictionaries; raises :class:`CaseError`."""
    present = migrations.brought_up(data)
    content = {key: value for key, value in present.items() if key != "format" and key not in READ_OVER}
    return strict_json.convert(content, CaseFile)


def to_data(case: CaseFile) -> dict[str, Any]:
    """The case as plain dictionaries: what equals its default is left out."""
    return {"format": FORMAT, "id": case.id, **{k: v for k, v in strict_json.said(case).items() if k != "id"}}


def to_json(case: CaseFile) -> bytes:
    """The case as UTF-8 JSON, the same bytes each time."""
    return strict_json.written(to_data(case))


def _parsed(content: bytes | str) -> dict[str, Any]:
    return strict_json.parse(content, too_large="case_too_large", not_an_object="not_a_case")

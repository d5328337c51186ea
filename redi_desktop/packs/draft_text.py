"""A draft as one text, to be kept while somebody works on it, and back."""

from __future__ import annotations

import base64
import json
from typing import Any

from redi_desktop.packs.draft import Cells, Draft, Head
from redi_desktop.packs.kinds import KINDS


def text_of_draft(draft: Draft) -> str:
    """All of it, right or wrong."""
    tables = {file: table_as_lists(rows) for file, rows in draft.tables.items()}
    readme = base64.b64encode(draft.readme).decode("ascii")
    kept = {"format": draft.kind.format.name, "head": draft.head._asdict(), "tables": tables, "readme": readme}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def draft_of_text(text: str) -> Draft:
    """The same again; raises ``ValueError``, ``KeyError`` or ``TypeError`` for a text that is none."""
    kept: dict[str, Any] = json.loads(text)
    head = {**kept["head"], "regions": tuple(kept["head"]["regions"])}
    tables = {file: rows_of_lists(lists) for file, lists in kept["tables"].items()}
    return Draft(KINDS[kept["format"]], Head(**head), tables, base64.b64decode(kept["readme"]))


def table_as_lists(rows: tuple[Cells, ...]) -> list[list[str]]:
    """The columns, then the cells of each row: no column's name is written twice."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    return [columns, *([row.get(column, "") for column in columns] for row in rows)]


def rows_of_lists(lists: list[list[str]]) -> tuple[Cells, ...]:
    """The rows again; raises ``ValueError`` where a row has not as many cells as there are columns."""
    return tuple(dict(zip(lists[0], cells, strict=True)) for cells in lists[1:])

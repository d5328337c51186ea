"""The public forms, written down from the code: ``docs/case-format.md``, ``docs/result-formats.md``, JSON Schemas.

Run as ``python -m tools.case_format write|check``; ``check`` fails where the files differ from the types.
"""

from __future__ import annotations

import dataclasses
import sys
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, get_type_hints

from redi_desktop.casefile import assessment_form
from redi_desktop.casefile.integration_income_form import FACTS_FORMAT, RESULT_FORMAT
from redi_desktop.casefile.model import FORMAT, CaseFile
from redi_desktop.engine import explanation
from redi_desktop.engine.integration_income.facts import IntegrationIncomeFacts
from redi_desktop.words.explanations import RULES
from tools import form_schema, result_formats
from tools.form_schema import bare, is_list, parts_of
from tools.result_places import ASSESSMENT, INTEGRATION_INCOME

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "case-format.md"
RESULTS_PAGE = ROOT / "docs" / "result-formats.md"
SCHEMAS = ROOT / "docs" / "schemas"
_HEAD = f"""# The case format, `{FORMAT}`

Written from the types by `python -m tools.case_format write`; checked in CI. The JSON Schema stands in
`docs/schemas/redi-case-1.schema.json`.

A case is one JSON object with `"format": "{FORMAT}"`. Amounts are euro, strings with a point (`"650.00"`); dates are
written `YYYY-MM-DD`. What is left out takes the default given here, or is missing: missing is never zero, and
what cannot be computed without it is named. A key that is not listed is an error, but for `expected`, where worked
examples carry their results. Rows (`persons`, `incomes`, `expenses`, `debts`) bear an `id` unique in its list; `person`
refers to the `id` of a person.
"""


def _default(entry: dataclasses.Field[Any]) -> Any:
    if entry.default is not dataclasses.MISSING:
        return entry.default
    return None


def _type_words(hint: Any) -> str:
    about = bare(hint)
    if isinstance(about, type) and issubclass(about, Enum):
        words = " · ".join(f"`{member.value}`" for member in about)
    elif dataclasses.is_dataclass(about) and isinstance(about, type):
        words = f"[{about.__name__}](#{about.__name__.lower()})"
    else:
        known = {Decimal: "amount or share", date: "date", str: "text", bool: "`true` or `false`", int: "whole number"}
        words = known[about]
    return f"list of {words}" if is_list(hint) else words


def _default_words(entry: dataclasses.Field[Any]) -> str:
    default = _default(entry)
    if entry.default_factory is not dataclasses.MISSING:
        return "a new one"
    if entry.default is dataclasses.MISSING:
        return "**required**"
    if isinstance(default, Enum):
        return f"`{default.value}`"
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    if default is None:
        return "missing"
    if dataclasses.is_dataclass(default) or default in ("", ()):
        return "empty"
    return f"`{default}`"


def page() -> str:
    """The whole of ``docs/case-format.md``."""
    lines = [_HEAD]
    for kind in parts_of(CaseFile):
        hints = get_type_hints(kind)
        lines += [f"## {kind.__name__}", "", " ".join(str(kind.__doc__).split()), ""]
        lines += ["| key | value | left out |", "|---|---|---|"]
        for entry in dataclasses.fields(kind):
            lines.append(f"| `{entry.name}` | {_type_words(hints[entry.name])} | {_default_words(entry)} |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def schemas() -> dict[Path, str]:
    """Each JSON Schema and its file."""
    texts = {
        FORMAT: form_schema.schema_of_type(CaseFile, FORMAT),
        FACTS_FORMAT: form_schema.schema_of_type(IntegrationIncomeFacts, FACTS_FORMAT),
        assessment_form.FORMAT: form_schema.schema_of_places(ASSESSMENT, assessment_form.FORMAT),
        RESULT_FORMAT: form_schema.schema_of_places(INTEGRATION_INCOME, RESULT_FORMAT),
        explanation.FORMAT: form_schema.explanation_schema(explanation.FORMAT, sorted(RULES)),
    }
    return {SCHEMAS / f"{form.replace('/', '-')}.schema.json": text for form, text in texts.items()}


def main(arguments: list[str]) -> int:
    """Write the files, or say which of them no longer tells the truth."""
    wanted = {PAGE: page(), RESULTS_PAGE: result_formats.page(), **schemas()}
    if arguments == ["write"]:
        for path, content in wanted.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return 0
    stale = [path for path, content in wanted.items() if not path.exists() or path.read_text("utf-8") != content]
    for path in stale:
        print(f"{path.relative_to(ROOT)} differs from the types: run `python -m tools.case_format write`")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

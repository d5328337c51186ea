"""``docs/result-formats.md``: what stands where in a result, and every rule of an explanation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redi_desktop.engine.explanation import FORMAT as EXPLANATION_FORMAT
from redi_desktop.words.explanations import RULES
from tools.result_places import ASSESSMENT, INTEGRATION_INCOME, Place

_HEAD = """# The forms of results

Written from the code by `python -m tools.case_format write`; checked in CI. The JSON Schemas stand in `docs/schemas`.
Amounts are euro with two decimals, strings (`"650.00"`), per month unless it is said otherwise; dates are `YYYY-MM-DD`.
A place that ends with `?` may be left out; `*` stands for any key and `[]` for each row of a list.
"""
_EXPLANATION = f"""## The explanation, `{EXPLANATION_FORMAT}`

The tree behind an amount. Each node is an object:

| key | value |
|---|---|
| `rule` | the rule that gave it, one of those below; a rule never changes its meaning |
| `amount` | what the rule gave, a number as text with all its decimals; left out where a rule gives no amount |
| `values` | what it was made from, each under a name: amounts and dates as text; left out where there are none |
| `parts` | the nodes that it rests on, in their order; left out where there are none |

`redi-desktop assess … --explain` prints the same tree as sentences, one a line, indented by depth, in the language
asked for. The first word of a rule says what it is about:
"""
_SUBJECTS = {
    "absent": "an item that is not in the budget, and why",
    "aid": "a step from the deficit to the aid",
    "attachment": "what may be attached of an income",
    "balance": "counted income less the retained budget",
    "debt": "an accepted debt",
    "expense": "a real expense and what it does",
    "group": "fixed charges, living costs or reserves",
    "income": "an income and whether it counts",
    "input": "an amount as it was typed",
    "legal": "an amount of the law, its date and its source",
    "line": "a line of the reference budget",
    "match": "why a line is there",
    "need": "one of the eleven needs",
    "pressure": "a part of the deficit",
    "price": "a unit price and how the index moved it",
    "ri": "the integration income",
    "right": "a right, and why it is likely, possible or not",
    "said": "something that was found about the facts",
    "source": "where a figure was published",
    "total": "a total",
}


def page() -> str:
    """The whole of ``docs/result-formats.md``."""
    lines = [_HEAD]
    lines += _table("The assessment, `redi-assessment/1`", ASSESSMENT)
    lines += _table("The integration income, `redi-ri/1`", INTEGRATION_INCOME)
    lines += [_EXPLANATION, *_rules()]
    return "\n".join(lines).rstrip() + "\n"


def _table(title: str, places: Sequence[Place]) -> Iterator[str]:
    yield from (f"## {title}", "", "| place | value | what it is |", "|---|---|---|")
    for place, kinds, meaning in places:
        yield f"| `{place}` | {kinds} | {meaning} |"
    yield ""


def _rules() -> Iterator[str]:
    """The rules by their first word; raises ``KeyError`` for a subject that nobody has described."""
    yield from ("| about | rules |", "|---|---|")
    for subject in sorted({rule.partition(".")[0] for rule in RULES}):
        own = sorted(rule for rule in RULES if rule.partition(".")[0] == subject)
        yield f"| {_SUBJECTS[subject]} | {', '.join(f'`{rule}`' for rule in own)} |"

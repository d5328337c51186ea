"""Why an item of the baskets is not in the budget: the reasons that people ask about, each with its items.

Items for another region, age, sex, size of household or number of bedrooms are many and plain: they are only counted.
"""

from __future__ import annotations

from redi_desktop.engine.baskets import explain_absence
from redi_desktop.engine.conditions import parse_condition
from redi_desktop.engine.explanation import Explanation
from redi_desktop.i18n import N_, _
from redi_desktop.report.content import Block, Column, Heading, Paragraph, Row, Table, Tone
from redi_desktop.report.reported import Reported
from redi_desktop.words.conditions import term_words
from redi_desktop.words.counts import lines
from redi_desktop.words.explanations import sentence
from redi_desktop.words.pack_texts import in_language

_TELLING = ("absent.region", "absent.tenure", "absent.condition", "absent.activity", "absent.sex", "absent.age")
"""Of the reasons of several persons, the first of these is told."""
_COUNTED = {
    "absent.region": N_("Meant for another region."),
    "absent.age": N_("Meant for other ages."),
    "absent.sex": N_("Meant for the other sex at these ages."),
    "absent.number": N_("Meant for another size of household or dwelling."),
}


def absences_section(reported: Reported) -> list[Block]:
    """A row for each reason: named items first, then those that are only counted."""
    named, counted = _grouped(reported)
    rows = [Row((reason, " · ".join(dict.fromkeys(items)))) for reason, items in named.items()]
    rows += [Row((_(_COUNTED[rule]), lines(counted[rule]))) for rule in _COUNTED if rule in counted]
    if not rows:
        return []
    columns = (Column(_("Why it is not there"), share=2), Column(_("Items of the baskets"), share=5))
    return [
        Heading(_("What is not in the budget, and why")),
        Paragraph(_("Is one of these reasons wrong? Then a fact of the case has to be changed."), Tone.QUIET),
        Table(_("What is not in the budget, and why"), columns, tuple(rows)),
    ]


def _grouped(reported: Reported) -> tuple[dict[str, list[str]], dict[str, int]]:
    named: dict[str, list[str]] = {}
    counted: dict[str, int] = {}
    assessment = reported.assessment
    for item in reported.pack.items:
        reasons = explain_absence(assessment.facts, assessment.circumstances, item)
        if not reasons:
            continue
        reason = min(reasons, key=lambda node: _TELLING.index(node.rule))
        rule = "absent.number" if _asks_a_number(reason) else reason.rule
        if rule in _COUNTED:
            counted[rule] = counted.get(rule, 0) + 1
        else:
            named.setdefault(_said(reported, reason), []).append(in_language(item.label))
    return named, counted


def _asks_a_number(reason: Explanation) -> bool:
    term = reason.values.get("term")
    return term is not None and bool(parse_condition(str(term)).comparisons)


def _said(reported: Reported, reason: Explanation) -> str:
    if reason.rule == "absent.condition":
        return _("Meant for a household {term}.").format(term=term_words(str(reason.values["term"])))
    if reason.rule == "absent.activity":
        return _("Meant for somebody who does something else (school, work, benefit).")
    return sentence(reason, reported.persons)

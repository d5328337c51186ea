"""What other parameters do to cases: a line for each case with its balance, and under it the other figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from redi_desktop.casefile.reassessment import CaseEffect, Reassessment
from redi_desktop.engine.effects import Effect
from redi_desktop.engine.money import ZERO
from redi_desktop.formatting import money, signed_money
from redi_desktop.i18n import _, ngettext
from redi_desktop.ui.parameters.tree_table import Branch, TreeTable
from redi_desktop.words import findings
from redi_desktop.words.pack_changes import figure_rows
from redi_desktop.words.vocabulary import label


class EffectsTable(TreeTable):
    """``case_asked`` carries the case whose line was chosen with Enter or a double click."""

    case_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(4, parent, amounts=True)
        self.setExpandsOnDoubleClick(False)
        self.itemActivated.connect(self._on_activated)

    def show_effects(self, effects: Iterable[CaseEffect]) -> None:
        """Show these cases, in the order given: nobody is ranked."""
        self.show_branches(_branch(one) for one in effects)

    def retranslate(self) -> None:
        """Name the table and its columns in the language in use."""
        self.setAccessibleName(_("Cases that change, in euro per month"))
        self.name_columns(_("Case"), _("Before"), _("After"), _("Difference"))

    def _on_activated(self, item: QTreeWidgetItem) -> None:
        self.case_asked.emit(self.key_at(item))


def found_words(found: Reassessment, beyond: Decimal = ZERO) -> str:
    """How many cases were seen and changed, in a sentence or two; ``beyond`` is the change that was asked for."""
    count = len(found.beyond)
    words = ngettext("{count} case of {seen} is affected.", "{count} cases of {seen} are affected.", count)
    parts = [words.format(count=count, seen=found.seen)]
    if found.within:
        parts.append(_within_words(found.within, beyond))
    if found.without_result:
        parts.append(_("Without a result: {count}.").format(count=found.without_result))
    if found.stopped:
        parts.append(_("Stopped: the cases that come after were not counted."))
    return " ".join(parts)


def _within_words(count: int, beyond: Decimal) -> str:
    if beyond:
        words = ngettext(
            "{count} more case changes, its balance by no more than {amount}.",
            "{count} more cases change, their balance by no more than {amount}.",
            count,
        )
        return words.format(count=count, amount=money(beyond))
    words = ngettext(
        "{count} more case changes, but its balance stays the same.",
        "{count} more cases change, but their balance stays the same.",
        count,
    )
    return words.format(count=count)


def _branch(one: CaseEffect) -> Branch:
    title = one.title or _("Case without a name")
    before, after = one.effect.before, one.effect.after
    if before is None or after is None:
        return Branch((_("{case}: a result on one side only").format(case=title), "", "", ""),
                      partial(_refusals, one.effect), one.case_id)  # fmt: skip
    cells = _cells(_("{case}: balance").format(case=title), before.balance, after.balance)
    return Branch(cells, partial(_figures, one.effect), one.case_id)


def _figures(effect: Effect) -> Iterator[tuple[str, ...]]:
    if effect.before is None or effect.after is None:
        return
    for name, was, now in figure_rows(effect.before, effect.after):
        yield _cells(name, was, now)
    for need, (was, now) in effect.changed_needs.items():
        yield _cells(label(need), was, now)


def _refusals(effect: Effect) -> Iterator[tuple[str, ...]]:
    for finding in effect.refused:
        yield findings.sentence(finding), "", "", ""


def _cells(name: str, was: Decimal, now: Decimal) -> tuple[str, ...]:
    return name, money(was), money(now), signed_money(now - was) if was != now else "–"

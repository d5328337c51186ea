"""What a new version adds, removes and changes: under each need, with old and new values and their sources."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from redi_desktop.i18n import _
from redi_desktop.packs.comparison import Change, Comparison, Difference
from redi_desktop.ui.parameters.tree_table import Branch, TreeTable
from redi_desktop.words.pack_changes import (
    change_word,
    difference_name,
    field_name,
    row_source_words,
    value_words,
)
from redi_desktop.words.vocabulary import label


class DifferenceTable(TreeTable):
    """A group for each need that something changes in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(4, parent)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show every difference."""
        groups = comparison.by_need.items()
        self.show_branches(
            Branch((_("{need}: {count}").format(need=label(need) if need else _("In general"), count=len(found)),
                    "", "", ""), partial(_lines, found))
            for need, found in groups
        )  # fmt: skip

    def retranslate(self) -> None:
        """Name the table and its columns in the language in use."""
        self.setAccessibleName(_("What the version changes"))
        self.name_columns(_("What"), _("Old"), _("New"), _("Source"))


def _lines(found: tuple[Difference, ...]) -> Iterator[tuple[str, ...]]:
    for one in found:
        name = difference_name(one)
        if one.change is not Change.CHANGED:
            name = f"{name} ({change_word(one.change)})"
        said = _("{name}: {sentence}").format(name=field_name(one), sentence=name)
        yield said, value_words(one.old), value_words(one.new), _source(one)


def _source(one: Difference) -> str:
    if one.old_source and one.new_source and one.old_source != one.new_source:
        new, old = row_source_words(one.new_source), row_source_words(one.old_source)
        return _("{new}; before: {old}").format(new=new, old=old)
    return row_source_words(one.new_source or one.old_source)

"""One scenario: its changes, what it comes to beside the case as it is, and what followed by law."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from redi_desktop.casefile import scenarios
from redi_desktop.casefile.scenarios import Played
from redi_desktop.engine.changes_of_life import ChangeKind
from redi_desktop.engine.scenario import Scenario
from redi_desktop.formatting import join_list, money, signed_money
from redi_desktop.i18n import _
from redi_desktop.ui.fields import TextField
from redi_desktop.ui.pages.change_line import ChangeLine
from redi_desktop.ui.pages.expense_kinds import ExpenseKinds
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.pages.row import Row
from redi_desktop.ui.theme import UNIT, set_role
from redi_desktop.words import findings as finding_words
from redi_desktop.words.balance import balance_sentence
from redi_desktop.words.scenarios import scenario_name
from redi_desktop.words.vocabulary import label


class ScenarioSeen(NamedTuple):
    """What a row shows: the scenario, what came of it, and how persons and incomes are called."""

    scenario: Scenario
    played: Played | None
    persons: Mapping[str, str]
    incomes: Mapping[str, str]


class ScenarioRow(Row[ScenarioSeen]):
    """A scenario; changes are made anew only where their kinds change."""

    change_row = staticmethod(scenarios.change_scenario)

    def __init__(self, row_id: str, parent: QWidget | None = None, *, kinds: ExpenseKinds) -> None:
        super().__init__(row_id, parent)
        self._kinds = kinds
        self.lines: list[ChangeLine] = []
        self.name = TextField(self, characters=34, longest=60)
        self.also = QPushButton(self)
        self._choices = QMenu(self.also)
        self.headline, self.told = QLabel(self), QLabel(self)
        self._build()

    def _build(self) -> None:
        column = self.build_lined(UNIT * 3 // 2)
        column.addLayout(FieldLine(self.name, self.also))
        self._changes = QVBoxLayout()
        self._changes.setSpacing(UNIT)
        column.addLayout(self._changes)
        for text, role in ((self.headline, "strong"), (self.told, "help")):
            text.setWordWrap(True)
            set_role(text, role)
            column.addWidget(text)
        self.bind("name", self.name)
        self.also.setAutoDefault(False)
        self.also.setMenu(self._choices)
        for kind in ChangeKind:
            self._choices.addAction("", partial(self.add_change, kind))

    def first_field(self) -> QWidget:
        """What the first change still has to be told, else the name."""
        first = self.lines[0].first_field() if self.lines else None
        return first or self.name.editor

    def _show(self, seen: ScenarioSeen) -> None:
        scenario = seen.scenario
        self._have_lines(scenario)
        self.name.set_value(scenario.name)
        for line, change in zip(self.lines, scenario.changes, strict=True):
            line.show_change(change, seen.persons, seen.incomes)
            line.remove.setVisible(len(self.lines) > 1)

    def add_change(self, kind: ChangeKind) -> None:
        """One more change in the same scenario, ready to be told what it needs."""
        self.changed.emit(partial(scenarios.also, row_id=self.row_id, kind=kind), "")
        first = self.lines[-1].first_field()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.left.emit()

    def retranslate(self) -> None:
        """Say every text of the row."""
        self.name.set_texts(_("Name (optional)"))
        self.also.setText(_("And also…"))
        self.also.setAccessibleName(_("Another change in this scenario"))
        for kind, action in zip(ChangeKind, self._choices.actions(), strict=True):
            action.setText(label(kind))
        for line in self.lines:
            line.retranslate()
        self._say_seen()

    def _have_lines(self, scenario: Scenario) -> None:
        """Keep the lines whose kind is the same, make the others."""
        kinds = [change.kind for change in scenario.changes]
        same = 0
        while same < min(len(kinds), len(self.lines)) and self.lines[same].kind is kinds[same]:
            same += 1
        if same == len(kinds) == len(self.lines):
            return
        self.shrinks.emit(self)
        for line in self.lines[same:]:
            self._changes.removeWidget(line)
            line.hide()
            line.setParent(self.window())
            line.deleteLater()
        made = [self._line(place, kind) for place, kind in enumerate(kinds[same:], start=same)]
        self.lines = [*self.lines[:same], *made]
        self.places = {"name": self.name} | {
            _place(number, name): field for number, line in enumerate(self.lines) for name, field in line.fields.items()
        }
        self.grown.emit(self)

    def _line(self, place: int, kind: ChangeKind) -> ChangeLine:
        line = ChangeLine(kind, self._kinds, self)
        line.edited.connect(partial(self._on_edited, place))
        line.left.connect(self.left)
        line.dropped.connect(partial(self._on_dropped, place))
        line.retranslate()
        self._changes.addWidget(line)
        if self.isVisible():
            line.show()
        return line

    def _say_seen(self) -> None:
        seen = self._seen
        if seen is None:
            return
        self.remove.name(_("Remove {name}").format(name=scenario_name(seen.scenario, seen.persons)))
        self.headline.setText(_headline(seen.played))
        self.headline.setVisible(bool(self.headline.text()))
        self.told.setText(_told(seen.played))
        self.told.setVisible(bool(self.told.text()))

    def _on_edited(self, place: int, name: str, value: Any) -> None:
        values: dict[str, Any] = {name: value}
        change = partial(scenarios.change_part, row_id=self.row_id, place=place, **values)
        self.changed.emit(change, f"{self.path}.{_place(place, name)}")

    def _on_dropped(self, place: int) -> None:
        self.name.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(partial(scenarios.drop_part, row_id=self.row_id, place=place), "")
        self.left.emit()


def _place(number: int, name: str) -> str:
    """Where a field of a change stands in its scenario."""
    return f"changes[{number}].{name}"


def _headline(played: Played | None) -> str:
    """What the month would come to, and how much better or worse that is."""
    if played is None or played.assessment is None or played.difference is None:
        return ""
    sentence, change = balance_sentence(played.assessment.balance), played.difference.balance
    if not change:
        return _("{sentence} That is the same as today.").format(sentence=sentence)
    words = _("{sentence} That is {amount} better than today.")
    if change < 0:
        words = _("{sentence} That is {amount} worse than today.")
    return words.format(sentence=sentence, amount=money(abs(change)))


def _told(played: Played | None) -> str:
    """What costs more or less, what comes in otherwise, and what follows by law or stands in the way."""
    if played is None:
        return ""
    sentences = [finding_words.sentence(finding) for finding in (*played.bad, *played.consequences)]
    if played.difference is not None:
        parts = [_part(label(need), amount) for need, amount in played.changed_needs]
        if played.difference.income:
            parts.insert(0, _part(_("What comes in"), played.difference.income))
        if parts:
            sentences.insert(0, _("What changes per month: {changes}.").format(changes=join_list(parts)))
    return "\n".join(dict.fromkeys(sentences))


def _part(name: str, amount: Decimal) -> str:
    return _("{name} {amount}").format(name=name, amount=signed_money(amount))

"""One person of the household: as few fields as can be, and only those that this person needs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from redi_desktop.casefile import changes
from redi_desktop.casefile.changes import Change
from redi_desktop.engine.household import Activity, Person, Role, Sex
from redi_desktop.engine.integration_income.kinds import Relation
from redi_desktop.formatting import age
from redi_desktop.i18n import _
from redi_desktop.ui.fields import (
    ChoiceField,
    DateField,
    DeliberateChoice,
    SegmentedField,
    SwitchField,
    TextField,
    WholeNumberField,
)
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.pages.row import Row
from redi_desktop.ui.theme import HALF, UNIT, set_role
from redi_desktop.words.integration_income_kinds import kind_word
from redi_desktop.words.vocabulary import label

RELATIONS: tuple[Relation, ...] = tuple(relation for relation in Relation if relation is not Relation.PARTNER)
"""What another adult can be to the applicant; the partner is a place in the household."""


class Custody(StrEnum):
    """How much of the month a child lives here, as it is most often said."""

    WHOLE = "whole"
    HALF = "half"
    OTHER = "other"


class PersonSeen(NamedTuple):
    """What a row shows of a person: how they are called, the day ages are counted at, and what to look at."""

    person: Person
    name: str
    day: date
    only_applicant: bool
    remark: str


class PersonRow(Row[PersonSeen]):
    """A person; the fields of the second line depend on who it is."""

    change_row = staticmethod(changes.change_person)

    def __init__(self, row_id: str, parent: QWidget | None = None, *, today: Callable[[], date] = date.today) -> None:
        super().__init__(row_id, parent)
        self._today = today
        self._other_share = False
        self._offered: Role | None = None
        set_role(self, "card")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(UNIT * 2, UNIT, UNIT * 2, UNIT * 2)
        self._layout.setSpacing(UNIT * 3 // 2)
        self._build_head()
        self._build_who()
        self._build_place()
        self._build_custody()

    def _build_head(self) -> None:
        self._title = QLabel(self)
        set_role(self._title, "strong")
        head = QHBoxLayout()
        head.setSpacing(HALF)
        head.addWidget(self._title, 1)
        head.addWidget(self.remove)
        room = self.remove.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.remove.setSizePolicy(room)
        self._layout.addLayout(head)

    def _build_who(self) -> None:
        self.name = TextField(self, characters=22, longest=80)
        self.birth_date = DateField(self, today=self._today)
        self.sex = SegmentedField(tuple(Sex), label, self)
        self._layout.addLayout(FieldLine(self.name, self.birth_date, self.sex))
        self.bind("name", self.name)
        self.bind("birth_date", self.birth_date, self._born)
        self.birth_date.left.connect(self._on_date_left)
        self.bind("sex", self.sex)

    def _build_place(self) -> None:
        self.role = DeliberateChoice(tuple(Role), label, self)
        self.relation = ChoiceField(RELATIONS, kind_word, self, none_label=_relation_unknown)
        self.activity = ChoiceField(tuple(Activity), label, self)
        self.bim = SwitchField(self)
        self._layout.addLayout(FieldLine(self.role, self.relation, self.activity, self.bim))
        self.bind("role", self.role, self._placed)
        self.bind("relation", self.relation)
        self.bind("activity", self.activity)
        self.bind("bim", self.bim, self._reimbursed)

    def _build_custody(self) -> None:
        self.custody = SegmentedField(tuple(Custody), _custody_words, self)
        self.share = WholeNumberField(self, least=1, most=100)
        self._layout.addLayout(FieldLine(self.custody, self.share))
        self.bind("custody", self.custody, self._shared)
        self.bind("custody_share", self.share, self._share_typed)

    def first_field(self) -> QWidget:
        """The birth date: a name is not needed."""
        return self.birth_date.editor

    def is_unfinished(self) -> bool:
        """No birth date yet."""
        return self.birth_date.value() is None

    def _show(self, seen: PersonSeen) -> None:
        person = seen.person
        self.name.set_value(person.name)
        self.birth_date.set_value(person.birth_date)
        self.sex.set_value(person.sex)
        self.role.set_value(person.role)
        self.relation.set_value(person.relation)
        self.relation.setVisible(person.role is Role.OTHER_ADULT)
        self.activity.set_value(person.activity)
        self.bim.set_value(person.bim)
        self._show_share(person)
        self.role.setVisible(not seen.only_applicant)
        self.remove.setVisible(not seen.only_applicant)

    def _show_share(self, person: Person) -> None:
        percent = changes.percent_of(person.custody_share)
        plain = {100: Custody.WHOLE, 50: Custody.HALF}.get(percent, Custody.OTHER)
        self._other_share = self._other_share or plain is Custody.OTHER
        self.custody.set_value(Custody.OTHER if self._other_share else plain)
        self.share.set_value(percent)
        self.custody.setVisible(person.role is Role.CHILD or percent != 100)
        self.share.setVisible(self._other_share)

    def retranslate(self) -> None:
        """Say every text of the row."""
        self.name.set_texts(_("Name or pseudonym (optional)"))
        self.sex.set_texts(_("Sex"))
        self.role.set_texts(_("Place in the household"))
        self.relation.set_texts(_("What they are to the applicant"))
        self.bim.set_texts(_("Increased reimbursement (BIM)"))
        self.custody.set_texts(_("Lives here"))
        self.share.set_texts(_("Share of the month, in %"))
        self._say_seen()

    def _say_seen(self) -> None:
        """What depends on the person: their name, their age, what to look at."""
        seen = self._seen
        born = seen.person.birth_date if seen else None
        self._title.setText(seen.name if seen else "")
        self.setAccessibleName(self._title.text())
        self.birth_date.set_texts(_("Birth date"), age(born, seen.day) if seen and born else "")
        self.activity.set_texts(_("Activity"), seen.remark if seen else "")
        self.remove.name(_("Remove {name}").format(name=seen.name if seen else ""))

    def _born(self) -> Change:
        if self._offered is None and self._seen is not None:
            self._offered = self._seen.person.role
        birth, today = self.birth_date.value(), self._today()
        return partial(changes.person_born, row_id=self.row_id, birth=birth, today=today, offered=self._offered)

    def _on_date_left(self) -> None:
        self._offered = None

    def _placed(self) -> Change:
        return partial(changes.person_placed, row_id=self.row_id, role=self.role.value() or Role.OTHER_ADULT)

    def _reimbursed(self) -> Change:
        return partial(changes.person_reimbursed, row_id=self.row_id, bim=self.bim.value())

    def _shared(self) -> Change:
        choice = self.custody.value()
        self._other_share = choice is Custody.OTHER
        self.share.setVisible(self._other_share)
        percent = 50 if choice is Custody.HALF else 100
        return partial(changes.share_percent, row_id=self.row_id, percent=None if self._other_share else percent)

    def _share_typed(self) -> Change:
        return partial(changes.share_percent, row_id=self.row_id, percent=self.share.value())


def _relation_unknown() -> str:
    return _("Not known")


def _custody_words(custody: Custody) -> str:
    if custody is Custody.WHOLE:
        return _("The whole month")
    return _("Half of the month") if custody is Custody.HALF else _("Another share")

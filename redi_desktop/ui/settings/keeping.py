"""How long closed cases are kept: the delay that the CPAS has chosen, and the cases whose delay is over."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from redi_desktop.formatting import date_short
from redi_desktop.i18n import _, ngettext
from redi_desktop.store.settings_kept import LEAST_RETENTION, MOST_RETENTION
from redi_desktop.ui.deed import Deed
from redi_desktop.ui.fields import WholeNumberField
from redi_desktop.ui.link_column import Link, LinkCard
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.settings.vault_state import VaultState
from redi_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from redi_desktop.store.retention import DueCase
    from redi_desktop.store.vault import Vault


class KeepingSection(Section):
    """``case_asked`` opens a case that is due, where it can be erased; nothing is erased by itself."""

    changed = Signal()
    case_asked = Signal(str)

    def __init__(self, vault: Vault, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._state: VaultState | None = None
        self.months = WholeNumberField(least=LEAST_RETENTION, most=MOST_RETENTION)
        self.choose, self.due = Deed(tasks), LinkCard(self)
        self.due.hide()
        for widget in (self.months, self.choose, self.due):
            self.body.addWidget(widget)
        self.choose.asked.connect(self._choose)
        self.choose.done.connect(self.changed)
        self.due.chosen.connect(self.case_asked)

    def apply(self, state: VaultState) -> None:
        """Show the delay and what is due."""
        self._state = state
        self.months.set_value(state.retention_months)
        self._say_due()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _("Nothing is erased by itself: cases whose delay is over are listed here, and you decide.")
        self.set_texts(_("Keeping closed cases"), words)
        self.months.set_texts(_("Months after a case is archived"), _("As your CPAS has decided; empty: no delay."))
        self.choose.set_text(_("Take this delay"))
        self._say_due()

    def _choose(self) -> None:
        if self.months.understood():
            self.choose.run(partial(self._vault.retention.choose, self.months.value()), _chosen)

    def _say_due(self) -> None:
        due = self._state.to_erase if self._state is not None else ()
        self.due.setVisible(bool(due))
        heading = ngettext("{count} case is due", "{count} cases are due", len(due)).format(count=len(due))
        self.due.say(heading, "", [_link(case) for case in due])


def _link(case: DueCase) -> Link:
    name = case.title or case.reference or _("Case without a name")
    words = _("{case}: archived on {closed}, due since {due}")
    said = words.format(case=name, closed=date_short(case.closed_on), due=date_short(case.due_on))
    return Link(case.id, said, "note")


def _chosen(_nothing: None) -> str:
    return _("The delay is kept in the vault and noted in its journal.")

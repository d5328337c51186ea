"""The integration income that the law gives, beside the one that was typed; one click takes it over."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from redi_desktop.casefile.integration_income import ByLaw, by_law, take_over
from redi_desktop.engine.assess import Assessment
from redi_desktop.formatting import date_short, money
from redi_desktop.i18n import _
from redi_desktop.ui.pages.amount_list import AmountEntry, AmountList
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.theme import set_role
from redi_desktop.ui.why.asked import Asked, Figure


class IntegrationIncomeCard(Section):
    """``changed(change, place)`` takes the amount over; ``asked`` carries the question why it is what it is."""

    changed = Signal(object, str)
    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._computed = Decimal(0)
        self.amounts = AmountList(self)
        self.amounts.asked.connect(self.asked)
        self.take = QPushButton(self)
        self.take.setAutoDefault(False)
        self.take.clicked.connect(self._take_over)
        self._taken = QLabel(self)
        self._taken.setWordWrap(True)
        set_role(self._taken, "help")
        self.body.addWidget(self.amounts)
        self.body.addLayout(FieldLine(self.take))
        self.body.addWidget(self._taken)
        self.hide()

    def show_result(self, assessment: Assessment | None) -> None:
        """Show what the law gives in this case; nothing where that cannot be computed."""
        found = by_law(assessment) if assessment is not None else None
        self.setVisible(found is not None)
        if found is None or assessment is None:
            return
        self._computed = found.computed
        remark = " ".join((_beside(found), *_first_month(assessment)))
        entry = AmountEntry(_("By law"), remark, money(found.computed), Asked(Figure.INTEGRATION_INCOME))
        self.amounts.show_entries((entry,))
        self.take.setVisible(found.can_be_taken_over)
        self._taken.setVisible(not found.can_be_taken_over)

    def retranslate(self) -> None:
        """Say every text in the language in use; the amounts come with the next result."""
        self.set_texts(
            _("Integration income"),
            _("From these incomes, by the law of 26 May 2002. Savings and property are not in the case: look at them."),
        )
        self.take.setText(_("&Take this amount over"))
        self.take.setToolTip(_("Into the incomes of the case."))
        self._taken.setText(_("The incomes say the same."))

    def _take_over(self) -> None:
        self.changed.emit(partial(take_over, monthly=self._computed), "")


def _first_month(assessment: Assessment) -> tuple[str, ...]:
    """What is due of the month in which the right begins."""
    income = assessment.integration_income
    first = income.first_month if income is not None else None
    if first is None:
        return ()
    words = _("In the first month, from {date}: {amount}.")
    return (words.format(date=date_short(first.starts_on), amount=money(first.amount)),)


def _beside(found: ByLaw) -> str:
    if found.typed is None:
        return _("None stands among the incomes.")
    return _("Among the incomes: {amount}.").format(amount=money(found.typed))

"""Where they live, and what it costs: with the household and one income this already gives a result."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QWidget

from redi_desktop.casefile import changes
from redi_desktop.casefile.changes import Change
from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.steps import Step
from redi_desktop.engine.checks import MOST_BEDROOMS
from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.engine.findings import Finding
from redi_desktop.engine.household import Heating, Region, Tenure
from redi_desktop.engine.money import Period
from redi_desktop.i18n import _
from redi_desktop.ui.fields import MoneyField, SegmentedField, SwitchField, WholeNumberField
from redi_desktop.ui.live_result import LiveResult
from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.pages.section import Section
from redi_desktop.words.vocabulary import label

_K = ExpenseKind
_PAID_HERE: dict[Tenure | None, tuple[ExpenseKind, ...]] = {
    None: (_K.RENT, _K.COMMON_CHARGES),
    Tenure.PRIVATE_RENT: (_K.RENT, _K.COMMON_CHARGES),
    Tenure.SOCIAL_RENT: (_K.RENT, _K.COMMON_CHARGES),
    Tenure.OWNER: (_K.MORTGAGE_CAPITAL, _K.MORTGAGE_INTEREST, _K.COMMON_CHARGES),
    Tenure.HOSTED: (_K.RENT,),
    Tenure.NONE: (),
}
"""What is asked here; each is the household's expense of that kind, and stands on the page of expenses too."""
_KINDS = (_K.RENT, _K.MORTGAGE_CAPITAL, _K.MORTGAGE_INTEREST, _K.COMMON_CHARGES)


class HousingPage(Page):
    """The dwelling, and the rent or mortgage."""

    step = Step.HOUSING

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build_place()
        self._build_cost()
        self._build_dwelling()
        self.retranslate()

    def _build_place(self) -> None:
        self._place = Section(self)
        self.region = SegmentedField(tuple(Region), label, self)
        self.tenure = SegmentedField(tuple(Tenure), label, self)
        self._place.body.addWidget(self.region)
        self._place.body.addWidget(self.tenure)
        self.body.addWidget(self._place)
        self.bind("household.region", self.region, self._settled)
        self.bind("dwelling.tenure", self.tenure, self._held)

    def _build_cost(self) -> None:
        self._cost = Section(self)
        self.paid = {kind: MoneyField(self, characters=12) for kind in _KINDS}
        self._cost.add_line(*self.paid.values())
        self.body.addWidget(self._cost)
        for kind, field in self.paid.items():
            self.bind(f"expenses.{kind.value}", field, partial(self._paid, kind))

    def _build_dwelling(self) -> None:
        self._dwelling = Section(self)
        self.heating = SegmentedField(tuple(Heating), label, self)
        self.social_energy_tariff, self.new_lease = SwitchField(self), SwitchField(self)
        self.bedrooms = WholeNumberField(self, most=MOST_BEDROOMS)
        self.german_community = SwitchField(self)
        self._dwelling.body.addWidget(self.heating)
        self._dwelling.body.addWidget(self.social_energy_tariff)
        self._dwelling.body.addWidget(self.new_lease)
        self._dwelling.body.addWidget(self.bedrooms)
        self._dwelling.body.addWidget(self.german_community)
        self.body.addWidget(self._dwelling)
        self.bind("dwelling.heating", self.heating, self._heated)
        self.bind("dwelling.social_energy_tariff", self.social_energy_tariff, self._tariff_chosen)
        self.bind("dwelling.new_lease", self.new_lease, self._lease_new)
        self.bind("dwelling.bedrooms", self.bedrooms, self._bedrooms_counted)
        self.bind("household.german_community", self.german_community, self._in_community)

    def initial_focus(self) -> QWidget:
        """The region, the tenure or the rent: the first that is missing; else the region, where no key does harm."""
        rent = self.paid[_K.RENT]
        asked = [self.region, self.tenure, *(() if rent.isHidden() else (rent,))]
        return next((field for field in asked if field.value() is None), self.region).editor

    def apply(self, case: CaseFile, live: LiveResult) -> None:
        """Show the dwelling."""
        super().apply(case, live)
        dwelling = case.dwelling
        self.region.set_value(case.household.region)
        self.german_community.set_value(case.household.german_community)
        self.german_community.setVisible(case.household.region is Region.WALLONIA or case.household.german_community)
        self.tenure.set_value(dwelling.tenure)
        self.heating.set_value(dwelling.heating)
        self.bedrooms.set_value(dwelling.bedrooms)
        self.social_energy_tariff.set_value(dwelling.social_energy_tariff)
        self.new_lease.set_value(dwelling.new_lease)
        self._show_cost(case)
        self._say_assumed()
        self.show_findings([self._placed_here(finding) for finding in live.findings])

    def _placed_here(self, finding: Finding) -> Finding:
        """A finding about an expense that is typed here too stands under that field."""
        for place, expense in enumerate(self.case.expenses):
            if expense.kind in self.paid and finding.field == f"expenses[{place}].amount":
                return replace(finding, field=f"expenses.{expense.kind.value}")
        return finding

    def retranslate(self) -> None:
        """Say every text in the language in use."""
        self._place.set_texts(_("Where they live"))
        self.region.set_texts(_("Region"))
        self.german_community.set_texts(
            _("German-speaking Community"),
            _("Its own rights and family benefits are then looked at; the prices stay those of Wallonia."),
        )
        self.tenure.set_texts(_("They live there as"))
        self._cost.set_texts(_("What it costs"), _("The same amounts stand on the page of expenses."))
        self._dwelling.set_texts(_("The dwelling"))
        self.social_energy_tariff.set_texts(
            _("Social tariff for energy"),
            _("For instance with the integration income or a disability allowance; BIM alone is not enough."),
        )
        self.new_lease.set_texts(_("New lease"), _("Where no rent is typed, the rents of new leases are counted."))
        self.show_again()

    def _show_cost(self, case: CaseFile) -> None:
        asked = _PAID_HERE[case.dwelling.tenure]
        for kind, field in self.paid.items():
            row = changes.expense_of_kind(case, kind)
            field.set_value(row.amount if row else None)
            field.setVisible(kind in asked or row is not None)
            field.set_texts(
                _("{kind}, {period}").format(kind=label(kind), period=label(row.period if row else Period.MONTH))
            )
        self._cost.setVisible(any(not field.isHidden() for field in self.paid.values()))

    def _say_assumed(self) -> None:
        """What is counted where nothing is typed."""
        unknown = self.heating.value() is None
        self.heating.set_texts(_("Heating"), _("Not chosen: counted as natural gas.") if unknown else "")
        bedrooms = _("Empty: as many as the household needs.")
        assessment = self.live.assessment
        if assessment is not None and not assessment.circumstances.bedrooms_given:
            counted = assessment.circumstances.numbers["bedrooms"]
            bedrooms = _("Empty: counted with {count}, as many as the household needs.").format(count=counted)
        self.bedrooms.set_texts(_("Bedrooms"), bedrooms)

    def _settled(self) -> Change:
        return partial(changes.change_region, region=self.region.value())

    def _in_community(self) -> Change:
        return partial(changes.change_community, german=self.german_community.value())

    def _held(self) -> Change:
        return partial(changes.change_dwelling, tenure=self.tenure.value())

    def _heated(self) -> Change:
        return partial(changes.change_dwelling, heating=self.heating.value())

    def _bedrooms_counted(self) -> Change:
        return partial(changes.change_dwelling, bedrooms=self.bedrooms.value())

    def _tariff_chosen(self) -> Change:
        return partial(changes.change_dwelling, social_energy_tariff=self.social_energy_tariff.value())

    def _lease_new(self) -> Change:
        return partial(changes.change_dwelling, new_lease=self.new_lease.value())

    def _paid(self, kind: ExpenseKind) -> Change:
        amount: Decimal | None = self.paid[kind].value()
        return partial(changes.pay_for, kind=kind, amount=amount)

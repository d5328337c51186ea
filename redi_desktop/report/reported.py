"""What a document about a result is made from, and the words that stand in every one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.engine.money import Period
from redi_desktop.engine.policy import Policy
from redi_desktop.formatting import date_long
from redi_desktop.i18n import _, language
from redi_desktop.report.content import Letterhead, Particulars
from redi_desktop.report.letters import letters_in
from redi_desktop.report.occasion import Choices, Occasion
from redi_desktop.words.persons import names
from redi_desktop.words.vocabulary import label

NOTHING = "–"
"""Stands in a cell where there is no amount."""
SHORT_FINGERPRINT = 12


@dataclass(frozen=True, slots=True)
class Reported(Occasion):
    """A case with its assessment, who writes and on which day."""

    assessment: Assessment

    @classmethod
    def about(
        cls, case: CaseFile, assessment: Assessment, letterhead: Letterhead, today: date, choices: Choices
    ) -> Reported:
        """Name the persons and find the texts in the current language."""
        texts = letters_in(language(), choices.letters)
        return cls(case, letterhead, today, choices, names(case.household.persons), texts, assessment)

    @property
    def pack(self) -> BasketPack:
        """The baskets that were used."""
        return self.assessment.parameters.pack

    @property
    def policy(self) -> Policy | None:
        """The policy that was used."""
        return self.assessment.proposal.policy

    @property
    def parameters_used(self) -> tuple[str, ...]:
        """The baskets and the policy, each with its version and the beginning of its fingerprint."""
        used = [_named(self.pack.id, self.pack.version, self.pack.fingerprint)]
        if self.policy is not None:
            used.append(_named(self.policy.id, self.policy.version, self.policy.fingerprint))
        return tuple(used)

    def about_case(self, date_name: str) -> Particulars:
        """The particulars of the case at the head of a document; ``date_name`` names its day."""
        pairs = [
            (_("Case"), self.reference or NOTHING),
            (_("Applicant"), self.applicant or NOTHING),
            (date_name, date_long(self.today)),
            (_("Date of the budget"), date_long(self.assessment.reference_date)),
        ]
        return Particulars(tuple(pairs), short=True)


def _named(name: str, version: str, fingerprint: str) -> str:
    return f"{name} {version} · {fingerprint[:SHORT_FINGERPRINT]}"


def with_period(amount: str, period: Period) -> str:
    """An amount as it was told: ``650,00 € per month``."""
    return _("{amount} {period}").format(amount=amount, period=label(period))


def yes_no(value: bool) -> str:
    """The word for true or false."""
    return _("Yes") if value else _("No")


def notes(*parts: str) -> str:
    """Notes for one cell, a line each; those that are empty are left out."""
    return "\n".join(part.strip() for part in parts if part.strip())

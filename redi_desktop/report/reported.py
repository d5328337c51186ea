"""What a document is made from, and the words that stand in every document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.engine.money import Period
from redi_desktop.formatting import date_short
from redi_desktop.i18n import _, language
from redi_desktop.report.content import Footer, Letterhead
from redi_desktop.version import program_version
from redi_desktop.words.persons import names
from redi_desktop.words.vocabulary import label

NOTHING = "–"
"""Stands in a cell where there is no amount."""
SHORT_FINGERPRINT = 12


@dataclass(frozen=True, slots=True)
class Reported:
    """A case, its assessment, who writes and on which day; ``persons`` gives a name for each identifier."""

    case: CaseFile
    assessment: Assessment
    letterhead: Letterhead
    today: date
    persons: Mapping[str, str]

    @classmethod
    def of(cls, case: CaseFile, assessment: Assessment, letterhead: Letterhead, today: date) -> Reported:
        """Name the persons in the current language."""
        return cls(case, assessment, letterhead, today, names(case.household.persons))

    @property
    def pack(self) -> BasketPack:
        """The baskets that were used."""
        return self.assessment.parameters.pack

    @property
    def applicant(self) -> str:
        """The applicant's name; empty where it was not typed."""
        person = self.case.applicant
        return person.name.strip() if person else ""

    def person(self, identifier: str | None) -> str:
        """How a person is called; empty for nobody in particular."""
        return self.persons.get(identifier, identifier) if identifier else ""


def footer(reported: Reported) -> Footer:
    """What stands at the foot of every page of every document."""
    pack = reported.pack
    day = date_short(reported.today)
    reference = reported.case.reference.strip()
    case = _("Case {reference} · {day}").format(reference=reference, day=day) if reference else day
    origin = f"REDI Desktop {program_version()} · {pack.id} {pack.version} · {pack.fingerprint[:SHORT_FINGERPRINT]}"
    return Footer(case=case, origin=origin, page=_("Page {page} of {pages}"))


def unprintable() -> str:
    """What a document says where a typed character is in none of its fonts."""
    return _(
        "Some characters that were typed cannot be printed here and stand as [?]. "
        "The same document as a web page (HTML) shows them."
    )


def in_language(texts: Mapping[str, str]) -> str:
    """The text of a pack in the current language, else in the first one that it has."""
    return texts.get(language()) or next(iter(texts.values()), "")


def with_period(amount: str, period: Period) -> str:
    """An amount as it was told: ``650,00 € per month``."""
    return _("{amount} {period}").format(amount=amount, period=label(period))


def yes_no(value: bool) -> str:
    """The word for true or false."""
    return _("Yes") if value else _("No")


def notes(*parts: str) -> str:
    """Notes for one cell, a line each; those that are empty are left out."""
    return "\n".join(part.strip() for part in parts if part.strip())

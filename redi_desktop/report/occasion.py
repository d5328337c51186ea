"""What every document is made from: a case, who writes, on which day, with whose texts. No result is needed for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from redi_desktop.casefile.judgement import decide_by, ends_on, notify_by
from redi_desktop.casefile.model import CaseFile
from redi_desktop.formatting import date_long, date_short, money
from redi_desktop.i18n import _, language, ngettext
from redi_desktop.report.content import Block, Document, DocumentKind, Footer, Letterhead, Particulars, TypeSize
from redi_desktop.report.letters import Letters, letters_in
from redi_desktop.version import program_version
from redi_desktop.words.persons import names, typed_name

MONTHS_OF_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a CPAS and its worker choose about their documents.

    ``pseudonym``: persons are called by their place in the household, also in typed texts. ``letters``: the folder with
    the CPAS's own texts (``fr.toml`` …). ``kept_months``: how long a case is kept after it is closed.
    """

    pseudonym: bool = False
    letters: Path | None = None
    kept_months: int | None = None


USUAL = Choices()
"""Names as typed, the program's own texts, a delay that is not known."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A case, who writes and on which day; ``persons`` gives a name for each identifier."""

    case: CaseFile
    letterhead: Letterhead
    today: date
    choices: Choices
    persons: Mapping[str, str]
    letters: Letters

    @classmethod
    def of(cls, case: CaseFile, letterhead: Letterhead, today: date, choices: Choices) -> Occasion:
        """Name the persons and find the texts in the current language."""
        texts = letters_in(language(), choices.letters)
        return cls(case, letterhead, today, choices, names(case.household.persons), texts)

    @property
    def reference(self) -> str:
        """The reference of the case; empty where none was typed."""
        return self.case.reference.strip()

    @property
    def applicant(self) -> str:
        """The applicant's name; empty where it was not typed."""
        person = self.case.applicant
        return typed_name(person) if person else ""

    @property
    def parameters_used(self) -> tuple[str, ...]:
        """The packs and the policy that the content rests on, each with its version; none without a result."""
        return ()

    def person(self, identifier: str | None) -> str:
        """How a person is called; empty for nobody in particular."""
        return self.persons.get(identifier, identifier) if identifier else ""

    def say(self, block: str) -> tuple[str, ...]:
        """A block of the CPAS's texts, with what is known of this case in its places."""
        return self.letters.say(block, _values(self))

    def footer(self, with_texts: bool = False) -> Footer:
        """What stands at the foot of every page; ``with_texts`` also says of which date the CPAS's texts are."""
        day = date_short(self.today)
        case = _("Case {reference} · {day}").format(reference=self.reference, day=day) if self.reference else day
        origin = [f"REDI Desktop {program_version()}", *self.parameters_used]
        if with_texts:
            words = _("texts {version} of {day}")
            origin.append(words.format(version=self.letters.version, day=date_short(self.letters.written_on)))
        return Footer(case=case, origin=" · ".join(origin), page=_("Page {page} of {pages}"))

    def document(
        self,
        kind: DocumentKind,
        title: str,
        subject: str,
        particulars: Particulars,
        blocks: tuple[Block, ...],
        *,
        size: TypeSize = TypeSize.STANDARD,
        most_pages: int | None = None,
        closes_up: bool = False,
        with_texts: bool = False,
    ) -> Document:
        """A document of this occasion."""
        return Document(
            kind=kind,
            language=language(),
            title=title,
            subject=subject,
            day=self.today,
            reference=self.reference,
            letterhead=self.letterhead,
            particulars=particulars,
            blocks=blocks,
            footer=self.footer(with_texts),
            unprintable=unprintable(),
            size=size,
            most_pages=most_pages,
            closes_up=closes_up,
        )


def _values(occasion: Occasion) -> dict[str, str]:
    """What the program can fill into the places of the CPAS's texts."""
    case, head = occasion.case, occasion.letterhead
    asked, decision = case.request.date, case.decision
    days = {
        "requested_on": asked,
        "decide_by": decide_by(asked) if asked else None,
        "decided_on": decision.decided_on,
        "notify_by": notify_by(decision.decided_on) if decision.decided_on else None,
        "starts_on": decision.starts_on,
        "ends_on": ends_on(decision),
        "review_on": decision.review_on,
    }
    values = {name: date_long(day) for name, day in days.items() if day is not None}
    texts = {"cpas": head.cpas_name, "worker": head.worker_name, "worker_contact": head.worker_contact}
    values |= {name: " ".join(text.split()) for name, text in texts.items()}
    if decision.amount is not None:
        values["amount"] = money(decision.amount)
    if decision.months is not None:
        values["months"] = months_words(decision.months)
    if not occasion.letters.cpas["kept_for"] and occasion.choices.kept_months is not None:
        duration = duration_words(occasion.choices.kept_months)
        values["kept_for"] = _("{duration} after it is closed").format(duration=duration)
    return values


def months_words(count: int) -> str:
    """So many months."""
    return ngettext("{count} month", "{count} months", count).format(count=count)


def duration_words(months: int) -> str:
    """Months, or years where they are whole."""
    years, rest = divmod(months, MONTHS_OF_YEAR)
    if rest or not years:
        return months_words(months)
    return ngettext("{count} year", "{count} years", years).format(count=years)


def unprintable() -> str:
    """What a document says where a typed character is in none of its fonts."""
    return _(
        "Some letters that were typed cannot be printed here: they are written in Latin letters or stand as [?]. "
        "The same document as a web page (HTML) shows them."
    )

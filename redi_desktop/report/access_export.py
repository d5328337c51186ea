"""Everything that is kept about a person, on paper, for their right of access (GDPR, article 15).

Made from the plain data of :mod:`redi_desktop.store.access_export`, which are given beside it as a file: the document
says in words what the file says to the last detail.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from redi_desktop.casefile.json_form import from_data
from redi_desktop.casefile.judgement import Verdict
from redi_desktop.formatting import date_long, date_short, money, time_short
from redi_desktop.i18n import _, language, ngettext
from redi_desktop.report.access_case import amounts, case_blocks, day_word, table
from redi_desktop.report.content import (
    Block,
    Bullets,
    Column,
    Document,
    DocumentKind,
    Footer,
    Heading,
    Letterhead,
    NotedText,
    Paragraph,
    Particulars,
    Row,
    Tone,
)
from redi_desktop.report.reported import NOTHING, notes
from redi_desktop.words.vault_sentences import ACTS
from redi_desktop.words.vocabulary import label


def access_export(told: Mapping[str, Any], letterhead: Letterhead, today: date) -> Document:
    """The document in the current language; ``told`` is in the form ``redi-access/1``."""
    cases = told["cases"]
    blocks: list[Block] = [Paragraph(_introduction()), Paragraph(_rights(), Tone.QUIET)]
    for case in cases:
        blocks += _case(case)
    count = ngettext("{count} case", "{count} cases", len(cases)).format(count=len(cases))
    return Document(
        kind=DocumentKind.INFORMATION_SHEET,
        language=language(),
        title=_("Everything we keep about you"),
        subject=_("Right of access, GDPR article 15"),
        day=today,
        reference="",
        letterhead=letterhead,
        particulars=Particulars(((_("Date"), date_long(today)), (_("Given"), count)), short=True),
        blocks=tuple(blocks),
        footer=Footer("", "REDI Desktop", _("Page {page} of {pages}")),
        unprintable=_("Some characters that were typed cannot be printed here and stand as [?]."),
    )


def _introduction() -> str:
    return _(
        "This is all that this social worker's program keeps about you: what you told, what was computed from it, what "
        "was decided, and what was done with it and when. The file given with this document says the same in a form "
        "that another program can read."
    )


def _rights() -> str:
    return _(
        "You may ask that what is wrong be corrected. It is kept in one encrypted file on the worker's computer and in "
        "its backups, and nowhere else, as long as nobody has exported it."
    )


def _case(told: Mapping[str, Any]) -> Iterator[Block]:
    case = from_data(told["case"])
    yield Heading(case.reference or case.title or _("Case"))
    yield _kept(told)
    yield from case_blocks(case)
    yield from _results(told["results"])
    yield from _decisions(told["decisions"])
    yield from _half_typed(told["half_typed"])
    yield from _journal(told["journal"])


def _kept(told: Mapping[str, Any]) -> Particulars:
    kept = told["kept"]
    months = kept["months_kept_after_closing"]
    pairs = [
        (_("Last saved"), _moment(kept["last_saved_at"])),
        (_("Found under"), " ".join(kept["found_under_the_words"]) or NOTHING),
        (_("Closed on"), _day(kept["closed_on"])),
        (_("Earlier states kept"), str(len(told["earlier_states"]))),
    ]
    if months is not None:
        words = ngettext("{count} month after closing", "{count} months after closing", months)
        pairs.append((_("Kept for"), words.format(count=months)))
    return Particulars(tuple(pairs))


def _results(results: Sequence[Mapping[str, Any]]) -> Iterator[Block]:
    rows = [
        Row(
            (
                _moment(result["frozen_at"]),
                money(Decimal(result["result"]["retained_budget"]["total"])),
                money(Decimal(result["result"]["income"]["total"])),
                money(Decimal(result["result"]["balance"])),
            )
        )
        for result in results
    ]
    heads = (Column(_("Kept on")), amounts(_("Needed")), amounts(_("What comes in")), amounts(_("Balance")))
    yield from table(_("Results"), heads, rows)


def _decisions(decisions: Sequence[Mapping[str, Any]]) -> Iterator[Block]:
    heads = (Column(_("Decided on")), Column(_("Decision"), share=3), amounts(_("Per month")))
    yield from table(_("Decisions"), heads, [_decision(noted["decision"]) for noted in decisions])


def _decision(decision: Mapping[str, Any]) -> Row:
    amount, verdict = decision.get("amount"), decision.get("verdict")
    said = NotedText(
        label(Verdict(verdict)) if verdict else NOTHING,
        notes(str(decision.get("reasons", "")), str(decision.get("conditions", ""))),
    )
    return Row((_day(decision.get("decided_on")), said, money(Decimal(amount)) if amount is not None else NOTHING))


def _half_typed(drafts: Mapping[str, str]) -> Iterator[Block]:
    if drafts:
        yield Heading(_("Typed and not finished"), 3)
        yield Bullets(tuple(drafts.values()))


def _journal(entries: Sequence[Mapping[str, Any]]) -> Iterator[Block]:
    rows = [Row((_moment(entry["at"]), _(ACTS.get(entry["act"], ACTS["other"])))) for entry in entries]
    yield from table(_("What was done with it"), (Column(_("When")), Column(_("What"), share=2)), rows)


def _day(written: str | None) -> str:
    return day_word(date.fromisoformat(written) if written else None)


def _moment(written: str) -> str:
    moment = datetime.fromisoformat(written).astimezone()
    return f"{date_short(moment)} {time_short(moment)}"

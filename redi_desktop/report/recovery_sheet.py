"""The recovery sheet of a vault: one page to print, in French and in Dutch, and to put away in a safe."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from redi_desktop.formatting import date_long
from redi_desktop.i18n import _, language, speaking
from redi_desktop.report.content import (
    Bullets,
    Column,
    Document,
    DocumentKind,
    Footer,
    Heading,
    Letterhead,
    Particulars,
    Row,
    Table,
    TypeSize,
)

LANGUAGES = ("fr", "nl")
IN_A_ROW = 4


def recovery_sheet(groups: Sequence[str], vault: str, letterhead: Letterhead, today: date) -> Document:
    """The sheet with the groups of a recovery code (:attr:`redi_desktop.store.recovery.RecoveryCode.groups`).

    It says the same in both languages, the one in use first; ``vault`` is the vault's identifier.
    """
    first = language() if language() in LANGUAGES else LANGUAGES[0]
    second = next(code for code in LANGUAGES if code != first)
    with speaking(second):
        other_title, in_other = _("Recovery sheet"), _explained()
    with speaking(first):
        return Document(
            kind=DocumentKind.INFORMATION_SHEET,
            language=first,
            title=_("Recovery sheet"),
            subject=other_title,
            day=today,
            reference="",
            letterhead=letterhead,
            particulars=Particulars(((_("Vault"), vault[:8]), (_("Date"), date_long(today))), short=True),
            blocks=(_code(groups), _explained(), Heading(other_title), in_other),
            footer=Footer("", "REDI Desktop", _("Page {page} of {pages}")),
            unprintable="",
            size=TypeSize.LARGE,
            most_pages=1,
        )


def _code(groups: Sequence[str]) -> Table:
    """The groups, four in a row, named by their numbers: what is typed wrongly is told by the number of its group."""
    rows = []
    for at in range(0, len(groups), IN_A_ROW):
        name = _("Groups {first} to {last}").format(first=at + 1, last=at + IN_A_ROW)
        rows.append(Row((name, *groups[at : at + IN_A_ROW])))
    return Table(_("Code of the recovery sheet"), (Column(_("Code"), share=2), *[Column("")] * IN_A_ROW), tuple(rows))


def _explained() -> Bullets:
    """What the sheet is, in the current language."""
    return Bullets(
        (
            _("This code opens the vault without a passphrase. Whoever reads it can read every case."),
            _("Keep this sheet in a safe of the CPAS, in a sealed envelope, away from the computer."),
            _("Passphrase lost: on the first screen choose “I have lost my passphrase” and type the code."),
            _("If somebody may have seen the sheet, renew the key of the vault in the settings and print a new sheet."),
            _("Do not photograph it, do not send it, do not keep it in a file."),
        )
    )

"""The parameters that a result rests on: each with its version, from when it holds, and its whole fingerprint."""

from __future__ import annotations

from typing import NamedTuple

from redi_desktop.formatting import date_short, month_long
from redi_desktop.i18n import _
from redi_desktop.report.content import Block, Column, Heading, NotedText, Row, Table
from redi_desktop.report.reported import SHORT_FINGERPRINT, Reported
from redi_desktop.version import program_version
from redi_desktop.words.pack_texts import in_language


class Used(NamedTuple):
    """Something that the result rests on."""

    name: str
    title: str
    version: str
    since: str
    fingerprint: str

    @property
    def short(self) -> str:
        """Title, version and the beginning of the fingerprint on one line."""
        return f"{self.title} · {self.version} · {self.fingerprint[:SHORT_FINGERPRINT]}"


def parameters_used(reported: Reported) -> list[Used]:
    """Baskets, policy, legal tables and rights, as far as they were used."""
    parameters, pack, policy = reported.assessment.parameters, reported.pack, reported.policy
    since = month_long(pack.valid_from.first_day())
    used = [Used(_("Baskets"), in_language(pack.title), pack.version, since, pack.fingerprint)]
    if policy is not None:
        title, day = in_language(policy.title), date_short(policy.valid_from)
        used.append(Used(_("Policy"), title, policy.version, day, policy.fingerprint))
    if parameters.legal is not None:
        legal = parameters.legal
        since = month_long(legal.valid_from.first_day())
        used.append(Used(_("Legal amounts"), in_language(legal.title), legal.version, since, legal.fingerprint))
    if parameters.rights is not None:
        rights = parameters.rights.pack
        since = month_long(rights.valid_from.first_day())
        used.append(
            Used(_("Catalogue of rights"), in_language(rights.title), rights.version, since, rights.fingerprint)
        )
    return used


def parameters_section(reported: Reported) -> list[Block]:
    """A row for each of them, and the program itself."""
    columns = (
        Column(_("Parameters"), share=3),
        Column(_("Version"), share=2),
        Column(_("In force since"), share=2),
        Column(_("Fingerprint"), share=7),
    )
    rows = [
        Row((NotedText(used.name, used.title), used.version, used.since, used.fingerprint))
        for used in parameters_used(reported)
    ]
    program = _("Rules of computation, version {version}").format(version=reported.assessment.engine_version)
    rows.append(Row((NotedText("REDI Desktop", program), program_version(), "", "")))
    return [Heading(_("Parameters used")), Table(_("Parameters used"), columns, tuple(rows))]

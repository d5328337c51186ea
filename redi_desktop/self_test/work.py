"""The work of a day on one invented case: kept in a vault, assessed, written up."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from redi_desktop.casefile.model import CaseFile
from redi_desktop.demo import demo_cases
from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.self_test import expect

if TYPE_CHECKING:
    from redi_desktop.store.key_cost import KeyLimits

PASSPHRASE = "sept mots pour un essai de coffre"
_SOLID_PICTURE = 1
"""A page on which nothing is drawn has one colour."""


def vault(place: Path) -> str:
    """A vault is made, closed, refused to a wrong passphrase, opened, searched, backed up and checked."""
    from redi_desktop.store.key_cost import SAFE_LIMITS, KeyLimits
    from redi_desktop.store.vault import Vault

    case, limits = demo_cases()[0], KeyLimits(floor=SAFE_LIMITS.floor, cap=SAFE_LIMITS.floor)
    with Vault.create(place / "vault", PASSPHRASE, limits=limits) as made:
        made.cases.save(case, "self_test")
        result = made.assessments.freeze(case, _assessed(case))
    _expect_refused(place / "vault", limits)
    with Vault.open(place / "vault", PASSPHRASE, limits=limits) as opened:
        expect(opened.cases.load(case.id) == case, "the case came back changed")
        expect(not opened.recompute(result).differences, "the result computes to something else")
        made_backup = opened.backups.make()
        expect(not opened.backups.verify(made_backup), "the backup has a fault")
        check = opened.verify()
        expect(check.fine, f"the vault has faults: {', '.join(fault.kind.value for fault in check.faults)}")
        row = opened.contents.database.row("PRAGMA cipher_version")
    _expect_nothing_readable(place, case)
    return f"SQLCipher {row[0] if row else '?'}; made, refused, opened, backed up, {check.entries} journal entries"


def _expect_refused(folder: Path, limits: KeyLimits) -> None:
    from redi_desktop.errors import WrongPassphrase
    from redi_desktop.store.vault import Vault

    try:
        Vault.open(folder, PASSPHRASE + "!", limits=limits).close()
    except WrongPassphrase:
        return
    expect(False, "a wrong passphrase opened the vault")


def _expect_nothing_readable(place: Path, case: CaseFile) -> None:
    words = [person.name for person in case.facts.household.persons if person.name]
    expect(words, "the invented case has no name in it")
    for file in place.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        expect(not any(word.encode() in content for word in words), f"{file.name} holds a name in plain text")


def assessment(_: Path) -> str:
    """Every invented case computes, and its lines add up to its total."""
    parameters, cases = _parameters(), demo_cases()
    for case in cases:
        assessed = assess(case.facts, parameters)
        expect(
            sum(line.amount for line in assessed.reference.lines) == assessed.retained.reference_total,
            "the lines do not add up",
        )
    first = assess(cases[0].facts, parameters)
    return f"{len(cases)} cases; the first needs {first.retained.total}, has {first.income_total}"


def documents(place: Path) -> str:
    """The report for the committee is written as a tagged PDF in French and in Dutch, and can be read and drawn."""
    from redi_desktop.report.make import make, write

    case, told = demo_cases()[0], []
    for language in ("fr", "nl"):
        path = place / f"report-{language}.pdf"
        write(make("social-report", case, _assessed(case), "CPAS", language, date(2026, 1, 1)), path)
        told.append(f"{language} {_pages(path)} pages")
    return "PDF " + ", ".join(told)


def _pages(path: Path) -> int:
    import pikepdf
    import pypdfium2

    with pikepdf.open(path) as written:
        expect("/StructTreeRoot" in written.Root, "the document has no structure for screen readers")
    opened = pypdfium2.PdfDocument(path.read_bytes())
    try:
        drawn = bytes(opened[0].render(scale=0.5).buffer)
        expect(len(set(drawn)) > _SOLID_PICTURE, "the first page is empty")
        return len(opened)
    finally:
        opened.close()


def workbook(place: Path) -> str:
    """A list goes to a workbook and can be read back."""
    import openpyxl

    from redi_desktop.report.exports.listing import Listing, write_listing

    path = place / "listing.xlsx"
    write_listing(Listing("List", ("name", "amount"), frozenset(), (("Çelik", 1),)), path, date(2026, 1, 1))
    read = openpyxl.load_workbook(path, read_only=True)
    try:
        values = [row for sheet in read for row in sheet.iter_rows(values_only=True)]
    finally:
        read.close()
    expect(any("Çelik" in row for row in values), "the workbook lost a name")
    return f"{len(values)} rows"


def _parameters() -> Parameters:
    from redi_desktop.packs.embedded import parameters_of_program

    return parameters_of_program()


def _assessed(case: CaseFile) -> Assessment:
    return assess(case.facts, _parameters())

"""The pages: tagged, in embedded fonts, the same each time, and whole however long the case is."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from redi_desktop.casefile.model import CaseFile
from redi_desktop.demo import demo_cases
from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.report.content import DocumentKind
from redi_desktop.report.make import to_bytes
from tests.report import reported_cases as cases
from tests.report.extraction import Element, fonts, operations, page_texts, structure, whole_text

KINDS = tuple(kind.value for kind in DocumentKind)
WITH_A_PICTURE = ("social-report", "person-copy", "scenarios")
HEADINGS = ("/H1", "/H2", "/H3")


def pdf_of(kind: str) -> bytes:
    return small_pdf(kind)


def small(kind: str) -> CaseFile:
    """A case whose document is quickly made: the annex of one person."""
    return cases.shared_case("single-namur-2022") if kind == "explanation" else cases.judged()


@cache
def small_pdf(kind: str) -> bytes:
    """That document in Dutch."""
    if kind != "explanation":
        return cases.namur_pdf(kind, "nl")
    return to_bytes(cases.document(small(kind), kind, "nl"), "pdf")


def crowded() -> CaseFile:
    """Twenty persons and sixty expenses, one of them with a reason longer than a page."""
    adult = {"id": "p1", "role": "applicant", "name": "Anne-Charlotte " * 9, "birth_date": "1980-01-01", "sex": "f"}
    births = {n: f"{2009 + n % 14}-02-03" for n in range(2, 21)}
    others = [
        {"id": f"p{n}", "role": "child", "name": f"Enfant {n}", "birth_date": birth, "sex": "fm"[n % 2]}
        for n, birth in births.items()
    ]
    kinds = [kind.value for kind in ExpenseKind]
    reasons = [f"motif{n} " * (1500 if n == 7 else 5) for n in range(60)]
    expenses = [
        {"id": f"e{n}", "kind": kinds[n % len(kinds)], "amount": f"{n}.37", "reason": reason}
        for n, reason in enumerate(reasons)
    ]
    people: dict[str, Any] = {"region": "brussels", "persons": [adult, *others]}
    return cases.namur(household=people, expenses=expenses, incomes=[])


@cache
def crowded_pdf() -> bytes:
    return to_bytes(cases.document(crowded()), "pdf")


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_case_gives_the_same_bytes(kind):
    assert to_bytes(cases.document(small(kind), kind, "nl"), "pdf") == small_pdf(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_it_names_its_language_and_title_and_is_tagged(kind):
    document = cases.document(small(kind), kind, "nl")
    with pikepdf.open(BytesIO(small_pdf(kind))) as pdf:
        assert str(pdf.Root.Lang) == "nl"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo.Title) == document.title
        assert str(pdf.docinfo.CreationDate).startswith("D:20260720000000+00")
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == document.title


@pytest.mark.parametrize("kind", KINDS)
def test_every_font_is_embedded_and_our_own(kind):
    found = fonts(pdf_of(kind))
    assert all(found.values())
    assert all("NotoSans" in name for name in found)


@pytest.mark.parametrize("kind", KINDS)
def test_every_table_has_heads_in_scope_and_every_figure_its_alternative(kind):
    tree = structure(pdf_of(kind))
    assert tree.tag == "Document"
    for table in tree.all("Table"):
        heads = table.all("TH")
        assert heads
        assert all(head.attributes["Scope"] in ("Column", "Row") for head in heads)
    assert all(len(figure.alternative) > 100 for figure in tree.all("Figure"))
    assert bool(tree.all("Figure")) == (kind in WITH_A_PICTURE)


def marks(page: pikepdf.Page) -> list[str]:
    """The tags of what a page holds, from top to bottom; what is no part of the text is left out."""
    return [str(operands[0]) for operands, sign in operations(page) if sign == "BDC"]


@pytest.mark.parametrize("content", [*(pytest.param(kind, id=kind) for kind in KINDS), "crowded"])
def test_no_page_ends_with_a_heading(content):
    with pikepdf.open(BytesIO(crowded_pdf() if content == "crowded" else pdf_of(content))) as pdf:
        assert [marks(page)[-1] for page in pdf.pages if marks(page)[-1] in HEADINGS] == []


def test_everything_drawn_is_either_marked_or_no_part_of_the_text():
    with pikepdf.open(BytesIO(pdf_of("social-report"))) as pdf:
        for page in pdf.pages:
            depth = 0
            for operands, sign in operations(page):
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(sign, 0)
                assert depth > 0 or sign not in ("Tj", "re", "l", "S", "f"), (operands, sign)
            assert depth == 0


def test_every_page_says_its_number_the_case_and_the_baskets():
    pack = cases.parameters().pack
    pages = page_texts(pdf_of("social-report"))
    for place, text in enumerate(pages, 1):
        assert "2026-0042" in text
        assert pack.fingerprint[:12] in text
        assert f"{place} " in text
        assert f" {len(pages)}" in text


def expense_table(tree: Element) -> list[Element]:
    tables = [table for table in tree.all("Table") if "Summary" in table.attributes]
    return max(tables, key=lambda table: len(table.children)).children


def test_a_long_case_is_whole_and_each_head_is_read_once():
    rows = expense_table(structure(crowded_pdf()))
    assert len(rows) == 1 + 60 + 1
    for place in range(60):
        assert f"motif{place} " in rows[1 + place].children[2].text + " "


def test_a_reason_longer_than_a_page_stays_one_cell():
    cell = expense_table(structure(crowded_pdf()))[1 + 7].children[2]
    assert cell.text.split().count("motif7") == 1500


@pytest.mark.parametrize("typed", ["x" * 5000, "mot " * 1500])
def test_no_text_is_too_long_for_a_document(typed):
    """A word or a first row longer than a page, a name without end: files made elsewhere may bring them."""
    case = cases.namur(expenses=[{"id": "e1", "kind": "rent", "amount": "650", "reason": typed}])
    spoken = replace(case.opinion, person_view=typed)
    applicant = replace(case.household.persons[0], name=typed)
    household = replace(case.household, persons=(applicant, *case.household.persons[1:]))
    document = cases.document(replace(case, opinion=spoken, household=household))
    with pikepdf.open(BytesIO(to_bytes(document, "pdf"))) as made:
        assert len(made.pages) > 4


def test_heads_are_printed_again_on_each_page():
    head = expense_table(structure(crowded_pdf()))[0].children[0].text
    assert sum(f" {head} " in f" {text} " for text in page_texts(crowded_pdf())) > 3


def test_what_was_typed_is_never_markup():
    typed = '<b>gras</b> & <img src="http://example.org/x.png"/> <para> &amp; </font>'
    case = cases.namur(request={"reason": typed, "informed": "sheet"})
    assert typed in whole_text(to_bytes(cases.document(case), "pdf"))
    html = to_bytes(cases.document(case), "html").decode()
    assert "<b>gras" not in html
    assert "&lt;b&gt;gras&lt;/b&gt; &amp; &lt;img" in html


def test_no_amount_is_broken_over_two_lines():
    reason = "Montant de 1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567,89\N{NO-BREAK SPACE}€ " * 40
    case = cases.namur(request={"reason": reason, "informed": "sheet"})
    texts = [element.text for element in structure(to_bytes(cases.document(case), "pdf")).all("P")]
    text = max(texts, key=len)
    assert text.count("1 234 567,89 €") == 40


def test_a_character_without_a_glyph_becomes_a_visible_mark_and_is_told():
    case = cases.namur(request={"reason": "Nom: محمد بن علي, 😀, 李小龍, Żółć, Щукина, Ελένη", "informed": "sheet"})
    document = cases.document(case)
    text = whole_text(to_bytes(document, "pdf"))
    assert "Nom: mhmd bn ’ly, [?], [?], Żółć, Щукина, Ελένη" in text
    assert document.unprintable.replace("\N{NO-BREAK SPACE}", " ") in text
    assert "محمد بن علي" in to_bytes(document, "html").decode()


def test_nothing_is_replaced_in_an_ordinary_document():
    for kind in KINDS:
        assert "[?]" not in whole_text(pdf_of(kind))


def test_a_report_is_set_a_little_smaller_where_that_saves_a_nearly_bare_page():
    couple = cases.document(demo_cases()[2], language="fr")
    closed, open_ = (to_bytes(one, "pdf") for one in (couple, replace(couple, closes_up=False)))
    assert len(page_texts(closed)) < len(page_texts(open_))

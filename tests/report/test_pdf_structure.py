"""The structure of every document, by the rules of PDF/UA (ISO 14289-1) that a program can check."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from tests.report.extraction import Element, structure
from tests.report.test_pdf_pages import KINDS, pdf_of

ALLOWED = {"L": {"LI"}, "LI": {"Lbl", "LBody"}, "Table": {"TR"}, "TR": {"TH", "TD"}}
"""What may stand directly within an element."""


def cells(row: Element) -> int:
    return sum(int(cell.attributes.get("ColSpan", 1)) for cell in row.children)


@pytest.mark.parametrize("kind", KINDS)
def test_every_element_stands_where_it_may(kind):
    for element in structure(pdf_of(kind)).walk():
        below = {child.tag for child in element.children}
        assert below <= ALLOWED.get(element.tag, below)
        assert not any(tag in below for tag in ("TR", "LI", "LBody")) or element.tag in ALLOWED


@pytest.mark.parametrize("kind", KINDS)
def test_the_rows_of_a_table_have_as_many_cells(kind):
    for table in structure(pdf_of(kind)).all("Table"):
        assert len({cells(row) for row in table.children}) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_no_level_of_headings_is_left_out(kind):
    levels = [int(one.tag[1]) for one in structure(pdf_of(kind)).walk() if one.tag in ("H1", "H2", "H3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("kind", KINDS)
def test_pages_and_figures_can_be_walked_through(kind):
    with pikepdf.open(BytesIO(pdf_of(kind))) as pdf:
        assert all(page.obj.Tabs == pikepdf.Name.S for page in pdf.pages)
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        figures = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"]
        for figure in figures:
            left, bottom, right, top = (float(side) for side in figure.A.BBox)
            assert 0 < left < right < 596
            assert 0 < bottom < top < 842

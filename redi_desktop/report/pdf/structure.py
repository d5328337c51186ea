"""The structure tree written into a finished PDF: what a screen reader walks through.

ISO 32000-1, 14.7 and 14.8, as ISO 14289-1 (PDF/UA) narrows it.
"""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from redi_desktop.report.content import Document
from redi_desktop.report.pdf.tags import Node


def tag(untagged: bytes, root: Node, document: Document) -> bytes:
    """The PDF with its structure, language, title and metadata; the same bytes for the same document."""
    with Pdf.open(BytesIO(untagged)) as pdf:
        _Tree(pdf).write(root)
        _describe(pdf, document)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, min_version="1.7", object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


class _Tree:
    """Writes nodes as structure elements, and for each page which element every mark belongs to."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._elements: dict[int, dict[int, Object]] = {number: {} for number in range(1, len(self._pages) + 1)}

    def write(self, root: Node) -> None:
        """Write the whole tree and tie the pages to it."""
        top = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top.K = Array([self._element(root, top)])
        top.ParentTree = self._pdf.make_indirect(Dictionary(Nums=self._parents()))
        top.ParentTreeNextKey = len(self._pages)
        self._pdf.Root.StructTreeRoot = top
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, node: Node, parent: Object) -> Object:
        element = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{node.tag}"), P=parent))
        if node.alternative:
            element.Alt = String(node.alternative)
        if node.scope or node.summary or node.columns > 1:
            element.A = _table_attributes(node)
        if node.place:
            element.A = Dictionary(O=Name.Layout, BBox=Array([round(Decimal(side), 2) for side in node.place]))
        kids = [self._mark(mark.page, mark.number, element) for mark in node.marks]
        kids += [self._element(child, element) for child in node.children if child.is_drawn]
        element.K = Array(kids)
        return element

    def _mark(self, page: int, number: int, element: Object) -> Object:
        self._elements[page][number] = element
        return Dictionary(Type=Name.MCR, Pg=self._pages[page - 1], MCID=number)

    def _parents(self) -> Array:
        numbers: list[object] = []
        for place, page in enumerate(self._pages):
            page.StructParents = place
            page.Tabs = Name.S
            elements = self._elements[place + 1]
            numbers += [place, self._pdf.make_indirect(Array([elements[key] for key in sorted(elements)]))]
        return Array(numbers)


def _table_attributes(node: Node) -> Dictionary:
    attributes = Dictionary(O=Name.Table)
    if node.summary:
        attributes.Summary = String(node.summary)
    if node.scope:
        attributes.Scope = Name(f"/{node.scope}")
    if node.columns > 1:
        attributes.ColSpan = node.columns
    return attributes


def _describe(pdf: Pdf, document: Document) -> None:
    """Language, title and dates; the date is the document's own, so that two runs are equal."""
    pdf.Root.Lang = String(document.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    written = f"D:{document.day:%Y%m%d}000000+00'00'"
    pdf.docinfo[Name.CreationDate] = String(written)
    pdf.docinfo[Name.ModDate] = String(written)
    if Name.Trapped in pdf.docinfo:
        del pdf.docinfo[Name.Trapped]
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata.load_from_docinfo(pdf.docinfo)
        metadata["dc:language"] = {document.language}
        metadata["pdfuaid:part"] = "1"

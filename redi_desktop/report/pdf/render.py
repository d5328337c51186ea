"""A document as the bytes of a tagged PDF."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

from redi_desktop.report import fonts
from redi_desktop.report.clean_text import clean, fit, map_texts
from redi_desktop.report.content import Callout, Document, Tone
from redi_desktop.report.pdf.pages import lay_out
from redi_desktop.report.pdf.story import story_of
from redi_desktop.report.pdf.structure import tag
from redi_desktop.report.pdf.styles import styles_for
from redi_desktop.report.pdf.tags import Node

SCALES: Final = (1.0, 0.94, 0.88, 0.82)
"""How far the type may be drawn in for a document that has to fit on so many pages."""


def to_pdf(document: Document) -> bytes:
    """Draw a document: the same document gives the same bytes."""
    with _nothing_collected():
        return _drawn(document)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """What is made for a document lives until it is done: looking for garbage meanwhile is a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _drawn(document: Document) -> bytes:
    fonts.register()
    shorter, document = document.shorter, printable(replace(document, shorter=None))
    for scale in SCALES:
        root = Node.document()
        pages, count = lay_out(document, story_of(document, styles_for(document.size, scale), root))
        fits = document.most_pages is None or count <= document.most_pages
        if fits or (scale == SCALES[-1] and shorter is None):
            return tag(pages, root, document)
    return _drawn(shorter or document)


def printable(document: Document) -> Document:
    """The document with characters of the font alone; where one had to be replaced, it says so at its end."""
    cleaned: Document = map_texts(document, clean)
    fitted: Document = map_texts(cleaned, lambda text: fit(text, fonts.covered()))
    if fitted == cleaned:
        return cleaned
    notice = Callout("", (fitted.unprintable,), Tone.ATTENTION)
    return replace(fitted, blocks=(*fitted.blocks, notice))

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
from redi_desktop.report.pdf.pages import LaidOut, lay_out
from redi_desktop.report.pdf.story import story_of
from redi_desktop.report.pdf.structure import tag
from redi_desktop.report.pdf.styles import styles_for
from redi_desktop.report.pdf.tags import Node

SCALES: Final = (1.0, 0.94, 0.88, 0.82)
"""How far the type may be drawn in for a document that has to fit on so many pages."""
SLIGHTLY: Final = (0.97, 0.94)
"""How far it may be drawn in where that saves a page which would be nearly bare."""


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
    if document.most_pages is None:
        return _closed_up(document)
    for scale in SCALES:
        laid, root = _laid_out(document, scale)
        if laid.pages <= document.most_pages or (scale == SCALES[-1] and shorter is None):
            return tag(laid.pdf, root, document)
    return _drawn(shorter or document)


def _closed_up(document: Document) -> bytes:
    """A document of as many pages as it takes, none of them nearly bare where a little smaller type avoids it."""
    laid, root = _laid_out(document)
    for scale in SLIGHTLY if document.closes_up else ():
        if not laid.ends_bare:
            break
        closer, its_root = _laid_out(document, scale)
        if closer.pages < laid.pages:
            laid, root = closer, its_root
    return tag(laid.pdf, root, document)


def _laid_out(document: Document, scale: float = 1.0) -> tuple[LaidOut, Node]:
    root = Node.document()
    return lay_out(document, story_of(document, styles_for(document.size, scale), root)), root


def printable(document: Document) -> Document:
    """The document with characters of the font alone; where one had to be replaced, it says so at its end."""
    cleaned: Document = map_texts(document, clean)
    fitted: Document = map_texts(cleaned, lambda text: fit(text, fonts.covered()))
    if fitted == cleaned:
        return cleaned
    notice = Callout("", (fitted.unprintable,), Tone.ATTENTION)
    return replace(fitted, blocks=(*fitted.blocks, notice))

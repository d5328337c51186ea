"""The structure tree of a PDF while its pages are drawn: nodes in reading order, each with its marks on the pages.

A node is made when the flowable is made; drawing adds marks to it. A paragraph or cell that runs over two pages has two
marks and is still one node (ISO 32000-1, 14.7 and 14.8).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas


class Mark(NamedTuple):
    """A marked piece of a page: the page's number from 1, and the piece's number on it."""

    page: int
    number: int


class Node:
    """An element of the structure: its tag, its children, and what it marks on the pages.

    ``repeats``: it is drawn again at the head of each page; only the first time counts. ``place``: where a figure
    stands on its page, as left, bottom, right and top.
    """

    def __init__(self, tag: str, numbers: dict[int, int], **attributes: object) -> None:
        self.tag = tag
        self.children: list[Node] = []
        self.marks: list[Mark] = []
        self.alternative = str(attributes.get("alternative", ""))
        self.summary = str(attributes.get("summary", ""))
        self.scope = str(attributes.get("scope", ""))
        self.columns = int(str(attributes.get("columns", 1)))
        self.repeats = bool(attributes.get("repeats"))
        self.place: tuple[float, ...] = ()
        self._numbers = numbers

    @classmethod
    def document(cls) -> Node:
        """The root of a new document."""
        return cls("Document", {})

    def child(self, tag: str, **attributes: object) -> Node:
        """A new last child."""
        node = Node(tag, self._numbers, **attributes)
        self.children.append(node)
        return node

    @contextmanager
    def drawn(self, canvas: Canvas) -> Iterator[None]:
        """Mark everything that is drawn inside the block as this node's."""
        self.begin(canvas)
        yield
        end(canvas)

    def begin(self, canvas: Canvas) -> None:
        """Begin a mark; :func:`end` closes it."""
        if self.repeats and self.marks:
            begin_artifact(canvas)
            return
        page = canvas.getPageNumber()
        number = self._numbers.get(page, 0)
        self._numbers[page] = number + 1
        self.marks.append(Mark(page, number))
        canvas.addLiteral(f"/{self.tag} <</MCID {number}>> BDC")

    @property
    def is_drawn(self) -> bool:
        """Whether it or a child stands on a page."""
        return bool(self.marks) or any(child.is_drawn for child in self.children)


def begin_artifact(canvas: Canvas) -> None:
    """Begin what is no part of the text: rules, grounds, page numbers."""
    canvas.addLiteral("/Artifact BMC")


def end(canvas: Canvas) -> None:
    """Close the last mark begun."""
    canvas.addLiteral("EMC")


@contextmanager
def artifact(canvas: Canvas) -> Iterator[None]:
    """Mark everything that is drawn inside the block as no part of the text."""
    begin_artifact(canvas)
    yield
    end(canvas)

"""The manual as a tagged PDF, drawn with the pages, styles and tables of the program's own documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.platypus import CondPageBreak, PageBreak
from reportlab.platypus.flowables import Flowable

from redi_desktop.i18n import _
from redi_desktop.report import colours, content, fonts
from redi_desktop.report.pdf.pages import lay_out
from redi_desktop.report.pdf.paragraphs import TaggedParagraph
from redi_desktop.report.pdf.structure import tag
from redi_desktop.report.pdf.styles import HEIGHT, WIDTH, Styles, colour_of, styles_for
from redi_desktop.report.pdf.tables import Command, grid
from redi_desktop.report.pdf.tags import Node
from tools.manual_pictures import WIDEST
from tools.manual_text import Block, Chapter, Run, picture_file, plain

Pages = dict[str, int]
"""On which page each chapter begins."""
_ROOM = 0.12 * HEIGHT
"""A heading is not begun with less room than this below it."""
_FIRST_ROWS = 0.08 * HEIGHT
"""What a table that follows needs besides: its head and some rows."""
_WIDEST, _TALLEST = 0.8 * WIDTH, 0.55 * HEIGHT
"""How much of the paper a picture takes at most; its words are then still as large as a footnote."""
_GAP = 4.0


class ChapterTitle(TaggedParagraph):
    """A title that notes on which page it came to stand."""

    anchor = ""
    pages: Pages

    def draw(self) -> None:
        """Draw, and note the page."""
        self.pages[self.anchor] = self.canv.getPageNumber()
        super().draw()


class Screen(Flowable):
    """A picture of the window, with its alternative text in the structure."""

    def __init__(self, file: Path, node: Node, styles: Styles) -> None:
        super().__init__()
        self._image, self._node = ImageReader(str(file)), node
        across, down = self._image.getSize()
        scale = min(_WIDEST / WIDEST, _TALLEST / down)
        self.width, self.height = across * scale, down * scale
        self.spaceBefore, self.spaceAfter = 0.3 * styles.step, styles.step

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its own size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it in a hairline."""
        with self._node.drawn(self.canv):
            self.canv.drawImage(self._image, 0, 0, self.width, self.height)
            self.canv.setStrokeColor(colour_of(colours.RULE))
            self.canv.setLineWidth(0.5)
            self.canv.rect(0, 0, self.width, self.height)


def pdf(language: str, title: str, version: str, day: date, chapters: Sequence[Chapter]) -> bytes:
    """The whole PDF; laid out twice, because the contents at its beginning say the pages of the chapters."""
    fonts.register()
    document, pages = _document(language, title, version, day), Pages()
    _drawn(document, pages, version, chapters)
    return tag(*_drawn(document, pages, version, chapters), document)


def _drawn(document: content.Document, pages: Pages, version: str, chapters: Sequence[Chapter]) -> tuple[bytes, Node]:
    """The pages without their structure, and the structure."""
    root = Node.document()
    story = _Story(document.language, root, pages).whole(document.title, version, chapters)
    return lay_out(document, story)[0], root


def _document(language: str, title: str, version: str, day: date) -> content.Document:
    """What the frame of the pages has to know."""
    return content.Document(
        kind=content.DocumentKind.INFORMATION_SHEET,
        language=language,
        title=title,
        subject=title,
        day=day,
        reference="",
        letterhead=content.Letterhead(),
        particulars=content.Particulars(()),
        blocks=(),
        footer=content.Footer(title, version, _("Page {page} of {pages}")),
        unprintable="",
    )


class _Story:
    """Flowables with their nodes, in reading order."""

    def __init__(self, language: str, root: Node, pages: Pages) -> None:
        self._language, self._root, self._pages = language, root, pages
        self._styles = styles_for(content.TypeSize.STANDARD)
        self._makers: dict[str, Callable[[Block], list[Flowable]]] = {
            "heading": self._heading,
            "paragraph": self._paragraph,
            "picture": self._picture,
            "bullets": self._items,
            "numbers": self._items,
            "table": self._table,
            "quote": self._set_apart,
            "typed": self._set_apart,
        }

    def whole(self, title: str, version: str, chapters: Sequence[Chapter]) -> list[Flowable]:
        """Title, contents, chapters."""
        styles = self._styles
        head = _made(escape(title), styles.title, self._root.child("H1"))
        head.spaceAfter = styles.step
        story: list[Flowable] = [head, _made(escape(version), styles.tones[content.Tone.QUIET], self._root.child("P"))]
        story += self._contents(chapters)
        for chapter in chapters:
            story += [PageBreak(), self._title(chapter)]
            for place, block in enumerate(chapter.blocks):
                made = self._makers[block.kind](block)
                if block.kind == "heading":
                    story.append(CondPageBreak(self._room(chapter.blocks[place + 1 :])))
                story += made
        return story

    def _room(self, following: Sequence[Block]) -> float:
        """What a heading needs below it: some lines, or a picture whole with what leads to it."""
        room = _ROOM
        for block in following[:2]:
            if block.kind == "picture":
                return room + Screen(picture_file(self._language, block), Node.document(), self._styles).height
            if block.kind == "table":
                return room + _FIRST_ROWS
        return room

    def _contents(self, chapters: Sequence[Chapter]) -> list[Flowable]:
        node = self._root.child("Table", summary=_("Chapters"))
        rows: list[list[Any]] = []
        for chapter in chapters:
            row = node.child("TR")
            link = f'<a href="#{chapter.anchor}" color="{colours.TEAL_DEEP}">{escape(chapter.title)}</a>'
            number = str(self._pages.get(chapter.anchor, ""))
            right = self._styles.cell.clone("number", alignment=2)
            rows.append(
                [
                    _cell(link, self._styles.cell, row.child("TH", scope="Row")),
                    _cell(number, right, row.child("TD")),
                ]
            )
        table = grid(rows, [0.9 * WIDTH, 0.1 * WIDTH], [("LINEBELOW", (0, 0), (-1, -1), 0.5, _hairline())])
        table.spaceBefore = self._styles.step
        return [table]

    def _title(self, chapter: Chapter) -> Flowable:
        made = ChapterTitle(f'<a name="{chapter.anchor}"/>{escape(chapter.title)}', self._styles.title)
        made.node, made.outline = self._root.child("H2"), (chapter.title, 0)
        made.anchor, made.pages = chapter.anchor, self._pages
        made.spaceAfter = self._styles.step
        return made

    def _heading(self, block: Block) -> list[Flowable]:
        style = self._styles.headings[min(block.level, 3)]
        made = _made(_markup(block.runs), style, self._root.child(f"H{block.level + 1}"))
        made.outline = (plain(block.runs), block.level - 1)
        made.spaceBefore = self._styles.step if block.level == 2 else 0.6 * self._styles.step
        return [made]

    def _paragraph(self, block: Block) -> list[Flowable]:
        made = _made(_markup(block.runs), self._styles.tones[content.Tone.PLAIN], self._root.child("P"))
        made.spaceAfter = 0.6 * self._styles.step
        return [made]

    def _picture(self, block: Block) -> list[Flowable]:
        node = self._root.child("Figure", alternative=plain(block.runs))
        return [Screen(picture_file(self._language, block), node, self._styles)]

    def _items(self, block: Block) -> list[Flowable]:
        node, made = self._root.child("L"), list[Flowable]()
        size = self._styles.size
        style = self._styles.bullet.clone("item", leftIndent=1.8 * size, bulletIndent=0.3 * size)
        for number, item in enumerate(block.items, 1):
            bullet = "•" if block.kind == "bullets" else f"{number}."
            made.append(_made(_markup(item), style, node.child("LI").child("LBody"), bulletText=bullet))
        made[-1].spaceAfter = self._styles.step
        return made

    def _set_apart(self, block: Block) -> list[Flowable]:
        look = self._styles.cell.clone("apart", leftIndent=12, rightIndent=12, backColor=colour_of(colours.CARD))
        tag_name = "Code" if block.kind == "typed" else "BlockQuote"
        made = _made(_markup(block.runs).replace("\n", "<br/>"), look, self._root.child(tag_name))
        made.spaceAfter = self._styles.step
        return [made]

    def _table(self, block: Block) -> list[Flowable]:
        node, styles = self._root.child("Table"), self._styles
        rows: list[list[Any]] = []
        for place, cells in enumerate(block.rows):
            row = node.child("TR")
            style = styles.cell if place else styles.column
            rows.append([_cell(_markup(cell), style, _cell_node(row, place, at)) for at, cell in enumerate(cells)])
        made = grid(rows, _widths(block), _commands(styles), head=1)
        made.spaceAfter = styles.step
        return [made]


def _cell_node(row: Node, place: int, at: int) -> Node:
    if not place:
        return row.child("TH", scope="Column", repeats=True)
    return row.child("TD") if at else row.child("TH", scope="Row")


def _commands(styles: Styles) -> list[Command]:
    return [
        ("TOPPADDING", (0, 0), (-1, -1), styles.padding),
        ("BOTTOMPADDING", (0, 0), (-1, -1), styles.padding + 1),
        ("LEFTPADDING", (0, 0), (-1, -1), _GAP),
        ("RIGHTPADDING", (0, 0), (-1, -1), _GAP),
        ("LINEBELOW", (0, 0), (-1, 0), 1, colour_of(colours.TEAL)),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, _hairline()),
    ]


def _widths(block: Block) -> list[float]:
    """Each column by the length of its texts, none below what its longest word needs."""
    longest = [max(len(plain(row[at])) for row in block.rows) for at in range(len(block.rows[0]))]
    weights = [min(max(length, 8), 60) ** 0.7 for length in longest]
    return [WIDTH * weight / sum(weights) for weight in weights]


def _hairline() -> Any:
    return colour_of(colours.HAIRLINE)


def _made(markup: str, style: Any, node: Node, **options: Any) -> TaggedParagraph:
    made = TaggedParagraph(markup, style, **options)
    made.node = node
    return made


def _cell(markup: str, style: Any, node: Node) -> TaggedParagraph:
    made = _made(markup, style, node)
    made.in_cell = True
    return made


def _markup(runs: Sequence[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    written = escape(run.text, quote=False)
    if run.code:
        written = f'<font backColor="{colours.CARD}">{written}</font>'
    if run.bold:
        written = f"<b>{written}</b>"
    if run.italic:  # the typeface of the documents has no italics
        written = f'<font color="{colours.TEAL_DEEP}">{written}</font>'
    if run.link:
        written = f'<a href="#{run.link.removesuffix(".md")}" color="{colours.TEAL_DEEP}" underline="1">{written}</a>'
    return written

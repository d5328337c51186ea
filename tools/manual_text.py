"""The chapters of the manual as plain data: the part of Markdown that window, web page and PDF all draw.

What is not in this part raises :class:`NotInTheManual`, so that no chapter holds what one of the three would drop.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from redi_desktop.ui.manual.chapters import manual_folder, manual_in

LANGUAGES = ("fr", "nl")


class NotInTheManual(ValueError):
    """A chapter holds something that is not drawn everywhere."""


@dataclass(frozen=True)
class Run:
    """A piece of a line in one look; ``link`` is the file of another chapter."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""


@dataclass(frozen=True)
class Block:
    """A heading (``level`` 1 to 3), a paragraph, a picture, a list, a table, a quotation, something to type."""

    kind: str
    runs: tuple[Run, ...] = ()
    level: int = 0
    items: tuple[tuple[Run, ...], ...] = ()
    rows: tuple[tuple[tuple[Run, ...], ...], ...] = ()
    picture: str = ""


@dataclass(frozen=True)
class Chapter:
    """A chapter: the name of its file, and its blocks below the title."""

    name: str
    title: str
    blocks: tuple[Block, ...]

    @property
    def anchor(self) -> str:
        """What links to it are called."""
        return self.name.removesuffix(".md")

    def runs(self) -> Iterator[Run]:
        """Every piece of text in it."""
        for block in self.blocks:
            yield from block.runs
            for item in block.items:
                yield from item
            for row in block.rows:
                for cell in row:
                    yield from cell


@dataclass
class _Look:
    bold: bool = False
    italic: bool = False
    link: str = ""
    runs: list[Run] = field(default_factory=list)


def chapters_in(language: str) -> tuple[Chapter, ...]:
    """The chapters of the manual in a language, in their order."""
    reader = MarkdownIt("commonmark").enable("table")
    manual = manual_in(language)
    if manual.language != language:
        raise NotInTheManual(f"there is no manual in {language}")
    return tuple(parsed(chapter.name, chapter.text, reader) for chapter in manual.chapters)


def picture_file(language: str, block: Block) -> Path:
    """The file of a picture."""
    return (manual_folder() / language / block.picture).resolve()


def parsed(name: str, text: str, reader: MarkdownIt) -> Chapter:
    """One chapter; its first line is its title."""
    blocks = tuple(_block(name, node) for node in SyntaxTreeNode(reader.parse(text)).children)
    if not blocks or blocks[0].kind != "heading" or blocks[0].level != 1:
        raise NotInTheManual(f"{name}: the first line is no title")
    return Chapter(name, plain(blocks[0].runs), blocks[1:])


def plain(runs: Sequence[Run]) -> str:
    """Runs without their looks."""
    return "".join(run.text for run in runs)


def _block(name: str, node: SyntaxTreeNode) -> Block:
    if node.type == "heading":
        return Block("heading", _runs(name, node.children[0]), level=int(node.tag[1]))
    if node.type == "paragraph":
        return _paragraph(name, node.children[0])
    if node.type in ("bullet_list", "ordered_list"):
        items = tuple(_item(name, item) for item in node.children)
        return Block("numbers" if node.type == "ordered_list" else "bullets", items=items)
    if node.type == "table":
        lines = [line for part in node.children for line in part.children]
        return Block(
            "table", rows=tuple(tuple(_runs(name, cell.children[0]) for cell in row.children) for row in lines)
        )
    if node.type == "blockquote" and [child.type for child in node.children] == ["paragraph"]:
        return Block("quote", _runs(name, node.children[0].children[0]))
    if node.type == "fence":
        return Block("typed", (Run(node.content.rstrip(), code=True),))
    raise NotInTheManual(f"{name}: {node.type} in line {node.map[0] + 1 if node.map else '?'}")


def _paragraph(name: str, line: SyntaxTreeNode) -> Block:
    if [child.type for child in line.children] == ["image"]:
        image = line.children[0]
        return Block("picture", (Run(image.content),), picture=str(image.attrs["src"]))
    return Block("paragraph", _runs(name, line))


def _item(name: str, item: SyntaxTreeNode) -> tuple[Run, ...]:
    if [child.type for child in item.children] != ["paragraph"]:
        raise NotInTheManual(f"{name}: more than a sentence in a list, line {item.map[0] + 1 if item.map else '?'}")
    return _runs(name, item.children[0].children[0])


def _runs(name: str, line: SyntaxTreeNode) -> tuple[Run, ...]:
    look = _Look()
    for child in line.children:
        _read(name, child, look)
    return tuple(look.runs)


def _read(name: str, node: SyntaxTreeNode, look: _Look) -> None:
    if node.type == "text":
        look.runs.append(Run(node.content, look.bold, look.italic, link=look.link))
    elif node.type == "softbreak":
        look.runs.append(Run(" ", look.bold, look.italic, link=look.link))
    elif node.type == "code_inline":
        look.runs.append(Run(node.content, code=True))
    elif node.type in ("strong", "em", "link"):
        _read_within(name, node, look)
    else:
        raise NotInTheManual(f"{name}: {node.type} in a line of text")


def _read_within(name: str, node: SyntaxTreeNode, look: _Look) -> None:
    before = (look.bold, look.italic, look.link)
    look.bold = look.bold or node.type == "strong"
    look.italic = look.italic or node.type == "em"
    look.link = str(node.attrs["href"]) if node.type == "link" else look.link
    for child in node.children:
        _read(name, child, look)
    look.bold, look.italic, look.link = before

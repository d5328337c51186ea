"""A document as one HTML file that needs nothing else: readable by a screen reader, on a small screen and on paper."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from redi_desktop.report import content
from redi_desktop.report.clean_text import clean, map_texts
from redi_desktop.report.content import Block, Cell, Column, Document, NotedText, Row, RowKind, Tone, TypeSize
from redi_desktop.report.html_style import STYLE
from redi_desktop.report.svg import balance_svg

_SIZES = {TypeSize.STANDARD: "standard", TypeSize.COMPACT: "compact", TypeSize.LARGE: "large"}


def to_html(document: Document) -> str:
    """The whole file."""
    document = map_texts(document, clean)
    writer = _Writer()
    body = "\n".join([_header(document), _particulars(document.particulars), *map(writer.block, document.blocks)])
    return (
        f'<!DOCTYPE html>\n<html lang="{_attribute(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="generator" content="REDI Desktop">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_text(document.title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f'<body class="{_SIZES[document.size]}">\n<main>\n{body}\n</main>\n{_footer(document)}\n</body>\n</html>\n'
    )


def _header(document: Document) -> str:
    head = document.letterhead
    left = _lines("cpas", head.cpas_name) + _lines("quiet", head.address)
    right = _lines("", head.worker_name) + _lines("quiet", head.worker_contact)
    letterhead = f"<div>{left}</div><div>{right}</div>"
    return f'<header><div class="letterhead">{letterhead}</div><h1>{_text(document.title)}</h1></header>'


def _lines(name: str, text: str) -> str:
    kind = f' class="{name}"' if name else ""
    return f"<p{kind}>{_text(text)}</p>" if text.strip() else ""


def _footer(document: Document) -> str:
    foot = document.footer
    return f"<footer><p>{_text(foot.case)}</p><p>{_text(foot.origin)}</p></footer>"


def _particulars(block: content.Particulars) -> str:
    kind = ' class="short"' if block.short else ""
    pairs = "".join(f"<div><dt>{_text(name)}</dt><dd>{_text(fact)}</dd></div>" for name, fact in block.pairs)
    return f"<dl{kind}>{pairs}</dl>"


def _bullets(block: content.Bullets) -> str:
    return f"<ul>{''.join(f'<li>{_text(item)}</li>' for item in block.items)}</ul>"


class _Writer:
    """Writes blocks; counts the pictures, whose titles need identifiers."""

    def __init__(self) -> None:
        self._pictures = 0
        self._makers: dict[type, Callable[[Any], str]] = {
            content.Heading: lambda block: f"<h{block.level}>{_text(block.text)}</h{block.level}>",
            content.Paragraph: lambda block: f'<p class="{block.tone.value}">{_text(block.text)}</p>',
            content.Bullets: _bullets,
            content.Particulars: _particulars,
            content.KeyFigures: _key_figures,
            content.BalanceChart: self._chart,
            content.Table: table,
            content.Callout: _callout,
            content.WritingSpace: _writing_space,
            content.Signatures: _signatures,
        }

    def block(self, block: Block) -> str:
        """One block."""
        return self._makers[type(block)](block)

    def _chart(self, block: content.BalanceChart) -> str:
        self._pictures += 1
        return f"<figure>{balance_svg(block, f'picture-{self._pictures}')}</figure>"


def _key_figures(block: content.KeyFigures) -> str:
    cards = []
    for figure in block.figures:
        remark = f'<span class="quiet">{_text(figure.remark)}</span>' if figure.remark else ""
        cards.append(
            f'<p class="card {figure.tone.value}"><span class="quiet">{_text(figure.label)}</span> '
            f'<strong class="amount">{_text(figure.amount)}</strong> {remark}</p>'
        )
    return f'<div class="cards">{"".join(cards)}</div>'


def table(block: content.Table) -> str:
    """A table with its caption, its heads in scope, wide ones scrolling on a small screen."""
    head = "".join(f'<th scope="col"{_end(column)}>{_text(column.title)}</th>' for column in block.columns)
    rows = "\n".join(_row(row, block.columns) for row in block.rows)
    inner = f"<caption>{_text(block.caption)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>"
    label = _attribute(block.caption)
    return f'<div class="wide" role="region" aria-label="{label}" tabindex="0"><table>\n{inner}\n</table></div>'


def _row(row: Row, columns: tuple[Column, ...]) -> str:
    if row.kind is RowKind.PART:
        return f'<tr class="part"><th scope="rowgroup" colspan="{len(columns)}">{_cell(row.cells[0])}</th></tr>'
    cells = [f'<th scope="row">{_cell(row.cells[0])}</th>']
    pairs = zip(row.cells[1:], columns[1:], strict=True)
    cells += [f"<td{_end(column)}>{_cell(cell)}</td>" for cell, column in pairs]
    return f'<tr class="{row.kind.value}">{"".join(cells)}</tr>'


def _end(column: Column) -> str:
    return ' class="amount"' if column.amounts else ""


def _cell(cell: Cell) -> str:
    if isinstance(cell, NotedText):
        note = f'<br><span class="quiet">{_text(cell.note)}</span>' if cell.note.strip() else ""
        return _text(cell.text) + note
    return _text(cell)


def _callout(block: content.Callout) -> str:
    title = f"<p><strong>{_text(block.title)}</strong></p>" if block.title else ""
    sentences = "".join(f"<p>{_text(text)}</p>" for text in block.sentences)
    tone = Tone.PLAIN if block.tone is Tone.QUIET else block.tone
    return f'<div class="callout {tone.value}">{title}{sentences}</div>'


def _writing_space(block: content.WritingSpace) -> str:
    rules = '<div class="rule"></div>' * block.lines
    space = f'<div class="space" aria-hidden="true">{rules}</div>'
    return f'<h2>{_text(block.title)}</h2><p class="quiet">{_text(block.hint)}</p>{space}'


def _signatures(block: content.Signatures) -> str:
    return f'<div class="signatures">{"".join(f"<p>{_text(place)}</p>" for place in block.places)}</div>'


def _text(text: str) -> str:
    return escape(text.strip(), quote=False).replace("\n", "<br>")


def _attribute(text: str) -> str:
    return escape(" ".join(text.split()), quote=True)

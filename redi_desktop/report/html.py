"""A document as one HTML file that needs nothing else: readable by a screen reader, on a small screen and on paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from redi_desktop.report import chart_blocks, content, html_forms
from redi_desktop.report.clean_text import clean, map_texts
from redi_desktop.report.content import Block, Cell, Column, Document, NotedText, Row, RowKind, Tone
from redi_desktop.report.form_blocks import BlankFields, FormHeading, Recipient, TickBoxes
from redi_desktop.report.html_style import STYLE
from redi_desktop.report.html_text import attribute, text
from redi_desktop.report.svg import balance_svg, comparison_svg


def to_html(document: Document) -> str:
    """The whole file."""
    document = map_texts(document, clean)
    writer = _Writer()
    body = "\n".join([_header(document), _particulars(document.particulars), *map(writer.block, document.blocks)])
    return (
        f'<!DOCTYPE html>\n<html lang="{attribute(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="generator" content="REDI Desktop">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{text(document.title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f'<body class="{document.size.value}">\n<main>\n{body}\n</main>\n{_footer(document)}\n</body>\n</html>\n'
    )


def _header(document: Document) -> str:
    head = document.letterhead
    left = _lines("cpas", head.cpas_name) + _lines("quiet", head.address)
    right = _lines("", head.worker_name) + _lines("quiet", head.worker_contact)
    letterhead = f"<div>{left}</div><div>{right}</div>"
    return f'<header><div class="letterhead">{letterhead}</div><h1>{text(document.title)}</h1></header>'


def _lines(name: str, lines: str) -> str:
    kind = f' class="{name}"' if name else ""
    return f"<p{kind}>{text(lines)}</p>" if lines.strip() else ""


def _footer(document: Document) -> str:
    foot = document.footer
    return f"<footer><p>{text(foot.case)}</p><p>{text(foot.origin)}</p></footer>"


def _particulars(block: content.Particulars) -> str:
    kind = ' class="short"' if block.short else ""
    pairs = "".join(f"<div><dt>{text(name)}</dt><dd>{text(fact)}</dd></div>" for name, fact in block.pairs)
    return f"<dl{kind}>{pairs}</dl>"


def _bullets(block: content.Bullets) -> str:
    return f"<ul>{''.join(f'<li>{text(item)}</li>' for item in block.items)}</ul>"


class _Writer:
    """Writes blocks; counts the pictures, whose titles need identifiers."""

    def __init__(self) -> None:
        self._pictures = 0
        self._makers: dict[type, Callable[[Any], str]] = {
            content.Heading: _heading,
            content.Paragraph: lambda block: f'<p class="{block.tone.value}">{text(block.text)}</p>',
            content.Bullets: _bullets,
            content.Outline: html_forms.outline,
            content.Particulars: _particulars,
            content.KeyFigures: _key_figures,
            chart_blocks.BalanceChart: lambda block: f"<figure>{balance_svg(block, self._next())}</figure>",
            chart_blocks.ComparisonChart: lambda block: f"<figure>{comparison_svg(block, self._next())}</figure>",
            content.Table: table,
            content.Callout: _callout,
            content.WritingSpace: _writing_space,
            content.Signatures: _signatures,
            FormHeading: html_forms.form_heading,
            TickBoxes: html_forms.tick_boxes,
            BlankFields: html_forms.blank_fields,
            Recipient: html_forms.recipient,
        }

    def block(self, block: Block) -> str:
        """One block."""
        return self._makers[type(block)](block)

    def _next(self) -> str:
        self._pictures += 1
        return f"picture-{self._pictures}"


def _heading(block: content.Heading) -> str:
    kind = ' class="part"' if block.opens else ""
    return f"<h{block.level}{kind}>{text(block.text)}</h{block.level}>"


def _key_figures(block: content.KeyFigures) -> str:
    cards = []
    for figure in block.figures:
        remark = f'<span class="quiet">{text(figure.remark)}</span>' if figure.remark else ""
        cards.append(
            f'<p class="card {figure.tone.value}"><span class="quiet">{text(figure.label)}</span> '
            f'<strong class="amount">{text(figure.amount)}</strong> {remark}</p>'
        )
    return f'<div class="cards">{"".join(cards)}</div>'


def table(block: content.Table) -> str:
    """A table with its caption, its heads in scope, wide ones scrolling on a small screen."""
    head = "".join(f'<th scope="col"{_end(column)}>{text(column.title)}</th>' for column in block.columns)
    rows = "\n".join(_row(row, block.columns) for row in block.rows)
    widths = _widths(block.columns) if block.writable else ""
    caption = f"<caption>{text(block.caption)}</caption>{widths}"
    inner = f"{caption}\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>"
    kind, label = ' class="writable"' if block.writable else "", attribute(block.caption)
    return f'<div class="wide" role="region" aria-label="{label}" tabindex="0"><table{kind}>\n{inner}\n</table></div>'


def _widths(columns: tuple[Column, ...]) -> str:
    """The shares of columns to write in: empty cells would not hold them open."""
    whole = sum(column.share for column in columns)
    widths = "".join(f'<col style="width: {100 * column.share / whole:.0f}%">' for column in columns)
    return f"<colgroup>{widths}</colgroup>"


def _row(row: Row, columns: tuple[Column, ...]) -> str:
    if row.kind is RowKind.PART:
        return f'<tr class="part"><th scope="rowgroup" colspan="{len(columns)}">{_cell(row.cells[0])}</th></tr>'
    first = _cell(row.cells[0])
    cells = [f'<th scope="row">{first}</th>' if first else "<td></td>"]
    pairs = zip(row.cells[1:], columns[1:], strict=True)
    cells += [f"<td{_end(column)}>{_cell(cell)}</td>" for cell, column in pairs]
    return f'<tr class="{row.kind.value}">{"".join(cells)}</tr>'


def _end(column: Column) -> str:
    return ' class="amount"' if column.amounts else ""


def _cell(cell: Cell) -> str:
    if isinstance(cell, NotedText):
        note = f'<br><span class="quiet">{text(cell.note)}</span>' if cell.note.strip() else ""
        return text(cell.text) + note
    return text(cell)


def _callout(block: content.Callout) -> str:
    title = f"<p><strong>{text(block.title)}</strong></p>" if block.title else ""
    sentences = "".join(f"<p>{text(sentence)}</p>" for sentence in block.sentences)
    tone = Tone.PLAIN if block.tone is Tone.QUIET else block.tone
    return f'<div class="callout {tone.value}">{title}{sentences}</div>'


def _writing_space(block: content.WritingSpace) -> str:
    rules = '<div class="rule"></div>' * block.lines
    hint = f'<p class="quiet">{text(block.hint)}</p>' if block.hint else ""
    title = f"<h{block.level}>{text(block.title)}</h{block.level}>"
    return f'{title}{hint}<div class="space" aria-hidden="true">{rules}</div>'


def _signatures(block: content.Signatures) -> str:
    return f'<div class="signatures">{"".join(f"<p>{text(place)}</p>" for place in block.places)}</div>'

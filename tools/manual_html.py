"""The manual as one web page that needs nothing else: contents, chapters, the pictures inside it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from redi_desktop.i18n import _
from redi_desktop.report import colours
from redi_desktop.report.html_style import STYLE
from redi_desktop.report.html_text import attribute, text
from tools.manual_text import Block, Chapter, Run, picture_file, plain

_MORE = f"""
nav ol {{ columns: 2 20rem; }}
nav a, main a {{ color: {colours.TEAL_DEEP}; }}
section {{ margin-top: 3rem; border-top: 2px solid {colours.TEAL}; }}
h4 {{ font-size: 1em; margin: 1.25rem 0 .5rem; }}
img {{ max-width: 100%; height: auto; border: 1px solid {colours.RULE}; }}
pre {{ overflow-x: auto; white-space: pre-wrap; }}
pre code {{ display: block; padding: .5rem; }}
code {{ padding: 0 .25em; background: {colours.CARD}; border: 1px solid {colours.HAIRLINE}; font: inherit; }}
td, tbody th {{ min-width: 7rem; }}
.skip {{ position: absolute; left: -100vw; }}
.skip:focus {{ left: 1rem; }}
@media print {{ section {{ break-before: page; border: 0; }} .skip {{ display: none; }} }}
"""


def page(language: str, title: str, version: str, chapters: Sequence[Chapter]) -> str:
    """The whole page."""
    contents = "".join(f'<li><a href="#{one.anchor}">{text(one.title)}</a></li>' for one in chapters)
    body = "\n".join(_chapter(language, one) for one in chapters)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{text(title)}</title>\n<style>{STYLE}{_MORE}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#{chapters[0].anchor}">{text(chapters[0].title)}</a>\n<main>\n'
        f'<h1>{text(title)}</h1>\n<p class="quiet">{text(version)}</p>\n'
        f'<nav aria-label="{attribute(_("Chapters"))}"><ol>{contents}</ol></nav>\n{body}\n</main>\n</body>\n</html>\n'
    )


def _chapter(language: str, chapter: Chapter) -> str:
    parts, about = [], chapter.title
    for block in chapter.blocks:
        if block.kind == "heading":
            about = plain(block.runs)
        parts.append(_block(language, block, about))
    body = "\n".join(parts)
    title = f'<h2 id="{chapter.anchor}">{text(chapter.title)}</h2>'
    return f'<section aria-labelledby="{chapter.anchor}">\n{title}\n{body}\n</section>'


def _block(language: str, block: Block, about: str) -> str:
    """One block; ``about`` is the heading above it, the name of a table."""
    if block.kind == "heading":
        return f"<h{block.level + 1}>{_runs(block.runs)}</h{block.level + 1}>"
    if block.kind == "picture":
        source = b64encode(picture_file(language, block).read_bytes()).decode()
        return f'<figure><img alt="{attribute(plain(block.runs))}" src="data:image/png;base64,{source}"></figure>'
    if block.kind in ("bullets", "numbers"):
        tag = "ul" if block.kind == "bullets" else "ol"
        return f"<{tag}>{''.join(f'<li>{_runs(item)}</li>' for item in block.items)}</{tag}>"
    if block.kind == "table":
        return _table(block, about)
    if block.kind == "typed":
        return f"<pre><code>{text(plain(block.runs))}</code></pre>".replace("<br>", "\n")
    if block.kind == "quote":
        return f'<div class="callout"><p>{_runs(block.runs)}</p></div>'
    return f"<p>{_runs(block.runs)}</p>"


def _table(block: Block, about: str) -> str:
    head = "".join(f'<th scope="col">{_runs(cell)}</th>' for cell in block.rows[0])
    rows = "\n".join(
        f'<tr><th scope="row">{_runs(row[0])}</th>{"".join(f"<td>{_runs(cell)}</td>" for cell in row[1:])}</tr>'
        for row in block.rows[1:]
    )
    name = attribute(about)
    caption = f"<caption>{text(about)}</caption>"
    inner = f"{caption}<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>"
    return f'<div class="wide" role="region" aria-label="{name}" tabindex="0"><table>{inner}</table></div>'


def _runs(runs: Sequence[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    written = attribute(run.text) if run.text.strip() == run.text else _spaced(run.text)
    for wanted, tag in ((run.code, "code"), (run.bold, "strong"), (run.italic, "em")):
        written = f"<{tag}>{written}</{tag}>" if wanted else written
    return f'<a href="#{run.link.removesuffix(".md")}">{written}</a>' if run.link else written


def _spaced(words: str) -> str:
    """Text with the spaces at its ends, which separate it from what stands beside it."""
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return before + text(words) + after if words.strip() else words

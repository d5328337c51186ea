"""Lists in lists, forms and addresses as HTML."""

from __future__ import annotations

from redi_desktop.report import content
from redi_desktop.report.form_blocks import BlankFields, FormHeading, Recipient, TickBoxes
from redi_desktop.report.html_text import text
from redi_desktop.report.svg import pictogram_svg


def outline(block: content.Outline) -> str:
    """A list in lists, each sentence inside the one that it explains."""
    parts: list[str] = []
    open_lists = 0
    for depth, sentence in block.items:
        if depth < open_lists:
            parts.append("</li></ul>" * (open_lists - depth - 1) + "</li>")
        else:
            parts.append("<ul>")
        open_lists = depth + 1
        parts.append(f"<li>{text(sentence)}")
    return f'<div class="outline">{"".join(parts)}{"</li></ul>" * open_lists}</div>'


def form_heading(block: FormHeading) -> str:
    """A heading after its pictogram."""
    return f'<h2 class="form">{pictogram_svg(block.pictogram)} {text(block.text)}</h2>'


def tick_boxes(block: TickBoxes) -> str:
    """A question, and its answers with a box before each."""
    question = f"<p><strong>{text(block.question)}</strong></p>" if block.question else ""
    answers = "".join(
        f'<li><span class="box" aria-hidden="true"></span>{text(answer)}</li>' for answer in block.answers
    )
    return f'{question}<ul class="boxes">{answers}</ul>'


def blank_fields(block: BlankFields) -> str:
    """Frames side by side to write in."""
    frames = "".join(
        f'<p style="flex: {field.share}"><span class="quiet">{text(field.name)}</span><br>{text(field.text)}</p>'
        for field in block.fields
    )
    return f'<div class="fields">{frames}</div>'


def recipient(block: Recipient) -> str:
    """Who a letter is for, with lines for the address."""
    lines = block.lines + (0 if block.name.strip() else 1)
    name = f"<p>{text(block.name)}</p>" if block.name.strip() else ""
    return f'<div class="recipient">{name}<div aria-hidden="true">{"<div class=rule></div>" * lines}</div></div>'

"""Key figures side by side, and callouts: text on a ground of its own."""

from __future__ import annotations

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus.flowables import Flowable

from redi_desktop.report import content
from redi_desktop.report.content import KeyFigure, Tone
from redi_desktop.report.pdf.paragraphs import paragraph, plain
from redi_desktop.report.pdf.styles import WIDTH, Styles, ground_of
from redi_desktop.report.pdf.tables import TaggedTable, grid
from redi_desktop.report.pdf.tags import Node, artifact

_BETWEEN = 12.0
_PADDING = 10.0
_EDGE = 3.0


class _Cards(Flowable):
    """Cards of one height, each with a label, an amount and a remark."""

    def __init__(self, cards: list[tuple[KeyFigure, Node]], styles: Styles) -> None:
        super().__init__()
        large = styles.figure_among(len(cards))
        self._cards = [(figure.tone, _card_texts(figure, styles, large), node) for figure, node in cards]
        self._between = _BETWEEN
        self.spaceAfter = styles.step

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Share the width; the tallest card gives the height."""
        self.width = width
        self._one = (width - (len(self._cards) - 1) * self._between) / len(self._cards)
        inside = self._one - 2 * _PADDING
        heights = [sum(text.wrap(inside, height)[1] for text in texts) for _, texts, _ in self._cards]
        self.height = max(heights) + 1.6 * _PADDING
        return self.width, self.height

    def draw(self) -> None:
        """Draw every card, each as one node."""
        for place, (tone, texts, node) in enumerate(self._cards):
            x = place * (self._one + self._between)
            ground, edge = ground_of(tone)
            with artifact(self.canv):
                self.canv.setFillColor(ground)
                self.canv.rect(x, 0, self._one, self.height, stroke=0, fill=1)
                self.canv.setFillColor(edge)
                self.canv.rect(x, 0, _EDGE, self.height, stroke=0, fill=1)
            with node.drawn(self.canv):
                y = self.height - 0.7 * _PADDING
                for text in texts:
                    y -= text.height
                    text.drawOn(self.canv, x + _PADDING, y)


def _card_texts(figure: KeyFigure, styles: Styles, large: ParagraphStyle) -> list[Paragraph]:
    tones = styles.tones
    texts = [plain(figure.label, tones[Tone.QUIET]), plain(figure.amount, large)]
    if figure.remark:
        texts.append(plain(figure.remark, tones[Tone.QUIET]))
    return texts


def key_figures(block: content.KeyFigures, styles: Styles, parent: Node) -> Flowable:
    """Cards side by side."""
    return _Cards([(figure, parent.child("P")) for figure in block.figures], styles)


def callout(block: content.Callout, styles: Styles, parent: Node) -> TaggedTable:
    """A title and sentences on a ground; it may run over two pages between sentences."""
    node = parent.child("Sect")
    rows: list[list[Any]] = []
    if block.title:
        title_tone = Tone.ATTENTION if block.tone is Tone.ATTENTION else Tone.PLAIN
        style = styles.tones[title_tone].clone("callout", fontName=styles.strong_cell.fontName)
        rows.append(["", _silent(paragraph(block.title, style, node.child("P")))])
    style = styles.tones[Tone.PLAIN]
    rows += [["", _silent(paragraph(text, style, node.child("P")))] for text in block.sentences]
    ground, edge = ground_of(block.tone)
    made = grid(
        rows,
        [_EDGE, WIDTH - _EDGE],
        [
            ("BACKGROUND", (0, 0), (0, -1), edge),
            ("BACKGROUND", (1, 0), (1, -1), ground),
            ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
            ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ("TOPPADDING", (0, 0), (-1, 0), 7),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 8),
            ("NOSPLIT", (0, 0), (0, min(1, len(rows) - 1))),
        ],
    )
    made.spaceAfter = styles.step
    return made


def _silent(made: Any) -> Any:
    made.in_cell = True
    return made

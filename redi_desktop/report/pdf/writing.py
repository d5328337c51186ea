"""Room to write on by hand: ruled lines, places to sign."""

from __future__ import annotations

from reportlab.platypus.flowables import Flowable

from redi_desktop.report import colours, content
from redi_desktop.report.content import Tone
from redi_desktop.report.pdf.paragraphs import plain
from redi_desktop.report.pdf.styles import Styles, colour_of
from redi_desktop.report.pdf.tags import Node, artifact

_LINE_HEIGHT = 24.0
_SIGNING_HEIGHT = 40.0
_BETWEEN = 24.0


class RuledLines(Flowable):
    """Lines to write on, the height of handwriting apart."""

    def __init__(self, lines: int, styles: Styles) -> None:
        super().__init__()
        self._lines = lines
        self.spaceAfter = 1.5 * styles.step

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the whole width."""
        self.width, self.height = width, self._lines * _LINE_HEIGHT
        return self.width, self.height

    def draw(self) -> None:
        """Draw the rules: no part of the text."""
        with artifact(self.canv):
            self.canv.setStrokeColor(colour_of(colours.RULE))
            self.canv.setLineWidth(0.6)
            for place in range(self._lines):
                self.canv.line(0, place * _LINE_HEIGHT, self.width, place * _LINE_HEIGHT)


class SigningPlaces(Flowable):
    """Places to sign, side by side: room, a line, who signs."""

    def __init__(self, block: content.Signatures, styles: Styles, parent: Node) -> None:
        super().__init__()
        quiet = styles.tones[Tone.QUIET]
        self._places = [(plain(text, quiet), parent.child("P")) for text in block.places]
        self.spaceBefore = self.spaceAfter = styles.step

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Share the width."""
        self.width = width
        self._one = (width - (len(self._places) - 1) * _BETWEEN) / len(self._places)
        self._texts = max(text.wrap(self._one, height)[1] for text, _ in self._places)
        self.height = _SIGNING_HEIGHT + 4 + self._texts
        return self.width, self.height

    def draw(self) -> None:
        """Draw a line for each, and who signs below it."""
        for place, (text, node) in enumerate(self._places):
            x = place * (self._one + _BETWEEN)
            with artifact(self.canv):
                self.canv.setStrokeColor(colour_of(colours.QUIET))
                self.canv.setLineWidth(0.6)
                self.canv.line(x, self._texts + 4, x + self._one, self._texts + 4)
            with node.drawn(self.canv):
                text.drawOn(self.canv, x, self._texts - text.height)

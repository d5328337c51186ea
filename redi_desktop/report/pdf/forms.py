"""Forms on pages: headings with a pictogram, boxes to tick, fields to write in, the place of an address."""

from __future__ import annotations

from reportlab.platypus.flowables import Flowable

from redi_desktop.report import colours, fonts
from redi_desktop.report.content import Tone
from redi_desktop.report.form_blocks import BlankFields, FormHeading, Recipient, TickBoxes
from redi_desktop.report.pdf.paragraphs import TaggedParagraph, heading, plain
from redi_desktop.report.pdf.picture import draw_shapes
from redi_desktop.report.pdf.styles import WIDTH, Styles, colour_of
from redi_desktop.report.pdf.tags import Node, artifact
from redi_desktop.report.pictograms import pictogram

_PICTOGRAM = 1.9
"""The size of a pictogram, in sizes of the heading's type."""
_FIELD_HEIGHT = 32.0
_BETWEEN = 8.0
_INSIDE = 5.0
"""Between the frame of a field and its words."""
_ADDRESS_LEFT = 0.52 * WIDTH
_ADDRESS_LINE = 22.0


class HeadingWithPictogram(Flowable):
    """A heading, its pictogram before it; only the words are part of the text."""

    def __init__(self, block: FormHeading, styles: Styles, parent: Node) -> None:
        super().__init__()
        style = styles.headings[2]
        self._size = _PICTOGRAM * style.fontSize
        self._picture = pictogram(block.pictogram, self._size, colours.TEAL_DEEP)
        self._title: TaggedParagraph = heading(block.text, style, parent.child("H2"), 1)
        self.spaceBefore, self.spaceAfter = styles.step, 0.4 * styles.step

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Give the words what the pictogram leaves."""
        self.width = width
        self._words = self._title.wrap(width - self._size - _BETWEEN, height)[1]
        self.height = max(self._size, self._words)
        return width, self.height

    def draw(self) -> None:
        """Draw both, their middles on one line."""
        with artifact(self.canv):
            draw_shapes(self.canv, self._picture, 0, (self.height - self._size) / 2)
        self._title.drawOn(self.canv, self._size + _BETWEEN, (self.height - self._words) / 2)


class Boxes(Flowable):
    """A question and its answers with a box before each, as many on a line as fit."""

    def __init__(self, block: TickBoxes, styles: Styles, parent: Node) -> None:
        super().__init__()
        self._size = styles.table_size
        self._node = parent.child("P") if block.question else None
        style = styles.strong_cell
        self._question = plain(block.question, style) if block.question else None
        answers = parent.child("L")
        self._answers = [(text, answers.child("LI").child("LBody")) for text in block.answers]
        self.spaceAfter = 0.7 * styles.step

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Break the answers into lines."""
        self.width, line = width, 1.9 * self._size
        self._top = self._question.wrap(width, height)[1] + 3 if self._question else 0.0
        self._places: list[tuple[float, float]] = []
        x, row = 0.0, 0
        for text, _node in self._answers:
            taken = 1.6 * self._size + fonts.width(text, fonts.REGULAR, self._size) + 1.8 * self._size
            if x and x + taken > width:
                x, row = 0.0, row + 1
            self._places.append((x, row * line))
            x += taken
        self.height = self._top + (row + 1) * line
        return width, self.height

    def draw(self) -> None:
        """Draw the question, then each box and its answer."""
        if self._question is not None and self._node is not None:
            with self._node.drawn(self.canv):
                self._question.drawOn(self.canv, 0, self.height - self._top + 3)
        for (text, node), (x, down) in zip(self._answers, self._places, strict=True):
            base = self.height - self._top - down - 1.2 * self._size
            with artifact(self.canv):
                self.canv.setStrokeColor(colour_of(colours.INK))
                self.canv.setLineWidth(0.8)
                self.canv.rect(x, base - 0.15 * self._size, 1.05 * self._size, 1.05 * self._size)
            with node.drawn(self.canv):
                self.canv.setFont(fonts.REGULAR, self._size)
                self.canv.setFillColor(colour_of(colours.INK))
                self.canv.drawString(x + 1.6 * self._size, base, text)


class Fields(Flowable):
    """Fields side by side: a frame, the name small at its top, what is known already below it."""

    def __init__(self, block: BlankFields, styles: Styles, parent: Node) -> None:
        super().__init__()
        self._styles = styles
        self._fields = [(field, parent.child("P")) for field in block.fields]
        self.spaceAfter = 0.6 * styles.step

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Share the width."""
        self.width, self.height = width, _FIELD_HEIGHT
        return width, self.height

    def draw(self) -> None:
        """Draw each frame with its name."""
        room = self.width - (len(self._fields) - 1) * _BETWEEN
        shares, x = sum(field.share for field, _node in self._fields), 0.0
        small = 0.8 * self._styles.table_size
        for field, node in self._fields:
            width = room * field.share / shares
            with artifact(self.canv):
                self.canv.setStrokeColor(colour_of(colours.RULE))
                self.canv.setLineWidth(0.8)
                self.canv.rect(x, 0, width, self.height)
            with node.drawn(self.canv):
                self.canv.setFont(fonts.REGULAR, _fitting(field.name, small, width))
                self.canv.setFillColor(colour_of(colours.QUIET))
                self.canv.drawString(x + _INSIDE, self.height - 1.25 * small, field.name)
                self.canv.setFont(fonts.REGULAR, _fitting(field.text, self._styles.table_size, width))
                self.canv.setFillColor(colour_of(colours.INK))
                self.canv.drawString(x + _INSIDE, 0.8 * self._styles.table_size, field.text)
            x += width + _BETWEEN


def _fitting(text: str, size: float, frame: float) -> float:
    """The size of type, that one or a smaller one, at which a text stays within its frame."""
    taken, room = fonts.width(text, fonts.REGULAR, size), frame - 2 * _INSIDE
    return size if taken <= room else size * room / taken


class AddressPlace(Flowable):
    """The addressee at the right, where the window of an envelope is, with lines for the address."""

    def __init__(self, block: Recipient, styles: Styles, parent: Node) -> None:
        super().__init__()
        self._lines = block.lines + (0 if block.name.strip() else 1)
        self._name = plain(block.name, styles.tones[Tone.PLAIN])
        self._node = parent.child("P")
        self.spaceBefore, self.spaceAfter = styles.step, 2 * styles.step

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The name and its lines."""
        self.width = width
        self._text = self._name.wrap(width - _ADDRESS_LEFT, height)[1]
        self.height = self._text + self._lines * _ADDRESS_LINE
        return width, self.height

    def draw(self) -> None:
        """Draw the name, then the lines."""
        with self._node.drawn(self.canv):
            self._name.drawOn(self.canv, _ADDRESS_LEFT, self.height - self._text)
        with artifact(self.canv):
            self.canv.setStrokeColor(colour_of(colours.RULE))
            self.canv.setLineWidth(0.6)
            for place in range(self._lines):
                self.canv.line(_ADDRESS_LEFT, place * _ADDRESS_LINE, self.width, place * _ADDRESS_LINE)

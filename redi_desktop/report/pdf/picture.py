"""The shapes of a picture on a page, as one figure with its alternative text."""

from __future__ import annotations

from reportlab.platypus.flowables import Flowable

from redi_desktop.report import colours, content, fonts
from redi_desktop.report.charts import balance_picture
from redi_desktop.report.pdf.styles import WIDTH, Styles, colour_of
from redi_desktop.report.pdf.tags import Node
from redi_desktop.report.shapes import Anchor, Box, Label, Line, Picture

_HATCH = 6.0


class PictureOnPage(Flowable):
    """A picture that is never cut."""

    def __init__(self, picture: Picture, node: Node, styles: Styles) -> None:
        super().__init__()
        self._picture, self._node = picture, node
        self.width, self.height = picture.width, picture.height
        self.spaceBefore, self.spaceAfter = 0.3 * styles.step, 0.8 * styles.step

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The picture's own size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the shapes inside the figure's mark."""
        with self._node.drawn(self.canv):
            for shape in self._picture.shapes:
                if isinstance(shape, Box):
                    self._box(shape)
                elif isinstance(shape, Line):
                    self._line(shape)
                else:
                    self._label(shape)

    def _box(self, box: Box) -> None:
        bottom = self.height - box.y - box.height
        if box.hatched:
            self._hatched(box, bottom)
            return
        self.canv.setFillColor(colour_of(box.colour))
        self.canv.rect(box.x, bottom, box.width, box.height, stroke=0, fill=1)

    def _hatched(self, box: Box, bottom: float) -> None:
        canvas = self.canv
        canvas.saveState()
        outline = canvas.beginPath()
        outline.rect(box.x, bottom, box.width, box.height)
        canvas.clipPath(outline, stroke=0, fill=0)
        canvas.setFillColor(colour_of(colours.AMBER_PALE))
        canvas.rect(box.x, bottom, box.width, box.height, stroke=0, fill=1)
        canvas.setStrokeColor(colour_of(box.colour))
        canvas.setLineWidth(1.4)
        x = box.x - box.height
        while x < box.x + box.width:
            canvas.line(x, bottom, x + box.height, bottom + box.height)
            x += _HATCH
        canvas.setLineWidth(2)
        canvas.rect(box.x, bottom, box.width, box.height, stroke=1, fill=0)
        canvas.restoreState()

    def _line(self, line: Line) -> None:
        self.canv.setStrokeColor(colour_of(line.colour))
        self.canv.setLineWidth(line.thickness)
        self.canv.line(line.x1, self.height - line.y1, line.x2, self.height - line.y2)

    def _label(self, label: Label) -> None:
        self.canv.setFont(_face(label.bold), label.size)
        self.canv.setFillColor(colour_of(label.colour))
        place = (label.x, self.height - label.y, label.text)
        if label.anchor is Anchor.START:
            self.canv.drawString(*place)
        elif label.anchor is Anchor.MIDDLE:
            self.canv.drawCentredString(*place)
        else:
            self.canv.drawRightString(*place)


def _face(bold: bool) -> str:
    return fonts.BOLD if bold else fonts.REGULAR


def balance_chart(block: content.BalanceChart, styles: Styles, parent: Node) -> PictureOnPage:
    """The picture of the balance, over the whole width."""
    node = parent.child("Figure", alternative=block.texts.description)
    size = 0.9 * styles.size
    picture = balance_picture(block, WIDTH, size, lambda text, bold, points: fonts.width(text, _face(bold), points))
    return PictureOnPage(picture, node, styles)

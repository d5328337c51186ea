"""The shapes of a picture on a page: a figure with its alternative text, or a pictogram that says nothing new."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable

from redi_desktop.report import chart_blocks, colours, fonts
from redi_desktop.report.charts import balance_picture
from redi_desktop.report.comparison_chart import comparison_picture
from redi_desktop.report.pdf.styles import WIDTH, Styles, colour_of
from redi_desktop.report.pdf.tags import Node
from redi_desktop.report.shapes import Anchor, Box, Circle, Label, Line, Picture, Polygon, Shape

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
        left, bottom = self.canv.absolutePosition(0, 0)
        self._node.place = (left, bottom, left + self.width, bottom + self.height)
        with self._node.drawn(self.canv):
            draw_shapes(self.canv, self._picture, 0, 0)


def draw_shapes(canvas: Canvas, picture: Picture, x: float, y: float) -> None:
    """Draw a picture with its lower left corner at a place of the canvas."""
    canvas.saveState()
    canvas.translate(x, y + picture.height)
    for shape in picture.shapes:
        _draw(canvas, shape)
    canvas.restoreState()


def _draw(canvas: Canvas, shape: Shape) -> None:
    if isinstance(shape, Box):
        _hatched(canvas, shape) if shape.hatched else _box(canvas, shape)
    elif isinstance(shape, Line):
        canvas.setStrokeColor(colour_of(shape.colour))
        canvas.setLineWidth(shape.thickness)
        canvas.line(shape.x1, -shape.y1, shape.x2, -shape.y2)
    elif isinstance(shape, Label):
        _label(canvas, shape)
    else:
        _outline(canvas, shape)


def _box(canvas: Canvas, box: Box) -> None:
    canvas.setFillColor(colour_of(box.colour))
    canvas.rect(box.x, -box.y - box.height, box.width, box.height, stroke=0, fill=1)


def _hatched(canvas: Canvas, box: Box) -> None:
    bottom = -box.y - box.height
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


def _outline(canvas: Canvas, shape: Circle | Polygon) -> None:
    canvas.setFillColor(colour_of(shape.colour))
    canvas.setStrokeColor(colour_of(shape.colour))
    canvas.setLineWidth(shape.thickness)
    canvas.setLineJoin(1)
    stroke, fill = int(not shape.filled), int(shape.filled)
    if isinstance(shape, Circle):
        canvas.circle(shape.x, -shape.y, shape.radius, stroke=stroke, fill=fill)
        return
    path = canvas.beginPath()
    path.moveTo(shape.corners[0][0], -shape.corners[0][1])
    for x, y in shape.corners[1:]:
        path.lineTo(x, -y)
    path.close()
    canvas.drawPath(path, stroke=stroke, fill=fill)


def _label(canvas: Canvas, label: Label) -> None:
    canvas.setFont(_face(label.bold), label.size)
    canvas.setFillColor(colour_of(label.colour))
    if label.anchor is Anchor.START:
        canvas.drawString(label.x, -label.y, label.text)
    elif label.anchor is Anchor.MIDDLE:
        canvas.drawCentredString(label.x, -label.y, label.text)
    else:
        canvas.drawRightString(label.x, -label.y, label.text)


def _face(bold: bool) -> str:
    return fonts.BOLD if bold else fonts.REGULAR


def _measure(text: str, bold: bool, points: float) -> float:
    return fonts.width(text, _face(bold), points)


def balance_chart(block: chart_blocks.BalanceChart, styles: Styles, parent: Node) -> PictureOnPage:
    """The picture of the balance, over the whole width."""
    node = parent.child("Figure", alternative=block.texts.description)
    return PictureOnPage(balance_picture(block, WIDTH, 0.9 * styles.size, _measure), node, styles)


def comparison_chart(block: chart_blocks.ComparisonChart, styles: Styles, parent: Node) -> PictureOnPage:
    """The picture of scenarios side by side, over the whole width."""
    node = parent.child("Figure", alternative=f"{block.title}. {block.description}")
    return PictureOnPage(comparison_picture(block, WIDTH, 0.9 * styles.size, _measure), node, styles)

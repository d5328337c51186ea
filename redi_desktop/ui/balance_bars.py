"""The picture that people understand: what is needed above what there is, and what is missing as a hatched gap."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from redi_desktop.formatting import money
from redi_desktop.i18n import _
from redi_desktop.report.balance_figures import BalanceFigures
from redi_desktop.ui import balance_legend
from redi_desktop.ui.balance_drawing import (
    Block,
    Picture,
    draw_bars,
    draw_name,
    draw_ring,
    draw_scale,
    laid_out,
)
from redi_desktop.ui.balance_words import headline, picture_words, segment_words
from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.fields.field import announce
from redi_desktop.ui.theme import HALF, UNIT

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class BalanceBars(QWidget):
    """Both bars on one scale of euros. The large form names the segments and bears a scale.

    Pointing at a segment, or the arrow keys, show its figure in a line below.
    """

    def __init__(self, parent: QWidget | None = None, *, large: bool = False) -> None:
        super().__init__(parent)
        self._large = large
        self._figures: BalanceFigures | None = None
        self._named: dict[str, str] = {}
        self._looked_at: int | None = None
        self._legends: dict[int, tuple[balance_legend.Entry, ...]] = {}
        self._small: QFont | None = None
        self._line_height = 0.0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if large else Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(large)
        self.setSizePolicy(policy)
        self.setMinimumWidth(UNIT * 20)

    def set_figures(self, figures: BalanceFigures | None, named: dict[str, str]) -> None:
        """Show these figures; ``named`` says what each segment is called. ``None`` draws two empty bars."""
        if figures == self._figures and named == self._named:
            return
        if figures is None or self._figures is None or len(figures.needed) != len(self._figures.needed):
            self._looked_at = None
        self._figures, self._named = figures, named
        self._legends.clear()
        self.retranslate()
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Say what the picture shows in the language in use."""
        self.setAccessibleName(_("What is needed and what there is, each month"))
        self.setAccessibleDescription(picture_words(self._figures, self._named) if self._figures else "")

    def hasHeightForWidth(self) -> bool:
        """The narrower the large form, the more names stand below it."""
        return self._large

    def heightForWidth(self, width: int) -> int:
        """High enough for captions, bars, scale, names and the line below."""
        if not self._large:
            return round(self._lower_bar().bottom() + HALF)
        legend = self._legend(width)
        bottom = legend[-1].place.bottom() if legend else self._scale_room().bottom()
        return round(bottom + self._line() + 2 * UNIT)

    def sizeHint(self) -> QSize:
        """A comfortable width."""
        width = UNIT * 80 if self._large else UNIT * 30
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As high, but narrow where it must be."""
        return QSize(UNIT * 20, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text changes its size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._legends.clear()
            self._small = None
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small_font())
        self._draw_captions(painter)
        if self._figures is None:
            self._draw_empty(painter)
            return
        picture = self._picture(self._figures)
        draw_bars(painter, picture, current_colours())
        if self._large:
            self._draw_names(painter, self._blocks(picture))
            draw_scale(painter, self._figures, self._scale_room(), current_colours())
        self._draw_gap_figure(painter, picture)
        self._draw_looked_at(painter, self._blocks(picture))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Look at the segment below the mouse."""
        if self._figures is not None:
            self._look_at(self._at(event.position()), aloud=False)

    def leaveEvent(self, event: QEvent) -> None:
        """Look at nothing."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._look_at(None, aloud=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from segment to segment."""
        if self._figures is None or event.key() not in _STEPS:
            super().keyPressEvent(event)
            return
        count = len(self._figures.needed) + len(self._figures.available)
        step = _STEPS[Qt.Key(event.key())]
        before = self._looked_at if self._looked_at is not None else (-1 if step > 0 else count)
        self._look_at(min(max(before + step, 0), count - 1), aloud=True)

    def figure_text(self) -> str:
        """The name and figure of the segment that is looked at; empty where none is."""
        if self._figures is None or self._looked_at is None:
            return ""
        segments = (*self._figures.needed, *self._figures.available)
        return segment_words(segments[self._looked_at], self._named)

    def _look_at(self, place: int | None, *, aloud: bool) -> None:
        if place == self._looked_at:
            return
        self._looked_at = place
        self.setToolTip("" if self._large else self.figure_text())
        if aloud:
            announce(self, self.figure_text())
        self.update()

    def _at(self, position: QPointF) -> int | None:
        if self._figures is None:
            return None
        blocks = self._blocks(self._picture(self._figures))
        return next((place for place, block in enumerate(blocks) if block.rect.contains(position)), None)

    @staticmethod
    def _blocks(picture: Picture) -> tuple[Block, ...]:
        return (*picture.needed, *picture.available)

    def _picture(self, figures: BalanceFigures) -> Picture:
        return laid_out(figures, self._upper_bar(), self._lower_bar())

    def _small_font(self) -> QFont:
        """Measured once for each size of the text: the picture asks for it in every part."""
        if self._small is None:
            self._small = QFont(self.font())
            self._small.setPointSizeF(self._small.pointSizeF() * 9.5 / 10.5)
            self._line_height = QFontMetricsF(self._small).height()
        return self._small

    def _line(self) -> float:
        self._small_font()
        return self._line_height

    def _bar_height(self) -> float:
        return max(4.0 * UNIT, self._line() + UNIT) if self._large else max(2.0 * UNIT, self._line() * 0.8)

    def _upper_bar(self) -> QRectF:
        return QRectF(1, self._line() + HALF, self.width() - 2, self._bar_height())

    def _lower_bar(self) -> QRectF:
        upper = self._upper_bar()
        return upper.translated(0, upper.height() + UNIT + self._line() + HALF)

    def _scale_room(self) -> QRectF:
        lower = self._lower_bar()
        return QRectF(lower.left(), lower.bottom() + HALF, lower.width(), self._line() + UNIT)

    def _draw_names(self, painter: QPainter, blocks: tuple[Block, ...]) -> None:
        metrics = QFontMetricsF(painter.font())
        for block in blocks:
            if balance_legend.fits(block, self._named, metrics):
                draw_name(painter, block, self._named.get(block.segment.key, block.segment.key))
        balance_legend.draw(painter, self._legend(self.width()), current_colours())

    def _legend(self, width: int) -> tuple[balance_legend.Entry, ...]:
        """What stands below the scale at a width; measured once, for the layouts around ask again and again."""
        if width not in self._legends:
            self._legends[width] = self._measured_legend(width)
        return self._legends[width]

    def _measured_legend(self, width: int) -> tuple[balance_legend.Entry, ...]:
        if self._figures is None or not self._large:
            return ()
        metrics = QFontMetricsF(self._small_font())
        upper = QRectF(1, 0, width - 2, 1)
        blocks = balance_legend.nameless(self._blocks(laid_out(self._figures, upper, upper)), self._named, metrics)
        room = QRectF(1, self._scale_room().bottom() + UNIT, width - 2, 0)
        return balance_legend.laid_out(blocks, self._named, metrics, room)

    def _draw_captions(self, painter: QPainter) -> None:
        needed = money(self._figures.needed_total) if self._figures else ""
        available = money(self._figures.available_total) if self._figures else ""
        for caption, amount, bar in (
            (_("Needed"), needed, self._upper_bar()),
            (_("Available"), available, self._lower_bar()),
        ):
            line = QRectF(bar.left(), bar.top() - self._line() - HALF, bar.width(), self._line())
            painter.setPen(QColor(current_colours().quiet))
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, caption)
            painter.setPen(QColor(current_colours().text))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, amount)

    def _draw_empty(self, painter: QPainter) -> None:
        painter.setPen(QColor(current_colours().line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for bar in (self._upper_bar(), self._lower_bar()):
            painter.drawRect(bar)

    def _draw_gap_figure(self, painter: QPainter, picture: Picture) -> None:
        """The figure of the gap in its middle, on a ground of its own; beside the caption where there is no room."""
        figures = self._figures
        if figures is None or not figures.missing or not self._large:
            return
        words = headline(-figures.missing)
        text = words if self._fits(words, picture.missing) else money(figures.missing)
        if not self._fits(text, picture.missing):
            self._draw_beside_caption(painter, words)
            return
        width = QFontMetricsF(painter.font()).horizontalAdvance(text) + UNIT
        ground = QRectF(0, 0, width, self._line() + 2)
        ground.moveCenter(picture.missing.center())
        painter.fillRect(ground, QColor(current_colours().amber_soft))
        painter.setPen(QColor(current_colours().amber))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_beside_caption(self, painter: QPainter, words: str) -> None:
        bar = self._lower_bar()
        start = QFontMetricsF(painter.font()).horizontalAdvance(_("Available")) + 2 * UNIT
        line = QRectF(bar.left() + start, bar.top() - self._line() - HALF, bar.width() - start, self._line())
        painter.setPen(QColor(current_colours().amber))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, words)

    def _fits(self, text: str, room: QRectF) -> bool:
        return QFontMetricsF(self._small_font()).horizontalAdvance(text) + 2 * UNIT < room.width()

    def _draw_looked_at(self, painter: QPainter, blocks: tuple[Block, ...]) -> None:
        if self._looked_at is None:
            text = _("Arrow keys or mouse: the figure of each part.") if self._large and self.hasFocus() else ""
        else:
            draw_ring(painter, blocks[self._looked_at].rect, current_colours())
            text = self.figure_text()
        if self._large:
            painter.setPen(QColor(current_colours().text))
            line = QRectF(1, self.height() - self._line() - UNIT, self.width() - 2, self._line() + UNIT)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

"""One page of a document as it will be printed, and buttons to turn the pages."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.theme import UNIT, set_role

A4 = 297 / 210
_TURNING = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Left: -1}


class Sheet(QWidget):
    """The sheet of paper; white in every palette, for paper is."""

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_image(self, image: QImage | None) -> None:
        """Show a page, or an empty sheet."""
        self._image = image
        self.updateGeometry()
        self.update()

    def image(self) -> QImage | None:
        """The page that is shown."""
        return self._image

    def hasHeightForWidth(self) -> bool:
        """A sheet keeps its form."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the page at that width."""
        image = self._image
        return round(width * (image.height() / image.width() if image is not None else A4))

    def sizeHint(self) -> QSize:
        """As wide as a page is read comfortably."""
        width = UNIT * 80
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow where it must be."""
        return QSize(UNIT * 20, UNIT * 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page at the width that there is."""
        painter, colours = QPainter(self), current_colours()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        sheet = QRect(0, 0, self.width(), min(self.height(), self.heightForWidth(self.width())))
        painter.fillRect(sheet, Qt.GlobalColor.white)
        if self._image is not None:
            painter.drawImage(sheet, self._image)
        painter.setPen(QPen(QColor(colours.accent), 2) if self.hasFocus() else QPen(QColor(colours.line), 1))
        painter.drawRect(sheet.adjusted(0, 0, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page up, page down and the arrows turn the pages."""
        if event.key() in _TURNING and not event.modifiers():
            self.turned.emit(_TURNING[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class PagePreview(QWidget):
    """The sheet below its buttons. ``page_asked`` carries the number of the page to draw, the first is 0."""

    page_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._pages = 0, 0
        self._waiting = False
        self.before, self.after, self._where = QPushButton(self), QPushButton(self), QLabel(self)
        set_role(self._where, "quiet")
        self.before.clicked.connect(self._turn_back)
        self.after.clicked.connect(self._turn_on)
        self.sheet = Sheet(self)
        self.sheet.turned.connect(self._turn)
        for button in (self.before, self.after):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(FieldLine(self.before, self.after, self._where))
        column.addWidget(self.sheet)
        self.retranslate()

    @property
    def page(self) -> int:
        """The number of the page that is shown, the first is 0."""
        return self._page

    def set_pages(self, pages: int) -> None:
        """A document of so many pages is there; it is opened where the last one was, as far as it goes."""
        self._pages, self._waiting = pages, False
        self._page = min(self._page, max(pages - 1, 0))
        self._say_page()
        if pages:
            self.page_asked.emit(self._page)

    def wait(self) -> None:
        """Another document is being made; until then the last one stays in sight, its pages unturned."""
        self._pages, self._waiting = 0, True
        self._say_page()

    def clear(self) -> None:
        """Show an empty sheet."""
        self._page = self._pages = 0
        self._waiting = False
        self.sheet.show_image(None)
        self._say_page()

    def retranslate(self) -> None:
        """Say every text in the language in use."""
        self.before.setText(_("Page before"))
        self.after.setText(_("Next page"))
        self.sheet.setAccessibleDescription(
            _("A picture of the page. The same document saved as a web page can be read aloud.")
        )
        self._say_page()

    def _say_page(self) -> None:
        words = _("The document is being made…") if self._waiting else ""
        if self._pages:
            words = _("Page {page} of {pages}").format(page=self._page + 1, pages=self._pages)
        self._where.setMinimumHeight(self.after.sizeHint().height())
        self._where.setText(words)
        self.sheet.setAccessibleName(words or _("Preview"))
        self.before.setEnabled(0 < self._page < self._pages)
        self.after.setEnabled(self._page + 1 < self._pages)

    def _turn_back(self) -> None:
        self._turn(-1)

    def _turn_on(self) -> None:
        self._turn(1)

    def _turn(self, step: int) -> None:
        page = min(max(self._page + step, 0), max(self._pages - 1, 0))
        if page != self._page:
            self._page = page
            self._say_page()
            self.page_asked.emit(page)

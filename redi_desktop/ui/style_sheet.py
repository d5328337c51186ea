"""The little style sheet: sizes of text by role, frames of controls, and the focus ring. Fusion draws all the rest."""

from __future__ import annotations

from string import Template

from redi_desktop import paths
from redi_desktop.ui.colours import CONTRAST, Colours

_SIZES = {"body": 1.0, "title": 15 / 10.5, "section": 12 / 10.5, "small": 9.5 / 10.5}
_MARKS = {"mark": 12 / 10.5, "box": 16 / 10.5, "drop": 26 / 10.5}

# Windows has fonts of its own for lists, menus and the like, which go before the program's; a sheet goes before both.
_SHEET = Template("""
QAbstractItemView, QMenu, QToolTip { font-family: "Noto Sans"; font-size: ${body}pt; }
QFrame[role="bar"] { background: $card; border: none; border-bottom: 1px solid $line; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="section"] { font-size: ${section}pt; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="help"], QLabel[role="quiet"] { font-size: ${small}pt; color: $quiet; }
QLabel[role="headline"] { font-size: ${section}pt; }
QLabel[role="strip"] { font-size: ${body}pt; }
QLabel[role="mark"] {
    font-size: ${small}pt; color: $accent; background: $accent_soft; border: 1px solid $accent; border-radius: 4px;
    padding: 1px 6px;
}
QLabel[role="error"] { font-size: ${small}pt; color: $brick; }
QFrame[role="card"] { background: $card; border: 1px solid $line; border-radius: 8px; }
QFrame[role="guide"] { background: $card; border: 2px solid $accent; border-radius: 8px; }
QFrame[role="notice"] { background: $amber_soft; border: 1px solid $amber_line; border-radius: 8px; }

QLineEdit, QPlainTextEdit, QComboBox {
    background: $card; border: 1px solid $border; border-radius: 4px; padding: 5px 8px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit { padding: 3px 4px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {
    background: $brick_soft; border: 2px solid $brick; padding: 4px 7px;
}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 2px solid $accent; padding: 4px 7px; }
QPlainTextEdit[wrong="true"], QPlainTextEdit:focus { padding: 2px 3px; }
QLineEdit:disabled, QComboBox:disabled { color: $off; border: 1px $off_edge $off_ring; }
QComboBox { padding-right: ${drop}px; }
QComboBox::drop-down { subcontrol-origin: padding; subcontrol-position: center right; width: ${drop}px; border: none; }
QComboBox::down-arrow { image: url("$chevron"); width: ${mark}px; height: ${mark}px; }
QCheckBox { spacing: 8px; padding: 3px 4px 3px 0px; border: 2px solid transparent; border-radius: 4px; }
QCheckBox:focus { border-color: $accent; }
QCheckBox::indicator, QListView::indicator {
    width: ${box}px; height: ${box}px; background: $card; border: 1px solid $border; border-radius: 3px;
}
QCheckBox::indicator:checked, QListView::indicator:checked {
    width: ${ticked}px; height: ${ticked}px; border: 2px solid $accent; image: url("$tick");
}
QCheckBox:disabled { color: $off; }
QCheckBox::indicator:disabled { border: 1px $off_edge $off_ring; }
QRadioButton { spacing: 8px; padding: 3px 4px 3px 3px; border: 2px solid transparent; border-radius: 4px; }
QRadioButton:focus { border-color: $accent; }
QRadioButton:disabled { color: $off; }
QRadioButton::indicator {
    width: ${ring}px; height: ${ring}px; background: $card; border: 1px solid $border; border-radius: ${round}px;
}
QRadioButton::indicator:checked {
    width: ${chosen}px; height: ${chosen}px; border: 2px solid $accent; border-radius: ${round}px; image: url("$dot");
}
QRadioButton::indicator:disabled { border-color: $off_ring; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $border; padding: 4px; outline: 0; }

QPushButton {
    background: $card; color: $text; border: 1px solid $border; border-radius: 4px; padding: 5px 14px;
}
QPushButton, QCheckBox, QRadioButton, QComboBox { outline: 0; }
QPushButton:hover { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 13px; }
QPushButton:disabled { color: $off; border: 1px $off_edge $off_ring; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $off_ground; color: $quiet; border: 1px $off_edge $off_ring; }
QPushButton[role="link"] {
    background: transparent; color: $accent; border: 2px solid transparent; padding: 2px 4px 2px 0px;
    text-align: left; text-decoration: underline;
}
QPushButton::menu-indicator {
    image: url("$chevron"); width: ${mark}px; height: ${mark}px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 6px;
}
QPushButton[role="flat"] { background: transparent; border: 2px solid transparent; padding: 4px 8px; }
QPushButton[role="flat"]:hover { background: $accent_soft; }
QPushButton[role="unfold"] {
    background: transparent; color: $accent; border: 2px solid transparent; padding: 4px 8px;
    text-decoration: underline;
}
QPushButton[role="unfold"]:hover { background: $accent_soft; }
QPushButton[role="link"]:focus, QPushButton[role="flat"]:focus, QPushButton[role="unfold"]:focus {
    border: 2px solid $accent;
}
QPushButton[role="flat"]:checked, QPushButton[role="unfold"]:checked { background: $accent_soft; font-weight: 600; }
QPushButton[role="steps"] { font-weight: 600; padding: 4px 18px 4px 10px; }
QPushButton[role="steps"]:focus { padding: 3px 17px 3px 9px; }
QPushButton[role="segment"]:checked { background: $accent_soft; border-color: $accent; font-weight: 600; }
QPushButton[role="segment"]:checked:focus { border: 2px solid $text; }
QFrame[role="alert"] { background: $amber_soft; border: none; border-bottom: 1px solid $amber_line; }
QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QAbstractItemView[role="table"] {
    background: $card; border: 1px solid $line; border-radius: 4px; gridline-color: $line; outline: 0;
    selection-background-color: $accent_soft; selection-color: $text;
}
QAbstractItemView[role="table"]:focus { border: 2px solid $accent; }
QTreeView[role="table"]::item { padding: 4px 4px; }
QTableView[role="table"]::item { padding: 0px 6px; }
QAbstractItemView[role="table"] QHeaderView::section {
    background: $card; color: $quiet; border: none; border-bottom: 1px solid $border; padding: 4px 6px;
}
QListView { background: transparent; border: none; outline: 0; }
QListView[role="contents"]::item, QListView[role="ticks"]::item {
    padding: 5px 8px; border: 2px solid transparent; border-radius: 4px;
}
QListView[role="ticks"]::item { padding-left: 0px; }
QListView[role="contents"]::item:selected, QListView[role="ticks"]::item:selected {
    background: $accent_soft; color: $text;
}
QListView[role="contents"]:focus::item:selected, QListView[role="ticks"]:focus::item:selected {
    border-color: $accent;
}
QFrame[role="foot"] { border: none; border-top: 1px solid $line; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $border; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QMenu { background: $card; color: $text; border: 1px solid $border; padding: 3px; icon-size: ${box}px; }
QMenu::item { padding: 4px 14px 4px 8px; border: 2px solid transparent; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $text; border-color: $accent; }
QMenu::item:disabled { color: $off; border-color: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::icon:checked { background: transparent; border: none; }
QMenu::separator { height: 1px; background: $line; margin: 3px 8px; }
QToolTip { background: $card; color: $text; border: 1px solid $border; padding: 4px; }
""")


def style_sheet(colours: Colours, body_points: float) -> str:
    """The sheet in these colours, for a body text of that many points."""
    sizes = {name: f"{body_points * factor:.1f}" for name, factor in _SIZES.items()}
    marks = {name: round(body_points * factor) for name, factor in _MARKS.items()}
    marks |= _ring(marks["box"])
    plain = colours._asdict()
    drawn = ("chevron", "tick", "dot")
    files = {mark: paths.resource("icons", f"{mark}-{colours.name}.svg").as_posix() for mark in drawn}
    return _SHEET.substitute(plain, **sizes, **marks, **files, **_off(colours))


def _off(colours: Colours) -> dict[str, str]:
    """The edge of what cannot be used now; in high contrast, where all greys are one, it is dashed."""
    contrast = colours is CONTRAST
    return {"off_edge": "dashed" if contrast else "solid", "off_ring": colours.off if contrast else colours.line}


def _ring(side: int) -> dict[str, int]:
    """The sizes of boxes to tick, square and round: the same outside whether they are ticked or not."""
    return {"ticked": side - 2, "ring": side - 2, "chosen": side - 4, "round": side // 2}

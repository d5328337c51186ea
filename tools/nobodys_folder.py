"""The folder that stands on a picture: that of a throw-away vault is nobody's, so a likely one takes its place."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

THERE = "C:\\REDI"
_OURS = re.escape(str(Path(tempfile.gettempdir()) / "redi-demo-"))
_REAL = re.compile(_OURS + r"[^/\\\s]+(?P<inside>[/\\][\w./\\-]*)?")


def likely(text: str) -> str:
    """The text with the likely folder in it, and what lies inside written as there."""
    return _REAL.sub(lambda found: THERE + (found["inside"] or "").replace("/", "\\"), text)


@contextmanager
def nobodys_folder(window: QWidget) -> Iterator[None]:
    """As long as this lasts no line and no label shows where the throw-away vault is."""
    shown: list[QLineEdit | QLabel] = [*window.findChildren(QLineEdit), *window.findChildren(QLabel)]
    real = [(widget, text) for widget in shown if (text := widget.text()) != likely(text)]
    for widget, text in real:
        widget.setText(likely(text))
    try:
        yield
    finally:
        for widget, text in real:
            widget.setText(text)

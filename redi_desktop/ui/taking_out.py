"""Taking a page out of a stack of pages without giving it to Python's garbage collector."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget


def take_out(stack: QStackedWidget, page: QWidget) -> None:
    """Take a page out of a stack; it stays a hidden child of it until it is deleted or put elsewhere.

    WORKAROUND: after ``QStackedWidget.removeWidget`` PySide takes the page, which still has its parent, for one that
    belongs to Python alone (https://doc.qt.io/qtforpython-6/shiboken6/shibokenmodule.html tells of ``ownedByPython``).
    Python then deletes it whenever it looks for garbage, and Qt calls layouts that are half gone. Setting the parent
    anew gives the page back to Qt.
    """
    stack.removeWidget(page)
    page.setParent(stack)

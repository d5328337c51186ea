"""What opens beside the pages and is seen seldom: faults at the entrance, a new version with its effects, licences."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from redi_desktop.engine.months import Month
from redi_desktop.errors import StorageFailed
from redi_desktop.ui.entrance.asking import AskingForm
from redi_desktop.ui.entrance.form import Way
from redi_desktop.ui.locking.leaving import Wait
from redi_desktop.ui.pages.documents import DocumentsPage
from redi_desktop.ui.parameters.role_words import Corner
from redi_desktop.ui.parameters.room import ParametersPage
from redi_desktop.ui.scroll_area import ScrollArea
from tools.stage import Stage

INSTALLATION, KEYBOARD = "16-installation.md", "12-keyboard.md"
SECOND = 2


def faults_at_the_entrance(played: Stage) -> Iterator[str]:
    """What is said where something is missing or wrong."""
    unlock = played.window.unlock
    for way in (Way.MAKE, Way.RECOVER, Way.RESTORE):
        unlock.take(way)
        unlock.submit()
        played.settle()
        yield f"{way.value}-lacking"
    unlock.take(Way.OPEN)
    form = unlock.form
    assert isinstance(form, AskingForm)
    form.passphrase.set_value("chat chien")
    unlock.submit()
    played.wait(lambda: bool(form.passphrase.error_text()))
    yield "unlock-wrong"
    form.passphrase.forget()
    played.wait(form.ready)


def licences(played: Stage) -> Iterator[str]:
    """The licences of others, at the end of the settings."""
    page = played.main.asides.settings()
    page.about.show_notices.setChecked(True)
    to_sight(played, page, page.about)
    yield "licences"
    page.about.show_notices.setChecked(False)


def new_version(played: Stage) -> Iterator[str]:
    """A dearer price, what it changes and what it does to every open case."""
    room = played.main.asides.parameters()
    room.show_corner(Corner.LOOK)
    played.wait(lambda: room.growing.is_done)
    room.looking.table.selectRow(SECOND)
    to_sight(played, room, room.looking.details)
    yield "parameters-entry"
    room.making.begin()
    room.show_corner(Corner.MAKE)
    played.settle(40)
    to_sight(played, room, room.making)
    yield "parameters-table"
    ask_for_dearer_price(room)
    played.wait(lambda: room.new._found is not None)
    yield "parameters-new"
    room.new.rest()


def ask_for_dearer_price(room: ParametersPage) -> None:
    """Fill in the form of a price that has changed, and look what would change with it."""
    price = room.price
    price.item.set_value("home_fridge")
    price.price.set_value(Decimal(900))
    price.month.set_value(Month(2024, 5))
    price.source.source.set_value("CPI_REPO")
    price.look.button.click()


def chapters(played: Stage) -> Iterator[str]:
    """Chapters of the manual with code, with tables, and with words that were looked for."""
    manual = played.window._manual
    if manual is None:
        return
    for name, scene in ((INSTALLATION, "manual-code"), (KEYBOARD, "manual-tables")):
        manual.show_chapter(name)
        played.settle()
        yield scene
    manual.search.setText("rec")
    played.settle()
    yield "manual-search"
    manual.search.clear()


def password(played: Stage) -> Iterator[str]:
    """A password for the PDF."""
    page = played.main.wizard.page
    if isinstance(page, DocumentsPage):
        asked = page.delivery.password
        asked.wanted.set_value(True)
        asked.wanted.edited.emit()
        yield "documents-password"
        asked.forget()


def covered(played: Stage) -> Iterator[str]:
    """The lock while the vault is still open behind it, for each reason; nothing comes after."""
    window = played.window
    vault = window._vault
    assert vault is not None
    for wait in Wait:
        window.unlock.cover(vault, wait, StorageFailed("disk_full") if wait is Wait.TROUBLE else None)
        window.setCurrentWidget(window.unlock)
        yield f"locked-{wait.value}"


def to_sight(played: Stage, area: ScrollArea, part: QWidget) -> None:
    """Bring a part of what scrolls to the top."""
    played.settle()
    area.verticalScrollBar().setValue(part.y())

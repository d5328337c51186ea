"""Every screen of the program, brought about one after the other: for the pictures, and for whoever looks at them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from PySide6.QtWidgets import QApplication, QWidget

from redi_desktop.casefile import changes, scenarios
from redi_desktop.casefile.steps import Step
from redi_desktop.engine.changes_of_life import ChangeKind
from redi_desktop.ui.entrance.form import Way
from redi_desktop.ui.pages.expenses import ExpensesPage
from redi_desktop.ui.pages.result import ResultPage
from redi_desktop.ui.parameters.role_words import Corner
from redi_desktop.ui.scroll_area import ScrollArea
from redi_desktop.ui.tour.stops import STOPS
from redi_desktop.ui.why.asked import Asked, Figure
from tools.scenes_dialogs import chapters, covered, faults_at_the_entrance, licences, new_version, password
from tools.stage import Stage

CASE = "demo01"
COPIED = "Assurance incendie\t210,00\tan\nGSM\t30\tmois\nThéâtre\t12"


def scenes(played: Stage) -> Iterator[str]:
    """Bring about each screen in turn, and give its name."""
    yield from _ways_in(played)
    played.unlock()
    played.settle(40)
    yield "start"
    yield from _asides(played)
    played.open_case(CASE)
    for step in Step:
        played.go(step)
        yield step.value
        yield from _on_page(played, step)
    yield from _care(played)
    yield from covered(played)


def scrolled(window: QWidget) -> QWidget | None:
    """What scrolls on a screen, whole; ``None`` where all of it is in sight."""
    areas = [
        area for area in window.findChildren(ScrollArea) if area.isVisible() and area.verticalScrollBar().maximum()
    ]
    highest = max(areas, key=lambda area: area.verticalScrollBar().maximum(), default=None)
    return highest.widget() if highest is not None else None


def _ways_in(played: Stage) -> Iterator[str]:
    unlock = played.window.unlock
    for way in (Way.RECOVER, Way.RESTORE, Way.MAKE):
        unlock.take(way)
        yield way.value
    played.make_vault_beside()
    yield "sheet"
    unlock.submit()
    yield "sheet-typed-back"
    played.window.lock()
    unlock.take(Way.OPEN)
    yield "unlock"
    yield from faults_at_the_entrance(played)


def _asides(played: Stage) -> Iterator[str]:
    main = played.main
    main.navigation.show_settings()
    page = main.asides.settings()
    played.wait(lambda: page.growing.is_done and page.backups._state is not None)
    yield "settings"
    page.safety.passphrase.open.setChecked(True)
    yield "passphrase-change"
    page.safety.passphrase.open.setChecked(False)
    page.recovery.make.button.click()
    played.wait(lambda: page.recovery.proof is not None)
    page.ensureWidgetVisible(page.recovery)
    yield "recovery"
    page.recovery.go_on.click()
    played.settle()
    yield "recovery-typed-back"
    yield from licences(played)
    main.navigation.show_today()
    main.cases.several.click()
    several = main.asides._several
    played.wait(lambda: several is not None and several.paper.save_pdf.isEnabled())
    yield "several"
    main.navigation.show_today()
    yield from _room(played)
    played.window.show_manual()
    yield "manual"
    yield from chapters(played)
    played.window._leave_manual()
    main.begin_tour()
    for number, stop in enumerate(STOPS, start=1):
        played.settle()
        yield f"tour-{number}-{stop.place.value}"
        main._tour.guide.next.click() if main._tour is not None else None
    played.settle()


def _room(played: Stage) -> Iterator[str]:
    played.main.navigation.show_parameters()
    room = played.main.asides.parameters()
    played.wait(lambda: room.state is not None)
    for corner in Corner:
        room.show_corner(corner)
        played.wait(lambda: room.growing.is_done)
        yield f"parameters-{corner.value}"
    yield from new_version(played)
    played.main.navigation.show_today()


def _on_page(played: Stage, step: Step) -> Iterator[str]:
    """What opens on a page, and goes again."""
    page = played.main.wizard.page
    if isinstance(page, ExpensesPage):
        page.rows.rows()[0].more.setChecked(True)
        yield "expenses-details"
        QApplication.clipboard().setText(COPIED)
        page.paste_table.paste()
        played.settle(40)
        page.paste_table.button.setFocus()
        yield "paste"
        QApplication.clipboard().clear()
        played.main.navigation.undo()
    if isinstance(page, ResultPage):
        page.ask(Asked(Figure.RETAINED, "housing"))
        yield "why"
        page.why.close_panel()
    yield from password(played)
    if step is Step.SCENARIOS:
        played.change(lambda case: scenarios.add_scenario(case, ChangeKind.TAKE_JOB))
        yield "scenario-new"
        played.main.navigation.undo()


def _a_dearer_rent(played: Stage) -> None:
    """An hour later the rent has gone up, so that there is something to compare."""
    if played.clock is not None:
        played.clock.put_on(timedelta(minutes=74))
    played.change(lambda case: changes.change_expense(case, "e1", amount=Decimal("815.00")))
    played.main.navigation.show_care()


def _care(played: Stage) -> Iterator[str]:
    main = played.main
    main.navigation.show_care()
    page = main.asides._care
    assert page is not None
    played.wait(lambda: page.growing.is_done)
    for count in (1, 2):
        page.kept_results.keep_now()
        played.wait(lambda count=count: len(page.kept_results._results) == count)  # type: ignore[misc]
        if count == 1:
            _a_dearer_rent(played)
    page.verticalScrollBar().setValue(0)
    yield "case-kept-and-compared"
    for name, card in (("timeline", page.timeline), ("handover", page.handing_over), ("erase", page.erasing)):
        if card is page.erasing:
            page.erasing.begin.click()
            played.settle()
        page.ensureWidgetVisible(card)
        page.verticalScrollBar().setValue(card.y())
        yield name

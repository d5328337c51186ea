"""A worker's day at a vault of ten thousand cases: how long the window does not answer, deed by deed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from redi_desktop.casefile import changes
from redi_desktop.casefile.steps import Step
from redi_desktop.demo import PASSPHRASE
from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.store.vault import Vault
from redi_desktop.ui.case_care.care_page import CarePage
from redi_desktop.ui.case_views import Order, View
from redi_desktop.ui.main_window import MainWindow
from redi_desktop.ui.pages.documents import DocumentsPage
from redi_desktop.ui.pages.expenses import ExpensesPage
from redi_desktop.ui.pages.result import ResultPage
from redi_desktop.ui.pages.scenarios import ScenariosPage
from redi_desktop.ui.several.several_page import SeveralPage
from redi_desktop.ui.why.asked import Asked, Figure
from redi_desktop.words.vocabulary import label
from tools.bench_session import WARM_SECONDS, Session
from tools.bench_store import invented_cases
from tools.bench_window import crowded
from tools.measure import Measure
from tools.stage import USUAL, Stage, stage

CASES, EVENTS, PASTED, CHAPTERS = 10_000, 300, 40, 3
CASE = "demo01"
WIDE = QSize(1920, 1080)
Deed = tuple[str, Callable[[], object], Callable[[], bool] | None]
"""What is done, how, and what is waited for."""


def measures() -> Iterator[Measure]:
    """Every kind of deed of the day at its longest, and the longest freeze of all."""
    with stage("fr", fill=_fill) as played:
        day, found = _Day(played), dict[str, Measure]()
        for name, deed, until in day.deeds():
            found[name] = day.session.act(name, deed, until)
        found["close"] = day.session.close("close, until it is out of sight", played.window)
        yield from found.values()
        yield day.session.longest()


def _fill(vault: Vault) -> None:
    """Many cases, and one of many expenses with a long past."""
    vault.cases.save_all(invented_cases(CASES), "bench")
    case = crowded(vault.cases.load(CASE))
    for number in range(EVENTS):
        vault.cases.save(replace(case, comment=f"{number} {case.comment}"), f"expenses[{number % 40}].amount")


class _Day:
    """The deeds; each is made of what stands in the window when its turn comes."""

    def __init__(self, played: Stage) -> None:
        self._played = played
        self.session = Session(played, "10,000 cases")
        self._folder = Path(tempfile.mkdtemp(dir=played.window._services.default_vault_folder.parent))

    def deeds(self) -> Iterator[Deed]:
        """From the passphrase to the second time it is typed."""
        yield "unlock, list first shown", self._unlock, self._is_listed
        self.session.rest("making the pages ready", lambda: self._main.warming.is_done, WARM_SECONDS)
        yield from self._at_the_list()
        yield "open a case", partial(self._main.desk.open, CASE), lambda: self._main.desk.session is not None
        self.session.rest("showing the case", lambda: self._main.warming.is_done, WARM_SECONDS)
        yield from self._on_the_pages()
        yield from self._with_documents()
        yield from self._around_the_case()
        yield from self._in_every_language()
        yield from self._in_every_size()
        yield from self._in_other_colours()
        yield "return to the start page", self._main.navigation.show_today, lambda: self._main.desk.session is None
        yield "archive a case", partial(self._main.desk.archive, CASE, True), None
        yield from self._behind_the_lock()

    @property
    def _main(self) -> MainWindow:
        return self._played.main

    def _unlock(self) -> None:
        self._played.window.unlock.open_with(PASSPHRASE)

    def _is_listed(self) -> bool:
        return self._played.window.main is not None and len(self._main.cases._model.cases) > CASES

    def _at_the_list(self) -> Iterator[Deed]:
        cases = self._main.cases
        for key in "celik":
            yield "a key in the search", partial(QTest.keyClicks, cases.search, key), None
        yield "search cleared", cases.search.clear, self._is_listed
        for order in Order:
            yield f"sort by {order.value}", partial(self._choose_order, order), None
        for view in (View.DUE, View.ALL, View.OPEN):
            yield f"filter {view.value}", partial(cases.show_view, view), None

    def _choose_order(self, order: Order) -> None:
        choice = self._main.cases.order_choice
        choice.setCurrentIndex(list(Order).index(order))
        choice.activated.emit(choice.currentIndex())

    def _on_the_pages(self) -> Iterator[Deed]:
        wizard = self._main.wizard
        for step in Step:
            yield f"first opening: {step.value}", partial(wizard.go, step), None
            page = wizard.page
            if isinstance(page, ExpensesPage):
                yield "paste 40 rows", partial(self._paste, page), page.is_whole
                yield "undo the pasting", self._main.navigation.undo, page.is_whole
                yield "redo the pasting", self._main.navigation.redo, page.is_whole
                yield "look for earlier amounts", page.earlier.button.click, partial(_said, page)
            if isinstance(page, ResultPage):
                yield "why is the total so", partial(page.ask, Asked(Figure.RETAINED_TOTAL)), None
                yield "close why", page.why.close_panel, None
            if isinstance(page, ScenariosPage):
                yield "add a scenario", page.rows.add_row, page.is_whole
        for step in (Step.EXPENSES, Step.RESULT, Step.HOUSEHOLD):
            yield f"opening again: {step.value}", partial(wizard.go, step), None

    def _paste(self, page: ExpensesPage) -> None:
        kinds = tuple(ExpenseKind)[:PASTED]
        rows = (f"{label(kinds[place % len(kinds)])}\t{20 + place},00" for place in range(PASTED))
        QApplication.clipboard().setText("\n".join(rows))
        page.paste_table.paste()

    def _with_documents(self) -> Iterator[Deed]:
        wizard = self._main.wizard
        yield "documents again", partial(wizard.go, Step.DOCUMENTS), None
        page = wizard.page
        assert isinstance(page, DocumentsPage)
        preview = page.preview
        yield "preview of the first sheet", preview.wait, lambda: preview.sheet.image() is not None
        yield "preview of the next sheet", preview._turn_on, lambda: preview.sheet.image() is not None
        target = self._folder / "report.pdf"
        yield "save the document", partial(page.save_to, target), target.exists
        for form in ("budget.xlsx", "case.json"):
            written = self._folder / form
            yield f"export {form}", partial(page.exports.write_to, written), written.exists

    def _around_the_case(self) -> Iterator[Deed]:
        main, window = self._main, self._played.window
        yield "this case", main.navigation.show_care, None
        care = main.asides._care
        assert isinstance(care, CarePage)
        for count in (1, 2):
            kept = partial(lambda count: len(care.kept_results._results) >= count, count)
            yield "keep a result", care.kept_results.keep_now, kept
            if count == 1:
                dearer = partial(changes.change_expense, row_id="e1", amount=Decimal(815))
                yield (
                    "a change from outside",
                    partial(self._played.change, dearer),
                    None,
                )
        for _more in range(3):
            yield "more of the timeline", care.timeline.more.click, None
        yield "compare two results", care.kept_results._compare, None
        yield "back to the case", main.navigation.go_back, None
        yield "manual first opened", window.show_manual, None
        manual = window._manual
        assert manual is not None
        for place in range(1, CHAPTERS + 1):
            yield "another chapter", partial(manual.contents.setCurrentRow, place), None
        for key in "budget":
            yield "a key in the search of the manual", partial(QTest.keyClicks, manual.search, key), None
        yield "leave the manual", window._leave_manual, None
        yield from self._tour()
        yield "several cases", main.cases.several.click, None
        several = main.asides._several
        assert isinstance(several, SeveralPage)
        yield "back again", main.navigation.go_back, None

    def _tour(self) -> Iterator[Deed]:
        yield "tour", self._main.begin_tour, None
        tour = self._main._tour
        while tour is not None and tour.is_on:
            yield "next stop of the tour", tour.guide.next.click, None

    def _in_every_language(self) -> Iterator[Deed]:
        for step in Step:
            yield f"to {step.value} in another language", partial(self._main.wizard.go, step), None
            for code in ("nl", "de", "fr"):
                yield f"language on {step.value}", partial(self._played.window.speak, code), None
            yield f"language left {step.value}", partial(self._played.window.speak, "nl"), None

    def _in_every_size(self) -> Iterator[Deed]:
        for step in (Step.EXPENSES, Step.RESULT):
            yield f"{step.value} before the window grows", partial(self._main.wizard.go, step), None
            for size in (WIDE, USUAL):
                yield f"window {size.width()} wide: {step.value}", partial(self._played.window.resize, size), None

    def _in_other_colours(self) -> Iterator[Deed]:
        """As when the desktop changes its colours while the fullest pages are open."""
        for step in (Step.EXPENSES, Step.RESULT):
            yield f"{step.value} before the colours change", partial(self._main.wizard.go, step), None
            for theme in ("dark", "light"):
                change = partial(self._main.settings_changed.emit, {"theme": theme})
                yield f"other colours: {step.value}", change, self._is_dressed

    def _is_dressed(self) -> bool:
        """Whether the window is shown whole, and its other pages are ready again."""
        return self._played.window.updatesEnabled() and self._main.warming.is_done

    def _behind_the_lock(self) -> Iterator[Deed]:
        window = self._played.window
        yield "open a case again", partial(self._main.desk.open, CASE), lambda: self._main.desk.session is not None
        yield "lock", window.lock, lambda: window.main is None
        yield "unlock again", self._unlock, self._is_listed


def _said(page: ExpensesPage) -> bool:
    """Whether the page has answered."""
    return bool(page.earlier.notice.text()) or page.earlier.menu.isVisible()

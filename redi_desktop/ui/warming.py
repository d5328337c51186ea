"""Does while nobody types what would be waited for later: loads modules, makes the pages, shows the open case on them.

A little at a time, and never soon after a key or a click: the window answers as if nothing went on.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject

from redi_desktop.ui.calm import Calm
from redi_desktop.ui.once import once_after
from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.wizard import Wizard

PAUSE = 20
"""Milliseconds between two pieces of work."""
LOOK_AGAIN = 200
"""Milliseconds until the next look, while somebody is busy."""
_PAGES = (
    *("page", "section", "row", "rows", "request", "person_row", "household", "housing", "income_row", "income"),
    *("options", "expense_row", "expense_details", "expenses", "debt_row", "debts", "right_row", "question_list"),
    *("rights_sections", "proposal_section", "result", "scenario_row", "scenarios", "opinion", "decision"),
)
IN_THE_WINDOW = tuple(f"redi_desktop.ui.pages.{name}" for name in _PAGES)
"""Modules of the pages, those that others need first."""
BESIDE = (
    *("redi_desktop.ui.settings.settings_page", "redi_desktop.ui.case_care.care_page"),
    *("redi_desktop.ui.parameters.room", "redi_desktop.ui.parameters.history"),
    *("lxml.etree", "PIL.Image", "pikepdf._core", "pikepdf.models", "pikepdf", "pypdfium2"),
    *("reportlab.lib.utils", "reportlab.pdfbase.pdfutils", "reportlab.pdfbase.ttfonts", "reportlab.pdfgen.canvas"),
    *("reportlab.platypus", "redi_desktop.report.content", "redi_desktop.report.social_report"),
    *("redi_desktop.report.make", "redi_desktop.report.pdf.render", "redi_desktop.ui.pages.documents"),
    *("redi_desktop.ui.manual.manual_page", "redi_desktop.ui.several.several_page"),
)
"""What the other pages need, and what draws documents: loaded beside the window, one after the other.

The corners of the room of the parameters are seldom visited: each loads what it needs when it is first shown.
"""


class Warming(QObject):
    """Ends by itself when everything is ready; begins again with another case."""

    def __init__(self, wizard: Wizard, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wizard, self._tasks, self._calm = wizard, tasks, Calm(self)
        self._work: Iterator[None] = iter(())
        self._breathes = False
        """Whether it leaves a turn to what follows from its work: Qt counts the pause from before a long piece."""
        self._timer = once_after(LOOK_AGAIN, self._go_on, self)
        wizard.typed.connect(self._calm.disturb)
        wizard.step_changed.connect(self._calm.disturb)

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to be made ready."""
        return not self._timer.isActive()

    def begin(self) -> None:
        """Begin, or begin again for a case that was opened."""
        self._calm.watch(self._wizard.window().windowHandle())
        self._calm.disturb()
        self._work = self._pieces()
        self._timer.start(LOOK_AGAIN)

    def stop(self) -> None:
        """Make nothing more ready."""
        self._timer.stop()

    def _go_on(self) -> None:
        if not self._calm.is_there:
            self._timer.start(LOOK_AGAIN)
        elif self._breathes or next(self._work, self) is not self:
            self._breathes = not self._breathes
            self._timer.start(PAUSE)

    def _beside(self, work: Callable[[], object]) -> Iterator[None]:
        """Have something done beside the window."""
        under_way = self._tasks.aside(work)
        while not under_way.done():
            yield

    def _pieces(self) -> Iterator[None]:
        for name in IN_THE_WINDOW:
            if name not in sys.modules:
                import_module(name)
                yield
        for name in BESIDE:
            if name not in sys.modules:
                yield from self._beside(partial(import_module, name))
        assessment = self._wizard.live.assessment
        if assessment is not None:
            yield from self._beside(partial(getattr, assessment, "rights"))
        yield from self._wizard.warm()

"""Work on several cases as one sees it: how far it is, a button to stop it, and how it ended."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from redi_desktop.errors import UserError
from redi_desktop.i18n import _, ngettext
from redi_desktop.ui.fields.field import announce
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.several.one_by_one import OneByOne, Trouble
from redi_desktop.ui.theme import UNIT, set_role
from redi_desktop.words import problems

MOST_TROUBLES = 3
"""Cases named that failed; of more only how many."""


class RunLine(QWidget):
    """Shows what a :class:`OneByOne` does."""

    def __init__(self, run: OneByOne, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._state = (0, 0)
        self.bar, self.cancel, self._how_far, self.notice = (
            QProgressBar(self), QPushButton(self), QLabel(self), Notice(self),
        )  # fmt: skip
        set_role(self._how_far, "quiet")
        self.bar.setTextVisible(False)
        self.cancel.setAutoDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.bar)
        column.addLayout(FieldLine(self.cancel, self._how_far))
        column.addWidget(self.notice)
        self.cancel.clicked.connect(run.stop)
        run.moved.connect(self._on_moved)
        run.ended.connect(self._on_ended)
        self._show(False)

    @property
    def is_under_way(self) -> bool:
        """Whether cases are being worked on."""
        return self._run.is_under_way

    def text(self) -> str:
        """How it ended; empty where nothing was done yet."""
        return self.notice.text()

    def say(self, words: str) -> None:
        """Say how it ended."""
        self.notice.show_text(words)
        announce(self, words)

    def say_problem(self, problem: UserError) -> None:
        """Say why it did not."""
        self.say(problems.sentence(problem))

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.cancel.setText(_("Cancel"))
        self.bar.setAccessibleName(_("Progress"))
        self._say_how_far()

    def _show(self, shown: bool) -> None:
        for widget in (self.bar, self.cancel, self._how_far):
            widget.setVisible(shown)

    def _on_moved(self, done: int, total: int) -> None:
        if done == 0:
            self.notice.show_text("")
        self._state = (done, total)
        self._show(self._run.is_under_way)
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self._say_how_far()

    def _on_ended(self, _stopped: bool) -> None:
        self._show(False)

    def _say_how_far(self) -> None:
        done, total = self._state
        self._how_far.setMinimumHeight(self.cancel.sizeHint().height())
        self._how_far.setText(_("{done} of {total}").format(done=done, total=total))


def trouble_words(troubles: list[Trouble]) -> str:
    """Why cases failed, each reason once; empty where none did."""
    if not troubles:
        return ""
    words = ngettext("{count} case was left out:", "{count} cases were left out:", len(troubles))
    reasons = dict.fromkeys(problems.sentence(trouble.problem) for trouble in troubles)
    return " ".join([words.format(count=len(troubles)), *list(reasons)[:MOST_TROUBLES]])

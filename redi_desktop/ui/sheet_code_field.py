"""The code of a recovery sheet, typed from the paper: each group is checked as soon as it is whole."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from redi_desktop.errors import UserError, VaultError
from redi_desktop.i18n import _
from redi_desktop.ui.entrance.form import Need
from redi_desktop.ui.fields import LongTextField
from redi_desktop.words import problems

_UNFINISHED = "recovery_incomplete"


class SheetCodeField(LongTextField):
    """Sixteen groups of five; spaces, dashes and small letters as one likes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, fewest_lines=2, most_lines=5)
        self.edited.connect(self._check)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _("Sixteen groups of five letters and figures; capitals, spaces and dashes do not matter.")
        self.set_texts(_("&Code of the recovery sheet"), words)

    def problem(self) -> VaultError | None:
        """What is wrong with what was typed; None where it can be a sheet's code."""
        # Imported here: the window is painted sooner without the cipher.
        from redi_desktop.store.recovery import RecoveryCode

        try:
            RecoveryCode.read(self.value())
        except VaultError as problem:
            return problem
        return None

    def need(self) -> Need:
        """The field, whether it is well, and what to say where it is not."""
        if not self.value().strip():
            return self, False, _("Type the code that stands on the recovery sheet.")
        problem = self.problem()
        return self, problem is None, "" if problem is None else problems.sentence(problem)

    def told(self, problem: UserError) -> bool:
        """Say a problem with the code here; whether it is one."""
        if not problem.code.startswith("recovery_"):
            return False
        self.set_error(problems.sentence(problem))
        self.settle()
        return True

    def _check(self) -> None:
        """Say at once which group is wrong, not that the rest is still to be typed."""
        problem = self.problem()
        wrong = problem is not None and problem.code != _UNFINISHED
        self.set_error(problems.sentence(problem) if wrong and problem is not None else None)
        self.settle()

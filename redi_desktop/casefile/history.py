"""Undo and redo over the whole case."""

from __future__ import annotations

from dataclasses import dataclass, replace

from redi_desktop.casefile.model import CaseFile

DEPTH = 500


@dataclass(frozen=True, slots=True)
class History:
    """A case with the states before and after it; small steps on the same field are one."""

    present: CaseFile
    past: tuple[CaseFile, ...] = ()
    future: tuple[CaseFile, ...] = ()
    last_place: str = ""

    def changed(self, case: CaseFile, place: str = "") -> History:
        """Take a new state; several in a row under the same non-empty ``place`` are undone as one."""
        if case == self.present:
            return self
        merged = bool(place) and place == self.last_place and bool(self.past)
        past = self.past if merged else (*self.past, self.present)[-DEPTH:]
        return History(case, past, (), place)

    def settled(self) -> History:
        """The next change starts a step of its own (the field was left)."""
        return replace(self, last_place="")

    def undone(self) -> History:
        """One step back; the same history when there is none."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (self.present, *self.future))

    def redone(self) -> History:
        """One step forward again; the same history when there is none."""
        if not self.future:
            return self
        return History(self.future[0], (*self.past, self.present), self.future[1:])

"""Which packs and which policy the vault goes by, since when and why; to go back is one adoption more.

Adoptions are kept with the vault's memories, each vouched for by a row of the journal, and outlast its shortening.
What was adopted, and what it took the place of, is kept whole, so that one can always go back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from redi_desktop.errors import VaultError
from redi_desktop.packs.parcel import Parcel, Role
from redi_desktop.packs.places import PackPlace
from redi_desktop.store import clock as clocks
from redi_desktop.store.acts import Act
from redi_desktop.store.clock import Clock
from redi_desktop.store.connection import Database
from redi_desktop.store.faults import Fault, FaultKind
from redi_desktop.store.journal import Journal
from redi_desktop.store.kept_parameters import KeptParameters
from redi_desktop.store.settings_kept import VaultSettings

_NAME, _BEGUN = "adoptions", "begun_with"
LONGEST_REASON = 1000


@dataclass(frozen=True, slots=True)
class Adoption:
    """From when on what was used in the place of what, and why; an empty fingerprint is "none" (of a policy)."""

    entry: int
    written_at: str
    role: Role
    fingerprint: str
    before: str
    reason: str

    @property
    def at(self) -> datetime:
        """When it was adopted."""
        return clocks.read(self.written_at)

    @property
    def state(self) -> bytes:
        """Everything of it but its place in the journal, for the journal's digest."""
        return json.dumps([self.written_at, self.role, self.fingerprint, self.before, self.reason]).encode()


@dataclass(frozen=True, slots=True)
class Adoptions:
    """The adoptions of one open vault."""

    database: Database
    journal: Journal
    parameters: KeptParameters
    settings: VaultSettings
    clock: Clock

    def list(self) -> tuple[Adoption, ...]:
        """All of them, the oldest first."""
        written = json.loads(self.settings.memory(_NAME) or "[]")
        return tuple(Adoption(**{**row, "role": Role(row["role"])}) for row in written)

    def in_use(self) -> dict[Role, str]:
        """The fingerprint of what was adopted last for each role, else of what the vault began with.

        A role that is not in it goes by what the program brings.
        """
        return self.begun_with() | {adoption.role: adoption.fingerprint for adoption in self.list()}

    def begun_with(self) -> dict[Role, str]:
        """What the program brought when the vault was begun: a newer program does not change it in silence."""
        written: dict[str, str] = json.loads(self.settings.memory(_BEGUN) or "{}")
        return {Role(role): fingerprint for role, fingerprint in written.items()}

    def begin_with(self, brought: Mapping[Role, PackPlace]) -> None:
        """Keep what the program brings, for the roles of which nothing is kept yet."""
        known = self.begun_with()
        further = {role: place for role, place in brought.items() if role not in known}
        if not further or not self.database.writable:
            return
        with self.database.transaction():
            kept = {role: self.parameters.keep_pack(place) for role, place in further.items()}
            self.settings.remember(_BEGUN, json.dumps(known | kept))

    def adopt(self, role: Role, new: Parcel | None, old: Parcel | None, reason: str) -> Adoption:
        """Use ``new`` from now on in the place of ``old``; raises :class:`VaultError` where no reason is given."""
        said = " ".join(reason.split())[:LONGEST_REASON]
        if not said:
            raise VaultError("adoption_reason_missing")
        with self.database.transaction():
            after, before = (self.parameters.keep_parcel(one) if one is not None else "" for one in (new, old))
            moment = clocks.written(self.clock())
            adoption = Adoption(0, moment, role, after, before, said)
            digest = self.journal.digest(adoption.state)
            entry = self.journal.append(Act.PARAMETERS_ADOPTED, place=f"{role} {after[:12]}", state=digest)
            kept = (*self.list(), Adoption(entry, moment, role, after, before, said))
            self.settings.remember(_NAME, json.dumps([asdict(one) for one in kept]))
        return kept[-1]

    def verify(self) -> tuple[Fault, ...]:
        """Hold every adoption against the journal, as far back as it goes."""
        return tuple(self._faults())

    def _faults(self) -> Iterator[Fault]:
        told = "SELECT sequence, state FROM journal WHERE act = ?"
        rows = self.database.rows(told, Act.PARAMETERS_ADOPTED.value)
        vouched = {int(sequence): bytes(state) for sequence, state in rows}
        checkpoint = self.journal.checkpoint()
        for adoption in self.list():
            digest = vouched.pop(adoption.entry, None)
            taken_out = checkpoint is not None and adoption.entry <= checkpoint.sequence
            if digest != self.journal.digest(adoption.state) and not taken_out:
                yield Fault(FaultKind.PACK, f"adoption {adoption.entry}")
        yield from (Fault(FaultKind.PACK, f"adoption {entry}") for entry in vouched)

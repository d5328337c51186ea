"""How much work a passphrase costs: the parameters of Argon2id, their limits, and the choice made on this machine."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

MEBIBYTE = 1024
"""In KiB, the unit of Argon2."""


@dataclass(frozen=True, slots=True)
class KeyCost:
    """Memory in KiB, passes over it, and lanes that work side by side."""

    memory: int
    passes: int
    lanes: int

    def within(self, least: KeyCost, most: KeyCost) -> bool:
        """Whether no parameter lies outside the two."""
        return (
            least.memory <= self.memory <= most.memory
            and least.passes <= self.passes <= most.passes
            and least.lanes <= self.lanes <= most.lanes
        )


@dataclass(frozen=True, slots=True)
class KeyLimits:
    """What a vault may ask of the machine that opens it.

    The floor is the second profile of RFC 9106 (section 4); what lies above the cap would let a key file that
    somebody tampered with stop the machine. Tests hand in cheaper limits where the program is put together.
    """

    floor: KeyCost = KeyCost(64 * MEBIBYTE, 3, 4)
    cap: KeyCost = KeyCost(256 * MEBIBYTE, 12, 16)
    seconds: float = 1.0

    def admit(self, cost: KeyCost) -> bool:
        """Whether a key file of that cost is read at all."""
        return cost.within(self.floor, self.cap)

    def calibrated(self, work: Callable[[KeyCost], object]) -> KeyCost:
        """The cost that takes about :attr:`seconds` here, from one trial of ``work`` at the floor.

        Argon2's time grows with its memory, so only the memory is chosen, in whole MiB.
        """
        if self.floor.memory == self.cap.memory:
            return self.floor
        start = time.perf_counter()
        work(self.floor)
        taken = max(time.perf_counter() - start, 0.001)
        wanted = int(self.floor.memory * self.seconds / taken) // MEBIBYTE * MEBIBYTE
        return replace(self.floor, memory=min(max(wanted, self.floor.memory), self.cap.memory))


SAFE_LIMITS = KeyLimits()
"""The limits of every real vault."""

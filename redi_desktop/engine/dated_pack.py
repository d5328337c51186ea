"""What every pack says of itself, whatever it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from redi_desktop.engine.months import Month


@dataclass(frozen=True, eq=False, kw_only=True)
class DatedPack:
    """Its name and version, the months that it is meant for, and the SHA-256 of the manifest that vouches for it."""

    id: str
    version: str
    title: Mapping[str, str]
    method: Mapping[str, str]
    licence: str
    valid_from: Month
    valid_until: Month | None
    fingerprint: str

    def said_of_itself(self) -> dict[str, Any]:
        """These particulars, to make another pack of that says the same of itself."""
        return {one.name: getattr(self, one.name) for one in fields(DatedPack)}

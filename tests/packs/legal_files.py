"""The embedded legal tables as files in memory: small, and quick to load."""

from __future__ import annotations

from functools import cache

from redi_desktop.packs.embedded import LEGAL_TABLES
from redi_desktop.packs.kinds import files_of
from redi_desktop.packs.places import PackFolder
from redi_desktop.paths import resource


@cache
def _embedded() -> tuple[tuple[str, bytes], ...]:
    return tuple(files_of(PackFolder(resource("parameters", LEGAL_TABLES))).items())


def legal_files() -> dict[str, bytes]:
    """The manifest, the table and the words about it."""
    return dict(_embedded())

"""The version of the program, which stands in ``pyproject.toml`` alone."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version


@cache
def program_version() -> str:
    """The installed version; ``0`` where the program runs without having been installed."""
    try:
        return version("redi-desktop")
    except PackageNotFoundError:
        return "0"

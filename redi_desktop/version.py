"""The version of the program, which stands in ``pyproject.toml`` alone."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

_PREFIX, _SUFFIX = "redi_desktop-", ".dist-info"


@cache
def program_version() -> str:
    """The installed version; ``0`` where the program runs without having been installed.

    It is read from the name of what the installer leaves beside the packages: ``importlib.metadata`` would load the
    mail parser for it, and with that the network module that this program does without.
    """
    found = (place for folder in sys.path for place in Path(folder).glob(f"{_PREFIX}*{_SUFFIX}"))
    return next((place.name.removeprefix(_PREFIX).removesuffix(_SUFFIX) for place in found), "0")

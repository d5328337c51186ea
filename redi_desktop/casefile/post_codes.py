"""The region in which a Belgian post code lies.

Ranges as bpost gives them out: 1000 to 1299 the Brussels-Capital Region, 1300 to 1499 Walloon Brabant, 4000 to 7999 the
other Walloon provinces, all others Flanders.
"""

from __future__ import annotations

import re

from redi_desktop.engine.household import Region

_CODE = re.compile(r"(?<!\d)[1-9]\d{3}(?!\d)")
_WALLOON = (range(1300, 1500), range(4000, 8000))


def region_of(municipality: str) -> Region | None:
    """The region of a municipality written with its post code (``5000 Namur``); None where there is no code in it."""
    found = _CODE.search(municipality)
    if found is None:
        return None
    code = int(found.group())
    if code < 1300:
        return Region.BRUSSELS
    return Region.WALLONIA if any(code in codes for codes in _WALLOON) else Region.FLANDERS

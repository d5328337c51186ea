"""The region in which a Belgian post code lies.

Ranges as bpost gives them out: 1000 to 1299 the Brussels-Capital Region, 1300 to 1499 Walloon Brabant, 4000 to 7999 the
other Walloon provinces, all others Flanders. The German-speaking Community: the codes of its nine municipalities (Amel,
Büllingen, Burg-Reuland, Bütgenbach, Eupen, Kelmis, Lontzen, Raeren, Sankt Vith).
"""

from __future__ import annotations

import re

from redi_desktop.engine.household import Region

_CODE = re.compile(r"(?<!\d)[1-9]\d{3}(?!\d)")
_WALLOON = (range(1300, 1500), range(4000, 8000))
_GERMAN_SPEAKING = {
    *(4700, 4701, 4710, 4711, 4720, 4721, 4728, 4730, 4731, 4750, 4760, 4761),
    *(4770, 4771, 4780, 4782, 4783, 4784, 4790, 4791),
}


def region_of(municipality: str) -> Region | None:
    """The region of a municipality written with its post code (``5000 Namur``); None where there is no code in it."""
    code = _code_in(municipality)
    if code is None:
        return None
    if code < 1300:
        return Region.BRUSSELS
    return Region.WALLONIA if any(code in codes for codes in _WALLOON) else Region.FLANDERS


def in_german_community(municipality: str) -> bool:
    """Whether the post code is one of the German-speaking Community (``4700 Eupen``)."""
    return _code_in(municipality) in _GERMAN_SPEAKING


def _code_in(municipality: str) -> int | None:
    found = _CODE.search(municipality)
    return int(found.group()) if found is not None else None

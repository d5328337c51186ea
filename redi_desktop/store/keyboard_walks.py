"""Fingers that walk over the keyboard: zigzags over two rows, columns one after the other, on any layout sold here."""

from __future__ import annotations

from collections.abc import Iterator

SHORTEST_WALK = 4
"""Keys; three neighbours are in many words."""
_LAYOUTS = (
    ("1234567890", "azertyuiop", "qsdfghjklm", "wxcvbn"),
    ("&é\"'(§è!çà", "azertyuiop", "qsdfghjklm", "wxcvbn"),
    ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"),
    ("1234567890", "qwertzuiop", "asdfghjkl", "yxcvbnm"),
)
_SHIFTED = (0.0, 0.5, 0.75, 1.25)
"""How far each row of a keyboard stands to the right of the uppermost, in keys."""
_REACH = 1.5
_TOP, _BOTTOM = 0, 3
Place = tuple[float, int]


def walk_from(text: str, start: int) -> int:
    """How many characters from ``start`` on are keys that each stand beside the one before; the longest of all layouts.

    From the lowest row one may go on at the top of the next column, and the other way round.
    """
    return max(_length(text, start, layout) for layout in _PLACES)


def _length(text: str, start: int, places: dict[str, Place]) -> int:
    length, before = 0, places.get(text[start])
    while before is not None:
        length += 1
        after = places.get(text[start + length]) if start + length < len(text) else None
        before = after if after is not None and _is_step(before, after) else None
    return length


def _is_step(before: Place, after: Place) -> bool:
    if before == after:
        return False
    beside = abs(before[0] - after[0]) <= _REACH
    next_row = abs(before[1] - after[1]) <= 1
    return beside and (next_row or {before[1], after[1]} == {_TOP, _BOTTOM})


def _places(layout: tuple[str, ...]) -> Iterator[tuple[str, Place]]:
    for row, keys in enumerate(layout):
        for column, key in enumerate(keys):
            yield key, (column + _SHIFTED[row], row)


_PLACES = tuple(dict(_places(layout)) for layout in _LAYOUTS)

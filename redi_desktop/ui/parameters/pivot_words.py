"""What the health index says of the legal amounts: pivots that were crossed, and from which month benefits follow."""

from __future__ import annotations

from collections.abc import Iterator

from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.engine.index_rule import Crossing, crossings, next_pivot, smoothed_values
from redi_desktop.engine.indexed_amounts import pending
from redi_desktop.formatting import month_long, number
from redi_desktop.i18n import _
from redi_desktop.packs.parcel import Parcel
from redi_desktop.ui.parameters.room_state import RoomState


def crossed_by(parcel: Parcel | None, state: RoomState | None) -> Iterator[str]:
    """The pivots that a new basket pack shows to be crossed and the legal amounts in use have not followed."""
    if parcel is None or state is None or not isinstance(parcel.content, BasketPack):
        return
    health = parcel.content.health_index
    if health is not None:
        yield from map(pending_words, pending(state.legal, crossings(health)))


def pending_words(one: Crossing) -> str:
    """That amounts are likely to have changed, and from which month."""
    words = _(
        "The smoothed health index reached the pivot {pivot} in {month}: legal amounts are likely to be 2 % higher "
        "from {first_month}."
    )
    return words.format(
        pivot=number(one.pivot),
        month=month_long(one.reached.month.first_day()),
        first_month=month_long(one.benefits_from.first_day()),
    )


def index_words(pack: BasketPack) -> str:
    """Where the smoothed index stands, and which pivot comes next; empty for a pack without a health index."""
    if pack.health_index is None:
        return ""
    last = smoothed_values(pack.health_index)[-1]
    return _("Smoothed health index of {month}: {value}; the next pivot is {pivot}.").format(
        month=month_long(last.month.first_day()), value=number(last.value), pivot=number(next_pivot(pack.health_index))
    )

"""The packs that come with the program."""

from __future__ import annotations

from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.packs.baskets import load_baskets
from redi_desktop.packs.places import PackFolder
from redi_desktop.paths import resource

OPEN_BASKETS = "open-baskets-be"


def load_embedded() -> BasketPack:
    """The open baskets, made from public figures (not the licensed budgets of CEBUD)."""
    return load_baskets(PackFolder(resource("parameters", OPEN_BASKETS)))

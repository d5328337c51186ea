"""Numbers of things in words, with the plural that each language asks for."""

from __future__ import annotations

from redi_desktop.i18n import ngettext


def lines(count: int) -> str:
    """So many lines of a budget."""
    return ngettext("{count} line", "{count} lines", count).format(count=count)


def persons(count: int) -> str:
    """So many persons."""
    return ngettext("{count} person", "{count} persons", count).format(count=count)


def adults(count: int) -> str:
    """So many adults."""
    return ngettext("{count} adult", "{count} adults", count).format(count=count)


def children(count: int) -> str:
    """So many children."""
    return ngettext("{count} child", "{count} children", count).format(count=count)


def bedrooms(count: int) -> str:
    """So many bedrooms."""
    return ngettext("{count} bedroom", "{count} bedrooms", count).format(count=count)

"""Plain text as HTML reads it: what was typed is never taken for markup."""

from __future__ import annotations

from html import escape


def text(plain: str) -> str:
    """Text between tags, its line ends as breaks."""
    return escape(plain.strip(" \t\n"), quote=False).replace("\n", "<br>")


def attribute(plain: str) -> str:
    """Text inside an attribute, on one line."""
    return escape(" ".join(plain.split()), quote=True)

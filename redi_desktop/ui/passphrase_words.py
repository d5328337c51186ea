"""What can honestly be said of a passphrase while it is typed: what it is worth, and what makes it weak."""

from __future__ import annotations

from redi_desktop.i18n import _
from redi_desktop.store.passphrase_strength import estimate
from redi_desktop.words.vault_sentences import STRENGTHS, WEAKNESSES

MOST_REASONS = 2


def strength_words(passphrase: str) -> str:
    """A word for the strength and the worst reasons; advice where nothing is typed."""
    if not passphrase:
        return _("Several words that do not belong together are easy to remember and hard to guess.")
    judged = estimate(passphrase)
    reasons = [_(WEAKNESSES[weakness]) for weakness in judged.weaknesses[:MOST_REASONS]]
    return " ".join([_("{strength}.").format(strength=_(STRENGTHS[judged.strength])), *reasons])

"""What can honestly be said of a passphrase while it is typed: how long it is, and that length is what protects."""

from __future__ import annotations

from redi_desktop.i18n import _, ngettext

SHORT, GOOD = 12, 20
"""Below 12 characters a passphrase of one's own is guessed; from 20 on, of unrelated words, hardly."""


def length_words(passphrase: str) -> str:
    """One sentence; it judges the length alone, for no program knows which sentences somebody likes."""
    count = len(passphrase)
    if count == 0:
        return _("Five words that do not belong together are easy to remember and hard to guess.")
    if count < SHORT:
        return ngettext(
            "{count} character: too short to protect anybody. Add words.",
            "{count} characters: too short to protect anybody. Add words.",
            count,
        ).format(count=count)
    if count < GOOD:
        return _("{count} characters: fair. Another word makes it far stronger.").format(count=count)
    return _("{count} characters: long enough, as long as it is no known sentence.").format(count=count)

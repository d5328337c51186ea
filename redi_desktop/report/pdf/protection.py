"""A PDF that opens only with a password: AES-256, the strongest that the format knows (ISO 32000-2, revision 6)."""

from __future__ import annotations

import unicodedata
from io import BytesIO

import pikepdf

from redi_desktop.errors import DocumentError

MOST_BYTES = 127
"""The format looks at so many bytes of a password (UTF-8) and would ignore the rest."""


def protected(content: bytes, password: str) -> bytes:
    """The PDF encrypted; a screen reader may still read it once it is open.

    Raises :class:`DocumentError` for a password that is empty or too long.
    """
    typed = unicodedata.normalize("NFKC", password)
    if not typed.strip():
        raise DocumentError("document_password_empty")
    if len(typed.encode()) > MOST_BYTES:
        raise DocumentError("document_password_too_long", most=MOST_BYTES)
    with pikepdf.open(BytesIO(content)) as pdf:
        out = BytesIO()
        lock = pikepdf.Encryption(user=typed, owner=typed, R=6, aes=True, metadata=True)
        pdf.save(out, encryption=lock, min_version="1.7", object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()

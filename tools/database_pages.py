"""The pages of a vault's database in the clear, free ones too: what somebody who has the key could still find there."""

from __future__ import annotations

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

_PAGE, _RESERVED, _SALT, _IV = 4096, 80, 16, 16


def decrypted_pages(content: bytes, key: bytes) -> bytes:
    """Every page of a SQLCipher 4 file: AES-256-CBC, its vector at the head of the reserve at the end of the page."""
    pages = []
    for at in range(0, len(content), _PAGE):
        page = content[at : at + _PAGE]
        start, end = (_SALT if at == 0 else 0), _PAGE - _RESERVED
        decryptor = Cipher(AES(key), CBC(page[end : end + _IV])).decryptor()
        pages.append(decryptor.update(page[start:end]) + decryptor.finalize())
    return b"".join(pages)

"""What the program is made of: fonts, catalogues, parameters, notices, cryptography, and no network."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

from redi_desktop import i18n, paths
from redi_desktop.self_test import expect

_FACES = ("Regular", "Medium", "Bold", "Italic")
_MUST_DRAW = "éèçœ€«»’–ÀËÏ\u00a0ŁşğΩЖ"
_FEWEST_TEXTS = 500
_NETWORK = ("socket", "ssl", "_ssl", "PySide6.QtNetwork")

# RFC 9106, section 5.3: the test vector of Argon2id.
_ARGON2ID = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
# McGrew and Viega, "The Galois/Counter Mode of Operation", test case 14: AES-256, everything zero.
_AES_GCM = "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"


def fonts(_: Path) -> str:
    """The faces are there and draw what French, Dutch, German and the names of people need."""
    from redi_desktop.report.fonts import covered

    for face in _FACES:
        expect(paths.resource("fonts", f"NotoSans-{face}.ttf").is_file(), f"the face {face} is missing")
    missing = {sign for sign in _MUST_DRAW if ord(sign) not in covered()}
    expect(not missing, f"the fonts lack {sorted(map(hex, map(ord, missing)))}")
    return f"{len(_FACES)} faces of Noto Sans, {len(covered())} characters"


def catalogues(_: Path) -> str:
    """French and Dutch speak; the other languages say how much of the program they know."""
    folder = paths.resource("i18n")
    known = {code: _texts(code, folder) for code in i18n.LANGUAGE_CODES if (folder / code).is_dir()}
    for code in ("fr", "nl"):
        expect(known.get(code, 0) >= _FEWEST_TEXTS, f"the catalogue {code} is missing or empty")
    return ", ".join(f"{code} {count} texts" for code, count in known.items())


def _texts(code: str, folder: Path) -> int:
    catalogue: dict[object, str] = getattr(i18n.load_catalogue(code, folder), "_catalog", {})
    return sum(1 for message, said in catalogue.items() if message and said)


def parameters(_: Path) -> str:
    """The packs that come with the program are read strictly, each file against its checksum."""
    from redi_desktop.packs.embedded import load_embedded, load_embedded_legal, load_embedded_rights
    from redi_desktop.packs.pack_words import FOLDER, load_pack_words
    from redi_desktop.packs.places import PackFolder

    packs = (load_embedded(), load_embedded_legal(), load_embedded_rights())
    words = load_pack_words(PackFolder(paths.resource("parameters", FOLDER)))
    return ", ".join((*(f"{pack.id} {pack.version}" for pack in packs), f"{len(words)} of their texts translated"))


def notices(_: Path) -> str:
    """The licences of what the program is made of come with it."""
    text = paths.resource("notices", "third-party.txt").read_text(encoding="utf-8")
    wanted = ("Qt", "Python", "SQLCipher", "Noto Sans")
    missing = [name for name in wanted if name not in text]
    expect(not missing, f"the notices do not name {', '.join(missing)}")
    return f"{len(text.splitlines())} lines"


def cryptography(_: Path) -> str:
    """Argon2id and AES-GCM give what their specifications say; a signature holds, and a changed text does not."""
    from cryptography import __version__
    from cryptography.hazmat.backends.openssl import backend
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    derived = Argon2id(
        salt=b"\2" * 16, length=32, iterations=3, lanes=4, memory_cost=32, ad=b"\4" * 12, secret=b"\3" * 8
    ).derive(b"\1" * 32)
    expect(derived.hex() == _ARGON2ID, "Argon2id gives something else than RFC 9106")
    sealed = AESGCM(bytes(32)).encrypt(bytes(12), bytes(16), None)
    expect(sealed.hex() == _AES_GCM, "AES-256-GCM gives something else than its specification")
    _sign()
    return f"Argon2id, AES-256-GCM, Ed25519 (cryptography {__version__}, {backend.openssl_version_text()})"


def _sign() -> None:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    signature = key.sign(b"pack")
    key.public_key().verify(signature, b"pack")
    try:
        key.public_key().verify(signature, b"another pack")
    except InvalidSignature:
        return
    expect(False, "a signature holds for a text that was not signed")


def network(_: Path) -> str:
    """After all the work above, nothing that could reach a network has been loaded."""
    loaded = [name for name in _NETWORK if name in sys.modules]
    expect(not loaded, f"loaded: {', '.join(loaded)}")
    installed = [name for name in ("_socket", "_ssl", "PySide6.QtNetwork") if importlib.util.find_spec(name)]
    return f"nothing of it was loaded; in this installation: {', '.join(installed) or 'nothing to load'}"

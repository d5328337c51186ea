"""The works that lie inside the packages of the lock, or beside them: Qt, the cipher, other libraries, the fonts."""

from __future__ import annotations

from typing import NamedTuple


class Inner(NamedTuple):
    """A work inside another one; its version is asked where it can be (:data:`PROBE`)."""

    name: str
    licence: str
    inside: str
    home: str
    version: str = ""
    text: str = ""


LINUX = "the Linux program"
_OF_DEBIAN = (
    ("libxcb-cursor0", "MIT", "linux-libraries.txt"), ("libxcb-icccm4", "MIT", ""), ("libxcb-image0", "MIT", ""),
    ("libxcb-keysyms1", "MIT", ""), ("libxcb-render-util0", "MIT", ""), ("libxcb-util1", "MIT", ""),
    ("libxkbcommon-x11-0", "MIT", ""), ("libffi8", "MIT", ""), ("libbz2-1.0", "bzip2-1.0.6", ""),
    ("liblzma5", "0BSD", ""),
)  # fmt: skip
"""Small libraries of the system on which the Linux program is frozen, which go into it; their names are Debian's."""
OF_DEBIAN = frozenset(name for name, _, _ in _OF_DEBIAN)

INNER = (
    Inner("Python", "PSF-2.0", "the Linux program", "https://www.python.org", text="Python.txt"),
    Inner("Python for Windows", "PSF-2.0", "the Windows program", "https://www.python.org", "3.11.9", "Python.txt"),
    Inner("Qt", "LGPL-3.0-only", "pyside6-essentials", "https://www.qt.io", text="LGPL-3.0.txt"),
    Inner("Qt for Python", "LGPL-3.0-only", "pyside6-essentials", "https://pyside.org", text="GPL-3.0.txt"),
    Inner("ICU", "Unicode-3.0", "pyside6-essentials", "https://icu.unicode.org", "73"),
    Inner("SQLCipher", "BSD-3-Clause", "sqlcipher3", "https://www.zetetic.net/sqlcipher/", text="SQLCipher.txt"),
    Inner("SQLite", "blessing", "sqlcipher3", "https://sqlite.org"),
    Inner("OpenSSL (cipher)", "Apache-2.0", "sqlcipher3", "https://openssl-library.org"),
    Inner("OpenSSL", "Apache-2.0", "cryptography", "https://openssl-library.org"),
    Inner("PDFium", "BSD-3-Clause AND Apache-2.0", "pypdfium2", "https://pdfium.googlesource.com/pdfium/"),
    Inner("qpdf", "Apache-2.0", "pikepdf", "https://qpdf.sourceforge.io"),
    Inner("libxml2", "MIT", "lxml", "https://gitlab.gnome.org/GNOME/libxml2"),
    Inner("libxslt", "MIT", "lxml", "https://gitlab.gnome.org/GNOME/libxslt"),
    Inner("FreeType", "FTL OR GPL-2.0-or-later", "pillow", "https://freetype.org"),
    Inner("libjpeg-turbo", "IJG AND BSD-3-Clause AND Zlib", "pillow", "https://libjpeg-turbo.org"),
    Inner("LibTIFF", "libtiff", "pillow", "https://libtiff.gitlab.io/libtiff/"),
    Inner("OpenJPEG", "BSD-2-Clause", "pillow", "https://www.openjpeg.org"),
    Inner("Noto Sans", "OFL-1.1", "the program", "https://notofonts.github.io", "2.004", "OFL-1.1.txt"),
    Inner("PyInstaller starter", "GPL-2.0-or-later WITH Bootloader-exception", "the Linux program",
          "https://pyinstaller.org"),
    Inner("HarfBuzz", "MIT-Modern-Variant", "pyside6-essentials", "https://harfbuzz.github.io", "as in Qt 6.11.3"),
    Inner("FreeType (Qt)", "FTL OR GPL-2.0-or-later", "pyside6-essentials", "https://freetype.org", "as in Qt 6.11.3"),
    Inner("PCRE2", "BSD-3-Clause", "pyside6-essentials", "https://www.pcre.org", "10.49"),
    Inner("libpng", "libpng-2.0", "pyside6-essentials", "http://www.libpng.org", "1.6.59"),
    Inner("zlib", "Zlib", "pikepdf", "https://zlib.net", "1.3.2"),
    Inner("zlib (lxml)", "Zlib", "lxml", "https://zlib.net", "1.3.2"),
    Inner("zlib-ng", "Zlib", "pillow", "https://github.com/zlib-ng/zlib-ng", "2.3.3"),
    Inner("Zstandard", "BSD-3-Clause", "pillow", "https://facebook.github.io/zstd/", "1.5.7"),
    Inner("XZ Utils", "0BSD", "pillow", "https://tukaani.org/xz/", "5.8.4"),
    Inner("libxcb", "MIT", "pillow", "https://xcb.freedesktop.org", "1.17.0"),
    Inner("libXau", "MIT-open-group", "pillow", "https://gitlab.freedesktop.org/xorg/lib/libxau", "1.0.12"),
    Inner("Microsoft Visual C++ runtime", "LicenseRef-Microsoft-Visual-C-Runtime", "the Windows program",
          "https://learn.microsoft.com/cpp/windows/redistributing-visual-cpp-files", "14"),
    *(Inner(name, licence, LINUX, "https://packages.debian.org", "", text) for name, licence, text in _OF_DEBIAN),
)  # fmt: skip

PROBE = """
import json, platform, sysconfig
import lxml.etree, pikepdf, pypdfium2, sqlcipher3
from cryptography.hazmat.backends.openssl import backend
from importlib.metadata import version
from PIL import features
from PySide6.QtCore import qVersion
cipher = sqlcipher3.connect(":memory:")
cipher.execute("PRAGMA key = 'x'")
asked = lambda what: cipher.execute("PRAGMA " + what).fetchone()[0]
second = lambda words: words.split()[1]
print(json.dumps({
    "packages": sysconfig.get_path("purelib"), "Python": platform.python_version(), "Qt": qVersion(),
    "Qt for Python": version("PySide6-Essentials"), "SQLCipher": asked("cipher_version").split()[0],
    "SQLite": sqlcipher3.dbapi2.sqlite_version, "OpenSSL (cipher)": second(asked("cipher_provider_version")),
    "OpenSSL": second(backend.openssl_version_text()), "PDFium": str(pypdfium2.PDFIUM_INFO).partition("@")[0],
    "qpdf": pikepdf.__libqpdf_version__, "libxml2": ".".join(map(str, lxml.etree.LIBXML_VERSION)),
    "libxslt": ".".join(map(str, lxml.etree.LIBXSLT_VERSION)), "FreeType": features.version("freetype2"),
    "libjpeg-turbo": features.version("libjpeg_turbo"), "LibTIFF": features.version("libtiff"),
    "OpenJPEG": features.version("jpg_2000"), "PyInstaller starter": version("pyinstaller"),
}))
"""
"""Asks the libraries themselves; the last line that it prints is JSON."""

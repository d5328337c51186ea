"""A pack as one ``.redipack`` file: a zip held in memory, never unpacked to the disk.

Written, the same pack gives the same bytes on every machine: stored, not compressed (compressors differ), under one
fixed date, the manifest first. Read, nothing of the zip is trusted: neither its names nor the sizes it declares.
"""

from __future__ import annotations

import io
import lzma
import re
import tomllib
import zipfile
import zlib
from collections.abc import Mapping
from typing import NoReturn

from redi_desktop.errors import ParameterError

SUFFIX = ".redipack"
MANIFEST, README, SIGNATURE, LINES = "pack.toml", "README.md", "pack.sig", "pack.lines"
POLICY = "policy.toml"
"""Stands in the place of the manifest where the file holds a policy."""
COMPANIONS = (README, SIGNATURE, LINES)
"""What may stand in a pack beside its manifest and the files that this vouches for."""
LARGEST_FILE = 20_000_000
LARGEST_ARCHIVE = 30_000_000
"""Bytes; a pack's tables are a few hundred kilobytes."""
MOST_FILES = 32
_DAMAGED = (
    *(OSError, EOFError, NotImplementedError, RuntimeError, UnicodeDecodeError, ValueError, IndexError),
    *(zlib.error, lzma.LZMAError, zipfile.BadZipFile, zipfile.LargeZipFile),
)
"""What a damaged archive makes :mod:`zipfile` raise."""
_BEGINNING, _ENTRY = b"PK\x03\x04", b"PK\x01\x02"
_PLAIN_NAME = re.compile(r"[a-z0-9][a-z0-9_.-]{0,63}\Z", re.ASCII)
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1
_FIRST_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX, _READABLE = 3, 0o100644 << 16


class PackInMemory:
    """A pack read from the content of its file; gives its files by name.

    The names in the zip are checked once, when it is made; a file's checksum is the manifest's affair. Raises
    :class:`ParameterError` naming the archive and the file within.
    """

    def __init__(self, content: bytes, name: str, largest: int = LARGEST_FILE) -> None:
        self.name = name
        self.largest = largest
        self._zip = self._opened(content)
        self._check_names()
        self._check_listed()

    @property
    def names(self) -> tuple[str, ...]:
        """The files that are there."""
        return tuple(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """The content of one file; raises :class:`ParameterError` when it cannot be had."""
        if name not in self._zip.NameToInfo:
            raise ParameterError("pack_file_missing", field=name)
        try:
            with self._zip.open(name) as stream:
                content = stream.read(self.largest + 1)
        except _DAMAGED as error:
            raise ParameterError("pack_archive_damaged", field=self.name, file=name) from error
        if len(content) > self.largest:
            raise ParameterError("pack_file_too_large", field=name)
        return content

    def _opened(self, content: bytes) -> zipfile.ZipFile:
        if len(content) > LARGEST_ARCHIVE:
            raise ParameterError("pack_archive_too_large", field=self.name)
        if not content.startswith(_BEGINNING):
            raise ParameterError("pack_archive_damaged", field=self.name)
        if content.count(_ENTRY) > MOST_FILES:
            raise ParameterError("pack_archive_too_many", field=self.name, most=MOST_FILES)
        try:
            return zipfile.ZipFile(io.BytesIO(content))
        except _DAMAGED as error:
            raise ParameterError("pack_archive_damaged", field=self.name) from error

    def _check_names(self) -> None:
        seen: set[str] = set()
        for entry in self._zip.infolist():
            name = entry.orig_filename
            if name != README and not _PLAIN_NAME.match(name):
                self._refuse(name, "pack_name_not_allowed")
            if name in seen:
                self._refuse(name, "pack_name_repeated")
            if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _METHODS:
                self._refuse(name, "pack_file_closed")
            seen.add(name)

    def _check_listed(self) -> None:
        """Refuse a file that nobody vouches for; a manifest that cannot be read is refused where it is read."""
        if MANIFEST not in self.names and POLICY in self.names:
            known = {POLICY, *COMPANIONS}
        else:
            try:
                listed = tomllib.loads(self.read(MANIFEST).decode("utf-8")).get("files")
            except (ParameterError, UnicodeDecodeError, tomllib.TOMLDecodeError):
                return
            known = {MANIFEST, *COMPANIONS, *(listed if isinstance(listed, dict) else ())}
        for name in self.names:
            if name not in known:
                self._refuse(name, "pack_file_unlisted")

    def _refuse(self, name: str, code: str) -> NoReturn:
        shown = name[:80].encode("ascii", "backslashreplace").decode("ascii")
        raise ParameterError(code, field=f"{self.name}:{shown}", file=shown, archive=self.name)


def archived(files: Mapping[str, bytes]) -> bytes:
    """The content of a ``.redipack`` file that holds these files; the same files give the same bytes."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files, key=lambda name: (name != MANIFEST, name)):
            entry = zipfile.ZipInfo(name, _FIRST_DATE)
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            archive.writestr(entry, files[name])
    return written.getvalue()

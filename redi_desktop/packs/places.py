"""Where a pack's files are read from: a folder, or one ``.redipack`` file."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from pathlib import Path
from typing import Protocol

from redi_desktop.errors import ParameterError

LARGEST_FILE = 20_000_000
"""Bytes; a pack's tables are a few hundred kilobytes."""


_DAMAGED = (
    *(OSError, EOFError, NotImplementedError, RuntimeError),
    *(zlib.error, lzma.LZMAError, zipfile.BadZipFile, zipfile.LargeZipFile),
)
"""What a damaged archive makes :mod:`zipfile` raise."""


class PackPlace(Protocol):
    """Anything that gives a pack's files by name."""

    def read(self, name: str) -> bytes:
        """The content of one file; raises :class:`ParameterError` when it cannot be had."""
        ...


class PackFolder:
    """A pack as a folder of files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, name: str) -> bytes:
        """The content of one file of the folder."""
        path = self.folder / name
        try:
            if path.stat().st_size > LARGEST_FILE:
                raise ParameterError("pack_file_too_large", field=name)
            return path.read_bytes()
        except OSError as error:
            raise ParameterError("pack_file_missing", field=name) from error


class PackArchive:
    """A pack as one zip file; nothing is unpacked to the disk."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self, name: str) -> bytes:
        """The content of one file of the archive."""
        try:
            with zipfile.ZipFile(self.path) as archive, archive.open(name) as stream:
                content = stream.read(LARGEST_FILE + 1)
        except KeyError as error:
            raise ParameterError("pack_file_missing", field=name) from error
        except _DAMAGED as error:
            raise ParameterError("pack_archive_damaged", field=self.path.name) from error
        if len(content) > LARGEST_FILE:
            raise ParameterError("pack_file_too_large", field=name)
        return content


def pack_place(path: Path) -> PackPlace:
    """The place a path stands for; raises :class:`ParameterError` when nothing is there."""
    if path.is_dir():
        return PackFolder(path)
    if path.is_file():
        return PackArchive(path)
    raise ParameterError("pack_not_found", field=str(path))

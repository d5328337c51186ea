"""Where a pack's files are read from: a folder, or one ``.redipack`` file."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from redi_desktop.errors import ParameterError
from redi_desktop.packs import archive
from redi_desktop.packs.archive import PackInMemory

LARGEST_FILE = archive.LARGEST_FILE
"""Bytes; a pack's tables are a few hundred kilobytes."""


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


class PackArchive(PackInMemory):
    """A pack as one file on the disk, read into memory at once."""

    def __init__(self, path: Path) -> None:
        try:
            too_large = path.stat().st_size > archive.LARGEST_ARCHIVE
            content = b"" if too_large else path.read_bytes()
        except OSError as error:
            raise ParameterError("pack_archive_damaged", field=path.name) from error
        if too_large:
            raise ParameterError("pack_archive_too_large", field=path.name)
        super().__init__(content, path.name, LARGEST_FILE)


def companion(place: PackPlace, name: str) -> bytes | None:
    """A file that need not be there, ``None`` where it is not."""
    try:
        return place.read(name)
    except ParameterError as error:
        if error.code != "pack_file_missing":
            raise
        return None


def pack_place(path: Path) -> PackPlace:
    """The place a path stands for; raises :class:`ParameterError` when nothing is there."""
    if path.is_dir():
        return PackFolder(path)
    if path.is_file():
        return PackArchive(path)
    raise ParameterError("pack_not_found", field=str(path))

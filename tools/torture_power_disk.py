"""A disk that loses its power: what was recorded is played back, and what was not synced may be lost, torn or kept.

Strict where systems differ: a name is on the disk once its folder was synced, a content once its file was. What was not
synced survives sector by sector, in any combination; names survive in their order, up to any one of them.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

SECTOR = 512
_HEAD = struct.Struct("<cIIq")


class Record(NamedTuple):
    """One call that was recorded; the letters are those of ``torture_power_shim.c``."""

    what: str
    path: str
    offset: int
    data: bytes


def records(log: Path) -> Iterator[Record]:
    """What a program did, in order; a last record that is cut off is passed over."""
    content, at = log.read_bytes(), 0
    while at + _HEAD.size <= len(content):
        what, path_length, data_length, offset = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        end = at + path_length + data_length
        if end > len(content):
            return
        yield Record(what.decode(), content[at : at + path_length].decode(), offset, content[at + path_length : end])
        at = end


@dataclass(eq=False)
class _Content:
    """A file's bytes that are on the disk, and the changes that may not be."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)

    def sync(self) -> None:
        for change in self.pending:
            _apply(self.durable, *change)
        self.pending.clear()

    def after_the_cut(self, chance: random.Random, keep: float) -> bytes:
        """The bytes that are read after a power cut; ``keep`` is the part of the unsynced sectors that survive."""
        content = bytearray(self.durable)
        for offset, data in self.pending:
            if data is None:
                if chance.random() < keep:
                    _apply(content, offset, None)
                continue
            for at in range(0, len(data), SECTOR):
                if chance.random() < keep:
                    _apply(content, offset + at, data[at : at + SECTOR])
        return bytes(content)


def _apply(content: bytearray, offset: int, data: bytes | None) -> None:
    """Write, or truncate where there are no data."""
    if data is None:
        del content[offset:]
        content.extend(bytes(offset - len(content)))
        return
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(data)] = data


_Names = dict[str, _Content]


class Disk:
    """The files below a folder, as they are seen and as they are on the disk."""

    def __init__(self, folder: Path) -> None:
        """Everything that is there before the recording begins is on the disk."""
        paths = [path for path in folder.rglob("*") if path.is_file()]
        self.seen: _Names = {str(path): _Content(bytearray(path.read_bytes())) for path in paths}
        self.durable: _Names = dict(self.seen)
        self.pending: list[tuple[Record, _Content | None]] = []

    def play(self, record: Record) -> None:
        """Do what was recorded."""
        if record.what == "S":
            self._sync(record.path)
        elif record.what in "WT":
            content = self.seen.get(record.path)
            if content is not None:
                content.pending.append((record.offset, record.data if record.what == "W" else None))
        else:
            made = _Content() if record.what == "C" else None
            self.pending.append((record, made))
            _rename(self.seen, record, made)

    def _sync(self, path: str) -> None:
        if path in self.seen:
            self.seen[path].sync()
            return
        rest = []
        for record, made in self.pending:
            if str(Path(record.path).parent) == path:
                _rename(self.durable, record, made)
            else:
                rest.append((record, made))
        self.pending = rest

    def cut_power(self, chance: random.Random) -> dict[str, bytes]:
        """What is found by whoever switches the machine on again, by path."""
        names = dict(self.durable)
        for record, made in self.pending[: chance.randint(0, len(self.pending))]:
            _rename(names, record, made)
        keep = chance.choice((0.0, 0.0, 1.0, 0.5, chance.random()))
        return {path: content.after_the_cut(chance, keep) for path, content in names.items()}


def _rename(names: _Names, record: Record, made: _Content | None) -> None:
    """Do to the names what was recorded; to rename a folder renames what is in it."""
    if made is not None:
        names[record.path] = made
    elif record.what == "U":
        names.pop(record.path, None)
    elif record.what == "R":
        new = record.data.decode()
        for path in [path for path in names if path == record.path or path.startswith(record.path + "/")]:
            names[new + path.removeprefix(record.path)] = names.pop(path)

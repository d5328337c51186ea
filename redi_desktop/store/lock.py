"""The lock that keeps a second window out of a vault.

It is the operating system's own lock on a file, so it is gone the moment its holder is, however it ends. The file
says who holds it and since when, for the message that the second window shows; nothing of it stays once the vault
is closed.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from redi_desktop.errors import VaultBusy
from redi_desktop.store import clock as clocks
from redi_desktop.store.clock import Clock
from redi_desktop.store.failures import told

_LARGEST_NOTE = 2048


@dataclass(slots=True)
class VaultLock:
    """A lock that is held until :meth:`release`."""

    descriptor: int

    @classmethod
    def take(cls, path: Path, clock: Clock) -> VaultLock:
        """Take the lock at once or raise :class:`VaultBusy`, with who holds it and since when."""
        with told():
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        try:
            _lock(descriptor)
        except OSError as error:
            note = os.read(descriptor, _LARGEST_NOTE)
            os.close(descriptor)
            raise _busy(note) from error
        try:
            with told():
                _rewrite(descriptor, _own_note(clock()))
        except BaseException:
            os.close(descriptor)
            raise
        return cls(descriptor)

    def release(self) -> None:
        """Let go of the vault; to release twice does nothing."""
        if self.descriptor < 0:
            return
        with contextlib.suppress(OSError):  # a disk that is gone has no note to wipe, and closing frees the lock
            _rewrite(self.descriptor, b"")
        os.close(self.descriptor)
        self.descriptor = -1


if sys.platform == "win32":
    import msvcrt

    #: Windows keeps others from reading what is locked: lock a byte that is far from the note.
    _FAR = 1 << 30

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _rewrite(descriptor: int, note: bytes) -> None:
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, note)


def _own_note(moment: datetime) -> bytes:
    note = {"user": _user(), "machine": _machine(), "process": os.getpid(), "since": clocks.written(moment)}
    return json.dumps(note).encode()


def _busy(note: bytes) -> VaultBusy:
    try:
        held = json.loads(note)
        return VaultBusy(
            "vault_busy", user=str(held["user"]), machine=str(held["machine"]), since=clocks.read(held["since"])
        )
    except (ValueError, KeyError, TypeError):
        return VaultBusy("vault_busy_elsewhere")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _machine() -> str:
    """The name of this computer, without the network module that ``platform.node`` asks on Windows."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename

"""What the disk and the database say, turned into the errors that the user is told."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3

from redi_desktop.errors import StorageFailed, UserError, VaultBusy, VaultDamaged

# primary result codes, https://www.sqlite.org/rescode.html
_BUSY, _LOCKED = 5, 6
_FULL = 13
_PERM, _READONLY = 3, 8
_IOERR, _CANTOPEN = 10, 14
_NOMEM, _CORRUPT, _NOTADB = 7, 11, 26


@contextmanager
def told() -> Iterator[None]:
    """Raise what goes wrong inside as a :class:`UserError` where the user can mend it; a bug stays what it is."""
    try:
        yield
    except sqlcipher3.Error as error:
        known = _of_database(error)
        if known is None:
            raise
        raise known from error
    except MemoryError as error:
        # VACUUM and large reads answer a torn page with this; see #617 of SQLCipher for what follows it
        raise VaultDamaged("database_damaged") from error
    except OSError as error:
        raise of_disk(error) from error


def is_of_the_schema(error: Exception) -> bool:
    """Whether the database has other tables or columns than the statement asks for."""
    return isinstance(error, sqlcipher3.OperationalError) and _of_database(error) is None


def of_disk(error: OSError) -> StorageFailed:
    """What an operation on a file could not do."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StorageFailed("disk_full")
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return StorageFailed("read_only")
    return StorageFailed("io")


def _of_database(error: sqlcipher3.Error) -> UserError | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == _FULL:
        return StorageFailed("disk_full")
    if code in (_PERM, _READONLY):
        return StorageFailed("read_only")
    if code in (_IOERR, _CANTOPEN):
        return StorageFailed("io")
    if code in (_BUSY, _LOCKED):
        return VaultBusy("vault_busy_elsewhere")
    return VaultDamaged("database_damaged") if code in (_NOMEM, _CORRUPT, _NOTADB) else None

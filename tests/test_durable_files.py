"""Small files are whole or not there, whatever the disk answers, and nobody else reads them."""

from __future__ import annotations

import errno
import os
import stat
import sys

import pytest

from redi_desktop.durable_files import write_among_others, write_durably

WRITERS = pytest.mark.parametrize("write", [write_durably, write_among_others])


@pytest.fixture
def folders_answer(monkeypatch):
    """What the disk answers where a folder is to be synced; files are synced as ever."""
    sync = os.fsync

    def answer(number):
        def fsync(descriptor):
            if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                raise OSError(number, os.strerror(number))
            sync(descriptor)

        monkeypatch.setattr(os, "fsync", fsync)

    return answer


@WRITERS
def test_a_new_content_takes_the_place_of_the_old_and_leaves_nothing_beside_it(write, tmp_path):
    path = tmp_path / "letter"
    path.write_bytes(b"old")
    write(path, b"new")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"letter": b"new"}


@pytest.mark.skipif(sys.platform == "win32", reason="there the folder's own rights decide")
@WRITERS
def test_nobody_else_reads_it(write, tmp_path):
    write(tmp_path / "letter", b"new")
    assert stat.S_IMODE((tmp_path / "letter").stat().st_mode) == 0o600


@WRITERS
def test_a_file_system_that_cannot_sync_folders_is_written_on(write, tmp_path, folders_answer):
    folders_answer(errno.EINVAL)
    write(tmp_path / "letter", b"new")
    assert (tmp_path / "letter").read_bytes() == b"new"


@WRITERS
def test_a_disk_that_fails_is_told(write, tmp_path, folders_answer):
    folders_answer(errno.EIO)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        write(tmp_path / "letter", b"new")

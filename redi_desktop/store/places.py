"""Folders in which an open database is in danger: those that a cloud service copies, and those of another machine.

A service that copies a file while it is written makes copies that cannot be opened, and sends the dossiers to
somebody else's server; a network folder does not keep the locks and the order of writing that the database counts
on. The worker is warned, not stopped: a name can mislead.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_CLOUD_NAMES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mon drive": "Google Drive",
    "mijn drive": "Google Drive",
    "meine ablage": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "mega": "MEGA",
    "megasync": "MEGA",
    "box": "Box",
    "box sync": "Box",
    "proton drive": "Proton Drive",
    "seafile": "Seafile",
    "syncthing": "Syncthing",
    "kdrive": "kDrive",
}
_CLOUD_MARKS = {
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".owncloudsync.log": "Nextcloud",
    ".sync": "Resilio",
}
_CLOUD_VARIABLES = {"OneDrive": "OneDrive", "OneDriveCommercial": "OneDrive", "OneDriveConsumer": "OneDrive"}
_NETWORK_SYSTEMS = ("nfs", "cifs", "smb", "ncpfs", "afs", "9p", "davfs", "fuse.sshfs", "fuse.davfs", "fuse.gvfs")
_CLOUD_SYSTEMS = {"fuse.rclone": "rclone", "fuse.google-drive": "Google Drive", "fuse.onedriver": "OneDrive"}
_REMOTE_DRIVE = 4
"""``DRIVE_REMOTE`` of ``GetDriveTypeW``."""


class PlaceWarning(StrEnum):
    """Why a folder is a bad place for a vault."""

    CLOUD = "cloud_folder"
    NETWORK = "network_folder"
    #: For a copy of a backup: the disk that fails takes both.
    SAME_DISK = "same_disk"


@dataclass(frozen=True, slots=True)
class PlaceConcern:
    """A warning, and the name of the service where there is one."""

    code: PlaceWarning
    service: str = ""


def concern(folder: Path, environ: Mapping[str, str] | None = None, mounts: str | None = None) -> PlaceConcern | None:
    """What speaks against keeping a vault in that folder, which need not exist yet; None where nothing does.

    ``environ`` and ``mounts`` (as in ``/proc/mounts``) are those of this machine unless they are handed in.
    """
    environ = os.environ if environ is None else environ
    system = _file_system(folder, _mounts() if mounts is None else mounts)
    service = _service_in(folder, environ) or _CLOUD_SYSTEMS.get(system)
    if service:
        return PlaceConcern(PlaceWarning.CLOUD, service)
    if system.startswith(_NETWORK_SYSTEMS) or _on_windows_share(folder):
        return PlaceConcern(PlaceWarning.NETWORK)
    return None


def concern_about_copy(folder: Path, vault_folder: Path) -> PlaceConcern | None:
    """What speaks against copying backups to that folder; None where nothing does. Both have to be there."""
    return PlaceConcern(PlaceWarning.SAME_DISK) if on_one_disk(folder, vault_folder) else concern(folder)


def on_one_disk(folder: Path, other: Path) -> bool:
    """Whether both folders are there and lie in the same file system."""
    try:
        return folder.stat().st_dev == other.stat().st_dev
    except OSError:
        return False


def _service_in(folder: Path, environ: Mapping[str, str]) -> str | None:
    """The cloud service that names itself in the path, the environment, or a file beside."""
    for variable, service in _CLOUD_VARIABLES.items():
        root = environ.get(variable)
        if root and folder.is_relative_to(root):
            return service
    named = [_CLOUD_NAMES[name] for part in folder.parts for name in _bare_names(part) if name in _CLOUD_NAMES]
    around = (folder, *folder.parents)
    marked = (service for at in around for mark, service in _CLOUD_MARKS.items() if _stands(at / mark))
    return named[0] if named else next(marked, None)


def _stands(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a folder above that may not be looked into
        return False


def _bare_names(part: str) -> tuple[str, str]:
    """``OneDrive - CPAS de Namur``, ``Dropbox (Personal)``, ``iCloudDrive``: the name alone, and without "drive"."""
    name = part.casefold().partition(" - ")[0].partition(" (")[0].strip()
    return name, name.removesuffix("drive").strip()


def _mounts() -> str:
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="replace") if sys.platform == "linux" else ""
    except OSError:
        return ""


def _file_system(folder: Path, mounts: str) -> str:
    """The kind of the file system that the folder is on, by the longest mount point above it; empty where unknown."""
    best, kind = "", ""
    for line in mounts.splitlines():
        _, point, system, *_ = (*line.split(), "", "", "")
        point = point.replace("\\040", " ")
        if point and folder.is_relative_to(point) and len(point) >= len(best):
            best, kind = point, system
    return kind


def _on_windows_share(folder: Path) -> bool:
    if str(folder).startswith(("\\\\", "//")):
        return True
    if sys.platform != "win32":
        return False
    import ctypes

    return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _REMOTE_DRIVE)

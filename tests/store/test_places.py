"""Folders in which a vault would be in danger are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from redi_desktop.store.places import PlaceConcern, PlaceWarning, concern, concern_about_copy

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//server/share /mnt/server cifs rw 0 0
server:/home /home/jan nfs4 rw 0 0
/dev/sdb1 /media/jan/USB\\040stick vfat rw 0 0
remote: /mnt/drive fuse.rclone rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/data/OneDrive/dossiers", "OneDrive"),
        ("/data/OneDrive - CPAS de Namur/dossiers", "OneDrive"),
        ("/data/Dropbox (Personal)/vault", "Dropbox"),
        ("/data/iCloudDrive/vault", "iCloud"),
        ("/Users/jan/Library/Mobile Documents/vault", "iCloud"),
        ("/data/Nextcloud/vault", "Nextcloud"),
        ("/data/Google Drive/vault", "Google Drive"),
        ("/mnt/drive/vault", "rclone"),
    ],
)
def test_a_folder_that_a_service_copies(folder, service):
    assert concern(Path(folder), {}, MOUNTS) == PlaceConcern(PlaceWarning.CLOUD, service)


@pytest.mark.parametrize("folder", ["/mnt/server/vault", "/home/jan/vault", "//server/share/vault"])
def test_a_folder_of_another_machine(folder):
    assert concern(Path(folder), {}, MOUNTS) == PlaceConcern(PlaceWarning.NETWORK)


@pytest.mark.parametrize(
    "folder", ["/data/vault", "/media/jan/USB stick/vault", "/data/boxes/vault", "/data/My documents/vault"]
)
def test_a_folder_of_this_machine(folder):
    assert concern(Path(folder), {}, MOUNTS) is None


def test_the_folder_that_windows_gives_to_onedrive():
    place = Path("/data/Documents d'Élise")
    assert concern(place / "vault", {"OneDrive": str(place)}, MOUNTS) == PlaceConcern(PlaceWarning.CLOUD, "OneDrive")


def test_a_folder_that_bears_the_mark_of_a_service(tmp_path):
    (tmp_path / ".stfolder").mkdir()
    assert concern(tmp_path / "dossiers" / "vault", {}, "") == PlaceConcern(PlaceWarning.CLOUD, "Syncthing")


def test_this_machine_can_be_asked(tmp_path):
    assert concern(tmp_path) in (None, PlaceConcern(PlaceWarning.NETWORK))


def test_a_copy_on_the_same_disk_is_said_to_be_so(tmp_path):
    (tmp_path / "vault").mkdir()
    assert concern_about_copy(tmp_path, tmp_path / "vault") == PlaceConcern(PlaceWarning.SAME_DISK)
    assert concern_about_copy(tmp_path / "nowhere", tmp_path / "vault") is None

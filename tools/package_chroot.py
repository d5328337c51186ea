"""A clean Debian in a folder, to install the package in: no Python, no Qt, nothing but the base system."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools.package_ground import BUILD, PackagingFailed, run

SUITE = "bookworm"
MIRROR = "http://deb.debian.org/debian"
_BASE = BUILD / "check" / f"debian-{SUITE}.tar"
_CHROOT = "/usr/sbin/chroot"
_USER = "1000"
_HOME = "home/worker"
_CLEAN = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}


class Chroot:
    """The root of that system, and ways to run something in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def root(self, *command: object) -> str:
        """Run a command as root; raises :class:`PackagingFailed` where it fails."""
        return run(_CHROOT, self.folder, *command, env=_CLEAN)

    def command(self, *words: object, **environment: str) -> tuple[list[str], dict[str, str]]:
        """What runs something as the worker, who has no rights, and the environment for it."""
        entering = [_CHROOT, f"--userspec=+{_USER}:+{_USER}", "--groups=", str(self.folder)]
        home = {"HOME": f"/{_HOME}", "USER": "worker", "LANG": "fr_BE.UTF-8", "PATH": "/usr/bin:/bin"}
        return [*entering, *map(str, words)], {**home, **environment}

    def worker(self, *words: object, before: Sequence[str] = (), **environment: str) -> str:
        """Run something as the worker, with another command before all of it where one is given."""
        command, env = self.command(*words, **environment)
        return run(*before, *command, env=env)

    def start(self, *words: object, before: Sequence[str] = (), **environment: str) -> subprocess.Popen[bytes]:
        """Start something as the worker and leave it running."""
        command, env = self.command(*words, **environment)
        quiet = subprocess.DEVNULL
        return subprocess.Popen(
            [*before, *command], env={**_CLEAN, **env}, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )

    def exists(self, path: str) -> bool:
        """Whether something is there, links not followed."""
        place = self.folder / path.lstrip("/")
        return place.exists() or place.is_symlink()


@contextmanager
def clean_debian() -> Iterator[Chroot]:
    """Unpack the base system, made once, with the X sockets of this machine in it; unmount whatever happens."""
    folder = BUILD / "check" / "debian"
    if not _BASE.exists():
        _make_base(folder)
    _remove(folder)
    folder.mkdir(parents=True)
    run("tar", "-xf", _BASE, "-C", folder)
    sockets = folder / "tmp" / ".X11-unix"
    sockets.mkdir(parents=True)
    mounts = [("-t", "proc", "proc", folder / "proc"), ("--bind", "/tmp/.X11-unix", sockets)]
    mounts += [("--bind", f"/dev/{name}", folder / "dev" / name) for name in ("null", "urandom", "random")]
    done: list[Path] = []
    try:
        for mount in mounts:
            place = Path(mount[-1])
            if not place.exists():
                place.touch()
            run("mount", *mount)
            done.append(place)
        shutil.copy("/etc/resolv.conf", folder / "etc" / "resolv.conf")
        chroot = Chroot(folder)
        chroot.root("useradd", "--uid", _USER, "--create-home", "--home-dir", f"/{_HOME}", "worker")
        yield chroot
    finally:
        for place in reversed(done):
            subprocess.run(["umount", "-l", str(place)], check=False)
        if not any(place.is_mount() for place in done):
            _remove(folder)


def _remove(folder: Path) -> None:
    """Remove a system, but never through something that is still mounted in it."""
    mounted = [line.split()[1] for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
    if any(place.startswith(str(folder)) for place in mounted):
        raise PackagingFailed(f"Something is still mounted below {folder}.")
    shutil.rmtree(folder, ignore_errors=True)


def _make_base(folder: Path) -> None:
    """Make the base system once and keep it as an archive."""
    print("Making a clean Debian to install in (about a minute, once)", flush=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    _remove(folder)
    run("debootstrap", "--variant=minbase", SUITE, folder, MIRROR)
    run("tar", "-cf", _BASE, "-C", folder, ".")
    _remove(folder)

"""The Debian package in a clean Debian without Python: installed, tried, watched, photographed, removed."""

from __future__ import annotations

import os
import shutil
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools import package_older, package_trace
from tools.package_chroot import Chroot, clean_debian
from tools.package_ground import BUILD, DIST, NAME, ROOT, PackagingFailed, files_below, megabytes, run, version
from tools.package_screen import Screen, screen

RESULTS = ROOT / "out" / "package"
_STARTS = 7
_SOONEST = 0.8
_LARGEST = 200.0
_WITHOUT_INTERFACES = ("unshare", "-n")
_HOME = "home/worker"
_VAULT = f"{_HOME}/.local/share/REDI Desktop/vault"


def check() -> Iterator[str]:
    """Do all of it; yields what held. Raises :class:`PackagingFailed` at the first thing that does not."""
    package = DIST / f"{NAME}_{version()}_amd64.deb"
    if not package.exists():
        raise PackagingFailed(f"{package.name} is not in dist/: build it first.")
    yield from _desktop_files()
    with clean_debian() as debian, screen() as shown:
        yield from _install(debian, package)
        yield _self_test(debian, "self-test.txt")
        yield "without any network interface: " + _self_test(debian, "self-test-no-network.txt", _WITHOUT_INTERFACES)
        yield from _windows(debian, shown)
        yield from _watched(debian, shown)
        yield from _remove(debian)
        yield from _upgrade(debian, shown, package)
    yield _whole_session()


def _desktop_files() -> Iterator[str]:
    share = BUILD / "deb" / "usr" / "share"
    run("desktop-file-validate", share / "applications" / f"{NAME}.desktop")
    (metainfo,) = (share / "metainfo").glob("*.xml")
    run("appstreamcli", "validate", "--no-net", metainfo)
    yield "the menu entry and the AppStream file are valid"


def _install(debian: Chroot, package: Path) -> Iterator[str]:
    if debian.exists("/usr/bin/python3"):
        raise PackagingFailed("The clean Debian has a Python.")
    (debian.folder / "tmp" / package.name).write_bytes(package.read_bytes())
    start = time.monotonic()
    debian.root("apt-get", "update", "-qq")
    debian.root("apt-get", "install", "-y", "-qq", "--no-install-recommends", f"/tmp/{package.name}")
    size = megabytes(files_below(debian.folder / "usr" / "lib" / NAME))
    if size > _LARGEST or debian.exists("/usr/bin/python3"):
        raise PackagingFailed(f"The installed program takes {size:.0f} MB, or brought a Python along.")
    yield f"installed where there is no Python, with what it depends on, in {time.monotonic() - start:.0f} s"
    yield f"{size:.0f} MB installed (at most {_LARGEST:.0f})"


def _self_test(debian: Chroot, name: str, before: Sequence[str] = ()) -> str:
    said = debian.worker(NAME, "--self-test", before=before)
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / name).write_text(said, encoding="utf-8")
    return said.splitlines()[-1]


@contextmanager
def _started(debian: Chroot, *words: str, before: Sequence[str] = (), **environment: str) -> Iterator[int]:
    """The program, running until the end of the block; gives the number of its process."""
    program = debian.start(NAME, *words, before=before, **environment)
    try:
        yield program.pid
    finally:
        os.killpg(program.pid, signal.SIGTERM)
        try:
            program.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(program.pid, signal.SIGKILL)
            program.wait()


def _windows(debian: Chroot, shown: Screen) -> Iterator[str]:
    """How soon the unlock page is painted, and pictures of it and of the invented cases, the last without a network."""
    seconds, worked = [], []
    empty = shown.pixels()
    for _ in range(_STARTS):
        with _started(debian, DISPLAY=shown.name) as process:
            seconds.append(shown.wait_until_painted(empty))
            worked.append(_processor_seconds(process))
            time.sleep(1.5)
            shown.save(RESULTS / "linux-unlock.png")
        _wait_until_gone(shown, empty)
    load = os.getloadavg()[0]
    yield f"start to first paint, median: {statistics.median(seconds):.2f} s on the clock with a load of {load:.1f}"
    yield f"start to first paint, at best: {min(worked):.2f} s of the processor (at most {_SOONEST})"
    for language, before in (("fr", ()), ("nl", _WITHOUT_INTERFACES)):
        with _started(debian, "--demo", "--lang", language, before=before, DISPLAY=shown.name):
            shown.wait_until_painted(empty)
            time.sleep(8)
            picture = shown.save(RESULTS / f"linux-demo-{language}.png")
        _wait_until_gone(shown, empty)
        where = "without any network interface" if before else "as installed"
        yield f"the window with invented cases, {where}: {picture.relative_to(ROOT)}"
    if min(worked) > _SOONEST:
        raise PackagingFailed(f"The window takes {min(worked):.2f} s of the processor to appear, even at best.")


def _processor_seconds(process: int) -> float:
    """What a process has worked so far: on the clock, it waits for whatever else this machine does."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _wait_until_gone(shown: Screen, empty: bytes) -> None:
    for _ in range(100):
        if shown.pixels() == empty:
            return
        time.sleep(0.1)
    raise PackagingFailed("The window stays after the program was ended.")


def _watched(debian: Chroot, shown: Screen) -> Iterator[str]:
    """Every socket that the self-test and the window ask for."""
    for name, words in (("self-test", ["--self-test"]), ("window", ["--demo"])):
        path = RESULTS / f"sockets-{name}.txt"
        watch = (*package_trace.WATCH, "-o", str(path))
        if name == "self-test":
            debian.worker(NAME, *words, before=watch)
        else:
            empty = shown.pixels()
            with _started(debian, *words, before=watch, DISPLAY=shown.name):
                shown.wait_until_painted(empty)
                time.sleep(10)
        yield f"{name} under strace: {_judged(path)}"


def _judged(path: Path) -> str:
    trace = package_trace.read(path)
    if trace.findings:
        raise PackagingFailed("Sockets that should not be: " + "\n".join(trace.findings[:10]))
    return "no socket" if not trace.places else "only " + ", ".join(sorted(trace.places))


def _whole_session() -> str:
    """Every page and document of the played demo, in two languages, from the sources, under strace."""
    path = RESULTS / "sockets-session.txt"
    run(
        *package_trace.WATCH, "-o", path, sys.executable, "-m", "tools.play", "--out", RESULTS / "played",
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    return f"a whole session, every page and document, under strace: {_judged(path)}"


def _remove(debian: Chroot) -> Iterator[str]:
    """What the package brought is gone, what the worker made is there."""
    kept = debian.folder / _VAULT / "dossiers.db"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(b"what a worker made")
    debian.root("apt-get", "purge", "-y", "-qq", NAME)
    left = [path for place in ("usr", "etc", "var/lib", "opt") for path in _named(debian.folder / place)]
    if left or not kept.exists():
        raise PackagingFailed(f"Left behind after removal: {left[:5]}; the vault is there: {kept.exists()}")
    yield "removed without a trace; the worker's vault is still there"


def _upgrade(debian: Chroot, shown: Screen, package: Path) -> Iterator[str]:
    """A program that is really older, its vault, and today's package over it."""
    older, folder, empty = package_older.debian_package(), debian.folder / _VAULT, shown.pixels()
    for earlier in (debian.folder / "tmp").glob("redi-demo-*"):  # of the windows that were pictured and ended at once
        shutil.rmtree(earlier)
    shutil.copy(older, debian.folder / "tmp")
    package_older.lay_case(debian.folder / "tmp" / "case.json")
    debian.root("apt-get", "install", "-y", "-qq", "--no-install-recommends", f"/tmp/{older.name}")
    with _started(debian, "--demo", DISPLAY=shown.name):
        shown.wait_until_painted(empty)
        time.sleep(10)
        package_older.take_vault(debian.folder / "tmp", folder)
    assess = (NAME, "assess", "/tmp/case.json", "--format", "json", "--lang", "en")
    before = package_older.amounts(debian.worker(*assess))
    debian.root("chown", "-R", "worker", f"/{_HOME}")
    debian.root("apt-get", "install", "-y", "-qq", "--no-install-recommends", f"/tmp/{package.name}")
    verify = f"echo '{package_older.OPENING}' | {NAME} vault verify --folder '/{_VAULT}' --passphrase-stdin --lang en"
    said = " ".join(debian.worker("sh", "-c", verify).split())
    backups = list((folder / "backups").iterdir())
    if f"{package_older.CASES} cases" not in said or "in order" not in said or not backups:
        raise PackagingFailed(f"The older vault after the upgrade: {said}; backups: {len(backups)}")
    yield f"a vault that an older program made ({package_older.COMMIT}, schema {package_older.SCHEMA}): {said}"
    after = package_older.amounts(debian.worker(*assess))
    if after != before:
        raise PackagingFailed(f"Other amounts than before the upgrade: {before}, {after}")
    yield f"backed up before its migration; the same amounts before and after: {before}"


def _named(folder: Path) -> list[Path]:
    """What bears the name of the program, but for the logs and lists of the package system."""
    found = list(folder.rglob("*redi?desktop*")) if folder.is_dir() else []
    return [path for path in found if "apt" not in path.parts]

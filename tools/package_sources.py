"""From the committed sources to a wheel, and the environment in which the Linux program is frozen."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path

from tools.package_ground import BUILD, DIST, ROOT, SOURCE, PackagingFailed, commit, python, run

LOCK = ROOT / "requirements" / "package.lock"
FREEZER = BUILD / "freezer"


def export() -> None:
    """Lay the committed sources down in :data:`SOURCE`, with the catalogues compiled."""
    shutil.rmtree(SOURCE, ignore_errors=True)
    SOURCE.mkdir(parents=True)
    archive = subprocess.run(["git", "archive", commit()], cwd=ROOT, capture_output=True)
    if archive.returncode:
        raise PackagingFailed("The sources could not be read: " + archive.stderr.decode(errors="replace"))
    with tarfile.open(fileobj=BytesIO(archive.stdout)) as tree:
        tree.extractall(SOURCE, filter="data")
    python("tools.catalogues", "compile", cwd=SOURCE)
    changed = run("git", "status", "--porcelain", "--untracked-files=no").strip()
    if changed:
        print(f"Built from the last commit; {len(changed.splitlines())} changed files are left out.", flush=True)


def build_wheel() -> Path:
    """The wheel and the source archive, into ``dist/``; returns the wheel."""
    for old in [*DIST.glob("redi_desktop-*.whl"), *DIST.glob("redi_desktop-*.tar.gz")]:
        old.unlink()
    python("hatchling", "build", "--directory", DIST, cwd=SOURCE)
    (wheel,) = DIST.glob("redi_desktop-*.whl")
    return wheel


def build_manual() -> list[Path]:
    """The manual of the committed sources, into ``dist/``."""
    python("tools.manual", "--out", DIST, cwd=SOURCE)
    return sorted(DIST.glob("redi-desktop-manual-*"))


def freezer(wheel: Path) -> Path:
    """The Python of an environment with the locked packages, PyInstaller and this wheel, and nothing else."""
    wanted, stamp = hashlib.sha256(LOCK.read_bytes()).hexdigest(), FREEZER / "installed-from.sha256"
    interpreter = FREEZER / "bin" / "python"
    pip = ("-m", "pip", "install", "-q", "--no-input", "--disable-pip-version-check", "--no-compile")
    if not stamp.exists() or stamp.read_text() != wanted:
        run(Path(sys.base_prefix) / "bin" / f"python3.{sys.version_info.minor}", "-m", "venv", "--clear", FREEZER)
        run(interpreter, *pip, "--require-hashes", "-r", LOCK)
        stamp.write_text(wanted)
    run(interpreter, *pip, "--no-deps", "--force-reinstall", wheel)
    return interpreter

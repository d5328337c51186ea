"""A program that is really older: this repository as it was when the vault had its fourth form, packed like today's.

Its demo makes a vault with a dozen cases; that vault, taken while the older program has it open, is what the present
program has to open after the upgrade, with the same amounts.
"""

from __future__ import annotations

import compileall
import hashlib
import json
import re
import shutil
import subprocess
import tarfile
from io import BytesIO
from pathlib import Path
from py_compile import PycInvalidationMode

from redi_desktop.demo import PASSPHRASE
from tools import package_linux, package_sources
from tools.package_ground import BUILD, ROOT, PackagingFailed, python, run
from tools.package_windows import PAYLOAD, make_setup

COMMIT = "d5bca7f7d121"
SCHEMA = 4
VERSION = "0.0.1"
"""What it calls itself, so that today's is newer; its version was not raised since."""
CASES, CHOSEN = 12, "demo01"
OPENING = PASSPHRASE
_KEPT = BUILD / "check" / "older"
_OF_A_VAULT = ("dossiers.db", "keys.json", "keys.bak.json")


def windows_setup() -> Path:
    """Its setup: the libraries of today, which are the same, with the older program among them."""
    out = _folder() / "older-setup.exe"
    if not out.exists():
        tree = BUILD / "check" / "older-payload"
        shutil.rmtree(tree, ignore_errors=True)
        shutil.copytree(PAYLOAD, tree)
        packages = tree / "Lib" / "site-packages"
        for path in packages.glob("redi_desktop*"):
            shutil.rmtree(path)
        python("pip", "install", "-q", "--no-input", "--no-deps", "--no-compile", "--target", packages, _wheel())
        unchecked = PycInvalidationMode.UNCHECKED_HASH
        compileall.compile_dir(packages / "redi_desktop", quiet=2, stripdir=packages, invalidation_mode=unchecked)
        (packages / "of-the-older-version.txt").write_text("gone after the upgrade\n", encoding="utf-8")
        make_setup(tree, VERSION, out, quick=True)
        shutil.rmtree(tree)
    return out


def debian_package() -> Path:
    """Its Debian package: frozen anew, in the tree of today's."""
    out = _folder() / f"redi-desktop_{VERSION}_amd64.deb"
    if not out.exists():
        frozen = package_linux.freeze(package_sources.freezer(_wheel()), BUILD / "check" / "older-frozen")
        tree = BUILD / "check" / "older-deb"
        shutil.rmtree(tree, ignore_errors=True)
        shutil.copytree(package_linux.TREE, tree, symlinks=True)
        program = tree / package_linux.PROGRAM.relative_to(package_linux.TREE)
        shutil.rmtree(program)
        shutil.copytree(frozen, program, symlinks=True)
        control = tree / "DEBIAN" / "control"
        told = control.read_text(encoding="utf-8")
        control.write_text(re.sub(r"(?m)^Version: .*$", f"Version: {VERSION}", told), encoding="utf-8")
        run("dpkg-deb", "--root-owner-group", "-Znone", "--build", tree, out)
        shutil.rmtree(tree)
    return out


def lay_case(place: Path) -> Path:
    """One of its invented cases, as a file."""
    rows = json.loads((_source() / "resources" / "demo" / "cases.json").read_text(encoding="utf-8"))
    place.write_text(json.dumps(next(row for row in rows if row["id"] == CHOSEN)), encoding="utf-8")
    return place


def amounts(said: str) -> dict[str, str]:
    """What an assessment comes to, from what ``assess --format json`` has printed."""
    told = json.loads(said)
    budgets = {name: str(told[name]["total"]) for name in ("reference_budget", "retained_budget")}
    return {"pack": f"{told['pack']['id']} {told['pack']['version']}", **budgets, "balance": str(told["balance"])}


def take_vault(temporary: Path, place: Path) -> None:
    """Copy the vault of the demo that is running, as a laptop that loses its battery would leave it."""
    found = list(temporary.glob("redi-demo-*/vault/dossiers.db"))
    if len(found) != 1:
        raise PackagingFailed(f"The older demo has {len(found)} vaults below {temporary}.")
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True, mode=0o700)
    for name in _OF_A_VAULT:
        if (found[0].parent / name).exists():
            shutil.copy(found[0].parent / name, place)


def _folder() -> Path:
    """Where its packages are kept from one check to the next; others where the libraries are others."""
    lock = hashlib.sha256(package_sources.LOCK.read_bytes()).hexdigest()[:8]
    folder = _KEPT / f"{COMMIT[:8]}-{lock}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _source() -> Path:
    folder = _KEPT / "source"
    if not folder.exists():
        archive = subprocess.run(["git", "archive", COMMIT], cwd=ROOT, capture_output=True)
        if archive.returncode:
            raise PackagingFailed("The older program is not in this checkout: get its whole history.")
        with tarfile.open(fileobj=BytesIO(archive.stdout)) as tree:
            tree.extractall(folder, filter="data")
        # It asked for its own version through a library that loads sockets, which no package of ours has.
        shutil.copy(ROOT / "redi_desktop" / "version.py", folder / "redi_desktop")
        python("tools.catalogues", "compile", cwd=folder)
    return folder


def _wheel() -> Path:
    python("hatchling", "build", "-t", "wheel", "--directory", _folder(), cwd=_source())
    (wheel,) = _folder().glob("*.whl")
    return wheel

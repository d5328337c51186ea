"""The Windows setup, built on Linux or on Windows: embeddable Python, locked wheels, our own starters, NSIS.

Needs ``makensis`` and a MinGW-w64 compiler. Every file that is laid down stands in the list beside the setup, and the
uninstaller takes away those files and no others.
"""

from __future__ import annotations

import compileall
import shutil
import sys
from pathlib import Path, PureWindowsPath
from py_compile import PycInvalidationMode

from tools import package_parts, package_windows_pictures, package_windows_python
from tools.package_ground import (
    BUILD,
    DIST,
    INSTALLER,
    NAME,
    SOURCE,
    PackagingFailed,
    files_below,
    megabytes,
    run,
    settle_dates,
    sha256,
    version,
)  # fmt: skip

PAYLOAD = BUILD / "windows" / "payload"
WORK = BUILD / "windows" / "work"
PACKAGES = PAYLOAD / "Lib" / "site-packages"
LOCK = SOURCE / "requirements" / "run.lock"
STARTERS = {f"{NAME}.exe": ("-DWINDOW", "-mwindows"), f"{NAME}-cli.exe": ("-mconsole",)}
_PATHS = "python311.zip\r\n.\r\nLib\\site-packages\r\n"
_KIBIBYTE = 1024
_MARGIN = 30
"""Megabytes that the setup wants to find free beside what it lays down."""


def setup_path() -> Path:
    """Where the setup goes."""
    return DIST / f"{NAME}-{version()}-windows-x64-setup.exe"


def build(wheel: Path, notices: Path, official_python: Path | None, sign: str) -> list[Path]:
    """Make the setup; ``sign`` is a command with ``{}`` in the place of the file, or empty. Returns setup and list."""
    if sys.version_info[:2] != (3, 11):
        raise PackagingFailed("The sources are compiled for Python 3.11: build the Windows program with a Python 3.11.")
    for folder in (PAYLOAD, WORK):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    package_windows_python.lay_down(PAYLOAD, official_python)
    (PAYLOAD / "python311._pth").write_bytes(_PATHS.encode())
    _lay_packages(wheel)
    shutil.copy(SOURCE / "LICENSE", PAYLOAD / "LICENSE.txt")
    shutil.copy(notices, PAYLOAD / "third-party.txt")
    package_windows_pictures.draw(SOURCE / "resources", WORK)
    _make_starters()
    for name in STARTERS:
        _sign(PAYLOAD / name, sign)
    settle_dates(PAYLOAD)
    print(f"Windows program: {megabytes(files_below(PAYLOAD)):.0f} MB installed", flush=True)
    make_setup(PAYLOAD, version(), setup_path(), sign)
    _sign(setup_path(), sign)
    return [setup_path(), _list_files()]


def _lay_packages(wheel: Path) -> None:
    """The locked wheels for Windows and our own, cut to what is needed and compiled."""
    pip = (
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-input",
        "--no-compile",
        "--no-deps",
        "--target",
        PACKAGES,
    )
    target = ("--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp", "--only-binary=:all:")
    run(*pip, *target, "--require-hashes", "-r", LOCK)
    run(*pip, wheel)
    package_parts.cut(PACKAGES)
    package_parts.drop_caches(PACKAGES)
    unchecked = PycInvalidationMode.UNCHECKED_HASH
    if not compileall.compile_dir(PACKAGES, quiet=2, stripdir=PACKAGES, invalidation_mode=unchecked):
        raise PackagingFailed("Some sources could not be compiled.")


def numbers(told: str) -> str:
    """A version as Windows counts: four numbers."""
    found = [part for part in told.split(".") if part.isdigit()]
    return ".".join([*found, "0", "0", "0", "0"][:4])


def _tool(*names: str) -> str:
    found = next((name for name in names if shutil.which(name)), None)
    if found is None:
        raise PackagingFailed(f"{names[0]} is needed for the Windows setup and was not found.")
    return found


def _make_starters() -> None:
    """Compile the two programs that start Python, with icon and version; the linker leaves its clock out."""
    for name in ("launcher.c", "launcher.rc", "launcher.manifest"):
        shutil.copy(INSTALLER / "windows" / name, WORK)
    resources = _tool("x86_64-w64-mingw32-windres", "windres")
    compiler = _tool("x86_64-w64-mingw32-gcc", "gcc")
    defined = (f"-DNUMBERS={numbers(version()).replace('.', ',')}", f'-DVERSION=\\"{version()}\\"')
    run(resources, *defined, "launcher.rc", "-O", "coff", "-o", "launcher.res", cwd=WORK)
    for name, kind in STARTERS.items():
        options = ("-O2", "-Wall", "-Wextra", "-Werror", "-municode", "-static", "-s", "-Wl,--no-insert-timestamp")
        run(compiler, *options, *kind, "launcher.c", "launcher.res", "-o", PAYLOAD / name, "-lshell32", cwd=WORK)


def _sign(path: Path, command: str) -> None:
    if command:
        run(*command.replace("{}", str(path)).split())


def make_setup(payload: Path, told: str, out: Path, sign: str = "", quick: bool = False) -> None:
    """Write the lists of files and let NSIS make the setup of a tree, for the version that is told.

    ``quick`` packs it fast and loosely, for a setup that never leaves this machine.
    """
    shutil.copy(INSTALLER / "windows" / "texts.nsh", WORK)
    _write_lists(payload)
    kibibytes = sum(path.stat().st_size for path in files_below(payload)) // _KIBIBYTE
    values = {
        "VERSION": told,
        "NUMBERS": numbers(told),
        "OUT": out,
        "FOLDER": WORK,
        "COMPRESSOR": "zlib" if quick else "lzma",
        "PACKING": "/FINAL" if quick else "/SOLID",
        "SIGN": sign.replace("{}", "%1"),
        "KIBIBYTES": kibibytes,
        "MEBIBYTES": kibibytes // _KIBIBYTE + _MARGIN,
    }
    defined = [f"-D{name}={value}" for name, value in values.items()]
    run(_tool("makensis"), "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defined, INSTALLER / "windows" / f"{NAME}.nsi")


def _write_lists(payload: Path) -> None:
    """What is laid down, in an order that is always the same, and what is taken away again, the deepest first."""
    files = [path.relative_to(payload) for path in files_below(payload)]
    folders = sorted({parent for path in files for parent in path.parents if parent != Path()})
    down: list[str] = []
    for folder in [Path(), *folders]:
        inside = [path for path in files if path.parent == folder]
        down += [f'SetOutPath "{_installed(folder)}"'] if inside else []
        down += [f'File "{payload / path}"' for path in inside]
    away = [f'Delete "{_installed(path)}"' for path in files]
    away += [f'RMDir "{_installed(folder)}"' for folder in reversed(folders)]
    (WORK / "install-files.nsh").write_text("\n".join(down) + "\n", encoding="utf-8")
    (WORK / "uninstall-files.nsh").write_text("\n".join(away) + "\n", encoding="utf-8")


def _installed(path: Path) -> PureWindowsPath:
    return PureWindowsPath("$INSTDIR") / path


def _list_files() -> Path:
    """Every file that the setup lays down, with its size and checksum."""
    path = DIST / f"{NAME}-{version()}-windows-files.txt"
    lines = [
        f"{sha256(file)}  {file.stat().st_size:>9}  {file.relative_to(PAYLOAD).as_posix()}"
        for file in files_below(PAYLOAD)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path

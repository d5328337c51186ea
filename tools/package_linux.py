"""The Linux packages: the program frozen with its Python, as a Debian package and as an archive to unpack anywhere."""

from __future__ import annotations

import gzip
import lzma
import shutil
import tarfile
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from tools import package_elf, package_parts
from tools.package_ground import (
    BUILD,
    DIST,
    INSTALLER,
    NAME,
    SOURCE,
    environment,
    epoch,
    files_below,
    megabytes,
    run,
    settle_dates,
    version,
)  # fmt: skip

TREE = BUILD / "deb"
PROGRAM = TREE / "usr" / "lib" / NAME
METAINFO = "org.redi_desktop.RediDesktop.metainfo.xml"
_KIBIBYTE = 1024


def freeze(interpreter: Path, frozen: Path = BUILD / "frozen") -> Path:
    """Freeze the program into a folder, cut to what it needs; returns the folder."""
    shutil.rmtree(frozen, ignore_errors=True)
    freezing = (
        "--noconfirm",
        "--clean",
        "--log-level",
        "ERROR",
        "--distpath",
        frozen,
        "--workpath",
        BUILD / "freezing",
    )
    run(
        interpreter, "-m", "PyInstaller", *freezing, SOURCE / "installer" / "linux" / f"{NAME}.spec",
        cwd=BUILD, env=environment(PYTHONPATH=""),
    )  # fmt: skip
    folder = frozen / NAME
    bundle = folder / "_internal"
    package_parts.cut(bundle)
    package_elf.leave_to_the_system(bundle)
    of_python = [*bundle.glob("libpython*"), *bundle.glob("python3*/lib-dynload/*.so")]
    run("strip", "--strip-unneeded", *of_python)
    for path in files_below(folder):
        if not path.is_symlink():
            path.chmod(0o755 if path == folder / NAME or path.suffix == ".so" else 0o644)
    return folder


def debian_package(folder: Path, notices: Path) -> Path:
    """The Debian package: program, starter, menu entry, icons, AppStream file, licences."""
    shutil.rmtree(TREE, ignore_errors=True)
    shutil.copytree(folder, PROGRAM, symlinks=True)
    (TREE / "usr" / "bin").mkdir(parents=True)
    (TREE / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    _lay_desktop_files(TREE / "usr" / "share")
    _lay_documents(TREE / "usr" / "share" / "doc" / NAME, notices)
    _write_control(folder)
    for path in [TREE, *TREE.rglob("*")]:
        if path.is_dir():
            path.chmod(0o755)
    settle_dates(TREE)
    package = DIST / f"{NAME}_{version()}_amd64.deb"
    run("dpkg-deb", "--root-owner-group", "--threads-max=1", "-Zxz", "-z6", "--build", TREE, package)
    return package


def _lay_desktop_files(share: Path) -> None:
    """The menu entry, the icons and the AppStream file, where a desktop looks for them."""
    from_here = INSTALLER / "linux"
    _write(share / "applications" / f"{NAME}.desktop", (from_here / f"{NAME}.desktop").read_bytes())
    icons, themed = SOURCE / "resources" / "icons", share / "icons" / "hicolor"
    for side in (48, 128, 256):
        _write(themed / f"{side}x{side}" / "apps" / f"{NAME}.png", (icons / f"redi-{side}.png").read_bytes())
    _write(themed / "scalable" / "apps" / f"{NAME}.svg", (icons / "redi.svg").read_bytes())
    _write(share / "metainfo" / METAINFO, _filled(METAINFO).encode())


def _lay_documents(folder: Path, notices: Path) -> None:
    """Licence, notices and the changelog, as Debian names them."""
    licence = (SOURCE / "LICENSE").read_text(encoding="utf-8")
    about = f"REDI Desktop is published under the EUPL-1.2:\n\n{licence}\n\nIt comes with:\n\n"
    _write(folder / "copyright", (about + notices.read_text(encoding="utf-8")).encode())
    _write(folder / "changelog.gz", gzip.compress((SOURCE / "CHANGELOG.md").read_bytes(), 9, mtime=epoch()))


def _write_control(folder: Path) -> None:
    """The description of the package, with what it depends on as its own files tell."""
    asked = package_elf.debian_packages(folder)
    depends = [
        f"libc6 (>= {package_elf.newest_glibc(folder)})" if name == "libc6" else name
        for name in sorted(asked - package_elf.WISHED_FOR)
    ]
    size = sum(path.lstat().st_size for path in files_below(TREE)) // _KIBIBYTE
    values = {"DEPENDS": ", ".join(depends), "KIBIBYTES": str(size)}
    _write(
        TREE / "DEBIAN" / "control", _filled("control", RECOMMENDS=", ".join(package_elf.WISHED_FOR), **values).encode()
    )


def archive(folder: Path, notices: Path) -> Path:
    """The same program as an archive, for whoever has another system or may not install packages."""
    tree = BUILD / "archive" / f"{NAME}-{version()}"
    shutil.rmtree(tree.parent, ignore_errors=True)
    shutil.copytree(folder, tree, symlinks=True)
    _write(tree / "LISEZ-MOI.txt", _filled("LISEZ-MOI.txt").encode())
    _write(tree / "LICENSE", (SOURCE / "LICENSE").read_bytes())
    _write(tree / "third-party.txt", notices.read_bytes())
    _write(tree / "share" / f"{NAME}.png", (SOURCE / "resources" / "icons" / "redi-256.png").read_bytes())
    _write(tree / "share" / f"{NAME}.desktop", (INSTALLER / "linux" / f"{NAME}.desktop").read_bytes())
    path = DIST / f"{NAME}-{version()}-linux-x86_64.tar.xz"
    with (
        lzma.open(path, "wb", preset=6) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for file in files_below(tree):
            tar.add(file, file.relative_to(tree.parent).as_posix(), recursive=False, filter=_nobodys)
    return path


def _nobodys(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """A member that says nothing about the machine it was made on."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mtime = epoch()
    member.mode = 0o755 if member.mode & 0o100 else 0o644
    return member


def _filled(name: str, **values: str) -> str:
    """A text of ``installer/linux`` with its places filled in."""
    text = (INSTALLER / "linux" / name).read_text(encoding="utf-8")
    date = datetime.fromtimestamp(epoch(), UTC).date().isoformat()
    for key, value in {"VERSION": version(), "DATE": date, **values}.items():
        text = text.replace(f"@{key}@", value)
    return text


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(0o644)


def build(interpreter: Path, notices: Path) -> list[Path]:
    """Both packages, and the list of what is in them."""
    folder = freeze(interpreter)
    print(f"Linux program: {megabytes(files_below(folder)):.0f} MB installed", flush=True)
    with ThreadPoolExecutor() as workers:
        package = workers.submit(debian_package, folder, notices)
        return [archive(folder, notices), package.result()]

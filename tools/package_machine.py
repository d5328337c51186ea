"""The tools that packaging needs on this machine, installed on Debian and Ubuntu or named where nobody may."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tools import system_libraries
from tools.package_ground import PackagingFailed

FOR_LINUX = {"objdump": "binutils", "strip": "binutils", "dpkg-deb": "dpkg", "git": "git"}
FOR_WINDOWS = {"makensis": "nsis", "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64"}
FOR_CHECKS = {
    "debootstrap": "debootstrap", "Xvfb": "xvfb", "strace": "strace", "wine": "wine", "wine64": "wine64",
    "desktop-file-validate": "desktop-file-utils", "appstreamcli": "appstream", "unshare": "util-linux",
    "xdotool": "xdotool", "/usr/share/i18n/locales/fr_BE": "locales", "lintian": "lintian",
}  # fmt: skip
_ELSEWHERE = {"wine64": ("/usr/lib/wine/wine64",)}


def provide(needed: dict[str, str]) -> None:
    """See to it that the tools are there; where nobody may, :class:`PackagingFailed` says what to type."""
    if sys.platform == "win32":
        return  # where each step names what it lacks itself
    missing = sorted({package for tool, package in needed.items() if not _there(tool)})
    if not missing:
        return
    if not sys.platform.startswith("linux") or shutil.which("apt-get") is None:
        raise PackagingFailed(f"Packaging needs what Debian calls {', '.join(missing)}: install it and start again.")
    prefix = system_libraries.as_root()
    command = "sudo apt-get install -y --no-install-recommends " + " ".join(missing)
    if prefix is None:
        raise PackagingFailed(f"Packaging needs some tools. Type this, then start again:\n\n    {command}")
    print("Installing the tools that packaging needs: " + " ".join(missing), flush=True)
    if not system_libraries.install(missing, prefix):
        raise PackagingFailed(f"The tools could not be installed. Try:\n\n    {command}")


def _there(tool: str) -> bool:
    if tool.startswith("/"):
        return Path(tool).exists()
    return shutil.which(tool) is not None or any(Path(path).exists() for path in _ELSEWHERE.get(tool, ()))

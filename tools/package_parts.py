"""Which files of the libraries the program does without: Qt's network, QML and tools, other languages, headers.

The libraries come whole from their wheels; both packages, Linux and Windows, are cut by these rules. What is left is
proven by the self-test of the installed program, and that nothing of a network is left by ``tests/install``.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path, PurePosixPath

QT = frozenset({"Core", "DBus", "Gui", "PrintSupport", "Svg", "Widgets"})
"""The parts of Qt that the sources import; ``tests/install`` compares."""
_QT_BELOW = QT | {"XcbQpa", "WaylandClient", "WlShellIntegration", "OpenGL"}
"""Those, and what their plugins stand on."""
_PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qico", "qjpeg", "qsvg"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platforms": {"qoffscreen", "qwayland", "qwindows", "qxcb"},
    "platformthemes": {"qxdgdesktopportal"},
    "printsupport": {"cupsprintersupport"},
    "styles": {"qmodernwindowsstyle"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-graphics-integration-client": {"qt-plugin-wayland-egl"},
    "wayland-shell-integration": {"xdg-shell"},
    "xcbglintegrations": {"qxcb-egl-integration", "qxcb-glx-integration"},
}
_OF_THE_INSTALLER = frozenset({"RECORD", "INSTALLER", "REQUESTED", "direct_url.json", "entry_points.txt", "WHEEL"})
"""What pip writes beside a package: among it, where on this machine the wheel was."""
_LANGUAGES = ("fr", "nl", "de", "en")
_LOCALE = re.compile(r"(root|(fr|nl|de|en)(_BE)?|en_(001|150|GB))\.dat")
_QT_LIBRARY = re.compile(r"(?:lib)?Qt6(\w+?)(?:\.so\.6|\.dll)")
_QT_MODULE = re.compile(r"Qt(\w+?)(?:\.abi3\.so|\.pyd)")
_QT_FOLDERS = {"plugins", "translations", "Qt", "lib"}
_NOT_ASKED_FOR = {"opengl32sw", "vcamp140", "vcomp140", "vccorlib140", "concrt140", "pyside6qml"}
"""Libraries beside Qt on Windows that nothing left there asks for: Mesa, runtimes of C++, the QML of PySide."""
_FOR_DEVELOPERS = {".pyi", ".h", ".hpp", ".pxd", ".pxi", ".lib", ".a", ".cmake", ".typed", ".c", ".cpp", ".rng", ".xsl"}
_NETWORK = {"_socket", "_ssl", "_asyncio", "_overlapped", "libssl", "_msi", "winsound", "_sqlite3", "sqlite3"}
_WHOLE = (
    "lxml/html", "lxml/includes", "lxml/isoschematron", "lxml/objectify", "lxml/sax", "lxml/builder", "PIL/_avif",
    "PIL/_webp", "PIL/_imagingtk", "PIL/_imagingcms", "pillow.libs/libavif", "pillow.libs/libwebp", "bin/", "Scripts/",
    "reportlab/fonts/", "share/",
)  # fmt: skip


def unneeded(path: PurePosixPath) -> bool:
    """Whether the program does without a file; ``path`` is relative to where the packages lie."""
    top, name = path.parts[0], path.name
    if path.suffix in _FOR_DEVELOPERS or name == "py.typed":
        return True
    if top.endswith(".dist-info"):
        return not top.startswith("redi_desktop-") or name in _OF_THE_INSTALLER
    if top == "PySide6":
        return _unneeded_of_qt(path)
    if path.parts[:2] == ("babel", "locale-data"):
        return not _LOCALE.fullmatch(name)
    of_python = len(path.parts) == 1 or top.startswith("python3")
    return path.as_posix().startswith(_WHOLE) or (of_python and of_network(name))


def of_network(name: str) -> bool:
    """Whether a file of Python itself is there for the network, or for what only a developer does."""
    return re.split(r"[.-]", name)[0] in _NETWORK


def _unneeded_of_qt(path: PurePosixPath) -> bool:
    if "plugins" in path.parts:
        kind, name = path.parent.name, path.stem.removeprefix("lib")
        return name not in _PLUGINS.get(kind, set())
    if "translations" in path.parts:
        return path.name not in {f"qtbase_{code}.qm" for code in _LANGUAGES}
    if path.suffix == ".dll" and path.name.partition(".")[0] in _NOT_ASKED_FOR:
        return True
    for pattern, known in ((_QT_LIBRARY, _QT_BELOW), (_QT_MODULE, QT)):
        if found := pattern.fullmatch(path.name):
            return found[1] not in known
    return path.suffix in {".exe", ".json", ".txt"} or not set(path.parts[1:-1]) <= _QT_FOLDERS


def cut(packages: Path) -> int:
    """Take what is unneeded out of a folder of packages, and the folders that are empty then; says how many files."""
    files = [path for path in packages.rglob("*") if path.is_file() or path.is_symlink()]
    gone = [path for path in files if unneeded(PurePosixPath(path.relative_to(packages).as_posix()))]
    for path in gone:
        path.unlink()
    for folder in sorted((path for path in packages.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    return len(gone)


def drop_caches(packages: Path) -> None:
    """Take out compiled sources, which are made anew with the date of the release."""
    for folder in sorted(packages.rglob("__pycache__")):
        shutil.rmtree(folder)

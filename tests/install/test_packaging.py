"""The rules by which the packages are cut and listed, and the texts that come with them."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from configparser import ConfigParser
from pathlib import Path, PurePosixPath

import pytest

from tools import (
    catalogues,
    package_again,
    package_bill,
    package_parts,
    package_shipped,
    package_trace,
    package_windows,
    package_windows_python,
)
from tools.package_bill import Part
from tools.package_ground import PackagingFailed

ROOT = Path(__file__).resolve().parents[2]
LINUX, WINDOWS = ROOT / "installer" / "linux", ROOT / "installer" / "windows"
SCRIPT = (WINDOWS / "redi-desktop.nsi").read_text(encoding="utf-8")
TEXTS = (WINDOWS / "texts.nsh").read_text(encoding="utf-8")
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


def locked(name: str) -> dict[str, str]:
    return dict(PINNED.findall((ROOT / "requirements" / name).read_text(encoding="utf-8")))


def test_the_parts_of_qt_that_are_shipped_are_those_that_the_sources_import():
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "redi_desktop").rglob("*.py"))
    assert set(re.findall(r"PySide6\.Qt(\w+)", sources)) - {"Network"} == package_parts.QT


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt6Network.dll", "PySide6/QtNetwork.pyd", "PySide6/Qt/lib/libQt6Network.so.6", "PySide6/Qt6Qml.dll",
        "PySide6/QtQuick.abi3.so", "PySide6/plugins/tls/qschannelbackend.dll",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/plugins/networkinformation/qnetworklistmanager.dll", "PySide6/lupdate.exe", "PySide6/QtCore.pyi",
        "PySide6/opengl32sw.dll", "PySide6/pyside6qml.abi3.dll",
        "PySide6/Qt/translations/qtbase_ja.qm", "babel/locale-data/ja.dat", "_socket.pyd", "_ssl.pyd",
        "python3.11/lib-dynload/_socket.cpython-311-x86_64-linux-gnu.so", "babel-2.18.0.dist-info/METADATA",
        "redi_desktop-0.1.0.dist-info/direct_url.json",
    ],
)  # fmt: skip
def test_what_the_program_does_without_is_cut(name):
    assert package_parts.unneeded(PurePosixPath(name))


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt6Core.dll", "PySide6/QtWidgets.pyd", "PySide6/Qt/lib/libQt6XcbQpa.so.6", "sqlcipher3/_sqlite3.pyd",
        "PySide6/plugins/platforms/qwindows.dll", "PySide6/Qt/plugins/platforms/libqxcb.so",
        "babel/locale-data/nl_BE.dat",
        "PySide6/translations/qtbase_fr.qm", "redi_desktop-0.1.0.dist-info/METADATA", "PySide6/msvcp140.dll",
        "redi_desktop/resources/fonts/NotoSans-Regular.ttf", "lxml/etree.cp311-win_amd64.pyd",
    ],
)  # fmt: skip
def test_what_the_program_needs_is_kept(name):
    assert not package_parts.unneeded(PurePosixPath(name))


def test_a_network_library_is_found_wherever_it_hides():
    fine = ["_internal/PySide6/Qt/lib/libQt6Core.so.6", "Lib/site-packages/sqlcipher3/_sqlite3.pyd", "redi/network.txt"]
    bad = ["a/libQt6Network.so.6", "PySide6/Qt6Quick.dll", "lib-dynload/_socket.cpython-311.so", "plugins/tls/x.dll"]
    assert package_shipped.offending([*fine, *bad]) == sorted(bad)


def test_only_local_places_pass_in_a_trace(tmp_path):
    path = tmp_path / "trace"
    path.write_text(
        "7 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3\n"
        '7 connect(3, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X0"}, 20) = 0\n'
        '7 connect(3, {sa_family=AF_UNIX, sun_path="/var/run/elsewhere"}, 20) = -1\n'
        "7 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 4\n"
        '7 connect(4, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("10.0.0.1")}, 16) = 0\n'
    )
    trace = package_trace.read(path)
    assert trace.places == {'@"/tmp/.X11-unix/X0"'}
    assert [finding.split("(")[0] for finding in trace.findings] == ["7 connect", "7 socket", "7 connect"]


def test_the_notices_name_every_package_with_its_version():
    text = package_bill.NOTICES.read_text(encoding="utf-8")
    assert [name for name, version in locked("run.lock").items() if f"\n{name} {version}: " not in text] == []


def test_packages_are_built_from_the_very_versions_that_are_tested():
    run, dev, package = (locked(f"{name}.lock") for name in ("run", "dev", "package"))
    assert run.items() <= dev.items()
    assert run.items() <= package.items()


def test_the_bill_of_materials_names_licences_and_never_changes():
    parts = [
        Part("babel", "2.18.0", "BSD-3-Clause", "https://x.example"),
        Part("ICU", "73", "Unicode-3.0", "", "babel"),
    ]
    bill = package_bill.bill(parts)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    assert [one["licenses"] for one in bill["components"]] == [[{"expression": part.licence}] for part in parts]
    assert bill["components"][0]["purl"] == "pkg:pypi/babel@2.18.0"
    assert [(one["ref"], one["dependsOn"]) for one in bill["dependencies"]] == [
        ("redi-desktop", ["pypi/babel@2.18.0"]),
        ("pypi/babel@2.18.0", ["babel/ICU@73"]),
    ]
    assert json.dumps(bill) == json.dumps(package_bill.bill(parts))


def test_a_byte_that_differs_between_two_builds_is_told(tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        for name in ("a.deb", "b.exe"):
            (tmp_path / folder / name).write_bytes(name.encode())
    same = package_again.differences(tmp_path / "one", tmp_path / "two")
    assert same == ["the same bytes: a.deb", "the same bytes: b.exe"]
    (tmp_path / "two" / "b.exe").write_bytes(b"something else")
    with pytest.raises(PackagingFailed, match=r"b\.exe$"):
        package_again.differences(tmp_path / "one", tmp_path / "two")


def test_the_setup_says_everything_in_four_languages():
    said: dict[str, set[str]] = {}
    for name, language in re.findall(r"^LangString (\S+) \$\{LANG_(\w+)\}", TEXTS, re.MULTILINE):
        said.setdefault(name, set()).add(language)
    assert said
    assert set(map(frozenset, said.values())) == {frozenset({"FRENCH", "DUTCH", "GERMAN", "ENGLISH"})}
    assert set(re.findall(r"\$\(((?:un\.)?[A-Z_0-9]{4,})\)", SCRIPT)) <= set(said)


def test_the_setup_needs_no_administrator_and_takes_a_folder_away_only_where_somebody_says_so():
    assert "RequestExecutionLevel user" in SCRIPT
    assert "HKLM" not in SCRIPT
    wiped = [line.strip() for line in SCRIPT.splitlines() if "RMDir /r" in line]
    assert wiped == ['RMDir /r "${DATA}\\Logs"', 'RMDir /r "${DATA}\\vault"']
    asked = SCRIPT[SCRIPT.index('Section "Uninstall"') : SCRIPT.index(wiped[1])]
    questions = [line for line in asked.splitlines() if "MB_YESNO" in line]
    assert len(questions) == 3
    assert all("MB_DEFBUTTON2" in line and "/SD IDNO IDNO kept" in line for line in questions)


def test_versions_become_four_numbers_for_windows():
    assert [package_windows.numbers(told) for told in ("0.1.0", "1.2", "2.0.1.dev3")] == [
        "0.1.0.0",
        "1.2.0.0",
        "2.0.1.0",
    ]


def test_every_file_of_the_python_for_windows_is_known_by_its_checksum(tmp_path, monkeypatch):
    known = package_windows_python.SUMS.read_text(encoding="ascii").split()[1::2]
    assert {"python311.dll", "python311.zip", "vcruntime140.dll"} <= set(known)
    changed = dict.fromkeys(known, b"something else")
    monkeypatch.setattr(package_windows_python, "_from_the_index", lambda: changed)
    with pytest.raises(PackagingFailed, match="is not the file that it should be"):
        package_windows_python.lay_down(tmp_path, None)
    assert not list(tmp_path.iterdir())


def test_menu_entry_and_appstream_file_speak_four_languages():
    entry = ConfigParser(interpolation=None, delimiters="=")
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(LINUX / "redi-desktop.desktop", encoding="utf-8")
    assert {f"Comment{code}" for code in ("", "[fr]", "[nl]", "[de]")} <= set(entry["Desktop Entry"])
    (path,) = LINUX.glob("*.metainfo.xml")
    tree = ElementTree.parse(path)
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    assert {one.get(language) for one in tree.findall("summary")} == {None, "fr", "nl", "de"}
    launchable = tree.find("launchable")
    assert launchable is not None
    assert launchable.text == "redi-desktop.desktop"


def test_a_font_that_windows_has_for_lists_does_not_reach_them(qapp):
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QApplication, QListView

    from redi_desktop.ui.theme import BODY_POINTS, FAMILY, apply_theme

    apply_theme(qapp)
    QApplication.setFont(QFont("MS Shell Dlg", 8), "QAbstractItemView")  # type: ignore[arg-type]  # it takes a str
    shown = QListView()
    shown.ensurePolished()
    try:
        assert (shown.font().family(), shown.font().pointSizeF()) == (FAMILY, BODY_POINTS)
    finally:
        shown.deleteLater()
        apply_theme(qapp)


def test_a_compiled_catalogue_does_not_bear_the_minute_at_which_it_was_compiled(tmp_path):
    folder = tmp_path / "nl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "redi.po").write_text('msgid ""\nmsgstr ""\n"Language: nl\\n"\n\nmsgid "Save"\nmsgstr "Opslaan"\n')
    catalogues.compile_all(tmp_path)
    assert b"2026-01-01 00:00" in (folder / "redi.mo").read_bytes()

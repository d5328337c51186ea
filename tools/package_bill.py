"""What the program is made of: the bill of materials (CycloneDX) and the notices that come with the program.

``python -m tools.package_bill`` writes ``resources/notices/third-party.txt`` anew; that is done when a lock changes,
and ``tests/install`` says when it was forgotten.
"""

from __future__ import annotations

import json
import re
import sys
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.parser import HeaderParser
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tools.package_ground import BUILD, INSTALLER, ROOT, epoch, run, sha256, version
from tools.package_inner import INNER, OF_DEBIAN, PROBE

NOTICES = ROOT / "resources" / "notices" / "third-party.txt"
LOCK = ROOT / "requirements" / "run.lock"
LICENCES = INSTALLER / "common" / "licences"
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
_SPDX = {
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "reportlab": "BSD-3-Clause",
    "sqlcipher3": "Zlib",
    "pyside6-essentials": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
    "shiboken6": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
}
"""Where a package says its licence in words of its own."""
_ELSEWHERE = re.compile(r"/(android|cibw_musl|pbin_musl|v8_xfa|all_except_musl)/")
_LICENCE = re.compile(r"licen[cs]|copying|third-party", re.IGNORECASE)
_RULE = "=" * 100


@dataclass(frozen=True, slots=True)
class Part:
    """One library in the packages."""

    name: str
    version: str
    licence: str
    home: str
    inside: str = ""
    texts: tuple[Path, ...] = field(default=())
    sums: tuple[str, ...] = field(default=())
    """The checksums of the wheels it was taken from, that for Linux and that for Windows."""

    @property
    def is_python(self) -> bool:
        """Whether it is a package of its own rather than a part of one."""
        return not self.inside

    @property
    def reference(self) -> str:
        """What it is called within the bill of materials."""
        return f"{self.inside or 'pypi'}/{self.name}@{self.version}"


def locked() -> dict[str, str]:
    """The packages that the program runs on, with their versions."""
    return dict(_PINNED.findall(LOCK.read_text(encoding="utf-8")))


def parts(interpreter: Path) -> list[Part]:
    """Everything in the packages: those of the lock as installed beside an interpreter, and what they contain."""
    probed: dict[str, str] = json.loads(run(interpreter, "-c", PROBE).splitlines()[-1])
    packages = Path(probed["packages"])
    found = [_installed(packages, name, pinned) for name, pinned in sorted(locked().items())]
    probed |= {name: run("dpkg-query", "-W", "-f", "${Version}", name).strip() for name in sorted(OF_DEBIAN)}
    inner = [
        Part(part.name, probed.get(part.name, part.version), part.licence, part.home, part.inside, _own(part.text))
        for part in INNER
    ]
    return [*found, *inner]


def _installed(packages: Path, name: str, pinned: str) -> Part:
    folder = packages / f"{name.replace('-', '_')}-{pinned}.dist-info"
    told = HeaderParser().parsestr((folder / "METADATA").read_text(encoding="utf-8"))
    homes = [line.partition(",")[2].strip() for line in told.get_all("Project-URL", [])]
    home = told.get("Home-page") or next(iter(homes), "")
    texts = [path for path in sorted(folder.rglob("*")) if _LICENCE.search(path.relative_to(packages).as_posix())]
    files = tuple(path for path in texts if path.is_file() and not _ELSEWHERE.search(path.as_posix()))
    licence = _SPDX.get(name) or told.get("License-Expression") or told.get("License") or ""
    return Part(name, pinned, licence, home, texts=files)


def with_sums(interpreter: Path, found: Iterable[Part]) -> list[Part]:
    """The same, with the checksums of the very wheels that pip takes from the lock for each of the two systems."""
    asking = ("install", "--dry-run", "--ignore-installed", "--no-deps", "--require-hashes", "-q", "-r", LOCK)
    windows = ("--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp", "--only-binary=:all:")
    taken: dict[str, set[str]] = {}
    for number, target in enumerate(((), (*windows, "--target", BUILD / "nowhere"))):
        report = BUILD / f"wheels-{number}.json"
        run(interpreter, "-m", "pip", *asking, *target, "--report", report)
        for one in json.loads(report.read_text(encoding="utf-8"))["install"]:
            name = re.sub(r"[-_.]+", "-", one["metadata"]["name"]).lower()
            taken.setdefault(name, set()).add(one["download_info"]["archive_info"]["hashes"]["sha256"])
    return [replace(part, sums=tuple(sorted(taken.get(part.name, ())))) if part.is_python else part for part in found]


def _own(name: str) -> tuple[Path, ...]:
    """The text of a licence that no package brings: kept here, or beside the fonts."""
    if name == "OFL-1.1.txt":
        return (ROOT / "resources" / "fonts" / "OFL.txt",)
    return (LICENCES / name,) if name else ()


def notices(found: Iterable[Part]) -> str:
    """Who made what the program is made of, and under which terms; a text that several share stands once."""
    found = list(found)
    lines = [
        "REDI Desktop comes with the works below. Each remains under its own terms, which follow the list.",
        "The libraries of Qt and PySide6 (LGPL-3.0) lie beside the program as separate files and may be replaced.",
        "",
        *(f"{part.name} {part.version}{_within(part)}: {part.licence} {part.home}".rstrip() for part in found),
    ]
    shown: dict[str, list[str]] = {}
    for part in found:
        for path in part.texts:
            text = path.read_text(encoding="utf-8", errors="replace").strip()
            shown.setdefault(_trimmed(text), []).append(f"{part.name}: {path.name}")
    for text, names in shown.items():
        lines += ["", _RULE, *names, _RULE, "", text]
    return "\n".join(lines) + "\n"


def _within(part: Part) -> str:
    return f" (in {part.inside})" if part.inside else ""


def _trimmed(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.replace("\f", "").splitlines())


def bill(found: Iterable[Part]) -> dict[str, Any]:
    """The bill of materials, in the form of CycloneDX 1.5."""
    found = list(found)
    program = {
        "type": "application", "bom-ref": "redi-desktop", "name": "redi-desktop", "version": version(),
        "licenses": [{"license": {"id": "EUPL-1.2"}}],
    }  # fmt: skip
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, f'redi-desktop {version()} {sha256(LOCK)}')}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(epoch(), UTC).isoformat().replace("+00:00", "Z"),
            "component": program,
        },
        "components": [_component(part) for part in found],
        "dependencies": list(_dependencies(found)),
    }


def _dependencies(found: list[Part]) -> Iterator[dict[str, Any]]:
    """The program stands on its packages; what lies inside one of them is under it."""
    names = {part.name: part.reference for part in found if part.is_python}
    of_the_program = [part.reference for part in found if part.inside not in names]
    yield {"ref": "redi-desktop", "dependsOn": of_the_program}
    for name, reference in names.items():
        yield {"ref": reference, "dependsOn": [part.reference for part in found if part.inside == name]}


def _component(part: Part) -> dict[str, Any]:
    kind = "pypi" if part.is_python else "deb/debian" if part.name in OF_DEBIAN else "generic"
    told = (
        quote(part.version, safe=".+~-")
        if part.name not in OF_DEBIAN
        else f"{quote(part.version, safe='.~-')}?arch=amd64"
    )
    made: dict[str, Any] = {
        "type": "library", "bom-ref": part.reference, "name": part.name,
        "version": part.version, "purl": f"pkg:{kind}/{quote(part.name.lower().replace(' ', '-'))}@{told}",
        "licenses": [{"expression": part.licence}],
    }  # fmt: skip
    if part.sums:
        made["hashes"] = [{"alg": "SHA-256", "content": one} for one in part.sums]
    if part.home:
        made["externalReferences"] = [{"type": "website", "url": part.home}]
    if part.inside:
        made["properties"] = [{"name": "redi:inside", "value": part.inside}]
    return made


def main() -> int:
    """Write the notices anew, from the environment in which the program is frozen."""
    from tools import package_sources

    package_sources.export()
    interpreter = package_sources.freezer(package_sources.build_wheel())
    NOTICES.parent.mkdir(exist_ok=True)
    NOTICES.write_text(notices(parts(interpreter)), encoding="utf-8")
    print(f"{NOTICES.relative_to(ROOT)}: {NOTICES.stat().st_size // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())

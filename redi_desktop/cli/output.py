"""How commands answer: words or JSON on standard output, complaints on standard error, packs as files or folders."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from redi_desktop.errors import ParameterError
from redi_desktop.i18n import gettext as _
from redi_desktop.packs.archive import POLICY, SUFFIX
from redi_desktop.packs.draft import Draft, sealed
from redi_desktop.packs.embedded import LEGAL_TABLES, OPEN_BASKETS, RIGHTS
from redi_desktop.packs.kinds import FilesInMemory, load_any, packed
from redi_desktop.packs.parcel import Parcel, open_parcel, parcel_of, read_parcel
from redi_desktop.packs.places import PackFolder, PackPlace, pack_place
from redi_desktop.packs.policy_file import load_policy
from redi_desktop.paths import resource
from redi_desktop.words import problems

EMBEDDED = (OPEN_BASKETS, LEGAL_TABLES, RIGHTS)
BAD_PACK = 3


def show(data: Mapping[str, Any], form: str, words: Iterable[str]) -> None:
    """Print the answer in the form asked for."""
    print(json.dumps(data, ensure_ascii=False, indent=1) if form == "json" else "\n".join(words))


def complain(error: ParameterError) -> None:
    """Print a fault on standard error: its place, then what is wrong."""
    words = problems.sentence(error)
    print(f"{error.field}: {words}" if error.field else words, file=sys.stderr)


def show_faults(faults: Iterable[ParameterError], form: str) -> int:
    """Print every fault; gives the exit status of a bad pack."""
    told = tuple(faults)
    for fault in told:
        complain(fault)
    if form == "json":
        rows = [{"code": fault.code, "field": fault.field, "words": problems.sentence(fault)} for fault in told]
        show({"format": "redi-pack-faults/1", "faults": rows}, form, ())
    return BAD_PACK


def place_of(path: Path) -> PackPlace:
    """The pack at a path, or one that comes with the program by its name; raises :class:`ParameterError`."""
    if not path.exists() and str(path) in EMBEDDED:
        return PackFolder(resource("parameters", str(path)))
    return pack_place(path)


def parcel_at(path: Path) -> Parcel:
    """A pack or policy at a path, or a pack that comes with the program by its name."""
    return open_parcel(path) if path.exists() else read_parcel(place_of(path))


def policy_at(path: Path) -> Parcel:
    """A policy, from its TOML file or from a ``.redipack`` file; raises :class:`ParameterError`."""
    if path.suffix != SUFFIX:
        load_policy(path)
        return parcel_of({POLICY: path.read_bytes()})
    parcel = open_parcel(path)
    return replace(parcel, content=parcel.policy)


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; raises :class:`ParameterError` where that is not possible."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ParameterError("pack_not_written", field=str(path)) from error


def write_pack(draft: Draft, out: Path, form: str) -> int:
    """Seal a draft and write it, as one file where its name ends in ``.redipack``, else as a folder; say so."""
    files = sealed(draft)
    if out.suffix == SUFFIX:
        write_file(out, packed(FilesInMemory(files)))
    else:
        _write_folder(out, files)
    data = {"format": "redi-pack-written/1", "path": str(out), **identity(load_any(FilesInMemory(files)))}
    show(data, form, [_("{path}: {id}, version {version}, fingerprint {fingerprint}").format(**data)])
    return 0


def identity(pack: Any) -> dict[str, str]:
    """What a pack is called, by identifier, version and fingerprint."""
    return {"id": pack.id, "version": pack.version, "fingerprint": pack.fingerprint}


def _write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        taken = any(folder.iterdir())
    except OSError as error:
        raise ParameterError("pack_not_written", field=str(folder)) from error
    if taken:
        raise ParameterError("pack_folder_taken", field=str(folder))
    for name, content in files.items():
        write_file(folder / name, content)

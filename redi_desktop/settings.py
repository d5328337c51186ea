"""What the worker has set on this machine, in one typed table.

The settings are plain text in the user's own configuration folder, readable by nobody else. Nothing about a case or a
person of one may enter: neither names, nor recently opened files; the only name is the worker's own, for the letters.
What belongs to the dossiers is kept in the vault.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints

import msgspec

from redi_desktop.durable_files import write_among_others
from redi_desktop.errors import UserError

FILE_NAME = "settings.json"
DAMAGED_NAME = "settings.damaged.json"
LARGEST_FILE = 64 * 1024
_log = logging.getLogger(__name__)

LanguageCode = Literal["fr", "nl", "de", "en"]
Theme = Literal["system", "light", "dark", "contrast"]
RegionName = Literal["flanders", "wallonia", "brussels"]
TextScale = Annotated[int, msgspec.Meta(ge=80, le=300)]
IdleMinutes = Annotated[int, msgspec.Meta(ge=1, le=15)]
FolderPath = Annotated[str, msgspec.Meta(min_length=1, max_length=4096)]
OneLine = Annotated[str, msgspec.Meta(max_length=120, pattern=r"\A[^\x00-\x1f\x7f]*\Z")]
WindowGeometry = Annotated[str, msgspec.Meta(max_length=1024, pattern=r"\A[A-Za-z0-9+/=]*\Z")]


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, its type, its bounds and its default. A change is a new object: ``dataclasses.replace``.

    A field stands here before it is kept anywhere; what is not here is not written and not read.
    """

    #: Language of the window; None: the system's, where we speak it.
    language: LanguageCode | None = None
    #: Size of the text, in per cent of the system's.
    text_scale: TextScale = 100
    theme: Theme = "system"
    #: Folder of the vault that was open last; None before the first one is made.
    vault_folder: FolderPath | None = None
    #: Minutes without a key or a click before the vault is locked.
    idle_minutes: IdleMinutes = 5
    #: Name of the CPAS as it stands at the head of the documents.
    cpas_name: OneLine = ""
    #: Its address, on one line.
    cpas_address: OneLine = ""
    #: Post code and name of its municipality; it stands behind the address.
    municipality: OneLine = ""
    #: Region in which a new case begins.
    default_region: RegionName | None = None
    #: Name and contact of the worker, as they stand at the head and foot of the documents.
    worker_name: OneLine = ""
    worker_contact: OneLine = ""
    #: Folder with the CPAS's own texts of the documents; None: those of the program.
    letters_folder: FolderPath | None = None
    #: Place and size of the window: base64 of ``QWidget.saveGeometry()``; empty: let the system choose.
    window_geometry: WindowGeometry = ""
    #: Whether the tour of the window was seen to its end, or left.
    tour_seen: bool = False
    #: Whether the list of cases is shown at the left.
    case_list_shown: bool = True


def load(folder: Path) -> Settings:
    """The settings kept in ``folder``; what is missing or cannot be read takes its default.

    One bad value loses only itself. A file that is no table of settings at all is set aside, never overwritten unseen.
    """
    path = folder / FILE_NAME
    try:
        kept = _read(path)
    except FileNotFoundError:
        return Settings()
    except OSError:
        _log.warning("settings_unreadable")
        return Settings()
    except (ValueError, RecursionError):
        _log.warning("settings_damaged")
        _set_aside(path)
        return Settings()
    return Settings(**_sound(kept))


def save(settings: Settings, folder: Path) -> None:
    """Write the settings: whole or not at all, readable by this user alone.

    Raises ValueError where a value is outside its bounds (a bug: the window offers nothing else), and
    ``UserError("settings_not_saved")`` where the disk refuses; what was saved before then stands.
    """
    table = asdict(settings)
    try:
        msgspec.convert(table, Settings)
    except msgspec.ValidationError as problem:
        raise ValueError(f"not a setting: {problem}") from problem
    text = json.dumps(table, indent=2) + "\n"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_among_others(folder / FILE_NAME, text.encode())
    except OSError as problem:
        raise UserError("settings_not_saved", folder=str(folder)) from problem


def _read(path: Path) -> dict[str, Any]:
    """The table in the file; ValueError where it is none."""
    with path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise ValueError("far larger than any settings")
    table = json.loads(content)
    if not isinstance(table, dict):
        raise ValueError("not a table")
    return table


def _sound(kept: dict[str, Any]) -> dict[str, Any]:
    """The values that are settings and within their bounds."""
    sound = {}
    types = get_type_hints(Settings, include_extras=True)
    for name in (field.name for field in fields(Settings) if field.name in kept):
        try:
            sound[name] = msgspec.convert(kept[name], types[name])
        except msgspec.ValidationError:
            _log.warning("setting_refused")
    return sound


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(DAMAGED_NAME))
    except OSError:
        _log.warning("settings_not_set_aside")

"""Where the program's own files and the worker's files are.

Everything is a function: nothing is looked up, made or written when this module is imported, and no function here makes
a folder.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from platformdirs.api import PlatformDirsABC

APP_NAME = "REDI Desktop"


def resources_folder() -> Path:
    """The folder of catalogues, parameters, fonts and icons.

    In a frozen program it lies in the bundle, in an installed wheel in the package, in a checkout beside the package.
    """
    package = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", None)
    places = [Path(bundle) / "resources"] if bundle else []
    places += [package / "resources", package.parent / "resources"]
    return next((place for place in places if place.is_dir()), places[-1])


def resource(*parts: str) -> Path:
    """The path of one of the program's own files: ``resource("fonts", "NotoSans-Regular.ttf")``."""
    return resources_folder().joinpath(*parts)


def _of_the_user() -> PlatformDirsABC:
    """Loaded when first asked: whoever reads the program's own files alone goes without."""
    from platformdirs import PlatformDirs

    return PlatformDirs(APP_NAME, appauthor=False)


def config_folder() -> Path:
    """Where the settings are kept: nothing about a case or a person."""
    return _of_the_user().user_config_path


def log_folder() -> Path:
    """Where the local log is kept."""
    return _of_the_user().user_log_path


def default_vault_folder() -> Path:
    """The folder proposed for a new vault.

    The user's local data rather than *Documents*, which is often copied to a cloud service; and not the roaming
    profile, which Windows copies to a server.
    """
    return _of_the_user().user_data_path / "vault"

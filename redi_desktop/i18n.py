"""The words of the program in the language of the person who reads them.

Messages are written in English in the code and translated by gettext catalogues
(``resources/i18n/<language>/LC_MESSAGES/redi.mo``)::

    from redi_desktop.i18n import N_, _, ngettext

    title = _("Rent of {month}").format(month=month_long(day))
    KINDS = {"rent": N_("Rent")}          # only marked here; said with _() when it is shown

There is one language for the whole program, chosen with :func:`set_language`. Where something is written in another one
(a report in Dutch by a worker whose window is in French), :func:`speaking` holds for that block and thread alone.
"""

from __future__ import annotations

import gettext as _gettext
import logging
import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from redi_desktop import paths

DOMAIN = "redi"
_log = logging.getLogger(__name__)


class Language(NamedTuple):
    """A language of the program: its ISO 639-1 code and the name that its own speakers give it."""

    code: str
    name: str


LANGUAGES = (
    Language("fr", "Français"),
    Language("nl", "Nederlands"),
    Language("de", "Deutsch"),
    Language("en", "English"),
)
LANGUAGE_CODES = tuple(language.code for language in LANGUAGES)
FIRST_LANGUAGE = "fr"
SOURCE_LANGUAGE = "en"


class _Choice:
    """The language chosen for the program, for every thread: a new thread would start with an empty context."""

    code: str = FIRST_LANGUAGE


_choice = _Choice()
_spoken: ContextVar[str | None] = ContextVar("spoken language", default=None)


def language() -> str:
    """The code of the language in use here: that of the innermost :func:`speaking`, else the program's."""
    return _spoken.get() or _choice.code


def set_language(code: str) -> None:
    """Choose the program's language, in every thread; raises ValueError where we do not speak it."""
    _choice.code = _known(code)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Use another language inside this block only.

    Other threads do not notice: work that is handed to a thread enters the block there, inside its own function.
    """
    token = _spoken.set(_known(code))
    try:
        yield
    finally:
        _spoken.reset(token)


def choose_language(preferred: Iterable[str]) -> str:
    """The first of the system's languages (``nl_BE.UTF-8``, ``de-BE``, ``fr``) that we speak, else French."""
    for name in preferred:
        code = name[:2].lower()
        if code in LANGUAGE_CODES and not name[2:3].isalpha():
            return code
    return FIRST_LANGUAGE


def gettext(message: str) -> str:
    """The message in the language in use; itself where no translation exists. Imported as ``_``."""
    return _catalogue(language()).gettext(message) if message else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form of the message that goes with ``count`` in the language in use (French counts 0 as singular)."""
    return _catalogue(language()).ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """The message as it is said in a context, where one English word has several translations."""
    return _catalogue(language()).pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - the name that every gettext tool looks for
    """Mark a message for the catalogues without translating it yet."""
    return message


_ = gettext


def load_catalogue(code: str, folder: Path) -> _gettext.NullTranslations:
    """The translations of one language below ``folder``.

    The compiled catalogue is used; where it is missing, the ``.po`` beside it is compiled in memory; where that is
    missing too, the English messages are shown. English is the language of the messages and needs no catalogue.
    """
    if code == SOURCE_LANGUAGE:
        return _gettext.NullTranslations()
    stem = folder / code / "LC_MESSAGES" / DOMAIN
    return _read_compiled(stem.with_suffix(".mo")) or _compile(stem.with_suffix(".po"), code) or _nothing()


def _read_compiled(path: Path) -> _gettext.GNUTranslations | None:
    if not path.is_file():
        return None
    try:
        with path.open("rb") as file:
            return _gettext.GNUTranslations(file)
    except (OSError, ValueError, struct.error):
        _log.warning("catalogue_damaged")
        return None


def _compile(path: Path, code: str) -> _gettext.GNUTranslations | None:
    if not path.is_file():
        return None
    # Imported here: only a checkout needs the compiler, an installed program never pays for it.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    compiled = BytesIO()
    try:
        with path.open("rb") as file:
            write_mo(compiled, read_po(file, locale=code, abort_invalid=True))
    except (OSError, ValueError, PoFileError):
        _log.warning("catalogue_source_damaged")
        return None
    _log.info("catalogue_compiled_in_memory")
    compiled.seek(0)
    return _gettext.GNUTranslations(compiled)


def _nothing() -> _gettext.NullTranslations:
    _log.warning("catalogue_missing")
    return _gettext.NullTranslations()


@cache
def _catalogue(code: str) -> _gettext.NullTranslations:
    return load_catalogue(code, paths.resource("i18n"))


def _known(code: str) -> str:
    if code not in LANGUAGE_CODES:
        raise ValueError(f"not a language of the program: {code!r}")
    return code

"""The texts of the program: collected for the translators, compiled for the program, and checked.

Run as ``python -m tools.catalogues extract|compile|check``. ``extract`` writes ``resources/i18n/redi.pot`` from the
sources and brings each ``redi.po`` up to it; ``compile`` writes the ``redi.mo`` that the program reads; ``check`` says
which entry of which file is missing, outdated or at odds with its English text. The msgid is the English text.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools.placeholders import forms, placeholder_faults

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "redi_desktop"
I18N = ROOT / "resources" / "i18n"
LANGUAGES = ("fr", "nl", "de")
KEYWORDS: dict[str, Any] = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
UNUSED_HEADERS = (
    '"Project-Id-Version:', '"Report-Msgid-Bugs-To:', '"POT-Creation-Date:', '"PO-Revision-Date:', '"Last-Translator:',
    '"Language-Team:', '"Generated-By:',
)  # fmt: skip
"""What Babel writes of itself: dates and versions that change, names that nobody fills in."""
REFRESH = "run `python3 dev.py strings` and translate what is new"
_NO_DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""Stands in the compiled catalogues, which would otherwise bear the minute at which they were compiled."""


def po_file(language: str, folder: Path = I18N) -> Path:
    """Say where the translations into a language stand."""
    return folder / language / "LC_MESSAGES" / "redi.po"


def template_of(sources: Path = SOURCES) -> Catalog:
    """Collect the texts of all Python sources under a folder, in the order of the files' names."""
    template = Catalog(fuzzy=False)
    template.header_comment = "# Texts of REDI Desktop. Licence: EUPL-1.2. Made by `python3 dev.py strings`."
    found = extract_from_dir(
        str(sources), method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",),
        strip_comment_tags=True,
    )  # fmt: skip
    for filename, line, text, comments, context in sorted(found, key=lambda message: message[:2]):
        place = f"{sources.name}/{Path(filename).as_posix()}"
        template.add(text, None, [(place, line)], auto_comments=comments, context=context)
    return template


def as_text(catalogue: Catalog) -> str:
    """Write a catalogue out so that two runs on the same texts are equal: no dates, no line numbers."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=100, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    lines = buffer.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(UNUSED_HEADERS)).rstrip() + "\n"


def read(path: Path, language: str | None = None) -> Catalog:
    """Read a catalogue, refusing one that is not well formed."""
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def merged(language: str, template: Catalog, folder: Path = I18N) -> Catalog:
    """Bring the translations into a language up to the template: new texts empty, unused ones gone."""
    path = po_file(language, folder)
    catalogue = read(path, language) if path.exists() else Catalog(locale=language, fuzzy=False)
    catalogue.update(template, no_fuzzy_matching=True, update_header_comment=True)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    return catalogue


def extract(folder: Path = I18N, sources: Path = SOURCES) -> list[str]:
    """Write the template and every language's catalogue anew."""
    template = template_of(sources)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "redi.pot").write_text(as_text(template), encoding="utf-8", newline="\n")
    for language in LANGUAGES:
        catalogue = merged(language, template, folder)
        path = po_file(language, folder)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(as_text(catalogue), encoding="utf-8", newline="\n")
        empty = len([message for message in catalogue if message.id and not translated(message)])
        print(f"{language}: {len(catalogue)} texts, {empty} to translate")
    return []


def compile_all(folder: Path = I18N) -> list[str]:
    """Write the compiled form of every language that has a catalogue."""
    for path in sorted(folder.glob("*/LC_MESSAGES/redi.po")):
        catalogue = read(path, path.parent.parent.name)
        catalogue.creation_date = _NO_DAY
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)
    return []


def translated(message: Message) -> bool:
    """Tell whether an entry says something in each of its forms."""
    said = forms(message.string)
    return bool(said) and all(form.strip() for form in said)


def texts(catalogue: Catalog) -> set[tuple[str, ...]]:
    """Return what a catalogue has to translate: the English forms of each entry, and its context or nothing."""
    return {(*forms(message.id), message.context or "") for message in catalogue if message.id}


def differences(name: str, found: set[tuple[str, ...]], wanted: set[tuple[str, ...]]) -> list[str]:
    """Name the texts that a file lacks, and those that the program no longer says."""
    lacking = [f"{name}: lacks {text[0]!r}; {REFRESH}" for text in sorted(wanted - found)]
    unused = [f"{name}: {text[0]!r} is no longer in the program; {REFRESH}" for text in sorted(found - wanted)]
    return lacking + unused


def language_faults(language: str, wanted: set[tuple[str, ...]], folder: Path = I18N) -> list[str]:
    """Find what keeps a language from being complete and true to the English texts."""
    path = po_file(language, folder)
    if not path.exists():
        return [f"{language}: {path.name} is missing; {REFRESH}"]
    catalogue = read(path, language)
    faults = differences(f"{language}/redi.po", texts(catalogue), wanted)
    faults += [f"{language}/redi.po: obsolete entry {text!r}; {REFRESH}" for text in catalogue.obsolete]
    for message in catalogue:
        if not message.id:
            continue
        if message.fuzzy:
            faults.append(f"{language}/redi.po: {message.id!r} is marked fuzzy; look at it and take the mark away")
        if not translated(message):
            faults.append(f"{language}/redi.po: {message.id!r} is not translated")
        else:
            faults += [f"{language}/redi.po: {fault}" for fault in placeholder_faults(message, catalogue.plural_expr)]
    return faults


def check(folder: Path = I18N, sources: Path = SOURCES) -> list[str]:
    """Return every fault of the template and of each language, each naming its entry."""
    wanted = texts(template_of(sources))
    template = folder / "redi.pot"
    if not template.exists():
        return [f"redi.pot is missing; {REFRESH}"]
    faults = differences("redi.pot", texts(read(template)), wanted)
    for language in LANGUAGES:
        faults += language_faults(language, wanted, folder)
    return faults


COMMANDS: dict[str, Callable[[], list[str]]] = {"extract": extract, "compile": compile_all, "check": check}


def main(arguments: list[str]) -> int:
    """Do what the one argument says and return 1 where something is wrong."""
    if len(arguments) != 1 or arguments[0] not in COMMANDS:
        print("python -m tools.catalogues " + "|".join(COMMANDS), file=sys.stderr)
        return 2
    faults = COMMANDS[arguments[0]]()
    print("".join(f"{fault}\n" for fault in faults), end="")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

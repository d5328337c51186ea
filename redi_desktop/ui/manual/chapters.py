"""The chapters of the manual in a language: found in a folder, read, and searched without accents. No Qt."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

from redi_desktop import paths

FALLBACK = "fr"
"""The language of a manual that is not written in the language asked for."""
_REMARK = re.compile(r"<!--(.*?)-->", re.DOTALL)
_PAGES = re.compile(r"\s*pages:\s*([\w\s,]+)")
_TITLE = re.compile(r"#\s+(.+)")


class Chapter(NamedTuple):
    """A chapter: the name of its file, its title, its text in Markdown, the pages of the wizard it is about."""

    name: str
    title: str
    text: str
    pages: frozenset[str] = frozenset()

    def holds(self, words: tuple[str, ...]) -> bool:
        """Whether all of these folded words stand in it."""
        content = folded(self.text)
        return all(word in content for word in words)


class Manual(NamedTuple):
    """The chapters in their order, and the language that they are written in."""

    language: str
    chapters: tuple[Chapter, ...]

    def found(self, search: str) -> tuple[Chapter, ...]:
        """The chapters in which everything stands that is looked for; all of them where nothing is."""
        words = tuple(folded(search).split())
        if not words:
            return self.chapters
        return tuple(chapter for chapter in self.chapters if chapter.holds(words))

    def chapter(self, name: str) -> Chapter | None:
        """The chapter of that file name."""
        return next((chapter for chapter in self.chapters if chapter.name == name), None)

    def about(self, page: str) -> Chapter | None:
        """The chapter about a page of the wizard."""
        return next((chapter for chapter in self.chapters if page in chapter.pages), None)


def manual_folder() -> Path:
    """Where the chapters are: a folder for each language, and the pictures."""
    return paths.resource("manual")


def manual_in(language: str, folder: Path | None = None) -> Manual:
    """The manual in a language, else in the one that it is always written in."""
    place = folder or manual_folder()
    for code in (language, FALLBACK):
        files = sorted((place / code).glob("[0-9][0-9]-*.md"))
        if files:
            return Manual(code, tuple(_chapter(file) for file in files))
    return Manual(FALLBACK, ())


def folded(text: str) -> str:
    """A text in small letters without accents, letter for letter: what is found in it stands at the same place."""
    return text.translate(_PLAIN)


class _PlainLetters(dict[int, str]):
    """The small letter without accents for each letter that was ever met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        small = unicodedata.normalize("NFD", letter)[:1].lower()
        plain = self[code] = small if len(small) == 1 else letter
        return plain


_PLAIN = _PlainLetters()


def _chapter(file: Path) -> Chapter:
    written = file.read_text(encoding="utf-8")
    remarks = "".join(_REMARK.findall(written))
    told = _PAGES.search(remarks)
    text = _REMARK.sub("", written).strip() + "\n"
    title = _TITLE.match(text)
    pages = frozenset(told.group(1).replace(",", " ").split()) if told else frozenset()
    return Chapter(file.name, title.group(1).strip() if title else file.stem, text, pages)

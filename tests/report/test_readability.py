"""What is written for the person is easy to read: short sentences, short words, in French, Dutch and German.

The figure is LIX (Björnsson 1968): words in a sentence plus the share of words over six letters in per cent. Below 30
is very easy, 30 to 40 is easy (a story), 40 to 50 a newspaper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from redi_desktop.report.content import Bullets, Callout, Document, Paragraph, Tone, WritingSpace
from tests.report import reported_cases as cases

MOST_LIX = {"fr": 32, "nl": 32, "de": 32}
MOST_WORDS_ON_AVERAGE, MOST_WORDS, LONG_WORD, MOST_LONG_WORDS = 11, 22, 12, 0.05
FOR_THE_PERSON = ("person-copy", "information-sheet", "acknowledgement")


def sentences(document: Document) -> list[list[str]]:
    """The words of each sentence of running text; headings, names in tables and legal references are left out."""
    said = [part for text in texts(document) for part in re.split(r"(?<=[.!?…])\s+", text)]
    words = [re.findall(r"[^\W\d_]+", part) for part in said]
    return [found for found in words if found]


def texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.tone is not Tone.QUIET:
            yield block.text
        elif isinstance(block, Bullets):
            yield from (item for item in block.items if "artic" not in item and "artik" not in item)
        elif isinstance(block, Callout):
            yield from (block.title, *block.sentences)
        elif isinstance(block, WritingSpace):
            yield block.hint


@pytest.mark.parametrize("language", ["fr", "nl", "de"])
@pytest.mark.parametrize("kind", FOR_THE_PERSON)
@pytest.mark.parametrize("case", [cases.namur(), cases.judged()], ids=["proposed", "decided"])
def test_it_is_easy_to_read(case, kind, language):
    found = sentences(cases.document(case, kind, language))
    words = [word for sentence in found for word in sentence]
    average = len(words) / len(found)
    long_words = sum(len(word) >= LONG_WORD for word in words) / len(words)
    lix = average + 100 * sum(len(word) > 6 for word in words) / len(words)
    assert average <= MOST_WORDS_ON_AVERAGE
    assert max(map(len, found)) <= MOST_WORDS
    assert long_words <= MOST_LONG_WORDS
    assert lix <= MOST_LIX[language]

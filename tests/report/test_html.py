"""The HTML says what the PDF says, to a screen reader as well, and reaches for nothing outside itself."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from redi_desktop import i18n
from redi_desktop.formatting import money
from redi_desktop.report.content import DocumentKind
from redi_desktop.report.make import to_bytes
from tests.report import reported_cases as cases

KINDS = tuple(kind.value for kind in DocumentKind)
EMPTY = {"meta", "br", "rect", "line", "circle", "polygon", "col", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """The elements of a page with their attributes, in order, and how they nest."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.tables: list[list[tuple[str, dict[str, str]]]] = []
        self.parents: list[tuple[str, str]] = []
        self.empty: list[str] = []
        self._said: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        element = (tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        self.parents.append((tag, self.open[-1] if self.open else ""))
        if tag == "table":
            self.tables.append([])
        if "table" in self.open:
            self.tables[-1].append(element)
        if tag not in EMPTY:
            self.open.append(tag)
            self._said.append("")

    def handle_data(self, data):
        if self._said:
            self._said[-1] += data.strip()

    def handle_endtag(self, tag):
        if tag not in EMPTY:
            assert self.open.pop() == tag
            said = self._said.pop()
            if self._said:
                self._said[-1] += said
            if not said:
                self.empty.append(tag)

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.elements if tag in tags]


@cache
def page(kind: str, language: str = "nl") -> Page:
    """A document about the lone mother of Namur, made once for all tests."""
    return Page(to_bytes(cases.document(cases.judged(), kind, language), "html").decode())


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_well_formed_and_names_its_language(kind):
    found = page(kind)
    assert found.open == []
    assert found.all("html") == [{"lang": "nl"}]
    assert len(found.all("title", "main", "h1")) >= 3
    assert len(found.all("h1")) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_headings_stand_in_order(kind):
    levels = [int(tag[1]) for tag, _ in page(kind).elements if tag in ("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("kind", KINDS)
def test_every_table_has_a_caption_and_heads_in_scope(kind):
    tables = page(kind).tables
    assert tables or kind in ("acknowledgement", "information-sheet")
    for table in tables:
        assert [tag for tag, _ in table].count("caption") == 1
        scopes = [attributes["scope"] for tag, attributes in table if tag == "th"]
        assert set(scopes) >= ({"col"} if kind == "intake-form" else {"col", "row"})


@pytest.mark.parametrize("kind", KINDS)
def test_it_keeps_the_rules_that_checkers_of_pages_look_for(kind):
    found = page(kind)
    assert not {"th", "h1", "h2", "h3", "title", "caption", "dt", "figcaption"} & set(found.empty)
    inside = {"li": {"ul", "ol"}, "dt": {"dl", "div"}, "dd": {"dl", "div"}, "tr": {"thead", "tbody"}}
    assert [pair for pair in found.parents if pair[1] not in inside.get(pair[0], {pair[1]})] == []
    assert {tag for tag, parent in found.parents if parent == "ul"} <= {"li"}
    assert {tag for tag, parent in found.parents if parent == "body"} == {"main", "footer"}
    for picture in found.all("svg"):
        assert picture.get("aria-hidden") == "true" or picture.get("aria-labelledby") or picture.get("aria-label")
    for region in found.all("div"):
        if region.get("class") == "wide":
            assert region["tabindex"] == "0"
            assert region["role"] == "region"
            assert region.get("aria-label") or region.get("aria-labelledby")
    assert all(attributes.get("tabindex", "0") == "0" for _, attributes in found.elements)


def test_the_picture_has_a_title_and_a_description():
    found = page("social-report")
    [picture] = found.all("svg")
    names = {attributes["id"] for attributes in found.all("title", "desc") if "id" in attributes}
    assert picture["role"] == "img"
    assert set(picture["aria-labelledby"].split()) == names


@pytest.mark.parametrize("kind", KINDS)
def test_it_runs_nothing_and_reaches_for_nothing(kind):
    found = page(kind)
    assert found.all("script", "link", "img", "iframe", "object", "form", "a") == []
    assert not [name for _, attributes in found.elements for name in attributes if name.startswith("on")]
    assert not [attributes for _, attributes in found.elements if {"src", "href"} & set(attributes)]


@pytest.mark.parametrize("kind", KINDS)
def test_identifiers_are_used_once(kind):
    identifiers = [attributes["id"] for _, attributes in page(kind).elements if "id" in attributes]
    assert len(identifiers) == len(set(identifiers))


def test_it_holds_the_figures_of_the_assessment():
    assessment = cases.assessed(cases.namur())
    source = to_bytes(cases.document(cases.namur(), "social-report", "nl"), "html").decode()
    with i18n.speaking("nl"):
        figures = [assessment.retained.total, assessment.income_total, -assessment.balance]
        figures += assessment.retained.by_need.values()
        assert all(money(figure) in source for figure in figures)


def test_it_is_the_same_each_time():
    first = to_bytes(cases.document(cases.namur(), "social-report"), "html")
    assert to_bytes(cases.document(cases.namur(), "social-report"), "html") == first

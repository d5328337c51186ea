"""What a reader takes out of a finished PDF: its text, its fonts, its structure tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2


def page_texts(content: bytes) -> list[str]:
    """The text of each page, line ends as spaces, no-break spaces as they are."""
    pdf = pypdfium2.PdfDocument(content)
    try:
        return [" ".join(_page_text(page).split(" ")) for page in pdf]
    finally:
        pdf.close()


def _page_text(page: pypdfium2.PdfPage) -> str:
    found = page.get_textpage()
    try:
        text: str = found.get_text_bounded()
    finally:
        found.close()
        page.close()
    return text.replace("\r\n", " ").replace("\n", " ")


def whole_text(content: bytes) -> str:
    """The text of all pages, with single spaces."""
    return " ".join(" ".join(page_texts(content)).replace("\N{NO-BREAK SPACE}", " ").split())


@dataclass
class Element:
    """An element of the structure tree and the text that it marks."""

    tag: str
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    alternative: str = ""
    children: list[Element] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """This element and every one below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, tag: str) -> list[Element]:
        """Every element with that tag."""
        return [element for element in self.walk() if element.tag == tag]


@cache
def structure(content: bytes) -> Element:
    """The structure tree with the text of each element."""
    with pikepdf.open(BytesIO(content)) as pdf:
        texts = {page.obj.objgen: _marked_texts(page) for page in pdf.pages}
        return _element(pdf.Root.StructTreeRoot.K[0], texts)


def _element(node: pikepdf.Object, texts: dict[tuple[int, int], dict[int, str]]) -> Element:
    attributes = node.get("/A")
    pairs = [] if attributes is None else attributes.items()
    found = Element(
        tag=str(node.S)[1:],
        alternative=str(node.get("/Alt", "")),
        attributes={str(key)[1:]: str(value).lstrip("/") for key, value in pairs},
    )
    for kid in node.K:
        if kid.get("/Type") == pikepdf.Name.MCR:
            found.text += texts[kid.Pg.objgen][int(kid.MCID)]
        else:
            found.children.append(_element(kid, texts))
    return found


def _marked_texts(page: pikepdf.Page) -> dict[int, str]:
    """The text inside each mark of a page, through the fonts' own maps to Unicode."""
    maps = {str(name): _unicode_map(font) for name, font in page.Resources.Font.items()}
    texts: dict[int, str] = {}
    stack: list[int | None] = []
    font: dict[int, str] = {}
    for operands, sign in operations(page):
        if sign in ("BDC", "BMC"):
            stack.append(int(operands[1].MCID) if sign == "BDC" else None)
            if stack[-1] is not None:
                texts.setdefault(stack[-1], "")
        elif sign == "EMC":
            stack.pop()
        elif sign == "Tf":
            font = maps[str(operands[0])]
        elif sign == "Tj" and stack and stack[-1] is not None:
            texts[stack[-1]] += "".join(font.get(code, "") for code in bytes(operands[0]))
    return texts


def operations(page: pikepdf.Page) -> Iterator[tuple[list[Any], str]]:
    """What a page's content says to do: operands and operator."""
    for step in pikepdf.parse_content_stream(page):
        yield list(step.operands), str(step.operator)


def _unicode_map(font: pikepdf.Object) -> dict[int, str]:
    stream = font.ToUnicode.read_bytes().decode("ascii")
    body = stream[stream.index("beginbfchar") : stream.index("endbfchar")]
    pairs = (line.split() for line in body.splitlines()[1:] if line.strip())
    return {int(code.strip("<>"), 16): chr(int(value.strip("<>"), 16)) for code, value in pairs}


def fonts(content: bytes) -> dict[str, bool]:
    """Every font of every page, and whether it is embedded."""
    found: dict[str, bool] = {}
    with pikepdf.open(BytesIO(content)) as pdf:
        for page in pdf.pages:
            for font in page.Resources.Font.values():
                described = font.get("/FontDescriptor")
                found[str(font.BaseFont)] = described is not None and "/FontFile2" in described
    return found

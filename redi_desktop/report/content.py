"""What a document says, as plain data: no fonts, no pages, no markup. Every text is in the document's own language.

A document is a title and a row of blocks, read from top to bottom. The PDF and the HTML draw the same blocks, so both
say the same. Amounts and dates arrive as text, already written the way the language writes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from redi_desktop.report.chart_blocks import BalanceChart, ComparisonChart
from redi_desktop.report.form_blocks import BlankFields, FormHeading, Recipient, TickBoxes


class DocumentKind(StrEnum):
    """The documents that leave the program; the values are the words of the command line."""

    SOCIAL_REPORT = "social-report"
    PERSON_COPY = "person-copy"
    EXPLANATION = "explanation"
    MONTHLY_BUDGET = "monthly-budget"
    SCENARIOS = "scenarios"
    DECISION_LETTER = "decision-letter"
    ACKNOWLEDGEMENT = "acknowledgement"
    INFORMATION_SHEET = "information-sheet"
    INTAKE_FORM = "intake-form"


class TypeSize(StrEnum):
    """How large a document is set."""

    STANDARD = "standard"
    TIGHT = "tight"
    COMPACT = "compact"
    LARGE = "large"


class Tone(StrEnum):
    """How loud a text is."""

    PLAIN = "plain"
    LEAD = "lead"
    QUIET = "quiet"
    ATTENTION = "attention"


class RowKind(StrEnum):
    """What a row of a table is: an entry, a line between entries that names the next ones, a sum."""

    ENTRY = "entry"
    PART = "part"
    SUBTOTAL = "subtotal"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who the document comes from; every part may be empty."""

    cpas_name: str = ""
    address: str = ""
    worker_name: str = ""
    worker_contact: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the title: level 2 for a chapter, 3 for a part of it.

    Where it ``opens`` a part of the document, that begins on a new page, and the head of its pages says so.
    """

    text: str
    level: int = 2
    opens: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of sentences."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """Sentences that rest on one another: each with its depth, from 0, never more than one below the one before."""

    items: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Particulars:
    """Names of facts and the facts: one pair a line, or two where they are short."""

    pairs: tuple[tuple[str, str], ...]
    short: bool = False


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One amount that must be seen first, with its name and a word about it."""

    label: str
    amount: str
    remark: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Key figures side by side."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class NotedText:
    """A text in a cell with a quieter note below it."""

    text: str
    note: str = ""


Cell = str | NotedText


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: amounts stand at its end; ``share`` is its part of the width that words can use."""

    title: str
    amounts: bool = False
    share: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, one for each column (a ``PART`` row has one cell for the whole width)."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.ENTRY


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; the first cell of each row names it.

    ``writable``: rows high enough to write in, with lines between the columns.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    writable: bool = False


@dataclass(frozen=True, slots=True)
class Callout:
    """Sentences set apart from the text, to be read with it."""

    title: str
    sentences: tuple[str, ...]
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class WritingSpace:
    """Ruled lines to write on by hand, under a title and, where it is not empty, a word of help."""

    title: str
    hint: str
    lines: int
    level: int = 2


@dataclass(frozen=True, slots=True)
class Signatures:
    """Places to sign, side by side, each with who signs there."""

    places: tuple[str, ...]


Block = (
    Heading
    | Paragraph
    | Bullets
    | Outline
    | Particulars
    | KeyFigures
    | BalanceChart
    | ComparisonChart
    | Table
    | Callout
    | WritingSpace
    | Signatures
    | FormHeading
    | TickBoxes
    | BlankFields
    | Recipient
)


@dataclass(frozen=True, slots=True)
class Footer:
    """What stands at the foot of every page; ``page`` has the places ``{page}`` and ``{pages}``."""

    case: str
    origin: str
    page: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, ready to be drawn.

    ``most_pages``: the type is set a little smaller, down to a floor, where it would take more; where that is not
    enough ``shorter``, which says less, is printed. ``closes_up``: smaller also where that saves a nearly bare page.
    ``unprintable``: the sentence added where a typed character is in no font.
    """

    kind: DocumentKind
    language: str
    title: str
    subject: str
    day: date
    reference: str
    letterhead: Letterhead
    particulars: Particulars
    blocks: tuple[Block, ...]
    footer: Footer
    unprintable: str
    size: TypeSize = TypeSize.STANDARD
    most_pages: int | None = None
    shorter: Document | None = None
    closes_up: bool = False

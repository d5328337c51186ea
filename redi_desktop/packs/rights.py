"""A whole pack of rights, from a folder or a single file, refused at the first fault."""

from __future__ import annotations

from redi_desktop.engine.rights.pack import RightsPack
from redi_desktop.errors import ParameterError
from redi_desktop.packs import basket_rows, rights_facts, rights_rows
from redi_desktop.packs.manifest import LANGUAGES, RIGHTS, Manifest, read_checked, read_manifest
from redi_desktop.packs.places import PackPlace
from redi_desktop.packs.table import Row, read_table

RIGHTS_TABLE, FACTS, CHOICES = "rights.csv", "facts.csv", "choices.csv"
INDEX, SOURCES = "health_index.csv", "sources.csv"
TEXTS = {code: f"texts_{code}.csv" for code in LANGUAGES}
FILES = (RIGHTS_TABLE, FACTS, CHOICES, *TEXTS.values(), INDEX, SOURCES)


def load_rights(place: PackPlace) -> RightsPack:
    """Read, check and hold a pack of rights; raises :class:`ParameterError` naming file, row and column."""
    manifest = read_manifest(place, FILES, RIGHTS)
    sources = basket_rows.sources(_rows(place, manifest, SOURCES, basket_rows.SOURCE_COLUMNS))
    index = rights_rows.health_index(_rows(place, manifest, INDEX, rights_rows.INDEX_COLUMNS), sources)
    choice_rows = _rows(place, manifest, CHOICES, rights_facts.CHOICE_COLUMNS)
    fact_rows = _rows(place, manifest, FACTS, rights_facts.FACT_COLUMNS)
    facts = rights_facts.facts(fact_rows, rights_facts.choices(choice_rows))
    rights_facts.check_choices(choice_rows, facts)
    text_rows = {code: _rows(place, manifest, name, rights_rows.TEXT_COLUMNS) for code, name in TEXTS.items()}
    texts = {code: rights_rows.texts(rows) for code, rows in text_rows.items()}
    right_rows = _rows(place, manifest, RIGHTS_TABLE, rights_rows.RIGHT_COLUMNS)
    rights = rights_rows.rights(right_rows, facts, texts, index)
    for rows in text_rows.values():
        rights_rows.check_texts(rows, rights)
    return RightsPack(
        id=manifest.id,
        version=manifest.version,
        title=manifest.title,
        method=manifest.method,
        licence=manifest.licence,
        valid_from=manifest.valid_from,
        valid_until=manifest.valid_until,
        fingerprint=manifest.fingerprint,
        rights=tuple(rights.values()),
        facts=facts,
        index=index,
        sources=sources,
    )


def _rows(place: PackPlace, manifest: Manifest, name: str, columns: tuple[str, ...]) -> list[Row]:
    rows = list(read_table(name, read_checked(place, manifest, name), columns))
    if not rows:
        raise ParameterError("pack_table_empty", field=name, file=name)
    return rows

"""A whole pack of rights, from a folder or a single file, refused at the first fault."""

from __future__ import annotations

from redi_desktop.engine.rights.pack import RightsPack
from redi_desktop.packs import rights_facts, rights_rows, sourced_rows
from redi_desktop.packs.manifest import LANGUAGES, RIGHTS, read_manifest, read_rows
from redi_desktop.packs.places import PackPlace

RIGHTS_TABLE, FACTS, CHOICES = "rights.csv", "facts.csv", "choices.csv"
INDEX, SOURCES = "health_index.csv", "sources.csv"
TEXTS = {code: f"texts_{code}.csv" for code in LANGUAGES}
FILES = (RIGHTS_TABLE, FACTS, CHOICES, *TEXTS.values(), INDEX, SOURCES)


def load_rights(place: PackPlace) -> RightsPack:
    """Read, check and hold a pack of rights; raises :class:`ParameterError` naming file, row and column."""
    manifest = read_manifest(place, FILES, RIGHTS)
    sources = sourced_rows.sources(read_rows(place, manifest, SOURCES, sourced_rows.SOURCE_COLUMNS))
    index = rights_rows.health_index(read_rows(place, manifest, INDEX, rights_rows.INDEX_COLUMNS), sources)
    choice_rows = read_rows(place, manifest, CHOICES, rights_facts.CHOICE_COLUMNS)
    fact_rows = read_rows(place, manifest, FACTS, rights_facts.FACT_COLUMNS)
    facts = rights_facts.facts(fact_rows, rights_facts.choices(choice_rows))
    rights_facts.check_choices(choice_rows, facts)
    text_rows = {code: read_rows(place, manifest, name, rights_rows.TEXT_COLUMNS) for code, name in TEXTS.items()}
    texts = {code: rights_rows.texts(rows) for code, rows in text_rows.items()}
    right_rows = read_rows(place, manifest, RIGHTS_TABLE, rights_rows.RIGHT_COLUMNS)
    rights = rights_rows.rights(right_rows, facts, texts, index)
    for rows in text_rows.values():
        rights_rows.check_texts(rows, rights)
    return RightsPack(
        **manifest.said_of_itself(),
        rights=tuple(rights.values()),
        facts=facts,
        index=index,
        sources=sources,
    )

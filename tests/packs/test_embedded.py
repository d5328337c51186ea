"""The pack that comes with the program is whole, and is the one that was made."""

from __future__ import annotations

import hashlib

from redi_desktop.engine.basket_pack import Provenance
from redi_desktop.engine.household import Region
from redi_desktop.engine.months import Month
from redi_desktop.engine.needs import Need
from redi_desktop.packs.embedded import load_embedded
from redi_desktop.packs.manifest import FILE
from tests.packs.altered_pack import rows_of, whole


def test_everything_that_was_gathered_is_there():
    pack = load_embedded()
    assert len(pack.items) == len(pack.item_by_id) == 463
    assert sum(len(tariffs) for tariffs in pack.tariffs.values()) == 469
    assert len(pack.sources) == 122
    assert (pack.index.first, pack.index.last) == (Month(2015, 1), Month(2026, 7))
    assert {item.need for item in pack.items} == set(Need)


def test_it_says_what_it_is_and_what_it_is_not():
    pack = load_embedded()
    assert pack.regions == set(Region)
    assert (pack.id, str(pack.valid_from)) == ("open-baskets-be", "2016-01")
    assert all("CEBUD" in pack.method[language] for language in ("fr", "nl"))
    assert all(pack.title[language] for language in ("fr", "nl"))


def test_each_price_says_how_well_it_is_known():
    pack = load_embedded()
    counted = {kind: sum(1 for item in pack.items if item.provenance is kind) for kind in Provenance}
    assert counted == {Provenance.OFFICIAL: 84, Provenance.PUBLISHED: 255, Provenance.ESTIMATE: 124}


def test_no_figure_carries_more_decimals_than_its_source():
    pack = load_embedded()
    prices = [item.unit_price for item in pack.items]
    prices += [tariff.unit_price for dated in pack.tariffs.values() for tariff in dated]
    assert all(price == round(price, 6) for price in prices)


def test_its_fingerprint_is_that_of_the_manifest_which_vouches_for_every_table():
    files = whole()
    assert load_embedded().fingerprint == hashlib.sha256(files[FILE]).hexdigest()
    manifest = files[FILE].decode()
    tables = {name: content for name, content in files.items() if name != FILE}
    assert len(tables) == 5
    assert all(f'"{name}" = "{hashlib.sha256(content).hexdigest()}"' in manifest for name, content in tables.items())


def test_every_source_that_is_named_is_known_and_prices_follow_the_general_index():
    pack = load_embedded()
    named = {item.source_id for item in pack.items} | {t.source_id for dated in pack.tariffs.values() for t in dated}
    assert named <= set(pack.sources)
    header, *rows = rows_of(whole()["price_index.csv"])
    index = [row[header.index("index")] for row in rows if row[1:3] == ["cpi", "2013=100"]]
    assert [str(value.value) for value in pack.index.values] == index

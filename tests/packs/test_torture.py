"""Packs spoilt in every way that was thought of: refused, each with its place. Long form: tools/torture_packs.py."""

from __future__ import annotations

import pytest

from redi_desktop.packs.draft import sealed
from tests.packs.legal_files import legal_files
from tests.packs.small_draft import tiny_draft
from tools.spoilt_packs import WAYS
from tools.torture_packs import run

ROUNDS = 3


@pytest.fixture(scope="module")
def found():
    """Every way taken a few times."""
    return run(ROUNDS * len(WAYS), seed=7, packs={"baskets": sealed(tiny_draft()), "legal": legal_files()})


def test_every_spoilt_pack_is_refused_and_named(found):
    assert found.failures == []
    assert found.refused == ROUNDS * len(WAYS)


def test_every_way_was_taken_and_many_things_were_said(found):
    assert set(found.ways) == {way.__name__ for way in WAYS}
    assert len(found.codes) > 20

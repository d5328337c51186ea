"""A few days of the simulated year: crashes, new packs, older vaults and a lost passphrase, and nothing is lost."""

from __future__ import annotations

import os

import pytest

from tools import simulate_year
from tools.simulate_year_proof import prove


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the simulation needs a system that can fork")
def test_a_short_year_loses_nothing_and_computes_every_result_again(tmp_path):
    year = simulate_year.simulate(tmp_path, cases=2, days=3, new_packs=1)
    proof = prove(year.open, year.ledger, year.passphrase)
    assert proof.broken == []
    assert (year.counted["new packs"], year.counted["forms of the vault"], year.counted["crashes"]) == (1, 3, 2)
    assert year.counted["passphrases recovered"] == proof.counted["backups restored with every case"] == 1
    assert not any(year.counted[what] for what in ("crashes that broke something", "deeds lost in a crash"))
    assert proof.counted["results computed again to the cent"] >= 2

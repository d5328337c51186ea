"""Everything about a person is given to them, whole, when they ask."""

from __future__ import annotations

import dataclasses
import json
from datetime import date

from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.packs.embedded import load_embedded
from redi_desktop.store.access_export import everything_about
from redi_desktop.store.acts import Act
from tests.store.cases_of_families import family
from tests.store.counted_cases import single_parent


def test_everything_that_is_kept_is_told(vault):
    case = single_parent("Ayşe Çelik")
    vault.cases.save(case, "household")
    vault.cases.save(dataclasses.replace(case, comment="La facture de gaz."), "comment")
    vault.drafts.save(case.id, "comment", "La facture de g")
    result = vault.assessments.freeze(case, assess(case.facts, Parameters(load_embedded())))
    vault.decisions.note(case.id, {"amount": "120.00"}, result)
    vault.retention.choose(120)
    vault.cases.close(case.id, date(2026, 11, 21))
    (told,) = everything_about(vault, [case.id])["cases"]
    assert told["case"]["household"]["persons"][0]["name"] == "Ayşe Çelik"
    assert told["kept"]["found_under_the_words"] == ["ayse", "celik", "aysecelik"]
    assert told["kept"]["closed_on"] == "2026-11-21"
    assert told["kept"]["months_kept_after_closing"] == 120
    assert len(told["earlier_states"]) == 2
    assert told["half_typed"] == {"comment": "La facture de g"}
    assert told["results"][0]["result"]["format"] == "redi-assessment/1"
    assert told["decisions"][0]["decision"] == {"amount": "120.00"}
    assert told["journal"][0]["act"] == "case_created"


def test_it_is_plain_json_and_the_journal_keeps_that_it_was_given(vault):
    case = single_parent("Ayşe Çelik")
    vault.cases.save(case, "household")
    told = everything_about(vault, [case.id])
    assert json.loads(json.dumps(told)) == told
    assert vault.journal.entries(case.id)[-1].act is Act.ACCESS_GIVEN


def test_it_is_about_these_cases_and_no_other(vault):
    case = single_parent("Ayşe Çelik")
    for each in (case, family("Jan Peeters")):
        vault.cases.save(each, "household")
    assert "Peeters" not in json.dumps(everything_about(vault, [case.id]), ensure_ascii=False)


def test_no_part_of_the_vault_that_knows_people_is_left_out(vault):
    """A table that is added later makes this fail: is it in the export, and does erasing a case empty it?"""
    tables = {name for (name,) in vault.cases.database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    told = {
        "case_file",
        "case_content",
        "case_glance",
        "case_past",
        "draft",
        "assessment",
        "assessment_parameter",
        "decision",
        "origin",
    }
    about_nobody = {
        "vault", "migration", "setting", "journal", "journal_checkpoint", "journal_key",
        "parameter_file", "parameter_set", "parameter_part", "sqlite_sequence",
    }  # fmt: skip
    search = {name for name in tables if name.startswith("case_search")}
    assert tables == told | about_nobody | search

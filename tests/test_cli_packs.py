"""Packs and policies from the command line: checked, compared, signed, made, priced anew, in words and in JSON."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from redi_desktop.__main__ import main
from redi_desktop.packs.archive import archived
from redi_desktop.packs.draft import sealed
from redi_desktop.packs.kinds import FilesInMemory, packed
from redi_desktop.packs.spreadsheet import workbook_of
from redi_desktop.paths import resource
from tests.packs.small_draft import BREAD, WATER, small_draft, tiny_draft

CASE = Path(__file__).resolve().parent / "cases" / "shared" / "single-namur-2022.json"
POLICY = resource("parameters", "policy-example", "policy.toml")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A small pack as one file."""
    path = tmp_path / "small.redipack"
    path.write_bytes(packed(FilesInMemory(sealed(small_draft()))))
    return path


def said(capsys, *words: object) -> tuple[int, dict[str, Any], str]:
    status = main([*map(str, words), "--format", "json", "--lang", "en"])
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return status, json.loads(out) if out else {}, err


def told(capsys, *words: object) -> str:
    assert main([*map(str, words), "--lang", "en"]) == 0
    out: str = capsys.readouterr().out
    return out


def test_every_kind_of_pack_is_checked(capsys, pack):
    status, data, _ = said(capsys, "pack", "check", pack, "--date", "2026-07-01")
    assert (status, data["format"], data["signature"], data["old"]) == (0, "redi-pack-check/1", "unsigned", [])
    assert data["items"] == len(small_draft().tables["items.csv"])
    _, legal, _ = said(capsys, "pack", "check", "legal-be", "--date", "2027-02-01")
    assert (legal["id"], legal["old"]) == ("legal-be", ["legal_expired"])
    assert legal["values"] > legal["amounts"] > 0
    assert "Not signed" in told(capsys, "pack", "check", pack)


def test_a_pack_that_has_grown_old_says_so(capsys, pack):
    assert said(capsys, "pack", "check", pack, "--date", "2027-09-01")[1]["old"] == ["index_stale"]


def test_a_pack_is_built_signed_and_verified(capsys, tmp_path, pack):
    key, other = tmp_path / "federation", tmp_path / "other"
    for name in (key, other):
        assert main(["pack", "key", "--signer", "Fédération", "--out", str(name), "--no-passphrase"]) == 0
    assert main(["pack", "sign", str(pack), "--key", f"{key}.redikey", "--signer", "Fédération"]) == 0
    capsys.readouterr()
    status, data, _ = said(capsys, "pack", "verify", pack, "--key", f"{key}.redipub")
    assert (status, data["signature"], data["signer"]) == (0, "known_key", "Fédération")
    assert data["signed_on"] == date.today().isoformat()
    assert said(capsys, "pack", "verify", pack)[1]["signature"] == "unknown_key"
    status, _, err = said(capsys, "pack", "verify", pack, "--key", f"{other}.redipub")
    assert status == 3
    assert "key that was not given" in err
    rebuilt = tmp_path / "again.redipack"
    assert main(["pack", "build", str(pack), "--out", str(rebuilt)]) == 0
    assert rebuilt.read_bytes() == pack.read_bytes()


def test_the_private_key_is_for_its_keeper_alone_and_is_never_overwritten(capsys, tmp_path):
    words = ["pack", "key", "--signer", "X", "--out", str(tmp_path / "x"), "--no-passphrase"]
    assert main(words) == 0
    assert (tmp_path / "x.redikey").stat().st_mode & 0o077 == 0
    assert main(words) == 3


def test_a_closed_key_asks_for_its_passphrase(capsys, monkeypatch, tmp_path, pack):
    monkeypatch.setattr("sys.stdin", io.StringIO("seven words\nseven words\nother words\n"))
    signing = ["pack", "sign", str(pack), "--key", str(tmp_path / "k.redikey"), "--signer", "X", "--passphrase-stdin"]
    assert main(["pack", "key", "--signer", "X", "--out", str(tmp_path / "k"), "--passphrase-stdin"]) == 0
    assert main(signing) == 0
    assert main(signing) == 3
    assert "k.redikey" in capsys.readouterr().err


def test_an_unsigned_pack_is_not_enough_where_a_key_is_given(capsys, tmp_path, pack):
    assert main(["pack", "key", "--signer", "X", "--out", str(tmp_path / "x"), "--no-passphrase"]) == 0
    capsys.readouterr()
    status, _, err = said(capsys, "pack", "verify", pack, "--key", tmp_path / "x.redipub")
    assert (status, "not signed" in err) == (3, True)


def test_a_tampered_pack_is_refused_with_file_and_line(capsys, pack):
    from redi_desktop.packs.archive import PackInMemory

    inside = PackInMemory(pack.read_bytes(), "x")
    files = {name: inside.read(name) for name in inside.names}
    files["items.csv"] = files["items.csv"].replace(b"1.05", b"0.05", 1)
    pack.write_bytes(archived(files))
    status, _, err = said(capsys, "pack", "verify", pack)
    line = files["items.csv"][: files["items.csv"].index(b"0.05")].count(b"\n") + 1
    assert status == 3
    assert f"items.csv:{line}" in err


def test_a_new_month_and_new_prices_give_new_versions_that_can_be_compared(capsys, tmp_path, pack):
    august, dearer, prices = tmp_path / "a.redipack", tmp_path / "b.redipack", tmp_path / "prices.csv"
    index = ["--month", "2026-08", "--cpi", "141.00", "--source", "CPI_REPO"]
    assert said(capsys, "pack", "price-index", pack, *index, "--out", august)[1]["version"] == "2026.8"
    prices.write_text(
        f"item_id,unit_price,month,source_id\n{WATER},300.00,2026-08,EST25\n{BREAD},1.25,2026-08,EST25\n", "utf-8"
    )
    assert said(capsys, "pack", "reprice", august, "--prices", prices, "--out", dearer)[1]["version"] == "2026.9"
    status, data, _ = said(capsys, "pack", "diff", pack, dearer, "--case", CASE, "--date", "2026-08-15")
    assert (status, data["counts"]["added"]) == (0, 2)
    (case,) = data["cases"]["beyond"]
    assert case["case"] == CASE.name
    assert float(case["balance_change"]) < 0
    assert said(capsys, "pack", "diff", pack, dearer, "--case", CASE, "--beyond", "9999")[1]["cases"]["beyond"] == []
    words = told(capsys, "pack", "diff", pack, dearer, "--case", CASE, "--date", "2026-08-15")
    assert "1.05 → 1.25" in words
    assert "1 case of 1 is affected" in words


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (["price-index", "--month", "2026-13", "--cpi", "1", "--source", "CPI_REPO"], "--month"),
        (["price-index", "--month", "2026-08", "--cpi", "1,5", "--source", "CPI_REPO"], "--cpi"),
        (["price-index", "--month", "2026-08", "--source", "CPI_REPO"], "--cpi"),
        (["price-index", "--month", "2026-10", "--cpi", "140", "--source", "CPI_REPO"], "price_index.csv"),
        (["price-index", "--month", "2026-08", "--cpi", "140", "--source", "NOBODY"], "source_id"),
        (["set", "--row", BREAD, "unit_price=cheap"], "unit_price"),
        (["set", "--row", "nothing", "unit_price=1"], "nothing"),
        (["set", "--row", BREAD, "unit_price"], "unit_price"),
        (["set", "--row", BREAD, "unit_price=2", "--version", "2026.7"], "--version"),
        (["set", "--row", BREAD, "unit_price=2", "--version", "a b"], "pack.toml:version"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(capsys, tmp_path, pack, words, place):
    out = tmp_path / "out.redipack"
    status, _, err = said(capsys, "pack", words[0], pack, *words[1:], "--out", out)
    assert status == 3
    assert place in err
    assert not out.exists()


def test_a_folder_is_written_only_where_nothing_stands(capsys, tmp_path, pack):
    own = ["--id", "own", "--title-fr", "À nous", "--title-nl", "Van ons"]
    assert said(capsys, "pack", "copy", pack, *own, "--out", tmp_path / "own")[1]["version"] == "1"
    assert said(capsys, "pack", "check", tmp_path / "own")[1]["title"]["nl"] == "Van ons"
    assert said(capsys, "pack", "copy", pack, *own, "--out", tmp_path / "own")[0] == 3


def test_a_pack_goes_through_a_spreadsheet(capsys, tmp_path):
    book, out = tmp_path / "pack.xlsx", tmp_path / "again.redipack"
    book.write_bytes(workbook_of(tiny_draft()))
    status, data, _ = said(capsys, "pack", "import", book, "--out", out)
    assert (status, data["id"]) == (0, "open-baskets-be")
    assert said(capsys, "pack", "export", out, "--out", tmp_path / "e.xlsx")[0] == 0
    assert load_workbook(tmp_path / "e.xlsx").sheetnames[:2] == ["pack", "items"]


def test_a_spreadsheet_with_faults_names_each_of_them(capsys, tmp_path):
    book = load_workbook(io.BytesIO(workbook_of(tiny_draft())))
    book["items"]["B2"], book["items"]["B3"] = "drink", ""
    book.save(tmp_path / "bad.xlsx")
    status, data, err = said(capsys, "pack", "import", tmp_path / "bad.xlsx", "--out", tmp_path / "x.redipack")
    assert status == 3
    assert [fault["field"] for fault in data["faults"]] == ["items.csv:2:need", "items.csv:3:need"]
    assert len(err.splitlines()) == 2


@pytest.mark.parametrize("kind", ["legal", "budgets"])
def test_a_template_explains_its_columns(capsys, tmp_path, kind):
    assert said(capsys, "pack", "template", "--kind", kind, "--out", tmp_path / "t.xlsx")[0] == 0
    page = load_workbook(tmp_path / "t.xlsx").worksheets[1]
    assert any(cell.comment for cell in page[1])


def test_pivots_are_told_and_amounts_confirmed(capsys, tmp_path):
    _, data, _ = said(capsys, "pack", "pivots")
    assert (data["smoothed"], data["next_pivot"], data["proposed"]) == ("136.08", "138.67", [])
    assert "September 2026" in told(capsys, "pack", "pivots")
    rate = ["--id", "integration_income.category_1", "--source-url", "https://www.mi-is.be/"]
    written = tmp_path / "legal.redipack"
    status, data, _ = said(capsys, "pack", "amount", "legal-be", *rate, "--from", "2026-09-01", "--out", written)
    assert (status, data["version"]) == (0, "2026.10")
    further = ["--from", "2027-01-01", "--value", "930.00", "--out", tmp_path / "l2.redipack"]
    assert said(capsys, "pack", "amount", written, *rate, *further)[0] == 0
    _, data, _ = said(capsys, "pack", "diff", written, tmp_path / "l2.redipack")
    assert [(one["when"], one["new"]) for one in data["differences"]] == [("2027-01-01", "930.00")]
    unknown = ["--id", "gold", "--source-url", "x", "--from", "2027-01-01", "--value", "1", "--out", tmp_path / "x"]
    assert said(capsys, "pack", "amount", "legal-be", *unknown)[0] == 3


def test_two_kinds_are_not_mixed_up(capsys, tmp_path, pack):
    assert said(capsys, "pack", "diff", pack, "legal-be")[0] == 3
    index = ["--month", "2026-08", "--cpi", "1", "--source", "x", "--out", tmp_path / "x"]
    status, _, err = said(capsys, "pack", "price-index", "legal-be", *index)
    assert (status, "redi-baskets/1" in err) == (3, True)


def test_a_policy_is_checked_and_compared(capsys, tmp_path):
    _, data, _ = said(capsys, "policy", "check", POLICY)
    assert data["rules"]["aid.ceiling_per_month"] == "400.00"
    assert "Ceiling per month: 400" in told(capsys, "policy", "check", POLICY)
    new = tmp_path / "new.toml"
    new.write_text(POLICY.read_text("utf-8").replace('"400.00"', '"10.00"'), "utf-8")
    status, data, _ = said(capsys, "policy", "diff", POLICY, new, "--case", CASE, "--date", "2026-06-15")
    assert (status, [one["field"] for one in data["differences"]]) == (0, ["aid.ceiling_per_month"])
    assert data["cases"]["seen"] == 1
    assert said(capsys, "policy", "diff", POLICY, tmp_path / "nowhere.toml")[0] == 3


def test_the_comparison_with_published_totals_is_printed_errors_included(capsys):
    _, data, _ = said(capsys, "pack", "compare-published")
    assert (data["mean_absolute_error"], data["within_10_percent"], data["counted"]) == ("0.0713", 6, 9)
    assert len(data["rows"]) == 27


def test_a_policy_goes_out_as_one_signed_file_and_is_used_like_any_other(capsys, tmp_path):
    sent, key = tmp_path / "policy.redipack", tmp_path / "cpas"
    assert said(capsys, "pack", "build", POLICY, "--out", sent)[0] == 0
    assert said(capsys, "pack", "key", "--signer", "CPAS de X", "--out", key, "--no-passphrase")[0] == 0
    signed = said(capsys, "pack", "sign", sent, "--key", f"{key}.redikey", "--signer", "CPAS de X")[1]
    assert (signed["id"], signed["signer"]) == ("example", "CPAS de X")
    assert said(capsys, "pack", "verify", sent, "--key", f"{key}.redipub")[1]["signature"] == "known_key"
    assert said(capsys, "policy", "check", sent)[1]["signer"] == "CPAS de X"
    assert said(capsys, "policy", "diff", POLICY, sent)[1]["differences"] == []
    proposals = [said(capsys, "assess", CASE, "--policy", policy)[1]["proposal"] for policy in (POLICY, sent)]
    assert proposals[0] == proposals[1]
    status, _, complaint = said(capsys, "policy", "check", tmp_path / "missing.redipack")
    assert (status, "missing.redipack" in complaint) == (3, True)

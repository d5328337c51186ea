"""The options of ``redi-desktop pack``: their names alone, so that the program starts without loading the rest."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

from redi_desktop import i18n

EMBEDDED_BASKETS, EMBEDDED_TABLES = Path("open-baskets-be"), Path("legal-be")
"""The packs that come with the program go by their identifiers."""
_PLACE, _OUT = "DIR|FILE", "FILE.redipack|DIR"
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def common_options() -> argparse.ArgumentParser:
    """The options of every command: language of the words, words or JSON."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--lang", choices=i18n.LANGUAGE_CODES, help="language of the words")
    common.add_argument("--format", choices=("json", "text"), default="text")
    return common


def add_cases(parser: argparse.ArgumentParser) -> None:
    """Add the options that name cases."""
    parser.add_argument(
        "--case", type=Path, nargs="+", default=[], metavar="CASE.json", help="show what it does to these cases"
    )
    parser.add_argument("--beyond", default="0", metavar="EUR", help="only those whose balance moves by more")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="date of the budgets, instead of each case's own")


def add_reading(inner: Commands, common: argparse.ArgumentParser) -> None:
    """Add the commands that change nothing: check, price, diff, compare-published."""
    checking = inner.add_parser("check", parents=[common], help="read a pack strictly and say what is in it")
    checking.add_argument("pack", type=Path, nargs="?", default=EMBEDDED_BASKETS, metavar=_PLACE)
    checking.add_argument("--date", metavar="YYYY-MM-DD", help="say what has grown old on that day, instead of today")
    pricing = inner.add_parser("price", parents=[common], help="what an item costs at a date, and why")
    pricing.add_argument("item", metavar="ITEM")
    pricing.add_argument("--date", required=True, metavar="YYYY-MM-DD")
    pricing.add_argument("--persons", type=int, default=1, help="size of the household (for food)")
    pricing.add_argument("--pack", type=Path, default=EMBEDDED_BASKETS, metavar=_PLACE)
    comparing = inner.add_parser("diff", parents=[common], help="what a new version adds, removes and changes")
    comparing.add_argument("old", type=Path, metavar="OLD")
    comparing.add_argument("new", type=Path, metavar="NEW")
    comparing.add_argument("--policy", type=Path, metavar="FILE", help="the policy that proposes, on both sides")
    add_cases(comparing)
    others = inner.add_parser("compare-published", parents=[common], help="compare with published family totals")
    others.add_argument("pack", type=Path, nargs="?", default=EMBEDDED_BASKETS, metavar=_PLACE)


def add_trust(inner: Commands, common: argparse.ArgumentParser) -> None:
    """Add build, key, sign and verify."""
    building = inner.add_parser("build", parents=[common], help="write a pack or policy as one file to hand on")
    building.add_argument("pack", type=Path, metavar=_PLACE)
    building.add_argument("--out", type=Path, required=True, metavar="FILE.redipack")
    making = inner.add_parser("key", parents=[common], help="make a key to sign packs with")
    making.add_argument("--signer", required=True, metavar="NAME", help="the federation or CPAS whose key it is")
    making.add_argument("--out", type=Path, required=True, metavar="NAME", help="two files: NAME.redikey, NAME.redipub")
    making.add_argument("--no-passphrase", action="store_true", help="leave the key open: whoever has the file signs")
    signing = inner.add_parser(
        "sign", parents=[common], help="sign a pack or policy, in its folder or in its .redipack file"
    )
    signing.add_argument("pack", type=Path, metavar=_PLACE)
    signing.add_argument("--key", type=Path, required=True, metavar="FILE.redikey")
    signing.add_argument("--signer", required=True, metavar="NAME")
    for parser in (making, signing):
        parser.add_argument("--passphrase-stdin", action="store_true", help="read the passphrase from standard input")
    verifying = inner.add_parser("verify", parents=[common], help="check every file, and who signed")
    verifying.add_argument("pack", type=Path, metavar=_PLACE)
    known = "it must be signed with one of these"
    verifying.add_argument("--key", type=Path, nargs="+", default=[], metavar="FILE.redipub", help=known)


def add_own(inner: Commands, common: argparse.ArgumentParser) -> None:
    """Add copy, set, template, export and import."""
    copying = inner.add_parser("copy", parents=[common], help="copy a pack under a name of one's own")
    copying.add_argument("pack", type=Path, metavar=_PLACE)
    copying.add_argument("--id", required=True, metavar="ID")
    copying.add_argument("--title-fr", required=True, metavar="TITLE")
    copying.add_argument("--title-nl", required=True, metavar="TITLE")
    setting = inner.add_parser("set", parents=[common], help="change the cells of one row")
    setting.add_argument("pack", type=Path, metavar=_PLACE)
    setting.add_argument("--table", default="items.csv", metavar="FILE.csv")
    setting.add_argument("--row", action="append", required=True, metavar="KEY", help="an item; an id and a day: twice")
    setting.add_argument("cells", nargs="+", metavar="COLUMN=VALUE")
    for parser in (copying, setting):
        _add_output(parser)
    giving = inner.add_parser("template", parents=[common], help="a spreadsheet to fill in")
    giving.add_argument("--kind", choices=("baskets", "legal", "budgets"), default="baskets")
    exporting = inner.add_parser("export", parents=[common], help="a pack as a spreadsheet, to change and import again")
    exporting.add_argument("pack", type=Path, metavar=_PLACE)
    for parser in (giving, exporting):
        parser.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx")
    importing = inner.add_parser("import", parents=[common], help="make a pack from a spreadsheet or CSV files")
    importing.add_argument("source", type=Path, metavar="FILE.xlsx|DIR")
    moving = "whose index moves budgets per need"
    importing.add_argument("--base", type=Path, default=EMBEDDED_BASKETS, metavar=_PLACE, help=moving)
    importing.add_argument("--out", type=Path, required=True, metavar=_OUT)


def add_renewal(inner: Commands, common: argparse.ArgumentParser) -> None:
    """Add price-index, reprice, amount and pivots."""
    month = inner.add_parser("price-index", parents=[common], help="add a month of the price index")
    month.add_argument("pack", type=Path, metavar=_PLACE)
    month.add_argument("--month", required=True, metavar="YYYY-MM")
    month.add_argument("--cpi", metavar="INDEX", help="consumer price index, base 2013")
    month.add_argument("--health", metavar="INDEX", help="health index, base 2013")
    month.add_argument("--source", required=True, metavar="SOURCE_ID")
    prices = inner.add_parser("reprice", parents=[common], help="take new prices from a table")
    prices.add_argument("pack", type=Path, metavar=_PLACE)
    columns = "item_id,unit_price,month,source_id and, as you like, provenance,note"
    prices.add_argument("--prices", type=Path, required=True, metavar="FILE.csv", help=columns)
    amount = inner.add_parser("amount", parents=[common], help="add or confirm a legal amount")
    amount.add_argument("pack", type=Path, metavar=_PLACE)
    amount.add_argument("--id", required=True, metavar="ID")
    amount.add_argument("--from", dest="day", required=True, metavar="YYYY-MM-DD")
    amount.add_argument("--value", metavar="EUR", help="left out: the value that stands is confirmed")
    amount.add_argument("--source-url", required=True, metavar="ADDRESS", help="where it was seen published")
    for parser in (month, prices, amount):
        _add_output(parser)
    pivots = inner.add_parser("pivots", parents=[common], help="pivots crossed, and the legal amounts that follow")
    pivots.add_argument("--pack", type=Path, default=EMBEDDED_BASKETS, metavar=_PLACE, help="whose health index")
    pivots.add_argument("--tables", type=Path, default=EMBEDDED_TABLES, metavar=_PLACE)
    pivots.add_argument("--version", metavar="VERSION", help="of the tables written with --out")
    pivots.add_argument("--out", type=Path, metavar=_OUT, help="write the tables with these amounts")


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--version", metavar="VERSION", help="its version; left out: the next one")
    parser.add_argument("--out", type=Path, required=True, metavar=_OUT)

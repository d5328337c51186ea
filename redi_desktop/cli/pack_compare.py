"""``redi-desktop pack diff`` and ``pack compare-published``: what a version changes, and how far from others it is."""

from __future__ import annotations

import argparse
from typing import Any

from redi_desktop.cli.case_effects import effects, effects_data, effects_words
from redi_desktop.cli.output import identity, place_of, policy_at, show
from redi_desktop.engine.assess import Parameters
from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.engine.published_totals import ComparedTotal, PublishedComparison, compare_published
from redi_desktop.packs.baskets import load_baskets
from redi_desktop.packs.comparison import as_data, compare
from redi_desktop.packs.draft import read_draft
from redi_desktop.packs.embedded import load_embedded, load_embedded_legal
from redi_desktop.packs.kinds import AnyPack, load_any
from redi_desktop.packs.published import embedded_published, load_households, load_totals
from redi_desktop.words import published
from redi_desktop.words.pack_changes import outline


def diff(arguments: argparse.Namespace) -> int:
    """Compare two packs, and say what that does to cases."""
    old, new = place_of(arguments.old), place_of(arguments.new)
    comparison = compare(read_draft(old), read_draft(new))
    policy = policy_at(arguments.policy).policy if arguments.policy else None
    before, after = (_parameters(load_any(place), policy) for place in (old, new))
    found = effects(arguments, before, after)
    data = as_data(comparison) | {"cases": effects_data(found)}
    show(data, arguments.format, [*outline(comparison), *effects_words(found)])
    return 0


def with_published(arguments: argparse.Namespace) -> int:
    """Compare a pack with the published totals, errors included."""
    place, pack = embedded_published(), load_baskets(place_of(arguments.pack))
    comparison = compare_published(load_totals(place), load_households(place), pack)
    show(_published(comparison, pack), arguments.format, published.document(comparison, pack))
    return 0


COMMANDS = {"diff": diff, "compare-published": with_published}


def _parameters(pack: AnyPack, policy: Any) -> Parameters:
    if isinstance(pack, BasketPack):
        return Parameters(pack, policy, load_embedded_legal())
    return Parameters(load_embedded(), policy, pack if isinstance(pack, LegalTables) else None)


def _published(comparison: PublishedComparison, pack: BasketPack) -> dict[str, Any]:
    return {
        "format": "redi-published/1",
        "pack": identity(pack),
        "counted": len(comparison.counted),
        "mean_absolute_error": f"{comparison.mean_absolute_error:.4f}",
        "within_10_percent": comparison.within(published.TEN_PER_CENT),
        "rows": [_row(row) for row in comparison.rows],
    }


def _row(row: ComparedTotal) -> dict[str, Any]:
    return {
        "total": row.total.id,
        "central": row.assumed.central,
        "published": str(row.total.amount),
        "computed": str(row.computed),
        "difference": str(row.difference),
        "share": f"{row.share:.4f}",
        "why": dict(row.assumed.why),
        "source": row.total.source,
    }

"""Property, capital, transfers and benefits in kind of the integration income (art. 25 to 33) in words."""

from __future__ import annotations

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.integration_income.kinds import PropertyKind
from redi_desktop.i18n import N_
from redi_desktop.words.explaining import Persons, Say
from redi_desktop.words.sentences import (
    Show,
    say,
    shown_day,
    shown_money,
    shown_months,
    shown_period,
    shown_persons,
    shown_plain,
    shown_share,
    shown_years,
    word_of,
)

_PROPERTY: dict[str, Show] = {
    "property": word_of(PropertyKind),
    "cadastral_income": shown_money,
    "share": shown_share,
    "spared": shown_money,
    "times": shown_plain,
    "gross": shown_money,
}
_WHOLE = say(
    N_("{property}: cadastral income {cadastral_income} × {share}, less {spared}, all × {times}: {gross} per year."),
    **_PROPERTY,
)
_WITH_CHARGES = say(
    N_(
        "{property}: cadastral income {cadastral_income} × {share}, less {spared}, all × {times}: {gross}; less "
        "{deducted} of charges: {amount} per year."
    ),
    **_PROPERTY,
    deducted=shown_money,
)
_ALONE = say(
    N_("Exempt: {whole} × {share}, up to the cadastral income: {amount}."), whole=shown_money, share=shown_share
)
_AMONG_SEVERAL = say(
    N_("Exempt: {whole} × {share}, spread over all by their cadastral income ({cadastral} of {total}): {amount}."),
    whole=shown_money,
    share=shown_share,
    cadastral=shown_money,
    total=shown_money,
)


def _property(node: Explanation, persons: Persons) -> str:
    return (_WITH_CHARGES if node.values["deducted"] else _WHOLE)(node, persons)


def _exemption(node: Explanation, persons: Persons) -> str:
    return (_AMONG_SEVERAL if node.values["shared"] else _ALONE)(node, persons)


EXPLANATIONS: dict[str, Say] = {
    "ri.property": _property,
    "ri.property.exemption": _exemption,
    "ri.property.rented": say(
        N_("Rented out: rent of {rent} per year or {by_cadastre} by cadastral income; the higher counts, {amount}."),
        rent=shown_money,
        by_cadastre=shown_money,
    ),
    "ri.property.bare": say(N_("Bare ownership does not count.")),
    "ri.property.own_dwelling": say(N_("The dwelling one lives in is left out.")),
    "ri.property.deduction": say(
        N_("Mortgage interest and life annuity: of {paid} per year {amount} is deducted (up to {cap} of {gross})."),
        paid=shown_money,
        cap=shown_share,
        gross=shown_money,
    ),
    "ri.capital.account": say(
        N_("{amount} of an account of {typed}, held by {holders}: {fraction} of it."),
        typed=shown_money,
        fraction=shown_share,
        holders=shown_persons,
    ),
    "ri.capital.scale": say(
        N_(
            "Capital of {capital}: nothing up to {first_threshold}, {first_rate} of {first_slice}, {second_rate} of "
            "{second_slice}: {amount} per year."
        ),
        capital=shown_money,
        first_threshold=shown_money,
        first_rate=shown_share,
        first_slice=shown_money,
        second_rate=shown_share,
        second_slice=shown_money,
    ),
    "ri.transfer": say(
        N_("Sold or given away on {transferred_on}, worth {value} ({share} of it): {amount} counts as capital."),
        transferred_on=shown_day,
        value=shown_money,
        share=shown_share,
    ),
    "ri.transfer.too_old": say(
        N_("Sold or given away on {transferred_on}: longer ago than the law looks back."), transferred_on=shown_day
    ),
    "ri.transfer.equity": say(
        N_("Sold or given away on {transferred_on}: for equity, {amount} counts as capital (art. 32)."),
        transferred_on=shown_day,
    ),
    "ri.transfer.usufruct": say(N_("Usufruct is worth {fraction}: {amount} less."), fraction=shown_share),
    "ri.transfer.debts": say(N_("Personal debts paid with the proceeds (art. 30): {amount} less.")),
    "ri.transfer.exempt_slice": say(
        N_("Only dwelling or only unbuilt property (art. 29), {slice} × {share}: {amount} less."),
        slice=shown_money,
        share=shown_share,
    ),
    "ri.transfer.abatement": say(
        N_("Abatement (art. 31) of {yearly} per year for {months} and {years}: {amount} less."),
        yearly=shown_money,
        months=shown_months,
        years=shown_years,
    ),
    "ri.in_kind": say(
        N_("Housing costs paid by a third party: {typed} {period}, {amount} per year."),
        typed=shown_money,
        period=shown_period,
    ),
    "ri.in_kind.by_cohabitant": say(
        N_("Housing costs of {typed} {period} are paid by a cohabitant: no benefit in kind."),
        typed=shown_money,
        period=shown_period,
    ),
}

"""The balance: key figures and the picture."""

from __future__ import annotations

from collections.abc import Callable

from redi_desktop.engine.needs import Need
from redi_desktop.formatting import join_list, money, whole_euros
from redi_desktop.i18n import _
from redi_desktop.report.balance_figures import DEBTS, BalanceFigures, balance_figures, income_parts
from redi_desktop.report.chart_blocks import BalanceChart, ChartTexts
from redi_desktop.report.content import Callout, KeyFigure, KeyFigures, Tone
from redi_desktop.report.reported import Reported
from redi_desktop.words.balance import balance_sentence
from redi_desktop.words.vocabulary import label


def key_figures(reported: Reported) -> KeyFigures:
    """What is needed, what there is, what is missing or left, and what is proposed."""
    assessment = reported.assessment
    needed = KeyFigure(_("Needed per month"), money(assessment.retained.total))
    available = KeyFigure(_("Available per month"), money(assessment.income_total))
    if assessment.balance < 0:
        gap = KeyFigure(_("Missing per month"), money(-assessment.balance), tone=Tone.ATTENTION)
    else:
        # Translators: what remains of the incomes
        gap = KeyFigure(_("Left per month"), money(assessment.balance), tone=Tone.LEAD)
    proposed = KeyFigure(_("Proposed per month"), money(assessment.proposal.amount))
    return KeyFigures((needed, available, gap, proposed))


def quick_scan(reported: Reported) -> list[Callout]:
    """The mark of a budget without real expenses."""
    if not reported.assessment.rests_on_reference_amounts:
        return []
    sentence = _(
        "This budget rests on reference amounts: besides the rent, no real expense is known yet. "
        "Each real expense makes it more exact."
    )
    return [Callout(_("On reference amounts"), (sentence,), Tone.ATTENTION)]


def balance_chart(reported: Reported, need_word: Callable[[Need], str] = label, legend: bool = True) -> BalanceChart:
    """The picture with its words; ``need_word`` says what a need is called."""
    figures = balance_figures(reported.assessment)
    return BalanceChart(figures, _chart_texts(reported, figures, need_word), legend)


def _chart_texts(reported: Reported, figures: BalanceFigures, need_word: Callable[[Need], str]) -> ChartTexts:
    segments = (*figures.needed, *figures.available)
    needs = (_("Accepted debts") if one.key == DEBTS else need_word(Need(one.key)) for one in figures.needed)
    names = (*needs, *income_names(reported))
    amounts = tuple(money(segment.amount) for segment in segments)
    return ChartTexts(
        title=_("What is needed and what there is, in euro per month"),
        description=_description(reported, figures, names, amounts),
        needed=_("What is needed: {amount}").format(amount=money(figures.needed_total)),
        available=_("What there is: {amount}").format(amount=money(figures.available_total)),
        gap=_gap(figures),
        names=names,
        amounts=amounts,
        ticks=tuple(whole_euros(tick.amount) for tick in figures.ticks),
    )


def _gap(figures: BalanceFigures) -> str:
    if figures.missing:
        return _("Missing: {amount}").format(amount=money(figures.missing))
    # Translators: what remains of the incomes
    return _("Left: {amount}").format(amount=money(figures.left)) if figures.left else ""


def _description(reported: Reported, figures: BalanceFigures, names: tuple[str, ...], amounts: tuple[str, ...]) -> str:
    named = [f"{name} {amount}" for name, amount in zip(names, amounts, strict=True)]
    split = len(figures.needed)
    needed, needs = money(figures.needed_total), join_list(named[:split])
    available, incomes = money(figures.available_total), join_list(named[split:])
    sentences = [
        _("Two bars on one scale."),
        _("What is needed: {amount}, made of {parts}.").format(amount=needed, parts=needs),
        _("What there is: {amount}.").format(amount=available),
    ]
    if incomes:
        sentences[-1] = _("What there is: {amount}, made of {parts}.").format(amount=available, parts=incomes)
    return " ".join([*sentences, balance_sentence(reported.assessment.balance)])


def income_names(reported: Reported) -> list[str]:
    """What the segments of the lower bar are called: the kind, and whose where several persons have incomes."""
    parts = income_parts(reported.assessment)
    if len({part.person for part in parts}) <= 1:
        return [label(part.kind) for part in parts]
    words = _("{item} ({person})")
    return [
        words.format(item=label(part.kind), person=reported.person(part.person)) if part.person else label(part.kind)
        for part in parts
    ]

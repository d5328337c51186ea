"""The integration income in words: its result, resources, work exemption and cohabitants."""

from __future__ import annotations

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.integration_income.kinds import (
    Article,
    Category,
    ExemptionKind,
    Relation,
    ResourceKind,
    WorkKind,
)
from redi_desktop.formatting import money
from redi_desktop.i18n import N_
from redi_desktop.i18n import gettext as _
from redi_desktop.words.explaining import Persons, Say, amount_of, text_of
from redi_desktop.words.integration_income_kinds import kind_word
from redi_desktop.words.sentences import (
    number_of,
    say,
    shown_day,
    shown_days,
    shown_money,
    shown_period,
    shown_plain,
    shown_share,
    word_of,
)

REFUSALS: dict[str, str] = {
    "window_over": N_("six years have passed since its first day"),
    "years_used": N_("the three years are used up"),
    "student_too_old": N_("the student has reached the age limit"),
    "no_project": N_("there is no individual project (PIIS)"),
}
_NOT_COUNTED: dict[str, str] = {
    "minor": N_("{person} ({relation}): not counted, because under age."),
    "no_debtor": N_("{person} ({relation}): not counted, because the law names no such relation."),
}


def _article(node: Explanation, persons: Persons) -> str:
    article = Article(str(node.values["article"]))
    name = article_name(article)
    exempted = number_of(node.values["exempted"])
    words = _("{article}: {amount} per year counted.").format(article=name, amount=amount_of(node))
    if not exempted:
        return words
    capital = article in (Article.CAPITAL, Article.TRANSFERS)
    left_out = _("Capital left out: {amount}.") if capital else _("Left out: {amount} per year.")
    return words + " " + left_out.format(amount=money(exempted))


def article_name(article: Article) -> str:
    """An article with its number and what it is about."""
    number_words = _("Law, article {number}") if article is Article.LAW_16 else _("Article {number}")
    return _("{article} ({subject})").format(
        article=number_words.format(number=article.value), subject=kind_word(article)
    )


def _resource(words: str) -> Say:
    def sentence(node: Explanation, persons: Persons) -> str:
        text = say(words, resource=word_of(ResourceKind), typed=shown_money, period=shown_period)(node, persons)
        if not number_of(node.values["seized"]):
            return text
        seized = _("Of this, {amount} was seized for maintenance before it was paid.")
        return text + " " + seized.format(amount=shown_money(node.values["seized"]))

    return sentence


def _work(node: Explanation, persons: Persons) -> str:
    text = say(
        N_("{work}: {typed} {period}, {amount} per year."),
        work=word_of(WorkKind),
        typed=shown_money,
        period=shown_period,
    )(node, persons)
    extras = {
        "business_transfer": _("Without {amount} from giving up a business, which counts as a transfer."),
        "deceased_spouse_income": _("With {amount} of the late spouse, whose activity is carried on."),
    }
    for name, words in extras.items():
        if number_of(node.values[name]):
            text += " " + words.format(amount=shown_money(node.values[name]))
    return text


def _refused(node: Explanation, persons: Persons) -> str:
    words = _("No work exemption ({exemption}): {because}.")
    because = _(REFUSALS[str(node.values["because"])])
    return words.format(exemption=word_of(ExemptionKind)(node.values["exemption"]), because=because)


def _not_counted(node: Explanation, persons: Persons) -> str:
    words = _NOT_COUNTED[str(node.values["because"])]
    return say(words, relation=word_of(Relation))(node, persons)


def _pool(node: Explanation, persons: Persons) -> str:
    text = say(
        N_("Maintenance debtors ({count}): {means} together, less {kept} (one rate of a cohabitant each): {excess}."),
        count=shown_plain,
        means=shown_money,
        kept=shown_money,
        excess=shown_money,
    )(node, persons)
    if number_of(node.values["applicants"]) != 1:
        shared = _("Shared between {count} applicants.")
        text += " " + shared.format(count=shown_plain(node.values["applicants"]))
    if number_of(node.values["family_benefits"]):
        benefits = _("With {amount} of family benefits.")
        text += " " + benefits.format(amount=shown_money(node.values["family_benefits"]))
    return text + " " + _("Counted: {amount} per year.").format(amount=amount_of(node))


def _child(node: Explanation, persons: Persons) -> str:
    child, share = text_of(node, "child"), number_of(node.values["share"])
    name = persons.get(child, child)
    if share == 1:
        return _("An unmarried minor child at charge lives here ({child}).").format(child=name)
    words = _("An unmarried minor child at charge regularly lives here ({child}, {share} of the time).")
    return words.format(child=name, share=shown_share(share))


_RESULT: dict[str, Say] = {
    "ri.result": say(N_("Integration income: {amount} per month, a twelfth of {yearly} per year."), yearly=shown_money),
    "ri.first_month": say(
        N_("First month, from {starts_on}: {amount} for {days} of {of}."),
        starts_on=shown_day,
        days=shown_days,
        of=shown_plain,
    ),
    "ri.yearly": say(
        N_("Per year: {rate}, less {resources} of resources, of which {general_exemption} is spared: {amount}."),
        rate=shown_money,
        resources=shown_money,
        general_exemption=shown_money,
    ),
    "ri.yearly_none": say(
        N_("Nothing is due: resources of {resources} per year reach the rate of {rate}."),
        rate=shown_money,
        resources=shown_money,
    ),
    "ri.rate": say(N_("Rate of the category: {amount} per year.")),
    "ri.resources": say(N_("Resources that count: {amount} per year.")),
    "ri.general_exemption": say(
        N_("General exemption: {amount} of at most {most} per year, because the resources stay below the rate."),
        most=shown_money,
    ),
    "ri.general_exemption_refused": say(N_("No general exemption: the resources are not below the rate.")),
    "ri.category": say(N_("Category: {category}."), category=word_of(Category)),
    "ri.category.child": _child,
    "ri.category.alternating": _child,
    "ri.category.homeless": say(N_("Homeless, with an individual project: the rate of a single person.")),
    "ri.category.cohabits": say(N_("Lives under one roof with others and mainly shares household matters.")),
    "ri.category.alone": say(N_("Lives alone, or does not share household matters.")),
    "ri.category.decided": say(N_("The category was chosen by the worker.")),
}
_RESOURCES: dict[str, Say] = {
    "ri.article": _article,
    "ri.exempt": _resource(N_("{resource}: {typed} {period}, {amount} per year, exempt.")),
    "ri.resource": _resource(N_("{resource}: {typed} {period}, {amount} per year.")),
    "ri.resource_of_the_month": _resource(
        N_("{resource}: {typed}, a resource of this month ({amount} as if per year).")
    ),
    "ri.ale_cheques": say(
        N_("ALE cheques: {cheques} {period}, {typed}; {per_cheque} per cheque is exempt, {amount} per year counts."),
        cheques=shown_plain,
        period=shown_period,
        typed=shown_money,
        per_cheque=shown_money,
    ),
    "ri.work": _work,
    "ri.less_work_exemption": say(N_("Less the work exemption of article 35: {amount} per year.")),
    "ri.work_exemption.granted": say(
        N_("Work exemption ({exemption}): {amount} of {income}, at most {most} per year."),
        exemption=word_of(ExemptionKind),
        income=shown_money,
        most=shown_money,
    ),
    "ri.work_exemption.refused": _refused,
    "ri.work_exemption.student": say(
        N_("Age: {age}; the limit for students is {limit}."), age=shown_plain, limit=shown_plain
    ),
    "ri.work_exemption.not_attested": say(N_("The shortage occupation is not attested: the ordinary exemption holds.")),
    "ri.work_exemption.counter": say(
        N_("Used since {first_day}: {used_days}; left: {left_days}, until {window_ends}."),
        first_day=shown_day,
        used_days=shown_days,
        left_days=shown_days,
        window_ends=shown_day,
    ),
}
_COHABITANTS: dict[str, Say] = {
    "ri.partner.claims": say(N_("{person}: the partner asks for the integration income too, so nothing is counted.")),
    "ri.partner.whole": say(N_("{person}: the partner's resources count wholly, {amount} per year.")),
    "ri.partner.above_rate": say(
        N_("{person}: of the partner's {means} per year, what exceeds {rate} (a cohabitant's rate) counts: {amount}."),
        means=shown_money,
        rate=shown_money,
    ),
    "ri.cohabitant.not_counted": _not_counted,
    "ri.debtor": say(N_("{person} ({relation}): {amount} per year."), relation=word_of(Relation)),
    "ri.debtors": _pool,
    "ri.debtors.choice": say(N_("The CPAS counts {share} of it."), share=shown_share),
    "ri.debtors.equity": say(N_("Derogation for equity: {share} of it counts."), share=shown_share),
    "ri.family_benefits": say(
        N_("{person}: family benefits for the applicant, {received} {period}, {left_out} of it left out: {amount}."),
        received=shown_money,
        period=shown_period,
        left_out=shown_money,
    ),
    "ri.family_benefits.before_reform": say(
        N_("{person}: family benefits for the applicant did not count before the reform of 1 March 2026.")
    ),
}
EXPLANATIONS: dict[str, Say] = _RESULT | _RESOURCES | _COHABITANTS

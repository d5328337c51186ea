"""The walk through the manual's chapters on what comes of a case: why, rights, scenarios, opinion, documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QTreeWidget

from redi_desktop.casefile.judgement import ActivationPath
from redi_desktop.casefile.steps import Step
from redi_desktop.engine.rights.pack import Confidence
from redi_desktop.i18n import _, language
from redi_desktop.ui.pages.expense_details import ExpenseDetails
from redi_desktop.ui.pages.question_row import QuestionRow
from redi_desktop.ui.pages.right_row import RightRow
from redi_desktop.words.vocabulary import label
from tools.manual_hands import Hands

MOTHER = "demo01"
OPEN_CASES = 11
UNDECIDED = {"fr": "demo12", "nl": "demo11"}
KINDS = (
    *("Fiche d’information", "Accusé de réception", "Formulaire d’accueil papier", "Budget mensuel"),
    *("Comparaison de scénarios", "Rapport social", "Explication de chaque montant", "Lettre de décision"),
    "Copie pour la personne",
)


def why(hands: Hands, _folder: Path) -> None:
    """Chapter 4."""
    hands.played.open_case(MOTHER)
    hands.click("Résultat")
    hands.press("Tab")
    hands.press("Return")
    hands.sees("Pourquoi ce montant ?")
    chain = _visible(hands, QTreeWidget)[0]
    chain.expandAll()
    chain.setCurrentItem(chain.itemBelow(chain.topLevelItem(0)))
    hands.sees("Ce montant vous semble faux ?")
    hands.press("Esc")
    hands.click("Dépenses")
    hands.click("Détails")
    hands.write("Autre montant retenu", "500")
    details = _visible(hands, ExpenseDetails)[0]
    hands.choose_in(details.treatment, *hands.quotes.of("Non retenue"))
    hands.write_own(_("Reason"), "payé par un tiers")
    hands.click("Ressources")
    hands.click("Compte dans le budget")
    hands.click("Résultat")
    hands.sees("Proposition")
    hands.write("Autre montant (facultatif)", "100")
    hands.write("Pourquoi un autre montant", "parce que")
    hands.click("Avis")
    hands.write("Ce avec quoi elle n’est pas d’accord", "le loyer")
    hands.click_own(label(Step.DOCUMENTS))
    hands.click("Explication de chaque montant")
    hands.press("F9")
    hands.sees("Tarif officiel", "Chiffre publié", "Estimation")


def rights(hands: Hands, _folder: Path) -> None:
    """Chapter 5."""
    hands.played.open_case(MOTHER)
    hands.click("Résultat")
    hands.sees("Droits à examiner d’abord", "Questions qui trancheraient", "Peut-être ouverts, ou notés auparavant")
    hands.click("Où et avec quoi")
    hands.click("Pourquoi ?")
    hands.press("Esc")
    row = _visible(hands, RightRow)[0]
    for state in ("À examiner", "Demandé", "Accordé", "Refusé", "Sans objet"):
        hands.choose_in(row.state, *hands.quotes.of(state))
    question = _visible(hands, QuestionRow)[0]
    hands.press_button(next(one for one in question.findChildren(QAbstractButton) if one.isVisible()))
    hands.press_button(question.take_back)
    _read_of_a_right_from_memory(hands)
    hands.click("Ressources")


def _read_of_a_right_from_memory(hands: Hands) -> None:
    """Few rights are known from memory alone: their mark is looked for in the words of the program."""
    said = hands.quotes.of("De mémoire, sans source : à vérifier d’abord")
    assert label(Confidence.MEMORY).replace("\N{NO-BREAK SPACE}", " ") in said


def scenarios(hands: Hands, _folder: Path) -> None:
    """Chapter 6."""
    hands.played.open_case(MOTHER)
    hands.click("Scénarios")
    hands.sees("Essayer un changement :")
    hands.click("Passer à un logement social")
    hands.write_own(_("New rent per month"), "350", -1)
    hands.click("Prendre un emploi")
    hands.write("Salaire net par mois", "1500", -1)
    hands.click("Et aussi…", -1)
    menu = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible())
    menu.actions()[2].trigger()
    menu.close()
    hands.click("Passer à un logement social")
    hands.reads(_("Five scenarios have room beside each other: remove one to try another."))
    hands.click_own(label(Step.DOCUMENTS))
    hands.click("Comparaison de scénarios")


def opinion_and_decision(hands: Hands, _folder: Path) -> None:
    """Chapter 7."""
    hands.played.open_case(UNDECIDED[language()])
    hands.click("Résultat")
    hands.sees("Proposition")
    hands.write("Autre montant (facultatif)", "100")
    hands.write("Pourquoi un autre montant", "parce que")
    hands.click_own(label(Step.OPINION))
    for quote in (
        *("Ce qui s’est passé, et ce qui est en jeu", "Ce que la personne demande et trouve important"),
        *("Ce avec quoi elle n’est pas d’accord", "Proposition motivée"),
    ):
        hands.write(quote, "Texte")
    hands.click_own(label(Step.DECISION))
    hands.click("Accordé comme proposé")
    for verdict in ("Accordé en partie", "Refusé", "Reporté", "Accordé"):
        hands.click(verdict)
    hands.write("Décidé le", "6/7/26")
    hands.write("Notifié le", "6/7/26")
    hands.write("Nombre de mois", "3")
    hands.sees("À revoir le", "Ce qui est demandé à la personne")
    hands.click_own(label(ActivationPath.EXEMPT))
    hands.reads(_("Exempt because of"))
    hands.write("Motifs de la décision", "Texte")
    keep_result(hands, _("The result is kept, and the decision is noted."))
    hands.press("Alt+Home")


def keep_result(hands: Hands, told: str) -> None:
    """Keep the result of the open case, where one finds it; what comes of it is told."""
    hands.press("F6")
    hands.sees("Ce dossier")
    hands.click("Garder le résultat actuel")
    hands.reads(told)


def documents(hands: Hands, folder: Path) -> None:
    """Chapter 8."""
    hands.played.open_case(MOTHER)
    hands.click("Documents")
    hands.sees("Langue du document", "Aperçu")
    for kind in KINDS:
        hands.click(kind)
    for button, name in (("Enregistrer en PDF…", "plain.pdf"), ("Enregistrer en page web…", "page.html")):
        _save(hands, button, folder / name)
    hands.click("Imprimer…")
    hands.cancel_dialog()
    hands.click("Sans les noms")
    hands.click("PDF avec mot de passe")
    hands.write_own(_("Password of the PDF"), "secret wagon lune")
    _save(hands, "Enregistrer en PDF…", folder / "locked.pdf")
    _cannot_be_opened(folder / "locked.pdf")
    hands.sees("Ce dossier en données")
    _save(hands, "Budget en classeur…", folder / "budget.xlsx")
    _save(hands, "Dossier complet en fichier…", folder / "case.json")
    _several(hands, folder)
    texts = folder / "texts"
    texts.mkdir()
    hands.click("Réglages")
    hands.sees("Textes des documents")
    for button in ("Les copier dans un répertoire pour les modifier…", "Utiliser les textes d’un répertoire…"):
        hands.click(button)
        hands.give_file(texts)
    assert list(texts.iterdir())


def _several(hands: Hands, folder: Path) -> None:
    many = folder / "many"
    many.mkdir()
    hands.press("Alt+Home")
    hands.click("Plusieurs dossiers…")
    hands.click("Choisir le répertoire et commencer…")
    hands.give_file(many)
    for count in range(1, OPEN_CASES + 1):
        hands.wait(_Holds(many, count))
    _save(hands, "Liste justificative…", folder / "list.xlsx")
    _save(hands, "Totaux anonymes…", folder / "totals.xlsx")


class _Holds:
    """Whether a folder holds so many files."""

    def __init__(self, folder: Path, count: int) -> None:
        self._folder, self._count = folder, count

    def __call__(self) -> bool:
        return len(list(self._folder.iterdir())) >= self._count


def _save(hands: Hands, button: str, path: Path) -> None:
    hands.click(button)
    hands.give_file(path)
    hands.wait(path.exists)


def _cannot_be_opened(path: Path) -> None:
    try:
        pikepdf.open(path).close()
    except pikepdf.PasswordError:
        return
    raise AssertionError(f"{path.name} opens without its password")


def _visible(hands: Hands, kind: type[Any]) -> list[Any]:
    return [one for one in hands.played.window.findChildren(kind) if one.isVisible()]

"""The walk through the manual's first chapters: the vault, a quick scan, a whole case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QLabel

from redi_desktop.casefile.steps import Step
from redi_desktop.engine.household import Activity, Region, Role, Sex, Tenure
from redi_desktop.engine.income import IncomeKind
from redi_desktop.i18n import _
from redi_desktop.ui.new_passphrase import Proposal
from redi_desktop.ui.recovery_proof import CodeTable
from redi_desktop.words.vocabulary import label
from tools.manual_hands import Hands
from tools.manual_walk_case import keep_result

CHILD_BENEFIT = {"fr": "Allocations familiales\t380\tmois", "nl": "Kinderbijslag\t380\tmaand"}


def the_first_day(hands: Hands, _folder: Path) -> None:
    """Chapter 1: vault, recovery sheet, interruption, settings, lock and unlock, tour and manual."""
    hands.quotes.of("REDI Desktop")
    hands.sees("Bienvenue dans REDI Desktop", "Répertoire du coffre", "Sept mots tirés au sort")
    words = seven_words(hands)
    hands.click("Tirer d’autres mots")
    assert seven_words(hands) != words
    hands.click("Une phrase à moi")
    hands.click("Sept mots tirés au sort")
    words = seven_words(hands)
    hands.write("Les sept mots encore une fois", words)
    hands.click("Créer le coffre")
    hands.click("Imprimer la feuille…")
    hands.cancel_dialog()
    hands.click("Je l’ai sur papier")
    hands.played.window.lock()
    hands.write("Phrase de passe", words)
    hands.click("Déverrouiller")
    hands.sees("Imprimer la feuille…")
    code = code_on_screen(hands)
    hands.click("Je l’ai sur papier")
    hands.write("Code de la feuille de récupération", code.lower().replace(" ", "-"))
    hands.click("Ouvrir mes dossiers")
    hands.sees("Faites le tour de la fenêtre en une minute.")
    _settings_of_the_first_day(hands)
    hands.press("Ctrl+L")
    hands.write("Phrase de passe", words)
    hands.click("Afficher")
    hands.reads(words)
    hands.click("Déverrouiller")
    hands.wait(lambda: hands.played.window.main is not None)
    hands.click("Faites le tour de la fenêtre en une minute.")
    hands.press("F1")
    hands.reads(_("Search in the manual"))


def _settings_of_the_first_day(hands: Hands) -> None:
    hands.press("F10")
    hands.sees("Réglages", "En-tête", "Nouveaux dossiers", "Taille du texte", "Couleurs")
    hands.sees("Minutes sans touche ni clic avant que la fenêtre se verrouille")
    hands.write("Mois après l’archivage d’un dossier", "60")
    hands.click("Appliquer ce délai")
    hands.reads(_("The delay is kept in the vault and noted in its journal."))
    hands.press("Esc")
    hands.click("Réglages")
    hands.press("Esc")


def seven_words(hands: Hands) -> str:
    """The passphrase that is proposed."""
    return next(one for one in hands.played.window.findChildren(Proposal) if one.isVisible()).text()


def code_on_screen(hands: Hands) -> str:
    """The code of the recovery sheet, as somebody copies it by hand."""
    table = next(one for one in hands.played.window.findChildren(CodeTable) if one.isVisible())
    return " ".join(one.text() for one in table.findChildren(QLabel) if one.text().isalnum())


def a_quick_scan(hands: Hands, _folder: Path) -> None:
    """Chapter 2."""
    hands.click("Nouveau dossier")
    hands.click("Suivant : Ménage")
    hands.sees("Ménage")
    hands.write("Date de naissance", "3/5/89")
    hands.choose_own("Sexe", label(Sex.F))
    hands.choose_own("Activité", label(Activity.JOBSEEKER))
    hands.click("Intervention majorée (BIM)")
    hands.click("Ajouter une personne")
    hands.write("Date de naissance", "4/9/15", 1)
    hands.choose_own("Sexe", label(Sex.M), 1)
    hands.click("Logement")
    hands.choose_own("Région", label(Region.WALLONIA))
    hands.choose_own("Statut d’occupation", label(Tenure.PRIVATE_RENT))
    hands.write("Loyer, par mois", "720")
    hands.click("Tarif social énergie")
    hands.sees("Calcul rapide : sur montants de référence")
    hands.click("Ressources")
    hands.click("Ajouter une ressource")
    row = _rows(hands)[0]
    hands.choose_in(row.kind, label(IncomeKind.INTEGRATION_INCOME))
    hands.write_in(row.amount, "1740,76")
    hands.sees("Calcul rapide : sur montants de référence")


def a_whole_case(hands: Hands, _folder: Path) -> None:
    """Chapter 3."""
    _request_and_household(hands)
    _housing_and_income(hands)
    _expenses_and_debts(hands)
    hands.click_own(label(Step.RESULT))
    hands.sees("D’où vient ce qui manque", "À lire avec ces chiffres")
    keep_result(hands, _("The result is kept."))
    hands.press("Esc")
    hands.click_own(_("&New case"))
    hands.click_own(label(Step.HOUSEHOLD))
    hands.write_own(_("Name or pseudonym (optional)"), "zoe test")
    hands.write_own(_("Birth date"), "3/5/1989")
    hands.sees("Ouvrir ce dossier")
    hands.click("C’est une autre personne")
    assert not hands.shows("Ouvrir ce dossier")


def _request_and_household(hands: Hands) -> None:
    hands.click_own(_("&New case"))
    hands.press("Alt+Right")
    hands.press("Alt+Left")
    hands.sees("Date de la demande", "Date du budget", "Langue de la personne")
    hands.sees("La personne sait-elle ce qui est fait de ses données ?", "Numéro de registre national (facultatif)")
    hands.write("Motif de la demande (facultatif)", "Loyer trop lourd")
    hands.click("Accusé de réception…")
    hands.sees("Documents")
    hands.click_own(label(Step.HOUSEHOLD))
    hands.write_own(_("Name or pseudonym (optional)"), "Zoé Test")
    hands.write_own(_("Birth date"), "3/5/1989")
    hands.choose_in(_rows(hands)[0].sex, label(Sex.F))
    hands.choose_in(_rows(hands)[0].activity, label(Activity.JOBSEEKER))
    for place, (born, sex) in enumerate((("4/9/15", Sex.M), ("4/9/65", Sex.F)), 1):
        hands.press("Ctrl+Return")
        hands.write_in(_rows(hands)[place].birth_date, born)
        hands.choose_in(_rows(hands)[place].sex, label(sex))
    hands.sees("Vit ici")
    hands.click("Une autre part")
    hands.write_in(_rows(hands)[1].share, "40")
    hands.click("La moitié du mois")
    hands.choose("Place dans le ménage", "Autre adulte", -1)
    hands.sees("Lien avec le demandeur")
    assert [person.role for person in _case(hands).household.persons] == [Role.APPLICANT, Role.CHILD, Role.OTHER_ADULT]


def _housing_and_income(hands: Hands) -> None:
    hands.click_own(label(Step.HOUSING))
    hands.click_own(label(Region.WALLONIA))
    hands.click_own(label(Tenure.PRIVATE_RENT))
    hands.click("Nouveau bail")
    hands.sees("Chambres")
    hands.click_own(label(Step.INCOME))
    hands.click_own(_("&Add an income"))
    row = _rows(hands)[0]
    hands.choose_in(row.kind, label(IncomeKind.UNEMPLOYMENT))
    hands.write_in(row.amount, "900")
    hands.sees("Fréquence", "Justificatif", "Revenu d’intégration")
    hands.click("Compte dans le budget")
    hands.reads(_("Why this differs from the rule"))
    hands.click("Compte dans le budget")
    hands.click("Reprendre ce montant")
    assert _case(hands).incomes[-1].kind is IncomeKind.INTEGRATION_INCOME
    hands.click("Copier des montants antérieurs…")
    QApplication.clipboard().setText("\n".join(CHILD_BENEFIT.values()))
    hands.click("Coller un tableau")
    assert len(_case(hands).incomes) > 2


def _expenses_and_debts(hands: Hands) -> None:
    hands.click_own(label(Step.EXPENSES))
    hands.sees("Souvent payé aussi :", "Seulement si c’est nécessaire")
    hands.click_own(_("&Add an expense"))
    hands.click("Détails", -1)
    hands.click_own(label(Step.DEBTS))
    hands.click_own(_("&Add a debt"))
    row = _rows(hands)[0]
    hands.write_in(row.kind, "Hôpital")
    hands.write_in(row.monthly, "50")
    hands.write("Part acceptée, en %", "50")
    hands.sees("Le poids des dettes", "Ce que les créanciers peuvent saisir chaque mois")


def _rows(hands: Hands) -> Any:
    return hands.played.main.wizard.page.rows.rows()  # type: ignore[attr-defined]


def _case(hands: Hands) -> Any:
    session = hands.played.main.desk.session
    assert session is not None
    return session.case

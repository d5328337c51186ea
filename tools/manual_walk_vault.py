"""The walk through the manual's chapters on the vault, on one case as a whole, and on amounts and rules."""

from __future__ import annotations

from pathlib import Path

from redi_desktop.casefile.steps import Step
from redi_desktop.demo import PASSPHRASE
from redi_desktop.i18n import _
from redi_desktop.words.vocabulary import label
from tools.manual_hands import Hands
from tools.manual_walk_begin import code_on_screen, seven_words

MOTHER = "demo01"


def backups_and_recovery(hands: Hands, folder: Path) -> None:
    """Chapter 9."""
    vault = hands.played.main.desk._vault.folder
    stick = folder / "stick"
    stick.mkdir()
    copied = _copy_to_a_stick(hands, stick)
    hands.click("Contrôler le coffre")
    hands.sees("Contrôle et journal")
    words = _new_passphrase(hands)
    code = _new_sheet(hands)
    hands.write("Phrase de passe, pour renouveler la clé du coffre", words)
    hands.click("Renouveler la clé")
    hands.reads(_("The vault has a new key. Destroy the former sheets and type the new one back."))
    hands.click("Restaurer une sauvegarde (la fenêtre se verrouille d’abord)")
    _restore(hands, copied)
    hands.press("Ctrl+L")
    hands.click("J’ai perdu ma phrase de passe")
    hands.write_own(_("Code of the recovery sheet"), code)
    words = seven_words(hands)
    hands.write_own(_("The seven words &again"), words)
    hands.click("Ouvrir le coffre")
    hands.wait(lambda: hands.played.window.main is not None)
    hands.press("Ctrl+L")
    hands.click("Restaurer une sauvegarde")
    hands.write("Répertoire du coffre", str(folder / "trial"))
    _restore(hands, copied)
    hands.press("Ctrl+L")
    hands.write("Répertoire du coffre", str(vault))
    hands.write_own(_("&Passphrase"), words)
    hands.click_own(_("Unlock"))
    hands.wait(lambda: hands.played.window.main is not None)


def _copy_to_a_stick(hands: Hands, stick: Path) -> Path:
    hands.played.open_case(MOTHER)
    hands.click_own(label(Step.OPINION))
    hands.write_own(_("Where they disagree"), "rien")
    hands.press("Alt+Home")
    hands.wait(hands.played.main.start.isVisible)  # the case is put away once it is saved
    hands.click("Réglages")
    hands.sees("Sauvegardes")
    hands.click("Copier la dernière sauvegarde sur un autre disque…")
    hands.give_file(stick)
    hands.sees("Copiée et contrôlée : …")
    return next(stick.iterdir())


def _new_passphrase(hands: Hands) -> str:
    hands.click("Changer la phrase de passe")
    hands.write_own(_("Present passphrase"), PASSPHRASE)
    words = seven_words(hands)
    hands.write_own(_("The seven words &again"), words)
    hands.click("Adopter la nouvelle phrase de passe")
    hands.reads(_("The new passphrase opens the vault from now on; the former one opens it no more."))
    return words


def _new_sheet(hands: Hands) -> str:
    hands.click("Faire une feuille de récupération")
    hands.reads(_("&Print the sheet…"))
    code = code_on_screen(hands)
    hands.click("Je l’ai sur papier")
    hands.write_own(_("Code of the recovery sheet"), code)
    hands.click("Vérifier le code")
    hands.reads(_("The sheet opens the vault. Put it away in a safe of the CPAS."))
    return code


def _restore(hands: Hands, copied: Path) -> None:
    """The backup opens with the passphrase of its day."""
    hands.write("Répertoire des sauvegardes", str(copied))
    hands.write_own(_("&Passphrase"), PASSPHRASE)
    hands.click("Restaurer et ouvrir")
    hands.wait(lambda: hands.played.window.main is not None)


def one_case(hands: Hands, folder: Path) -> None:
    """Chapter 10."""
    hands.played.open_case(MOTHER)
    hands.click("Ce dossier")
    hands.sees("Ce qui a été fait")
    hands.click("Transmettre par fichier…")
    hands.reads(_("Type the day on which the person agreed."))
    hands.write("Accord de la personne le", "6/7/2026")
    hands.write("Comment elle l’a dit", "au guichet")
    hands.click("Transmettre par fichier…")
    file = folder / "case.redicase"
    hands.give_file(file)
    hands.sees("Phrase de passe à usage unique")
    words = _one_time_passphrase(hands)
    hands.click("Exporter tout ce dossier…")
    hands.give_file(folder)
    hands.wait(lambda: len(list(folder.rglob("redi-access*"))) > 1)
    hands.click("Mettre aux archives")
    hands.click("Retirer des archives")
    hands.sees("Mettre aux archives")
    hands.click("Effacer ce dossier")
    hands.click("Le garder")
    hands.click("Effacer ce dossier")
    hands.click("Oui, effacer définitivement")
    hands.wait(lambda: hands.played.main.desk.session is None)
    hands.press("Alt+Home")
    hands.click("Reprendre un dossier d’un collègue")
    hands.click("Choisir le fichier…")
    hands.give_file(file)
    hands.write("Phrase de passe à usage unique", words)
    hands.click("Reprendre le dossier")
    hands.wait(lambda: hands.played.main.desk.session is not None)
    hands.click("Réglages")
    hands.sees("Conservation des dossiers clôturés")


def _one_time_passphrase(hands: Hands) -> str:
    beginning = _("One-time passphrase, shown only now: {passphrase}").format(passphrase="").strip()
    plain = beginning.replace("\N{NO-BREAK SPACE}", " ")
    return next(text.removeprefix(plain).strip() for text in hands.texts() if text.startswith(plain))


def parameters(hands: Hands, folder: Path) -> None:
    """Chapter 11."""
    hands.click("Montants et règles")
    hands.click("Consulter")
    hands.write_own(_("&Search"), "a")
    hands.click("Utilisé et versions")
    hands.sees(
        "Paniers et prix", "Barèmes légaux", "Droits", "Règlement du CPAS", "Ouvrir une version depuis un fichier…"
    )
    hands.click("Enregistrer dans un fichier…")
    hands.give_file(folder / "hand-on.redipack")
    hands.click("Voir le règlement d’exemple")
    hands.sees("Nouvelle version : …", "Ce que cela fait aux dossiers ouverts")
    hands.click("Laisser de côté")
    hands.click("Utilisé et versions")
    hands.click("Voir le règlement d’exemple")
    hands.write("Motif de l’adoption", "essai")
    hands.click("Adopter")
    hands.click("Utilisé et versions")
    hands.sees("Ce qui a été adopté", "Se passer de règlement")
    hands.click("Voir un retour à ce qu’il y avait avant")
    hands.click("Laisser de côté")
    _make_and_hand_on(hands)


def _make_and_hand_on(hands: Hands) -> None:
    hands.click("Indice et montants")
    hands.sees("Un nouveau mois de l’indice des prix", "Indice des prix à la consommation", "Indice santé")
    hands.sees("Indice-pivot et montants légaux", "Un montant légal", "Un nouveau prix", "Voir ce que cela change")
    hands.click("Votre propre jeu")
    hands.sees("Partir d’une copie de", "Modifier dans un tableau", "Exporter en feuille de calcul…")
    hands.sees("Importer une feuille de calcul (XLSX)…", "Budgets par besoin", "Modèle pour budgets par besoin…")
    hands.click("Règlement")
    hands.sees("Les règles de votre CPAS", "Voir ce que cela change")
    hands.click("Tous les dossiers")
    hands.click("Recalculer tous les dossiers ouverts")
    hands.click("Signatures")
    hands.sees("Ajouter une clé depuis un fichier…", "Créer une clé…", "Signer et enregistrer dans un fichier…")
    brought = hands.quotes.of("Voir ce que le programme apporte")
    assert _("Look at what the program brings") in brought  # shown only where it brings something newer

; What the setup itself says, in the four languages; the rest comes with NSIS.
LangString NEEDS_64_BITS ${LANG_FRENCH} "REDI Desktop demande une version 64 bits de Windows 10 ou 11."
LangString NEEDS_64_BITS ${LANG_DUTCH} "REDI Desktop heeft een 64-bitversie van Windows 10 of 11 nodig."
LangString NEEDS_64_BITS ${LANG_GERMAN} "REDI Desktop benötigt eine 64-Bit-Version von Windows 10 oder 11."
LangString NEEDS_64_BITS ${LANG_ENGLISH} "REDI Desktop needs a 64-bit version of Windows 10 or 11."

LangString IS_OPEN ${LANG_FRENCH} "REDI Desktop est ouvert. Fermez-le, puis réessayez : tout ce qui est dans le coffre y reste."
LangString IS_OPEN ${LANG_DUTCH} "REDI Desktop is open. Sluit het en probeer opnieuw: alles wat in de kluis zit, blijft daar."
LangString IS_OPEN ${LANG_GERMAN} "REDI Desktop ist geöffnet. Schließen Sie es und versuchen Sie es erneut: Alles im Tresor bleibt dort."
LangString IS_OPEN ${LANG_ENGLISH} "REDI Desktop is open. Close it, then try again: everything in the vault stays there."

LangString IS_NEWER ${LANG_FRENCH} "La version $1, plus récente, est installée. Un coffre qu’elle a modifié ne pourra être que lu par la version ${VERSION}. Installer quand même la version ${VERSION} ?"
LangString IS_NEWER ${LANG_DUTCH} "De recentere versie $1 is geïnstalleerd. Een kluis die zij heeft gewijzigd, kan versie ${VERSION} alleen lezen. Toch versie ${VERSION} installeren?"
LangString IS_NEWER ${LANG_GERMAN} "Die neuere Version $1 ist installiert. Einen Tresor, den sie geändert hat, kann Version ${VERSION} nur lesen. Version ${VERSION} trotzdem installieren?"
LangString IS_NEWER ${LANG_ENGLISH} "The newer version $1 is installed. Version ${VERSION} can only read a vault that it has changed. Install version ${VERSION} all the same?"

LangString un.IS_OPEN ${LANG_FRENCH} "REDI Desktop est ouvert. Fermez-le, puis réessayez."
LangString un.IS_OPEN ${LANG_DUTCH} "REDI Desktop is open. Sluit het en probeer opnieuw."
LangString un.IS_OPEN ${LANG_GERMAN} "REDI Desktop ist geöffnet. Schließen Sie es und versuchen Sie es erneut."
LangString un.IS_OPEN ${LANG_ENGLISH} "REDI Desktop is open. Close it, then try again."

LangString un.SETTINGS ${LANG_FRENCH} "Le programme est retiré. Votre coffre et vos dossiers sont toujours là. Supprimer aussi les réglages (langue, taille du texte, en-tête) et le journal technique ?"
LangString un.SETTINGS ${LANG_DUTCH} "Het programma is verwijderd. Uw kluis en uw dossiers zijn er nog. Ook de instellingen (taal, tekstgrootte, briefhoofd) en het technische logbestand verwijderen?"
LangString un.SETTINGS ${LANG_GERMAN} "Das Programm ist entfernt. Ihr Tresor und Ihre Akten sind noch da. Auch die Einstellungen (Sprache, Textgröße, Briefkopf) und das technische Protokoll löschen?"
LangString un.SETTINGS ${LANG_ENGLISH} "The program is removed. Your vault and your cases are still there. Delete the settings (language, size of the text, letterhead) and the technical log as well?"

LangString un.VAULT ${LANG_FRENCH} "Un coffre avec des dossiers se trouve dans :$\n${DATA}\vault$\n$\nLe supprimer aussi, avec toutes ses sauvegardes ? Répondez Non pour le garder."
LangString un.VAULT ${LANG_DUTCH} "Er staat een kluis met dossiers in:$\n${DATA}\vault$\n$\nOok die verwijderen, met al haar back-ups? Antwoord Nee om ze te behouden."
LangString un.VAULT ${LANG_GERMAN} "Ein Tresor mit Akten liegt in:$\n${DATA}\vault$\n$\nAuch ihn löschen, mit allen Sicherungen? Antworten Sie Nein, um ihn zu behalten."
LangString un.VAULT ${LANG_ENGLISH} "A vault with cases stands in:$\n${DATA}\vault$\n$\nDelete it as well, with all its backups? Answer No to keep it."

LangString un.VAULT_AGAIN ${LANG_FRENCH} "Tous les dossiers de ce coffre seront perdus. Personne ne pourra les récupérer. Supprimer le coffre ?"
LangString un.VAULT_AGAIN ${LANG_DUTCH} "Alle dossiers van deze kluis gaan verloren. Niemand kan ze terughalen. De kluis verwijderen?"
LangString un.VAULT_AGAIN ${LANG_GERMAN} "Alle Akten dieses Tresors gehen verloren. Niemand kann sie wiederherstellen. Den Tresor löschen?"
LangString un.VAULT_AGAIN ${LANG_ENGLISH} "All cases of this vault will be lost. Nobody can bring them back. Delete the vault?"

LangString NO_SPACE ${LANG_FRENCH} "Il n’y a pas assez de place sur ce disque : ${NAME} demande ${MEBIBYTES} Mo. Rien n’a été changé."
LangString NO_SPACE ${LANG_DUTCH} "Er is niet genoeg ruimte op deze schijf: ${NAME} vraagt ${MEBIBYTES} MB. Er is niets gewijzigd."
LangString NO_SPACE ${LANG_GERMAN} "Auf diesem Laufwerk ist nicht genug Platz: ${NAME} benötigt ${MEBIBYTES} MB. Es wurde nichts geändert."
LangString NO_SPACE ${LANG_ENGLISH} "There is not enough space on this disk: ${NAME} needs ${MEBIBYTES} MB. Nothing was changed."

LangString WELCOME ${LANG_FRENCH} "REDI Desktop ${VERSION} sera installé pour vous seul, sans droits d’administrateur.$\r$\n$\r$\nRien n’est envoyé : vos dossiers restent dans votre coffre, sur cet ordinateur. Une mise à jour n’y touche pas.$\r$\n$\r$\nCliquez sur Suivant pour continuer."
LangString WELCOME ${LANG_DUTCH} "REDI Desktop ${VERSION} wordt alleen voor u geïnstalleerd, zonder beheerdersrechten.$\r$\n$\r$\nEr wordt niets verzonden: uw dossiers blijven in uw kluis, op deze computer. Een update raakt daar niet aan.$\r$\n$\r$\nKlik op Volgende om door te gaan."
LangString WELCOME ${LANG_GERMAN} "REDI Desktop ${VERSION} wird nur für Sie installiert, ohne Administratorrechte.$\r$\n$\r$\nEs wird nichts gesendet: Ihre Akten bleiben in Ihrem Tresor, auf diesem Computer. Eine Aktualisierung rührt nicht daran.$\r$\n$\r$\nKlicken Sie auf Weiter, um fortzufahren."
LangString WELCOME ${LANG_ENGLISH} "REDI Desktop ${VERSION} will be installed for you alone, without administrator rights.$\r$\n$\r$\nNothing is sent: your cases stay in your vault, on this computer. An upgrade does not touch it.$\r$\n$\r$\nClick Next to continue."

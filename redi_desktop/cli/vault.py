"""``redi-desktop vault``: verify a vault, back it up, restore a backup, print its journal.

The passphrase is asked for, or read as one line from standard input with ``--passphrase-stdin``; never an argument,
which every other program of the machine could read. Exit status 4: the check has found something.
"""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from redi_desktop import i18n, paths, settings
from redi_desktop.errors import VaultError
from redi_desktop.formatting import date_short, time_short
from redi_desktop.i18n import gettext as _
from redi_desktop.words import vault_sentences

if TYPE_CHECKING:
    from redi_desktop.store.faults import Fault
    from redi_desktop.store.journal import JournalEntry
    from redi_desktop.store.vault import Vault

DONE, FAULTS_FOUND = 0, 4


def add_command(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``vault`` with its own commands."""
    vault = verbs.add_parser("vault", help="verify, back up or restore the vault, or print its journal")
    inner = vault.add_subparsers(dest="vault_command", required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--folder", type=Path, metavar="DIR", help="the vault's folder, instead of the one opened last")
    common.add_argument("--passphrase-stdin", action="store_true", help="read the passphrase from standard input")
    common.add_argument("--lang", choices=i18n.LANGUAGE_CODES, help="language of the words")
    common.add_argument("--format", choices=("json", "text"), default="text")
    verifying = inner.add_parser(
        "verify", parents=[common], help="check every page, the journal and what it vouches for"
    )
    verifying.add_argument("--backups", action="store_true", help="check every backup to its last byte as well")
    backing_up = inner.add_parser("backup", parents=[common], help="make a verified backup")
    backing_up.add_argument("--to", type=Path, metavar="DIR", help="copy it to this folder, best on another disk")
    restoring = inner.add_parser(
        "restore", parents=[common], help="put a backup in the vault's place; the old one is kept"
    )
    restoring.add_argument("backup", type=Path, metavar="BACKUP", help="the folder of the backup")
    inner.add_parser("journal", parents=[common], help="print what was done; cases bear pseudonyms")


def run(arguments: argparse.Namespace) -> int:
    """Carry out the command; raises the errors that become words and an exit status."""
    return _RUN[arguments.vault_command](arguments)


def _verify(arguments: argparse.Namespace) -> int:
    with _opened(arguments) as vault:
        check = vault.verify()
        faults = list(check.faults)
        if arguments.backups:
            faults += [fault for backup in vault.backups.list() for fault in vault.backups.verify(backup)]
    data = {
        "format": "redi-vault-check/1",
        "cases": check.cases,
        "journal_entries": check.entries,
        "faults": [{"kind": fault.kind.value, "detail": fault.detail} for fault in faults],
    }
    counted = _("{cases} cases, {entries} journal entries.").format(cases=check.cases, entries=check.entries)
    lines = [counted, *map(_fault_words, faults)] if faults else [counted, _("Everything is in order.")]
    _show(arguments, data, lines)
    return FAULTS_FOUND if faults else DONE


def _backup(arguments: argparse.Namespace) -> int:
    from redi_desktop.store.backup_manifest import Backup

    with _opened(arguments) as vault:
        made = vault.backups.make() if arguments.to is None else Backup.at(vault.backups.copy_to(arguments.to))
    data = {"format": "redi-vault-backup/1", "folder": str(made.folder), "cases": made.manifest.cases}
    words = _("Backed up and checked: {cases} cases in {folder}.")
    _show(arguments, data, [words.format(cases=made.manifest.cases, folder=made.folder)])
    return DONE


def _restore(arguments: argparse.Namespace) -> int:
    from redi_desktop.store.restoring import restore

    done = restore(_folder(arguments), arguments.backup, _passphrase(arguments))
    replaced = str(done.replaced) if done.replaced else None
    data = {"format": "redi-vault-restore/1", "backup": done.backup.name, "replaced": replaced}
    lines = [_("The backup {name} is in the vault's place.").format(name=done.backup.name)]
    if replaced:
        lines.append(_("What it replaced is kept in {folder}.").format(folder=replaced))
    _show(arguments, data, lines)
    return DONE


def _journal(arguments: argparse.Namespace) -> int:
    with _opened(arguments) as vault:
        exported, entries = vault.journal.export(), vault.journal.entries()
    _show(arguments, exported, [_entry_words(entry) for entry in entries])
    return DONE


def _opened(arguments: argparse.Namespace) -> Vault:
    from redi_desktop.store.vault import Vault

    return Vault.open(_folder(arguments), _passphrase(arguments))


def _folder(arguments: argparse.Namespace) -> Path:
    kept = settings.load(paths.config_folder()).vault_folder
    folder: Path = arguments.folder or (Path(kept) if kept else paths.default_vault_folder())
    return folder.absolute()


def _passphrase(arguments: argparse.Namespace) -> str:
    try:
        line = sys.stdin.readline() if arguments.passphrase_stdin else getpass.getpass(_("Passphrase: "))
    except EOFError:
        line = ""
    line = line.rstrip("\r\n")
    if not line:
        raise VaultError("passphrase_not_read")
    return line


def _show(arguments: argparse.Namespace, data: dict[str, Any], lines: list[str]) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=1) if arguments.format == "json" else "\n".join(lines))


def _fault_words(fault: Fault) -> str:
    words = _(vault_sentences.FAULTS[fault.kind.value])
    return f"- {words} [{fault.detail}]" if fault.detail else f"- {words}"


def _entry_words(entry: JournalEntry) -> str:
    moment = entry.at.astimezone()
    told = (str(entry.sequence), f"{date_short(moment)} {time_short(moment)}", _(vault_sentences.ACTS[entry.act.value]))
    return "  ".join((*told, *(part for part in (entry.subject[:8], entry.place) if part)))


_RUN: dict[str, Callable[[argparse.Namespace], int]] = {
    "verify": _verify,
    "backup": _backup,
    "restore": _restore,
    "journal": _journal,
}

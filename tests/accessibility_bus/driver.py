"""Uses the program as a screen reader does: finds what is on the screen by its role and name, presses, types, reads.

Run by the system's Python, whose pyatspi speaks to the accessibility bus; ``test_accessibility_bus.py`` starts it.
Arguments: passphrase, path of the PDF to be written. No mouse, no knowledge of the program's code.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pyatspi

PATIENCE = 40.0
A_MOMENT = 0.15
"""Seconds after which a key has arrived."""
TABLES = (pyatspi.ROLE_TABLE, pyatspi.ROLE_LIST, pyatspi.ROLE_TREE, pyatspi.ROLE_TREE_TABLE)
START = time.monotonic()


def wait(found: Callable[[], Any], what: str) -> Any:
    """Look until something is there; what disappears while it is looked at is looked for again."""
    while time.monotonic() - START < PATIENCE:
        try:
            result = found()
        except (LookupError, RuntimeError, NotImplementedError):
            result = None
        except Exception as problem:  # GLib's own errors have no class that can be imported by name
            if "atspi" not in str(problem).lower() and "dbus" not in str(problem).lower():
                raise
            result = None
        if result:
            return result
        time.sleep(0.01)
    sys.exit(f"not found within {PATIENCE:.0f} s: {what}")


def walk(node: Any) -> Iterator[Any]:
    """Everything that is on the screen below a node; the cells of tables are left out."""
    for number in range(node.childCount):
        child = node.getChildAtIndex(number)
        if child is None or not child.getState().contains(pyatspi.STATE_SHOWING):
            continue
        yield child
        if child.getRole() not in TABLES:
            yield from walk(child)


def find(node: Any, role: str, name: str) -> Any:
    """The first thing of that role whose name begins so."""

    def look() -> Any:
        return next((one for one in walk(node) if one.getRoleName() == role and one.name.startswith(name)), None)

    return wait(look, f"{role} “{name}”")


def press(node: Any) -> None:
    """Do what Enter or Space would do."""
    action = node.queryAction()
    names = [action.getName(number) for number in range(action.nActions)]
    action.doAction(names.index("Press"))


def write(node: Any, name: str, text: str) -> None:
    """Dictate a text into a field."""
    find(node, "text", name).queryEditableText().setTextContents(text)


def choose(node: Any, name: str, letter: str, value: str) -> None:
    """Go to a list and type the first letter of what is wanted."""
    find(node, "combo box", name).queryComponent().grabFocus()

    def typed() -> bool:
        pyatspi.Registry.generateKeyboardEvent(ord(letter), None, pyatspi.KEY_SYM)
        time.sleep(A_MOMENT)
        # Qt calls a list by what is chosen in it, and gives it its name through the label beside it.
        return any(one.getRoleName() == "combo box" and one.name == value for one in walk(node))

    wait(typed, f"“{value}” in “{name}”")


def unlock(window: Any, passphrase: str) -> None:
    """From the first screen to the cases."""
    find(window, "password text", "Wachtzin").queryEditableText().setTextContents(passphrase)
    press(find(window, "push button", "Ontgrendelen"))


def type_case(window: Any) -> None:
    """A new case: a woman of 37 who rents in Flanders and has a wage; then read what is missing."""
    press(find(window, "push button", "Nieuw dossier"))
    rail = find(window, "filler", "Stappen van het dossier")
    pages = rail.parent.parent

    def page(name: str) -> Any:
        press(find(rail, "check box", f"{name}:"))
        return find(pages, "filler", name)

    household = page("Huishouden")
    write(household, "Geboortedatum", "3/5/1989")
    press(find(household, "check box", "Geslacht: Vrouw"))
    housing = page("Huisvesting")
    press(find(housing, "check box", "Gewest: Vlaanderen"))
    press(find(housing, "check box", "Woonsituatie: Private huurder"))
    write(housing, "Huur, per maand", "720")
    income = page("Inkomsten")
    press(find(income, "push button", "Een inkomst toevoegen"))
    choose(income, "Soort inkomst", "l", "Loon")
    write(income, "Bedrag", "1288,46")
    print(find(page("Resultaat"), "label", "Er ontbreekt").name, flush=True)
    save = find(page("Documenten"), "push button", "Opslaan als pdf")
    wait(lambda: save.getState().contains(pyatspi.STATE_ENABLED), "the document")
    press(save)


def save_pdf(program: Any, path: str) -> None:
    """Answer the dialog for files, and hear that the document was written."""
    dialog = find(program, "dialog", "Het document opslaan")
    write(dialog, "Bestandsnaam", path)
    press(find(dialog, "push button", "Opslaan"))
    print(find(program, "label", "Opgeslagen:").name, flush=True)


def main(passphrase: str, path: str) -> None:
    """From the locked program to the paper."""
    program = wait(
        lambda: next((one for one in pyatspi.Registry.getDesktop(0) if one and one.childCount), None), "the program"
    )
    window = program[0]
    unlock(window, passphrase)
    type_case(window)
    save_pdf(program, path)


if __name__ == "__main__":
    main(*sys.argv[1:])

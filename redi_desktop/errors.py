"""The tree of what can go wrong for the person who uses the program.

::

    UserError                   a code, values and often the name of a field; words are made at the edge
    ├── CaseError               the facts of a case cannot be read or cannot be right
    ├── ParameterError          a parameter pack, legal table or policy is refused
    ├── VaultError              the vault cannot be made, opened, read or written
    │   ├── VaultMissing        no vault stands in that folder
    │   ├── NotAVault           the folder holds a file that is not ours
    │   ├── VaultBusy           another window or program holds the vault
    │   ├── WrongPassphrase     the key file is sound and the passphrase does not open it
    │   ├── KeyFileDamaged      the key file and its copy cannot be read
    │   ├── VaultDamaged        the database does not answer to its own key, or fails its checks
    │   ├── VaultNewer          the vault was written by a newer version of the program
    │   └── StorageFailed       the disk is full, read-only or failing
    └── DocumentError           a document could not be made or written

Everything else that is raised is a bug: it stays an exception with its traceback in the local log.
"""

from __future__ import annotations


class UserError(Exception):
    """Something the user can understand and mend.

    ``code`` is stable and translated by :mod:`redi_desktop.words.problems`; ``field`` names the place in the user's
    input (``incomes[0].amount``, ``items.csv:12:unit_price``); ``values`` fill the sentence.
    """

    def __init__(self, code: str, field: str | None = None, **values: object) -> None:
        super().__init__(code, field, values)
        self.code = code
        self.field = field
        self.values = values

    def __str__(self) -> str:
        place = f" at {self.field}" if self.field else ""
        values = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.code}{place}" + (f" ({values})" if values else "")


class CaseError(UserError):
    """The facts of a case cannot be read or cannot be right."""


class ParameterError(UserError):
    """A parameter pack, a legal table or a policy is refused."""


class VaultError(UserError):
    """The vault cannot be made, opened, read or written."""


class VaultMissing(VaultError):
    """No vault stands in that folder."""


class NotAVault(VaultError):
    """The folder holds a file that is not one of our vaults."""


class VaultBusy(VaultError):
    """Another window or program holds the vault."""


class WrongPassphrase(VaultError):
    """The key file is sound, the passphrase does not open it."""


class KeyFileDamaged(VaultError):
    """Neither the key file nor its copy can be read."""


class VaultDamaged(VaultError):
    """The database does not answer to its own key, or fails its checks."""


class VaultNewer(VaultError):
    """The vault was written by a newer version of the program."""


class StorageFailed(VaultError):
    """The disk is full, read-only or failing; what was saved before stands."""


class DocumentError(UserError):
    """A document could not be made or written."""

"""What a check of the vault can find."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class FaultKind(StrEnum):
    """What is wrong, and how far it reaches."""

    #: A page that holds data cannot be read, or the tables are not in order.
    STRUCTURE = "structure"
    #: A page that holds no data is torn, as a power cut can leave it; the next large save heals it.
    FREE_PAGE = "free_page"
    #: A row refers to one that is not there.
    REFERENCE = "reference"
    #: The search index does not match the cases.
    SEARCH = "search"
    #: The key file or its copy is not what opened the vault.
    KEY_FILE = "key_file"
    #: A journal row was changed, taken out, put in or moved.
    JOURNAL = "journal"
    #: The journal ends before the place that a backup of this vault vouches for.
    ROLLED_BACK = "rolled_back"
    #: A case is not what the journal says was last saved.
    CASE = "case"
    #: A case of which the journal says that it is there is not.
    CASE_LOST = "case_lost"
    #: A kept result is not what was frozen, or is gone.
    ASSESSMENT = "assessment"
    #: A noted decision is not what was noted, or is gone.
    DECISION = "decision"
    #: Parameters of a kept result are damaged or gone.
    PACK = "pack"
    #: A backup is not what its manifest vouches for.
    BACKUP = "backup"


class Fault(NamedTuple):
    """One thing that is wrong; ``detail`` is for the person who is asked to help, and names nobody."""

    kind: FaultKind
    detail: str = ""

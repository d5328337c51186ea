"""The words for the values of rights: how likely, how far, how granted, how well supported."""

from __future__ import annotations

from enum import StrEnum

from redi_desktop.engine.right_states import RightStatus
from redi_desktop.engine.rights.pack import AmountIs, Confidence, Granting
from redi_desktop.engine.rights.result import Outcome
from redi_desktop.i18n import N_

RIGHTS: dict[StrEnum, str] = {
    Outcome.LIKELY: N_("Likely"),
    Outcome.POSSIBLE: N_("Possible"),
    Outcome.NOT: N_("Not open"),
    RightStatus.TO_EXAMINE: N_("To examine"),
    RightStatus.ASKED: N_("Asked"),
    RightStatus.GRANTED: N_("Granted"),
    RightStatus.REFUSED: N_("Refused"),
    RightStatus.NOT_APPLICABLE: N_("Not applicable"),
    Granting.AUTOMATIC: N_("Granted automatically"),
    Granting.PARTLY: N_("Granted automatically in part"),
    Granting.ON_REQUEST: N_("Granted on request"),
}
SUPPORT: dict[StrEnum, str] = {
    AmountIs.EXACT: N_("Exact amount"),
    AmountIs.ABOUT: N_("Approximate amount"),
    AmountIs.MOST: N_("At most this amount"),
    AmountIs.LEAST: N_("At least this amount"),
    Confidence.SOURCED: N_("Conditions and amounts read at the source"),
    Confidence.PARTLY: N_("Read in part; the rest is dated, computed or from memory"),
    Confidence.MEMORY: N_("From memory, without a source: check first"),
}
SUPPORT_IN_SHORT: dict[Confidence, str] = {
    Confidence.SOURCED: N_("Read at the source"),
    Confidence.PARTLY: N_("Read in part"),
    Confidence.MEMORY: N_("From memory"),
}
"""The same in a column."""

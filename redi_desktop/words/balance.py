"""The balance in one sentence, short, kind and exact."""

from __future__ import annotations

from decimal import Decimal

from redi_desktop.formatting import money
from redi_desktop.i18n import gettext as _


def balance_sentence(balance: Decimal) -> str:
    """What is missing, what is left, or that it just holds."""
    if balance < 0:
        return _("{amount} is missing each month.").format(amount=money(-balance))
    if balance > 0:
        return _("{amount} is left each month.").format(amount=money(balance))
    return _("What comes in covers the budget exactly.")

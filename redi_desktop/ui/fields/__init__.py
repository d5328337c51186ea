"""The fields of the window, one kind a file; see :class:`redi_desktop.ui.fields.field.Field` for what they share."""

from redi_desktop.ui.fields.choice_field import ChoiceField
from redi_desktop.ui.fields.date_field import DateField
from redi_desktop.ui.fields.deliberate_choice import DeliberateChoice
from redi_desktop.ui.fields.field import Field
from redi_desktop.ui.fields.long_text_field import LongTextField
from redi_desktop.ui.fields.money_field import MoneyField
from redi_desktop.ui.fields.segmented_field import SegmentedField
from redi_desktop.ui.fields.switch_field import SwitchField
from redi_desktop.ui.fields.text_field import TextField
from redi_desktop.ui.fields.whole_number_field import WholeNumberField

__all__ = [
    "ChoiceField",
    "DateField",
    "DeliberateChoice",
    "Field",
    "LongTextField",
    "MoneyField",
    "SegmentedField",
    "SwitchField",
    "TextField",
    "WholeNumberField",
]

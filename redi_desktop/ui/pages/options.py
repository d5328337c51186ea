"""What the baskets count only where it is chosen: a car, childcare, hot meals at school, television."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from redi_desktop.casefile import changes
from redi_desktop.casefile.changes import Change
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.engine.conditions import options_named
from redi_desktop.i18n import N_, _, language
from redi_desktop.ui.fields import SwitchField
from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.pages.tab_place import TabPlace
from redi_desktop.ui.theme import UNIT

_WORDS: dict[str, tuple[str, str]] = {
    "option_car": (
        N_("A car of their own"),
        N_("Counts purchase, insurance, tax and fuel in the reference; a real expense takes its place."),
    ),
    "option_childcare": (N_("Childcare below the age of 3"), N_("At the rate of the region.")),
    "option_hot_meal": (N_("Hot meals at school"), ""),
    "option_tv": (N_("Television"), N_("As a supplement to the social internet offer.")),
}


class OptionsSection(Section):
    """A box to tick for each option of the baskets in use; hidden while they are not known or have none."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._pack: BasketPack | None = None
        self._switches: dict[str, SwitchField] = {}
        self._place = TabPlace(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(UNIT)
        self.body.addLayout(self._list)
        self.hide()

    def apply(self, case: CaseFile, pack: BasketPack | None) -> None:
        """Show what is chosen among the options of a pack."""
        if pack is not None and pack is not self._pack:
            self._pack = pack
            self._offer(options_of(pack))
        for option, switch in self._switches.items():
            switch.set_value(option in case.options)

    def switch(self, option: str) -> SwitchField:
        """The box of an option."""
        return self._switches[option]

    def retranslate(self) -> None:
        """Say every text in the language in use."""
        self.set_texts(_("Only where they need it"))
        for option, switch in self._switches.items():
            switch.set_texts(*self._words(option))

    def _offer(self, options: tuple[str, ...]) -> None:
        for option, switch in self._switches.items():
            if option not in options:
                self._list.removeWidget(switch)
                switch.hide()
                switch.deleteLater()
        self._switches = {option: self._switches.get(option) or self._build(option) for option in options}
        self._place.lead_to(switch.editor for switch in self._switches.values())
        self.setVisible(bool(options))
        self.retranslate()

    def _build(self, option: str) -> SwitchField:
        switch = SwitchField(self)
        self._list.addWidget(switch)
        self._page.bind(f"options.{option}", switch, partial(self._chosen, option))
        return switch

    def _chosen(self, option: str) -> Change:
        return partial(changes.choose_option, option=option, chosen=self.switch(option).value())

    def _words(self, option: str) -> tuple[str, str]:
        """The program's words for an option that it knows, else the name of the first item that it brings."""
        if option in _WORDS:
            name, help_text = _WORDS[option]
            return _(name), _(help_text)
        items = self._pack.items if self._pack else ()
        item = next(item for item in items if option in options_named(item.condition))
        return item.label.get(language()) or next(iter(item.label.values())), ""


def options_of(pack: BasketPack) -> tuple[str, ...]:
    """The options that the conditions of a pack ask about, in the order of its items."""
    return tuple(dict.fromkeys(option for item in pack.items for option in sorted(options_named(item.condition))))

"""The sections of the room of the parameters, by their corners. Each is made when it is first needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from redi_desktop.ui.aside_page import AsidePage
from redi_desktop.ui.growing import GrowingColumn
from redi_desktop.ui.parameters.role_words import Corner

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.vault import Vault
    from redi_desktop.ui.parameters.all_cases import AllCasesSection
    from redi_desktop.ui.parameters.budgets import BudgetsSection
    from redi_desktop.ui.parameters.index_forms import IndexMonthForm, PriceForm
    from redi_desktop.ui.parameters.keys_section import KnownKeysSection, SigningSection
    from redi_desktop.ui.parameters.legal_forms import LegalAmountForm, PivotsForm
    from redi_desktop.ui.parameters.looking import LookingSection
    from redi_desktop.ui.parameters.making import MakingSection
    from redi_desktop.ui.parameters.new_version import NewVersionSection
    from redi_desktop.ui.parameters.policy_form import PolicySection
    from redi_desktop.ui.parameters.versions import VersionsSection
    from redi_desktop.ui.tasks import Tasks

    RoomSection: TypeAlias = (
        LookingSection | VersionsSection | NewVersionSection | MakingSection | BudgetsSection | PolicySection
        | PivotsForm | IndexMonthForm | PriceForm | LegalAmountForm | AllCasesSection | KnownKeysSection
        | SigningSection
    )  # fmt: skip
    S = TypeVar("S", bound=RoomSection)

NEW = "new"
CORNERS: Mapping[Corner, Mapping[str, tuple[str, ...]]] = {
    Corner.LOOK: {"looking": ("history", "looking")},
    Corner.VERSIONS: {NEW: ("effects_table", "new_version"), "versions": ("versions",)},
    Corner.MAKE: {"making": ("checking_draft", "making"), "budgets": ("budgets",)},
    Corner.POLICY: {"policy": ("policy_form",)},
    Corner.INDEX: {
        "pivots": ("legal_forms",),
        "month": ("index_forms",),
        "price": ("index_forms",),
        "legal": ("legal_forms",),
    },
    Corner.CASES: {"all_cases": ("effects_table", "all_cases")},
    Corner.KEYS: {"keys": ("keys_section",), "signing": ("keys_section",)},
}
"""The sections of each corner from top to bottom, each with its modules."""
CORNER_OF = {name: corner for corner, names in CORNERS.items() for name in names}


class RoomSections(AsidePage):
    """``version_made`` carries a role and the set to be looked at, ``keys_changed`` says that other keys are known.

    ``cell_typed`` comes with each cell of a table that was typed in; ``policy_whole`` once that long form is there.
    """

    version_made = Signal(object, object)
    policy_whole = Signal()
    cell_typed = Signal()
    keys_changed = Signal()
    new_adopted = Signal()
    new_put_aside = Signal()
    case_asked = Signal(str)

    def __init__(self, vault: Vault, services: Services, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks, self._today = vault, tasks, services.today
        self._made: dict[str, RoomSection] = {}
        self._places = GrowingColumn(tuple(CORNER_OF))

    def _joined(self, name: str, section: S) -> S:
        """Take a section that was just made among the others."""
        vars(self)[name] = section  # it may be asked for while it is being shown
        self._made[name] = section
        self._places.put(name, section)
        self._join(name, section)
        return section

    def _join(self, name: str, section: RoomSection) -> None:
        """Show a section that was just made as it should be."""
        raise NotImplementedError

    def _pieces(self, corner: Corner) -> Iterator[None]:
        """Make what is not there yet of a corner: a piece of work before each stop."""
        for name, modules in CORNERS[corner].items():
            if name not in self._made:
                for module in modules:
                    import_module(f"{__package__}.{module}")
                    yield
                getattr(self, name)
                yield
            if name == "policy":
                yield from self.policy.pieces()

    @cached_property
    def looking(self) -> LookingSection:
        """Every amount and rule in use."""
        from redi_desktop.ui.parameters.looking import LookingSection

        return self._joined("looking", LookingSection(self._today))

    @cached_property
    def new(self) -> NewVersionSection:
        """A version that somebody opened or made."""
        from redi_desktop.ui.parameters.new_version import NewVersionSection

        section = NewVersionSection(self._vault, self._tasks, self._today)
        section.adopted.connect(self.new_adopted)
        section.put_aside.connect(self.new_put_aside)
        section.case_asked.connect(self.case_asked)
        return self._joined(NEW, section)

    @cached_property
    def versions(self) -> VersionsSection:
        """What is in use, and what was adopted."""
        from redi_desktop.ui.parameters.versions import VersionsSection

        section = VersionsSection(self._vault, self._tasks)
        section.opened.connect(self.version_made)
        return self._joined("versions", section)

    @cached_property
    def making(self) -> MakingSection:
        """A pack of one's own."""
        from redi_desktop.ui.parameters.making import MakingSection

        section = MakingSection(self._tasks)
        section.table.changed.connect(self.cell_typed)
        section.made.connect(self.version_made)
        return self._joined("making", section)

    @cached_property
    def budgets(self) -> BudgetsSection:
        """Budgets per need."""
        from redi_desktop.ui.parameters.budgets import BudgetsSection

        section = BudgetsSection(self._tasks)
        section.table.changed.connect(self.cell_typed)
        section.made.connect(self.version_made)
        return self._joined("budgets", section)

    @cached_property
    def policy(self) -> PolicySection:
        """The rules of the CPAS."""
        from redi_desktop.ui.parameters.policy_form import PolicySection

        section = PolicySection(self._today)
        section.whole.connect(self.policy_whole)
        section.made.connect(self.version_made)
        return self._joined("policy", section)

    @cached_property
    def pivots(self) -> PivotsForm:
        """The legal amounts that the index is likely to have changed."""
        from redi_desktop.ui.parameters.legal_forms import PivotsForm

        section = PivotsForm(self._tasks)
        section.made.connect(self.version_made)
        return self._joined("pivots", section)

    @cached_property
    def month(self) -> IndexMonthForm:
        """A month of the price index."""
        from redi_desktop.ui.parameters.index_forms import IndexMonthForm

        section = IndexMonthForm(self._tasks)
        section.made.connect(self.version_made)
        return self._joined("month", section)

    @cached_property
    def price(self) -> PriceForm:
        """A new price."""
        from redi_desktop.ui.parameters.index_forms import PriceForm

        section = PriceForm(self._tasks)
        section.made.connect(self.version_made)
        return self._joined("price", section)

    @cached_property
    def legal(self) -> LegalAmountForm:
        """A legal amount that was seen published."""
        from redi_desktop.ui.parameters.legal_forms import LegalAmountForm

        section = LegalAmountForm(self._tasks, self._today)
        section.made.connect(self.version_made)
        return self._joined("legal", section)

    @cached_property
    def all_cases(self) -> AllCasesSection:
        """All open cases, counted again."""
        from redi_desktop.ui.parameters.all_cases import AllCasesSection

        section = AllCasesSection(self._vault, self._tasks, self._today)
        section.case_asked.connect(self.case_asked)
        return self._joined("all_cases", section)

    @cached_property
    def keys(self) -> KnownKeysSection:
        """Whose signatures are known."""
        from redi_desktop.ui.parameters.keys_section import KnownKeysSection

        section = KnownKeysSection(self._vault, self._tasks)
        section.changed.connect(self.keys_changed)
        return self._joined("keys", section)

    @cached_property
    def signing(self) -> SigningSection:
        """A key and a signature of one's own."""
        from redi_desktop.ui.parameters.keys_section import SigningSection

        return self._joined("signing", SigningSection(self._tasks))

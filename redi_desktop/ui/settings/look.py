"""How the window looks and speaks: language, size of the text, colours. Each choice is seen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from redi_desktop.i18n import LANGUAGES, N_, _, language
from redi_desktop.settings import Settings, Theme
from redi_desktop.ui.fields import SegmentedField
from redi_desktop.ui.pages.section import Section

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services

SCALES = ("100", "110", "125", "150", "175", "200")
_THEMES = {
    "system": N_("As the computer"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "contrast": N_("High contrast"),
}


class LookSection(Section):
    """``changed`` carries the settings that were chosen; ``language_chosen`` a language."""

    changed = Signal(object)
    language_chosen = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.spoken = SegmentedField(tuple(spoken.code for spoken in LANGUAGES), _language_name)
        self.scale = SegmentedField(SCALES, _scale_label)
        self.theme = SegmentedField(get_args(Theme), _theme_label)
        for field in (self.spoken, self.scale, self.theme):
            self.body.addWidget(field)
        self.spoken.edited.connect(self._on_language)
        self.scale.edited.connect(self._on_look)
        self.theme.edited.connect(self._on_look)

    def apply(self, settings: Settings) -> None:
        """Show what is set."""
        self.spoken.set_value(language())
        self.scale.set_value(str(settings.text_scale))
        self.theme.set_value(settings.theme)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.set_texts(_("Language and look"))
        self.spoken.set_texts(_("Language of the window"), _("Documents are in the language of each person."))
        self.scale.set_texts(_("Size of the text"))
        self.theme.set_texts(_("Colours"))
        self.spoken.set_value(language())

    def _on_language(self) -> None:
        self.language_chosen.emit(self.spoken.value())

    def _on_look(self) -> None:
        changes: dict[str, object] = {"theme": self.theme.value() or "system"}
        if self.scale.value() is not None:
            changes["text_scale"] = int(self.scale.value() or 100)
        self.changed.emit(changes)


def _language_name(code: str) -> str:
    return next(spoken.name for spoken in LANGUAGES if spoken.code == code)


def _scale_label(scale: str) -> str:
    return _("{share} %").format(share=scale)


def _theme_label(theme: str) -> str:
    return _(_THEMES[theme])

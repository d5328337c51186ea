"""Where the figures come from, and what they are for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from redi_desktop.engine.assess import Assessment
from redi_desktop.formatting import month_long, percent
from redi_desktop.i18n import _
from redi_desktop.report.reported import in_language
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.theme import UNIT, set_role

_GROUP = 8


class ResultSources(Section):
    """The baskets in use with version and fingerprint, the share of estimates, and that judgement goes on from here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body.setSpacing(UNIT)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._judgement, self._method, self._pack, self._fingerprint = (QLabel(self) for _place in range(4))
        for text, role in (
            (self._judgement, ""),
            (self._method, ""),
            (self._pack, "quiet"),
            (self._fingerprint, "quiet"),
        ):
            text.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            set_role(text, role)
            self.body.addWidget(text)

    def show_result(self, assessment: Assessment) -> None:
        """Say what this result rests on."""
        pack = assessment.parameters.pack
        self._method.setText(in_language(pack.method))
        self._pack.setText(
            _(
                "{title}, version {version}, prices of {month}. {share} of the retained budget rests on estimates."
            ).format(
                title=in_language(pack.title),
                version=pack.version,
                month=month_long(assessment.month.first_day()),
                share=percent(assessment.estimate_share),
            )
        )
        self._fingerprint.setText(_("Fingerprint: {fingerprint}").format(fingerprint=_in_groups(pack.fingerprint)))

    def retranslate(self) -> None:
        """Say what does not depend on the result."""
        self.set_texts(_("Where the figures come from"))
        self._judgement.setText(
            _("The result is a starting point for judgement: any amount may be set aside, with a reason.")
        )


def _in_groups(fingerprint: str) -> str:
    """Groups that can be read aloud, and that a narrow line can break between."""
    return " ".join(fingerprint[start : start + _GROUP] for start in range(0, len(fingerprint), _GROUP))

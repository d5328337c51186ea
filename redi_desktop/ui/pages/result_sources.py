"""Where the figures come from, and what they are for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from redi_desktop.engine.assess import Assessment, Parameters
from redi_desktop.formatting import month_long, percent
from redi_desktop.i18n import _, language
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.theme import UNIT, set_role
from redi_desktop.words.pack_texts import in_language
from redi_desktop.words.pack_trust import fingerprint_words, vouching_words


class ResultSources(Section):
    """The baskets in use with version and fingerprint, the share of estimates, and that judgement goes on from here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, ...] = ()
        self.body.setSpacing(UNIT)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._judgement, self._method, self._pack, self._others, self._fingerprint, self.signed = (
            QLabel(self) for _place in range(6)
        )
        for text, role in (
            (self._judgement, ""),
            (self._method, ""),
            (self._pack, "quiet"),
            (self._others, "quiet"),
            (self._fingerprint, "quiet"),
            (self.signed, "quiet"),
        ):
            text.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            set_role(text, role)
            self.body.addWidget(text)

    def show_result(self, assessment: Assessment) -> None:
        """Say what this result rests on; nothing is said anew while it is the same."""
        pack, share = assessment.parameters.pack, percent(assessment.estimate_share)
        vouching, others = vouching_words(assessment.parameters), _versions(assessment.parameters)
        shown = (language(), pack.fingerprint, str(assessment.month), share, vouching, *others)
        if shown == self._shown:
            return
        self._shown = shown
        month = month_long(assessment.month.first_day())
        words = _("{title}, version {version}, prices of {month}. {share} of the retained budget rests on estimates.")
        self._method.setText(in_language(pack.method))
        self._pack.setText(words.format(title=in_language(pack.title), version=pack.version, month=month, share=share))
        self._others.setText("\n".join(others))
        self._others.setVisible(bool(self._others.text()))
        self._fingerprint.setText(fingerprint_words(pack.fingerprint))

        self.signed.setText(_("Signatures: {vouching}").format(vouching=vouching))
        self.signed.setVisible(bool(vouching))

    def retranslate(self) -> None:
        """Say what does not depend on the result."""
        self.set_texts(_("Where the figures come from"))
        self._judgement.setText(
            _("The result is a starting point for judgement: any amount may be set aside, with a reason.")
        )


def _versions(parameters: Parameters) -> tuple[str, ...]:
    """What else was used besides the baskets: legal amounts, rights, the policy."""
    rights = parameters.rights.pack if parameters.rights is not None else None
    used = (parameters.legal, rights, parameters.policy)
    words = _("{title}, version {version}.")
    return tuple(words.format(title=in_language(one.title), version=one.version) for one in used if one is not None)

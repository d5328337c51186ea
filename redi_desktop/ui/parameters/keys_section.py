"""Whose signatures are known here; a key of one's own; signing what is in use."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from redi_desktop.i18n import _
from redi_desktop.packs.files_given import read_key
from redi_desktop.packs.parcel import Parcel, Role, signed_parcel
from redi_desktop.packs.signature import PublicKey
from redi_desktop.packs.signing_keys import PRIVATE_SUFFIX, PUBLIC_SUFFIX, new_key, read_private, read_public
from redi_desktop.ui.deed import Deed
from redi_desktop.ui.fields import ChoiceField, TextField
from redi_desktop.ui.file_place import FilePlace
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.parameters.role_words import role_word
from redi_desktop.ui.parameters.room_state import RoomState
from redi_desktop.ui.parameters.saving import save_bytes, save_parcel
from redi_desktop.ui.passphrase_field import PassphraseField
from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.theme import set_role

if TYPE_CHECKING:
    from redi_desktop.store.vault import Vault


class KnownKeysSection(Section):
    """The public keys that somebody has vouched for by another way. ``changed`` says that there are others."""

    changed = Signal()

    def __init__(self, vault: Vault, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._state: RoomState | None = None
        self.none, self.key = QLabel(self), ChoiceField[str]((), self._key_words)
        self.add, self.remove = Deed(tasks), Deed(tasks)
        self._place = FilePlace(self)
        set_role(self.none, "quiet")
        self.none.setWordWrap(True)
        self.body.addWidget(self.none)
        self.add_line(self.key, self.remove)
        self.body.addWidget(self.add)
        self.add.asked.connect(self._ask_file)
        self.remove.asked.connect(self._remove)
        self._place.chosen.connect(self.add_file)
        for deed in (self.add, self.remove):
            deed.done.connect(self.changed)

    def apply(self, state: RoomState) -> None:
        """Show the keys that are known."""
        self._state = state
        self.key.set_members([known.fingerprint for known in state.known])
        if self.key.value() is None and state.known:
            self.key.set_value(state.known[-1].fingerprint)
        for widget in (self.key, self.remove):
            widget.setVisible(bool(state.known))
        self.none.setVisible(not state.known)

    def add_file(self, path: Path) -> None:
        """Know the key of a file from now on."""
        self.add.run(partial(_trust, self._vault, path), _trusted_words)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _(
            "A name in a signature is only a name until its key has come by another way: "
            "let its short form be read out on the telephone."
        )
        self.set_texts(_("Known keys"), words)
        self.none.setText(_("No key is known yet. Packs and policies may be used unsigned; that is said."))
        self.key.set_texts(_("Key"))
        self.add.set_text(_("Add a key from a file…"))
        self.remove.set_text(_("Forget this key"))

    def _key_words(self, fingerprint: str) -> str:
        known = self._state.known if self._state is not None else ()
        return next((f"{one.signer} ({one.fingerprint})" for one in known if one.fingerprint == fingerprint), "")

    def _ask_file(self) -> None:
        self._place.ask_existing(_("Add a key from a file"), _("Public keys (*.redipub)"))

    def _remove(self) -> None:
        known = self._state.known if self._state is not None else ()
        key = next((one for one in known if one.fingerprint == self.key.value()), None)
        if key is not None:
            self.remove.run(partial(self._vault.settings.distrust, key), _removed_words)


class SigningSection(Section):
    """A key of one's own, and a signature with it over something that is in use."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: RoomState | None = None
        self._key: Path | None = None
        self.signer, self.passphrase = TextField(characters=32, longest=120), PassphraseField()
        self.role = ChoiceField[Role](tuple(Role), role_word)
        self.make, self.choose, self.sign = Deed(tasks), QPushButton(self), Deed(tasks)
        self._key_place, self._new_place, self._sign_place = (FilePlace(self) for _place in range(3))
        self.body.addWidget(self.signer)
        self.body.addWidget(self.passphrase)
        self.body.addWidget(self.make)
        self.add_line(self.role, self.choose)
        self.body.addWidget(self.sign)
        self.role.set_value(Role.BASKETS)
        self.make.asked.connect(self._ask_new)
        self.choose.clicked.connect(self._ask_key)
        self.sign.asked.connect(self._ask_place)
        self._new_place.chosen.connect(self.make_key)
        self._key_place.chosen.connect(self.take_key)
        self._sign_place.chosen.connect(self.sign_to)

    def apply(self, state: RoomState) -> None:
        """What is in use can be signed."""
        self._state = state

    def make_key(self, path: Path) -> None:
        """Make a key: two files, the private one under that name and the public one beside it."""
        self.make.run(partial(_make_key, path, self.signer.value(), self.passphrase.value()), _made_words)

    def take_key(self, path: Path) -> None:
        """Sign with the key of that file."""
        self._key = path
        self.retranslate()

    def sign_to(self, path: Path) -> None:
        """Sign the chosen set and write it to a file."""
        parcel = self._state.parcels.get(self.role.value() or Role.BASKETS) if self._state is not None else None
        if parcel is not None and self._key is not None:
            work = partial(_sign, parcel, self._key, self.passphrase.value(), self.signer.value(), path)
            self.sign.run(work, _signed_words)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _("For a federation or a CPAS that hands packs on: whoever has them sees that they are yours.")
        self.set_texts(_("Sign"), words)
        self.signer.set_texts(_("In whose &name"))
        self.passphrase.set_texts(_("Passphrase of the key"))
        self.make.set_text(_("Make a key…"))
        self.role.set_texts(_("What to sign"))
        self.choose.setText(self._key.name if self._key is not None else _("Choose the key…"))
        self.sign.set_text(_("Sign and save as a file…"))

    def _ask_new(self) -> None:
        self._new_place.ask(_("Make a key"), f"redi{PRIVATE_SUFFIX}", _("Private keys (*.redikey)"))

    def _ask_key(self) -> None:
        self._key_place.ask_existing(_("Choose the key"), _("Private keys (*.redikey)"))

    def _ask_place(self) -> None:
        parcel = self._state.parcels.get(self.role.value() or Role.BASKETS) if self._state is not None else None
        if parcel is not None and self._key is not None:
            self._sign_place.ask(_("Save as a file"), parcel.file_name, _("Parameters (*.redipack)"))


def _trust(vault: Vault, path: Path) -> PublicKey:
    key = read_public(read_key(path), path.name)
    vault.settings.trust(key)
    return key


def _trusted_words(key: PublicKey) -> str:
    return _("Known from now on: {signer}, key {key}.").format(signer=key.signer, key=key.fingerprint)


def _removed_words(_nothing: None) -> str:
    return _("The key is forgotten.")


def _make_key(path: Path, signer: str, passphrase: str) -> PublicKey:
    files = new_key(signer, passphrase)
    public = path.with_suffix(PUBLIC_SUFFIX)
    save_bytes(files.private, path)
    save_bytes(files.public, public)
    return read_public(files.public, public.name)


def _made_words(key: PublicKey) -> str:
    words = _("Guard the .redikey file, and hand the .redipub file out. Key {key}.")
    return words.format(key=key.fingerprint)


def _sign(parcel: Parcel, key: Path, passphrase: str, signer: str, path: Path) -> PublicKey:
    signed = signed_parcel(parcel, read_private(read_key(key), key.name, passphrase), signer, date.today())
    save_parcel(signed, path)
    assert signed.seal is not None
    return signed.seal.by


def _signed_words(key: PublicKey) -> str:
    return _("Signed in the name of {signer}, key {key}.").format(signer=key.signer, key=key.fingerprint)

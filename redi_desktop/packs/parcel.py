"""A pack or a policy as it travels: all of its files, what they hold, and who vouches for them.

A policy is one TOML file. In a ``.redipack`` file it stands as ``policy.toml``, and takes the part of the manifest: its
SHA-256 is the fingerprint, and a signature is made over it. Its ``pack.lines`` says which line was altered on the way.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.engine.policy import Policy
from redi_desktop.errors import ParameterError
from redi_desktop.packs.archive import LINES, MANIFEST, POLICY, README, SIGNATURE, SUFFIX, archived
from redi_desktop.packs.comparison import Comparison, compare
from redi_desktop.packs.draft import Draft, read_draft
from redi_desktop.packs.kinds import AnyPack, FilesInMemory, files_of, load_any, packed
from redi_desktop.packs.lines import first_altered_line, line_digests, vouched_checksum
from redi_desktop.packs.places import PackPlace, companion, pack_place
from redi_desktop.packs.policy_comparison import compare_policies
from redi_desktop.packs.policy_file import FORMAT, LARGEST_FILE, parse_policy
from redi_desktop.packs.signature import Seal, seal_of, verified

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

Content = AnyPack | Policy


class Role(StrEnum):
    """What a set of parameters is for in a computation."""

    BASKETS = "baskets"
    POLICY = "policy"
    LEGAL = "legal"
    RIGHTS = "rights"


@dataclass(frozen=True, slots=True)
class Parcel:
    """A pack or policy that was read and found sound; ``seal`` is ``None`` where nobody signed it."""

    content: Content
    files: Mapping[str, bytes]
    seal: Seal | None = None

    @property
    def role(self) -> Role:
        """What it is for."""
        if isinstance(self.content, BasketPack):
            return Role.BASKETS
        if isinstance(self.content, LegalTables):
            return Role.LEGAL
        return Role.POLICY if isinstance(self.content, Policy) else Role.RIGHTS

    @property
    def fingerprint(self) -> str:
        """What names it for good."""
        return self.content.fingerprint

    @property
    def vouched(self) -> bytes:
        """What a signature is made over: the manifest of a pack, the whole of a policy."""
        return self.files[POLICY if self.role is Role.POLICY else MANIFEST]

    @property
    def policy(self) -> Policy:
        """The policy; raises :class:`ParameterError` for a pack."""
        if not isinstance(self.content, Policy):
            raise ParameterError("pack_kind_unfit", field=self.content.id, expected=FORMAT, found=self.role.value)
        return self.content

    @property
    def file_name(self) -> str:
        """What its file is called where nobody says otherwise."""
        return f"{self.content.id}-{self.content.version}{SUFFIX}"

    def draft(self) -> Draft:
        """A pack as its tables; raises :class:`ParameterError` for a policy, which has none."""
        return read_draft(FilesInMemory(self.files))


class Unsigned:
    """A place without its signature: what is going to be signed anew; a :class:`PackPlace`."""

    def __init__(self, place: PackPlace) -> None:
        self._place = place

    def read(self, name: str) -> bytes:
        """The content of one file."""
        if name == SIGNATURE:
            raise ParameterError("pack_file_missing", field=name)
        return self._place.read(name)


def open_parcel(path: Path) -> Parcel:
    """What stands at a path: a ``.redipack`` file, a folder, a policy as its ``.toml``; raises ParameterError."""
    if path.suffix == ".toml" and path.is_file():
        if path.stat().st_size > LARGEST_FILE:
            raise ParameterError("policy_too_large", field=path.name, file=path.name)
        return _policy(FilesInMemory({POLICY: path.read_bytes()}), path.name)
    return read_parcel(pack_place(path))


def read_parcel(place: PackPlace) -> Parcel:
    """The pack or policy that stands at a place, read strictly; raises :class:`ParameterError`."""
    if companion(place, MANIFEST) is None and companion(place, POLICY) is not None:
        return _policy(place, POLICY)
    content = load_any(place)
    return Parcel(content, files_of(place), seal_of(place))


def parcel_of(files: Mapping[str, bytes]) -> Parcel:
    """The same from files in memory."""
    return read_parcel(FilesInMemory(files))


def written_parcel(parcel: Parcel) -> bytes:
    """The content of its ``.redipack`` file."""
    if parcel.role is not Role.POLICY:
        return packed(FilesInMemory(parcel.files))
    return archived({**parcel.files, LINES: line_digests({POLICY: parcel.vouched})})


def signed_parcel(parcel: Parcel, key: Ed25519PrivateKey, signer: str, day: date) -> Parcel:
    """The same, signed; a signature that was there is taken away."""
    from redi_desktop.packs.signing_keys import sign

    return parcel_of({**parcel.files, SIGNATURE: sign(parcel.vouched, key, signer, day)})


def compare_parcels(old: Parcel, new: Parcel) -> Comparison:
    """What the new one adds, removes and changes; raises :class:`ParameterError` for two kinds."""
    if old.role is not new.role:
        raise ParameterError("pack_kinds_differ", old=old.role.value, new=new.role.value)
    if old.role is Role.POLICY:
        return compare_policies(old.vouched, new.vouched)
    return compare(old.draft(), new.draft())


def _policy(place: PackPlace, name: str) -> Parcel:
    content = place.read(POLICY)
    lines, signature = companion(place, LINES), companion(place, SIGNATURE)
    _check_lines(lines, content)
    seal = verified(signature, content) if signature is not None else None
    found = {POLICY: content, SIGNATURE: signature, README: companion(place, README)}
    files = {file: there for file, there in found.items() if there is not None}
    return Parcel(parse_policy(content, name), files, seal)


def _check_lines(lines: bytes | None, content: bytes) -> None:
    """Refuse a policy that is not the one its file was made with, naming the line."""
    checksum = vouched_checksum(lines, POLICY) if lines is not None else None
    if lines is None or checksum is None or checksum == hashlib.sha256(content).hexdigest():
        return
    line = first_altered_line(lines, POLICY, checksum, content)
    raise ParameterError("pack_line_altered", field=f"{POLICY}:{line}", file=POLICY, line=line)

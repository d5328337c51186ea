"""The parameters that results were computed with, kept in the vault so that each can be computed again to the cent.

A pack is kept as its files, each once under its SHA-256, and found by the fingerprint of its manifest; a policy by that
of its one file. They say nothing about a person.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.engine.policy import Policy
from redi_desktop.engine.rights.pack import RightsPack
from redi_desktop.errors import ParameterError, VaultDamaged, VaultError
from redi_desktop.packs.archive import POLICY, SIGNATURE
from redi_desktop.packs.baskets import load_baskets
from redi_desktop.packs.kinds import FilesInMemory
from redi_desktop.packs.legal import load_legal
from redi_desktop.packs.manifest import FILE as MANIFEST
from redi_desktop.packs.parcel import Parcel, Role, read_parcel
from redi_desktop.packs.places import PackPlace, companion
from redi_desktop.packs.policy_file import parse_policy
from redi_desktop.packs.rights import load_rights
from redi_desktop.packs.signature import Seal, verified
from redi_desktop.store import clock as clocks
from redi_desktop.store.clock import Clock
from redi_desktop.store.connection import Database
from redi_desktop.store.faults import Fault, FaultKind

P = TypeVar("P")
_PLAIN_NAME = re.compile(r"[a-z0-9][a-z0-9_.-]{0,63}")


@dataclass(frozen=True, slots=True)
class KeptPack:
    """A pack in the vault, read as any other; a :class:`~redi_desktop.packs.places.PackPlace`."""

    parameters: KeptParameters
    fingerprint: str

    def read(self, name: str) -> bytes:
        """The content of one of its files."""
        return self.parameters.file(self.fingerprint, name)


@dataclass(frozen=True, slots=True)
class KeptParameters:
    """The packs and policies of one open vault, by fingerprint."""

    database: Database
    clock: Clock

    def keep_pack(self, place: PackPlace) -> str:
        """Keep a pack, unless it is there already; gives its fingerprint. Raises :class:`ParameterError`."""
        manifest = place.read(MANIFEST)
        fingerprint = _sha256(manifest)
        with self.database.joined():
            if not self.holds(fingerprint):
                names = _files_of(manifest)
                self._keep(fingerprint, {MANIFEST: manifest, **{name: place.read(name) for name in names}})
            self._keep_signature(fingerprint, companion(place, SIGNATURE), manifest)
        return fingerprint

    def keep_policy(self, content: bytes, signature: bytes | None = None) -> str:
        """Keep the file of a policy, unless it is there already; gives its fingerprint."""
        fingerprint = _sha256(content)
        with self.database.joined():
            if not self.holds(fingerprint):
                self._keep(fingerprint, {POLICY: content})
            self._keep_signature(fingerprint, signature, content)
        return fingerprint

    def keep_parcel(self, parcel: Parcel) -> str:
        """Keep a pack or policy with its signature; gives its fingerprint."""
        if parcel.role is Role.POLICY:
            return self.keep_policy(parcel.vouched, parcel.files.get(SIGNATURE))
        return self.keep_pack(FilesInMemory(parcel.files))

    def parcel(self, fingerprint: str) -> Parcel:
        """A pack or policy as it was kept; raises :class:`VaultError` where it is not there or is damaged."""
        return self._loaded(fingerprint, read_parcel)

    def seal(self, fingerprint: str) -> Seal | None:
        """Who signed it; ``None`` for nobody. Raises as :meth:`parcel` does."""
        return self._loaded(fingerprint, _seal_of)

    def keep_files(self, fingerprint: str, files: Mapping[str, bytes]) -> None:
        """Keep what another vault had under that fingerprint.

        Raises :class:`VaultDamaged` for anything but the files of that pack or policy, byte for byte.
        """
        signature = files.get(SIGNATURE)
        files = {name: content for name, content in files.items() if name != SIGNATURE}
        vouched = files.get(MANIFEST, files.get(POLICY, b""))
        listed = _files_of(vouched) if MANIFEST in files else {}
        whole = all(_sha256(files.get(name, b"")) == sha256 for name, sha256 in listed.items())
        if _sha256(vouched) != fingerprint or not whole or len(files) != len(listed) + 1:
            raise VaultDamaged("pack_kept_damaged", fingerprint=fingerprint[:12])
        with self.database.joined():
            if not self.holds(fingerprint):
                self._keep(fingerprint, files)
            self._keep_signature(fingerprint, signature, vouched)

    def holds(self, fingerprint: str) -> bool:
        """Whether the vault has these parameters."""
        return self.database.row("SELECT 1 FROM parameter_set WHERE fingerprint = ?", fingerprint) is not None

    def baskets(self, fingerprint: str) -> BasketPack:
        """A basket pack; this and the next three raise :class:`VaultError` for one that is not there or is damaged."""
        return self._loaded(fingerprint, load_baskets)

    def legal(self, fingerprint: str) -> LegalTables:
        """Legal tables."""
        return self._loaded(fingerprint, load_legal)

    def rights(self, fingerprint: str) -> RightsPack:
        """A pack of rights."""
        return self._loaded(fingerprint, load_rights)

    def policy(self, fingerprint: str) -> Policy:
        """A policy."""
        return self._loaded(fingerprint, lambda pack: parse_policy(pack.read(POLICY), POLICY))

    def files(self, fingerprint: str) -> dict[str, bytes]:
        """Every file that is kept under a fingerprint."""
        self._require(fingerprint)
        rows = self.database.rows(
            "SELECT file, content FROM parameter_part JOIN parameter_file USING (sha256) WHERE fingerprint = ?",
            fingerprint,
        )
        return {name: zlib.decompress(content) for name, content in rows}

    def file(self, fingerprint: str, name: str) -> bytes:
        """One file that is kept under a fingerprint; raises :class:`ParameterError` as every place of a pack does."""
        row = self.database.row(
            "SELECT content FROM parameter_part JOIN parameter_file USING (sha256) WHERE fingerprint = ? AND file = ?",
            fingerprint, name,
        )  # fmt: skip
        if row is None:
            raise ParameterError("pack_file_missing", field=name)
        return zlib.decompress(row[0])

    def verify(self) -> tuple[Fault, ...]:
        """Hold every file against its SHA-256, and every set against its fingerprint."""
        return tuple(self._faults())

    def _faults(self) -> Iterator[Fault]:
        for sha256, content in self.database.each("SELECT sha256, content FROM parameter_file"):
            if not _is_content_of(sha256, content):
                yield Fault(FaultKind.PACK, f"file {sha256[:12]}")
        whole = "SELECT fingerprint FROM parameter_part WHERE file IN (?, ?) AND sha256 = fingerprint"
        rows = self.database.rows(
            f"SELECT fingerprint FROM parameter_set WHERE fingerprint NOT IN ({whole})", MANIFEST, POLICY
        )
        yield from (Fault(FaultKind.PACK, f"set {fingerprint[:12]}") for (fingerprint,) in rows)

    def _loaded(self, fingerprint: str, load: Callable[[KeptPack], P]) -> P:
        self._require(fingerprint)
        try:
            return load(KeptPack(self, fingerprint))
        except (ParameterError, zlib.error) as error:
            raise VaultDamaged("pack_kept_damaged", fingerprint=fingerprint[:12]) from error

    def _require(self, fingerprint: str) -> None:
        if not self.holds(fingerprint):
            raise VaultError("pack_not_kept", fingerprint=fingerprint[:12])

    def _keep(self, fingerprint: str, files: Mapping[str, bytes]) -> None:
        with self.database.joined():
            moment = clocks.written(self.clock())
            self.database.run("INSERT INTO parameter_set (fingerprint, kept_at) VALUES (?, ?)", fingerprint, moment)
            for name, content in files.items():
                self._keep_file(fingerprint, name, content)

    def _keep_signature(self, fingerprint: str, signature: bytes | None, vouched: bytes) -> None:
        """Keep who vouches for a set; the signature that came last is the one that counts."""
        if signature is None:
            return
        try:
            verified(signature, vouched)
        except ParameterError as error:
            raise VaultDamaged("pack_kept_damaged", fingerprint=fingerprint[:12]) from error
        self._keep_file(fingerprint, SIGNATURE, signature)

    def _keep_file(self, fingerprint: str, name: str, content: bytes) -> None:
        sha256 = _sha256(content)
        self.database.run(
            "INSERT OR IGNORE INTO parameter_file (sha256, content) VALUES (?, ?)", sha256, zlib.compress(content, 9)
        )
        self.database.run(
            "INSERT OR REPLACE INTO parameter_part (fingerprint, file, sha256) VALUES (?, ?, ?)",
            fingerprint, name, sha256,
        )  # fmt: skip


def _seal_of(pack: KeptPack) -> Seal | None:
    signature = companion(pack, SIGNATURE)
    return None if signature is None else verified(signature, companion(pack, MANIFEST) or pack.read(POLICY))


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _is_content_of(sha256: str, compressed: bytes) -> bool:
    try:
        return _sha256(zlib.decompress(compressed)) == sha256
    except zlib.error:
        return False


def _files_of(manifest: bytes) -> dict[str, str]:
    """The names and checksums of the files that a pack's manifest vouches for."""
    try:
        listed = tomllib.loads(manifest.decode()).get("files")
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ParameterError("pack_manifest_unreadable", field=MANIFEST, detail=str(error)) from error
    files = listed if isinstance(listed, dict) else {}
    return {name: str(sha256) for name, sha256 in files.items() if _PLAIN_NAME.fullmatch(name)}

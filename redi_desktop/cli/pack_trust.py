"""``redi-desktop pack build|key|sign|verify``: a pack as one file, and who vouches for it."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from redi_desktop.cli.output import identity, parcel_at, place_of, show, write_file
from redi_desktop.errors import ParameterError
from redi_desktop.i18n import gettext as _
from redi_desktop.packs.archive import SIGNATURE
from redi_desktop.packs.files_given import read_key
from redi_desktop.packs.parcel import Unsigned, read_parcel, signed_parcel, written_parcel
from redi_desktop.packs.signature import PublicKey, Seal, Trust, trust
from redi_desktop.packs.signing_keys import PRIVATE_SUFFIX, PUBLIC_SUFFIX, new_key, read_private, read_public
from redi_desktop.words.pack_trust import trust_words

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def build(arguments: argparse.Namespace) -> int:
    """Write a pack as one file."""
    parcel = parcel_at(arguments.pack)
    content = written_parcel(parcel)
    write_file(arguments.out, content)
    data = {"format": "redi-pack-written/1", "path": str(arguments.out), **identity(parcel.content)}
    words = _("{path}: {id}, version {version}, fingerprint {fingerprint}").format(**data)
    show(data | {"bytes": len(content)}, arguments.format, [words])
    return 0


def key(arguments: argparse.Namespace) -> int:
    """Make a key."""
    passphrase = "" if arguments.no_passphrase else _passphrase(arguments)
    files = new_key(arguments.signer, passphrase)
    private, public = (arguments.out.with_name(arguments.out.name + end) for end in (PRIVATE_SUFFIX, PUBLIC_SUFFIX))
    for path in (private, public):
        if path.exists():
            raise ParameterError("signing_key_taken", field=str(path), file=path.name)
    write_file(private, files.private)
    private.chmod(0o600)
    write_file(public, files.public)
    made = read_public(files.public, public.name)
    data = {"format": "redi-key/1", "private": str(private), "public": str(public), "key": made.fingerprint}
    words = (
        _("{path}: guard it; whoever has it signs in the name of {signer}.").format(path=private, signer=made.signer),
        _("{path}: hand it out. Key {key}.").format(path=public, key=made.fingerprint),
    )
    show(data, arguments.format, words)
    return 0


def sign_pack(arguments: argparse.Namespace) -> int:
    """Sign a pack, in its folder or in its file."""
    parcel = read_parcel(Unsigned(place_of(arguments.pack)))
    signed = signed_parcel(parcel, _private(arguments), arguments.signer, date.today())
    if arguments.pack.is_dir():
        write_file(arguments.pack / SIGNATURE, signed.files[SIGNATURE])
    else:
        write_file(arguments.pack, written_parcel(signed))
    seal = signed.seal
    data: dict[str, Any] = {"format": "redi-pack-signed/1", "path": str(arguments.pack), **identity(signed.content)}
    show(data | _seal_data(seal, ()), arguments.format, [trust_words(seal, [seal.by] if seal else ())])
    return 0


def verify(arguments: argparse.Namespace) -> int:
    """Check every file of a pack, and its signature where keys are given; status 3 where it does not hold."""
    parcel = parcel_at(arguments.pack)
    pack, seal = parcel.content, parcel.seal
    known = [read_public(read_key(path), path.name) for path in arguments.key]
    worth = trust(seal, known)
    if known and worth is not Trust.KNOWN_KEY:
        signer = seal.by.signer if seal else ""
        code = "pack_signature_missing" if seal is None else "pack_signature_unknown"
        raise ParameterError(code, field=str(arguments.pack), signer=signer)
    data = {"format": "redi-pack-verify/1", **identity(pack), **_seal_data(seal, known)}
    words = _("{id}, version {version}: every file is the one vouched for. Fingerprint {fingerprint}.")
    show(data, arguments.format, [words.format(**identity(pack)), trust_words(seal, known)])
    return 0


COMMANDS = {"build": build, "key": key, "sign": sign_pack, "verify": verify}


def _seal_data(seal: Seal | None, known: Iterable[PublicKey]) -> dict[str, Any]:
    data: dict[str, Any] = {"signature": trust(seal, known).value, "signer": None, "signed_on": None, "key": None}
    if seal is not None:
        data |= {"signer": seal.by.signer, "signed_on": seal.signed_on.isoformat(), "key": seal.by.fingerprint}
    return data


def _private(arguments: argparse.Namespace) -> Ed25519PrivateKey:
    content, name = read_key(arguments.key), arguments.key.name
    try:
        return read_private(content, name)
    except ParameterError as error:
        if error.code != "signing_key_closed":
            raise
    return read_private(content, name, _passphrase(arguments))


def _passphrase(arguments: argparse.Namespace) -> str:
    if arguments.passphrase_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return getpass.getpass(_("Passphrase of the key: "))

"""Ways to spoil a pack as a whole: its manifest, its zip, its signature; and those of its tables."""

from __future__ import annotations

import hashlib
import io
import re
import warnings
import zipfile
from datetime import date

from redi_desktop.packs.archive import LINES, MANIFEST, SIGNATURE, archived
from redi_desktop.packs.lines import line_digests
from redi_desktop.packs.signing_keys import new_key, read_private, sign
from tools.spoilt_tables import WAYS as TABLE_WAYS
from tools.spoilt_tables import Sound, Way, rows_of

NOT_NAMES = ("../pack.toml", "/etc/passwd", "C:\\x.bat", "a/b.csv", "..", "con ", "ITEMS.CSV", "x" * 200, "é.csv")
BOMB = 21_000_000
_KEY = new_key("Somebody")


def manifest_key(pack: Sound) -> bytes:
    """A key of the manifest that is gone, doubled, misspelt or of another kind."""
    lines = pack.files[MANIFEST].decode().splitlines()
    known = re.compile(r"(format|id|version|title|licence|valid_from) =")
    keys = [number for number, line in enumerate(lines) if known.match(line)]
    place = pack.chance.choice(keys)
    key = lines[place].partition(" ")[0]
    lines[place] = pack.chance.choice(
        ("", lines[place] + "\n" + lines[place], "x" + lines[place], f"{key} = 1", f'{key} = ""', f"{key} = [")
    )
    return archived({**pack.files, MANIFEST: "\n".join(lines).encode()})


def manifest_dates(pack: Sound) -> bytes:
    """An end that comes before the beginning."""
    manifest = re.sub(rb'valid_until = "[^"]*"\n', b"", pack.files[MANIFEST])
    begun = re.sub(rb'(valid_from = "[^"]*"\n)', rb'\1valid_until = "1999-01"\n', manifest)
    return archived({**pack.files, MANIFEST: begun})


def checksum_wrong(pack: Sound) -> bytes:
    """A checksum of something else, or of nothing."""
    name = pack.chance.choice(pack.forms).file
    bad = pack.chance.choice((hashlib.sha256(b"x").hexdigest(), "", "zz", "A" * 64))
    manifest = re.sub(rf'"{re.escape(name)}" = "[0-9a-f]*"', f'"{name}" = "{bad}"', pack.files[MANIFEST].decode())
    return archived({**pack.files, MANIFEST: manifest.encode()})


def not_sealed(pack: Sound) -> bytes:
    """A table that was changed by a hand that forgot the checksum; sometimes with digests of its lines."""
    form = pack.chance.choice([form for form in pack.forms if rows_of(pack.files, form)])
    lines = pack.files[form.file].split(b"\n")
    place = pack.chance.randrange(1, len(lines) - 1)
    lines[place] += b" "
    digests = line_digests({one.file: pack.files[one.file] for one in pack.forms})
    digests = pack.chance.choice((digests, b"redi-lines/1\n"))
    return archived({**pack.files, form.file: b"\n".join(lines), LINES: digests})


def file_missing(pack: Sound) -> bytes:
    """A file that is not there."""
    gone = pack.chance.choice([MANIFEST, *(form.file for form in pack.forms)])
    return archived({name: content for name, content in pack.files.items() if name != gone})


def _zipped(*entries: tuple[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in entries:
            archive.writestr(name, content)
    return written.getvalue()


def zip_cut(pack: Sound) -> bytes:
    """A zip that ends too early."""
    content = archived(pack.files)
    return content[: pack.chance.randrange(len(content))]


def zip_flipped(pack: Sound) -> bytes:
    """A byte of a file's content that is not what it was."""
    content = bytearray(_zipped(*pack.files.items()) if pack.chance.random() < 0.5 else archived(pack.files))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        named = archive.getinfo(pack.chance.choice([MANIFEST, *(form.file for form in pack.forms)]))
    start = named.header_offset + 30 + len(named.filename)
    content[start + pack.chance.randrange(named.compress_size)] ^= 1 << pack.chance.randrange(8)
    return bytes(content)


def zip_bomb(pack: Sound) -> bytes:
    """A small file that becomes a large one."""
    return _zipped(*{**pack.files, pack.forms[0].file: b"0" * BOMB}.items())


def zip_crowd(pack: Sound) -> bytes:
    """Far too many files."""
    return _zipped(*pack.files.items(), *((f"f{number}.csv", b"") for number in range(pack.chance.randint(40, 400))))


def zip_name(pack: Sound) -> bytes:
    """A name that leads elsewhere, or that nobody vouches for."""
    return _zipped(*pack.files.items(), (pack.chance.choice((*NOT_NAMES, "autorun.inf", "extra.csv")), b"x"))


def zip_twice(pack: Sound) -> bytes:
    """A name that stands twice."""
    return _zipped(*pack.files.items(), (pack.chance.choice(sorted(pack.files)), b"another"))


def zip_closed(pack: Sound) -> bytes:
    """A file that says it is encrypted, or pressed in a way that nobody knows."""
    content = bytearray(archived(pack.files))
    entries = [found.start() for found in re.finditer(rb"PK\x01\x02", bytes(content))]
    offset, value = pack.chance.choice(((8, 1), (10, 97), (10, 12), (10, 14)))
    content[pack.chance.choice(entries) + offset] = value
    return bytes(content)


def no_zip(pack: Sound) -> bytes:
    """No zip at all."""
    noise = pack.chance.randbytes(pack.chance.randint(1, 4000))
    sound = archived(pack.files)
    return pack.chance.choice((b"", b"PK\x03\x04", b"PK\x03\x04" + noise, noise, b"MZ" + sound, pack.files[MANIFEST]))


def signature_bad(pack: Sound) -> bytes:
    """A signature of another pack, with another name, or none that can be read."""
    signed = sign(pack.files[MANIFEST], read_private(_KEY.private, "key"), "Somebody", date(2026, 11, 21))
    spoilt = pack.chance.choice(
        (
            sign(pack.files[MANIFEST] + b"\n", read_private(_KEY.private, "key"), "Somebody", date(2026, 11, 21)),
            signed.replace(b'"Somebody"', b'"The federation"'),
            signed.replace(b"2026-11-21", b"2025-11-21"),
            signed[: pack.chance.randrange(len(signed) - 10)],
            signed.replace(b'signature = "', b'signature = "AAAA'),
            b"\xff\xff",
        )
    )
    return archived({**pack.files, SIGNATURE: spoilt})


WAYS: tuple[Way, ...] = (
    *TABLE_WAYS,
    *(manifest_key, manifest_dates, checksum_wrong, not_sealed, file_missing),
    *(zip_cut, zip_flipped, zip_bomb, zip_crowd, zip_name, zip_twice, zip_closed, no_zip, signature_bad),
)
"""Every way, in no order that matters."""

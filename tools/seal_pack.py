"""Write the checksums of a pack's files into its ``pack.toml``: ``python -m tools.seal_pack FOLDER``."""

from __future__ import annotations

import hashlib
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

from redi_desktop.packs import baskets, legal, manifest, rights
from redi_desktop.packs.places import PackFolder, PackPlace

KINDS: dict[str, tuple[tuple[str, ...], Callable[[PackPlace], object]]] = {
    manifest.BASKETS.name: (baskets.FILES, baskets.load_baskets),
    manifest.LEGAL.name: (legal.FILES, legal.load_legal),
    manifest.RIGHTS.name: (rights.FILES, rights.load_rights),
}


def seal(folder: Path) -> str:
    """Renew the ``[files]`` table (the last of the manifest), load the pack to prove it, return its fingerprint."""
    path = folder / manifest.FILE
    written = path.read_text(encoding="utf-8")
    head, found, _ = written.partition("[files]\n")
    kind = KINDS.get(tomllib.loads(written).get("format", ""))
    if not found or kind is None:
        raise SystemExit(f"{path} has no [files] table, or a format that is not known")
    files, load = kind
    sums = (f'"{name}" = "{hashlib.sha256((folder / name).read_bytes()).hexdigest()}"\n' for name in sorted(files))
    path.write_text(head + found + "".join(sums), encoding="utf-8")
    load(PackFolder(folder))
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    print(seal(Path(sys.argv[1])))

"""Write the checksums of a basket pack's files into its ``pack.toml``: ``python -m tools.seal_pack FOLDER``."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from redi_desktop.packs.baskets import FILES, load_baskets
from redi_desktop.packs.manifest import FILE
from redi_desktop.packs.places import PackFolder


def seal(folder: Path) -> str:
    """Renew the ``[files]`` table (the last of the manifest), load the pack to prove it, return its fingerprint."""
    manifest = folder / FILE
    head, found, _ = manifest.read_text(encoding="utf-8").partition("[files]\n")
    if not found:
        raise SystemExit(f"{manifest} has no [files] table")
    sums = (f'"{name}" = "{hashlib.sha256((folder / name).read_bytes()).hexdigest()}"\n' for name in sorted(FILES))
    manifest.write_text(head + found + "".join(sums), encoding="utf-8")
    return load_baskets(PackFolder(folder)).fingerprint


if __name__ == "__main__":
    print(seal(Path(sys.argv[1])))

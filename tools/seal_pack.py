"""Write the checksums of a pack's files into its ``pack.toml``: ``python -m tools.seal_pack FOLDER``."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from redi_desktop.packs import manifest
from redi_desktop.packs.kinds import kind_of
from redi_desktop.packs.places import PackFolder


def seal(folder: Path) -> str:
    """Renew the ``[files]`` table (the last of the manifest), load the pack to prove it, return its fingerprint."""
    path = folder / manifest.FILE
    head, found, _ = path.read_text(encoding="utf-8").partition("[files]\n")
    if not found:
        raise SystemExit(f"{path} has no [files] table")
    kind = kind_of(PackFolder(folder))
    sums = (f'"{name}" = "{hashlib.sha256((folder / name).read_bytes()).hexdigest()}"\n' for name in sorted(kind.files))
    path.write_text(head + found + "".join(sums), encoding="utf-8")
    kind.load(PackFolder(folder))
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    print(seal(Path(sys.argv[1])))

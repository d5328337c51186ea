"""Every check of the sources in one go: style, types, who may import whom, translations.

Run as ``python -m tools.checks``; the exit status is 1 where one of them fails.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = Path(sysconfig.get_path("scripts"))
CHECKS = {
    "ruff": [sys.executable, "-m", "ruff", "check", "."],
    "mypy": [sys.executable, "-m", "mypy"],
    "contracts": [str(SCRIPTS / "lint-imports"), "--no-logo"],
    "catalogues": [sys.executable, "-m", "tools.catalogues", "check"],
    "case format": [sys.executable, "-m", "tools.case_format", "check"],
}


def passes(name: str, command: list[str]) -> bool:
    """Run one check, print its verdict and, where it fails, what it says."""
    start = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    fine = done.returncode == 0
    if not fine:
        print(done.stdout.decode(errors="replace"))
    print(f"{name}: {'fine' if fine else 'failed'} ({time.monotonic() - start:.1f} s)", flush=True)
    return fine


def main() -> int:
    """Run all checks, also after one has failed."""
    failed = [name for name, command in CHECKS.items() if not passes(name, command)]
    if failed:
        print("Checks that failed: " + ", ".join(failed), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

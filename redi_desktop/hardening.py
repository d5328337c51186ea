"""What the process gives up before it holds a secret: core dumps, and files that others could read."""

from __future__ import annotations

import os
import sys


def harden() -> None:
    """Files are readable by their owner alone; where the system allows it, no core dump is ever written."""
    os.umask(0o077)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        _not_dumpable()


def _not_dumpable() -> None:
    """Keep other processes of the same user from reading our memory (prctl PR_SET_DUMPABLE, see prctl(2))."""
    import ctypes

    pr_set_dumpable = 4
    ctypes.CDLL(None).prctl(pr_set_dumpable, 0, 0, 0, 0)

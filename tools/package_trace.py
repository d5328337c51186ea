"""What a running program asks the system for in the way of sockets: everything but the local display is a finding."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

WATCH = ("strace", "-f", "-qq", "-s", "200", "-e", "trace=%network")
"""The command to put before the one that is watched; ``-o FILE`` follows."""
_CALL = re.compile(r"^\d+\s+(\w+)\((.*)")
_FAMILY = re.compile(r"^(AF_\w+|PF_\w+)")
_PLACE = re.compile(r'sun_path=(@?"[^"]*"|@"[^"]*)')
_LOCAL = re.compile(
    r'@?"(/tmp/\.X11-unix/X\d+|/run/user/\d+/[^"]*|/(var/)?run/(dbus/system_bus_socket|nscd/socket)|/tmp/dbus-[^"]*'
    r'|/root/\.cache/at-spi/[^"]*|[^"]*/at-spi/[^"]*)"?'
)
"""The display, the session and system bus (locking with the session), the accessibility bus (screen readers), and the
cache of user names, which the C library asks for where it runs."""
_NAMES_AN_ADDRESS = frozenset({"connect", "bind", "sendto"})


@dataclass(frozen=True, slots=True)
class Trace:
    """What was seen: local places that were talked to, and what should not have been asked for."""

    places: frozenset[str]
    findings: tuple[str, ...]


def read(path: Path) -> Trace:
    """Judge what strace wrote."""
    places, findings = set(), []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        found = _CALL.match(line)
        if found is None:
            continue
        call, rest = found.groups()
        if call in ("socket", "socketpair") and _family(rest) != "AF_UNIX":
            findings.append(line)
        if call in _NAMES_AN_ADDRESS and "sa_family=" in rest:
            place = _PLACE.search(rest)
            if place and _LOCAL.match(place[1]):
                places.add(place[1])
            else:
                findings.append(line)
    return Trace(frozenset(places), tuple(findings))


def _family(rest: str) -> str:
    found = _FAMILY.match(rest)
    return found[1].replace("PF_", "AF_") if found else "?"

"""How the commands that make a pack write it: under a new version, or not at all and with every fault."""

from __future__ import annotations

import argparse

from redi_desktop.cli.output import show_faults, write_pack
from redi_desktop.errors import ParameterError
from redi_desktop.packs import editing
from redi_desktop.packs.draft import Draft
from redi_desktop.packs.faults import faults


def write_changed(draft: Draft, old: Draft, arguments: argparse.Namespace) -> int:
    """Write a changed pack under its new version, or tell every fault."""
    version = arguments.version or editing.next_version(old.head.version)
    if version == old.head.version and draft.head.id == old.head.id:
        raise ParameterError("pack_version_same", field="--version", version=version)
    return write_checked(editing.with_head(draft, version=version), arguments)


def write_checked(draft: Draft, arguments: argparse.Namespace) -> int:
    """Write a draft, or tell every fault that keeps it from being a pack."""
    found = faults(draft)
    return show_faults(found, arguments.format) if found else write_pack(draft, arguments.out, arguments.format)

"""What a new version of a policy changes, rule by rule, under the keys of its file (``aid.ceiling_per_month``)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from redi_desktop.engine.policy import Policy
from redi_desktop.packs.comparison import Comparison, Identity, plain_difference, same_value
from redi_desktop.packs.forms import Subject
from redi_desktop.packs.policy_file import parse_policy

_NAMED_BY = frozenset({"format", "id", "version"})


def compare_policies(old: bytes, new: bytes, old_file: str = "old", new_file: str = "new") -> Comparison:
    """Compare the content of two policy files; raises :class:`ParameterError` where one is not a policy."""
    before, after = parse_policy(old, old_file), parse_policy(new, new_file)
    was, now = policy_rules(old), policy_rules(new)
    found = tuple(
        plain_difference(Subject.POLICY_RULE, key, key, was.get(key), now.get(key), new_file)
        for key in dict.fromkeys((*was, *now))
        if not same_value(was.get(key), now.get(key))
    )
    return Comparison(_identity(before), _identity(after), found)


def policy_rules(content: bytes) -> dict[str, str]:
    """Each rule of a policy by its key, as text; what is absent has no rule."""
    data = tomllib.loads(content.decode("utf-8"))
    return {key: text for key, text in _flat(data, "") if key not in _NAMED_BY}


def _identity(policy: Policy) -> Identity:
    return Identity(policy.id, policy.version, policy.title)


def _flat(data: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    for key, value in data.items():
        place = f"{path}.{key}" if path else key
        if isinstance(value, dict):
            yield from _flat(value, place)
        elif isinstance(value, list):
            yield place, ", ".join(sorted(map(str, value)))
        else:
            yield place, str(value).lower() if isinstance(value, bool) else str(value)

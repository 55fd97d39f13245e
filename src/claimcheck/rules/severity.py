"""How bad a difference inside one field is."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model import SEVERITIES, Claim, Severity


def of_pair(one: Claim, other: Claim, soft: Iterable[str]) -> Severity:
    """note: worth knowing; warning: two figures or two speakers; error: not both, however read."""
    if any(soft):
        return "note"
    if one.speaker and other.speaker and one.speaker != other.speaker:
        return "warning"
    return "warning" if one.plausible.meets(other.plausible) else "error"


def worst(found: Iterable[Severity]) -> Severity:
    """The worst of several severities."""
    return min(found, key=SEVERITIES.index)

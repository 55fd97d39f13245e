"""How bad a difference inside one field is."""

from __future__ import annotations

from collections.abc import Container, Iterable

from claimcheck.model import DISPUTED, SEVERITIES, Claim, Severity


def of_pair(one: Claim, other: Claim, soft: Iterable[str], why: Container[str] = ()) -> Severity:
    """note: worth knowing; warning: both may be meant, or a text has two speakers; error: neither."""
    if any(soft):
        return "note"
    if DISPUTED in why:
        return "warning"
    if one.source == other.source and one.speaker and other.speaker and one.speaker != other.speaker:
        return "warning"
    both = one.plausible.meets(other.plausible) or one.value.meets(other.value)  # "at least 12" and 14
    return "warning" if both else "error"


def worst(found: Iterable[Severity]) -> Severity:
    """The worst of several severities."""
    return min(found, key=SEVERITIES.index)

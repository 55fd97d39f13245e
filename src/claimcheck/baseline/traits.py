"""What of a finding survives edits of the texts: its figures, and its figures in their sentences."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

import msgspec

from claimcheck.model import Claim, Document, Finding


class Side(msgspec.Struct, frozen=True):
    """Claims of one finding that give the same value, however it is written."""

    values: frozenset[str]
    claims: tuple[Claim, ...]


class Traits(msgspec.Struct, frozen=True):
    """A finding as the baseline compares it."""

    finding: Finding
    sides: tuple[Side, ...]
    anchors: frozenset[str]
    said: frozenset[tuple[str, str]]  # source, seen from the folder of the baseline, and a figure in it

    @property
    def sources(self) -> frozenset[str]:
        """Every text of the finding."""
        return frozenset(source for source, _ in self.said)

    @property
    def values(self) -> frozenset[str]:
        """Every figure of the finding."""
        return frozenset().union(*(side.values for side in self.sides))


def traits(
    findings: Sequence[Finding], documents: Sequence[Document], places: Mapping[str, str]
) -> list[Traits]:
    """The traits of each finding; `places` are sources as seen from the folder of the baseline."""
    texts = {document.source: document for document in documents}
    return [
        Traits(
            item,
            _sides(item.claims),
            frozenset(anchor(claim, texts) for claim in item.claims),
            frozenset((places.get(claim.source, claim.source), spelled(claim)) for claim in item.claims),
        )
        for item in findings
    ]


def _sides(claims: Sequence[Claim]) -> tuple[Side, ...]:
    same: dict[object, list[Claim]] = {}
    for claim in claims:
        same.setdefault((claim.value, claim.unit), []).append(claim)
    return tuple(Side(frozenset(map(spelled, group)), tuple(group)) for group in same.values())


def spelled(claim: Claim) -> str:
    """A figure in digits with its unit, without hedge: 400, 16 MiB, 24-99."""
    mention = claim.mention
    ends = [mention.value] if mention.value is not None else [mention.low, mention.high]
    number = "-".join(_digits(end) for end in ends)
    if not number.strip("-"):
        return " ".join(mention.surface.lower().split())
    return f"{number} {mention.unit}" if mention.unit else number


def _digits(number: Decimal | None) -> str:
    if number is None:
        return ""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def anchor(claim: Claim, documents: Mapping[str, Document]) -> str:
    """A hash of a figure and of the words of its sentence; of a table cell also those of its row and column."""
    document, context = documents[claim.source], claim.mention.context
    words = (document.text[slice(*context.sentence)], context.block.row or "", context.block.column or "")
    text = "|".join([spelled(claim), *(" ".join(re.findall(r"\w+", part.lower())) for part in words)])
    return hashlib.sha1(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]

"""Pieces of messages: figures as written, who gives them, what stands around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from claimcheck.model import Claim, Document

AROUND = 50  # characters of the sentence shown on each side of a figure


def quote(claim: Claim, documents: Mapping[str, Document]) -> str:
    """The figure with the words around it, from its own sentence or row, cut at word ends."""
    plain = documents[claim.source].plain
    start, end = claim.mention.context.sentence
    first = max(start, claim.mention.start - AROUND)
    last = min(end, claim.mention.end + AROUND)
    text = plain[first:last]
    text = text if first == start else "…" + re.sub(r"^\S*\s", "", text)
    text = text if last == end else re.sub(r"\s\S*$", "", text) + "…"
    labels = f"{claim.mention.labels}: " if claim.mention.labels else ""
    return "“" + labels + " ".join(text.split()).strip("“”\"' ").rstrip(".") + "”"


def figure(claim: Claim) -> str:
    """A figure with its hedge and noun as written, on one line."""
    return " ".join(claim.mention.surface.split())


def said_by(claim: Claim, documents: Mapping[str, Document]) -> str:
    """The source of a claim by the name that people give it, with the speaker where one is named."""
    name = documents[claim.source].name
    return f"{name} ({claim.speaker})" if claim.speaker else name


def listed(words: Iterable[str], most: int = 4) -> str:
    """Words joined for reading; what is beyond `most` is counted."""
    found = list(dict.fromkeys(words))
    if len(found) > most:
        found = [*found[: most - 1], f"{len(found) - most + 1} more"]
    return found[0] if len(found) == 1 else ", ".join(found[:-1]) + " and " + found[-1]


def sides(
    groups: Sequence[Sequence[Claim]],
    documents: Mapping[str, Document],
    named: Callable[[Claim], str] = figure,
) -> str:
    """Each group of equal figures, as `named`, with one quotation and its sources."""
    return "; ".join(
        f"{named(group[0])} in {listed(said_by(claim, documents) for claim in group)}: "
        f"{quote(group[0], documents)}"
        for group in groups
    )

"""Parts that need not be all: "nine people, including four children"."""

from __future__ import annotations

from itertools import takewhile

from claimcheck.lexicon.nouns import is_of, is_people
from claimcheck.model import Claim
from claimcheck.rules.lines import Line
from claimcheck.rules.sums.lists import Listed
from claimcheck.rules.sums.opening import Opening, rivals
from claimcheck.rules.sums.part import Part, Reach, Sum
from claimcheck.rules.sums.related import exhaustive, fits, is_general, names_anything

FAR = 8  # words between a total and "including", over which they need not belong together


def read(line: Line, opening: Opening, listed: Listed) -> Sum | None:
    """The parts of a list that can be of the total, as a sum; None where there are none."""
    total = line.marks[opening.total].claim
    parts = tuple(takewhile(lambda each: each.claim is None or fits(each.claim, total), listed.parts))
    if parts == listed.parts and listed.own_clause and not _same_event(parts[-1], total):
        parts = parts[:-1]
    if not parts or listed.timed or not names_anything(total, parts):
        return None
    if len(opening.behind.split()) > FAR and not all(_plain(each, total) for each in parts):
        return None
    everyone = listed.whole and parts == listed.parts and is_people(total.noun) and exhaustive(parts)
    reach: Reach = "closed" if everyone else "open"
    return Sum(total, parts, reach, opening.cue, 0.85, rivals=rivals(line, opening))


def _same_event(part: Part, total: Claim) -> bool:
    """False for a last item that is the next clause: "including four children, and 15 people were injured"."""
    return part.claim is None or part.claim.action == total.action


def _plain(part: Part, total: Claim) -> bool:
    """True for a part of the same noun as the total or of one that is within it, or without a noun."""
    claim = part.claim
    return claim is None or not claim.mention.noun or is_general(total) or is_of(claim.noun, total.noun)

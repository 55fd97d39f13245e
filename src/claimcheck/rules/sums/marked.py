"""Parts that are all there are: "nine people: two men and seven women", "nine (two men, seven women)"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.lexicon import grammar, lemmas
from claimcheck.lexicon.nouns import is_people
from claimcheck.model import Claim
from claimcheck.rules.lines import Line
from claimcheck.rules.sums import partial
from claimcheck.rules.sums.lists import Listed
from claimcheck.rules.sums.opening import Opening
from claimcheck.rules.sums.part import Part, Sum, claims
from claimcheck.rules.sums.related import dwarfs, is_bare, is_dear, names_anything, names_thing, relation

MARKS = {":": "a colon", "–": "a dash", "(": "brackets"}


def read(line: Line, opening: Opening, listed: Listed) -> Sum | None:
    """The parts that follow a mark or "made up of", as a sum; None where one of them is of something else."""
    total = line.marks[opening.total].claim
    if opening.cue in (":", "–") and _tells_on(line, opening.start):
        return None
    if total.mention.kind != "count" and any(each.claim is None for each in listed.parts):
        return None  # "14 seconds behind: a six-second bonus and a jersey"
    found = claims(listed.parts)
    borrowed = [claim for claim in found if _borrows(claim, total)]
    relations = ["same" if claim in borrowed else relation(claim, total) for claim in found]
    if partial.shares(line, opening.start, listed.end) or (
        opening.cue == "(" and not _beside(opening, listed)
    ):
        return None
    if (
        "other" in relations
        or _are_unsure(total, found)
        or (opening.cue == ":" and any(dwarfs(claim, total) for claim in found))
        or not listed.whole
        or listed.timed
        or listed.bare
        or not names_anything(total, listed.parts)
    ):
        return None
    cue, known = MARKS.get(opening.cue, opening.cue), bool(relations) and "unknown" not in relations
    whole = opening.cue not in (":", "–") or (listed.joined and not listed.clauses)
    return Sum(
        total,
        listed.parts,
        "closed" if whole else "likely",
        cue,
        0.9 if known else 0.7,
        soft=not known,
        ended=True,
        same_size=not known or bool(borrowed) or _may_be_number(total, listed.parts),
    )


def _tells_on(line: Line, start: int) -> bool:
    """True where somebody does something before the first figure that follows: "ten years: a judge gave him nine"."""
    first = next((mark.start for mark in line.marks if mark.start >= start), start)
    opener, *words = line.words[start:first].split() or [""]
    doer = opener in grammar.words("determiner") | grammar.words("subject_pronoun")
    return doer and any(map(lemmas.is_past, words))


def _are_unsure(total: Claim, parts: Sequence[Claim]) -> bool:
    """True for what might have been beside what was: "eight prizes (it could have had nine)"."""
    return total.status == "done" and any(part.status == "possible" for part in parts)


def _borrows(part: Claim, total: Claim) -> bool:
    """True for a bare number that leaves its unit to the total: "180,000 euros: 90,000 on pumps and ..."."""
    return is_bare(part.mention) and is_dear(total)


def _may_be_number(total: Claim, parts: Sequence[Part]) -> bool:
    """True where total or parts say nothing of what they count: "440670 unhandled call: 252 open and 253 close"."""
    named = names_thing(total) and any(
        each.words or (each.claim and names_thing(each.claim)) for each in parts
    )
    return not named and not any(is_people(claim.noun) for claim in claims(parts))


def _beside(opening: Opening, listed: Listed) -> bool:
    """True for brackets right behind the counted thing, or with items that say what they count."""
    return opening.close or all(map(names_thing, claims(listed.parts)))

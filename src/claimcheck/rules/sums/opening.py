"""What stands between a total and its parts: "including", "made up of", a colon, a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from claimcheck.lexicon import sums
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Claim
from claimcheck.rules import amounts
from claimcheck.rules.lines import Line
from claimcheck.rules.sums import partial
from claimcheck.rules.sums.related import relation

BETWEEN = 2  # other figures between a total and its parts: "45 people in two villages, including 12 children"
CLOSE = 4  # words of the counted thing itself


class Opening(msgspec.Struct, frozen=True):
    """What stands between a total and its parts, and where the parts begin."""

    total: int
    cue: str
    start: int
    behind: str  # the words between the total and the cue
    complete: bool  # the cue says that nothing is left out

    @property
    def close(self) -> bool:
        """True where no more than the counted thing stands between the total and the cue."""
        return len(self.behind.split()) <= CLOSE


def openings(line: Line, index: int) -> Iterator[Opening]:
    """The cues between a mark and the next, the strongest first; then those behind figures that hold no such parts."""
    commas = () if partial.is_part(line, index) else (_comma(),)
    yield from _cues(line, index, index, (_including(), _consisting(), _mark(), *commas))
    for last in range(index + 1, min(index + 1 + BETWEEN, len(line.marks) - 1)):
        part = line.marks[last + 1].claim
        if relation(part, line.marks[last].claim) != "other" and not _beyond(line, last):
            return
        if part.mention.noun and relation(part, line.marks[index].claim) in ("same", "narrower"):
            sorts = _sexes().match(line.words, line.marks[last + 1].start)
            yield from _cues(line, index, last, (_including(), _with(), *([_comma()] if sorts else [])))
        elif not part.mention.noun and _beyond(line, last):
            yield from _cues(line, index, last, (_comma(),))


def _closes(gap: str) -> bool:
    """True where a bracket with the total ends before the cue: "three boats (two of one owner): nine and seven"."""
    return gap.count(")") > gap.count("(")


def _beyond(line: Line, last: int) -> bool:
    """True where a mark is less than the figure behind it: "14 rooms on three floors, six on the first"."""
    part, mark = line.marks[last + 1], line.marks[last]
    return part.letter == mark.letter and amounts.of(part.claim).value > amounts.of(mark.claim).value


def rivals(line: Line, opening: Opening) -> tuple[Claim, ...]:
    """Figures before the total that the parts may be of."""
    letter = line.marks[opening.total].letter
    return tuple(mark.claim for mark in line.marks[: opening.total] if mark.letter == letter)


def _cues(line: Line, index: int, last: int, patterns: Sequence[re.Pattern[str]]) -> Iterator[Opening]:
    """The cues right behind the mark `last` for a total at `index`."""
    gap, total, offset = line.after(last), line.marks[index].end, line.marks[last].end
    for pattern in patterns:
        found = pattern.search(gap)
        if found is not None and not _closes(gap[: found.start()]):
            cue = " ".join(found["cue"].split())
            complete = pattern in (_consisting(), _mark())
            behind = line.words[total : offset + found.start()]
            yield Opening(index, cue, offset + found.end(), behind, complete)


# --- patterns --------------------------------------------------------------------------------------------


@cache
def _including() -> re.Pattern[str]:
    including = alternatives(sums.table().including)
    return re.compile(rf"[,(–]?\s*(?<!\bnot )(?<!\bbe )(?<!\bbeen )\b(?P<cue>{including})\b:?\s*")


@cache
def _consisting() -> re.Pattern[str]:
    consisting = alternatives(sums.table().consisting)
    body = alternatives(sums.table().strong)
    strong = rf"(?<=-){body} [a-z]+ (?:had|has|of|with)"  # a 12-member jury of
    return re.compile(rf"[,(–]?\s*\b(?P<cue>{consisting}|{strong})\b:?\s*")


@cache
def _sexes() -> re.Pattern[str]:
    """Two sorts of people that leave no others of their kind: "198 girls and 224 boys"."""
    named = alternatives(sums.table().plurals)
    return re.compile(rf"⟨c\d+⟩\s{named}(?:,|\sand|,\sand)\s⟨c\d+⟩\s{named}\b")


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"(?:\s*(?=:)|\s+)(?P<cue>[:–(])\s*(?=[^:–()]*$)")


@cache
def _comma() -> re.Pattern[str]:
    return re.compile(r"(?P<cue>,)\s*(?:with\s+)?")


@cache
def _with() -> re.Pattern[str]:
    return re.compile(r"(?P<cue>,)\s*with\s+")

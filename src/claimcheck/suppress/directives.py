"""Comments that ask for silence: `claimcheck: ignore[rule] reason` on a line or above it, `off` up to `on`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from claimcheck.model import Claim, Document

IGNORE, OFF, ON = VERBS = ("ignore", "off", "on")


class Directive(msgspec.Struct, frozen=True):
    """A stretch of one document that some rules leave alone, or all where none is named."""

    source: str
    line: int
    verb: str
    rules: frozenset[str]
    reason: str
    start: int
    end: int

    def covers(self, claim: Claim, rule: str) -> bool:
        """True for a claim whose number stands in the stretch, and a rule that is meant."""
        inside = self.start <= claim.mention.number_start < self.end
        return inside and claim.source == self.source and (not self.rules or rule in self.rules)

    def __str__(self) -> str:
        """Where it stands and what it says."""
        rules = f"[{', '.join(sorted(self.rules))}]" if self.rules else ""
        return f"{self.source}:{self.line}: {self.verb}{rules}"


def directives(document: Document) -> Iterator[Directive]:
    """What the comments of a document ask for, in order; `off` reaches as far as its `on`."""
    given = [_read(document, start, end) for start, end in sorted(document.comments)]
    for number, one in enumerate(given):
        if one.verb == OFF:
            stop = next((other.start for other in given[number:] if _ends(other, one)), len(document.text))
            yield msgspec.structs.replace(one, end=stop)
        elif one.verb == ON:
            if not any(_ends(one, other) for other in given[:number]):
                yield msgspec.structs.replace(one, end=one.start)
        else:
            yield one


def _ends(one: Directive, other: Directive) -> bool:
    return one.verb == ON and other.verb == OFF and (not one.rules or one.rules == other.rules)


def _read(document: Document, start: int, end: int) -> Directive:
    found = _words().search(document.text, start, end)
    words = found.groupdict() if found else {}
    verb = (words.get("verb") or "").lower()
    rules = (rule.strip().lower() for rule in (words.get("rules") or "").split(","))
    first, last = _lines(document, start, end) if verb == IGNORE else (start, end)
    return Directive(
        source=document.source,
        line=document.locate(start)[0],
        verb=verb,
        rules=frozenset(filter(None, rules)),
        reason=" ".join((words.get("reason") or "").split()),
        start=first,
        end=last,
    )


def _lines(document: Document, start: int, end: int) -> tuple[int, int]:
    """The line of a comment, or where it stands alone the next line of prose."""
    text = document.text
    first, last = text.rfind("\n", 0, start) + 1, _line_end(text, end)
    if _prose().search(document.plain, first, last):
        return first, last
    prose = _prose().search(document.plain, last)
    if prose is None:
        return last, last
    return text.rfind("\n", 0, prose.start()) + 1, _line_end(text, prose.start())


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


@cache
def _words() -> re.Pattern[str]:
    return re.compile(
        r"claimcheck:\s*(?P<verb>\w*(?:-\w+)*)\s*(?:\[(?P<rules>[^\]]*)\])?(?P<reason>.*?)(?:-->|\Z)",
        re.DOTALL | re.IGNORECASE,
    )


@cache
def _prose() -> re.Pattern[str]:
    return re.compile(r"\w")

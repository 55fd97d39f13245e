"""Where findings stand, as programs that show them beside a text need to know it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from claimcheck.model import Claim, Document, Finding
from claimcheck.report import safe
from claimcheck.report.look import Look

UPWARDS = re.compile(r"^(?:\.{0,2}/)+")  # a name given to standard input may lead anywhere


class Region(msgspec.Struct, frozen=True):
    """A stretch of a document: lines and columns from 1, in code points, the end column behind the last."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(document: Document, claim: Claim) -> Region:
    """Where a quantity stands."""
    return Region(*document.locate(claim.mention.start), *document.locate(claim.mention.end))


def at(document: Document, offset: int, column: bool = True) -> str:
    """Where a person finds an offset in its document: "17:321", or "page 3" where the file has no lines."""
    place = document.place(offset)
    if place is not None:
        return safe.line(place)
    line, number = document.locate(offset)
    return f"{line}:{number}" if column else str(line)


def pointed(name: str, document: Document, offset: int, column: bool = True) -> str:
    """The name of a document with a place in it: "a.txt:17:321", or "a.pdf, page 3"."""
    by = ":" if document.place(offset) is None else ", "
    return f"{name}{by}{at(document, offset, column)}"


def path(source: str, look: Look) -> str:
    """A relative path with "/": from the working folder if the source lies below it, else from the root of the run."""
    seen = look.path(source)
    outside = Path(seen).is_absolute() or seen.startswith("../")
    return UPWARDS.sub("", safe.line(source if outside else seen))


def primary(finding: Finding, look: Look) -> Claim:
    """The claim to show a finding at: in a changed source if it can be, and outside the majority if there is one."""
    odd = [claim for claim in finding.claims if claim.id in finding.odd] or _outside(finding.claims)
    changed = [claim for claim in finding.claims if claim.source in look.changed]
    return next((claim for claim in odd if claim in changed), changed[0] if changed else odd[0])


def others(finding: Finding, first: Claim) -> list[Claim]:
    """The other claims of a finding, in their order."""
    return [claim for claim in finding.claims if claim is not first]


def _outside(claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims, copies left out, of the values with the fewest independent sources."""
    origins: dict[object, set[str]] = {}
    for claim in claims:
        sources = origins.setdefault(claim.value, set())
        if claim.copy_of is None:
            sources.add(claim.source)
    fewest = min(map(len, origins.values()))
    found = [claim for claim in claims if len(origins[claim.value]) == fewest]
    return [claim for claim in found if claim.copy_of is None] or found

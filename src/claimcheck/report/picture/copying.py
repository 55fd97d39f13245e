"""Which text repeats which."""

from __future__ import annotations

from collections import Counter

from claimcheck.model import Finding
from claimcheck.report import safe
from claimcheck.report.picture.marks import Copying, Setting

MOST = 10


def of(finding: Finding, setting: Setting) -> Copying | None:
    """A pair for each text and the one that it copies; None where the origins are not known."""
    copied = [(setting.homes.get(claim.copy_of or ""), claim.source) for claim in finding.claims]
    pairs = Counter((origin, copy) for origin, copy in copied if origin)
    found = [(safe.line(origin), safe.line(copy), count) for (origin, copy), count in pairs.most_common(MOST)]
    return Copying(tuple(found)) if found else None

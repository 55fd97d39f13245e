"""An entry of the baseline to which nothing in the texts answers any more."""

from __future__ import annotations

import msgspec


class Resolved(msgspec.Struct, frozen=True):
    """What such an entry was about, and where it stands in its file."""

    id: str
    rule: str
    label: str
    line: int = 1

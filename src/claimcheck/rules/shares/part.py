"""A share with the figures it speaks of."""

from __future__ import annotations

import msgspec

from claimcheck.model import Claim


class Share(msgspec.Struct, frozen=True):
    """`share` is said of `part` in `whole`; without a whole, `part` is the same share in other words."""

    share: Claim
    part: Claim
    whole: Claim | None
    confidence: float
    doubtful: bool = False  # the share may be said of more than the part: no more than a note

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The share first, then its figures."""
        figures = (self.part,) if self.whole is None else (self.part, self.whole)
        return (self.share, *figures)


class Change(msgspec.Struct, frozen=True):
    """A figure that moved from `before` to `after`, and by how much a text says it did."""

    before: Claim
    after: Claim
    by: Claim | None  # None where a verb holds the factor: doubled
    word: str  # the verb or noun of the change
    direction: int  # 1 up, -1 down, 0 unknown
    factor: str | None = None
    hedge: str | None = None  # before the factor: "more than doubled"
    confidence: float = 0.8
    of_point: bool = False  # `by` is a share of one percentage point: "half a point"

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What is said of the change first, then its ends."""
        ends = (self.before,) if self.before.id == self.after.id else (self.before, self.after)
        return ends if self.by is None else (self.by, *ends)


class Multiple(msgspec.Struct, frozen=True):
    """`more` is said to be `times` as many as `fewer`."""

    times: Claim
    more: Claim
    fewer: Claim
    confidence: float = 0.75

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The multiple first, then its figures."""
        return (self.times, self.more, self.fewer)

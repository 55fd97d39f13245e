"""How a run is carried out; nothing of it changes what the run finds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

import msgspec

from claimcheck.cache import NOTHING, Cache

T = TypeVar("T")


class Watch(Protocol):
    """Hands items on, and may tell somebody how far it has come."""

    def __call__(self, items: Iterable[T], total: int, label: str) -> Iterable[T]:
        """The items in their order."""


def unwatched(items: Iterable[T], total: int, label: str) -> Iterable[T]:
    """The items, without a word to anybody."""
    return items


class Means(msgspec.Struct, frozen=True):
    """What a run remembers earlier ones by, in how many processes it reads, and who watches."""

    cache: Cache = NOTHING
    jobs: int = 1  # processes at most; 0: as many as there are processors
    watch: Watch = unwatched

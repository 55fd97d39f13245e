"""The extractor: a document becomes mentions of quantities."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

from claimcheck.extract.around import Around
from claimcheck.extract.compounds import join_compounds
from claimcheck.extract.conversions import link_conversions
from claimcheck.extract.draft import Draft, read
from claimcheck.extract.grids import grid_mask
from claimcheck.extract.mentions import to_mentions
from claimcheck.extract.ranges import join
from claimcheck.extract.scan import lower, numbers_by_block
from claimcheck.model import Document, Extraction, Masked


class _Callable(ModuleType):
    """This package as the library offers it: `from claimcheck import extract`, then `extract(paths)`."""

    def __call__(self, *args: Any, **options: Any) -> Any:
        return import_module("claimcheck.api").extract(*args, **options)


sys.modules[__name__].__class__ = _Callable


def extract(document: Document) -> Extraction:
    """Every number of a document: quantities with their context, and what the masks took."""
    from claimcheck.extract.context import attach

    drafts, masked = drafts_of(document)
    mentions = to_mentions(document, drafts)
    return Extraction(attach(document, mentions), tuple(masked))


def drafts_of(document: Document) -> tuple[list[Draft], list[Masked]]:
    """Quantities and masked numbers, both in the order of the text, before context is read."""
    low = lower(document.plain)
    drafts: list[Draft] = []
    masked: list[Masked] = []
    for block, numbers in numbers_by_block(document.plain, low, document.blocks):
        grid = grid_mask(low, block.start, block.end, numbers)
        label = f"{block.row or ''} {block.column or ''}"
        before: Masked | None = None
        taken = 0
        for number in numbers:
            if number.start < taken:
                continue  # a part of what is masked, or of a unit: "parts per million"
            around = Around(document.plain, low, number.start, number.end, block.start, block.end, label)
            found = grid.get(number.start) or read(around, number, before)
            if isinstance(found, Masked):
                before = found
                masked.append(found)
            else:
                drafts.append(found)
            taken = _taken(found)
    return link_conversions(join_compounds(join(drafts))), masked


def _taken(found: Draft | Masked) -> int:
    """Where a mask, a unit or what a rate is counted by ends: "parts per million", "per 100,000 people"."""
    if isinstance(found, Masked) or found.per is not None:
        return found.end
    return found.number_end if found.measure is None else found.measure.end

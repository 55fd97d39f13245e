"""Reads the numbers of a text that has no structure."""

from __future__ import annotations

from claimcheck.extract.number import Number
from claimcheck.extract.scan import lower, numbers_by_block
from claimcheck.model import Block


def numbers_in(text: str) -> list[Number]:
    """All numbers of a text in order."""
    found = numbers_by_block(text, lower(text), (Block(0, len(text)),))
    return [number for _, numbers in found for number in numbers]

"""PDF files that unpack to far more than they look like: measured before anything else opens them."""

from __future__ import annotations

import re
import zlib
from functools import cache

from claimcheck.read.unreadable import UnreadableError

MOST_STREAM = 32 << 20  # bytes of one stream; a page of words has some thousand
MOST_ALL = 512 << 20
DICTIONARY = 1000  # bytes in front of a stream in which its filters are named


def refuse_bombs(data: bytes) -> None:
    """Raises UnreadableError for streams that unpack to too much; pictures are left alone, nobody unpacks them."""
    total = 0
    for found in _stream().finditer(data):
        head = data[max(0, found.start() - DICTIONARY) : found.start()].rpartition(b" obj")[2]
        if b"/Image" in head or b"/Fl" not in head:
            continue
        end = data.find(b"endstream", found.end())
        size = _size(data[found.end() : end if end >= 0 else len(data)])
        total += size
        if size > MOST_STREAM or total > MOST_ALL:
            raise UnreadableError(f"a stream unpacks to more than {MOST_STREAM >> 20} MB")


def _size(packed: bytes, depth: int = 0) -> int:
    """Bytes that a stream unpacks to, or a byte more than it may; one packed twice is unpacked twice."""
    try:
        unpacked = zlib.decompressobj().decompress(packed, MOST_STREAM + 1)
    except zlib.error:
        return len(packed)
    again = depth < 3 and unpacked[:1] == b"\x78" and len(unpacked) > 2
    return max(len(unpacked), _size(unpacked, depth + 1)) if again else len(unpacked)


@cache
def _stream() -> re.Pattern[bytes]:
    return re.compile(rb"(?<!end)stream\r?\n")

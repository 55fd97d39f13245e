"""Bytes become text, or a reason why they are none."""

from __future__ import annotations

import codecs
from functools import cache

# The longer marks first: the mark of UTF-32 begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 1 << 16
MOST_CONTROL = 0.1  # prose has next to none; a stream of random bytes has 0.1 without its NULs
ESCAPES_ALLOWED = b"\t\n\v\f\r\x1b"


class NotTextError(Exception):
    """The bytes are no text; the message says why."""


def decode(data: bytes) -> str:
    """The text of a file, line breaks as written, without its byte order mark; raises NotTextError."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    reason = _binary(data)
    if reason:
        raise NotTextError(reason)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged(data)


def _binary(data: bytes) -> str | None:
    if b"\0" in data:
        return "binary (NUL bytes)"
    sample = data[:SAMPLE]
    if len(sample) - len(sample.translate(None, _control())) > MOST_CONTROL * len(sample):
        return "binary (control characters)"
    return None


def _damaged(data: bytes) -> str:
    # UTF-8 with a few broken bytes is still UTF-8: as cp1252 every quote and dash of it would be garbled.
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    valid = len(text) - len(text.encode("ascii", "ignore")) - broken
    return text if valid > broken else data.decode("cp1252", "replace")


@cache
def _control() -> bytes:
    return bytes(set(range(32)) - set(ESCAPES_ALLOWED)) + b"\x7f"

"""Bytes become text, or a reason why they are none."""

from __future__ import annotations

import codecs
from functools import cache

from claimcheck.read.unreadable import UnreadableError, kind

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


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a file, line breaks as written, without its byte order mark; raises UnreadableError.

    A character set that the file declares is tried after UTF-8.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    reason = _binary(data)
    if reason:
        raise UnreadableError(reason)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(data, declared) or _damaged(data)


def _binary(data: bytes) -> str | None:
    found = kind(data)
    if found:
        return f"not a text but {found}"
    if b"\0" in data:
        return "binary (NUL bytes)"
    sample = data[:SAMPLE]
    if len(sample) - len(sample.translate(None, _control())) > MOST_CONTROL * len(sample):
        return "binary (control characters)"
    return None


def _declared(data: bytes, name: str | None) -> str | None:
    if not name or codecs.lookup("utf-8").name == name.lower():
        return None
    try:
        text = data.decode(name)
    except (LookupError, UnicodeError):  # UnicodeError: some codecs are none of text, others have limits
        return None
    return text


def _damaged(data: bytes) -> str:
    # UTF-8 with a few broken bytes is still UTF-8: as cp1252 every quote and dash of it would be garbled.
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    valid = len(text) - len(text.encode("ascii", "ignore")) - broken
    return text if valid > broken else data.decode("cp1252", "replace")


@cache
def _control() -> bytes:
    return bytes(set(range(32)) - set(ESCAPES_ALLOWED)) + b"\x7f"

"""Mail: the headers give title, date and sender, what is quoted from an earlier mail stands behind "> "."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from claimcheck.read import places, text
from claimcheck.read.structure import STAMP, Parsed, squeeze
from claimcheck.read.unreadable import UnreadableError

if TYPE_CHECKING:
    from email.message import EmailMessage


def read(data: bytes) -> Parsed:
    """Subject and body of a message; raises UnreadableError where it is none or holds no text."""
    message = _message(data)
    subject = _subject().sub("", squeeze(str(message["subject"] or "")))
    body = "\n".join(_marked(_body(message)))
    if not body.strip():
        raise UnreadableError("a mail without text")
    content = f"{subject}\n\n{body}" if subject else body
    parsed = text.read(content)
    return msgspec.structs.replace(
        parsed,
        title=subject or None,
        fields={**parsed.fields, **_headers(message)},
        text=content,
        places=tuple(places.counted(content, parsed.blocks)),
    )


def _message(data: bytes) -> EmailMessage:
    from email import message_from_bytes, policy

    try:
        message = message_from_bytes(data, policy=policy.default)
    except Exception as error:
        raise UnreadableError("broken mail") from error
    if not message.keys():
        raise UnreadableError("not a mail: it has no headers")
    return message


def _body(message: EmailMessage) -> str:
    """The plain text of a message, or what its web page says."""
    try:
        part = message.get_body(("plain", "html"))
        content = "" if part is None else str(part.get_content())
    except Exception as error:  # an unknown character set, a broken encoding, parts nested without end
        raise UnreadableError("broken mail") from error
    if part is not None and part.get_content_subtype() == "html":
        from claimcheck.read import html

        return "\n\n".join(html.fragment(content).words())
    return content


def _headers(message: EmailMessage) -> dict[str, str]:
    """Date and sender, as front matter names them."""
    from email.utils import parseaddr, parsedate_to_datetime

    fields: dict[str, str] = {}
    with suppress(TypeError, ValueError):  # no date, or none that can be
        sent = parsedate_to_datetime(str(message["date"]))
        fields |= {"date": sent.date().isoformat(), STAMP: sent.isoformat()}
    name, address = parseaddr(str(message["from"] or ""))
    sender = squeeze(name) or address
    return fields | {"publisher": sender} if sender else fields


def _marked(body: str) -> Iterator[str]:
    """The lines of a body; those below the divider above an earlier mail are marked as quoted."""
    quoted = False
    for line in body.splitlines():
        if _divider().fullmatch(line.strip()):
            quoted = True
            yield ""
        else:
            yield f"> {line}" if quoted and line.strip() else line


@cache
def _subject() -> re.Pattern[str]:
    return re.compile(r"(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)


@cache
def _divider() -> re.Pattern[str]:
    return re.compile(r"-{2,}\s*(?:original|forwarded) message\s*-{2,}|_{20,}", re.IGNORECASE)

"""Saved web pages: the main text with its headings, lists and tables; nothing that a page refers to is fetched."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from claimcheck.read import html_depth
from claimcheck.read.assembly import Assembly
from claimcheck.read.decode import decode
from claimcheck.read.structure import Parsed
from claimcheck.read.unreadable import INSTALL, UnreadableError

if TYPE_CHECKING:
    from resiliparse.parse.html import HTMLTree

    from claimcheck.read.html_main import Main, Whole

HEAD = 2048  # bytes in which a page names its character set
TEMPLATE = (b"{%", b"{{")  # how a file begins that a program fills in


def read(data: bytes) -> Parsed:
    """The main text of a page; raises UnreadableError where there is none."""
    from claimcheck.read import html_head, html_main

    if data[:HEAD].lstrip().startswith(TEMPLATE):
        raise UnreadableError("a template of pages")
    tree = parse(decode(data, _charset(data)))
    fields = html_head.fields(tree)
    parsed = _assembled(html_main.Main(tree)).parsed(fields, counted=True)
    # The title of the window often has the name of the site in it.
    return msgspec.structs.replace(parsed, title=parsed.title or html_head.window(tree))


def fragment(content: str) -> Assembly:
    """All of a piece of HTML, with no part of it held for the frame of a page."""
    from claimcheck.read.html_main import Whole

    return _assembled(Whole(parse(content)))


def parse(content: str) -> HTMLTree:
    """The tree of a page; raises UnreadableError where it is nested without end or the library is missing."""
    try:
        from resiliparse.parse.html import HTMLTree
    except ImportError:
        raise UnreadableError(f"web pages need {INSTALL}") from None
    html_depth.refuse_many(content)
    tree = HTMLTree.parse(content.replace("\0", ""))
    html_depth.refuse_deep(content, tree.body)
    return tree


def _assembled(part: Main | Whole) -> Assembly:
    from claimcheck.read.html_blocks import Blocks

    blocks = Blocks(part.wanted, preformatted=part.preformatted)
    if part.root is not None:
        blocks.walk(part.root)
    return blocks.assembly


def _charset(data: bytes) -> str | None:
    """The character set that a page names."""
    found = _declared().search(data[:HEAD])
    return found["name"].decode("ascii") if found else None


@cache
def _declared() -> re.Pattern[bytes]:
    return re.compile(
        rb"""<(?:meta|\?xml)[^<>]{0,200}?(?:charset|encoding)\s*=\s*["']?(?P<name>[\w.:-]{1,40})""", re.I
    )

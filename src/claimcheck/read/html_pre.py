"""Preformatted parts of a page that hold its text: letters and reports saved as they were typed, no listings."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.read.html_walk import Node

ALONE = 0.9  # share of the text of a page that is preformatted where nothing else is its text
WORDS = 0.85  # share of words and figures among what stands between spaces; code has its signs
LONGEST_SENTENCE = 60  # words and figures on average; lists and listings have no full stops


def alone(root: Node) -> bool:
    """True for a page with next to no text but one preformatted part."""
    part = root.query_selector("pre")
    return part is not None and _length(part) >= ALONE * _length(root)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a preformatted text; none where it does not read like prose."""
    tokens = text.split()
    plain = sum(bool(_plain().fullmatch(token)) for token in tokens)
    stops = sum(bool(_stop().search(token)) for token in tokens)
    prose = plain >= WORDS * len(tokens) and stops * LONGEST_SENTENCE >= len(tokens)
    return _empty_line().split(text) if prose else []


def _length(node: Node) -> int:
    return sum(map(len, node.text.split()))


@cache
def _plain() -> re.Pattern[str]:
    word = r"(?:(?:[^\W\d_]\.){2,}|[^\W\d_]++(?:['’-][^\W\d_]++)*+)"
    figure = r"[$€£#]?\d[\d.,:/%–-]*+[^\W\d_]{0,3}"
    return re.compile(rf"""["'“‘(\[]*(?:{word}|{figure}|[–—-]{{1,2}}|&)["'”’)\].,;:!?]*""")


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"""[^\W_]{2}["'”’)]*[.!?]["'”’)]*\Z""")


@cache
def _empty_line() -> re.Pattern[str]:
    return re.compile(r"\n[ \t\r]*\n")

"""Web pages whose elements are nested without end: no person makes them, and most work on them takes ages."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.read.html_walk import Node
from claimcheck.read.unreadable import UnreadableError

DEEPEST = 500  # elements inside each other; pages of people stay below 60
MOST_TAGS = 500_000
# Elements that hold none, or that end where the next one of their kind begins.
FLAT = frozenset({
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p",
    "param", "path", "source", "tbody", "td", "th", "thead", "tr", "track", "use", "wbr",
})  # fmt: skip


def refuse_many(content: str) -> None:
    """Raises UnreadableError for more tags than can be read in a few seconds."""
    if content.count("<") > MOST_TAGS:
        raise UnreadableError(f"more than {MOST_TAGS:,} tags")


def refuse_deep(content: str, root: Node) -> None:
    """Raises UnreadableError where elements are nested too deep; the tree is looked at only if the tags allow it."""
    if _open(content) and _is_deep(root):
        raise UnreadableError(f"elements nested more than {DEEPEST} deep")


def _open(content: str) -> bool:
    """True where so many tags are open at once that the tree may be too deep."""
    depth = 0
    for found in _tag().finditer(content):
        if found["name"].lower() not in FLAT:
            depth = max(0, depth - 1) if found["end"] else depth + 1
            if depth > DEEPEST:
                return True
    return False


def _is_deep(root: Node) -> bool:
    depth, node = 0, root
    while True:
        below = node.first_child
        if below is not None:
            depth, node = depth + 1, below
            if depth > DEEPEST:
                return True
            continue
        while node.next_sibling is None or not depth:
            if not depth:
                return False
            depth, node = depth - 1, node.parent
        node = node.next_sibling


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w:-]*+)")

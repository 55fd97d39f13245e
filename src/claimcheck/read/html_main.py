"""Which part of a saved page is its text: what is around it is left out by its tag, its role and its names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from claimcheck.lexicon import pages
from claimcheck.read import html_pre
from claimcheck.read.html_walk import below
from claimcheck.read.structure import squeeze

if TYPE_CHECKING:
    from resiliparse.parse.html import HTMLTree

Node = Any  # the library has a class for every type of node, without a common one
BESIDE = frozenset({"aside", "button", "dialog", "footer", "form", "menu", "nav"})
MOST_BESIDE = 0.5  # share of the text that no part beside it has: names of whole pages may hold such a word
SPELLED = 3  # fewest words of a heading that an id spells
LINKS = 3  # fewest links of a list of links
LINKED = 0.75  # share of its text that is linked


class Whole:
    """A piece of HTML without any frame."""

    preformatted = False

    def __init__(self, tree: HTMLTree) -> None:
        """Take the body of the tree."""
        self.root = tree.body

    def wanted(self, node: Node) -> bool:
        """True for every element."""
        return True


class Main:
    """The text of a page."""

    def __init__(self, tree: HTMLTree) -> None:
        """Find the element that holds the text."""
        self.root = _root(tree)
        self._length = _length(self.root) if self.root is not None else 0
        self.preformatted = self.root is not None and html_pre.alone(self.root)

    def wanted(self, node: Node) -> bool:
        """True for an element that belongs to the text."""
        tag = node.tag
        if tag in ("html", "body", "main", "article"):
            return True
        if _hidden(node):
            return False
        if tag in ("ul", "ol", "table", "dl"):
            return not _is_links(node)
        names = f"{node.getattr('class') or ''} {_name(node)}"
        beside = (
            tag in BESIDE
            or (node.getattr("role") or "").lower() in pages.table().roles
            or (names != " " and pages.is_beside(names))
            or (tag == "header" and not _in_article(node))
        )
        return not beside or _length(node) > MOST_BESIDE * self._length


def _root(tree: HTMLTree) -> Node | None:
    """The main element of a page, its only article, or its body."""
    body = tree.body
    if body is None:
        return None
    mains = [*below(body, "main"), *body.get_elements_by_attr("role", "main")]
    if mains:
        return _longest(mains)
    articles = below(body, "article")
    outer = [each for each in articles if not _in_article(each)]
    return outer[0] if len(outer) == 1 and _length(outer[0]) > _length(body) * MOST_BESIDE / 2 else body


def _longest(nodes: Iterable[Node]) -> Node:
    return max(nodes, key=_length)


def _length(node: Node) -> int:
    """Characters of the text of an element."""
    return len(squeeze(node.text))


def _in_article(node: Node) -> bool:
    above = node.parent_element
    return above is not None and above.closest("article, main") is not None


def _name(node: Node) -> str:
    """The id of an element, unless it only spells the words of its heading."""
    name: str = node.id or ""
    words = name.lower().split("-")
    if len(words) < SPELLED or pages.is_beside(words[0]) or not pages.is_beside(name):
        return name
    heading = node.query_selector("h1, h2, h3, h4, h5, h6")
    return (
        "" if heading is not None and " ".join(words) in _letters().sub(" ", heading.text.lower()) else name
    )


def _hidden(node: Node) -> bool:
    style = (node.getattr("style") or "").replace(" ", "").lower()
    return "display:none" in style or node.hasattr("hidden") or node.getattr("aria-hidden") == "true"


def _is_links(node: Node) -> bool:
    """True for a list of links: a menu, or articles that are related."""
    links = below(node, "a")
    if len(links) < LINKS:
        return False
    linked = sum(_length(link) for link in links)
    return bool(linked >= LINKED * _length(node))


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(r"[\W_]+")

"""Which part of a saved page is its text: what is around it is left out by its tag, its role and its names."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.lexicon import pages
from claimcheck.read import html_pre
from claimcheck.read.html_walk import Node, below
from claimcheck.read.structure import squeeze

if TYPE_CHECKING:
    from resiliparse.parse.html import HTMLTree

BESIDE = frozenset({"aside", "button", "dialog", "footer", "form", "menu", "nav"})
MOST_BESIDE = 0.5  # share of the text that no part beside it has: names of whole pages may hold such a word
SPELLED = 3  # fewest words of a heading that an id spells
PATIENCE = 8  # times the text of a page that are read to tell which of its parts stand beside it
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
        self._patience = PATIENCE * (self._length + 1)
        self.preformatted = self.root is not None and html_pre.alone(self.root)

    def wanted(self, node: Node) -> bool:
        """True for an element that belongs to the text."""
        tag = node.tag
        if tag in ("html", "body", "main", "article"):
            return True
        if _hidden(node):
            return False
        if tag in ("ul", "ol", "table", "dl"):
            return not self._is_links(node)
        beside = (
            tag in BESIDE
            or (node.getattr("role") or "").lower() in pages.table().roles
            or pages.is_beside(node.getattr("class") or "")
            or (tag == "header" and not _inside(node, "article, main"))
        )
        return not (beside or pages.is_beside(node.id or "")) or self._text_after_all(node, beside)

    def _text_after_all(self, node: Node, beside: bool) -> bool:
        """True for an element of the text that only its id puts beside it, or that holds most of the text."""
        if self._patience < 0:
            return False
        length = _length(node)
        kept = length > MOST_BESIDE * self._length or (not beside and _spells_heading(node))
        if kept:
            self._weigh(length)
        return kept

    def _is_links(self, node: Node) -> bool:
        """True for a list of links: a menu, or articles that are related."""
        if self._patience < 0 or len(node.query_selector_all("a")) < LINKS:
            return False
        length = _length(node)
        linked = sum(_length(link) for link in below(node, "a"))
        found = bool(linked >= LINKED * length)
        if not found:
            self._weigh(length)
        return found

    def _weigh(self, length: int) -> None:
        """Notes what was read of an element that is walked on: what it holds may be read once more, and so on."""
        self._patience -= length + 1


def _root(tree: HTMLTree) -> Node | None:
    """The main element of a page, its only article, or its body."""
    body = tree.body
    if body is None:
        return None
    mains = [each for each in below(body, "main") if not _inside(each, "main")]
    if mains:
        return max(mains, key=_length)
    named = body.query_selector("[role='main']")
    if named is not None:
        return named
    outer = [each for each in below(body, "article") if not _inside(each, "article, main")]
    return outer[0] if len(outer) == 1 and _length(outer[0]) > _length(body) * MOST_BESIDE / 2 else body


def _inside(node: Node, selector: str) -> bool:
    above = node.parent_element
    return above is not None and above.closest(selector) is not None


def _length(node: Node) -> int:
    """Characters of the text of an element."""
    return len(squeeze(node.text or ""))  # a frameset has no text at all


def _spells_heading(node: Node) -> bool:
    """True where the id of an element only spells the words of its heading."""
    words = (node.id or "").lower().split("-")
    if len(words) < SPELLED or pages.is_beside(words[0]):
        return False
    heading = node.query_selector("h1, h2, h3, h4, h5, h6")
    return heading is not None and " ".join(words) in _letters().sub(" ", heading.text.lower())


def _hidden(node: Node) -> bool:
    style = (node.getattr("style") or "").replace(" ", "").lower()
    return "display:none" in style or node.hasattr("hidden") or node.getattr("aria-hidden") == "true"


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(r"[\W_]+")

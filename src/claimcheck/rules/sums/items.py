"""The items of a list: what stands between its commas, each with its figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from claimcheck.lexicon import sums
from claimcheck.lexicon.patterns import alternatives
from claimcheck.rules.lines import Line


class Item(msgspec.Struct, frozen=True):
    """One item between commas: the words before its figure, its mark, the words behind."""

    lead: str
    index: int | None
    rest: str
    joined: str  # what stands between it and the item before
    end: int


def end(words: str, start: int) -> int:
    """Where a list that begins at `words[start]` ends at the latest."""
    match = _ends().search(_without_asides(words, start), start)
    return match.start() if match else len(words)


def read(line: Line, start: int, end: int) -> Iterator[Item]:
    """The items between commas and "and"; one that holds two figures gives the first ("37 of the 288")."""
    text = _without_asides(line.words, start)[start:end]
    position, joined = 0, ""
    for match in (*_joint().finditer(text), None):
        stop = match.start() if match else len(text)
        yield _item(text[position:stop], joined, start + stop)
        if match is not None:
            position, joined = match.end(), match.group()


def _item(piece: str, joined: str, end: int) -> Item:
    mark = _mark().search(piece)
    if mark is None:
        return Item("", None, piece.strip(" .'\""), joined, end)
    lead, rest = piece[: mark.start()].strip(), piece[mark.end() :].strip(" .'\"")
    return Item(lead, int(mark["index"]), rest, joined, end)


def _without_asides(words: str, start: int) -> str:
    """Ages and brackets behind an item blanked: "33 signs (some of them old), 42 women (12 of them nurses)"."""
    if " aged " in words:
        words = _aged().sub(lambda found: " " * len(found.group()), words)
    if "(" not in words:
        return words
    plain = _aside().sub(lambda found: " " * len(found.group()), words)
    return plain[:start] + _counted_aside().sub(
        lambda found: found[1] + " " * len(found["aside"]), plain[start:]
    )


def has_two_figures(rest: str) -> bool:
    """True where a comma is missing: "9 in Orvane 8 in Belmar"; "37 of the 288" is one figure."""
    second = _mark().search(rest)
    return second is not None and not _of().search(rest[: second.start()])


# --- patterns --------------------------------------------------------------------------------------------


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"⟨[cmupvd](?P<index>\d+)⟩")


@cache
def _aged() -> re.Pattern[str]:
    """Ages between commas: "her five children, aged between two and eleven, and a tea seller"."""
    return re.compile(r", aged (?:(?:between|from) )?(?:⟨\w\d+⟩|\w+)(?: (?:and|to) (?:⟨\w\d+⟩|\w+))?(?=,)")


@cache
def _aside() -> re.Pattern[str]:
    """A bracket without figures, in the midst of a sentence."""
    return re.compile(r"(?<=\w )\([^()⟨\d]*\)(?=[\s,;])")


@cache
def _counted_aside() -> re.Pattern[str]:
    """A bracket behind an item with its figure, in the midst of a list."""
    return re.compile(r"(⟨\w+⟩[^(),;:⟨]*)(?P<aside>\([^()]*\))(?=[\s,;])")


@cache
def _ends() -> re.Pattern[str]:
    """What no list runs over: a bracket, a dash, a colon, an exception, the end of a sentence ("st. ives" is none)."""
    besides = alternatives(sums.table().besides)
    return re.compile(rf"[():–]|\b{besides}\b|(?<!\b[a-z])(?<!\b[a-z]{{2}})\.(?=[\s\"']|$)")


@cache
def _joint() -> re.Pattern[str]:
    """What stands between two items."""
    joint, bare = alternatives(sums.table().item_joints), alternatives(sums.table().bare_joints)
    return re.compile(rf"\s*[,;]\s+(?:{joint}\b\s*)?|\s+{bare}\s+")


@cache
def _of() -> re.Pattern[str]:
    return re.compile(r"\bof\b[^⟨]{0,30}$")

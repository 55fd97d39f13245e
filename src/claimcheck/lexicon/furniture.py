"""What stands around the text of a saved page: cues from `en/furniture.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from claimcheck.lexicon import load

WORD_ENDS = r"(?!\w)"
_NUMBER = r"\d[\d,.]*k?"


class Furniture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `furniture`: lists of cues in lower case, with "#" for a number."""

    lines: tuple[str, ...]
    starts: tuple[str, ...]
    inline: tuple[str, ...]
    notices: tuple[str, ...]
    comments: tuple[str, ...]
    links: tuple[str, ...]
    tails: tuple[str, ...]
    labels: tuple[str, ...]
    credits: tuple[str, ...]
    archive: tuple[str, ...]


@cache
def table() -> Furniture:
    """The table as loaded; raises msgspec.ValidationError where a row does not fit."""
    table: Furniture = load("furniture", Furniture)
    return table


def pattern(cues: Iterable[str], glued: bool = False) -> str:
    """A regex for any of the cues in lower-case text, longest first; `glued` lets the next word follow at once."""
    any_cue = "|".join(map(_cue, sorted(cues, key=lambda cue: (-len(cue), cue))))
    return rf"(?<!\w)(?:{any_cue}){'' if glued else WORD_ENDS}"


def key(line: str) -> str:
    """A line as the table would spell it."""
    line = _number().sub("#", line.lower().replace("\u2019", "'")).replace("(#)", "#")
    return " ".join(line.split()).strip(" .,:;!?|/*\u2022\u00b7\u00bb\u203a>\u2026\u2013\u2014-")


def _cue(cue: str) -> str:
    return re.escape(cue).replace(r"\ ", r"\s+").replace(r"\#", _NUMBER)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(_NUMBER)

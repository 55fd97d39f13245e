"""Patterns from word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def trie(options: tuple[str, ...]) -> str:
    """A pattern for any of the words, factored by prefix so that a miss is noticed at once."""
    branches: dict[str, list[str]] = {}
    for option in sorted(set(options)):
        branches.setdefault(option[:1], []).append(option[1:])
    optional = branches.pop("", None) is not None
    parts = [re.escape(letter) + trie(tuple(rest)) for letter, rest in branches.items()]
    if not parts:
        return ""
    body = parts[0] if len(parts) == 1 and not optional else f"(?:{'|'.join(parts)})"
    return body + "?" if optional else body


def phrases(options: Iterable[str]) -> str:
    """The same for phrases, whose words any white space may part."""
    return trie(tuple(options)).replace(r"\ ", r"\s+")


def openings_of(forms: Iterable[str]) -> frozenset[str]:
    """The letters that forms begin with, up to the first sign: all that a look at the next word needs to know."""
    found = (_LETTERS.match(form.lower()) for form in forms)
    return frozenset(letters.group() for letters in found if letters is not None)

"""What the library that reads tables says of a wrong value, in the words of people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any

TYPES = {  # as msgspec names them -> as a person does
    "array": "a list",
    "bool": "true or false",
    "date": "a day such as 2027-01-31",
    "float": "a number",
    "int": "a number",
    "object": "a table",
    "str": "a text in quotation marks",
}


def in_words(message: str, words: Sequence[str] = (), value: Any = None) -> str:
    """What is wrong, where one of `words` is wanted if any are: "expected a list, got a text in quotation marks"."""
    enum = re.match(r"Invalid enum value '(.*)'", message)
    if enum:
        return f"unknown value {enum[1]!r}. {hint(enum[1], words)}"
    missing = re.match(r"Object missing required field `(.*)`", message)
    if missing:
        return f"has no `{missing[1]}`"
    text = message.split(" - at ")[0].replace("Invalid RFC3339 encoded date", "expected `date`")
    text = text.replace("Expected `int`, got `float`", f"Expected a whole number, got {value}")
    text = text.replace("Expected `int`", "Expected a whole number")
    text = re.sub(r"`([\w| ]+)`", lambda hit: " or ".join(map(_type, _types(hit[1]))), text)
    return text[:1].lower() + text[1:]


def where(message: str) -> str | None:
    """The key that a message is about: "expires"; None where it is about the whole table."""
    found = re.search(r" - at `\$\.(\w+)", message)
    return found[1] if found else None


def hint(word: str, words: Sequence[str]) -> str:
    """What may have been meant, else all that there is."""
    close = get_close_matches(word, words, n=1, cutoff=0.5)
    return f"Did you mean {close[0]!r}?" if close else f"Known: {', '.join(words)}."


def _types(names: str) -> Iterator[str]:
    """The types in what msgspec says; TOML has no null."""
    return (name for name in names.split(" | ") if name != "null")


def _type(name: str) -> str:
    return TYPES.get(name, name)

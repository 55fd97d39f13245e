"""The text of a baseline: a line an entry, with whatever comments and further keys people have added.

A line an entry, because git merges by lines. Of tables that run over several lines, a merge by union leaves out the
lines that two new entries have in common, and so breaks both.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from claimcheck.baseline.entry import SCHEMA, Entry, order

if TYPE_CHECKING:
    from tomlkit.items import AoT, Array

KEY = "finding"
NEW = f"""\
# Findings that claimcheck holds back: a line each, without places in the texts. `claimcheck review` edits them.
# verdict: accepted, false-positive or to-fix. reason = "..." and expires = 2027-01-31 may be added.
# With `claimcheck-baseline.toml merge=union` in .gitattributes, git merges the lines of two branches.
schema = {SCHEMA}

{KEY} = [
]
"""


class Line(msgspec.Struct, frozen=True):
    """An entry as it stands in the file: the comments above it, its own text, and its keys."""

    above: tuple[str, ...]
    text: str
    keys: dict[str, Any]

    @property
    def entry(self) -> Entry:
        """The entry in it."""
        return msgspec.convert(self.keys, Entry)


def rewritten(content: str, entries: Sequence[Entry]) -> str:
    """The file with these entries in it; lines of entries that stay the same stay the same."""
    import tomlkit

    document = tomlkit.parse(content or NEW)
    lines, rest = _lines(document.get(KEY))
    body = [*_rendered(lines, entries), *rest]
    document[KEY] = tomlkit.parse("\n".join([f"{KEY} = [", *(f"  {line}" for line in body), "]", ""]))[KEY]
    return tomlkit.dumps(document)


# --- reading ---------------------------------------------------------------------------------------------


def _lines(item: Array | AoT | None) -> tuple[list[Line], list[str]]:
    """The entries with the comments above each, and the comments below the last."""
    from tomlkit.items import AoT

    if item is None:
        return [], []
    if isinstance(item, AoT):  # tables of their own, as somebody has written them
        return [_table(table.as_string(), table.unwrap()) for table in item.body], []
    found, rest = _inside(item.as_string().strip()[1:-1])
    if len(found) != len(item):  # written in a way that nobody foresaw: comments go, entries do not
        return [Line((), "", keys) for keys in item.unwrap()], []
    return found, rest


def _table(text: str, keys: dict[str, Any]) -> Line:
    comments = (line for line in map(str.strip, text.splitlines()) if line.startswith("#"))
    return Line(tuple(comments), "", keys)


def _inside(text: str) -> tuple[list[Line], list[str]]:
    """The entries between the brackets of a list."""
    found: list[Line] = []
    above: list[str] = []
    begun = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("#") and not begun:
            above.append(line)
            continue
        begun = f"{begun}\n{line}".strip().lstrip(",")
        keys = _keys(begun)
        if keys:
            alone = begun if len(keys) == 1 else ""
            found += [Line(() if number else tuple(above), alone, each) for number, each in enumerate(keys)]
            above, begun = [], ""
    return found, above


def _keys(text: str) -> list[dict[str, Any]]:
    """The tables in a stretch of a list; none where it breaks off inside of one."""
    try:
        found = tomllib.loads(f"x = [\n{text}\n]")["x"]
    except tomllib.TOMLDecodeError:
        return []
    return [each for each in found if isinstance(each, dict)]


# --- writing ---------------------------------------------------------------------------------------------


def _rendered(lines: Iterable[Line], entries: Iterable[Entry]) -> Iterator[str]:
    by_id: dict[str, list[Line]] = {}
    for line in lines:
        by_id.setdefault(line.entry.id, []).append(line)
    for entry in sorted(entries, key=order):
        old = by_id.get(entry.id, [])
        yield from dict.fromkeys(comment for line in old for comment in line.above)
        if len(old) == 1 and old[0].text and old[0].entry == entry:
            yield _closed(old[0].text)
        else:
            further = {key: value for line in old for key, value in line.keys.items()}
            comments = dict.fromkeys(filter(None, (_comment(line.text) for line in old)))
            yield " ".join([_table_of(entry, further) + ",", *comments])


def _closed(text: str) -> str:
    """The text of an entry with the comma behind it that the last of a list may lack."""
    comment = _comment(text)
    bare = text[: len(text) - len(comment)].rstrip()
    return text if bare.endswith(",") else f"{bare},  {comment}".rstrip()


def _comment(text: str) -> str:
    """The comment at the end of a line."""
    marks = (at for at, letter in enumerate(text) if letter == "#")
    return next((text[at:].rstrip() for at in marks if _keys(text[:at])), "")


def _table_of(entry: Entry, further: Mapping[str, Any]) -> str:
    """An entry in the order of its keys, then the keys that are not ours."""
    names = Entry.__struct_fields__
    ours = {name: value for name in names if (value := getattr(entry, name))}
    return _written(ours | {name: value for name, value in further.items() if name not in names})


def _written(value: Any) -> str:
    """A value on one line."""
    import tomlkit

    if isinstance(value, dict):
        pairs = (f"{tomlkit.key(name).as_string()} = {_written(each)}" for name, each in value.items())
        return "{ " + ", ".join(pairs) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_written, value)) + "]"
    text: str = tomlkit.item(value).as_string()
    return text

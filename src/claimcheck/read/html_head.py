"""Title, date and publisher of a saved page: from its meta tags, its JSON-LD and its time elements."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from claimcheck.lexicon import pages
from claimcheck.read.html_walk import below
from claimcheck.read.structure import STAMP, squeeze

if TYPE_CHECKING:
    from resiliparse.parse.html import HTMLTree

DAY = 10  # characters of a date in ISO spelling; the time of day behind it does not matter
MOST_OBJECTS = 2000  # of JSON-LD that are looked at
BY = (
    " | ",
    " — ",
    " – ",
    " - ",
    " · ",
    " :: ",
    " » ",
)  # before the name of the site in the title of the window
Found = dict[str, str]


def fields(tree: HTMLTree) -> Found:
    """What a page says of itself, by the names of front matter."""
    named = {**_linked(tree), **_meta(tree)}
    table = pages.table().meta
    found = {
        "date": _first(named, table.published) or _time(tree),
        "updated": _first(named, table.updated),
        "publisher": _first(named, table.publisher),
        "title": _first(named, table.title),
    }
    stamps = {key: value for key in ("date", "updated") if (value := found[key]) and value[:4].isdigit()}
    found |= {key: value[:DAY] for key, value in stamps.items()}
    found[STAMP] = _last_of_day(list(stamps.values()))
    return {key: value for key, value in found.items() if value}


def _last_of_day(stamps: Sequence[str]) -> str | None:
    """The last of some ISO dates with their times that is of the day of the first one."""
    same = [stamp for stamp in stamps if stamp[:DAY] == stamps[0][:DAY] and len(stamp) > DAY]
    return same[-1] if same else next(iter(stamps), None)


def window(tree: HTMLTree) -> str | None:
    """The title of the window without the name of the site behind it."""
    title = squeeze(tree.title or "")
    cut = max(title.rfind(by) for by in BY)
    return (title[:cut] if cut > 0 else title) or None


def _first(named: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((named[name] for name in names if named.get(name)), None)


def _meta(tree: HTMLTree) -> Found:
    found: Found = {}
    for node in _all(tree, "meta"):
        name = node.getattr("property") or node.getattr("name") or node.getattr("itemprop") or ""
        found.setdefault(name.lower(), squeeze(node.getattr("content") or ""))
    return found


def _time(tree: HTMLTree) -> str | None:
    """The day of the first time element that dates the page; one alone does."""
    times = [node for node in _all(tree, "time") if node.getattr("datetime")]
    named = [n for n in times if n.hasattr("pubdate") or n.getattr("itemprop") == "datePublished"]
    node = (named or times or [None])[0]
    return node.getattr("datetime") if node is not None and (named or len(times) == 1) else None


def _linked(tree: HTMLTree) -> Found:
    """What the JSON-LD of a page says; the first object with a date of publication speaks."""
    found: Found = {}
    for item in islice(_objects(tree), MOST_OBJECTS):
        for key in ("datePublished", "dateModified", "headline"):
            if isinstance(item.get(key), str):
                found.setdefault(key.lower(), squeeze(item[key]))
        publisher = item.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str):
            found.setdefault("publisher", squeeze(name))
    return found


def _objects(tree: HTMLTree) -> Iterator[dict[str, Any]]:
    """The objects of all JSON-LD of a page, the outer ones first."""
    import msgspec

    for node in _all(tree, "script"):
        if (node.getattr("type") or "").lower() != "application/ld+json":
            continue
        try:
            todo: deque[Any] = deque([msgspec.json.decode(node.text)])
        except (msgspec.DecodeError, RecursionError):
            continue
        while todo:
            item = todo.popleft()
            if isinstance(item, dict):
                yield item
                todo += item.values()
            elif isinstance(item, list):
                todo += item


def _all(tree: HTMLTree, tag: str) -> Iterable[Any]:
    document = tree.document
    return below(document, tag) if document is not None else ()

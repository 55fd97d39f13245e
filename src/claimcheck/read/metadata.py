"""Date and publisher of a document, and whether it is a history."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import PurePosixPath

from claimcheck.lexicon import dates, documents
from claimcheck.model import Span
from claimcheck.read import yearless
from claimcheck.read.dateline import BOTTOM, HEAD, TOP, Dateline
from claimcheck.read.structure import Parsed

SHORTEST_TITLE = 20  # characters: a shorter one may stand in the text by chance


def day(parsed: Parsed, datelines: Sequence[Dateline], source: str) -> date | None:
    """The day of a text: front matter, then its own dateline, then the ISO date in its file name."""
    table = documents.table()
    for value in _fields(parsed, (*table.published_fields, *table.updated_fields)):
        found = next(dates.find(value), None)
        if found:
            return found.date
    if datelines:
        return datelines[0].date
    named = _in_name(source)
    own = yearless.find(parsed.plain) if named else None
    return (named and own and dates.nearest(own, named)) or named


def publisher(parsed: Parsed) -> str | None:
    """Who published a text: front matter, a line such as "Source: ...", or the agency in its dateline."""
    for value in _fields(parsed, documents.table().publisher_fields):
        return value
    head, foot = parsed.plain[: 2 * HEAD], parsed.plain[-BOTTOM:]
    found = _labelled().search(head) or _agency().search(head) or _labelled().search(foot)
    return found["name"].strip(" .") if found else None


def history(source: str, title: str | None) -> bool:
    """True for changelogs, release notes and migration guides, by name, folder or title."""
    path = PurePosixPath(source)
    # A file NEWS lists changes; a text called news.txt need not.
    if path.stem.rstrip("0123456789") == "NEWS" or (path.stem.lower() == "news" and path.suffix != ".txt"):
        return True
    table = documents.table()
    if any(documents.name_words(folder) in table.history_folders for folder in path.parent.parts):
        return True
    names = [documents.name_words(name) for name in (path.stem, title or "")]
    return _between_versions().search(path.stem.lower()) is not None or any(
        name in table.history or any(phrase in name for phrase in table.history_phrases) for name in names
    )


@cache
def _between_versions() -> re.Pattern[str]:
    """ "v2_to_v3", "upgrade-4.1-to-5", but not "grades-6-to-8" """
    return re.compile(r"(?<![^\W_])(?:v\d{1,2}(?:\.\d+)*|\d{1,2}(?:\.\d+)+)[ _-]to[ _-]v?\d{1,2}(?![^\W_])")


def repeated_title(parsed: Parsed) -> Span | None:
    """Where the first lines below the title say it again: saved pages do."""
    title = parsed.title
    if not title or len(title) < SHORTEST_TITLE:
        return None
    top = parsed.plain[: 2 * len(title) + TOP].replace("\xa0", " ")
    first = top.find(title)
    second = top.find(title, first + len(title)) if first >= 0 else -1
    return (second, second + len(title)) if second >= 0 else None


def _fields(parsed: Parsed, keys: Iterable[str]) -> list[str]:
    found = {key.replace("_", " ").replace("-", " "): value for key, value in parsed.fields.items()}
    return [found[key] for key in keys if found.get(key)]


def _in_name(source: str) -> date | None:
    for found in _iso().finditer(source.rpartition("/")[2]):
        day = dates.day_of(int(found["year"]), int(found["month"]), int(found["day"]))
        if day:
            return day
    return None


@cache
def _iso() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\d)(?P<year>{dates.RECENT_YEAR})(?P<sep>[-_.]?)(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?!\d)"
    )


@cache
def _agency() -> re.Pattern[str]:
    # "HARBOURTON, 4 March (Agency) - "
    return re.compile(r"\((?P<name>[A-Z][\w.&' ]{1,30})\)\s*[-–—]")


@cache
def _labelled() -> re.Pattern[str]:
    labels = "|".join(documents.table().publisher_labels)
    return re.compile(
        rf"(?im)^[ \t]*(?:{labels})(?:(?<=by)[ \t]+|[ \t]*:[ \t]*)(?P<name>\S[^\r\n]{{1,58}})[ \t]*\r?$"
    )

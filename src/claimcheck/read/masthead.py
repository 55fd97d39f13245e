"""Whether a day at the head of a text stands apart from the words around it: "The Herald, Monday 4 March | page 3"."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import dates, grammar

LINES = 5  # lines at the top, blank ones not counted: title, subtitle, newspaper, day, author
LONGEST = 140  # characters of a line that is no paragraph
REACH = 1200  # characters in which these lines stand
SHORT = 3  # words of a part that says no more than a page, a desk or an edition
VERBS = ("be", "have", "modal", "relative", "subject_pronoun")  # classes of which a word makes a sentence
OPENERS = ("determiner", "subordinator", "relative", "coordinator", "contrast", "subject_pronoun")


def reach(plain: str, start: int) -> tuple[int, int]:
    """Where the first line of a text ends that is not blank, and where the last one that may be its head does."""
    ends = [
        line.end()
        for _, line in zip(range(LINES), _line().finditer(plain, start, start + REACH), strict=False)
    ]
    return (ends[0], ends[-1]) if ends else (start, start)


def stands_apart(line: str, start: int, end: int, title: bool) -> bool:
    """True for a day `line[start:end]` between separators in a line that is no sentence; a `title` is held to more."""
    before, after = line[:start], line[end:]
    return (
        len(line) <= LONGEST
        and not _is_sentence(before, after)
        and _begins(
            before, title and not (_moment().search(line[start:end].lower()) or _byline().match(after))
        )
        and _ends(after)
    )


def is_row(plain: str, start: int, end: int) -> bool:
    """True for a line `plain[start:end]` with as many bars as the line above or below it: the row of a table."""
    bars = plain.count("|", start, end)
    above = plain[plain.rfind("\n", 0, max(0, start - 1)) + 1 : start]
    below = plain[end + 1 : end + LONGEST].partition("\n")[0]
    return bars > 1 and bars in (above.count("|"), below.count("|"))


def is_of_itself(before: str, after: str) -> bool:
    """False for a day, between lower-case words, that is one end of a range or that of a version or an event."""
    version = _version().search(before)
    return not (
        (version and not version["own"])
        or _range_before().search(before)
        or _range_behind().match(after)
        or _event().search(before)
    )


def _is_sentence(before: str, after: str) -> bool:
    verbs = frozenset(word for name in VERBS for word in grammar.words(name) if len(word) > 1)
    return any(word in verbs for part in (before, after) for word in _words(part))


def _begins(before: str, title: bool) -> bool:
    """True for a day with nothing before it, or with a separator that what stands there allows."""
    if not before.strip():
        return True
    found = _separator().search(before)
    if found is None:
        return False
    if found["strong"] or (found["dash"] and not title):
        return True
    if not dates.table().labels.publications.isdisjoint(map(str.lower, _words(before))):
        return True  # "Statement of the council for the press, 4 March"
    if title:
        return False  # "Siege of Orvane, 4 March 1957"
    part = _words(_parts().split(before.rstrip(" \t,;-–—([|/·•"))[-1])
    if len(part) <= SHORT and not any(word in grammar.words("preposition") for word in map(str.lower, part)):
        return True
    strict = before.rstrip().endswith("(")
    return all(word[0].isupper() for word in part if strict or len(word) > SHORT)


def _ends(after: str) -> bool:
    """True for a day with nothing behind it, or with a separator and no clause behind that."""
    found = _behind().match(after)
    if found is None:
        return False
    part = _words(_parts().split(after[found.end() :])[0])
    if not part or not part[0][0].islower() or not found["weak"]:
        return True
    return len(part) <= SHORT and not any(part[0] in grammar.words(name) for name in OPENERS)


def _words(part: str) -> list[str]:
    return _word().findall(part)


@cache
def _line() -> re.Pattern[str]:
    return re.compile(r"[^\S\r\n]*[^\s][^\r\n]*")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_][\w'’.-]*")


@cache
def _moment() -> re.Pattern[str]:
    """A weekday or a clock time, which nobody gives with the day of an event in a headline."""
    return re.compile(rf"\b{dates.weekday_pattern()}\b|\d[:.]\d\d(?![\d.])")


@cache
def _byline() -> re.Pattern[str]:
    """ ", by Ada Brook" behind a day, which no headline has."""
    return re.compile(r",?\s[Bb]y\s(?:[A-Z][\w'’.-]*\s)*[A-Z][\w'’-]+\W*\Z")


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(r"[|/·•,;:()\[\]]|[–—]|\s-{1,3}\s|\w{3}\.\s")


@cache
def _separator() -> re.Pattern[str]:
    """What stands before a day; a dash may stand in a headline as well, a comma or a parenthesis in any sentence."""
    standing = "|".join(dates.table().labels.standing)
    return re.compile(
        rf"(?:(?P<strong>[|·•\[\]]|\s/{{1,2}}|\w{{3}}\.\s|(?i:\b(?:{standing})):\s)|(?P<dash>\s-{{1,3}}|[–—])|[,;(])\s*\Z"
    )


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:\Z|[|/·•([\])]+|\.(?:\s|\Z)|(?P<weak>\)?[,;:]|[–—]|-{2,3}|(?<=\s)-(?=\s|\Z)))\s*"
    )


@cache
def _range_before() -> re.Pattern[str]:
    """A first day before a dash: "3-", "3 March – ", "(4 March 1950 – "."""
    name = dates.month_pattern()
    return re.compile(
        rf"(?:\d[-–—]|(?:\b(?:{name})\b\.?(?:\s+\d{{1,2}})?(?:,?\s*\d{{4}})?|\d[./-]\d+)\s*[-–—]+\s*)\Z"
    )


@cache
def _range_behind() -> re.Pattern[str]:
    """A second day behind a dash."""
    name = dates.month_pattern()
    return re.compile(rf"\s*[-–—]+\s*(?:{name}\b\.?\s+\d|{dates.day_pattern()}\s+{name}\b|\d{{1,4}}[./-]\d)")


@cache
def _version() -> re.Pattern[str]:
    """The number of a release, which the day is that of: "Relay 2.4.0 ("; a text may have one as well: "rev. 1.2 ("."""
    own = "|".join(dates.table().labels.revisions)
    return re.compile(rf"(?<![\w.])(?P<own>(?:{own})\b\.?\s+)?v?\d+\.\d+[\w.]*\]?\s*[-–—(,:]+\s*\Z")


@cache
def _event() -> re.Pattern[str]:
    words = "|".join(dates.table().labels.events)
    return re.compile(rf"\b(?:{words})\b[^|/.;]{{0,20}}\Z")

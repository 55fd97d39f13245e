"""Page furniture: spans of a saved page that are no words of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from claimcheck.lexicon import furniture as cues
from claimcheck.lexicon.patterns import humps
from claimcheck.model import Span
from claimcheck.read import dateline, yearless
from claimcheck.read.blank import blank
from claimcheck.read.structure import line_spans, lower, trimmed

LONGEST_CUE = 60  # characters of a line that can be a cue as a whole, and around a cue inside a line
LONGEST_HEADLINE = 120
LONGEST_NOTICE = 400
SHORTEST_PROSE = 60  # characters of a line that counts as prose when it ends like a sentence
TAIL = 2500  # characters at the end of a text in which menus without line breaks are looked for
SHORT_TAIL = 300  # one cue is enough so near to the end
REPEATED = range(30, 300)  # characters of a caption or headline that a page prints twice


class _Line(msgspec.Struct, frozen=True):
    """A line without the white space around it; `key` is its spelling in the table, "" where it is too long."""

    start: int
    end: int
    key: str
    stop: bool  # ends like a sentence

    @property
    def span(self) -> Span:
        return self.start, self.end

    @property
    def short(self) -> bool:
        return not self.stop and self.end - self.start <= LONGEST_HEADLINE

    @property
    def prose(self) -> bool:
        return self.stop and self.end - self.start >= SHORTEST_PROSE


class _Article(NamedTuple):
    """The lines of one text, where its readers' part opens (at the end without one), and where it ends."""

    lines: list[_Line]
    readers: int
    end: int


def page(text: str) -> str:
    """A plain text without the furniture of the pages that it was saved from."""
    text = _inside(text)
    return blank(text, [span for article in _articles(text) for span in _around(text, article)])


def _around(text: str, article: _Article) -> Iterator[Span]:
    body = [line for line in article.lines if line.start < article.readers]
    marks = [_is_furniture(text, line) for line in body]
    yield from (line.span for line, mark in zip(body, marks, strict=True) if mark)
    yield article.readers, article.end
    yield from (*_links(text, body), *_repeated(text, body), *_tail(text, article))
    yield from _above_furniture(text, body, marks, article.readers < article.end)


def is_caption(line: str) -> bool:
    """True for a line that ends with the credit of a picture."""
    return line.endswith(")") and len(line) <= LONGEST_NOTICE and bool(_credit().search(line.lower()))


def markup(text: str) -> str:
    """A plain text from markup without the readers' parts; its short lines may be anything and stay."""
    return blank(text, [(article.readers, article.end) for article in _articles(text)])


# --- inside a line ---------------------------------------------------------------------------------------


def _inside(text: str) -> str:
    """The text without the cues that stand inside its lines, and without notices."""
    low = lower(text)
    spans = list(_cues(low, _inline()))
    spans += filter(None, (_short_line(text, start) for start, _ in _cues(low, _notices())))
    return blank(text, spans)


def _cues(low: str, patterns: dict[str, re.Pattern[str]]) -> Iterator[Span]:
    """Where the cues stand: first their longest word is looked for, which costs next to nothing."""
    for word, pattern in patterns.items():
        at = low.find(word)
        while at >= 0:
            found = pattern.search(low, max(0, at - LONGEST_CUE), at + LONGEST_CUE)
            if found:
                yield found.span()
            at = low.find(word, max(found.end() if found else 0, at + len(word)))


def _short_line(text: str, offset: int) -> Span | None:
    """The line around an offset, None where it is too long for a notice."""
    low, high = max(0, offset - LONGEST_NOTICE), offset + LONGEST_NOTICE
    start = max(text.rfind("\n", low, offset), text.rfind("\r", low, offset)) + 1
    found = _line_end().search(text, offset, high)
    end = found.start() if found else min(high, len(text))
    return (start, end) if (start or not low) and end - start <= LONGEST_NOTICE else None


# --- lines -----------------------------------------------------------------------------------------------


def _read(text: str) -> Iterator[_Line]:
    for span in line_spans(text):
        words = trimmed(text, *span)
        if words:
            start, end = words
            key = cues.key(text[start:end]) if end - start <= LONGEST_CUE else ""
            yield _Line(start, end, key, bool(_sentence_end().search(text, max(start, end - 5), end)))


def _is_furniture(text: str, line: _Line) -> bool:
    if line.key in _lines() or line.key in _openers():
        return True
    if line.end - line.start > LONGEST_NOTICE:
        return False
    words = text[line.start : line.end]
    low = words.lower()
    if low.endswith(cues.table().archive) or (line.short and low.startswith(cues.table().starts)):
        return True
    return bool(line.key) and (_is_glued(words) or _is_menu(low) or bool(_page_clock().search(low)))


def _is_glued(words: str) -> bool:
    """True for cues that a page has run together: "Print articleShare"."""
    found = humps().search(words)
    return found is not None and cues.key(words[: found.start()]) in _lines()


def _is_menu(low: str) -> bool:
    """True for a row of cues: "Older posts | Newer posts"."""
    parts = _bar().split(low)
    return len(parts) > 1 and all(cues.key(part) in _lines() for part in parts)


def _articles(text: str) -> Iterator[_Article]:
    """The text up to the end of its readers' part, which opens below prose and ends where another text begins."""
    lines = list(_read(text))
    first = prose = 0
    readers = len(text)
    for number, line in enumerate(lines):
        if readers == len(text):
            if prose > 1 and line.key in _openers():
                readers = line.start
        elif _has_dateline(text, line):
            begin = number - _is_title(text, lines[number - 1])
            yield _Article(lines[first:begin], readers, lines[begin].start)
            first, prose, readers = begin, 0, len(text)
        prose += line.prose
    yield _Article(lines[first:], readers, len(text))


def _has_dateline(text: str, line: _Line) -> bool:
    """True for a paragraph that opens an article: "SANDMOUTH, March 4, 2019 (Agency) - Two ferries"."""
    words = text[line.start : min(line.end, line.start + LONGEST_HEADLINE)]
    if not line.prose or _city().match(words) is None:
        return False
    return bool(dateline.find(words, run_on=False) or yearless.find(words))


@cache
def _city() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_a-z](?:[^\W\d_a-z]|[ .'’-](?=[^\W\d_a-z])){2,40}(?:,| \()")


def _is_title(text: str, line: _Line) -> bool:
    return line.short and not _is_furniture(text, line)


def _links(text: str, lines: list[_Line]) -> Iterator[Span]:
    """Lines such as "Related articles", and the headlines below each."""
    listed = False
    for line in lines:
        listed = line.key in _link_heads() or (listed and _is_headline(text, line))
        if listed:
            yield line.span


def _above_furniture(text: str, lines: list[_Line], marks: list[bool], below: bool) -> list[Span]:
    """Headlines and labels between the last sentence and furniture at the end; one alone may be prose."""
    found: list[Span] = []
    for line, mark in zip(reversed(lines), reversed(marks), strict=True):
        if mark:
            below = True
        elif below and _is_headline(text, line):
            found.append(line.span)
        else:
            break
    return found if len(found) > 1 else []


def _is_headline(text: str, line: _Line) -> bool:
    """True for a short line without a stop in which most long words are capitalised."""
    if not line.short:
        return False
    words = [word for word in text[line.start : line.end].split() if len(word) > 3 and word[0].isalpha()]
    return 3 * sum(word[0].isupper() for word in words) >= 2 * len(words) > 0


def _repeated(text: str, lines: list[_Line]) -> Iterator[Span]:
    """The second half of a line that says the same twice, and captions that stand in the text again."""
    seen: set[str] = set()
    for line in lines:
        if line.end - line.start not in REPEATED:
            continue
        words = text[line.start : line.end]
        half = (len(words) + 1) // 2
        if words[:half].rstrip() == words[-(len(words) // 2) :].strip():
            yield line.start + half, line.end
        elif words in seen and not line.stop:
            yield line.span
        seen.add(words)


def _tail(text: str, article: _Article) -> Iterator[Span]:
    """Menus run together behind the last sentence, where a page has lost its line breaks."""
    start = article.lines[0].start if article.lines else 0
    begin = max(start, article.end - TAIL)
    low = lower(text[begin : article.end])
    found = sorted(start for start, _ in _cues(low, _tails()))
    if not found or (len(found) < 2 and len(low) - found[0] > SHORT_TAIL):
        return
    sentence = max((match.end() for match in _after_sentence().finditer(low, 0, found[0])), default=0)
    label = _label().search(low, sentence, found[0])
    yield begin + (label.start() if label else found[0]), article.end


@cache
def _lines() -> frozenset[str]:
    return frozenset(cues.table().lines)


@cache
def _link_heads() -> frozenset[str]:
    return frozenset(cues.table().links)


@cache
def _openers() -> frozenset[str]:
    return frozenset(cues.table().comments)


@cache
def _inline() -> dict[str, re.Pattern[str]]:
    return _by_word(cues.table().inline)


@cache
def _notices() -> dict[str, re.Pattern[str]]:
    return _by_word(cues.table().notices)


def _by_word(table: tuple[str, ...], glued: bool = False) -> dict[str, re.Pattern[str]]:
    """One pattern for all the cues whose longest word is the same, by that word."""
    groups: dict[str, list[str]] = {}
    for cue in table:
        groups.setdefault(max(cue.split(), key=len), []).append(cue)
    return {word: re.compile(cues.pattern(group, glued)) for word, group in groups.items()}


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(rf"\([^()]*{cues.pattern(cues.table().credits)}[^()]*\)\Z")


@cache
def _tails() -> dict[str, re.Pattern[str]]:
    return _by_word(cues.table().tails, glued=True)


@cache
def _label() -> re.Pattern[str]:
    # "... 440 Related": a counter may stand before the label.
    return re.compile(rf"(?:\d+\s+){{0,2}}{cues.pattern(cues.table().labels)}")


@cache
def _bar() -> re.Pattern[str]:
    return re.compile(r"\s*[|•·]\s*")


@cache
def _page_clock() -> re.Pattern[str]:
    # The time at which the page was saved, with the offset of the reader: "20:50 GMT +3".
    return re.compile(r"\b\d{1,2}:\d\d\s*(?:gmt|utc)\s*[+-]\s*\d")


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"""[.!?…]\s?["'”’»)\]]{0,3}\Z""")


@cache
def _after_sentence() -> re.Pattern[str]:
    return re.compile(r"""[.!?…]["'”’»)\]]{0,3}\s+""")


@cache
def _line_end() -> re.Pattern[str]:
    return re.compile(r"[\r\n]")

"""Page furniture: spans of a saved page that are no words of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from claimcheck.lexicon import furniture as cues
from claimcheck.read.blank import Span, blank
from claimcheck.read.structure import line_spans, lower, trimmed

LONGEST_CUE = 120  # characters of a line that can be furniture as a whole
LONGEST_NOTICE = 400
SHORTEST_PROSE = 60  # characters of a line that counts as prose when it ends like a sentence
TAIL = 2500  # characters at the end of a text in which menus without line breaks are looked for
SHORT_TAIL = 300  # one cue is enough so near to the end
REPEATED = range(30, 300)  # characters of a caption or headline that a page prints twice


def page(text: str) -> str:
    """A plain text without the furniture of the page that it was saved from."""
    text = inside(text)
    lines = [span for span in (trimmed(text, *line) for line in line_spans(text)) if span]
    marks = [_mark(text, span) for span in lines]
    spans = [span for span, mark in zip(lines, marks, strict=True) if mark]
    spans += _comments(text, lines, marks)
    spans += _links(text, lines, marks)
    spans += _repeated(text, lines)
    spans += _tail(text)
    return blank(text, spans)


def markup(text: str) -> str:
    """A plain text from markup without the readers' part; its short lines may be anything and stay."""
    if not _form().search(lower(text)):
        return text
    lines = [span for span in (trimmed(text, *line) for line in line_spans(text)) if span]
    return blank(text, _comments(text, lines, [""] * len(lines)))


def inside(text: str) -> str:
    """A text without the furniture that stands inside its lines."""
    low = lower(text)
    spans = [found.span() for found in _inline().finditer(low)]
    for found in _notice().finditer(low):
        start, end = _line_around(text, found.start())
        if end - start <= LONGEST_NOTICE:
            spans.append((start, end))
    return blank(text, spans)


# --- lines -----------------------------------------------------------------------------------------------


def _mark(text: str, span: Span) -> str:
    """What a line is: "line" for furniture, "links" above a list of links, "" for all else."""
    if span[1] - span[0] > LONGEST_NOTICE:
        return ""
    words = text[slice(*span)]
    if words.endswith(")") and words.lower().endswith(cues.table().archive):
        return "line"
    if len(words) > LONGEST_CUE:
        return ""
    key = cues.key(words)
    if key in _lines() or (_glued().search(words) and cues.key(_glued().split(words)[0]) in _lines()):
        return "links" if key in _link_heads() else "line"
    return "links" if key in _link_heads() else ""


def _comments(text: str, lines: list[Span], marks: list[str]) -> Iterator[Span]:
    """From the first line that opens the readers' part, with prose above it, to the end."""
    prose = 0
    for span in lines:
        if span[1] - span[0] <= LONGEST_CUE and prose > 1 and cues.key(text[slice(*span)]) in _openers():
            yield span[0], len(text)
            return
        prose += _is_prose(text, span)


def _links(text: str, lines: list[Span], marks: list[str]) -> Iterator[Span]:
    """Headlines below a line such as "Related articles", and those just above the furniture at the end."""
    for index, mark in enumerate(marks):
        if mark == "links":
            yield lines[index]
            for span in islice(lines, index + 1, None):
                if not _is_headline(text, span):
                    break
                yield span
    yield from _before_the_end(text, lines, marks)


def _before_the_end(text: str, lines: list[Span], marks: list[str]) -> Iterator[Span]:
    end = next(iter(_comments(text, lines, marks)), (len(text), 0))[0]
    inside = [(span, mark) for span, mark in zip(lines, marks, strict=True) if span[0] < end]
    below = end < len(text)
    found: list[Span] = []
    for span, mark in reversed(inside):
        if mark:
            below = True
        elif below and _is_headline(text, span):
            found.append(span)
        else:
            break
    if len(found) > 1:
        yield from found


def _is_prose(text: str, span: Span) -> bool:
    return span[1] - span[0] >= SHORTEST_PROSE and bool(
        _sentence_end().search(text, max(0, span[1] - 5), span[1])
    )


def _is_headline(text: str, span: Span) -> bool:
    """True for a short line without a stop in which most long words are capitalised."""
    if span[1] - span[0] > LONGEST_CUE or _sentence_end().search(text, max(0, span[1] - 5), span[1]):
        return False
    words = [word for word in text[slice(*span)].split() if len(word) > 3 and word[0].isalpha()]
    return 3 * sum(word[0].isupper() for word in words) >= 2 * len(words)


def _repeated(text: str, lines: list[Span]) -> Iterator[Span]:
    """The second half of a line that says the same twice, and captions that stand in the text again."""
    seen: set[str] = set()
    for start, end in lines:
        if end - start not in REPEATED:
            continue
        words = text[start:end]
        half = (len(words) + 1) // 2
        if words[:half].rstrip() == words[-(len(words) // 2) :].strip():
            yield start + half, end
        elif words in seen and not _sentence_end().search(words, len(words) - 5):
            yield start, end
        seen.add(words)


# --- the end of a text without line breaks -----------------------------------------------------------------


def _tail(text: str) -> Iterator[Span]:
    """Menus run together behind the last sentence."""
    begin = max(0, len(text) - TAIL)
    low = lower(text[begin:])
    found = [match.start() for match in _tails().finditer(low)]
    if not found or (len(found) < 2 and len(low) - found[0] > SHORT_TAIL):
        return
    sentence = max((match.end() for match in _after_sentence().finditer(low, 0, found[0])), default=0)
    label = _label().search(low, sentence, found[0])
    yield begin + (label.start() if label else found[0]), len(text)


def _line_around(text: str, offset: int) -> Span:
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    found = _line_end().search(text, offset)
    return start, found.start() if found else len(text)


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
def _inline() -> re.Pattern[str]:
    return re.compile(cues.pattern(cues.table().inline))


@cache
def _notice() -> re.Pattern[str]:
    return re.compile(cues.pattern(cues.table().notices))


@cache
def _form() -> re.Pattern[str]:
    return re.compile(cues.pattern(cues.table().comments))


@cache
def _tails() -> re.Pattern[str]:
    return re.compile(cues.pattern(cues.table().tails).removesuffix(r"(?!\w)"))


@cache
def _label() -> re.Pattern[str]:
    # "... 440 Related": a counter may stand before the label.
    return re.compile(rf"(?:\d+\s+){{0,2}}{cues.pattern(cues.table().labels)}")


@cache
def _glued() -> re.Pattern[str]:
    return re.compile(r"(?<=[a-z])(?=[A-Z])")


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"""[.!?…]\s?["'”’»)\]]{0,3}\Z""")


@cache
def _after_sentence() -> re.Pattern[str]:
    return re.compile(r"""[.!?…]["'”’»)\]]{0,3}\s+""")


@cache
def _line_end() -> re.Pattern[str]:
    return re.compile(r"[\r\n]")

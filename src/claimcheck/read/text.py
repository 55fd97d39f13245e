"""Plain text: paragraphs by blank lines or by lines, hard-wrapped prose joined, headings by their look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import msgspec

from claimcheck.model import BlockKind, Span
from claimcheck.read import dateline, front, furniture, inline
from claimcheck.read.structure import Outline, Parsed, Piece, finish, line_spans, squeeze, trimmed

WIDTHS = range(40, 133)  # of hard-wrapped lines, in characters
MOST_FULL = 0.7  # share of the lines of a wrapped paragraph that had no room for the next word
FEW_STICK_OUT = 6  # lines for each that may be longer
LONGEST_HEADING = 80
LONGEST_TITLE = 200
MOST_ABOVE = 6  # paragraphs above the first sentence among which the title is looked for


class _Line(msgspec.Struct, frozen=True):
    """A line without the white space around it."""

    start: int
    end: int
    indent: int
    alone: bool  # blank lines on both sides

    @property
    def length(self) -> int:
        return self.end - self.start


def read(text: str) -> Parsed:
    """Blocks and plain text of a text without markup."""
    fields, plain = front.taken(text)
    plain = furniture.page(inline.lines_of_code(inline.addresses(plain)))
    pieces = list(_pieces(plain, list(_paragraphs(plain))))
    title = next((piece for piece in pieces if piece.kind == "heading" and not piece.headings), None)
    plain, blocks = finish(plain, pieces, str)
    words = squeeze(plain[title.spans[0][0] : title.spans[-1][1]]) if title else None
    return Parsed(plain, blocks, words or None, fields)


# --- paragraphs ------------------------------------------------------------------------------------------


def _paragraphs(text: str) -> Iterator[list[_Line]]:
    """The lines of each paragraph; an underlined heading keeps its underline as second line."""
    groups = list(_groups(text))
    widths = [_width(text, lines) for lines in groups]
    usual = max(widths, default=0)
    for lines, width in zip(groups, widths, strict=True):
        # Two lines do not show how a text is wrapped; the rest of it does.
        width = usual if len(lines) == 2 else width
        paragraph = [lines[0]]
        for line in lines[1:]:
            if not _joins(text, paragraph, line, width):
                yield paragraph
                paragraph = []
            paragraph.append(line)
        yield paragraph


def _groups(text: str) -> Iterator[list[_Line]]:
    """Lines with no blank line between them."""
    spans: list[tuple[int, int, int]] = []
    for low, high in [*line_spans(text), (0, 0)]:
        words = trimmed(text, low, high)
        if words:
            spans.append((*words, words[0] - low))
        elif spans:
            yield [_Line(*span, alone=len(spans) == 1) for span in spans]
            spans = []


def _width(text: str, lines: list[_Line]) -> int:
    """Where hard-wrapped prose was broken; 0 for lines that are paragraphs of their own.

    In wrapped prose most lines end inside a sentence, and hardly one of these had room for one more word; an
    address or a dateline may stick out.
    """
    pairs = [(line, after) for line, after in pairwise(lines) if after.indent <= line.indent]
    inside = [(line, after) for line, after in pairs if not _ends_sentence(text, line)]
    if len(lines) < 3 or not 2 * len(inside) >= len(pairs) > 0:
        return 0
    longest = sorted({line.length for line in lines}, reverse=True)[: 1 + len(lines) // FEW_STICK_OUT]
    widths = (width for width in longest if width in WIDTHS)
    return next((width for width in widths if _is_wrapped(text, inside, width)), 0)


def _is_wrapped(text: str, lines: list[tuple[_Line, _Line]], width: int) -> bool:
    """True where hardly a line of those that end inside a sentence had room for the first word of the next."""
    full = sum(_is_full(text, line, after, width) for line, after in lines)
    return full >= MOST_FULL * len(lines)


def _joins(text: str, paragraph: list[_Line], after: _Line, width: int) -> bool:
    """True where `after` goes on with the paragraph."""
    line = paragraph[-1]
    if _underline().fullmatch(text, after.start, after.end):
        return True
    if _underline().fullmatch(text, line.start, line.end):
        return False
    ends = _ends_sentence(text, line)
    item = bool(_marker().match(text, paragraph[0].start, line.end))
    if _marker().match(text, after.start, after.end):
        # Wrapped prose may break before a number with its full stop, or before a dash.
        return width > 0 and not ends and not item
    if text[after.start] == text[line.start] == ">":
        return True
    if after.indent > line.indent:
        # Below the marker of a list item it goes on, at the beginning of a paragraph it does not.
        return item or (width > 0 and not ends)
    if width and (not ends or _is_full(text, line, after, width)):
        return True
    return bool(_goes_on().match(text, after.start, after.end)) and not ends


def _is_full(text: str, line: _Line, after: _Line, width: int) -> bool:
    """True where the first word of `after` had no room in `line`."""
    found = _word().match(text, after.start, after.end)
    return line.length + 1 + (found.end() - found.start() if found else 0) > width


def _ends_sentence(text: str, line: _Line) -> bool:
    return bool(_stop().search(text, max(line.start, line.end - 6), line.end))


# --- blocks ----------------------------------------------------------------------------------------------


def _pieces(text: str, paragraphs: list[list[_Line]]) -> Iterator[Piece]:
    outline = Outline()
    title = _title(text, paragraphs)
    prose = False
    for lines, after in pairwise([*paragraphs, []]):
        level = 0 if lines is title else _level(text, lines, after, prose)
        underlined = len(lines) > 1 and bool(_underline().fullmatch(text, lines[-1].start, lines[-1].end))
        spans = tuple((line.start, line.end) for line in (lines[:-1] if underlined else lines))
        kind: BlockKind = "heading"
        if level or lines is title:
            spans = ((_after_hashes(text, spans[0]), spans[0][1]), *spans[1:])
        else:
            prose = prose or _ends_sentence(text, lines[-1])
            kind, spans = _kind(text, spans)
        if level:
            outline.enter(level, spans[0])
        yield Piece(spans, kind, outline.path)
        outline.below()


def _kind(text: str, spans: tuple[Span, ...]) -> tuple[BlockKind, tuple[Span, ...]]:
    """What a paragraph is, and its spans without the marks of lists and quotations."""
    quoted = [_quoted().match(text, *span) for span in spans]
    if all(quoted):
        return "quote", tuple((mark.end(), span[1]) for mark, span in zip(quoted, spans, strict=True) if mark)
    marker = _marker().match(text, *spans[0])
    if marker is not None:
        return "item", ((marker.end(), spans[0][1]), *spans[1:])
    return ("caption" if furniture.is_caption(text[slice(*spans[-1])]) else "paragraph"), spans


def _title(text: str, paragraphs: list[list[_Line]]) -> list[_Line] | None:
    """The first line that can be a title above the first sentence; one of several words is preferred."""
    candidates = []
    for lines in paragraphs[:MOST_ABOVE]:
        if _is_title(text, lines):
            candidates.append(lines)
        elif not dateline.is_date_line(text[lines[0].start : lines[-1].end]):
            break
    if len(candidates) == len(paragraphs):
        return None
    long = (lines for lines in candidates if len(text[lines[0].start : lines[0].end].split()) > 2)
    return next(long, candidates[0] if candidates else None)


def _after_hashes(text: str, span: Span) -> int:
    found = _hashes().match(text, *span)
    return found.end() if found else span[0]


def _is_title(text: str, lines: list[_Line]) -> bool:
    line = lines[0]
    underlined = len(lines) == 2 and _underline().fullmatch(text, lines[1].start, lines[1].end)
    if (len(lines) > 1 and not underlined) or line.length > LONGEST_TITLE or text[line.end - 1] in ".,:;":
        return False
    words = text[line.start : line.end]
    return not (dateline.is_date_line(words) or _marker().match(words) or _quoted().match(words))


def _level(text: str, lines: list[_Line], after: list[_Line], prose: bool) -> int:
    """1 or 2 for an underlined line, 2 for a short line in capitals or title case above prose; else 0."""
    line = lines[0]
    if len(lines) == 2 and _underline().fullmatch(text, lines[1].start, lines[1].end):
        return 1 if text[lines[1].start] == "=" else 2
    if len(lines) > 1 or not after or line.length > LONGEST_HEADING:
        return 0
    words = text[line.start : line.end]
    hashes = _hashes().match(words)
    if hashes:
        return len(hashes[0].rstrip())
    if not words[-1].isalnum() or "," in words or not _title_case(words):
        return 0
    if (_marker().match(words) and not words[0].isdigit()) or dateline.is_date_line(words):
        return 0
    # Above the first sentence, or close to other lines, such lines are menus, places and sections.
    if not (prose and line.alone) and not words.isupper():
        return 0
    return 2 if _ends_sentence(text, after[-1]) or len(after) > 1 else 0


def _title_case(words: str) -> bool:
    long = [word for word in words.split() if len(word) > 3]
    return words.isupper() or (bool(long) and all(word[0].isupper() for word in long))


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"""[.!?:;…]["'”’»)\]]*\Z""")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\S+")


@cache
def _underline() -> re.Pattern[str]:
    return re.compile(r"(?:={3,}|-{3,}|~{3,}|\*{3,}|_{3,}|\+{3,}|\#{3,})")


@cache
def _marker() -> re.Pattern[str]:
    return re.compile(r"(?:[-*•‣◦·–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t]+(?=\S)")


@cache
def _hashes() -> re.Pattern[str]:
    return re.compile(r"\#{1,6}[ \t]+(?=\S)")


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(r"(?:>[ \t]?)+")


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(r"[a-zß-öø-ÿ,;:)\]]")

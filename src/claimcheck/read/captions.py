"""Subtitles, SubRip and WebVTT: cues joined to paragraphs, with their time codes as places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape

import msgspec

from claimcheck.read.assembly import Assembly
from claimcheck.read.structure import Parsed, squeeze

LONGEST_SILENCE = 4.0  # seconds after a sentence; a longer one begins a paragraph
LONGEST_PARAGRAPH = 1200  # characters; the next sentence begins another one


class _Cue(msgspec.Struct, frozen=True):
    """What is shown from one moment to another, in seconds."""

    start: float
    end: float
    lines: tuple[str, ...]

    @property
    def words(self) -> str:
        return squeeze(" ".join(self.lines))

    @property
    def code(self) -> str:
        minutes, seconds = divmod(int(self.start), 60)
        return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


def read(text: str) -> Parsed:
    """The words of all cues in their order; raises UnreadableError where there are none."""
    assembly = Assembly()
    for cues in _paragraphs(_rolled(_cues(text))):
        ahead = 0
        for cue in cues:
            assembly.place(cue.code, ahead)
            ahead += len(cue.words) + 1
        assembly.block(" ".join(cue.words for cue in cues))
    return assembly.parsed({})


def _paragraphs(cues: Iterable[_Cue]) -> Iterator[list[_Cue]]:
    """Cues that belong together: a paragraph ends with a sentence, before a pause or another speaker."""
    paragraph: list[_Cue] = []
    length = 0
    for cue in cues:
        if paragraph and _begins(cue, paragraph[-1], length):
            yield paragraph
            paragraph, length = [], 0
        paragraph.append(cue)
        length += len(cue.words)
    if paragraph:
        yield paragraph


def _begins(cue: _Cue, before: _Cue, length: int) -> bool:
    """True where a cue begins a paragraph."""
    if _speaker().match(cue.words):
        return True
    pause = cue.start - before.end > LONGEST_SILENCE
    return bool(_stop().search(before.words)) and (pause or length > LONGEST_PARAGRAPH)


def _rolled(cues: Iterable[_Cue]) -> Iterator[_Cue]:
    """Cues with the lines left out that the one before has shown already: live captions roll upwards."""
    shown: tuple[str, ...] = ()
    for cue in cues:
        again = next((n for n in range(len(cue.lines), 0, -1) if shown[-n:] == cue.lines[:n]), 0)
        shown = cue.lines
        if again < len(cue.lines):
            yield msgspec.structs.replace(cue, lines=cue.lines[again:])


def _cues(text: str) -> Iterator[_Cue]:
    """What stands below each line of time codes, as far as the next empty line."""
    lines = iter(text.splitlines())
    for line in lines:
        found = _times().match(line)
        if found:
            words = [_plain(line) for line in iter(lambda: next(lines, "").strip(), "")]
            words = [line for line in words if line]
            if words:
                yield _Cue(_seconds(found["start"]), _seconds(found["end"]), tuple(words))


def _seconds(code: str) -> float:
    *hours, minutes, seconds = code.replace(",", ".").split(":")
    return 3600 * int(hours[0] if hours else 0) + 60 * int(minutes) + float(seconds)


def _plain(line: str) -> str:
    """The words of a line: the voice of a WebVTT cue as a speaker, no other mark-up."""
    spoken = _voice().sub(r"\g<name>: ", line)
    return squeeze(unescape(_mark().sub("", spoken)))


@cache
def _times() -> re.Pattern[str]:
    code = r"(?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
    return re.compile(rf"\s*(?P<start>{code})[ \t]*-->[ \t]*(?P<end>{code})")


@cache
def _voice() -> re.Pattern[str]:
    return re.compile(r"<v(?:\.[^\s>]{1,60})?[ \t]+(?P<name>[^<>\n]{1,80})>")


@cache
def _mark() -> re.Pattern[str]:
    # <i>, </v>, <00:01:02.500>, {\an8}
    return re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|</?[\d:.]{4,16}>|\{\\[^{}\n]{0,80}\}")


@cache
def _speaker() -> re.Pattern[str]:
    # "- ...", ">> ...", "MAYOR: ...", "Odrin Halvek: ..."
    return re.compile(r"[-–—]\s|>>|[A-Z][\w.'’-]{0,30}(?:\s[A-Z][\w.'’-]{0,30}){0,4}:\s")


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"""[.!?…]["'”’»)\]]*\Z""")

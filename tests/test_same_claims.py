"""The same words give the same claims and fields, in whatever kind of file they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path

import pytest
import writers
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import read, reading
from claimcheck.model import Document
from claimcheck.reading import Reading

SAMPLES = Path(__file__).parent.parent / "samples"
TEXTS = sorted(path.relative_to(SAMPLES).as_posix() for path in SAMPLES.rglob("*.txt"))
TITLE = "What the papers say today"
LEFT, RIGHT, TOP, BOTTOM, SIZE, LEADING = 72, 523, 780, 60, 10, 14
NARROW, WIDE = frozenset("fijlt.,;:'|!I ()[]-"), frozenset("mwMW%@—")


@cache
def prose(name: str) -> list[str]:
    """The paragraphs of a sample, each on one line."""
    found = read.read(read.Input(name, str(SAMPLES / name)))
    assert isinstance(found, Document)
    blocks = [" ".join(found.plain[b.start : b.end].split()) for b in found.blocks if b.kind == "paragraph"]
    return [words for words in blocks if words.endswith(".") and len(words) > 60]


def txt(paragraphs: Sequence[str]) -> bytes:
    return "\n\n".join([TITLE, *paragraphs]).encode()


def markdown(paragraphs: Sequence[str]) -> bytes:
    escaped = (re.sub(r"([\\`*_\[\]<>|~])", r"\\\1", words) for words in paragraphs)
    return "\n\n".join([f"# {TITLE}", *escaped]).encode()


def html(paragraphs: Sequence[str]) -> bytes:
    body = "".join(f"<p>{escape(words)}</p>" for words in paragraphs)
    return f"<!DOCTYPE html><meta charset=utf-8><nav>5 tips</nav><h1>{TITLE}</h1>{body}".encode()


def docx(paragraphs: Sequence[str]) -> bytes:
    return writers.docx(writers.paragraph(TITLE, "Title") + "".join(map(writers.paragraph, paragraphs)))


def pdf(paragraphs: Sequence[str]) -> bytes:
    """Pages with running numbers; a paragraph may go on on the next one."""
    pages: list[list[writers.Line]] = [[(LEFT, TOP, 18, TITLE)]]
    bottom = TOP - 3 * LEADING
    for words in paragraphs:
        for line in wrapped(words):
            if bottom < BOTTOM:
                pages.append([])
                bottom = TOP
            pages[-1].append((LEFT, bottom, SIZE, line))
            bottom -= LEADING
        bottom -= LEADING
    return writers.pdf([[*page, (290, 30, 8, str(number))] for number, page in enumerate(pages, 1)])


def wrapped(words: str) -> list[str]:
    """The lines of a paragraph, as wide as the column allows."""
    lines, line = [], ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if width(longer) > RIGHT - LEFT and line:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line]


def width(words: str) -> float:
    """About the width of words in points."""
    share = (0.3 if c in NARROW else 0.86 if c in WIDE else 0.7 if c.isupper() else 0.54 for c in words)
    return SIZE * sum(share)


FORMS = {".txt": txt, ".md": markdown, ".html": html, ".docx": docx, ".pdf": pdf}


def meaning(data: bytes, suffix: str) -> tuple[Counter[object], Counter[object]]:
    """What the claims of a file say, and what its fields are."""
    from claimcheck import normalise

    found = reading.of(data, f"a{suffix}")
    assert isinstance(found, Reading), found
    said = Counter(
        (m.value, m.low, m.high, m.hedge, m.unit, m.noun, claim.noun, claim.action, m.surface)
        for claim in found.claims
        for m in [claim.mention]
    )
    fields = normalise.unite([found.document], found.claims)
    return said, Counter((field.label, field.unit, len(field.claims)) for field in fields)


@pytest.mark.parametrize("suffix", [suffix for suffix in FORMS if suffix != ".txt"])
@pytest.mark.parametrize("name", TEXTS)
def test_a_sample_says_the_same_in_every_form(name: str, suffix: str) -> None:
    said, fields = meaning(txt(prose(name)), ".txt")
    assert said
    assert meaning(FORMS[suffix](prose(name)), suffix) == (said, fields)


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_paragraphs_say_the_same_in_every_form(data: st.DataObject) -> None:
    every = [words for name in TEXTS for words in prose(name)]
    chosen = data.draw(st.lists(st.sampled_from(every), min_size=2, max_size=12, unique=True))
    expected = meaning(txt(chosen), ".txt")
    for suffix, form in FORMS.items():
        assert meaning(form(chosen), suffix) == expected, suffix

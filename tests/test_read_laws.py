"""Laws of reading: whatever the text and its suffix, offsets hold and nothing is raised."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import read
from claimcheck.model import Document, Skipped
from claimcheck.read.decode import decode
from claimcheck.read.unreadable import UnreadableError

SUFFIXES = sorted(read.TEXTS)
FILES = sorted(read.FILES)
AS_WRITTEN = [suffix for suffix in SUFFIXES if read.TEXTS[suffix] != "captions"]
# Marks of all formats, cues of saved pages and datelines, so that chance texts meet every branch.
MARKS = (
    (
        "#",
        "## ",
        "> ",
        ">>",
        "- ",
        "* ",
        "1. ",
        "2) ",
        "|",
        "|-|-|",
        "```",
        "~~~",
        "`",
        "``",
        "[",
        "](",
        ")",
        "]: ",
    ),
    (
        "![",
        "[^1]",
        "<!--",
        "-->",
        "<code>",
        "</code>",
        "<div>",
        "<sup>2</sup>",
        "&amp;",
        "{{",
        "}}",
        "{%",
        "%}",
    ),
    (
        "~~",
        "**",
        "_",
        "\\",
        "\\*",
        "===",
        "---",
        "====",
        "+--+--+",
        "|a|b|",
        "== ==",
        ".. ",
        ".. note:: ",
        "::",
        ":a: ",
    ),
    (
        ":role:`x`",
        "|s|",
        "[1]_",
        "`t`_",
        "!!! ",
        ":::",
        "[!NOTE]",
        ".. list-table::",
        "* - ",
        "https://a.example/b",
    ),
    (
        "desk@a.example",
        "---\n",
        "+++\n",
        "title: ",
        "date: ",
        "over 4,000 boats",
        "12 %",
        "Related",
        "Share",
        "Print",
    ),
    (
        "Leave a Reply",
        "Published: ",
        "4 March 2019",
        "12:30 GMT",
        "Source: ",
        "(Agency) - ",
        "(File)",
        "1 of 3",
    ),
    (
        "All comments",
        "© 2019",
        "We use cookies",
        "İ",
        "\u2028",
        "\x85",
        "\ufeff",
        "\x0c",
        "\t",
        "\0",
        "A Long Title Line",
    ),
)
PARTS = st.sampled_from([part for parts in MARKS for part in parts])
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", " ", "  ", "    ", "\n    ", "\n   "])
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(st.one_of(PARTS, BREAKS, st.text(max_size=8)), max_size=60).map("".join),
)


def assert_sound(document: Document) -> None:
    """The promises of a document to the stages behind it."""
    text, plain = document.text, document.plain
    assert len(plain) == len(text)
    for before, after in zip(text, plain, strict=True):
        assert after == before or (after == " " and before not in "\r\n")
    for block in document.blocks:
        assert 0 <= block.start < block.end <= len(text)
        words = plain[block.start : block.end]
        assert words == words.strip() != ""
        assert all(block.headings)
        assert block.kind == "cell" or (block.row, block.column) == (None, None)
    for first, second in pairwise(document.blocks):
        assert first.end <= second.start


@pytest.mark.parametrize("suffix", [*AS_WRITTEN, ".log", ""])
@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
def test_any_text_is_read(suffix: str, text: str) -> None:
    document = read.read_text(text, "folder/a" + suffix, suffix)
    assert document.text == text
    assert_sound(document)


@pytest.mark.parametrize("suffix", [*FILES, ".srt", ".vtt"])
@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_any_file_is_read_or_refused(suffix: str, text: str) -> None:
    starts = {".srt": "1\n00:00:01,000 --> 00:00:02,000\n", ".vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n"}
    document = read.parse((starts.get(suffix, "") + text).encode("utf-8", "replace"), "folder/a" + suffix)
    if isinstance(document, Skipped):
        assert document.reason and "\n" not in document.reason
    else:
        assert_sound(document)
        assert sorted(document.places) == list(document.places)


@pytest.mark.parametrize("suffix", AS_WRITTEN)
@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_prose_outside_blocks_is_blank(suffix: str, text: str) -> None:
    document = read.read_text(text, "a" + suffix, suffix)
    done = 0
    for block in document.blocks:
        assert not document.plain[done : block.start].strip()
        done = block.end
    assert not document.plain[done:].strip()


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=200))
def test_any_bytes_are_text_or_none(data: bytes) -> None:
    try:
        text = decode(data)
    except UnreadableError as reason:
        assert str(reason)
    else:
        assert len(text) <= len(data)
        text.encode("utf-8")


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=200))
def test_utf8_comes_back_as_it_went(text: str) -> None:
    data = text.encode("utf-8", "replace")
    try:
        decoded = decode(data)
    except UnreadableError:
        assert any(ord(character) < 32 or character == "\x7f" for character in text)
    else:
        assert decoded == data.decode("utf-8").removeprefix("\ufeff")


def test_a_skipped_input_is_no_document() -> None:
    assert isinstance(read.read(read.Input("a.txt", "/nowhere/a.txt")), Skipped)

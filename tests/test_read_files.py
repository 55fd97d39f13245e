"""Subtitles, mail and tables of values."""

from __future__ import annotations

import time
from datetime import date

import pytest
import writers

from claimcheck import check, read
from claimcheck.model import Document, Skipped
from claimcheck.moment import Hour
from claimcheck.read import unreadable

GOOD = {
    ".html": b"<p>42 boats",
    ".docx": writers.docx(writers.paragraph("42 boats")),
    ".pdf": writers.pdf([[]]),
}
SRT = """1
00:00:01,000 --> 00:00:04,000
<i>We sent</i>

2
00:00:04,100 --> 00:00:07,000
about 40 boats to the island.

3
00:01:20,000 --> 01:01:24,000
{\\an8}MAYOR: The convoy had 38 boats,
to be exact.
"""
VTT = """WEBVTT

NOTE about 99 boats

00:01.000 --> 00:04.000 align:start
<v Odrin Halvek>We sent 40 boats &amp; crews

00:04.000 --> 00:06.000
We sent 40 boats &amp; crews
to the <00:05.000><c>island</c>.
"""
MAIL = """From: Odrin Halvek <odrin@harbour.example>
Subject: Re: Boats
Date: Thu, 07 Mar 2019 23:20:00 -0500
Content-Type: {type}; charset=utf-8

{body}
"""


def document(data: str | bytes, name: str) -> Document:
    found = read.parse(data.encode() if isinstance(data, str) else data, name)
    assert isinstance(found, Document), found
    return found


def mail(body: str, type_: str = "text/plain") -> Document:
    return document(MAIL.format(body=body, type=type_), "a.eml")


# --- subtitles -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".txt", ".md", ".rst", ".csv"])
def test_an_empty_text_is_a_source_without_figures(suffix: str) -> None:
    assert document("", f"a{suffix}").text == ""


@pytest.mark.parametrize("suffix", [".html", ".srt", ".vtt"])
def test_a_page_and_subtitles_without_a_word_are_refused(suffix: str) -> None:
    assert read.parse(b"", f"a{suffix}") == Skipped(f"a{suffix}", "no text in it")


def test_cues_are_joined_to_sentences_and_keep_their_times() -> None:
    found = document(SRT, "a.srt")
    assert found.text == (
        "We sent about 40 boats to the island.\n\nMAYOR: The convoy had 38 boats, to be exact.\n\n"
    )
    assert [found.place(found.text.index(word)) for word in ("We", "40", "38")] == [
        "00:00:01", "00:00:04", "00:01:20",
    ]  # fmt: skip


def test_marks_notes_and_lines_shown_twice_are_no_words() -> None:
    found = document(VTT, "a.vtt")
    assert (
        found.text.strip() == "Odrin Halvek: We sent 40 boats & crews We sent 40 boats & crews to the island."
    )


def test_captions_that_roll_are_read_once() -> None:
    cues = ["We sent forty", "We sent forty\nboats to the", "boats to the\nisland."]
    lines = "".join(f"00:0{n}.000 --> 00:0{n + 1}.000\n{words}\n\n" for n, words in enumerate(cues))
    assert document(f"WEBVTT\n\n{lines}", "a.vtt").text.strip() == "We sent forty boats to the island."


def test_a_pause_ends_a_paragraph_only_behind_a_sentence() -> None:
    cues = ((1, "We sent"), (9, "40 boats."), (19, "All left."))
    text = "\n".join(f"00:{n:02}.000 --> 00:{n + 1:02}.000\n{words}\n" for n, words in cues)
    assert document(text, "a.vtt").text == "We sent 40 boats.\n\nAll left.\n\n"


def test_a_file_without_cues_is_refused() -> None:
    assert read.parse(b"no cue here", "a.srt") == Skipped("a.srt", "no text in it")


# --- mail ------------------------------------------------------------------------------------------------


def test_headers_give_date_sender_and_title() -> None:
    found = mail("We sent 40 boats.")
    assert (found.date, found.publisher, found.title) == (date(2019, 3, 7), "Odrin Halvek", "Boats")
    assert found.text == "Boats\n\nWe sent 40 boats."
    assert found.place(found.text.index("40")) == "paragraph 2"


@pytest.mark.parametrize(
    "earlier",
    [
        "> We sent 38 boats.",
        "-----Original Message-----\nFrom: Desk\n\nWe sent 38 boats.",
        "---------- Forwarded message ---------\nWe sent 38 boats.",
    ],
)
def test_an_earlier_mail_is_quoted(earlier: str) -> None:
    found = mail(f"We sent 40 boats.\n\n{earlier}")
    kinds = {found.text[b.start : b.end].strip(): b.kind for b in found.blocks}
    assert kinds["We sent 38 boats."] == "quote"
    assert kinds["We sent 40 boats."] == "paragraph"


def test_a_quoted_mail_is_a_copy_of_the_mail_itself() -> None:
    said = "The convoy that left Lenmouth last night had about 400 ambulances, said the mayor."
    mails = {
        "1.eml": MAIL.format(body=said, type="text/plain"),
        "2.eml": MAIL.format(body=f"Is that right?\n\n> {said}", type="text/plain"),
    }
    (field,) = check(mails).fields
    first, second = field.claims
    assert (first.copy_of, second.copy_of) == (None, first.id)


def test_the_hour_of_a_mail() -> None:
    assert mail("The convoy had 38 boats.").hour == Hour(1700, universal=True)


def test_a_mail_in_html() -> None:
    assert "We sent 40 boats." in mail("<p>We sent <b>40</b> boats.</p>", "text/html").text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"no headers here", "not a mail: it has no headers"),
        (b"Subject: x\nContent-Type: image/png\n\nabc", "a mail without text"),
        (b"Subject: x\nContent-Type: text/plain; charset=nonsense\n\nabc", "broken mail"),
        (
            b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(3000)),
            "broken mail",
        ),
    ],
)
def test_mails_that_cannot_be_read(data: bytes, reason: str | None) -> None:
    found = read.parse(data, "a.eml")
    assert isinstance(found, Skipped) and found.reason == (reason or found.reason)


# --- tables of values ------------------------------------------------------------------------------------


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_cell_knows_its_row_and_column(separator: str) -> None:
    rows = (("port", "boats", "crew, all"), ("Lenmouth", "42", "1,400"), ("Ostry", "17", "600"))
    text = "\r\n".join(separator.join(f'"{cell}"' if "," in cell else cell for cell in row) for row in rows)
    found = document(text, "a.csv")
    cells = [(block.row, block.column, text[block.start : block.end]) for block in found.blocks if block.row]
    assert cells == [
        ("Lenmouth", "boats", "42"), ("Lenmouth", "crew, all", "1,400"),
        ("Ostry", "boats", "17"), ("Ostry", "crew, all", "600"),
    ]  # fmt: skip
    assert found.text == text
    assert found.locate(text.index("17")) == (3, 7)


def test_a_first_row_with_figures_is_no_header() -> None:
    assert all(block.column is None for block in document("Lenmouth,42\nOstry,17\n", "a.csv").blocks)


def test_a_quotation_mark_that_never_ends() -> None:
    assert len(document('a,"b\n' * 2000, "a.csv").blocks) > 1000


def test_a_row_wider_than_any_spreadsheet_is_refused_at_once() -> None:
    started = time.monotonic()
    found = read.parse(b"," * 1_000_000 + b"\n" + b"5," * 1_000_000 + b"\n", "a.csv")
    assert found == Skipped("a.csv", "a row of more than 16,384 cells")
    assert time.monotonic() - started < 10
    whole, wide = ("\t".join(["5"] * cells) + "\n" for cells in (16_384, 16_385))
    assert len(document(whole, "a.csv").blocks) == 16_384
    assert isinstance(read.parse(wide.encode(), "a.csv"), Skipped)


def test_many_separators_in_one_cell_are_no_wide_row() -> None:
    text = f'port;said\nLenmouth;"{"so, " * 20_000}"\nOstry;42\n'
    assert [text[block.start : block.end] for block in document(text, "a.csv").blocks][-1] == "42"


# --- wrong suffixes, missing libraries -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "name"),
    [(b"%PDF-1.7 x", "a PDF file"), (b"{\\rtf1 x", "a rich text file"), (b"PK\x03\x04", "a ZIP archive")],
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".csv", ".html", ".srt"])
def test_a_wrong_suffix_is_named(start: bytes, name: str, suffix: str) -> None:
    assert read.parse(start, f"a{suffix}") == Skipped(f"a{suffix}", f"not a text but {name}")


@pytest.mark.parametrize(
    ("suffix", "library"), [(".html", "resiliparse.parse.html"), (".docx", "mammoth"), (".pdf", "pypdfium2")]
)
def test_without_the_extra_the_command_is_named(
    suffix: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, library, None)
    found = read.parse(GOOD[suffix], f"a{suffix}")
    assert isinstance(found, Skipped)
    assert found.reason.endswith(unreadable.INSTALL) and "`bash scripts/setup docs`" in found.reason

"""PDF files: what is read of them, and those that are refused."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import pytest
import writers

from claimcheck import read
from claimcheck.model import Document, Skipped

LEFT, TOP, STEP = 72, 770, 14
PROSE = (
    "The harbour office counted boats on every single day of the week, and",
    "it never found fewer than forty of them, which is more than anybody at",
    "the quay remembers from the years before the breakwater was built there.",
)


def page(*paragraphs: Sequence[str], top: float = TOP) -> list[writers.Line]:
    """The lines of a page, with an empty line between paragraphs."""
    lines, bottom = [], top
    for paragraph in paragraphs:
        for words in paragraph:
            lines.append((LEFT, bottom, 11, words))
            bottom -= STEP
        bottom -= STEP
    return lines


def document(data: bytes) -> Document:
    found = read.parse(data, "a.pdf")
    assert isinstance(found, Document), found
    return found


def refused(data: bytes) -> str:
    found = read.parse(data, "a.pdf")
    assert isinstance(found, Skipped), found.text
    return found.reason


def blocks(found: Document) -> list[tuple[str, str]]:
    return [(block.kind, found.text[block.start : block.end]) for block in found.blocks]


def one_page(content: bytes, resources: bytes = b"/Font << /F1 3 0 R >>") -> bytes:
    return writers.assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << %s >> >>"
            % resources,
            content,
        ]
    )


def test_lines_are_joined_to_paragraphs() -> None:
    found = document(writers.pdf([page(PROSE, PROSE)]))
    assert blocks(found) == [("paragraph", " ".join(PROSE))] * 2
    assert found.places == ((0, "page 1"),)


def test_most_paragraphs_may_have_one_line() -> None:
    single = ["The county office at Ostermill counts the sandbags and the people every evening."]
    found = document(writers.pdf([page(single, PROSE, single, single, single)]))
    assert blocks(found) == [
        ("paragraph", " ".join(lines)) for lines in (single, PROSE, single, single, single)
    ]


def test_a_paragraph_goes_on_across_pages() -> None:
    other = [words.replace("o", "a") for words in PROSE]
    found = document(writers.pdf([page(PROSE, PROSE[:2]), page(PROSE[2:], other)]))
    assert blocks(found) == [("paragraph", " ".join(lines)) for lines in (PROSE, PROSE, other)]
    assert found.place(found.blocks[1].start) == "page 1"
    assert found.place(found.text.index("the quay", found.blocks[1].start)) == "page 2"


def test_hyphens_at_the_end_of_a_line() -> None:
    lines = (
        "The harbour office counted boats on every single day and its bal-",
        "ance was 42 boats and in every way remarkable for the years 2018-",
        "19 was a good year.",
    )
    text = document(writers.pdf([page(lines)])).text
    assert "its balance was 42 boats" in text and "the years 2018-19 was" in text


def test_heads_feet_and_page_numbers_are_left_out() -> None:
    def framed(number: int) -> list[writers.Line]:
        head = (LEFT, 810, 9, f"Harbour report 2019 - part {number}")
        return [
            head,
            *page([words.replace("o", "aeu"[number - 1]) for words in PROSE]),
            (300, 30, 9, f"Page {number} of 3"),
        ]

    found = document(writers.pdf([framed(number) for number in (1, 2, 3)]))
    assert blocks(found) == [("paragraph", " ".join(PROSE).replace("o", letter)) for letter in "aeu"]
    assert [place for _, place in found.places] == ["page 1", "page 2", "page 3"]


def test_larger_type_is_a_heading() -> None:
    lines = [(LEFT, 800, 20, "Boats return"), (LEFT, 740, 15, "At the quay"), *page(PROSE, top=710)]
    found = document(writers.pdf([lines]))
    assert blocks(found)[:2] == [("heading", "Boats return"), ("heading", "At the quay")]
    assert found.blocks[2].headings == ("Boats return", "At the quay")
    assert found.title == "Boats return"


def test_rows_with_wide_gaps_are_a_table() -> None:
    rows = (("port", "boats"), ("Lenmouth", "42"), ("Ostry", "17"))
    lines = [
        (LEFT + 200 * column, 500 - STEP * number, 11, cell)
        for number, row in enumerate(rows)
        for column, cell in enumerate(row)
    ]
    found = document(writers.pdf([[*page(PROSE), *lines]]))
    cells = {found.text[b.start : b.end]: (b.row, b.column) for b in found.blocks if b.kind == "cell"}
    assert (cells["42"], cells["17"]) == (("Lenmouth", "boats"), ("Ostry", "boats"))


def test_items_lose_their_marks() -> None:
    lines = [*page(PROSE), (LEFT, 700, 11, "•  42 boats"), (LEFT, 686, 11, "•  17 crews")]
    assert blocks(document(writers.pdf([lines])))[1:] == [("item", "42 boats"), ("item", "17 crews")]


@pytest.mark.parametrize(
    ("before", "digit", "text"),
    [
        ("over 42 km", "2", "over 42 km²"),
        ("There were 42 boats", "3", "There were 42 boats"),
        ("of 4,200", "1", "of 4,200"),
    ],
)
def test_raised_digits(before: str, digit: str, text: str) -> None:
    content = f"BT /F1 11 Tf 72 700 Td ({before}) Tj /F1 6 Tf 5 Ts ({digit}) Tj 0 Ts /F1 11 Tf ( left the quay.) Tj ET"
    found = document(one_page(writers.stream(content.encode())))
    assert found.text.split(" left")[0].strip() == text


# --- what is refused -------------------------------------------------------------------------------------


def test_a_scan_is_named() -> None:
    picture = b"q 400 0 0 400 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q"
    assert refused(one_page(writers.stream(picture))) == "no text layer, most likely a scan (1 page)"
    assert refused(writers.pdf([[], []])) == "no text layer, most likely a scan (2 pages)"


OTHER = tuple(words.replace("o", "a") for words in PROSE)
PICTURE = b" BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q"
SCAN = b"q 595 0 0 842 0 0 cm" + PICTURE
LOGO = b"q 90 0 0 90 50 700 cm" + PICTURE
STAMP = b" BT /F1 9 Tf 72 30 Td (4) Tj ET"


def test_scanned_pages_among_others_are_named() -> None:
    found = document(writers.pdf([page(PROSE), SCAN, page(OTHER), SCAN, SCAN + STAMP]))
    assert found.unread == "no text on pages 2, 4-5, most likely a scan; the other pages were read"
    assert [place for _, place in found.places] == ["page 1", "page 3"]


def test_an_empty_page_and_a_small_picture_are_no_scans() -> None:
    assert document(writers.pdf([page(PROSE), LOGO, page(OTHER)])).unread is None
    assert document(writers.pdf([page(PROSE), [], page(OTHER)])).unread is None


def test_a_scan_with_a_text_layer_is_read() -> None:
    words = b" BT /F1 9 Tf 72 400 Td (Fourteen boats lay at the quay on Monday.) Tj ET"
    found = document(writers.pdf([page(PROSE), SCAN + words]))
    assert found.unread is None and found.text.rstrip().endswith("on Monday.")


def test_a_stamp_makes_no_text_layer() -> None:
    assert refused(writers.pdf([[(LEFT, 30, 9, "7")]] * 9)).startswith("no text layer")


def test_a_bomb_is_not_unpacked() -> None:
    bomb = one_page(writers.stream(b" " * (33 << 20)))
    assert len(bomb) < 100_000
    assert refused(bomb) == "a stream unpacks to more than 32 MB"


def test_a_bomb_that_is_packed_twice() -> None:
    packed = zlib.compress(zlib.compress(b" " * (33 << 20), 9), 9)
    twice = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (
        len(packed),
        packed,
    )
    assert refused(one_page(twice)) == "a stream unpacks to more than 32 MB"


def test_an_encrypted_file() -> None:
    # made for the password "x"; its keys say that it is locked, nothing in it is secret
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (
        b"00" * 32,
        b"11" * 32,
    )
    whole = writers.pdf([page(PROSE)]).replace(b"/Root 1 0 R ", b"/Root 1 0 R " + lock)
    assert refused(whole) == "encrypted: it needs a password"


def test_scripts_and_links_are_left_alone() -> None:
    action = b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (file:///bin/sh) >> >>"
    data = writers.pdf([page(PROSE)]).replace(b"<< /Type /Catalog /Pages 2 0 R >>", action)
    assert "boats" in document(data).text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not a PDF file but something else"),
        (b"<html>", "not a PDF file but something else"),
        (writers.archive({"a.txt": b"x"}), "not a PDF file but a ZIP archive"),
        (b"%PDF-1.7 and no more", "broken PDF"),
        (writers.pdf([[]] * 5001), "more than 5,000 pages"),
    ],
    ids=range(5),
)
def test_files_that_cannot_be_read(data: bytes, reason: str) -> None:
    assert refused(data) == reason


def test_a_truncated_file_is_read_or_refused() -> None:
    whole = writers.pdf([page(PROSE)] * 3)
    for end in range(20, len(whole), 97):
        found = read.parse(whole[:end], "a.pdf")
        assert isinstance(found, Document) or found.reason

"""Plain text: paragraphs, headings, titles, and the furniture of saved pages."""

from __future__ import annotations

import pytest

from claimcheck import read
from claimcheck.model import Document


def text(content: str) -> Document:
    return read.read_text(content, "report.txt", ".txt")


def words(document: Document) -> list[str]:
    return [" ".join(document.plain[block.start : block.end].split()) for block in document.blocks]


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, line) for block, line in zip(document.blocks, words(document), strict=True)]


# --- paragraphs -------------------------------------------------------------------------------------------

WRAPPED = """\
The ferries took over 400 people from the harbour of Sandmouth to the
northern islands, the port office said, and 38 more were waiting for a
place when the storm came in.  About 20 crew members stayed on shore.

A second group of nearly 90 people had left in the morning, before the
wind turned.
"""

WIRE = """\
    SANDMOUTH, March 4 - The ferries of the port took over
400 people from the harbour of Sandmouth to the islands in the
north.
    The port office counted 38 more who were waiting for
Tarn, Orvane and the other towns of the coast.
    Nobody was hurt.
"""

PARAGRAPHS = [
    ("indented paragraphs without blank lines", WIRE, 3),
    ("one a line", "Over 40 boats left.\nThe port closed at noon.\nNobody was hurt.\n", 3),
    ("blank lines", "Over 40 boats left.\n\nThe port closed.\n \nNobody was hurt.", 3),
    ("hard-wrapped", WRAPPED, 2),
    ("hard-wrapped, Windows", WRAPPED.replace("\n", "\r\n"), 2),
    ("a link cut out", "The paper is quoting the port office\n, which counted 40 boats.\n", 1),
    ("goes on in small letters", "The report was given to the port office\nand to the mayor.\n", 1),
    ("a list", "The port has:\n- 40 boats\n- 7 cranes\n  and a spare one\n- 3 docks\n", 4),
    ("a numbered list", "1. Over 40 boats\n2. Seven cranes\n(3) Three docks\n", 3),
    ("indented paragraphs", WRAPPED.replace("\n\n", "\n    ").replace("The ferries", "    The ferries"), 2),
    ("old breaks", "Over 40 boats left.\r\rThe port closed.", 2),
]


@pytest.mark.parametrize(("name", "content", "count"), PARAGRAPHS)
def test_paragraphs(name: str, content: str, count: int) -> None:
    assert len(text(content).blocks) == count, name


def test_marks_of_lists_and_quotations_are_blank() -> None:
    document = text(
        "1. Over 40 boats\n2) Seven cranes\n* Three docks\n\n> He saw 9 of them\n> on that day.\n"
    )
    assert kinds(document) == [
        ("item", "Over 40 boats"),
        ("item", "Seven cranes"),
        ("item", "Three docks"),
        ("quote", "He saw 9 of them on that day."),
    ]


def test_a_number_that_begins_a_wrapped_line_is_no_list() -> None:
    content = (
        "The harbour of Sandmouth had a long winter in which the number of boats fell to\n"
        "40. The port office hopes for better weather in the spring and has asked for 12\n"
        "new cranes, which are to arrive by the end of the coming month, as it said here.\n"
    )
    assert "40. The" in text(content).plain


# --- titles and headings ---------------------------------------------------------------------------------

TITLES = [
    ("Over 40 Boats Leave Sandmouth\n\nThe boats left at noon.\n", "Over 40 Boats Leave Sandmouth"),
    ("Storm closes the port\nThe boats left at noon.\n", "Storm closes the port"),
    ("4 March 2019\nStorm closes the port\nThe boats left at noon.\n", "Storm closes the port"),
    ("News\n\nStorm closes the port\n\nThe boats left at noon.\n", "Storm closes the port"),
    ("Harbour report\n==============\n\nThe boats left at noon.\n", "Harbour report"),
    ("The boats left at noon.\nStorm closes the port\n", None),
    ("Title: Storm closes the port\nDate: 2019-03-04\n\nThe boats left at noon.\n", "Storm closes the port"),
    ("---\ntitle: Storm closes the port\n---\nThe boats left at noon.\n", "Storm closes the port"),
    ("only one line", None),
    ("", None),
]


@pytest.mark.parametrize(("content", "title"), TITLES)
def test_titles(content: str, title: str | None) -> None:
    assert text(content).title == title


def test_headings_stand_above_what_follows() -> None:
    document = text(
        "Harbour report\n\nThe boats left at noon.\n\nThe New Cranes\n\nThere are 7 of them.\n\n"
        "COSTS\n\nThey cost 9 million.\n\nCrew\n----\n\nIt has 40 hands.\n"
    )
    assert [(line, block.headings) for block, line in zip(document.blocks, words(document), strict=True)] == [
        ("Harbour report", ()),
        ("The boats left at noon.", ()),
        ("The New Cranes", ()),
        ("There are 7 of them.", ("The New Cranes",)),
        ("COSTS", ()),
        ("They cost 9 million.", ("COSTS",)),
        ("Crew", ()),
        ("It has 40 hands.", ("Crew",)),
    ]


def test_numbers_and_hashes_of_headings_are_blank() -> None:
    document = text(
        "# Harbour report\n\nThe boats left at noon.\n\n1. The Cranes\n\nThere are 7 of them.\n\n"
        "2. The Boats\n\nThere are 40 of them.\n\n## Crew and pay\n\nIt has 90 hands.\n"
    )
    assert document.title == "Harbour report"
    assert [line for kind, line in kinds(document) if kind == "heading"] == [
        "Harbour report",
        "The Cranes",
        "The Boats",
        "Crew and pay",
    ]
    assert document.blocks[-1].headings == ("Crew and pay",)


def test_header_lines_are_fields_but_one_line_is_not() -> None:
    document = text(
        "Title: Over 40 boats leave\nSource: Sandmouth Herald\nDate: 4 March 2019\n\nNobody was hurt.\n"
    )
    assert words(document) == ["Over 40 boats leave", "Nobody was hurt."]
    assert document.publisher == "Sandmouth Herald"
    assert words(text("Location: 40 boats\n\nNobody was hurt.\n"))[0] == "Location: 40 boats"


# --- furniture ----------------------------------------------------------------------------------------------

PROSE = (
    "The ferries took over 400 people from the harbour of Sandmouth to the islands.\n"
    "About 20 crew members stayed on shore, the port office said in the evening.\n"
)

FURNITURE = [
    "1 of 3",
    "Share this article",
    "Get short URL",
    "12 comments",
    "• Print",
    "A crane in the old harbour of Sandmouth. (File)",
    "We use cookies to improve your experience of 12 services.",
    "Fill in your details below or click an icon to log in: 3",
    "Related articles\nHow 12 Cranes Came Back\nPort Office Counts 80 Boats",
    "Leave a Reply\n\nYour email address will not be published.\n\nI saw 50 boats myself, and all were empty then.",
    "All comments\n• visitor7\nThere were 50 boats at least, I counted them all from my window.\nShow new comments (2)",
    "How 12 Cranes Came Back\nPort Office Counts 80 Boats\nSandmouth, Cranes\nAdd new comment",
    "© 2019 Sandmouth Herald, 12 Quay Street",
    "Posted by mara7 in Local | 3 comments",
    "Older posts | Newer posts",
    "Facebook 12",
    "(0) comments",
    "Read also: 5 boats that never came back",
    "Print articleShare 12",
    "Page loaded 07:15 GMT +114 April 2019",
    "Published: 4 March 2019, 11:40",
    "10:20 GMT +3 14 March 2019",
]


@pytest.mark.parametrize("furniture", FURNITURE)
def test_furniture_below_a_text_is_blank(furniture: str) -> None:
    document = text(PROSE + furniture + "\n")
    assert document.plain.strip() == PROSE.strip()


NO_FURNITURE = [
    "He took 1 of 3 boats.",
    "The share of this article in the trade fell by 12 %.",
    "The office prints 40 pages a day and has many views on 12 of them.",
    "Readers left 12 comments on the plan.",
    "The file holds 40 names (file 7)",
    "Related costs rose by 12 %.",
    "She said: leave a reply within 12 days.",
    "The site uses 12 cranes.",
    "The Harbour Has 40 Boats",
    "Read more: the office counts 12 cranes, it said.",
    "Facebook 12 times denied it | 40 boats",
    "The boats leave at 10:20 GMT and take 12 hours.",
    "Copyright fees of 2019 crowns were paid to 12 writers of the town.",
]


@pytest.mark.parametrize("sentence", NO_FURNITURE)
def test_prose_that_resembles_furniture_stays(sentence: str) -> None:
    content = PROSE + sentence + "\n" + PROSE.replace("400", "500")
    assert text(content).plain == content
    assert text(PROSE + sentence + "\n").plain == PROSE + sentence + "\n"


def test_a_link_to_the_comments_above_a_text_does_not_swallow_it() -> None:
    document = text("Storm closes the port\n\nLeave a comment\n\n12 comments\n\n" + PROSE)
    assert words(document) == ["Storm closes the port", *PROSE.strip().split("\n")]


COMMENTS = "Leave a comment\n\nI saw 50 boats myself, and all of them were empty by then.\n\nPhoto 1 of 3\n"
ARTICLES = [
    "Port Counts 80 Boats\n\nSANDMOUTH, March 4, 2019 (Agency) - {}",
    "SANDMOUTH, March 4 (Agency) - {}",
    "PORT HASKER, 4 March 2019 - {}",
]
NO_ARTICLES = [
    "On March 4, 2019 - {}",
    "mara7, March 4, 2019 - {}",
    "I, March 4, 2019 - {}",
    "OH NO. {}",
    "{}",
]


@pytest.mark.parametrize("opening", ARTICLES)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_what_readers_say_ends_where_another_article_begins(opening: str, name: str) -> None:
    second = opening.format(PROSE.replace("400", "500")) + "\n" + COMMENTS
    found = read.read_text(f"{PROSE}\n{COMMENTS}\n{second}", name, name[1:])
    assert "400 people" in found.plain and "500 people" in found.plain and "50 boats" not in found.plain
    assert ("Port Counts" in found.plain) == ("Port Counts" in opening)


@pytest.mark.parametrize("opening", NO_ARTICLES)
def test_a_comment_with_a_date_is_no_article(opening: str) -> None:
    found = text(f"{PROSE}\n{COMMENTS}\n" + opening.format(PROSE.replace("400", "500")))
    assert "500" not in found.plain


def test_what_a_page_prints_twice_is_read_once() -> None:
    caption = "A crane lifts one of 12 boats in Sandmouth"
    document = text(PROSE + caption + caption + "\n" + PROSE.replace("400", "500") + caption + "\n")
    assert document.plain.count(caption) == 2, (
        "as two lines: the half of one, and the other as long as both differ"
    )


def test_a_title_at_the_head_of_the_text_does_not_run_on_into_it() -> None:
    title = "Over 40 boats leave the harbour"
    document = text(f"{title}\n\nMonday 4 March 2019 {title} Herald The boats left at noon, the port said.\n")
    assert words(document) == [title, title, "Herald The boats left at noon, the port said."]
    assert str(document.date) == "2019-03-04"


def test_menus_run_together_behind_the_last_sentence_are_blank() -> None:
    tail = "... 440 Related Port Destroys 22 Cranes Tags Sandmouth Community standardsDiscussion Follow us on Nothing"
    document = text("Port news\n\nOver 400 people left. About 20 crew members stayed." + tail + "\n")
    assert words(document) == ["Port news", "Over 400 people left. About 20 crew members stayed...."]


def test_captions_are_known() -> None:
    document = text(PROSE + "Cranes at work in Sandmouth (Herald Photo)\n" + PROSE.replace("400", "500"))
    assert kinds(document)[2] == ("caption", "Cranes at work in Sandmouth (Herald Photo)")


def test_addresses_are_blank() -> None:
    document = text("See https://a.example/40, www.a.example/7, desk9@a.example and httpsa.example8Xy now.\n")
    assert words(document) == ["See , , and now."]


CODE = [
    ("[machine]\nfamily = karst64\nbits = 64\n\nUp to 40 boats.", "Up to 40 boats."),
    ("family = 'karst64'\ncpu += [\n\nUp to 40 boats.", "Up to 40 boats."),
    ("option('whole', value: 5)\n\nUp to 40 boats.", "Up to 40 boats."),
    ("store/test_size.py::test_limit[int8]\n\nUp to 40 boats.", "Up to 40 boats."),
    ("0xFA 0x00FA # SMALL LETTER U\n\nUp to 40 boats.", "Up to 40 boats."),
    ("0.3 KB lib/store/index.js\n\nUp to 40 boats.", "Up to 40 boats."),
    ('12:[["$","meta","0",{"charSet":"utf-8"}],["$","meta"]]\n\nUp to 40 boats.', "Up to 40 boats."),
    ("Signed on 4/3/2019.", "Signed on 4/3/2019."),
    ("The ferry [the Vega] took [some] 40 [people].", "The ferry [the Vega] took [some] 40 [people]."),
    ("Rent = 400\nFood = 300", "Rent = 400 Food = 300"),
    ("Boats (up to 40) left.", "Boats (up to 40) left."),
    ("He said: 'Up to 40 boats.'", "He said: 'Up to 40 boats.'"),
]


@pytest.mark.parametrize(("content", "kept"), CODE)
def test_lines_of_code_are_no_text(content: str, kept: str) -> None:
    assert " ".join(words(text(content))) == kept

"""Saved web pages: what is read of them, what is left out, and what they say of themselves."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck import read
from claimcheck.model import Document, Skipped
from claimcheck.moment import Hour

PROSE = "<p>The harbour office counted 42 boats on Tuesday, more than ever before in a spring.</p>" * 3


def page(body: str, head: str = "") -> Document:
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    document = read.parse(html.encode(), "page.html")
    assert isinstance(document, Document), document
    return document


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_headings_paragraphs_items_and_quotations() -> None:
    document = page(
        "<h1>Boats</h1><p>One <b>two</b>\n three.</p><h2>More</h2><ul><li>Four<li>Five</ul>"
        "<blockquote><p>Six.</p></blockquote><figure><figcaption>Seven</figcaption></figure>"
    )
    assert blocks(document) == [
        ("heading", "Boats"), ("paragraph", "One two three."), ("heading", "More"), ("item", "Four"),
        ("item", "Five"), ("quote", "Six."), ("caption", "Seven"),
    ]  # fmt: skip
    assert document.blocks[3].headings == ("Boats", "More")
    assert document.title == "Boats"


def test_a_cell_knows_its_row_and_column() -> None:
    document = page("<table><tr><th>Port<th>Boats<tr><td>Lenmouth<td>42<tr><td>Ostry<td>17</table>")
    cells = [(block.row, block.column, document.text[block.start : block.end]) for block in document.blocks]
    assert cells[2:] == [
        (None, "Port", "Lenmouth"), ("Lenmouth", "Boats", "42"), (None, "Port", "Ostry"), ("Ostry", "Boats", "17"),
    ]  # fmt: skip
    assert document.place(document.text.index("17")) == "table 1, row 3"


def test_two_rows_of_headings_make_one_heading_a_column() -> None:
    document = page(
        "<table><tr><th rowspan=2>Item<th colspan=2>2023<th>2022<tr><th>Tons<th>Share<th>Tons"
        "<tr><td>Barley<td>41<td>20<td>38<tr><td>Rye<td>7<td>3<td>8</table>"
    )
    rye = [block for block in document.blocks if block.row == "Rye"]
    assert [block.column for block in rye] == ["2023 · Tons", "2023 · Share", "2022 · Tons"]
    assert {block.above for block in rye} == {("Item",)}


def test_a_title_over_the_whole_table_heads_no_column() -> None:
    document = page(
        "<table><tr><th colspan=2>Harbours of the coast<tr><th>Port<th>Boats"
        "<tr><td>Ostry<td>17<tr><td>Lenmouth<td>42</table>"
    )
    assert [block.column for block in document.blocks if block.row == "Ostry"] == ["Boats"]


def test_a_section_of_a_table_keeps_the_headings_above_it() -> None:
    document = page(
        "<table><tr><th>Port<th>2023<th>2022<tr><th colspan=3>North<tr><td>Ostry<td>17<td>16"
        "<tr><th colspan=3>South<tr><td>Lenmouth<td>42<td>40</table>"
    )
    assert [block.column for block in document.blocks if block.row == "Lenmouth"] == ["2023", "2022"]


def test_years_are_the_headings_of_a_table_without_any_th() -> None:
    rows = "<tr><td>Port<td>2023<td>2022<tr><td>Lenmouth<td>42<td>40<tr><td>Ostry<td>17<td>16"
    document = page(f"<table>{rows}</table>")
    assert [block.column for block in document.blocks if block.row == "Ostry"] == ["2023", "2022"]
    document = page(f"<table>{rows.replace('42', '1987').replace('40', '1992')}</table>")
    assert [block.column for block in document.blocks if block.row == "Ostry"] == [None, None]


def test_a_heading_over_two_columns_keeps_the_later_ones_in_place() -> None:
    document = page(
        "<table><tr><th colspan=2>Port<th>Boats<tr><td>Lenmouth<td>north<td>42<tr><td>Ostry<td>south<td>17</table>"
    )
    assert [block.column for block in document.blocks if block.row == "Lenmouth"] == ["Port", "Boats"]


def test_a_table_that_arranges_the_page_is_no_table() -> None:
    document = page(f"<table><tr><td>Menu<td>{PROSE * 3}<tr><td>x<td>y</table>")
    assert (
        "paragraph",
        "The harbour office counted 42 boats on Tuesday, more than ever before in a spring.",
    ) in blocks(document)


@pytest.mark.parametrize(
    "beside",
    [
        "<nav><p>Of 300 boats</p></nav>",
        "<footer>Of 300 boats</footer>",
        "<aside>Of 300 boats</aside>",
        "<div class='site-header share-bar'>Of 300 boats</div>",
        "<div id='commentList'><p>Of 300 boats</p></div>",
        "<section class='related-stories'>Of 300 boats</section>",
        "<div role=navigation>Of 300 boats</div>",
        "<div hidden>Of 300 boats</div>",
        "<div style='display: none'>Of 300 boats</div>",
        "<div aria-hidden=true>Of 300 boats</div>",
        "<ul><li><a href=a>Of 300 boats</a><li><a href=b>A storm is near</a><li><a href=c>Mayor leaves</a></ul>",
        "<pre>Of 300 boats</pre>",
        "<script>var a = 'Of 300 boats'</script>",
        "<style>300 boats</style>",
        "<template>Of 300 boats</template>",
        "<noscript>Of 300 boats</noscript>",
        "<select><option>300 boats</select>",
        "<del>Of 300 boats</del>",
        "<!-- Of 300 boats -->",
    ],
)
def test_what_stands_beside_the_text_is_left_out(beside: str) -> None:
    document = page(f"{PROSE}{beside}{PROSE}")
    assert "300" not in document.text
    assert document.text.count("42 boats") == 6


TYPED = """The harbour office counted 42 boats on Monday, which is
more than anybody remembers.

    It had counted 38 of them (two under repair) a week before.
"""
LISTING = """def boats(quay):
    # The boats that lie at the quay.
    return [boat for boat in quay.boats if boat.length > 12]
"""


def test_a_page_that_was_typed_is_read() -> None:
    found = blocks(page(f"<h1>Boats</h1><pre>{TYPED}</pre>"))
    first = "The harbour office counted 42 boats on Monday, which is more than anybody remembers."
    second = "It had counted 38 of them (two under repair) a week before."
    assert found == [("heading", "Boats"), ("paragraph", first), ("paragraph", second)]


def test_a_listing_is_no_text() -> None:
    assert "length" not in page(f"<h1>Boats</h1><pre>{LISTING}</pre>").text


def test_an_anchor_that_spells_its_heading_is_no_name_of_a_part() -> None:
    kept = f"<section id=harbour-related-costs><h2>Harbour-related costs</h2>{PROSE}</section>"
    left = "<section id=related-texts-below><h2>Related texts below</h2><p>Of 300 boats</section>"
    found = page(f"{PROSE}{PROSE}{kept}{left}").text
    assert "Harbour-related costs" in found and "300" not in found


def test_a_page_is_more_than_its_names() -> None:
    assert "42 boats" in page(f"<div class='page has-sidebar menu-open'>{PROSE}</div>").text


def test_only_the_main_element_counts() -> None:
    assert "300" not in page(f"<p>Of 300 boats</p><main>{PROSE}</main><p>Of 300 boats</p>").text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>42&nbsp;boats &amp; 3 cr&shy;ews</p>", "42\xa0boats & 3 crews"),
        ("<p>42 km<sup>2</sup></p>", "42 km²"),
        ("<p>42km<sup>2</sup> and 7 m<sup>3</sup></p>", "42km² and 7 m³"),
        ("<p>After the war<sup>2</sup> 40 boats in all<sup>3</sup></p>", "After the war 40 boats in all"),
        ("<p>42 boats<sup><a href=#n1>1</a></sup> left</p>", "42 boats left"),
        ("<p>42 boats<sup>[7]</sup> left</p>", "42 boats left"),
        ("<p>the 4<sup>th</sup> boat</p>", "the 4th boat"),
        ("<p>10<sup>6</sup> boats</p>", "boats"),
        ("<p>at most <code>500</code> boats</p>", "at most 500 boats"),
        ("<p>run <code>sync --all 500 $x</code> now</p>", "run now"),
        ("<p>first<br>second</p>", "first second"),
        ("<p>First.<br>Second</p>", "First.\n\nSecond"),
        ("<p>First<br><br>Second</p>", "First\n\nSecond"),
    ],
)
def test_inside_a_line(html: str, text: str) -> None:
    assert page(html).text.strip() == text


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2019-03-07T10:00:00Z'>",
        "<meta name=date content=2019-03-07>",
        "<meta name='DC.date.issued' content='7 March 2019'>",
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2019-03-07T10:00"}]}</script>',
        '<script type="application/ld+json">[</script><meta name=pubdate content=2019-03-07>',
    ],
)
def test_the_day_of_publication(head: str) -> None:
    assert page(PROSE, head).date == date(2019, 3, 7)


def test_the_hour_of_publication() -> None:
    head = "<meta property='article:published_time' content='2019-03-07T10:05:00+01:00'>"
    assert page(PROSE, head).hour == Hour(545, universal=True)
    assert page(PROSE, "<meta name=date content=2019-03-07>").hour is None


def test_the_day_of_the_only_time_element() -> None:
    assert page("<time datetime=2019-03-07>Thursday</time>" + PROSE).date == date(2019, 3, 7)
    assert page("<time datetime=2019-03-07>a</time><time datetime=2020-03-07>b</time>" + PROSE).date is None


def test_publisher_and_title() -> None:
    head = (
        "<title>Boats return - Lenmouth Post</title><meta property=og:site_name content='Lenmouth Post'>"
        '<script type="application/ld+json">{"publisher": {"name": "Somebody"}}</script>'
    )
    document = page(PROSE, head)
    assert (document.publisher, document.title) == ("Lenmouth Post", "Boats return")


def test_a_declared_character_set() -> None:
    data = "<meta charset=windows-1251><p>Лодки: 42</p>".encode("windows-1251")
    document = read.parse(data, "a.htm")
    assert isinstance(document, Document) and "Лодки: 42" in document.text


def test_a_comment_to_claimcheck_stands_above_its_block() -> None:
    document = page(f"{PROSE}<!-- claimcheck: ignore[value-conflict] old --><p>Of 300 boats.</p>")
    ((start, end),) = document.comments
    assert document.text[start:end] == "<!-- claimcheck: ignore[value-conflict] old -->"
    assert document.text[end:].startswith("\nOf 300 boats.")
    assert document.plain[start:end].isspace()


@pytest.mark.parametrize(
    ("body", "below"),
    [
        ("<p>Of 300 boats. <!-- claimcheck: ignore --></p><p>None.</p>", "Of 300 boats.\n"),
        (
            "<table><tr><th>Port<th>Boats<tr><td>Ostry<td>17 <!-- Claimcheck: ignore --></table>",
            "Ostry | 17\n",
        ),
        ("<p>Before. <!-- claimcheck: off --> Behind.</p>", "Behind.\n"),
    ],
)
def test_a_comment_inside_a_block_means_the_block(body: str, below: str) -> None:
    document = page(PROSE + body)
    ((_, end),) = document.comments
    assert document.text[end + 1 :].startswith(below)
    assert not any("claimcheck" in words.lower() for _, words in blocks(document))


def test_places_are_paragraphs() -> None:
    document = page("<h1>Boats</h1><p>One.</p><p>Two.</p>")
    assert document.places == ((0, "paragraph 1"), (7, "paragraph 2"), (13, "paragraph 3"))


# --- hostile pages ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<div>" * 100_000, "elements nested more than 500 deep"),
        ("<table><tr><td>" * 50_000, "elements nested more than 500 deep"),
        ("<b>" * 600_000, "more than 500,000 tags"),
        ("<p></p>", "no text in it"),
        ("", "no text in it"),
    ],
)
def test_a_page_that_cannot_be_read(html: str, reason: str) -> None:
    assert read.parse(html.encode(), "a.html") == Skipped("a.html", reason)


def test_deep_elements_that_are_closed_are_none() -> None:
    assert page("<div><span></span></div>" * 3000 + PROSE).text.count("42 boats") == 3


def test_nested_json_is_no_harm() -> None:
    head = f'<script type="application/ld+json">{"[" * 100_000}</script>'
    assert page(PROSE, head).date is None


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    body = (
        "<link rel=stylesheet href=http://a.example/s.css><iframe src=file:///etc/hostname></iframe>"
        "<img src=http://a.example/p.png><object data=file:///etc/hostname></object>"
    )
    entity = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    document = read.parse(f"{entity}{body}{PROSE}<p>&x;</p>".encode(), "a.html")
    assert isinstance(document, Document)
    assert document.text.rstrip().endswith("&x;")


def test_signatures_of_an_interface_are_no_prose() -> None:
    found = page("<dl><dt class='sig sig-object'>Uuid.kinds = 26</dt><dd>" + PROSE + "</dd></dl>")
    assert "26" not in found.plain


def test_a_template_is_no_page() -> None:
    found = read.parse(b"{% extends 'base.html' %}<p>Over 40 boats left.</p>", "page.html")
    assert isinstance(found, Skipped) and "template" in found.reason


def test_a_frameset_has_no_text() -> None:
    frames = "<html><head><title>Boats</title></head><frameset cols='30%,70%'><frame src='a.html'></frameset></html>"
    assert isinstance(read.parse(frames.encode(), "frames.html"), Skipped)

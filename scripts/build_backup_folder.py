"""Writes samples/backup-folder: one made-up story as web page, Word file, PDF, subtitles and text.

python scripts/build_backup_folder.py [FOLDER]   the same bytes every time
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

from writers import Line, docx, grid, paragraph, pdf, run

FOLDER = Path(__file__).parent.parent / "samples" / "backup-folder"

PAGE_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>River breaks the dyke at Ostermill | Lenmouth Courier</title>
<meta property="og:title" content="River breaks the dyke at Ostermill">
<meta property="og:site_name" content="Lenmouth Courier">
<meta property="article:published_time" content="2019-03-07T08:15:00Z">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2019-03-07T08:15:00Z"}</script>
</head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/top-10">The 10 best inns</a></li></ul></nav>
<main>
"""
PAGE_TAIL = """<section class="related-stories"><h2>Related</h2>
<ul><li><a href="/1">Storm leaves 900 homes without power</a></li><li><a href="/2">Mayor asks for 60 pumps</a></li></ul>
</section>
<div id="comments"><p>My neighbour counted 3,000 people at the school.</p></div>
</main>
<footer>Lenmouth Courier, read by 41,000 people a day</footer>
</body>
</html>
"""
PAGE = (
    ("h1", "River breaks the dyke at Ostermill"),
    ("p", "The Brenna broke through the dyke at Ostermill on Wednesday night after two days of rain."),
    ("p", "In all, 1,240 people were evacuated from Ostermill, the county office said."),
    ("p", "The county sent 38 pumps to Ostermill, and volunteers filled about 20,000 sandbags."),
    ("h2", "Homes under water"),
    ("p", "More than 300 homes were flooded in Ostermill, according to the county office."),
    ("p", "The flood gate at Ostermill is 64 metres long. It was built in 1972."),
)
WORD = (
    ("Title", "The flood at Ostermill"),
    ("", "Report of the county office, 7 March 2019"),
    ("Heading1", "People"),
    ("", "On Wednesday night 1,420 people were evacuated from Ostermill to three schools."),
    ("Heading1", "Help from outside"),
)
ROWS = (("Item", "Number"), ("Homes flooded", "312"), ("Schools used as shelters", "3"))
NOTE = "The flood gate at Ostermill is 46 metres long, says the register of dykes."
BULLETIN = (
    "Bulletin of the Brenna Water Board, 7 March 2019",
    (
        "The Brenna broke through the dyke at Ostermill on Wednesday night, when the gauge at the bridge stood",
        "at 5.8 metres. The board closed the sluice at Ostermill twenty minutes later, and the county sent its",
        "heavy equip-",
        "ment before midnight.",
    ),
    (
        "The county sent 45 pumps to Ostermill. They moved 90 cubic metres of water a minute between them.",
        "Volunteers filled about 20,000 sandbags at the yard of the board, more than in any night since the great",
        "flood, when the work had to be done by the light of lamps.",
    ),
    (
        "The breach in the dyke is 25 metres wide, measured at its crown. The board will close it with stone and",
        "clay from its own pits.",
    ),
)
CUES = (
    (1, 4, "Good morning. This is about the flood"),
    (4, 7, "at Ostermill."),
    (9, 13, "ODA MERRIN: The breach in the dyke"),
    (13, 16, "is 52 metres wide."),
    (18, 22, "Some 1,200 people were evacuated"),
    (22, 25, "from Ostermill."),
    (27, 31, "The gauge at the bridge stood at 5.8 metres."),
)
NOTES = """Notes on the flood at Ostermill
7 March 2019

About 1,240 people were evacuated from Ostermill, says the county office on the phone.

Volunteers filled 12,000 sandbags, says the fire brigade.

Ring the water board about the pumps.

The Brenna broke through the dyke at Ostermill on Monday night, says a neighbour.
"""


def files() -> dict[str, bytes]:
    """The files of the sample by name."""
    return {
        "page.html": _page(),
        "report.docx": _word(),
        "bulletin.pdf": _bulletin(),
        "briefing.srt": _briefing(),
        "notes.txt": NOTES.encode(),
    }


def _page() -> bytes:
    body = "".join(f"<{tag}>{escape(words)}</{tag}>\n" for tag, words in PAGE)
    return (PAGE_HEAD + body + PAGE_TAIL).encode()


def _word() -> bytes:
    changed = f"<w:del>{run('83', 'delText')}</w:del><w:ins>{run('38')}</w:ins>"
    body = "".join(paragraph(words, style) for style, words in WORD)
    body += f"<w:p>{run('The county sent ')}{changed}{run(' pumps to Ostermill.')}</w:p>"
    return docx(body + grid(ROWS) + paragraph("The gate held.", note=1), [NOTE])


def _bulletin() -> bytes:
    title, *paragraphs = BULLETIN
    pages: list[list[Line]] = [[(72, 790, 18, str(title))], []]
    for lines, where in zip(paragraphs, ((0, 740), (0, 650), (1, 760)), strict=True):
        page, top = where
        pages[page] += [(72, top - 14 * number, 10, words) for number, words in enumerate(lines)]
    for number, page_lines in enumerate(pages, 1):
        page_lines.append((72, 815, 8, "Brenna Water Board"))
        page_lines.append((280, 30, 8, f"Page {number} of {len(pages)}"))
    return pdf(pages)


def _briefing() -> bytes:
    cues = (
        f"{number}\n00:00:{start:02},000 --> 00:00:{end:02},000\n{words}\n"
        for number, (start, end, words) in enumerate(CUES, 1)
    )
    return "\n".join(cues).encode()


def main() -> None:
    """Write them."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files().items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    main()

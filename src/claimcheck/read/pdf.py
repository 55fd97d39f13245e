"""PDF files with a text layer: lines joined to paragraphs across pages, which are the places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from claimcheck.read import columns, pdf_scans
from claimcheck.read.assembly import Assembly
from claimcheck.read.pdf_frame import inside
from claimcheck.read.pdf_lines import Line, lines
from claimcheck.read.pdf_paragraphs import Paragraph, paragraphs
from claimcheck.read.pdf_streams import refuse_bombs
from claimcheck.read.structure import Parsed
from claimcheck.read.unreadable import INSTALL, UnreadableError, kind

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES = 5000
MOST_STAMPED = 400  # characters of heads and stamps on a scanned page


def read(data: bytes) -> Parsed:
    """The text of a PDF; raises UnreadableError where it is broken, encrypted, too large or a scan."""
    if not data.lstrip()[:5] == b"%PDF-":
        raise UnreadableError(f"not a PDF file but {kind(data) or 'something else'}")
    refuse_bombs(data)
    found, pictures = _lines(data)
    text = list(inside(found))
    assembly = Assembly()
    for paragraph in paragraphs(text):
        _add(assembly, paragraph)
    return msgspec.structs.replace(assembly.parsed({}), unread=pdf_scans.unread(text, pictures))


def _add(assembly: Assembly, paragraph: Paragraph) -> None:
    if paragraph.rows:
        assembly.place(f"page {paragraph.page}")
        _add_table(assembly, paragraph)
        return
    for ahead, page in paragraph.pages:
        assembly.place(f"page {page}", ahead)
    if paragraph.level:
        assembly.heading(paragraph.words, paragraph.level)
    else:
        assembly.block(paragraph.words, paragraph.kind)


def _add_table(assembly: Assembly, paragraph: Paragraph) -> None:
    headings = columns.heads(paragraph.rows)
    above: columns.Columns = ()
    for number, row in enumerate(paragraph.rows):
        spans = assembly.row(row, above, header=number < headings)
        above = columns.joined(above, spans) if number < headings else above
    assembly.gap()


def _lines(data: bytes) -> tuple[list[Line], list[int]]:
    """All lines of a file, and the pages that are a picture; raises UnreadableError for a scan."""
    found: list[Line] = []
    pictures: list[int] = []
    document = _opened(data)
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise UnreadableError(f"more than {MOST_PAGES:,} pages")
        for number in range(count):
            found += _page(document, number, pictures)
        pdf_scans.refuse(found, count)
        return found, pictures
    finally:
        document.close()


def _page(document: PdfDocument, number: int, pictures: list[int]) -> Iterator[Line]:
    """The lines of a page; a broken one among others has none, one that is a picture joins `pictures`."""
    from pypdfium2 import PdfiumError

    try:
        page = document[number]
        text = page.get_textpage()
    except PdfiumError:
        return
    yield from lines(text, number + 1)
    if text.count_chars() < MOST_STAMPED and pdf_scans.pictured(page):
        pictures.append(number + 1)
    text.close()
    page.close()


def _opened(data: bytes) -> PdfDocument:
    try:
        import pypdfium2
    except ImportError:
        raise UnreadableError(f"PDF files need {INSTALL}") from None
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise UnreadableError("encrypted: it needs a password" if locked else "broken PDF") from error

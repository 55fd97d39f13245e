"""Pages of a PDF that hold a picture and no text: a file of nothing else is refused, in any other they are named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from claimcheck.read.pdf_lines import Line
from claimcheck.read.unreadable import UnreadableError

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

FEWEST = 8  # characters on an average page; a scan may hold a stamp or a number
COVERED = 0.5  # share of a page that the picture of a scan has at least
MOST_NAMED = 10  # stretches of pages; more of them are only counted


def pictured(page: PdfPage) -> bool:
    """True for a page that one picture covers for the most part."""
    from pypdfium2 import raw

    kinds = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM)  # a form may hold the picture
    found = list(page.get_objects(filter=kinds))
    if not any(each.type == raw.FPDF_PAGEOBJ_IMAGE for each in found):
        return False
    boxes = [each.get_bounds() for each in found if each.level == 0]
    area = max((right - left) * (top - bottom) for left, bottom, right, top in boxes)
    return bool(area >= COVERED * page.get_width() * page.get_height())


def refuse(found: Iterable[Line], pages: int) -> None:
    """Raises UnreadableError for a file without a text layer."""
    if sum(len(line.words) for line in found) < FEWEST * max(1, pages):
        sheets = "1 page" if pages == 1 else f"{pages:,} pages"
        raise UnreadableError(f"no text layer, most likely a scan ({sheets})")


def unread(found: Iterable[Line], pictures: Iterable[int]) -> str | None:
    """Which of the pages with a picture hold no text; None where all of them do."""
    written: Counter[int] = Counter()
    for line in found:
        written[line.page] += len(line.words)
    pages = [page for page in pictures if written[page] < FEWEST]
    if not pages:
        return None
    return f"no text on {_named(pages)}, most likely a scan; the other pages were read"


def _named(pages: Sequence[int]) -> str:
    """Page 3; pages 3, 5-7."""
    runs = [[page for _, page in run] for _, run in groupby(enumerate(pages), key=lambda at: at[1] - at[0])]
    if len(runs) > MOST_NAMED:
        return f"{len(pages):,} pages from page {pages[0]} on"
    names = ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return f"page{'s' if len(pages) > 1 else ''} {names}"

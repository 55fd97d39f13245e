"""Pictures on a terminal: plain characters that fit, and none where there is no room."""

from __future__ import annotations

from functools import cache

import pytest
from rich.cells import cell_len

import reports
from claimcheck import check
from claimcheck.model import Report
from claimcheck.report import CHECK_FORMATS, text_picture
from claimcheck.report.look import Look
from claimcheck.report.text_picture import NARROWEST

TEXTS = {
    "a.txt": "VELMORA, 4 March 2019 - The flood killed 58 people in Velmora. It reads 58 file formats.",
    "b.txt": "VELMORA, 5 March 2019 - The toll of the flood in Velmora has risen to 86 dead.\n\n"
    "At the end of the year the group had 474 stores: 212 in the north, 148 in the south and 97 overseas.",
    "c.txt": "It reads more than 9,000 file formats.",
    "d.txt": "Two thirds of the 90 deputies, 45, voted in favour.",
}


@cache
def report() -> Report:
    return check(TEXTS)


def drawn(rule: str, width: int = 100) -> list[str]:
    draw = text_picture.drawer(report(), width)
    (finding,) = (each for each in report().findings if each.rule == rule)
    return [line.plain for line in draw(finding)]


def text(width: int | None, color: bool = False) -> str:
    return CHECK_FORMATS["text"](report(), Look(width=width, color=color))


@pytest.mark.parametrize("width", [40, 60, NARROWEST, 80, 110])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(cell_len(line) for line in text(width).splitlines() if line.startswith("│")) <= width


@pytest.mark.parametrize("width", [None, 40, NARROWEST - 1])
def test_without_room_there_is_no_picture(width: int | None) -> None:
    assert "┴" not in text(width) and "●" not in text(width)


def test_with_room_there_is_one_without_colour_too() -> None:
    plain = text(NARROWEST)
    assert "●" in plain and "┴" in plain and "\x1b" not in plain


def test_bands_points_and_copies() -> None:
    draw = text_picture.drawer(reports.conflict(), 100)
    about, exact, axis, values = [line.plain for line in draw(reports.conflict().findings[0])]
    assert about.startswith("about 400 ambulances · a.txt") and "━●━" in about
    assert "━" not in exact and exact.count("●") == 1
    assert values.split() == ["375", "400", "425"]
    for tick, value in zip([n for n, char in enumerate(axis) if char == "┴"], values.split(), strict=True):
        assert abs(values.index(value) + len(value) // 2 - tick) <= 2
    assert about.index("●") > exact.index("●")


def test_an_open_end_is_an_arrow_on_a_line_by_factors() -> None:
    low, high, _, values = drawn("value-conflict")
    assert high.endswith("▶") and "●━" in high and "▶" not in low
    assert values.split() == ["100", "1,000", "10,000"]


def test_parts_lie_below_their_total() -> None:
    total, parts, *_, gap = drawn("total-mismatch")
    assert total.startswith("474 stores · b.txt") and parts.startswith("457 in 3 parts")
    assert len(parts.rstrip()) == len(total.rstrip())
    shades = [parts.count(shade) for shade in "▓▒░"]
    assert shades == sorted(shades, reverse=True) and parts.endswith("┄")
    assert gap == "17 less than the whole"


def test_steps_are_as_long_as_their_values() -> None:
    first, second = drawn("update")
    assert first.startswith("2019-03-04 · a.txt") and second.startswith("2019-03-05 · b.txt")
    assert first.index("●") < second.index("●")


def test_a_share_stands_below_what_the_figures_give() -> None:
    given, said, *_ = drawn("share-mismatch")
    assert given.startswith("50% · what the figures give") and said.startswith("Two thirds")
    assert given.index("●") < said.index("●")


def test_long_words_are_cut() -> None:
    long = reports.report((f"{'x' * 90}.txt", "58 ships"), ("b.txt", "60 ships"))
    lines = [line.plain for line in text_picture.drawer(long, 80)(long.findings[0])]
    assert max(map(cell_len, lines)) <= 80 and any("…" in line for line in lines)

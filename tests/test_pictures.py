"""Pictures of findings: what they show, where it stands, and the words for it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import pages
import reports
from claimcheck import check
from claimcheck.model import Finding, Report
from claimcheck.report import picture
from claimcheck.report.html import drawing
from claimcheck.report.picture import words
from claimcheck.report.picture.marks import Copying, Line, Mark, Picture, Stack, Steps, setting
from claimcheck.report.picture.scale import Scale, scale, short

FLOOD = "A flood hit Velmora on 3 March 2019. "


def pictures(texts: dict[str, str], rule: str) -> list[Picture]:
    report = check(texts)
    found = [picture.of(item, setting(report)) for item in report.findings if item.rule == rule]
    assert found, [item.rule for item in report.findings]
    return [each for each in found if each is not None]


def line_of(report: Report, finding: Finding | None = None) -> Line:
    drawn = picture.of(finding or report.findings[0], setting(report))
    assert isinstance(drawn, Line)
    return drawn


def svg(drawn: Picture) -> pages.Node:
    return pages.read(drawing.draw(drawn, "p")).one("svg")


# --- the scale -------------------------------------------------------------------------------------------

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
NUMBERS = st.lists(st.floats(-1e12, 1e12, allow_nan=False), min_size=1, max_size=6)


@UNHURRIED
@given(NUMBERS)
def test_a_scale_keeps_order_and_holds_everything(values: list[float]) -> None:
    line = scale(values)
    assert line is not None
    places = [line.at(value) for value in sorted(values)]
    assert places == sorted(places) and all(0 <= place <= 1 for place in places)


@UNHURRIED
@given(NUMBERS)
def test_ticks_are_few_and_on_the_line(values: list[float]) -> None:
    line = scale(values)
    assert line is not None
    ticks = line.ticks()
    assert len(ticks) <= 7 and ticks == sorted(ticks)
    room = (line.high - line.low) * 1e-6
    assert all(line.low - room <= tick <= line.high + room for tick in ticks)


@UNHURRIED
@given(st.floats(1e-6, 1e6), st.floats(1e2, 1e9))
def test_values_that_span_decades_are_drawn_by_factors(low: float, factor: float) -> None:
    line = scale([low, low * factor])
    assert line is not None and line.log and len(line.ticks()) >= 2
    middle = line.at(low * factor**0.5)
    assert middle == pytest.approx(0.5, abs=1e-6)


def test_near_values_are_drawn_by_steps() -> None:
    line = scale([58, 70])
    assert line is not None and not line.log
    assert line.ticks() == [60.0, 65.0, 70.0]


def test_whole_numbers_have_whole_ticks() -> None:
    line = scale([6, 8])
    assert line is not None and line.ticks() == [6.0, 7.0, 8.0]


@pytest.mark.parametrize("values", [[], [float("inf")], [float("nan")], [1e300]])
def test_what_cannot_be_drawn_has_no_scale(values: list[float]) -> None:
    assert scale(values) is None


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0"),
        (12400, "12,400"),
        (1.5e6, "1.5 million"),
        (3e9, "3 billion"),
        (0.25, "0.25"),
        (2e-7, "2e-07"),
    ],
)
def test_ticks_are_written_for_people(value: float, said: str) -> None:
    assert short(value) == said


# --- number lines ----------------------------------------------------------------------------------------


def test_a_hedge_is_a_band_with_its_figure_inside() -> None:
    about, exact = line_of(reports.conflict()).marks
    assert (about.figure, about.low, about.point, about.high) == ("about 400 ambulances", 360, 400, 440)
    assert about.is_band and not exact.is_band and exact.point == 380


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It reads more than 70 file formats.", 70, None),
        ("It reads at least 70 file formats.", 70, None),
        ("It reads up to 20 file formats.", None, 20),
        ("It reads fewer than 20 file formats.", None, 20),
    ],
)
def test_an_open_end_is_an_arrow(text: str, low: float | None, high: float | None) -> None:
    (drawn,) = pictures({"a.txt": "It reads 58 file formats.", "b.txt": text}, "value-conflict")
    assert isinstance(drawn, Line)
    (mark,) = (mark for mark in drawn.marks if mark.who.startswith("b.txt"))
    assert (mark.low, mark.high) == (low, high)
    heads = svg(drawn).all("polygon")
    assert len(heads) == 1
    assert (" 9,0" in heads[0]["points"]) == (high is None)


def test_a_copy_is_joined_to_its_origin() -> None:
    report = reports.report(("a.txt", "58 ships"), ("b.txt", "60 ships"), ("c.txt", "58 ships"))
    (finding,) = report.findings
    first, second, third = finding.claims
    copied = replace(finding, claims=(first, second, replace(third, copy_of=first.id)))
    line = line_of(report, copied)
    assert [(mark.who, mark.origin) for mark in line.marks] == [
        ("a.txt (a spokesman)", None), ("c.txt (a spokesman)", 0), ("b.txt (a spokesman)", None),
    ]  # fmt: skip
    (joined,) = svg(line).all("line", "joined")
    assert joined["x1"] == joined["x2"] and float(joined["y1"]) < float(joined["y2"])


def test_many_sources_share_a_row_and_many_values_are_counted() -> None:
    same = [(f"t{n:02}.txt", "58 ships") for n in range(20)]
    line = line_of(reports.report(*same, ("z.txt", "60 ships")))
    assert [mark.who for mark in line.marks] == [
        "t00.txt, t01.txt, t02.txt and 17 more",
        "z.txt (a spokesman)",
    ]
    line = line_of(reports.report(*((f"t{n:02}.txt", f"{n} ships") for n in range(25))))
    assert (len(line.marks), line.more) == (10, 15) and "15 more are not drawn." in words.describe(line)


def test_a_reference_is_a_band_through_all_rows() -> None:
    band = Mark("190 km²", "reference, facts.toml", None, 186.2, 193.8, reference=True)
    said = Mark("910 km²", "a.txt", 910, 910, 910)
    drawn = svg(Line("km²", Scale(150, 950), (band, said)))
    (through,) = drawn.all("rect", "reference")
    assert float(through["height"]) == 80 and 0 < float(through["width"].rstrip("%")) < 3


def test_what_dates_give_is_a_band_beside_a_length_that_does_not_fit_them() -> None:
    texts = {
        "a.txt": "She ruled for 31 years, from 1985 until her death in 2006. Ana Brook (1920-2001) died aged 61."
    }
    found = {}
    for drawn in pictures(texts, "duration-mismatch"):
        assert isinstance(drawn, Line)
        given, stated = drawn.marks
        assert (given.who, given.reference) == ("what the dates give", True)
        found[given.figure] = (round(given.low or 0), round(stated.point or 0))
    assert found == {"21 years": (20, 31), "80 or 81 years": (80, 61)}


def test_what_can_be_is_a_band_beside_a_figure_that_cannot() -> None:
    texts = {
        "a.txt": "The gusts reached 900 km/h on the coast. The convicted man, aged 190, was taken to a hospital."
    }
    by_band = {
        each.marks[0].figure: each for each in pictures(texts, "implausible") if isinstance(each, Line)
    }
    assert len(by_band) == 2
    for band, most in (("up to 520 km/h", 520), ("up to 122 years", 122)):
        drawn = by_band[band]
        allowed, said = drawn.marks
        assert (allowed.figure, allowed.who, allowed.reference) == (band, "what can be", True)
        assert (allowed.low, round(allowed.high or 0)) == (0, most) and not said.reference
        assert f"{band} (what can be): 0 to {most}." in words.describe(drawn)
        (through,) = svg(drawn).all("rect", "reference")
        assert 40 < float(through["width"].rstrip("%")) < 70


def test_temperatures_have_no_zero_to_begin_at() -> None:
    texts = {"a.txt": "In the heat wave, temperatures in the valley reached 112 degrees Celsius on Friday."}
    (drawn,) = pictures(texts, "implausible")
    assert isinstance(drawn, Line) and drawn.marks[0].reference
    low, high = drawn.marks[0].low, drawn.marks[0].high
    assert (low is None or low < -50) and high is not None and 50 < high < 70


def test_units_that_differ_are_drawn_in_one() -> None:
    texts = {"a.txt": "The pipeline is 90 miles long.", "b.txt": "The pipeline is 90 kilometres long."}
    (drawn,) = pictures(texts, "value-conflict")
    assert isinstance(drawn, Line) and drawn.unit == "m"
    assert sorted(round(mark.point or 0) for mark in drawn.marks) == [90_000, 144_841]


def test_a_unit_that_all_use_is_kept() -> None:
    texts = {"a.txt": "The pipeline is 90 kilometres long.", "b.txt": "The pipeline is 145 kilometres long."}
    (drawn,) = pictures(texts, "value-conflict")
    assert isinstance(drawn, Line) and drawn.unit == "km"
    assert sorted(mark.point or 0 for mark in drawn.marks) == [90, 145]


def test_words_say_all_that_is_seen() -> None:
    said = words.describe(line_of(reports.conflict()))
    assert "about 400 ambulances (a.txt (a spokesman)): 360 to 440." in said
    assert "380 ambulances (b.txt (a spokesman)): 380." in said


def test_a_value_beyond_all_measure_has_no_picture() -> None:
    report = reports.report(("a.txt", "9" * 400 + " ships"))
    assert picture.of(report.findings[0], setting(report)) is None


# --- other pictures --------------------------------------------------------------------------------------


def test_parts_are_laid_end_to_end_against_the_total() -> None:
    texts = {
        "a.txt": "At the end of the year the group had 474 stores: 212 in the north, 148 in the south and 97 overseas."
    }
    (drawn,) = pictures(texts, "total-mismatch")
    assert isinstance(drawn, Stack) and [amount for _, amount in drawn.parts] == [212, 148, 97]
    bars = svg(drawn).all("rect", "part")
    lefts = [float(bar["x"].rstrip("%")) for bar in bars]
    ends = [left + float(bar["width"].rstrip("%")) for left, bar in zip(lefts, bars, strict=True)]
    assert ends[:-1] == pytest.approx(lefts[1:], abs=0.1)
    (gap,) = svg(drawn).all("rect", "gap")
    assert float(gap["x"].rstrip("%")) == pytest.approx(ends[-1], abs=0.1)
    assert words.describe(drawn).endswith("457 in 3 parts, 17 less than the whole.")


def test_a_part_in_words_counts_in_the_stack() -> None:
    texts = {"a.txt": "Of the 90 people rescued, 31 were men, 42 women, and a child."}
    report = check(texts)
    for finding in (each for each in report.findings if each.rule == "total-mismatch"):
        assert sum(each.amount for each in finding.addends) == Decimal(74)


def test_a_share_is_set_against_what_the_figures_give() -> None:
    (drawn,) = pictures({"a.txt": "Two thirds of the 90 deputies, 45, voted in favour."}, "share-mismatch")
    assert isinstance(drawn, Line) and drawn.unit == "%"
    given_, said = drawn.marks
    assert given_.reference and given_.point == 50 and said.figure.startswith("Two thirds")


def test_an_update_is_a_row_of_steps() -> None:
    texts = {
        "a.txt": "VELMORA, 4 March 2019 - The flood killed 58 people in Velmora.",
        "b.txt": "VELMORA, 5 March 2019 - The toll of the flood in Velmora has risen to 86 dead.",
    }
    (drawn,) = pictures(texts, "update")
    assert isinstance(drawn, Steps)
    assert [(step.value, step.when) for step in drawn.steps] == [(58, "2019-03-04"), (86, "2019-03-05")]
    first, second = svg(drawn).all("line", "step")
    assert float(first["y1"]) > float(second["y1"])
    assert words.describe(drawn) == (
        f"{drawn.steps[0].figure} (a.txt, 2019-03-04); then {drawn.steps[1].figure} (b.txt, 2019-03-05)."
    )


def test_copies_lead_from_the_origin() -> None:
    text = "We counted 58 ships and 14 boats. Then 31 trucks came over the bridge with 900 sandbags.\n"
    more = "\nThe mayor thanked the 40 volunteers of her own town, and the rain went on for days.\n"
    (drawn,) = pictures({"a.txt": text, "b.txt": "As the wire said:\n\n" + text + more}, "copied-source")
    assert isinstance(drawn, Copying)
    ((origin, copy, count),) = drawn.pairs
    assert {origin, copy} == {"a.txt", "b.txt"} and count >= 2
    assert words.describe(drawn) == f"{copy} repeats {count} figures of {origin}."


def test_long_names_are_cut_between_words() -> None:
    mark = Mark("more than twenty-four thousand seven hundred inhabitants", "x" * 90, 1, 1, 1)
    (label,) = (text for text in svg(Line("", Scale(0, 2), (mark,))).all("text") if text.all("tspan"))
    assert len(label.text) < 60 and "…" in label.text

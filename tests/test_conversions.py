"""Conversions in brackets: every right one is left alone, wrong ones are told with what is right and the slip."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import extract, normalise, read
from claimcheck.lexicon import conversions, units
from claimcheck.model import Finding
from claimcheck.rules import conversion_mismatch
from claimcheck.rules.rule import View

LONG = 60  # characters; nobody writes light years in nanometres
PAIRS = [
    (one, other)
    for one, other in permutations(sorted(conversions.family()), 2)
    if units.unit(one).dimension == units.unit(other).dimension
]


def spelled(symbol: str) -> str:
    """A form of a unit as a text writes it."""
    row = units.unit(symbol)
    forms = (*row.words[1:2], *row.words, *row.symbols)
    return next((form for form in forms if " of " not in form), forms[0])


def findings(text: str) -> list[Finding]:
    document = read.read_text(text + "\n", "a.txt", ".txt")
    claims = normalise.claims(document, extract.extract(document).mentions)
    return list(conversion_mismatch.check(View({document.source: document}, claims, ())))


def rounded(value: Decimal, digits: int) -> Decimal:
    return round(value, digits - 1 - value.adjusted())


@given(
    pair=st.sampled_from(PAIRS),
    value=st.decimals("0.5", "9999", allow_nan=False, places=2),
    written=st.integers(1, 5),
    digits=st.sampled_from((2, 3)),
)
def test_a_right_conversion_is_left_alone(
    pair: tuple[str, str], value: Decimal, written: int, digits: int
) -> None:
    one, other = (units.unit(symbol) for symbol in pair)
    shown = rounded(value, written)
    exact = (units.to_base(one.symbol, shown) - other.offset) / other.factor
    if abs(exact) < Decimal("0.01"):
        return
    text = f"It came to {shown:f} {spelled(one.symbol)} ({rounded(exact, digits):f} {spelled(other.symbol)})."
    assert [finding.message for finding in findings(text)] == []


def test_conversions_are_found_at_all() -> None:
    """The test above would pass on a rule that is blind."""
    family = conversions.family()
    across = [pair for pair in PAIRS if family[pair[0]] != family[pair[1]]]
    texts = [text for text in (wrong(*pair) for pair in across) if len(text) < LONG]
    assert [text for text in texts if not findings(text)] == []


def wrong(one: str, other: str) -> str:
    """A conversion that is seven times what it should be."""
    right = units.to_base(one, Decimal(300)) - units.unit(other).offset
    figure = rounded(7 * right / units.unit(other).factor, 2)
    return f"It came to 300 {spelled(one)} ({figure:f} {spelled(other)})."


# --- what is said ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("It is 11 kilometres wide (nine miles).", "11 kilometres are 6.8 miles, not nine"),
        ("Some 40 acres [30 hectares] burned.", "some 40 acres are 16.2 hectares, not 30"),
        ("It is a mile off, one mile (3 km).", "one mile is 1.6 km, not 3"),
        ("A 12-hectare park (40 acres).", "12 hectares are 29.7 acres, not 40"),
        ("It is 13.5 in (43.3 cm) across.", "13.5 inches are 34.3 cm, not 43.3"),
        ("It was 30C (50F).", "30C are 86 °F, not 50"),
        ("It was 32F (5C).", "32F are 0 °C, not 5"),
        ("It has 5 kg and 11 km (nine miles).", "11 km are 6.8 miles, not nine"),
        ("It lies 5-10 km (5-12 miles) off.", "5-10 km are 3.1 to 6.2 miles, not 5 to 12"),
        ("It is 10 by 20 feet (3 by 9 metres).", "10 by 20 feet are 3 by 6.1 metres, not 3 by 9"),
        ("It is 5 or 10 km (3 or 9 miles).", "5 or 10 km are 3.1 or 6.2 miles, not 3 or 9"),
        ("A star at 4.2 light years (40 billion km).", "39.7 trillion km, not 40 billion"),
        ("The peak is 1,214 metres (3,883 ft) high.", "1,214 metres are 3,983 feet, not 3,883"),
    ],
)
def test_the_message_says_what_is_right(text: str, says: str) -> None:
    (finding,) = findings(text)
    assert says in finding.message
    assert finding.message.endswith("”.")


@pytest.mark.parametrize(
    ("text", "diagnosis"),
    [
        ("It weighs 5 kg (2.3 lb).", "may be pounds and kilograms confused"),
        ("It rose to 1,000 feet (3,280 metres).", "may be feet and metres confused"),
        ("It is 10 km (62 miles) down.", "may be 6.2 miles"),
        ("The road is 300 miles (480 m) long.", "may be 480,000 m or 480 km"),
        ("It shipped 300 tonnes (66,100 lb).", "may be 661,000 lb"),
        ("It has 250 square kilometres (2,500 hectares).", "may be 25,000 hectares"),
        ("It is 1,214 metres (3,938 ft) high.", "may be 3,983 ft: two digits swapped"),
        ("It is 1,214 metres (3,883 ft) high.", "may be one digit changed"),
        ("It shipped 40 million tons (40 kg).", "may be a slip by a factor of 1,000,000,000"),
        ("It is 11 kilometres (nine miles) long.", None),
        ("He is 2.06 metres (6 feet, 2 inches) tall.", None),
    ],
)
def test_the_slip_is_named_where_it_shows(text: str, diagnosis: str | None) -> None:
    (finding,) = findings(text)
    assert finding.diagnosis == diagnosis


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("It is 11 kilometres (nine miles) long.", "error"),
        ("It is 81 metres (240 ft) deep, and 80 metres (262 ft) at least.", "warning"),
        ("It has 25 hectares of vineyards (620 acres).", "warning"),
    ],
)
def test_what_may_be_sloppy_is_a_warning(text: str, severity: str) -> None:
    (finding,) = findings(text)
    assert finding.severity == severity


def test_two_slips_of_one_sentence_are_two_findings() -> None:
    found = findings("The eye was 20 miles (23 km) wide with winds of 145 mph (320 km/h).")
    assert len({finding.id for finding in found}) == 2


def test_a_figure_corrected_elsewhere_keeps_the_finding() -> None:
    (before,) = findings("The 3 men lay 10 km (60 miles) off.")
    (after,) = findings("A new first sentence. The 4 men lay 10 km (60 miles) off.")
    assert before.id == after.id

"""What holds of the extractor for every text: exact spans, order, no exception, and each block for itself."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcheck.extract import drafts_of, extract
from claimcheck.extract.mentions import to_mentions
from claimcheck.extract.scan import lower
from claimcheck.lexicon import masks
from claimcheck.lexicon.numbers import numbers, words
from claimcheck.model import Block, Document, Masked, Mention
from scanning import numbers_in

LONGER = "İ"  # its lower-case form has two code points
SPELLED = [
    *words(),
    *numbers().vague,
    *numbers().short_scales,
    *numbers().glyphs,
    *numbers().times,
    *numbers().shares,
]
AROUND = (
    "a an and of the point in out of to between from or per minus about at least more than or so to be exact people "
    "trucks women km kilometres % per cent $ € Rs USD years year-old old aged am May Monday Section RFC version rose "
    "by magnitude hours minutes feet in twice ( ) - – − ± / : , . ' ’ ^ × 10^ # § + ~ < > = İ ß ſ Ⅷ ² ⁸ ٣ ५ 🙂 \u200b"
)
SPACES = ["\n", "\n\n", "\u00a0", "\u2009", "\t", "\x0c"]
WORDS = st.sampled_from([*SPELLED, *numbers().some.words, *AROUND.split(), *SPACES])
DIGITS = st.from_regex(r"[0-9]{1,8}([.,:/'-][0-9]{1,4}){0,4}", fullmatch=True)
PROSE = st.lists(st.tuples(st.one_of(WORDS, DIGITS), st.sampled_from([" ", " ", "", "-"])), max_size=25).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
TEXT = st.one_of(
    PROSE,
    st.text(max_size=120),
    st.builds("{}{}{}".format, st.text(max_size=20), PROSE, st.text(max_size=20)),
)
DIGIT_OR_LETTER = re.compile(r"[\w¼-¾⅐-⅞]")

settings.register_profile("extract", deadline=None)  # the first example loads the tables
settings.load_profile("extract")


def document(text: str, *blocks: Block) -> Document:
    return Document("a.txt", text, text, blocks or (Block(0, len(text)),))


def read(text: str, *blocks: Block) -> tuple[tuple[Mention, ...], tuple[Masked, ...]]:
    given_ = document(text, *blocks)
    drafts, masked = drafts_of(given_)
    return to_mentions(given_, drafts), tuple(masked)


@given(TEXT)
@example(f"{LONGER} 12 trucks {LONGER}{LONGER} half a dozen {LONGER}")
@example("about 400 ambulances, 380 to be exact")
@example("1.2.3.4e5 ½¾ 7 1/2 3 x 10^99999")
@example(".¼")
def test_spans_hold_their_numbers(text: str) -> None:
    mentions, masked = read(text)
    for mention in mentions:
        assert 0 <= mention.start <= mention.number_start < mention.number_end <= mention.end <= len(text)
        assert mention.surface == text[mention.start : mention.end]
        assert DIGIT_OR_LETTER.search(text[mention.number_start : mention.number_end])
        assert (
            text[mention.number_start : mention.number_end].strip()
            == text[mention.number_start : mention.number_end]
        )
    for mask in masked:
        assert 0 <= mask.start < mask.end <= len(text)


@given(TEXT)
def test_numbers_stand_in_order_and_apart(text: str) -> None:
    mentions, _ = read(text)
    for first, second in pairwise(mentions):
        assert first.number_end <= second.number_start


@given(TEXT)
def test_a_mention_has_a_value_or_two_ends(text: str) -> None:
    for mention in read(text)[0]:
        single, ends = mention.value is not None, (mention.low is not None, mention.high is not None)
        assert (single, *ends) in ((True, False, False), (False, True, True), (True, True, True))
        assert mention.step > 0
        if mention.low is not None and mention.high is not None:
            assert mention.low <= mention.high


@given(TEXT)
@example(f"{LONGER}")
def test_lower_case_keeps_offsets(text: str) -> None:
    assert len(lower(text)) == len(text)


@given(TEXT)
def test_the_whole_extractor_takes_any_text(text: str) -> None:
    found = extract(document(text))
    assert [m.number_start for m in found.mentions] == [m.number_start for m in read(text)[0]]


@given(st.lists(TEXT.filter(bool), min_size=1, max_size=4))
def test_a_block_is_read_for_itself(texts: list[str]) -> None:
    """What stands in other blocks changes nothing but the offsets."""
    whole, blocks, alone = "", [], []
    for text in texts:
        blocks.append(Block(len(whole), len(whole) + len(text)))
        alone += [
            (m.number_start + len(whole), m.number_end + len(whole), m.value, m.unit, m.noun)
            for m in without_echo(read(text)[0])
        ]
        whole += f"{text}\n"
    together = without_echo(read(whole, *blocks)[0])
    assert [(m.number_start, m.number_end, m.value, m.unit, m.noun) for m in together] == alone


def without_echo(mentions: tuple[Mention, ...]) -> list[Mention]:
    """ "A similar number" repeats the figure before it, wherever that stands."""
    return [m for m in mentions if not m.surface.lower().endswith("number")]


@given(st.integers(0, 10**15))
def test_digits_with_separators_are_one_value(number: int) -> None:
    for text in (
        str(number),
        f"{number:,}",
        f"{number:,}".replace(",", "\u202f"),
        f"{number:,}".replace(",", "’"),
    ):
        found = numbers_in(text)
        assert [one.value for one in found] == [Decimal(number)]
        assert (found[0].start, found[0].end) == (0, len(text))


@given(st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False))
def test_decimals_are_one_value(number: Decimal) -> None:
    for text in (f"{number}", f"{number:,}"):
        assert [one.value for one in numbers_in(text)] == [number]


@pytest.mark.parametrize("place", ["whole", "after"])
@given(data=st.data())
def test_a_mask_names_every_word_that_it_fits_behind_white_space(
    place: Literal["whole", "after"], data: st.DataObject
) -> None:
    """A pattern is not even tried where another word follows."""
    row = data.draw(st.sampled_from(getattr(masks.masks(), place)))
    number = r"(?:\d{1,4}|six|zero)" if place == "after" else ""
    text = data.draw(st.from_regex(rf"\A{number}(?:{row.pattern})")).lower()
    behind = re.match(r"(?:\d+|six|zero)\s+(?P<word>[^\W\d_]+)(?!['’.&/-]?[^\W_])", text)
    if behind is not None:
        assert masks.opening(behind["word"]) in masks.openings(place)

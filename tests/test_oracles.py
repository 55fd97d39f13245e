"""Spelled numbers against programs of others: num2words writes what must be read back, text2num reads along."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache

import pytest
from num2words import num2words
from text_to_num import text2num

from claimcheck.extract import drafts_of
from claimcheck.model import Block, Document
from scanning import numbers_in

SEED = 20240229
SMALL = range(10_000)
SOME = 500  # ordinals and second opinions are asked of this many


@cache
def large() -> tuple[int, ...]:
    """Numbers up to 10^12, half of them anywhere, half with few digits."""
    numbers = random.Random(SEED)
    return tuple(numbers.randrange(10 ** numbers.choice((12, numbers.randint(5, 12)))) for _ in range(10_000))


@cache
def spelled(number: int) -> str:
    """ "one million, two hundred and five"."""
    return str(num2words(number))


def american(number: int) -> str:
    """The same without "and" and commas."""
    return spelled(number).replace(" and ", " ").replace(",", "")


def values(text: str) -> list[Decimal | None]:
    return [number.value for number in numbers_in(text)]


@pytest.mark.parametrize("write", [spelled, american])
@pytest.mark.parametrize("numbers", [SMALL, large()], ids=["small", "large"])
def test_a_spelled_number_is_read_back(numbers: Sequence[int], write: Callable[[int], str]) -> None:
    read = [(number, text, values(text)) for number in numbers for text in (write(number),)]
    assert [(text, found) for number, text, found in read if found != [number]] == []


@pytest.mark.parametrize("number", [*range(0, 101), 999, 1001, 10_000, 123_456, 10**6, 10**9, 10**12])
def test_a_spelled_number_is_read_in_a_sentence(number: int) -> None:
    assert values(f"There were {spelled(number)} of them, they said.") == [number]
    assert values(f"{spelled(number).capitalize()}, no less.") == [number]


def test_the_number_spans_its_words() -> None:
    for number in large()[:SOME]:
        text = f"A sum of {spelled(number)} was named."
        found = numbers_in(text)
        assert [text[one.start : one.end] for one in found] == [spelled(number)]


def test_decimals_are_read_back() -> None:
    numbers = random.Random(SEED)
    for _ in range(SOME):
        number = numbers.randrange(10**5) / 1000
        assert values(spelled(number)) == [Decimal(str(number))], spelled(number)


def test_an_ordinal_is_no_quantity() -> None:
    numbers = [*range(1, 2 * SOME), *large()[:SOME]]
    taken: dict[str, list[str]] = {}
    for number in numbers:
        text = f"It was the {num2words(number, to='ordinal')} attempt of the year."
        drafts, _ = drafts_of(Document("a.txt", text, text, (Block(0, len(text)),)))
        if drafts:
            taken[text] = [text[draft.start : draft.end] for draft in drafts]
    assert taken == {}


def test_an_ordinal_in_digits_is_no_quantity() -> None:
    for number in range(1, SOME):
        text = f"It was the {num2words(number, to='ordinal_num')} attempt of the year."
        drafts, masked = drafts_of(Document("a.txt", text, text, (Block(0, len(text)),)))
        assert (drafts, [mask.reason for mask in masked]) == ([], ["ordinal"]), text


def test_another_reader_agrees_where_it_claims_to_know() -> None:
    differ: dict[str, tuple[int, list[Decimal | None]]] = {}
    claimed = 0
    for number in [*range(SOME), *large()[:SOME]]:
        for text in (spelled(number).replace(",", ""), american(number)):
            try:
                theirs = text2num(text, "en")
            except ValueError:
                continue
            claimed += 1
            if values(text) != [theirs]:
                differ[text] = theirs, values(text)
    assert claimed > SOME
    assert differ == {}

"""The way in by options stays cheap where many texts, or many sentences of one text, speak of one option."""

from __future__ import annotations

from time import process_time

import pytest

from claimcheck import check
from claimcheck.normalise.documentation import plainly
from claimcheck.normalise.matching import headed
from claimcheck.normalise.text import telling

TABLE = "# Settings\n\n| Option | Default |\n|---|---|\n| `lease_seconds` | 45 |\n"


def seconds(texts: dict[str, str]) -> float:
    """What a check costs."""
    start = process_time()
    check(texts)
    return process_time() - start


def versions(count: int) -> dict[str, str]:
    told = "# Guide\n\n`lease_seconds` is 90 seconds by default.\n"
    return {
        name: text
        for at in range(count)
        for name, text in ((f"settings{at}.md", TABLE), (f"guide{at}.md", told))
    }


def items(count: int) -> dict[str, str]:
    listed = "".join(f"- The value is {at} seconds by default.\n" for at in range(count))
    return {
        "settings.md": TABLE,
        "guide.md": f"# Guide\n\n## Lease\n\nMind `lease_seconds`.\n\n{listed}",
    }


def test_many_texts_that_give_a_default_cost_little() -> None:
    """When every pair looked at all settings, the cost was that of the cube."""
    check(versions(2))
    assert seconds(versions(160)) < 12 * seconds(versions(40)) + 1


def test_many_figures_of_one_section_cost_little() -> None:
    """When each figure looked for its section among all blocks, the cost was that of the square."""
    check(items(2))
    assert seconds(items(2000)) < 8 * seconds(items(500)) + 1


def uploads(count: int) -> dict[str, str]:
    return {
        name: f"# {title}\n\n" + f"Every attachment may be up to {size} MB.\n" * count
        for name, title, size in (("a.md", "Uploads", 25), ("b.md", "Sizes", 50))
    }


def test_sentences_of_one_setting_are_compared_a_bounded_number_of_times(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every pair of sentences was: 250,000 times for 500 of them in each of two texts."""
    compared = []
    fits = plainly._fits
    monkeypatch.setattr(plainly, "_fits", lambda *pair: compared.append(pair) or fits(*pair))
    check(uploads(30))
    assert 0 < len(compared) <= (2 * plainly.MANY) ** 2


def test_a_document_is_read_once_for_the_words_of_its_title(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each pair of figures read both documents anew."""
    texts = uploads(12)
    read = []
    within = telling.within
    monkeypatch.setattr(telling, "within", lambda text: read.append(text) or within(text))
    telling.throughout.cache_clear()
    headed.named.cache_clear()
    check(texts)
    assert sum(len(text) > 300 for text in read) <= len(texts)


def test_a_document_is_read_once_for_who_does_it() -> None:
    plainly._words.cache_clear()
    check({"a.md": "# Quill\n\n" + "Quill waits 5 seconds by default.\n" * 20})
    assert plainly._words.cache_info().misses == 1

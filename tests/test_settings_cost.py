"""The way in by options stays cheap where many texts, or many sentences of one text, speak of one option."""

from __future__ import annotations

from time import process_time

from claimcheck import check

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

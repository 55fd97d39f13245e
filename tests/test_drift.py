"""Documentation that drifts: defaults and limits told in two places, and what only looks like it."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck import Options, check
from claimcheck.config import FieldOptions
from claimcheck.lexicon import circumstances, defaults
from claimcheck.model import Report
from claimcheck.normalise.matching.circumstances import of_sentence

CASES: dict[str, list[list[str]]] = tomllib.loads(
    (Path(__file__).parent / "corpus" / "matching" / "drift.toml").read_text(encoding="utf-8")
)
OPTIONS = "| Option | Default |\n|---|---|\n"


def loud(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings if finding.severity != "note"]


def pages(one: str, other: str, options: Options | None = None) -> list[str]:
    return loud(check({"a.md": f"{one}\n", "b.md": f"{other}\n"}, options))


@pytest.mark.parametrize(("one", "other"), CASES["loud"])
def test_a_figure_that_has_drifted_is_found(one: str, other: str) -> None:
    assert pages(one, other) == ["value-conflict"]
    assert pages(other, one) == ["value-conflict"]


@pytest.mark.parametrize(("one", "other"), CASES["quiet"])
def test_two_settings_or_circumstances_are_no_drift(one: str, other: str) -> None:
    assert pages(one, other) == []
    assert pages(other, one) == []


def table(**cells: str) -> str:
    return OPTIONS + "".join(f"| `{name}` | {value} |\n" for name, value in cells.items())


def test_of_two_copies_of_a_table_few_cells_have_drifted_and_many_are_of_two_things() -> None:
    first = table(timeout="30 s", retries="3", workers="4", depth="9")
    assert pages(first, table(timeout="60 s", retries="3", workers="4", depth="9")) == ["value-conflict"]
    assert pages(first, table(timeout="60 s", retries="5", workers="4", depth="9")) == []
    assert pages(first, first) == []


def test_of_three_tables_two_may_be_the_same() -> None:
    old = "# Options\n\nThese options hold for every queue.\n\n" + table(
        timeout="30 s", retries="3", workers="4", depth="9"
    )
    texts = {"a.md": old, "b.md": old, "c.md": old.replace("30 s", "60 s")}
    assert loud(check(texts)) == ["value-conflict"]
    assert loud(check(texts, Options(tolerance=Decimal("0.6")))) == []


def test_a_table_that_shares_few_options_is_no_copy() -> None:
    first = table(host="7", port="514", path="3", level="2", timeout="30 s", batch="20", buffer="64")
    other = table(topic="8", group="5", offset="1", lag="6", timeout="10 s", batch="20", buffer="64")
    assert pages(first, other) == []


def test_what_three_texts_give_as_three_defaults_is_of_several_things() -> None:
    texts = ("The default cache size is 64 MB.", "The cache size defaults to 256 MB.")
    assert pages(*texts) == ["value-conflict"]
    third = "By default, the size of the cache is 512 MB."
    assert loud(check({f"{at}.md": f"{text}\n" for at, text in enumerate((*texts, third))})) == []


def test_a_field_of_the_user_is_compared_where_only_one_side_says_that_it_is_a_default() -> None:
    options = Options(fields={"timeout": FieldOptions(aliases=("timeout",))})
    sentence = "The default timeout is 30 seconds."
    assert pages(sentence, table(timeout="60 s"), options) == ["value-conflict"]
    assert pages(sentence, "The timeout is 45 seconds.", options) == ["value-conflict"]
    assert pages(sentence, "The maximum timeout is 300 seconds.", options) == []


SAID = {
    "On Windows the limit is 5 MB.": ("platforms", {("system", "windows")}),
    "The windows are 5 m high.": ("platforms", set()),
    "In version 2.1, it takes 5 MB.": ("versions", {"2.1"}),
    "Since 2.4, the limit is 5 MB.": ("versions", {"2.4"}),
    "It took from 2.4 to 3.5 hours.": ("versions", set()),
    "Heron 2 takes 5 MB.": ("models", {"Heron"}),
    "May 2 was warm.": ("models", set()),
    "It took 2 hours.": ("models", set()),
    "Unless you change it, it takes 5 MB.": ("conditions", set()),
    "If necessary, it takes 5 MB.": ("conditions", set()),
    "He asked if it takes 5 MB.": ("conditions", set()),
}


@pytest.mark.parametrize(
    ("sentence", "told"),
    {
        "2. Put a bowl below it.": True,
        "Pour 2 litres in.": True,
        "Clean water runs.": False,
        "It is full.": False,
    }.items(),
)
def test_an_instruction_has_an_object(sentence: str, told: bool) -> None:
    assert of_sentence(sentence).instruction is told


@pytest.mark.parametrize("sentence", SAID)
def test_what_a_sentence_says_of_its_circumstances(sentence: str) -> None:
    name, expected = SAID[sentence]
    assert set(getattr(of_sentence(sentence), name)) == expected


def test_a_condition_is_found_with_its_words() -> None:
    ((start, end, words),) = of_sentence("If compression is on, it takes 5 MB.").conditions
    assert (start, end) == (0, len("If compression is on"))
    assert len(words) == 1


def test_no_platform_is_called_as_another() -> None:
    rows = [
        form
        for names in circumstances.table().platforms.values()
        for forms in names.values()
        for form in forms
    ]
    assert len(rows) == len(set(rows))


def test_no_word_of_the_tables_stands_there_twice() -> None:
    for words in (
        defaults.table().doing,
        defaults.table().measures,
        defaults.table().pages,
        defaults.table().doers,
    ):
        assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("`page_size` | 40", "If `page_size` is not given, a page has 25 rows."),
        ("`limit` | 25", "Omit `limit` and 100 of them come at once."),
        ("`--max-body` | 2 MB", "Leave out `--max-body` and 4 MB is what goes through."),
        ("`wait_ms` | 5000", "The client waits for three seconds. Pass a larger `wait_ms` on slow lines."),
        (
            "`idle_timeout` | 60 s",
            "We close nothing; the proxy closes a line after 90 seconds. Change this with `idle_timeout`.",
        ),
    ],
)
def test_what_holds_without_an_option_is_its_default(cell: str, text: str) -> None:
    assert pages(f"{OPTIONS}| {cell} |", text) == ["value-conflict"]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("`page_size` | 40", "Without `page_size` you get 40 rows at a time."),
        ("`page_size` | 40", "Requests without `page_size` failed in 25 cases."),
        ("`page_size` | 40", "If `page_size` is missing, 40 rows are sent, and 25 of them are shown."),
        ("`wait_ms` | 5000", "The client waits for five seconds. Pass a larger `wait_ms` on slow lines."),
        ("`wait_ms` | 5000", "Our slowest query took three seconds. Pass a larger `wait_ms` on slow lines."),
        ("`wait_ms` | 5000", "The client waits for three seconds. See `wait_ms`."),
    ],
)
def test_what_else_stands_beside_an_option_is_not(cell: str, text: str) -> None:
    assert pages(f"{OPTIONS}| {cell} |", text) == []

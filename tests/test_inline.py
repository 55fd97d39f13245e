"""Comments that ask for silence, [sic], and texts that only speak of such comments."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import read
from claimcheck.config import Options
from claimcheck.model import Report
from claimcheck.pipeline import run as run_line
from shell import run, write

SAYS = "The archive reads {} file formats."
FIRST = {"a.md": f"# Manual\n\n{SAYS.format(58)}\n"}


def report(folder: Path, text: str, suffix: str = ".md", **options: object) -> Report:
    """What a run says of a text beside one that gives 58."""
    write(folder, {**FIRST, f"b{suffix}": text})
    return run_line([folder], Options(**options))  # type: ignore[arg-type]


def is_silent(found: Report) -> bool:
    return not any(item.rule == "value-conflict" for item in found.findings)


SEVENTY = SAYS.format(70)
QUIET = {
    "on the line": f"{SEVENTY} <!-- claimcheck: ignore[value-conflict] counted twice -->\n",
    "all rules": f"{SEVENTY} <!-- claimcheck: ignore -->\n",
    "no space at all": f"{SEVENTY}<!--claimcheck:ignore-->\n",
    "no space behind the word": f"<!-- claimcheck: off-->\n\n{SEVENTY}\n\n<!-- claimcheck: on-->\n",
    "no space behind the rules": f"{SEVENTY}<!--claimcheck:ignore[value-conflict]-->\n",
    "several rules": f"{SEVENTY} <!-- claimcheck: ignore[update, value-conflict] so -->\n",
    "in capitals": f"{SEVENTY} <!-- Claimcheck: IGNORE[Value-Conflict] -->\n",
    "above the line": f"<!-- claimcheck: ignore[value-conflict] so -->\n{SEVENTY}\n",
    "above, with a gap": f"# B\n\n<!-- claimcheck: ignore -->\n\n{SEVENTY}\n",
    "one above the other": f"<!-- claimcheck: ignore[update] -->\n<!-- claimcheck: ignore -->\n{SEVENTY}\n",
    "over two lines": f"<!-- claimcheck: ignore[value-conflict]\n     so and so -->\n{SEVENTY}\n",
    "off and on": f"<!-- claimcheck: off -->\nText.\n\n{SEVENTY}\n\n<!-- claimcheck: on -->\nText.\n",
    "off to the end": f"Text.\n\n<!-- claimcheck: off[value-conflict] so -->\n\nText.\n\n{SEVENTY}\n",
    "in an item": f"- Text.\n- {SEVENTY} <!-- claimcheck: ignore -->\n",
    "in a quotation": f"> <!-- claimcheck: ignore -->\n> {SEVENTY}\n",
}
LOUD = {
    "another rule": f"{SEVENTY} <!-- claimcheck: ignore[update] -->\n",
    "another line": f"Text. <!-- claimcheck: ignore -->\n{SEVENTY}\n",
    "two lines on": f"<!-- claimcheck: ignore -->\nText.\n{SEVENTY}\n",
    "on again": f"<!-- claimcheck: off -->\nText.\n<!-- claimcheck: on -->\n\n{SEVENTY}\n",
    "in a fence": f"```html\n<!-- claimcheck: off -->\n```\n\n{SEVENTY}\n",
    "in code": f"{SEVENTY} Write `<!-- claimcheck: ignore -->` to silence it.\n",
    "in an indented block": f"Write:\n\n    <!-- claimcheck: off -->\n\n{SEVENTY}\n",
    "in verbatim HTML": f"<pre>\n<!-- claimcheck: off -->\n</pre>\n\n{SEVENTY}\n",
    "in words": f"Write claimcheck: off to silence it.\n\n{SEVENTY}\n",
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_a_comment_silences(tmp_path: Path, text: str) -> None:
    found = report(tmp_path, text)
    assert is_silent(found)
    assert "1 finding left alone, as comments or the configuration ask" in found.remarks


@pytest.mark.parametrize("text", LOUD.values(), ids=LOUD)
def test_a_comment_elsewhere_does_not(tmp_path: Path, text: str) -> None:
    assert not is_silent(report(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        (f".. claimcheck: ignore[value-conflict] so\n\n{SEVENTY}\n", True),
        (f"Text.\n\n.. claimcheck: off\n\n{SEVENTY}\n\n.. claimcheck: on\n\nText.\n", True),
        (f"- Item\n\n  .. claimcheck: ignore\n\n  {SEVENTY}\n", True),
        (f"Write::\n\n    .. claimcheck: off\n\n{SEVENTY}\n", False),
        (f".. code-block:: rst\n\n   .. claimcheck: off\n\n{SEVENTY}\n", False),
        (f"Write ``.. claimcheck: off`` above it.\n\n{SEVENTY}\n", False),
    ],
)
def test_comments_of_restructured_text(tmp_path: Path, text: str, silent: bool) -> None:
    assert is_silent(report(tmp_path, text, ".rst")) is silent


def test_plain_text_has_no_comments(tmp_path: Path) -> None:
    assert not is_silent(report(tmp_path, QUIET["on the line"], ".txt"))


def test_the_others_may_still_differ(tmp_path: Path) -> None:
    write(tmp_path, {"c.md": f"{SAYS.format(99)}\n"})
    found = report(tmp_path, QUIET["on the line"])
    assert not is_silent(found) and found.remarks == ()


def test_of_a_sum_no_part_can_be_missing(tmp_path: Path) -> None:
    text = "Of the 40 boats{}, 12 were red and 30 were blue.\n"
    write(tmp_path, {"a.md": text.format("")})
    loud = [item.rule for item in run_line([tmp_path], Options()).findings]
    if "total-mismatch" not in loud:
        pytest.skip("no rule on sums")
    write(tmp_path, {"a.md": text.format(" <!-- claimcheck: ignore[total-mismatch] -->")})
    assert [
        item.rule for item in run_line([tmp_path], Options()).findings if item.rule == "total-mismatch"
    ] == []


# --- what comments have to say for themselves ------------------------------------------------------------


@pytest.mark.parametrize(
    ("comment", "remark"),
    [
        ("ignore[value-conflict] so", "b.md:3: ignore[value-conflict]: nothing to leave alone here"),
        (
            "ignore[value-conflct]",
            "b.md:3: ignore[value-conflct]: unknown rule 'value-conflct'; did you mean",
        ),
        ("ingore", "b.md:3: ingore: unknown word 'ingore'; known: ignore, off, on"),
        ("on", "b.md:3: on: nothing is off here"),
    ],
)
def test_what_does_nothing_is_remarked_on(tmp_path: Path, comment: str, remark: str) -> None:
    text = f"# B\n\nText. <!-- claimcheck: {comment} -->\n"
    assert any(each.startswith(remark) for each in report(tmp_path, text).remarks)
    done = run("check", tmp_path)
    assert done.returncode == 0 and f"claimcheck: {remark}" in done.stderr.decode()
    assert run("check", tmp_path, "-q").stderr == b""


def test_a_comment_for_a_rule_that_was_not_applied_is_no_news(tmp_path: Path) -> None:
    text = "Text. <!-- claimcheck: ignore[value-conflict] -->\n"
    assert report(tmp_path, text, select=("update",)).remarks == ()


def test_a_reason_can_be_asked_for(tmp_path: Path) -> None:
    bare, reasoned = QUIET["all rules"], QUIET["on the line"]
    assert not is_silent(report(tmp_path, bare, require_reason=True))
    assert "b.md:1: ignore: no reason given" in report(tmp_path, bare, require_reason=True).remarks
    assert is_silent(report(tmp_path, reasoned, require_reason=True))


def test_what_a_comment_says_is_no_prose() -> None:
    document = read.read_text("Text. <!-- claimcheck: ignore 12 boats -->\n", "a.md", ".md")
    assert "12" not in document.plain
    ((start, end),) = document.comments
    assert document.text[start:end] == "<!-- claimcheck: ignore 12 boats -->"


# --- [sic] -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "mark",
    [
        "70 file formats [sic].",
        "70 [sic] file formats.",
        "70 file formats” (*sic*).",
        "70 (CQ) file formats.",
    ],
)
def test_sic_silences_only_where_it_is_asked_for(tmp_path: Path, mark: str) -> None:
    text = f"The archive reads {mark}\n"
    for suffix in (".md", ".txt"):
        folder = tmp_path / suffix.removeprefix(".")
        assert not is_silent(report(folder, text, suffix))
        assert is_silent(report(folder, text, suffix, sic=True))


def test_sic_belongs_to_the_figure_before_it(tmp_path: Path) -> None:
    text = f"{SEVENTY} They wrote ten thousand [sic].\n"
    assert not is_silent(report(tmp_path, text, sic=True))
    assert run("check", tmp_path, "--sic").returncode == 1

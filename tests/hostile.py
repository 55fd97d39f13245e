"""Two hundred hostile texts, the same on every run, made from what could break a format or be obeyed by its reader."""

from __future__ import annotations

import random

SEED, COUNT = 20190304, 200
PIECES = [
    # markup of the terminal, of pages, of memos
    "[bold]x[/bold]", "[/b]", "[link=x]y[/link]", ":smile:", "<script>alert(1)</script>", "<img src=x onerror=y>",
    "</failure>", "<![CDATA[x", "]]>", "&amp;", "&#x41;", "<!-- x", "-->", "![x](http://example.org/p.png)", "[x](1)",
    "[x](javascript:y)", "](2)", "\\]", "\\", "**", "__", "~~", "`", "```", "# x", "> x", "| a | b |", "---", "1. x",
    "$x$", "@someone", "#12", "https://example.org", "{0}", "{", "}}", "{{x}}", "%s", "%0A", "%25", "<%= x %>",
    # escapes
    "\x1b[31m", "\x1b]0;owned\x07", "\x1b]8;;http://example.org\x1b\\", "\x9b2J", "\x7f", "\x08", "\x00", "\r", "\x0b",
    "\x0c", "\u202e", "\u2066", "\u200f", "\u2028", "\u2029", "\x85", "\ufeff", "\ufffe", "\uffff", "\udcff", "\ud800",
    "\U0001f600", "e\u0301" * 3, "\u0600",
    # commands to the logs of build servers
    "\n::error::x", "\n::add-mask::x", "\n  ::set-output name=a::b", "\n::stop-commands::x", "\n::endgroup::",
    "##[error]x", "##vso[task.setvariable]x", "##teamcity[x]", ",col=1", ":", "::", "%3A",
    # formulas of spreadsheets
    "=1+1", "+1", "-1", "@SUM(1)", "\t=1", '=HYPERLINK("http://x";"y")', '",=1', "'", '"', ";",
    # lines and white space
    "x" * 5000, " " * 500, "\n" * 50, "\t" * 20, "\r\n",
]  # fmt: skip
PATHS = [
    "..", "../../etc/passwd", "/etc/passwd", "C:\\x", "\\\\host\\x", "file:///x", "~", "-rf", "a b", "à", "%2e%2e",
    "#x", "?x", "*", "$(x)", "`x`", "con", "a:1:2", ".", "x" * 200, "a\nb", "<x>", '"x"', "'x'", "|x", "[x]", "{x}",
]  # fmt: skip


def texts() -> list[str]:
    """Each holds one figure that the tests look for, among pieces that no reader may obey."""
    rng = random.Random(SEED)
    found = [f"{piece} We counted 380 ambulances {piece}" for piece in PIECES]
    while len(found) < COUNT:
        before, after = (rng.choices(PIECES, k=rng.randint(1, 6)) for _ in range(2))
        found.append(f"{' '.join(before)} We counted 380 ambulances{''.join(after)}")
    return found[:COUNT]


def names() -> list[str]:
    """Names of sources, one for each text."""
    rng = random.Random(SEED)
    tricks = [f"{path}.txt" for path in PATHS]
    return [rng.choice([*tricks, f"{rng.choice(PIECES)}.txt"]) for _ in range(COUNT)]

"""Markdown and reStructuredText: what is prose, what is blank, and where it stands."""

from __future__ import annotations

import pytest

from claimcheck import read
from claimcheck.model import Document

Seen = tuple[str, str, tuple[str, ...]]


def markdown(text: str) -> Document:
    return read.read_text(text, "guide.md", ".md")


def rst(text: str) -> Document:
    return read.read_text(text, "guide.rst", ".rst")


def words(document: Document) -> str:
    return " ".join(document.plain.split())


def seen(document: Document) -> list[Seen]:
    return [
        (block.kind, " ".join(document.plain[block.start : block.end].split()), block.headings)
        for block in document.blocks
    ]


def cells(document: Document) -> list[tuple[str, str | None, str | None]]:
    return [
        (document.plain[block.start : block.end], block.row, block.column)
        for block in document.blocks
        if block.kind == "cell"
    ]


# --- inside a line of Markdown ------------------------------------------------------------------------------

INLINE = [
    ("The relay takes **over 500** calls.", "The relay takes over 500 calls."),
    ("The *relay* and the __hub__ and so_and_so.", "The relay and the hub and so_and_so."),
    (
        "It takes 2*3 calls, 2 * 3 in all, 16\\*32 at most.",
        "It takes 2*3 calls, 2 * 3 in all, 16 *32 at most.",
    ),
    ("See [the limits](limits.md#max-40 'over 7') now.", "See the limits now."),
    ("See [a [nested] one](x(12).md) now.", "See a [nested] one now."),
    ("See [the limits][lim2] now.", "See the limits now."),
    ("![A chart of 12 bars](chart-12.png) It grew.", "It grew."),
    ("[![build 99%](b.svg)](https://ci.example/7) Relay.", "Relay."),
    ("Read https://relay.example/v2/40 or write to desk7@relay.example.", "Read or write to ."),
    ("Read <https://relay.example/40> and www.relay.example/9, please.", "Read and , please."),
    ("The default of `max_calls` is 40.", "The default of max_calls is 40."),
    ("Set `--max-calls=40` or `40` or `max_calls: 40`.", "Set --max-calls=40 or 40 or max_calls: 40 ."),
    ("Run `relay start 3 --x 4` and ``a `b` 5``.", "Run and ."),
    ("It is <b>over</b> 40<br/>calls<!-- 50 -->.", "It is over 40 calls ."),
    ("Over 10<sup>6</sup> calls, <code>x 7</code> &#8217; &nbsp;left.", "Over calls, left."),
    ("It takes ~~30~~ 40 calls :rocket: :100: at 10:30:40.", "It takes 40 calls :100: at 10:30:40."),
    ("It takes ~40 calls[^2] {{ version_3 }} {% if 4 %} ${PORT_5}.", "It takes ~40 calls ."),
    ("A heading {#limits-2} and text {: .wide9 }", "A heading and text"),
    ("Five \\# signs \\[6\\]", "Five # signs [6 ]"),
    ("a < 40 and b > 30", "a < 40 and b > 30"),
    ("If 3 <b and c> 4 then 5.", "If 3 4 then 5."),
]


@pytest.mark.parametrize(("text", "left"), INLINE)
def test_marks_inside_a_line_of_markdown(text: str, left: str) -> None:
    assert words(markdown(text)) == left


# --- blocks of Markdown ------------------------------------------------------------------------------------

GUIDE = """\
---
title: "The relay guide"
date: 2019-03-04
tags:
  - 12 tags
---

# Relay 2

Over 500 calls
a second.

## Limits

1. A queue holds 40 calls,
   never more.

   More of the first.
2. A hub has 7 relays.

> A visitor: it took 3 days.

> [!NOTE]
> There are 6 hubs.

```toml
calls = 41
```

    indented = 42

### Costs

- 9 coins
    - 8 coins

Setext heading
--------------

Below it: 5.

[ref]: https://relay.example/43
[^1]: A footnote of 11 words.

<div align="center"><p width="44">Over 600 calls</p><p>700 hubs</p></div>

<!-- 45 -->
"""


def test_blocks_of_markdown() -> None:
    document = markdown(GUIDE)
    top, limits, costs = ("Relay 2",), ("Relay 2", "Limits"), ("Relay 2", "Limits", "Costs")
    setext = ("Relay 2", "Setext heading")
    assert seen(document) == [
        ("heading", "Relay 2", ()),
        ("paragraph", "Over 500 calls a second.", top),
        ("heading", "Limits", top),
        ("item", "A queue holds 40 calls, never more.", limits),
        ("item", "More of the first.", limits),
        ("item", "A hub has 7 relays.", limits),
        ("quote", "A visitor: it took 3 days.", limits),
        ("paragraph", "There are 6 hubs.", limits),
        ("heading", "Costs", limits),
        ("item", "9 coins", costs),
        ("item", "8 coins", costs),
        ("heading", "Setext heading", top),
        ("paragraph", "Below it: 5.", setext),
        ("paragraph", "A footnote of 11 words.", setext),
        ("paragraph", "Over 600 calls", setext),
        ("paragraph", "700 hubs", setext),
    ]
    assert document.title == "The relay guide"
    assert str(document.date) == "2019-03-04"


def test_a_block_of_markdown_points_into_the_file() -> None:
    text = "# Limits\r\n\r\n> * **Over 40** calls\r\n>   each `day`\r\n"
    document = markdown(text)
    block = document.blocks[-1]
    assert text[block.start : block.end] == "Over 40** calls\r\n>   each `day"
    assert document.plain[block.start : block.end] == "Over 40   calls\r\n    each  day"


def test_cells_of_markdown_know_row_and_column() -> None:
    document = markdown(
        "# Limits\n\n| Option | Default | Most |\n|--|:-:|--:|\n| `calls` | 40 | **50** |\n| a\\|b | | 7 |\n"
    )
    assert cells(document) == [
        ("Option", None, None),
        ("Default", None, None),
        ("Most", None, None),
        ("calls", None, "Option"),
        ("40", "calls", "Default"),
        ("50", "calls", "Most"),
        ("a |b", None, "Option"),
        ("7", "a |b", "Most"),
    ]
    assert {block.headings for block in document.blocks if block.kind == "cell"} == {("Limits",)}


ADMONITIONS = [
    '!!! note "Mind 2 things"\n    There are 6 hubs.\n',
    '??? tip "Mind 2 things"\n\n    There are 6 hubs.\n\n    ```\n    x = 7\n    ```\n',
    ":::note\n\nMind 2 things There are 6 hubs.\n\n:::\n",
]


@pytest.mark.parametrize("text", ADMONITIONS)
def test_admonitions_are_prose_without_their_marks(text: str) -> None:
    assert words(markdown(text)).replace('"', "") == "Mind 2 things There are 6 hubs."


def test_numbers_of_headings_are_no_claims() -> None:
    document = markdown("# 40 calls\n\n## 1. Limits\n\n## 2.1 Costs\n\n### 2.5 million calls\n")
    assert [line for _, line, _ in seen(document)] == ["40 calls", "Limits", "Costs", "2.5 million calls"]


def test_a_long_line_of_markdown_stays_whole() -> None:
    text = "# Limits\n\n- " + "over 40 calls, " * 10_000 + "and **7** more\n"
    (heading, item) = markdown(text).blocks
    assert (heading.kind, item.kind) == ("heading", "item")
    assert text[item.start : item.end].endswith("**7** more")


# --- reStructuredText --------------------------------------------------------------------------------------

RST_INLINE = [
    ("The relay takes **over 500** calls, *so* 2*3.", "The relay takes over 500 calls, so 2*3."),
    ("Set ``max_calls=40``, ``max_calls`` or ``run(4)``.", "Set max_calls=40 , max_calls or ."),
    ("See :ref:`the limits <limits-2>` and :issue:`123`.", "See the limits and ."),
    ("See `the limits <https://relay.example/2>`_ and `hub`_ and hub_.", "See the limits and hub and hub ."),
    ("It is |release2| now [1]_ and [#note2]_.", "It is now and ."),
    ("Write to desk7@relay.example, see https://relay.example/7.", "Write to , see ."),
    ("So 16\\*32 calls.", "So 16 *32 calls."),
    ("The name so_and_so has 2 marks.", "The name so_and_so has 2 marks."),
]


@pytest.mark.parametrize(("text", "left"), RST_INLINE)
def test_marks_inside_a_line_of_rst(text: str, left: str) -> None:
    assert words(rst(text)) == left


RST_GUIDE = """\
===============
The relay guide
===============

:Author: A Writer
:Date: 2019-03-04

Over 500 calls
a second::

    x = 41

Limits
======

#. A queue holds 40 calls,
   never more.

   * A hub has 7 relays.

.. note:: There are 6 hubs.

   And 5 more.

.. code-block:: toml
   :linenos:

   calls = 42

.. A comment of 43 words
   and 44 more.

.. _target: https://relay.example/45
.. |sub9| replace:: 46
.. image:: chart.png
   :width: 47

.. confval:: max_calls

   The default is 40.

.. versionchanged:: 3.2
   It was 30.

Costs
-----

   A visitor: it took 3 days.

term
   Means 8 things.

:Most: 9 coins

.. [1] A footnote of 11 words.

>>> relay(48)
49

----

The end.
"""


def test_blocks_of_rst() -> None:
    document = rst(RST_GUIDE)
    top = ("The relay guide",)
    limits, costs = (*top, "Limits"), (*top, "Limits", "Costs")
    assert seen(document) == [
        ("heading", "The relay guide", ()),
        ("paragraph", "Over 500 calls a second", top),
        ("heading", "Limits", top),
        ("item", "A queue holds 40 calls, never more.", limits),
        ("item", "A hub has 7 relays.", limits),
        ("paragraph", "There are 6 hubs.", limits),
        ("paragraph", "And 5 more.", limits),
        ("heading", "max_calls", limits),
        ("paragraph", "The default is 40.", (*limits, "max_calls")),
        ("paragraph", "It was 30.", limits),
        ("heading", "Costs", limits),
        ("quote", "A visitor: it took 3 days.", costs),
        ("paragraph", "term", costs),
        ("paragraph", "Means 8 things.", (*costs, "term")),
        ("item", "Most 9 coins", costs),
        ("paragraph", "A footnote of 11 words.", costs),
        ("paragraph", "The end.", costs),
    ]
    assert document.title == "The relay guide"
    assert str(document.date) == "2019-03-04"


RST_TABLES = [
    "======  =======\nOption  Default\n======  =======\ncalls   40\nhubs    7\n======  =======\n",
    "+--------+---------+\n| Option | Default |\n+========+=========+\n| calls  | 40      |\n"
    "+--------+---------+\n| hubs   | 7       |\n+--------+---------+\n",
    ".. list-table::\n   :header-rows: 1\n   :widths: 20 30\n\n   * - Option\n     - Default\n   * - calls\n     - 40\n"
    "   * - hubs\n     - 7\n",
]


@pytest.mark.parametrize("text", RST_TABLES)
def test_cells_of_rst_know_row_and_column(text: str) -> None:
    assert cells(rst("Before.\n\n" + text + "\nAfter.\n")) == [
        ("Option", None, None),
        ("Default", None, None),
        ("calls", None, "Option"),
        ("40", "calls", "Default"),
        ("hubs", None, "Option"),
        ("7", "hubs", "Default"),
    ]


def test_names_of_sections_and_rows_keep_their_code() -> None:
    document = markdown(
        "# `relay` guide\n\n## `relay.run(calls[, 2])`\n\nDefault: 4.\n\n| Option | Most |\n|-|-|\n| `run(3)` | 7 |\n"
    )
    assert document.title == "relay guide"
    assert document.blocks[-1].row == "run(3)"
    assert document.blocks[-1].headings == ("relay guide", "relay.run(calls[, 2])")
    assert "2" not in document.plain
    described = rst("``run(2)``\n==========\n\n.. function:: relay.run(calls, most)\n\n   Default: 4.\n")
    assert described.blocks[-1].headings == ("run(2)", "relay.run(calls, most)")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Limits\n======\n\n.. note:: Take care.\n\nUp to 40 boats.\n", "Limits"),
        ("Limits\n======\n\nUp to 40 boats.\n\n.. |half| unicode:: U+000BD .. HALF\n", "Limits"),
        ("Limits\n======\n\n:ref:`a`, :doc:`b` and :class:`c` hold 40 boats.\n", "Limits"),
    ],
)
def test_documentation_that_is_named_as_plain_text(text: str, title: str) -> None:
    found = read.read_text(text, "limits.txt")
    assert found.title == title
    assert "::" not in found.plain and "`" not in found.plain and "40 boats" in found.plain


def test_a_text_with_dots_is_no_documentation() -> None:
    text = "He said .. well: 40 boats.\n\n.. and more:: of that.\n"
    assert "well: 40" in read.read_text(text, "a.txt").plain

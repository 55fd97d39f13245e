"""What sets figures of documentation apart sets none of the news apart: conditions, names of platforms."""

from __future__ import annotations

import pytest

from claimcheck import check


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Officials spoke, but if officials are right 12 people died in the ferry fire.",
            "Police said 15 people died in the ferry fire.",
        ),
        (
            "Orvane paid Belmar 35 million pounds for Mac Allard in June 2023.",
            "Orvane paid Belmar 55 million pounds for the midfielder in June 2023.",
        ),
    ],
)
def test_news_are_compared(one: str, other: str) -> None:
    assert check({"a.txt": f"{one}\n", "b.txt": f"{other}\n"}).findings

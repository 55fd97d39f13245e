"""The headings of columns: no more of them than say something, whatever a table holds."""

from __future__ import annotations

from claimcheck.read import columns


def test_a_column_has_few_headings_of_many_rows() -> None:
    above: columns.Columns = ()
    for number in range(50):
        above = columns.joined(above, [(number, number + 1)])
    assert above == [((0, 1), (48, 49), (49, 50))]


def test_an_empty_row_says_nothing_more() -> None:
    assert not columns.is_second([])

"""total-mismatch: do the parts add up to the total, is no part larger than the whole?"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Finding
from claimcheck.rules import lines, own
from claimcheck.rules.rule import Rule, View
from claimcheck.rules.sums import report
from claimcheck.rules.sums.find import sums_of
from claimcheck.rules.sums.standing import failures

ID = "total-mismatch"


def check(view: View) -> Iterator[Finding]:
    """One finding for each total that its parts do not make, or that a part exceeds."""
    yield from own.merged(_findings(view), view)


def _findings(view: View) -> Iterator[Finding]:
    for document, claims in lines.documents(view):
        found = tuple(lines.lines(document, claims))
        for line, sum_, verdict in failures(sums_of(document, found)):
            yield report.finding(ID, sum_, verdict, line, view)


RULE = Rule(
    id=ID,
    summary="Parts do not make their total.",
    severity="error",
    asks="Do the parts add up to the total, and is no part larger than the whole?",
    fires="A total of 90 people were rescued: 31 men, 42 women and 27 children.",
    passes="Nearly 200 people were rescued, including 42 women.",
    silence="Correct the figure that is wrong, or say what the list leaves out.",
    view="document",
    check=check,
)

"""conversion-mismatch: can a figure and its conversion in brackets be the same?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from claimcheck.lexicon import conversions
from claimcheck.lexicon import slips as table
from claimcheck.model import Finding, Severity
from claimcheck.rules import lines, own, slips, wording
from claimcheck.rules.conversions import measured, pairs, slip
from claimcheck.rules.conversions.measured import Measured
from claimcheck.rules.conversions.pairs import Pair
from claimcheck.rules.rule import Rule, View

ID = "conversion-mismatch"
GRAVE = Decimal("0.15")  # of the larger figure: more is no matter of rounding
TABLES = "cell"
WAYS = "length"  # "12 km (1,200 m)" is a way and its climb


def check(view: View) -> Iterator[Finding]:
    """One finding for each conversion in brackets that is none of the figure before it."""
    yield from own.merged(_findings(view), view)


def _findings(view: View) -> Iterator[Finding]:
    for document, claims in lines.documents(view):
        for line in lines.lines(document, claims, pairs.may_be, repeated=True):
            if line.block.kind != TABLES:
                yield from (_finding(pair, view) for pair in pairs.find(line) if _differs(pair))


def _differs(pair: Pair) -> bool:
    """True where no reading makes the two sides one; inside one family only a slip of the decimal point counts."""
    sides = list(zip(pair.first.ends, pair.second.ends, strict=True))
    if all(measured.fits(one, other, compared=pair.compared) for one, other in sides):
        return False
    one, other = sides[0]
    return not _of_one_family(one, other) or (one.dimension != WAYS and slip.power_of_ten(one, other))


def _of_one_family(one: Measured, other: Measured) -> bool:
    return conversions.family()[one.unit] == conversions.family()[other.unit]


def _finding(pair: Pair, view: View) -> Finding:
    first = pair.claims[0]
    quoted = wording.quote(first, view.documents)
    severity = _severity(pair)
    return own.finding(
        ID,
        severity,
        0.9 if severity == "error" else 0.75,
        f"A figure and its conversion differ: {_message(pair)}, in {first.source}: {quoted}.",
        pair.first.ends[0].dimension,
        _passage(pair),
        pair.claims,
        (f"the conversion gives {_right(pair)}",),
        _diagnosis(pair),
    )


def _severity(pair: Pair) -> Severity:
    """An error, unless the two are near each other, of one family, or have other words between them."""
    one, other = pair.first.ends[0], pair.second.ends[0]
    if pair.loose or _of_one_family(one, other):
        return "warning"
    sides = zip(pair.first.ends, pair.second.ends, strict=True)
    return "error" if any(measured.apart(*side) > GRAVE for side in sides) else "warning"


def _message(pair: Pair) -> str:
    """ "11 kilometres are 6.8 miles, not nine"; of a range or a pair both ends."""
    verb = "is" if [one.value for one in pair.first.ends] == [1] else "are"
    return f"{_said(pair)} {verb} {_right(pair)}, not {_wrong(pair)}"


def _right(pair: Pair) -> str:
    """What the figures before the bracket are in the unit inside it."""
    sides = zip(pair.first.ends, pair.second.ends, strict=True)
    values = (slip.rounded(measured.converted(one, other.unit), other) for one, other in sides)
    return f"{_joined(values, pair)} {table.written(pair.second.ends[-1].unit)}"


def _wrong(pair: Pair) -> str:
    """The number inside the bracket as written, or two."""
    if len(pair.second.ends) == 1:
        return pairs.number(pair.line, pair.second.marks[0])
    return _joined((end.value for end in pair.second.ends), pair)


def _said(pair: Pair) -> str:
    """The figures before the bracket as written; "12-hectare" stands for 12 hectares."""
    first, last = pair.first.marks[0].claim.mention, pair.first.marks[-1].claim.mention
    if last.unit is None or "-" in last.surface[last.number_end - last.start :]:
        number = " ".join(pair.line.document.plain[first.start : last.number_end].split())
        return f"{number} {table.written(pair.first.ends[-1].unit)}"
    said = " ".join(pair.line.document.plain[first.start : last.end].split())
    return said[0].lower() + said[1:] if said[:2].istitle() else said


def _joined(values: Iterable[Decimal], pair: Pair) -> str:
    return f" {pair.second.joint} ".join(slips.grouped(value) for value in values)


def _passage(pair: Pair) -> str:
    """The words around the two figures, by which a finding is known."""
    words = pair.line.words
    for mark in reversed((*pair.first.marks, *pair.second.marks)):
        words = f"{words[: mark.start]}‹›{words[mark.end :]}"
    return words


def _diagnosis(pair: Pair) -> str | None:
    """The slip of two single figures."""
    if len(pair.first.ends) > 1:
        return None
    (one,), (other,) = pair.first.marks, pair.second.marks
    return slip.of_pair((one.claim, pair.first.ends[0]), (other.claim, pair.second.ends[0]))


RULE = Rule(
    id=ID,
    summary="A figure and its conversion in brackets are not the same.",
    severity="error",
    asks="Can a figure and its conversion in brackets be the same?",
    fires="The road is 11 kilometres (nine miles) long.",
    passes="The road is 11 kilometres (seven miles) long.",
    silence="Correct the figure that is wrong.",
    view="document",
    check=check,
)

"""reference-conflict: does a claim contradict the user's reference facts?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from operator import attrgetter
from typing import NamedTuple

from claimcheck.lexicon.gazetteer import fold
from claimcheck.model import Claim, Document, Fact, Finding, ValueGroup
from claimcheck.rules import diagnosis, groups, wording
from claimcheck.rules.fingerprint import fingerprint
from claimcheck.rules.reference import property as what
from claimcheck.rules.reference import subject
from claimcheck.rules.rule import Rule, View

ID = "reference-conflict"
STALE = timedelta(days=400)  # a fact without a period is of the present
SURE = 0.8  # below this a name stands farther off, and the finding is a warning
FAR = 10  # times; figures that lie farther apart are hardly of one thing, if no slip explains it
UNSURE = 0.5  # up to this something happens to the counted thing, maybe to a part of it: a note


class Met(NamedTuple):
    """A claim that speaks of a fact, and how sure that is."""

    claim: Claim
    confidence: float


def check(view: View) -> Iterator[Finding]:
    """One finding for each fact that claims contradict; a source that also gives the right figure is left alone."""
    if not view.facts:
        return
    index = _index(view)
    known = subject.finder(name for fact in view.facts for name in fact.about)
    for fact in view.facts:
        speaking = list(_speaking(fact, index, known, view.documents))
        right = {met.claim.source for met in speaking if _agrees(met.claim, fact)}
        wrong = [met for met in speaking if met.claim.source not in right]
        if wrong:
            yield _finding(fact, wrong, view)


class Index(NamedTuple):
    """The claims of a source by kind, and the sources that hold a word."""

    claims: Mapping[tuple[str, str], Sequence[Claim]]
    sources: Mapping[str, set[str]]


def _index(view: View) -> Index:
    claims: dict[tuple[str, str], list[Claim]] = {}
    found = [claim for field in view.fields for claim in field.claims]
    for claim in sorted(found, key=attrgetter("source", "mention.start", "mention.end")):
        claims.setdefault((claim.source, claim.mention.kind), []).append(claim)
    wanted = {word for fact in view.facts for name in fact.about for word in _words(name)}
    sources: dict[str, set[str]] = {}
    for source, document in view.documents.items():
        if not document.history:
            for word in wanted.intersection(_words(document.plain)):
                sources.setdefault(word, set()).add(source)
    return Index(claims, sources)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _speaking(
    fact: Fact, index: Index, known: re.Pattern[str], documents: Mapping[str, Document]
) -> Iterator[Met]:
    kinds = ("percent", "share") if fact.kind == "percent" else (fact.kind,)
    named = [
        set.intersection(*(index.sources.get(word, set()) for word in _words(name))) for name in fact.about
    ]
    for source in sorted(set().union(*named)):
        document = documents[source]
        for claim in (claim for kind in kinds for claim in index.claims.get((source, kind), ())):
            if what.speaks(document, claim, fact) and not _apart(claim, fact, document):
                sure = _graded(claim, fact, subject.certainty(document, claim, fact, known))
                if sure:
                    yield Met(claim, sure)


def _graded(claim: Claim, fact: Fact, sure: float) -> float:
    """The certainty, less where something happens to the things or where the figure is of another order."""
    if sure < subject.BOUND and _is_far(claim, fact):
        return UNSURE if sure == subject.PLACED else 0.0
    return min(sure, UNSURE) if fact.noun is not None and not what.is_only_there(claim) else sure


def _is_far(claim: Claim, fact: Fact) -> bool:
    """True for figures of another order that no slip explains."""
    ends = [abs(end) for end in (claim.value.low, claim.value.high, fact.value.low, fact.value.high) if end]
    return max(ends, default=0) > FAR * min(ends, default=0) and diagnosis.against(fact, [claim]) is None


def _apart(claim: Claim, fact: Fact, document: Document) -> bool:
    """True where place or period say that another figure is meant."""
    if fact.place is not None and claim.places and fold(fact.place) not in _places(claim):
        return True
    period, known = claim.period, fact.period
    if period is None or period.start is None:
        return False
    end = period.end or period.start
    if known is None:
        return document.date is None or end < document.date - STALE
    return (
        known.start is not None and known.end is not None and (end < known.start or period.start > known.end)
    )


def _places(claim: Claim) -> set[str]:
    return {fold(place.name) for place in claim.places}


def _agrees(claim: Claim, fact: Fact) -> bool:
    return claim.plausible.meets(fact.value) or claim.value.meets(fact.value)


def _finding(fact: Fact, wrong: Sequence[Met], view: View) -> Finding:
    confidence = max(met.confidence for met in wrong)
    grouped = groups.by_value(met.claim for met in wrong)
    label = f"{fact.what} of {fact.about[0]}"
    reference = ValueGroup(fact.written, fact.value.low, fact.value.high, (fact.file,))
    return Finding(
        id=fingerprint(ID, f"{label}|{fact.unit or ''}|{fact.period.text if fact.period else ''}".lower()),
        rule=ID,
        severity="error" if confidence > SURE else "warning" if confidence > UNSURE else "note",
        confidence=confidence,
        message=f"{_reference(fact, label)}; texts say otherwise: {wording.sides(grouped, view.documents)}.",
        field_id=fingerprint("fact", label.lower()),
        field_label=label,
        unit=wrong[0].claim.unit,
        values=(reference, *groups.shown(grouped)),
        claims=tuple(claim for group in grouped for claim in group),
        why=_why(fact),
        independent_sources=len({met.claim.source for met in wrong if met.claim.copy_of is None}),
        diagnosis=diagnosis.against(fact, (group[0] for group in grouped)),
    )


def _reference(fact: Fact, label: str) -> str:
    period = f" in {fact.period.text}" if fact.period else ""
    return f"The reference gives {fact.written} for the {label}{period}{f' ({fact.source})' if fact.source else ''}"


def _why(fact: Fact) -> tuple[str, ...]:
    return (f"fact {fact.row} of {fact.file}", f"names {fact.about[0]}", f"gives {fact.what}")


_EXAMPLE = 'facts.toml: about = "Orvane", property = "area", value = 190, unit = "km²"'

RULE = Rule(
    id=ID,
    summary="A text contradicts a figure that you vouch for.",
    severity="error",
    asks="Does a claim contradict the facts of the file given with --reference?",
    fires=f"{_EXAMPLE}\na.txt: Orvane covers 910 km².",
    passes=f"{_EXAMPLE}\na.txt: Orvane covers nearly 200 km².",
    silence="Correct the text or the fact, give the fact a wider tolerance, or accept the figure in the baseline.",
    view="fields",
    check=check,
)

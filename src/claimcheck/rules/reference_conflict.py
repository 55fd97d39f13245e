"""reference-conflict: does a claim contradict the user's reference facts?"""

from __future__ import annotations

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
UNSURE = 0.5  # up to this something happens to the counted thing, maybe to a part of it: a note


class Met(NamedTuple):
    """A claim that speaks of a fact, and how sure that is."""

    claim: Claim
    confidence: float


def check(view: View) -> Iterator[Finding]:
    """One finding for each fact that claims contradict; a source that also gives the right figure is left alone."""
    if not view.facts:
        return
    claims = [claim for field in view.fields for claim in field.claims]
    by_kind: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=attrgetter("source", "mention.start", "mention.end")):
        by_kind.setdefault(claim.mention.kind, []).append(claim)
    names = {name for fact in view.facts for name in fact.about}
    for fact in view.facts:
        speaking = list(_speaking(fact, by_kind, names, view.documents))
        right = {met.claim.source for met in speaking if _agrees(met.claim, fact)}
        wrong = [met for met in speaking if met.claim.source not in right]
        if wrong:
            yield _finding(fact, wrong, view)


def _speaking(
    fact: Fact, by_kind: Mapping[str, Sequence[Claim]], names: set[str], documents: Mapping[str, Document]
) -> Iterator[Met]:
    kinds = ("percent", "share") if fact.kind == "percent" else (fact.kind,)
    for claim in (claim for kind in kinds for claim in by_kind.get(kind, ())):
        document = documents[claim.source]
        if document.history or not what.speaks(document, claim, fact) or _apart(claim, fact, document):
            continue
        sure = subject.certainty(document, claim, fact, names)
        if sure:
            vague = fact.noun is not None and not what.is_only_there(claim)
            yield Met(claim, UNSURE if vague else sure)


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

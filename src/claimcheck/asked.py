"""What a command asks of a report that the line has made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from msgspec.structs import replace

from claimcheck.config import Options
from claimcheck.lexicon import lemmas
from claimcheck.model import SEVERITIES, Claim, ClaimcheckError, Field, Finding, Pair, Report
from claimcheck.read import REASON
from claimcheck.report.words import count

About = TypeVar("About", Finding, Field)


class NothingToReadError(ClaimcheckError):
    """No input could be read: a run that saw nothing must not look like a clean one."""


class UnknownFindingError(ClaimcheckError):
    """An id that names no finding and no field, or several."""


def narrowed(report: Report, kinds: Sequence[str], nouns: Sequence[str]) -> Report:
    """The report with only the claims of these kinds and of these nouns; empty means all.

    A noun stands for itself, for its other number and for the class of that name: "homes", "home", "people", "person".
    """
    if not kinds and not nouns:
        return report
    wanted = {form for noun in nouns for form in _forms(noun)}
    named = [claim for claim in report.claims if not nouns or not wanted.isdisjoint(_nouns(claim))]
    kept = tuple(claim for claim in named if not kinds or claim.mention.kind in kinds)
    met = {noun for claim in named for noun in _nouns(claim)}
    strange = [noun for noun in nouns if met.isdisjoint(_forms(noun))]
    tallied = Counter(claim.mention.kind for claim in kept)
    return replace(
        report,
        claims=kept,
        coverage=replace(report.coverage, claims=len(kept), kinds=dict(sorted(tallied.items()))),
        remarks=(*report.remarks, *(f"--noun: no figure here counts {noun!r}" for noun in strange)),
    )


def _forms(noun: str) -> frozenset[str]:
    """A noun that was asked for, as it is and in the singular."""
    word = " ".join(noun.lower().split())
    *before, last = word.rsplit(" ", 1)
    return frozenset((word, " ".join([*before, lemmas.noun(last)])))


def _nouns(claim: Claim) -> frozenset[str]:
    """What a figure counts: the words of the text, their head, the class of that."""
    written = claim.mention.noun_phrase
    said = (claim.noun, claim.mention.noun, *(_forms(written) if written else ()))
    return frozenset(noun for noun in said if noun)


def with_apart(report: Report, options: Options) -> Report:
    """The report with the pairs of claims that one veto alone keeps apart."""
    from claimcheck import normalise

    return replace(report, apart=normalise.apart(report.documents, report.claims, options))


def pairs(report: Report, about: Finding | Field, options: Options) -> tuple[Pair, ...]:
    """All pairs of claims in a finding or in a field, with what speaks for and against them."""
    from claimcheck import normalise

    field_id = about.field_id if isinstance(about, Finding) else about.id
    links = [link for field in report.fields if field.id == field_id for link in field.links]
    matched = isinstance(about, Field) or bool(links)
    wanted = [claim.id for claim in about.claims] if matched else []
    claims = [*report.claims, *(claim for claim in about.claims if claim.mention.kind == "reference")]
    return normalise.pairs(report.documents, claims, options, wanted, links)


def find(report: Report, prefix: str) -> Finding | Field:
    """The finding, else the field, whose id begins with `prefix`; raises UnknownFindingError."""
    about = _one(report.findings, prefix) or _one(report.fields, prefix)
    if about is None:
        raise UnknownFindingError(f"no finding and no field has an id that begins with {prefix!r}")
    return about


def finding(report: Report, prefix: str) -> Finding:
    """The finding whose id begins with `prefix`; raises UnknownFindingError."""
    about = _one(report.findings, prefix)
    if about is None:
        raise UnknownFindingError(
            f"no finding has an id that begins with {prefix!r}; `claimcheck check` prints the ids"
        )
    return about


def _one(items: Sequence[About], prefix: str) -> About | None:
    """The one item whose id begins with `prefix`; raises UnknownFindingError for several, or an empty one."""
    if not prefix.strip():
        raise UnknownFindingError("an empty id names no finding; `claimcheck check` prints the ids")
    found = [item for item in items if item.id.startswith(prefix)]
    if len(found) > 1:
        ids = ", ".join(item.id for item in found[:5])
        raise UnknownFindingError(f"{prefix!r} begins several ids: {ids}")
    return found[0] if found else None


def exit_code(report: Report, options: Options) -> int:
    """0 for nothing failing, 1 for findings that fail the run, 2 for what a strict run could not read."""
    if options.strict and any(item.reason != REASON for item in report.skipped):
        return 2
    if options.locked and report.resolved:
        return 1
    if options.fail_on is None:
        return 0
    failing = SEVERITIES[: SEVERITIES.index(options.fail_on) + 1]
    return int(any(f.severity in failing and f.status != "known" for f in report.findings))


def require_input(
    report: Report, paths: Sequence[Path], options: Options, shown: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Raises NothingToReadError for a report on no document at all; `shown` are the paths of sources to name."""
    if report.documents:
        return
    reasons = "; ".join(
        f"{shown.get(item.source, item.source)}: {item.reason}" for item in report.skipped[:3]
    )
    reasons = reasons or f"{_missing(paths, options)}; --allow-empty accepts that"
    raise NothingToReadError(f"nothing to read ({reasons})")


def _missing(paths: Sequence[Path], options: Options) -> str:
    """Why no file was found: there is none, or the globs leave none of them."""
    from claimcheck import read

    there, _ = read.discover(paths, replace(options, include=(), exclude=()))
    if there:
        return f"include and exclude leave none of {count(len(there), 'file')}"
    return f"no {', '.join(sorted(read.READERS))} file found"
